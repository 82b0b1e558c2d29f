//! Looks one form of a word up in the whole library: a mark for every phrase.

use super::Field;
use super::by_ear;
use super::facts::Fact;
use super::form::{Form, Kind, Written};
use super::index::{self, Index};
use super::marks::{self, ALL, Mark, SHORT, Table, Way};
use super::postings::{GLOSS, Postings, TITLE, TITLE_START};
use super::text::{FIRST, GAP};

/// What one word got in the library.
pub(super) struct Found {
    /// By phrase.
    pub(super) phrases: Vec<Mark>,
    /// By situation.
    pub(super) situations: Vec<Mark>,
    /// By reason.
    pub(super) reasons: Vec<Mark>,
}

impl Found {
    /// The best mark of a phrase, by its own words, its situation or its reason.
    pub(super) fn of(&self, phrase: usize, fact: &Fact) -> Mark {
        let reason = self.reasons.get(fact.reason as usize).copied().unwrap_or(0);
        self.phrases[phrase].max(self.situations[fact.situation as usize]).max(reason)
    }

    /// Whether the word was found at all.
    pub(super) fn any(&self) -> bool {
        self.best() != 0
    }

    /// Whether something was found for which no slip must be forgiven.
    pub(super) fn is_better_than_slips(&self) -> bool {
        marks::parts(self.best()).0 > Way::Slip as u16
    }

    /// The best mark of all.
    fn best(&self) -> Mark {
        let best = |marks: &[Mark]| marks.iter().copied().fold(0, Mark::max);
        best(&self.phrases).max(best(&self.situations)).max(best(&self.reasons))
    }
}

/// Looks all forms of a word up.
pub(super) fn look_up(index: &Index, forms: &mut [Form]) -> Found {
    let mut found = Found {
        phrases: vec![0; index.facts.len()],
        situations: vec![0; index.situations.len()],
        reasons: vec![0; index.reasons.len()],
    };
    for form in forms {
        look_up_form(index, form, &mut found.phrases);
        for (field, names, marks) in [
            (Field::Situation, &index.situations, &mut found.situations),
            (Field::Reason, &index.reasons, &mut found.reasons),
        ] {
            for (names, mark) in names.iter().zip(marks) {
                for name in names {
                    *mark = (*mark).max(form.best(index, name, field));
                }
            }
        }
    }
    found
}

fn look_up_form(index: &Index, form: &mut Form, phrases: &mut [Mark]) {
    let best = form.best_way();
    match &mut form.kind {
        Kind::Han(letters) => han(index, letters, best, phrases),
        Kind::Letters(written) if form.near.is_some() => synonym(index, written, best.1, phrases),
        Kind::Letters(written) => letters(index, written, phrases),
        Kind::Sound(ear) => by_ear::look_up(index, ear, phrases),
    }
}

/// How closely characters are found that were typed as such.
pub(super) const AS_WRITTEN: u16 = 14;

/// Marks all phrases of a list, by the fields the term stands in.
pub(super) fn raise_all(phrases: &mut [Mark], postings: &Postings, list: usize, table: &Table) {
    postings.each(list, |phrase, fields| raise(phrases, phrase, table[usize::from(fields)]));
}

fn raise(phrases: &mut [Mark], phrase: usize, mark: Mark) {
    phrases[phrase] = phrases[phrase].max(mark);
}

fn han(index: &Index, letters: &[u16], (way, closely): (Way, u16), phrases: &mut [Mark]) {
    let table = marks::table(way, closely, ALL);
    let number = |at: usize| letters[at] - FIRST;
    match letters.len() {
        0 => {}
        1 => raise_all(phrases, &index.singles, usize::from(number(0)), &table),
        2 => {
            let Some(pair) = index.pairs.find(number(0), number(1)) else { return };
            raise_all(phrases, &index.pairs.postings, pair, &table);
        }
        _ => {
            for phrase in with_all_pairs(index, letters) {
                verify(index, phrase, phrases, |run| run.starts_with(letters).then_some(&table));
            }
        }
    }
}

/// The phrases in one of whose fields all pairs of a long word stand.
fn with_all_pairs(index: &Index, letters: &[u16]) -> Vec<usize> {
    let mut fields = vec![0_u8; index.facts.len()];
    for (at, pair) in letters.windows(2).enumerate() {
        let Some(pair) = index.pairs.find(pair[0] - FIRST, pair[1] - FIRST) else { return Vec::new() };
        if at == 0 {
            index.pairs.postings.each(pair, |phrase, there| fields[phrase] = there & !TITLE_START);
            continue;
        }
        let mut next = vec![0_u8; fields.len()];
        index.pairs.postings.each(pair, |phrase, there| next[phrase] = fields[phrase] & there);
        fields = next;
    }
    (0..fields.len()).filter(|phrase| fields[*phrase] != 0).collect()
}

/// Reads the Chinese of a phrase and marks the best find.
pub(super) fn verify<'t>(
    index: &Index,
    phrase: usize,
    phrases: &mut [Mark],
    mut find: impl FnMut(&[u16]) -> Option<&'t Table>,
) {
    let run = index.running(phrase);
    let (mut field, mut start) = (0, false);
    let mut best = 0;
    for (at, &letter) in run.iter().enumerate() {
        if letter < FIRST {
            if letter != GAP {
                (field, start) = (index::field(letter), index::field(letter) == TITLE);
            }
            continue;
        }
        if let Some(table) = find(&run[at..]) {
            let fields = if start { field | TITLE_START } else { field };
            best = best.max(table[usize::from(fields)]);
        }
        start = false;
    }
    raise(phrases, phrase, best);
}

/// How closely a word is found that begins as typed: the more of it, the closer.
pub(super) fn begun(typed: &str, word: &str) -> u16 {
    if typed.len() == word.len() { AS_WRITTEN } else { 2 + share(typed, word) }
}

/// The share of a word that was typed, 0 to 8.
pub(super) fn share(typed: &str, word: &str) -> u16 {
    u16::try_from(typed.len() * 8 / word.len().max(1)).unwrap_or(8)
}

/// The marks of finds made in one way, by how closely.
fn tables(way: Way) -> [Table; AS_WRITTEN as usize + 1] {
    std::array::from_fn(|closely| marks::table(way, u16::try_from(closely).unwrap_or(AS_WRITTEN), ALL))
}

fn letters(index: &Index, written: &Written, phrases: &mut [Mark]) {
    let (words, typed) = (&index.words, written.word.as_str());
    let (plainly, partly) = (tables(Way::Plainly), tables(Way::Partly));
    let beginning = words.beginning(typed);
    for number in beginning.clone() {
        let table = &plainly[usize::from(begun(typed, words.word(number)))];
        raise_all(phrases, &words.postings, number, table);
    }
    if typed.len() > 2 {
        words.holding(typed, |number| {
            if !beginning.contains(&number) {
                let table = &partly[usize::from(share(typed, words.word(number)))];
                raise_all(phrases, &words.postings, number, table);
            }
        });
    }
    let Some(tolerance) = written.tolerance else { return };
    for number in (0..words.len()).filter(|number| !beginning.contains(number)) {
        if !tolerance.may(written.bits, words.letters(number)) {
            continue;
        }
        if let Some(slips) = tolerance.slips(typed.as_bytes(), words.word(number).as_bytes()) {
            let table = marks::table(Way::Slip, forgiven(slips), SHORT | GLOSS);
            raise_all(phrases, &words.postings, number, &table);
        }
    }
}

/// How closely a word is found with so many slips.
pub(super) fn forgiven(slips: usize) -> u16 {
    9_u16.saturating_sub(3 * u16::try_from(slips).unwrap_or(3))
}

/// A word that stands for another is looked for as it is.
fn synonym(index: &Index, written: &Written, closely: u16, phrases: &mut [Mark]) {
    let Some(number) = index.words.beginning(&written.word).next() else { return };
    if index.words.word(number) == written.word {
        let table = marks::table(Way::Near, closely, ALL);
        raise_all(phrases, &index.words.postings, number, &table);
    }
}
