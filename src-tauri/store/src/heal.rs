//! What cannot be read of a damaged pack stays in use as it last could. In memory only: the file is its owner's to mend.

use std::collections::HashMap;

use fencun_core::pack::{self, EditError, Entry, Pack};
use fencun_core::{Cost, PhraseId, Problem};

use crate::merge;

/// How many problems of one damaged file are told: one slip of the pen can break every line after it.
const TOLD: usize = 8;

/// Among how many older versions a phrase is looked for.
const VERSIONS: usize = 50;

/// The pack with what cannot be read of it as it last could; None if older versions have nothing to add.
pub(crate) fn heal<V: Iterator<Item = String>>(
    name: &str,
    text: &str,
    read: &Pack,
    good: &str,
    versions: impl FnOnce() -> V,
) -> Option<Pack> {
    if may_be_torn(text, read) {
        let mut healed = sound_part(name, good);
        put_all(&mut healed.entries, &read.entries);
        return Some(healed);
    }
    let found = last_versions(lost(read), versions());
    if found.is_empty() {
        return None;
    }
    let mut healed = read.clone();
    healed.problems.retain(|problem| problem.cost == Cost::Nothing);
    put_all(&mut healed.entries, &found);
    Some(healed)
}

/// What can be read of a text, without its problems: they are told of another version of the file.
pub(crate) fn sound_part(name: &str, text: &str) -> Pack {
    let mut sound = pack::read_text(name, text);
    sound.problems.clear();
    sound
}

/// Puts entries in the place of those of the same id, else at the end.
fn put_all(entries: &mut Vec<Entry>, others: &[Entry]) {
    let places = entries.iter().enumerate().map(|(at, entry)| (entry.phrase.id.clone(), at));
    let places: HashMap<PhraseId, usize> = places.collect();
    for other in others {
        match places.get(&other.phrase.id).and_then(|at| entries.get_mut(*at)) {
            Some(entry) => *entry = other.clone(),
            None => entries.push(other.clone()),
        }
    }
}

/// The phrases that a problem keeps out of the pack.
fn lost(read: &Pack) -> Vec<PhraseId> {
    let is_there = |id: &PhraseId| read.entries.iter().any(|entry| entry.phrase.id == *id);
    let mut lost: Vec<PhraseId> = bad(read).filter_map(|problem| problem.id.clone()).collect();
    lost.sort();
    lost.dedup();
    lost.retain(|id| !is_there(id));
    lost
}

/// Each phrase as the newest version has it that has it at all.
fn last_versions(mut lost: Vec<PhraseId>, versions: impl Iterator<Item = String>) -> Vec<Entry> {
    let mut found = Vec::new();
    for old in versions.take(VERSIONS) {
        if lost.is_empty() {
            break;
        }
        let entries = merge::read(&old).entries.into_iter();
        let theirs: Vec<Entry> = entries.filter(|entry| lost.contains(&entry.phrase.id)).collect();
        lost.retain(|id| theirs.iter().all(|entry| entry.phrase.id != *id));
        found.extend(theirs);
    }
    found
}

/// Whether more may be missing than what is told: where something is bad that is no single entry, or where the last
/// entry is, the file may be half written.
fn may_be_torn(text: &str, read: &Pack) -> bool {
    let is_entry = |line: &str| line.trim_start().starts_with("[[phrase]]");
    let last = text.lines().enumerate().filter(|(_, line)| is_entry(line)).last().map(|(at, _)| at + 1);
    bad(read).any(|problem| problem.cost == Cost::File || problem.id.is_none() || problem.line >= last)
}

fn bad(read: &Pack) -> impl Iterator<Item = &Problem> {
    read.problems.iter().filter(|problem| problem.cost != Cost::Nothing)
}

/// One problem instead of one for each line, where nothing at all can be read.
pub(crate) fn nothing_in_it(name: &str, text: &str, read: &Pack) -> Option<Problem> {
    let holds = [read.entries.len(), read.cultures.len(), read.situations.len(), read.reasons.len()];
    if holds.iter().any(|count| *count > 0) {
        return None;
    }
    if let Some(whole) = bad(read).find(|problem| problem.cost == Cost::File) {
        return Some(whole.clone());
    }
    let Err(EditError::Damaged { line, message }) = merge::check(text) else { return None };
    let message = format!("no pack can be read from it ({message}); mend it, or move it out of the library");
    Some(Problem { file: name.to_owned(), line: Some(line), id: None, message, cost: Cost::File })
}

/// The first problem of each line, and of these the first few.
pub(crate) fn told(problems: &[Problem]) -> Vec<Problem> {
    let mut told: Vec<Problem> = Vec::new();
    for problem in problems.iter().filter(|problem| problem.cost != Cost::Nothing) {
        if told.len() < TOLD && told.iter().all(|other| other.line != problem.line) {
            told.push(problem.clone());
        }
    }
    told
}

/// What a merge of git leaves in a file deserves better words than the parser has.
pub(crate) fn markers(name: &str, text: &str) -> Option<Problem> {
    let is_marker = |line: &str| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ");
    let at = text.lines().position(is_marker)?;
    let message =
        "git left both sides of a merge in the file; keep one of them and remove the lines of <, = and >";
    let (file, line, message) = (name.to_owned(), Some(at + 1), message.to_owned());
    Some(Problem { file, line, id: None, message, cost: Cost::Entry })
}
