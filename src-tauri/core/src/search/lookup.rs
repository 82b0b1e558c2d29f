//! Looks one form of a word up in the whole library: a mark for every phrase.

use super::Field;
use super::form::{Ear, Form, Kind, Written};
use super::index::{self, Index};
use super::letters::Letter;
use super::marks::{self, ALL, Mark, SHORT, Way};
use super::postings::{GLOSS, TITLE, TITLE_START};
use super::sound::Spelt;
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
    /// Whether the word was found at all.
    pub(super) fn any(&self) -> bool {
        [&self.phrases, &self.situations, &self.reasons].into_iter().flatten().any(|mark| *mark != 0)
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
        Kind::Sound(ear) => sound(index, ear, phrases),
    }
}

/// How closely characters are found that were typed as such.
pub(super) const AS_WRITTEN: u16 = 14;

fn raise(phrases: &mut [Mark], phrase: usize, mark: Mark) {
    phrases[phrase] = phrases[phrase].max(mark);
}

fn han(index: &Index, letters: &[u16], (way, closely): (Way, u16), phrases: &mut [Mark]) {
    let table = marks::table(way, closely, ALL);
    let number = |at: usize| letters[at] - FIRST;
    match letters.len() {
        0 => {}
        1 => index.singles.each(usize::from(number(0)), |phrase, fields| {
            raise(phrases, phrase, table[usize::from(fields)]);
        }),
        2 => {
            let Some(pair) = index.pairs.find(number(0), number(1)) else { return };
            index
                .pairs
                .postings
                .each(pair, |phrase, fields| raise(phrases, phrase, table[usize::from(fields)]));
        }
        _ => {
            for phrase in with_all_pairs(index, letters) {
                verify(index, phrase, phrases, |run| run.starts_with(letters).then_some((way, closely)));
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
fn verify(
    index: &Index,
    phrase: usize,
    phrases: &mut [Mark],
    mut find: impl FnMut(&[u16]) -> Option<(Way, u16)>,
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
        if let Some((way, closely)) = find(&run[at..]) {
            let fields = if start { field | TITLE_START } else { field };
            best = best.max(marks::table(way, closely, ALL)[usize::from(fields)]);
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

fn letters(index: &Index, written: &Written, phrases: &mut [Mark]) {
    let (words, typed) = (&index.words, written.word.as_str());
    let beginning = words.beginning(typed);
    for number in beginning.clone() {
        let table = marks::table(Way::Plainly, begun(typed, words.word(number)), ALL);
        words.postings.each(number, |phrase, fields| raise(phrases, phrase, table[usize::from(fields)]));
    }
    if typed.len() > 2 {
        words.holding(typed, |number| {
            if !beginning.contains(&number) {
                let table = marks::table(Way::Partly, share(typed, words.word(number)), ALL);
                words
                    .postings
                    .each(number, |phrase, fields| raise(phrases, phrase, table[usize::from(fields)]));
            }
        });
    }
    let Some(tolerance) = written.tolerance else { return };
    for number in 0..words.len() {
        if beginning.contains(&number) || !tolerance.may(written.bits, words.letters(number)) {
            continue;
        }
        if let Some(slips) = tolerance.slips(typed.as_bytes(), words.word(number).as_bytes()) {
            let table = marks::table(Way::Slip, forgiven(slips), SHORT | GLOSS);
            words.postings.each(number, |phrase, fields| raise(phrases, phrase, table[usize::from(fields)]));
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
        index
            .words
            .postings
            .each(number, |phrase, fields| raise(phrases, phrase, table[usize::from(fields)]));
    }
}

/// The way and the closeness of a find by ear.
pub(super) fn heard(spelt: Spelt) -> (Way, u16) {
    match spelt {
        Spelt::Fully => (Way::Plainly, 10),
        Spelt::Rarely => (Way::Plainly, 7),
        Spelt::Begun => (Way::Plainly, 4),
        Spelt::Loosely => (Way::Partly, 4),
    }
}

fn sound(index: &Index, ear: &mut Ear, phrases: &mut [Mark]) {
    let length = ear.sound.len();
    // One symbol is the initial of a twentieth of all characters: in long texts that says nothing.
    let allowed = if length == 1 { SHORT } else { ALL };
    let tables = [Spelt::Loosely, Spelt::Begun, Spelt::Rarely, Spelt::Fully].map(|spelt| {
        let (way, closely) = heard(spelt);
        marks::table(way, closely, allowed)
    });
    let mut longer = Longer::default();
    for letter in 0..index.letters.len() {
        let letter = letter as Letter;
        for (to, spelt) in ear.steps(&index.letters, letter, 0).iter() {
            if usize::from(to) == length {
                let table = &tables[spelt as usize];
                index.singles.each(usize::from(letter), |phrase, fields| {
                    raise(phrases, phrase, table[usize::from(fields)])
                });
                continue;
            }
            for pair in index.pairs.beginning(letter) {
                for (end, second) in
                    ear.steps(&index.letters, index.pairs.second(pair), usize::from(to)).iter()
                {
                    if usize::from(end) == length {
                        let table = &tables[spelt.min(second) as usize];
                        index
                            .pairs
                            .postings
                            .each(pair, |phrase, fields| raise(phrases, phrase, table[usize::from(fields)]));
                    } else {
                        longer.add(pair, to);
                    }
                }
            }
        }
    }
    for phrase in longer.phrases(index, ear) {
        verify(index, phrase, phrases, |run| ear.hear(&index.letters, run).map(|(spelt, _)| heard(spelt)));
    }
}

/// Pairs with which a word of three or more characters begins that sounds as typed.
#[derive(Default)]
struct Longer {
    pairs: Vec<usize>,
    /// Where the second character is typed.
    seconds: Vec<usize>,
}

impl Longer {
    fn add(&mut self, pair: usize, second: u8) {
        if self.pairs.last() != Some(&pair) {
            self.pairs.push(pair);
        }
        let second = usize::from(second);
        if !self.seconds.contains(&second) {
            self.seconds.push(second);
        }
    }

    /// The phrases that hold such a pair and one that may follow it.
    fn phrases(&self, index: &Index, ear: &mut Ear) -> Vec<usize> {
        let mut found = Vec::new();
        if self.pairs.is_empty() {
            return found;
        }
        let mut fields = vec![0_u8; index.facts.len()];
        for &pair in &self.pairs {
            index.pairs.postings.each(pair, |phrase, there| fields[phrase] |= there & !TITLE_START);
        }
        for letter in 0..index.letters.len() {
            let letter = letter as Letter;
            for &from in &self.seconds {
                for (to, _) in ear.steps(&index.letters, letter, from).iter() {
                    if usize::from(to) == ear.sound.len() {
                        continue;
                    }
                    for pair in index.pairs.beginning(letter) {
                        if ear.steps(&index.letters, index.pairs.second(pair), usize::from(to)).is_empty() {
                            continue;
                        }
                        index.pairs.postings.each(pair, |phrase, there| {
                            if fields[phrase] & there != 0 {
                                fields[phrase] = 0;
                                found.push(phrase);
                            }
                        });
                    }
                }
            }
        }
        found
    }
}
