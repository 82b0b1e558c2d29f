//! Words that are being written and not saved yet: they outlive a crash of any program.

use fencun_core::pack::limits;
use serde::{Deserialize, Serialize};

use crate::clock;
use crate::error::StoreError;
use crate::history::Hash;
use crate::store::Store;

/// What a form held when it was last kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What it is a draft of: the id of a phrase, or a name the form gave itself.
    pub key: String,
    /// When, in UTC, as RFC 3339.
    pub time: String,
    /// What the form wants back; its form is the form's own business.
    pub content: String,
}

/// The words are the user's: debugging output shows the key only.
impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Draft").field("key", &self.key).finish_non_exhaustive()
    }
}

impl Store {
    /// Keeps what a form holds, in place of what it held before.
    ///
    /// # Errors
    /// If it is not safe on disk.
    pub fn save_draft(&self, key: &str, content: &str) -> Result<(), StoreError> {
        let draft = Draft { key: key.to_owned(), time: clock::now(), content: content.to_owned() };
        let json = serde_json::to_vec(&draft).expect("strings always have a JSON form");
        let work = self.work("the draft")?;
        let put =
            self.disk.make_folder(&self.places.drafts()).and_then(|()| work.put(&self.draft(key), &json));
        put.map_err(|source| StoreError::NotSaved { file: "the draft".into(), doing: "writing it", source })
    }

    /// Forgets what a form held: it is saved, or not wanted.
    ///
    /// # Errors
    /// If it cannot be removed.
    pub fn drop_draft(&self, key: &str) -> Result<(), StoreError> {
        match self.disk.remove(&self.draft(key)) {
            Err(err) if err.kind() != std::io::ErrorKind::NotFound => {
                Err(StoreError::NotSaved { file: "the draft".into(), doing: "removing it", source: err })
            }
            _ => Ok(()),
        }
    }

    /// All drafts, oldest first. One that cannot be read is passed over.
    pub fn drafts(&self) -> Vec<Draft> {
        let folder = self.places.drafts();
        let names = self.disk.names(&folder).unwrap_or_default();
        let kept = names.iter().filter(|name| name.to_str().is_some_and(|name| name.ends_with(".json")));
        let read = kept.filter_map(|name| self.disk.read(&folder.join(name), limits::FILE_BYTES).ok());
        let mut drafts: Vec<Draft> =
            read.filter_map(|content| serde_json::from_slice(&content.bytes).ok()).collect();
        drafts.sort_by(|a: &Draft, b| a.time.cmp(&b.time));
        drafts
    }

    /// A key is anybody's text; the file's name is made by us.
    fn draft(&self, key: &str) -> std::path::PathBuf {
        self.places.drafts().join(format!("{}.json", Hash::of(key.as_bytes())))
    }
}
