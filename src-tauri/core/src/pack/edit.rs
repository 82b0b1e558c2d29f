//! Changes one entry in the text of a pack and leaves every other byte as it was, comments, unknown keys and line ends
//! included: what changes is cut out and put in, and nothing else is written anew.

use super::document::Document;
use super::names::id_problem;
use super::splice::Splices;
use super::{read_text, write};
use crate::{Phrase, PhraseId};

/// Why the text of a pack was not changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// It is not TOML any more; writing into it could lose what is in it.
    #[error("line {line}: the file is damaged and was left as it is: {message}")]
    Damaged {
        /// The first line that cannot be read.
        line: usize,
        /// What the parser says of it.
        message: String,
    },
    /// It was made by a newer program.
    #[error("the file was made by a newer Fencun and was left as it is")]
    Newer,
    /// Its phrases are in a form that only a person should change.
    #[error(
        "the file keeps its phrases in one inline list and was left as it is; write each as `[[phrase]]`"
    )]
    Unusual,
    /// The id of the phrase is one that a pack may not have.
    #[error("{0}")]
    Id(&'static str),
    /// What would be written does not read back as what was meant.
    #[error("the phrase `{0}` cannot be written so that it reads back the same; nothing was changed")]
    NotTheSame(PhraseId),
}

/// Puts a phrase into the text of a pack: changes the entry of that id, or adds one at the end.
///
/// # Errors
/// If the text cannot be changed without a risk to what is in it.
pub fn put(text: &str, phrase: &Phrase) -> Result<String, EditError> {
    if let Some(problem) = id_problem(phrase.id.as_str()) {
        return Err(EditError::Id(problem));
    }
    let document = Document::parse(text)?;
    let not_the_same = || EditError::NotTheSame(phrase.id.clone());
    let changed = match document.find(&phrase.id) {
        Some(at) => document.changed(at, phrase).ok_or_else(not_the_same)?,
        None => document.with(&write::entry(phrase, document.line_end())),
    };
    let back = read_text("", &changed);
    let same = back.entries.iter().any(|entry| *entry.phrase == *phrase);
    if same { Ok(changed) } else { Err(not_the_same()) }
}

/// Takes the entry of an id out of the text of a pack; None if there is none.
///
/// # Errors
/// As [`put`].
pub fn remove(text: &str, id: &PhraseId) -> Result<Option<String>, EditError> {
    let document = Document::parse(text)?;
    let mut splices = Splices::default();
    for at in document.all(id) {
        splices.replace(document.extent_and_gap(at), "");
    }
    Ok((!splices.is_empty()).then(|| document.spliced(splices)))
}

/// Copies the entry of an id, with its comments and unknown keys, from one text of a pack into another; where
/// `from` has none, it is taken out. This is what undo and restore are made of.
///
/// # Errors
/// As [`put`], for the text that is changed.
pub fn get_text(from: &str, into: &str, id: &PhraseId) -> Result<String, EditError> {
    let source = Document::of(from);
    let Some(old) = source.find(id).map(|at| source.extent_text(at)) else {
        return Ok(remove(into, id)?.unwrap_or_else(|| into.to_owned()));
    };
    let document = Document::parse(into)?;
    let Some(at) = document.find(id) else { return Ok(document.with(&old)) };
    let mut splices = Splices::default();
    splices.replace(document.extent(at), old);
    Ok(document.spliced(splices))
}

#[cfg(test)]
mod tests;
