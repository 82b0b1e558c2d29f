//! Changes one entry in the text of a pack and leaves every other byte, comment and unknown key as it was.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, Value, value};

use super::{Layer, PackFile, SCHEMA, read, write};
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
    /// What would be written does not read back as what was meant.
    #[error("the phrase `{0}` cannot be written so that it reads back the same; nothing was changed")]
    NotTheSame(PhraseId),
}

/// Puts a phrase into the text of a pack: changes the entry of that id, or adds one at the end.
///
/// # Errors
/// If the text cannot be changed without a risk to what is in it.
pub fn put(text: &str, phrase: &Phrase) -> Result<String, EditError> {
    let mut document = parse(text)?;
    let entries = entries(&mut document)?;
    match find(entries, &phrase.id) {
        Some(entry) => change(entry, phrase),
        None => entries.push(write::entry(phrase)),
    }
    let changed = finish(text, &document);
    let back = read(&PackFile { name: String::new(), layer: Layer::Mine, text: changed.clone() });
    if back.entries.iter().any(|entry| *entry.phrase == *phrase) {
        Ok(changed)
    } else {
        Err(EditError::NotTheSame(phrase.id.clone()))
    }
}

/// Takes the entry of an id out of the text of a pack; None if there is none.
///
/// # Errors
/// As [`put`].
pub fn remove(text: &str, id: &PhraseId) -> Result<Option<String>, EditError> {
    let mut document = parse(text)?;
    let entries = entries(&mut document)?;
    let before = entries.len();
    entries.retain(|entry| !has_id(entry, id));
    if entries.len() == before {
        return Ok(None);
    }
    if entries.is_empty() {
        document.remove("phrase");
    }
    Ok(Some(finish(text, &document)))
}

/// Copies the entry of an id, with its comments and unknown keys, from one text of a pack into another; where
/// `from` has none, it is taken out. This is what undo and restore are made of.
///
/// # Errors
/// As [`put`], for either text.
pub fn get_text(from: &str, into: &str, id: &PhraseId) -> Result<String, EditError> {
    let mut source = parse(from)?;
    let old = entries(&mut source)?.iter().find(|entry| has_id(entry, id)).cloned();
    let mut document = parse(into)?;
    let entries = entries(&mut document)?;
    match (old, find(entries, id)) {
        (Some(old), Some(entry)) => *entry = at_position(old, entry.position()),
        (Some(old), None) => entries.push(at_position(old, None)),
        (None, Some(_)) => return Ok(remove(into, id)?.unwrap_or_else(|| into.to_owned())),
        (None, None) => return Ok(into.to_owned()),
    }
    Ok(finish(into, &document))
}

fn at_position(mut entry: Table, position: Option<isize>) -> Table {
    entry.set_position(position);
    entry
}

fn parse(text: &str) -> Result<DocumentMut, EditError> {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document: DocumentMut = plain.parse().map_err(|err: toml_edit::TomlError| {
        let at = err.span().map_or(0, |span| span.start).min(plain.len());
        let line = plain.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        EditError::Damaged { line, message: err.message().to_owned() }
    })?;
    match document.get("schema").and_then(Item::as_integer) {
        Some(newer) if newer > SCHEMA => Err(EditError::Newer),
        _ => Ok(document),
    }
}

fn entries(document: &mut DocumentMut) -> Result<&mut ArrayOfTables, EditError> {
    if document.is_empty() {
        document.insert("schema", value(SCHEMA));
    }
    let item = document.entry("phrase").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    // An empty inline list holds nothing that could be lost.
    if item.as_array().is_some_and(toml_edit::Array::is_empty) {
        *item = Item::ArrayOfTables(ArrayOfTables::new());
    }
    item.as_array_of_tables_mut().ok_or(EditError::Unusual)
}

fn find<'e>(entries: &'e mut ArrayOfTables, id: &PhraseId) -> Option<&'e mut Table> {
    let at = entries.iter().position(|entry| has_id(entry, id))?;
    entries.get_mut(at)
}

fn has_id(entry: &Table, id: &PhraseId) -> bool {
    entry.get("id").and_then(Item::as_str) == Some(id.as_str())
}

fn change(entry: &mut Table, phrase: &Phrase) {
    for (key, wanted) in write::keys(phrase) {
        match wanted {
            None => drop(entry.remove(key)),
            Some(wanted) => set(entry, key, wanted, phrase),
        }
    }
}

fn set(entry: &mut Table, key: &str, wanted: Value, phrase: &Phrase) {
    match entry.get_mut(key) {
        Some(item) if write::says_the_same(item, &wanted) => {}
        // The words may be spelt with or without the final newline that does not count.
        Some(item)
            if key == "text" && item.as_str().is_some_and(|found| without_end(found) == phrase.text) => {}
        Some(Item::Value(found)) => {
            let decor = found.decor().clone();
            *found = wanted;
            *found.decor_mut() = decor;
        }
        Some(item) => *item = value(wanted),
        None => drop(entry.insert(key, value(wanted))),
    }
}

fn without_end(text: &str) -> &str {
    text.strip_suffix('\n').map_or(text, |rest| rest.strip_suffix('\r').unwrap_or(rest))
}

/// The changed text, with the byte order mark and the line ends that the file had.
fn finish(before: &str, document: &DocumentMut) -> String {
    let mut text = document.to_string();
    if before.contains("\r\n") {
        text = text.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    if before.starts_with('\u{feff}') {
        text.insert(0, '\u{feff}');
    }
    text
}
