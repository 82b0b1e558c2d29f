//! What was done to the library, and what is not saved yet.

use serde::{Deserialize, Serialize};

use crate::Phrase;

/// One operation of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Operation {
    /// Counts up from 1.
    pub step: u64,
    /// When, in UTC, as RFC 3339.
    pub time: String,
    /// `edit`, `add`, `delete`, `restore`, `undo` …
    pub operation: String,
    /// The phrases it touched.
    pub ids: Vec<String>,
    /// The pack it changed.
    pub pack: String,
    /// The step it took back, of an undo; 0 of a damaged file that was put back, which is no step to be taken back either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub undoes: Option<u64>,
}

/// What an operation did to one phrase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Change {
    /// The phrase's id.
    pub id: String,
    /// The phrase before; None was not there.
    pub before: Option<Phrase>,
    /// The phrase after; None is gone.
    pub after: Option<Phrase>,
}

/// What a form holds that is not saved yet.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FormDraft {
    /// The id of the phrase, or a name the form gave itself.
    pub key: String,
    /// When it was kept, in UTC, as RFC 3339.
    pub time: String,
    /// What the form wants back; its form is the form's own business.
    pub content: String,
}

/// The words are the user's: debugging output shows the key only.
impl std::fmt::Debug for FormDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FormDraft").field("key", &self.key).finish_non_exhaustive()
    }
}

/// A second version of a pack that a sync program left in the library folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConflictCopy {
    /// Its file.
    pub file: String,
    /// The file it is a second version of.
    pub of: String,
    /// The phrases that are not the same in both.
    pub ids: Vec<String>,
}

/// A pack from elsewhere, looked at before it is taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PackLook {
    /// The name its file will have.
    pub file: String,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Under which licence.
    pub licence: String,
    /// How many phrases it would bring.
    pub phrases: usize,
    /// The titles of the first of them.
    pub titles: Vec<String>,
    /// Those whose ids the library has already, from another pack: the import would stand in for them.
    pub replaces: Vec<String>,
    /// What is wrong in it, in English.
    pub problems: Vec<crate::Problem>,
    /// How many findings the check has of the severity caution or problem.
    pub findings: usize,
}

/// A pack that was taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Imported {
    /// Its file in the library folder.
    pub file: String,
    /// How many phrases it brought.
    pub phrases: usize,
    /// The number of the operation.
    pub step: Option<u64>,
}
