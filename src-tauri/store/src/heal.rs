//! What cannot be read of a damaged pack stays in use as it last could. In memory only: the file is its owner's to mend.

use fencun_core::pack::{self, EditError, Pack, PackFile};
use fencun_core::{Cost, PhraseId, Problem};

use crate::merge;

/// How many problems of one damaged file are told: one slip of the pen can break every line after it.
const TOLD: usize = 8;

/// The text with what cannot be read of it as it last could; None if older versions have nothing to add.
pub(crate) fn heal<V: Iterator<Item = String>>(
    file: &PackFile,
    read: &Pack,
    good: String,
    versions: impl Fn() -> V,
) -> Option<String> {
    let (before, now) = (merge::phrases(&good), merge::phrases(&file.text));
    if may_be_torn(file, read) {
        let sound = now.values().filter(|phrase| before.get(&phrase.id) != Some(phrase));
        return Some(sound.fold(good, |text, phrase| pack::put(&text, phrase).unwrap_or(text)));
    }
    let lost = bad(read).filter_map(|problem| problem.id.as_ref()).filter(|id| !now.contains_key(*id));
    let healed = lost.fold(file.text.clone(), |text, id: &PhraseId| {
        let version = versions().find(|old| merge::phrases(old).contains_key(id));
        version.and_then(|old| pack::get_text(&old, &text, id).ok()).unwrap_or(text)
    });
    (healed != file.text).then_some(healed)
}

/// Whether more may be missing than what is told: where something is bad that is no single entry, or where the last
/// entry is, the file may be half written.
fn may_be_torn(file: &PackFile, read: &Pack) -> bool {
    let is_entry = |line: &str| line.trim_start().starts_with("[[phrase]]");
    let last = file.text.lines().enumerate().filter(|(_, line)| is_entry(line)).last().map(|(at, _)| at + 1);
    bad(read).any(|problem| problem.cost == Cost::File || problem.id.is_none() || problem.line >= last)
}

fn bad(read: &Pack) -> impl Iterator<Item = &Problem> {
    read.problems.iter().filter(|problem| problem.cost != Cost::Nothing)
}

/// One problem instead of one for each line, where nothing at all can be read.
pub(crate) fn nothing_in_it(file: &PackFile, read: &Pack) -> Option<Problem> {
    let holds = [read.entries.len(), read.cultures.len(), read.situations.len(), read.reasons.len()];
    if holds.iter().any(|count| *count > 0) {
        return None;
    }
    if let Some(whole) = bad(read).find(|problem| problem.cost == Cost::File) {
        return Some(whole.clone());
    }
    let Err(EditError::Damaged { line, message }) = merge::check(&file.text) else { return None };
    let message = format!("no pack can be read from it ({message}); mend it, or move it out of the library");
    Some(Problem { file: file.name.clone(), line: Some(line), id: None, message, cost: Cost::File })
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
pub(crate) fn markers(file: &PackFile) -> Option<Problem> {
    let is_marker = |line: &str| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ");
    let at = file.text.lines().position(is_marker)?;
    let message =
        "git left both sides of a merge in the file; keep one of them and remove the lines of <, = and >";
    let file = file.name.clone();
    Some(Problem { file, line: Some(at + 1), id: None, message: message.to_owned(), cost: Cost::Entry })
}
