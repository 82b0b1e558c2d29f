//! Files of the project: which there are and what they say.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Folders that hold what others made: build output and fetched packages.
const MADE: [&str; 4] = ["target", "node_modules", "dist", "coverage"];

/// Every file under a folder, sorted; made and hidden folders are left out. No folder, no files.
pub(crate) fn under(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    if folder.is_dir() {
        collect(folder, &mut found)?;
    }
    found.sort();
    Ok(found)
}

/// Those of [`under`] with one of these endings.
pub(crate) fn with_ending(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, Error> {
    let wanted =
        |path: &PathBuf| path.extension().is_some_and(|ending| endings.iter().any(|one| ending == *one));
    Ok(under(folder)?.into_iter().filter(wanted).collect())
}

/// The text of a file.
pub(crate) fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(Error::file(path))
}

/// Writes a file and the folders it lies in.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
    }
    fs::write(path, text).map_err(Error::file(path))
}

/// Copies a file to a place whose folders may not exist yet.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), Error> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
    }
    fs::copy(from, to).map(drop).map_err(Error::file(from))
}

/// How a file is named in messages: from the top folder, with `/` everywhere.
pub(crate) fn short_name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string().replace('\\', "/")
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let path = entry.map_err(Error::file(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !path.is_dir() {
            found.push(path);
        } else if !name.starts_with('.') && !MADE.contains(&name.as_str()) {
            collect(&path, found)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_and_hidden_folders_are_left_out() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in ["src/a.ts", "src/b.css", "node_modules/x/c.ts", ".cache/d.ts", "dist/e.ts"] {
            write(&folder.path().join(name), "").expect("writable");
        }
        let found = with_ending(folder.path(), &["ts"]).expect("readable");
        assert_eq!(found, [folder.path().join("src/a.ts")]);
    }

    #[test]
    fn a_folder_that_is_not_there_has_no_files() {
        assert_eq!(under(Path::new("/no/such/folder")).expect("not an error").len(), 0);
    }
}
