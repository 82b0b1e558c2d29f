//! The pack file format: text in, phrases and problems out; phrases in, changed text out.
//!
//! Reading is total: one bad entry costs itself, never its neighbours. Files and folders are the store's business.

mod change;
mod contents;
mod document;
mod edit;
mod keys;
mod names;
mod read;
mod scan;
mod sections;
mod splice;
mod write;

use std::sync::Arc;

use crate::{CultureId, Language, Localized, PackId, Phrase, Problem, ReasonId, SituationId};

pub(crate) use contents::{Known, hash};
pub use edit::{EditError, get_text, put, remove};
pub use names::{ID_CHARACTERS, id_problem};
pub use read::{read, read_text};

/// The version of the format this program reads and writes.
pub const SCHEMA: i64 = 1;

/// What one file may hold at most; beyond it a file is refused with a clear message instead of being half read.
///
/// 5,000 phrases of natural length are 2.5 MiB. A hundred thousand belong into several packs: a change writes its whole
/// file anew and keeps the old one in the history, and what breaks one file should not break them all.
pub mod limits {
    /// Bytes of one pack file.
    pub const FILE_BYTES: u64 = 8 * 1024 * 1024;
    /// Bytes of one phrase's words.
    pub const TEXT_BYTES: usize = 256 * 1024;
    /// Phrases in one pack.
    pub const PHRASES: usize = 20_000;
}

/// Where a pack comes from; a later layer replaces an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Built into the program.
    Shipped,
    /// A pack in the library folder.
    Shared,
    /// The user's own pack.
    Mine,
}

/// The text of one pack file and where it comes from.
#[derive(Clone, Debug)]
pub struct PackFile {
    /// The file's name without folders, such as `mine.toml`.
    pub name: String,
    /// Its layer.
    pub layer: Layer,
    /// Its content.
    pub text: String,
}

/// What a pack says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Defaults to the file's name without its ending.
    pub id: PackId,
    /// Defaults to the id.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Under which licence.
    pub licence: String,
    /// Whether its author asks that it is not changed here.
    pub locked: bool,
}

/// A culture that a pack defines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Culture {
    /// What phrases call it.
    pub id: CultureId,
    /// What people call it.
    pub name: Localized,
    /// One line of help.
    pub help: Localized,
    /// What is written there; the first is the default.
    pub languages: Vec<Language>,
}

/// A situation that a pack defines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// What phrases call it.
    pub id: SituationId,
    /// What people call it.
    pub name: Localized,
    /// One line of help.
    pub help: Localized,
}

/// A reason that a pack defines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What phrases call it.
    pub id: ReasonId,
    /// What people call it.
    pub name: Localized,
    /// One line of help.
    pub help: Localized,
    /// Its wording inside a sentence.
    pub text: Localized,
}

/// A phrase and the line its entry begins at.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The phrase, shared by every library that is built of this reading.
    pub phrase: Arc<Phrase>,
    /// From 1.
    pub line: usize,
}

/// Everything that could be read of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// What it says of itself.
    pub header: Header,
    /// In the order of the file.
    pub entries: Vec<Entry>,
    /// In the order of the file.
    pub cultures: Vec<Culture>,
    /// In the order of the file.
    pub situations: Vec<Situation>,
    /// In the order of the file.
    pub reasons: Vec<Reason>,
    /// What could not be read, or was read with a remark.
    pub problems: Vec<Problem>,
    contents: contents::Contents,
}

impl Pack {
    /// What the entries hold; to be asked for once they do not change any more.
    pub(crate) fn contents(&self) -> &Known {
        self.contents.of(&self.entries)
    }
}

/// A pack and the file it was read from; the file's text is not needed any more.
#[derive(Clone, Debug)]
pub struct ReadPack {
    /// The file's name without folders.
    pub name: String,
    /// Its layer.
    pub layer: Layer,
    /// What could be read of it.
    pub pack: Arc<Pack>,
}

impl ReadPack {
    /// Reads a file.
    pub fn of(file: &PackFile) -> Self {
        Self { name: file.name.clone(), layer: file.layer, pack: Arc::new(read(file)) }
    }
}

#[cfg(test)]
mod tests;
