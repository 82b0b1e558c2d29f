//! Why a request was not done, split by what the caller can do about it.

use serde::{Deserialize, Serialize};

/// What the caller acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Code {
    /// There is no phrase, contact or step of that id.
    Unknown,
    /// Some placeholders have no value; `names` lists them.
    OpenPlaceholders,
    /// Another program is holding the clipboard, or took it at once.
    ClipboardBusy,
    /// There is no clipboard here.
    NoClipboard,
    /// A value is not of the form it must have; `detail` says which.
    BadValue,
    /// The file on disk is damaged or newer, and was left as it is.
    FileDamaged,
    /// The disk said no; the old file is as it was.
    NotSaved,
    /// There is nothing to undo.
    NothingToUndo,
    /// The mail program did not start; the words were copied.
    NoMail,
    /// The words hold characters that can harm where they are pasted, such as a terminal; `names` lists them. Asking again
    /// with `sure` copies all the same.
    Unsafe,
    /// The window program could not be started.
    NoWindow,
    /// Anything else; `detail` is for the log.
    Internal,
}

/// A request that was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[error("{detail}")]
pub struct Failure {
    /// What to act on.
    pub code: Code,
    /// What happened, to which file or id, in English; never the words of a phrase.
    pub detail: String,
    /// The open placeholders, where the code is about them.
    #[serde(default)]
    pub names: Vec<String>,
}
