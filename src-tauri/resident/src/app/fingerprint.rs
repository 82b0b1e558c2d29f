//! What the files look like from outside: enough to notice that somebody else has written, without reading them.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use fencun_protocol::Home;

/// Name, length and time of every file that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint(Vec<(PathBuf, u64, Option<SystemTime>)>);

impl Fingerprint {
    /// As they are now. What cannot be looked at is as if it were not there.
    pub(crate) fn of(home: &Home) -> Self {
        let mut files = Vec::new();
        for folder in [home.config(), home.data(), &home.library()] {
            files.extend(in_folder(folder));
        }
        files.sort();
        Self(files)
    }
}

fn in_folder(folder: &Path) -> Vec<(PathBuf, u64, Option<SystemTime>)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let toml = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml");
    let paths = entries.flatten().map(|entry| entry.path()).filter(toml);
    // Links are followed: what counts is the file that is read.
    let seen =
        |path: PathBuf| fs::metadata(&path).ok().map(|there| (path, there.len(), there.modified().ok()));
    paths.filter_map(seen).collect()
}
