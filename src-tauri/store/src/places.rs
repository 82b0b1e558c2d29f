//! The folders and files of one person's Fencun, as the store needs them.

use std::path::{Path, PathBuf};

/// Where everything lies. Nothing is made until something is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// Holds `settings.toml` and `contacts.toml`.
    pub config: PathBuf,
    /// Holds `library/` and `favourites.toml`; may be synced between machines.
    pub data: PathBuf,
    /// Holds what belongs to this machine only: history, drafts, recents.
    pub state: PathBuf,
}

impl Places {
    /// The packs.
    pub fn library(&self) -> PathBuf {
        self.data.join("library")
    }

    /// Old bytes, and the list of what was done.
    pub(crate) fn history(&self) -> PathBuf {
        self.state.join("history")
    }

    /// Unsaved words.
    pub(crate) fn drafts(&self) -> PathBuf {
        self.state.join("drafts")
    }

    /// What one writer holds at a time. It is never deleted: a second file of that name would be a second lock.
    pub(crate) fn lock(&self) -> PathBuf {
        self.state.join("lock")
    }
}

/// The name of the user's own pack.
pub(crate) const MINE: &str = "mine.toml";

/// A file the store writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What the history calls it: the same on every machine and after a move.
    pub(crate) label: String,
    /// What a person calls it.
    pub(crate) name: String,
}

impl Target {
    /// A pack in the library folder.
    pub(crate) fn pack(places: &Places, name: &str) -> Self {
        Self::new(&places.library(), "library", name)
    }

    /// A file beside `settings.toml`.
    pub(crate) fn config(places: &Places, name: &str) -> Self {
        Self::new(&places.config, "config", name)
    }

    /// A file beside the library.
    pub(crate) fn data(places: &Places, name: &str) -> Self {
        Self::new(&places.data, "data", name)
    }

    /// The pack that the history calls `label`, if it is one.
    pub(crate) fn of_label(places: &Places, label: &str) -> Option<Self> {
        let (folder, name) = label.split_once('/')?;
        let plain = !name.is_empty() && !name.contains(['/', '\\']) && name != "..";
        (folder == "library" && plain).then(|| Self::pack(places, name))
    }

    /// Whether it is a pack.
    pub(crate) fn is_pack(&self) -> bool {
        self.label.starts_with("library/")
    }

    /// The folder it is in.
    pub(crate) fn folder(&self) -> &Path {
        self.path.parent().expect("made by joining a name to a folder")
    }

    fn new(folder: &Path, place: &str, name: &str) -> Self {
        Self { path: folder.join(name), label: format!("{place}/{name}"), name: name.to_owned() }
    }
}
