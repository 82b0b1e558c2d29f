//! Looks one form of a word up in one text: where it stands, and how it is read.

use std::ops::Range;

use super::Field;
use super::by_ear::heard;
use super::form::{Ear, Form, Kind, Written};
use super::index::Index;
use super::lookup::{begun, forgiven, share};
use super::marks::{Mark, Way, mark};
use super::sound::Spelt;
use super::syllables::{self, Alphabet, Reading};
use super::text::{FIRST, Text};
use super::typo::{Tolerance, letters};

/// One find in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Find {
    pub(super) mark: Mark,
    /// In characters of the text.
    pub(super) span: Range<usize>,
    /// The characters, where it was found by ear.
    letters: Option<Range<usize>>,
}

impl Form {
    /// The best mark of this form in a text.
    pub(super) fn best(&mut self, index: &Index, text: &Text, field: Field) -> Mark {
        self.finds(index, text, field).iter().map(|find| find.mark).max().unwrap_or(0)
    }

    /// All finds of this form in a text, in order.
    pub(super) fn finds(&mut self, index: &Index, text: &Text, field: Field) -> Vec<Find> {
        let best = self.best_way();
        match &mut self.kind {
            Kind::Han(letters) => characters(letters, best, text, field),
            Kind::Letters(written) if self.near.is_some() => synonyms(written, best.1, text, field),
            Kind::Letters(written) => words(written, text, field),
            Kind::Sound(ear) => sounds(ear, index, text, field),
        }
    }

    /// How the characters of a find are read, for people; None where it was not found by ear.
    pub(super) fn spoken(&mut self, index: &Index, text: &Text, find: &Find) -> Option<String> {
        let (Kind::Sound(ear), Some(letters)) = (&mut self.kind, find.letters.clone()) else { return None };
        let run = &text.letters[letters];
        let path = ear.path(&index.letters, run);
        let mut from = 0;
        let mut readings = Vec::new();
        for (letter, step) in run.iter().zip(path) {
            let all = index.letters.readings(letter - FIRST);
            let taken =
                |reading: &&Reading| ear.sound.steps(&[**reading], from).iter().any(|there| there == step);
            readings.push(*all.iter().find(taken).or_else(|| all.first())?);
            from = usize::from(step.0);
        }
        Some(joined(&readings, ear.sound.alphabet))
    }
}

/// Pinyin is written as one word, zhuyin in syllables.
fn joined(readings: &[Reading], alphabet: Alphabet) -> String {
    let mut word = String::new();
    for reading in readings {
        let syllable = syllables::written(*reading, alphabet);
        match alphabet {
            _ if word.is_empty() => {}
            Alphabet::Zhuyin => word.push(' '),
            // As in Xī'ān, which is not xiān.
            Alphabet::Pinyin if syllable.starts_with(|c| "aāáǎàoōóǒòeēéěè".contains(c)) => {
                word.push('\'');
            }
            Alphabet::Pinyin => {}
        }
        word.push_str(&syllable);
    }
    word
}

fn characters(wanted: &[u16], (way, closely): (Way, u16), text: &Text, field: Field) -> Vec<Find> {
    let windows = text.letters.windows(wanted.len().max(1)).enumerate();
    let finds = windows.filter(|(_, window)| !wanted.is_empty() && *window == wanted);
    finds.map(|(at, _)| find(text, at..at + wanted.len(), field, way, closely)).collect()
}

fn find(text: &Text, letters: Range<usize>, field: Field, way: Way, closely: u16) -> Find {
    let span = text.span(letters);
    let start = text.first == Some(span.start);
    Find { mark: mark(way, field, start, closely), span, letters: None }
}

fn sounds(ear: &mut Ear, index: &Index, text: &Text, field: Field) -> Vec<Find> {
    let mut finds: Vec<Find> = Vec::new();
    let long = matches!(field, Field::Gloss | Field::Text);
    let mut at = 0;
    while at < text.letters.len() {
        let heard_here = ear.hear(&index.letters, &text.letters[at..]);
        match heard_here.filter(|(spelt, _)| !long || ear.is_heard_in_long_texts(*spelt)) {
            Some((spelt, count)) => {
                let Some((way, closely)) = heard(ear, spelt, count) else {
                    at += 1;
                    continue;
                };
                // Initials from the middle of a name say little.
                let inside = spelt == Spelt::Loosely && text.first != Some(text.span(at..at + count).start);
                let field = if inside && field == Field::Situation { Field::Gloss } else { field };
                let there = find(text, at..at + count, field, way, closely);
                finds.push(Find { letters: Some(at..at + count), ..there });
                at += count;
            }
            None => at += 1,
        }
    }
    finds
}

fn words(written: &Written, text: &Text, field: Field) -> Vec<Find> {
    let typed = written.word.as_str();
    let forgiving = !matches!(field, Field::Text | Field::Reason);
    let of = |(word, span): (&str, Range<usize>)| {
        let (way, closely, part) = if word.starts_with(typed) {
            (Way::Plainly, begun(typed, word), Some(0))
        } else if let Some(at) = inside(typed, word) {
            (Way::Partly, share(typed, word), Some(word[..at].chars().count()))
        } else {
            let near = |tolerance: &Tolerance| forgiving && tolerance.may(written.bits, letters(word));
            let tolerance = written.tolerance.filter(near)?;
            (Way::Slip, forgiven(tolerance.slips(typed.as_bytes(), word.as_bytes())?), None)
        };
        // Where signs inside a word are not read, the whole word is shown instead of a part.
        let whole = word.chars().count() == span.len();
        let start = text.first == Some(span.start);
        let span = match part.filter(|_| whole) {
            Some(from) => span.start + from..span.start + from + typed.chars().count(),
            None => span,
        };
        Some(Find { mark: mark(way, field, start, closely), span, letters: None })
    };
    text.words().filter_map(of).collect()
}

/// Where a part of three letters or more stands inside a word.
fn inside(part: &str, word: &str) -> Option<usize> {
    let (part, word) = (part.as_bytes(), word.as_bytes());
    if part.len() < 3 || word.len() <= part.len() {
        return None;
    }
    word.windows(part.len()).position(|window| window == part)
}

fn synonyms(written: &Written, closely: u16, text: &Text, field: Field) -> Vec<Find> {
    let same = text.words().filter(|(word, _)| *word == written.word);
    let find = |(_, span): (&str, Range<usize>)| {
        let start = text.first == Some(span.start);
        Find { mark: mark(Way::Near, field, start, closely), span, letters: None }
    };
    same.map(find).collect()
}
