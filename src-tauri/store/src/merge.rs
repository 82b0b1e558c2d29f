//! Brings two versions of a pack together, phrase by phrase and field by field.
//!
//! Pure: texts in, text out, and no clock in any decision. What both sides changed differently is kept twice.

use std::collections::BTreeMap;
use std::sync::Arc;

use fencun_core::pack::{self, EditError};
use fencun_core::{Phrase, PhraseId};

/// The tag of a phrase that stands beside another version of itself.
pub const CONFLICT: &str = "conflict";

/// One phrase of two versions.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// What keeps the id: all that could be brought together, and theirs where it could not.
    pub phrase: Phrase,
    /// Where both sides changed the same field differently: the same with ours in those fields, still of the same id.
    pub other: Option<Phrase>,
}

/// Brings two versions of one phrase together; `base` is what both began from, if that is known.
pub fn merge_phrase(base: Option<&Phrase>, ours: &Phrase, theirs: &Phrase) -> Merged {
    let (mut phrase, mut other, mut conflict) = (theirs.clone(), theirs.clone(), false);
    macro_rules! merge {
        ($($field:ident)*) => {$(
            let (mine, yours) = (&ours.$field, &theirs.$field);
            let before = base.map(|base| &base.$field);
            if mine != yours && before != Some(mine) {
                other.$field = mine.clone();
                if before == Some(yours) { phrase.$field = mine.clone() } else { conflict = true }
            }
        )*};
    }
    merge!(situation culture language ranks firmness channel reason title subject text);
    merge!(gloss note tags serves sensitive silenced source);
    Merged { phrase, other: conflict.then_some(other) }
}

/// Brings two versions of a pack together on the text of theirs, with its comments and unknown keys.
///
/// `day` marks the title of a phrase that is kept twice.
///
/// # Errors
/// If one of the texts cannot be changed safely.
pub fn merge_packs(base: &str, ours: &str, theirs: &str, day: &str) -> Result<String, EditError> {
    let (before, mine, yours) = (phrases(base), phrases(ours), phrases(theirs));
    let mut text = theirs.to_owned();
    for id in ids_in_order(ours, base) {
        let (base, our, their) = (before.get(&id), mine.get(&id), yours.get(&id));
        if our == base || our == their {
            continue;
        }
        text = match (our, their) {
            // A change goes before a deletion, whoever made which.
            (Some(_), None) => pack::get_text(ours, &text, &id)?,
            (None, Some(_)) if their != base => text,
            (Some(our), Some(their)) if Some(their) != base => both(&text, base, our, their, day)?,
            _ => pack::get_text(ours, &text, &id)?,
        };
    }
    Ok(text)
}

fn both(
    text: &str,
    base: Option<&Phrase>,
    ours: &Phrase,
    theirs: &Phrase,
    day: &str,
) -> Result<String, EditError> {
    let merged = merge_phrase(base, ours, theirs);
    let text = pack::put(text, &merged.phrase)?;
    match merged.other {
        Some(other) => beside(&text, &other, day).map(|(text, _)| text),
        None => Ok(text),
    }
}

/// Puts a second version of a phrase beside the first, under an id of its own; one that is there already is not
/// put twice. The answer has the changed text and that id.
///
/// # Errors
/// If the text cannot be changed safely.
pub fn beside(text: &str, other: &Phrase, day: &str) -> Result<(String, PhraseId), EditError> {
    let there = phrases(text);
    let mut copy = other.clone();
    copy.title = format!("{} (my version, {day})", other.title);
    copy.tags.retain(|tag| tag != CONFLICT);
    copy.tags.push(CONFLICT.to_owned());
    let numbered = |number: usize| match number {
        1 => PhraseId::new(format!("{}-mine", other.id)),
        _ => PhraseId::new(format!("{}-mine-{number}", other.id)),
    };
    let mut number = 1;
    loop {
        copy.id = numbered(number);
        match there.get(&copy.id) {
            None => return Ok((pack::put(text, &copy)?, copy.id)),
            // It may have been put there on another day.
            Some(kept) if Phrase { title: copy.title.clone(), ..kept.clone() } == copy => {
                return Ok((text.to_owned(), copy.id));
            }
            Some(_) => number += 1,
        }
    }
}

/// The phrases that one version has and the other has not, or has differently; sorted.
pub fn changed_ids(before: &str, after: &str) -> Vec<PhraseId> {
    let (before, after) = (phrases(before), phrases(after));
    let mut ids: Vec<PhraseId> = before.keys().chain(after.keys()).cloned().collect();
    ids.sort();
    ids.dedup();
    ids.retain(|id| before.get(id) != after.get(id));
    ids
}

/// Whether a text can be read as a pack and changed: what is not sound is never written into.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn check(text: &str) -> Result<(), EditError> {
    if text.trim_start_matches('\u{feff}').trim_matches(['\0', ' ', '\n', '\r', '\t']).is_empty() {
        return Err(EditError::Damaged { line: 1, message: "it is empty".into() });
    }
    // No phrase has the empty id: this reads everything and changes nothing.
    pack::remove(text, &PhraseId::new("")).map(drop)
}

/// Whether an edit left every phrase alone that it was not about; the last look before anything is written.
///
/// # Errors
/// The first phrase that would not be the same.
pub(crate) fn check_others(before: &str, after: &str, about: &[PhraseId]) -> Result<(), EditError> {
    let after = phrases(after);
    let other =
        phrases(before).into_iter().find(|(id, phrase)| !about.contains(id) && after.get(id) != Some(phrase));
    other.map_or(Ok(()), |(id, _)| Err(EditError::NotTheSame(id)))
}

/// The sound phrases of a pack.
pub(crate) fn phrases(text: &str) -> BTreeMap<PhraseId, Phrase> {
    let entries = read(text).entries.into_iter();
    entries.map(|entry| (entry.phrase.id.clone(), Arc::unwrap_or_clone(entry.phrase))).collect()
}

/// What a pack calls itself; empty if it does not say.
pub(crate) fn pack_id(text: &str) -> String {
    read(text).header.id.as_str().to_owned()
}

pub(crate) fn read(text: &str) -> pack::Pack {
    pack::read_text("", text)
}

fn ids_in_order(first: &str, second: &str) -> Vec<PhraseId> {
    let mut ids: Vec<PhraseId> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for entry in read(first).entries.into_iter().chain(read(second).entries) {
        if seen.insert(entry.phrase.id.clone()) {
            ids.push(entry.phrase.id.clone());
        }
    }
    ids
}

#[cfg(test)]
mod tests;
