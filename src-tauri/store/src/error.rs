//! Why the store did not do what it was asked. Every message says what is safe; none repeats the words of a phrase.

use std::io;

use fencun_core::PhraseId;
use fencun_core::pack::EditError;

use crate::os;

/// What went wrong, by what the caller can do about it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The user's pack has no such phrase.
    #[error("there is no phrase `{0}` in mine.toml")]
    UnknownPhrase(PhraseId),
    /// The history holds no version of this phrase at this step.
    #[error("the history has no `{id}` at step {step}; `fencun history {id}` lists the steps")]
    UnknownStep {
        /// The phrase.
        id: PhraseId,
        /// The step that was asked for.
        step: u64,
    },
    /// No contact has this id.
    #[error("there is no contact `{0}`")]
    UnknownContact(String),
    /// No setting has this key.
    #[error("there is no setting `{0}`")]
    UnknownSetting(String),
    /// No pack and no conflict copy has this file name.
    #[error("there is no file `{0}` in the library")]
    UnknownFile(String),
    /// A value that this key cannot have.
    #[error("`{key}` must be {needs}")]
    BadValue {
        /// The key.
        key: String,
        /// What it must be.
        needs: &'static str,
    },
    /// A file cannot be read as what it should be, so nothing is written into it.
    #[error(
        "not saved: {file}{} is damaged ({why}) and was left as it is; mend it, or take back an older version",
        line.map(|line| format!(", line {line},")).unwrap_or_default()
    )]
    Damaged {
        /// The file.
        file: String,
        /// The line, from 1.
        line: Option<usize>,
        /// What is wrong with it.
        why: String,
    },
    /// A pack is sound, but not ours to change.
    #[error("not saved: {file} was left as it is: {source}")]
    Refused {
        /// The file.
        file: String,
        /// Why.
        source: EditError,
    },
    /// The library folder was there before and is not there now.
    #[error(
        "not saved: the library folder {folder} is gone; bring it back (is a disk not mounted?) and try again, or put \
         a mine.toml with the line `schema = 1` there to start afresh"
    )]
    FolderGone {
        /// Its path.
        folder: String,
    },
    /// Another program has been writing all the while.
    #[error("not saved: another program is writing; {file} is as it was; try again")]
    Busy {
        /// The file.
        file: String,
    },
    /// The disk refused, before anything was replaced.
    #[error("not saved: {}; {file} is as it was; then try again", told(source, doing))]
    NotSaved {
        /// The file.
        file: String,
        /// What was being done.
        doing: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// The new file is in place, but the disk would not promise to keep it.
    #[error(
        "{file} is written, but the disk reported an error: {source}; check the disk, and keep a copy elsewhere"
    )]
    Unsure {
        /// The file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// A file of the state folder cannot be read.
    #[error("{file} cannot be read, and nothing was changed: {}; then try again", told(source, "reading it"))]
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// Everything has been undone already.
    #[error("there is nothing to undo")]
    NothingToUndo,
}

/// What the system said, and what a person can do about it.
fn told(source: &io::Error, doing: &str) -> String {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "the disk is full; free some space".into()
        }
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only; make it writable".into(),
        io::ErrorKind::PermissionDenied => {
            format!("there is no permission for {doing}; give yourself that right")
        }
        _ if os::has_too_many_open(source) => "too many files are open; close some programs".into(),
        _ => format!("{doing} failed ({source}); look at the disk"),
    }
}

/// Says of which file an edit was refused, and where it is damaged.
pub(crate) fn refused(file: &str, err: EditError) -> StoreError {
    let file = file.to_owned();
    match err {
        EditError::Damaged { line, message } => StoreError::Damaged { file, line: Some(line), why: message },
        source => StoreError::Refused { file, source },
    }
}
