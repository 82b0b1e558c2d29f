//! Second versions of a pack that a sync program left: offered for merging, never loaded twice, never lost.

use fencun_core::PhraseId;
use fencun_core::pack::limits;

use crate::error::{StoreError, refused};
use crate::history::{History, MERGE};
use crate::names::{self, Kind};
use crate::places::Target;
use crate::save::Note;
use crate::store::Store;
use crate::{clock, merge};

/// Among how many older versions to look for the one that both began from.
const VERSIONS: usize = 100;

/// A second version of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConflictCopy {
    /// Its file.
    pub file: String,
    /// The file it is a second version of.
    pub of: String,
    /// The phrases that are not the same in both.
    pub ids: Vec<PhraseId>,
}

impl Store {
    /// All second versions in the library folder.
    pub fn conflict_copies(&self) -> Vec<ConflictCopy> {
        let names = self.disk.names(&self.places.library()).unwrap_or_default();
        let copies = names.iter().filter_map(|name| {
            let file = name.to_str()?;
            let Kind::ConflictCopy(of) = names::kind(file) else { return None };
            let ids = merge::changed_ids(&self.text_in_library(&of), &self.text_in_library(file));
            Some(ConflictCopy { file: file.to_owned(), of, ids })
        });
        copies.collect()
    }

    /// Brings a second version together with the first, phrase by phrase and field by field, and takes it away. Both
    /// steps can be undone.
    ///
    /// # Errors
    /// If there is no such copy, one of both is damaged, or a change is not safe on disk.
    pub fn merge_copy(&self, file: &str) -> Result<(), StoreError> {
        let Kind::ConflictCopy(of) = names::kind(file) else {
            return Err(StoreError::UnknownFile(file.to_owned()));
        };
        let (copy, original) = (Target::pack(&self.places, file), Target::pack(&self.places, &of));
        let mut work = self.work(file)?;
        work.take_stock()?;
        let theirs = work.look(&copy)?;
        let Some(_) = &theirs.bytes else { return Err(StoreError::UnknownFile(file.to_owned())) };
        let base = common_base(&work.history, &original.label, &theirs.text);
        let now = work.look(&original)?.text;
        let merged = |text: &str| {
            if text.is_empty() {
                return Ok(theirs.text.clone());
            }
            merge::merge_packs(&base, &theirs.text, text, &clock::day()).map_err(|err| refused(&of, err))
        };
        let ids = merge::changed_ids(&now, &merged(&now)?);
        let note = Note { operation: MERGE.into(), ids, undoes: None };
        work.replace(&original, &note, &|old| merged(&old.text).map(Some))?;
        let note = Note { operation: "merged-copy".into(), ..Note::default() };
        work.replace(&copy, &note, &|_| Ok(None)).map(drop)
    }

    fn text_in_library(&self, name: &str) -> String {
        let content = self.disk.read(&self.places.library().join(name), limits::FILE_BYTES);
        content.ok().and_then(|content| String::from_utf8(content.bytes).ok()).unwrap_or_default()
    }
}

/// The older version that the copy differs from least: most likely both began there. Empty if there is none, so that
/// whatever differs is kept twice.
fn common_base(history: &History<'_>, label: &str, copy: &str) -> String {
    let versions = history.versions(label).into_iter().skip(1).take(VERSIONS);
    let texts = versions.filter_map(|hash| history.text(Some(&hash)).ok());
    texts.min_by_key(|text| merge::changed_ids(text, copy).len()).unwrap_or_default()
}
