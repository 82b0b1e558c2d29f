//! Where everything of one person's Fencun lies, and the socket that belongs to it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folders of one Fencun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    root: Option<PathBuf>,
    config: PathBuf,
    data: PathBuf,
    state: PathBuf,
}

/// Why there is no home.
#[derive(Debug, thiserror::Error)]
pub enum HomeError {
    /// The system names no home folder for this user.
    #[error("there is no home folder for this user; name one with --home DIR or FENCUN_HOME")]
    NoHome,
    /// The path cannot be made absolute.
    #[error("the home `{0}` cannot be used: {1}")]
    Path(PathBuf, std::io::Error),
}

impl Home {
    /// The folder that was named, else `FENCUN_HOME`, else the places the desktop keeps for programs.
    ///
    /// # Errors
    /// If none was named and the system knows no home folder.
    pub fn find(named: Option<&Path>, variable: Option<OsString>) -> Result<Self, HomeError> {
        match named
            .map(Path::to_owned)
            .or_else(|| variable.filter(|value| !value.is_empty()).map(PathBuf::from))
        {
            Some(root) => Self::under(&root),
            None => Self::of_the_desktop(),
        }
    }

    /// Everything under one folder: `config/`, `data/` and `state/`.
    ///
    /// # Errors
    /// If the path cannot be made absolute.
    pub fn under(root: &Path) -> Result<Self, HomeError> {
        // Two spellings of one folder must lead to one socket, or two programs would write the same files.
        let root = root
            .canonicalize()
            .or_else(|_| std::path::absolute(root))
            .map_err(|err| HomeError::Path(root.to_owned(), err))?;
        let (config, data, state) = (root.join("config"), root.join("data"), root.join("state"));
        Ok(Self { root: Some(root), config, data, state })
    }

    fn of_the_desktop() -> Result<Self, HomeError> {
        let dirs = ProjectDirs::from("", "", "fencun").ok_or(HomeError::NoHome)?;
        let state = dirs.state_dir().map_or_else(|| dirs.data_local_dir().join("state"), Path::to_owned);
        Ok(Self { root: None, config: dirs.config_dir().to_owned(), data: dirs.data_dir().to_owned(), state })
    }

    /// The one folder above all, if there is one.
    pub fn root(&self) -> Option<&Path> {
        self.root.as_deref()
    }

    /// `settings.toml` and `contacts.toml`.
    pub fn config(&self) -> &Path {
        &self.config
    }

    /// `library/` and `favourites.toml`.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The packs.
    pub fn library(&self) -> PathBuf {
        self.data.join("library")
    }

    /// Audience, recents, history, log: never synced.
    pub fn state(&self) -> &Path {
        &self.state
    }

    /// The local socket of this home: in `runtime` if that is a folder, else in `state/`.
    pub fn socket(&self, runtime: Option<OsString>) -> PathBuf {
        let name = self.root.as_deref().unwrap_or(&self.data);
        let file = format!("fencun-{:08x}.sock", fingerprint(name.as_os_str().as_encoded_bytes()));
        match runtime.map(PathBuf::from).filter(|dir| dir.is_absolute() && dir.is_dir()) {
            Some(dir) => dir.join(file),
            None => self.state.join(file),
        }
    }
}

/// FNV-1a: tells homes apart in a file name; nothing depends on it being hard to invert.
fn fingerprint(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The user's folder for downloads, where the desktop has one.
pub fn downloads() -> Option<PathBuf> {
    directories::UserDirs::new()?.download_dir().map(Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_home_goes_before_the_variable() {
        let home = Home::find(Some(Path::new("/a")), Some("/b".into())).expect("absolute");
        assert_eq!(home.root(), Some(Path::new("/a")));
        let home = Home::find(None, Some("/b".into())).expect("absolute");
        assert_eq!(home.library(), Path::new("/b/data/library"));
    }

    #[test]
    fn each_home_has_a_socket_of_its_own() {
        let socket = |root: &str| Home::under(Path::new(root)).expect("absolute").socket(None);
        assert_ne!(socket("/a"), socket("/b"));
        assert!(socket("/a").starts_with("/a/state"));
    }
}
