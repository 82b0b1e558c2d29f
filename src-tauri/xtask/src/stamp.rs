//! Stamps: what a piece of work was made from, so that it is done again only when that changed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::files;

/// A file under `target/xtask` with the fingerprint of what was used last time.
#[derive(Debug)]
pub(crate) struct Stamp {
    file: PathBuf,
    fingerprint: String,
}

impl Stamp {
    /// The stamp of this name for these inputs: files, or folders with all that is in them.
    pub(crate) fn of(memory: &Path, name: &str, inputs: &[PathBuf]) -> Result<Self, Error> {
        Ok(Self { file: memory.join(name), fingerprint: fingerprint(inputs)? })
    }

    /// The same inputs were used last time.
    pub(crate) fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|last| last == self.fingerprint)
    }

    /// Remembers that the work is done.
    pub(crate) fn set(&self) -> Result<(), Error> {
        files::write(&self.file, &self.fingerprint)
    }
}

/// Contents, not times: a checkout of another branch and back builds nothing anew.
fn fingerprint(inputs: &[PathBuf]) -> Result<String, Error> {
    let mut hasher = DefaultHasher::new();
    for input in inputs {
        let found = if input.is_file() { vec![input.clone()] } else { files::under(input)? };
        for file in found {
            file.hash(&mut hasher);
            fs::read(&file).map_err(Error::file(&file))?.hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_fresh_until_an_input_changes() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let page = folder.path().join("ui/page.html");
        files::write(&page, "one").expect("writable");
        let stamp =
            || Stamp::of(&folder.path().join("memory"), "pages", &[folder.path().join("ui")]).expect("read");

        assert!(!stamp().is_fresh(), "never set");
        stamp().set().expect("writable");
        assert!(stamp().is_fresh(), "nothing changed");

        files::write(&page, "two").expect("writable");
        assert!(!stamp().is_fresh(), "a file changed");
        files::write(&page, "one").expect("writable");
        assert!(stamp().is_fresh(), "it changed back");
        files::write(&folder.path().join("ui/new.html"), "").expect("writable");
        assert!(!stamp().is_fresh(), "a file is new");
    }
}
