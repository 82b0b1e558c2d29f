//! A problem: what a person can mend in a file. Errors are something else: what the program failed to do.

use crate::PhraseId;

/// One thing to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the person knows it.
    pub file: String,
    /// The line, from 1; None is about the whole file.
    pub line: Option<usize>,
    /// The phrase it is about, if it has an id.
    pub id: Option<PhraseId>,
    /// What is wrong and what to do; never the words of a phrase.
    pub message: String,
    /// What it costs.
    pub cost: Cost,
}

/// What a problem costs until it is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// Nothing: it is a remark.
    Nothing,
    /// The entry is not in the library.
    Entry,
    /// The whole file is not in the library.
    File,
}
