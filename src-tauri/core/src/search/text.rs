//! One text as it is searched closely: its characters by number, its words, and where each of them stands.

use std::ops::Range;

use super::letters::{Letter, Letters};
use super::tokens::{self, Reader};

/// Stands between characters that do not touch.
pub(super) const GAP: u16 = 0;
/// The number of the first character; what is below parts fields.
pub(super) const FIRST: u16 = 8;

/// A text that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    /// The characters, as number and [`FIRST`], with gaps.
    pub(super) letters: Vec<u16>,
    /// Where each stands.
    pub(super) at: Vec<u32>,
    all_words: String,
    words: Vec<(Range<usize>, Range<usize>)>,
    /// Where the first word or character stands.
    pub(super) first: Option<usize>,
}

impl Text {
    /// Reads a text with the characters that are known.
    pub(super) fn read(text: &str, letters: &Letters) -> Self {
        // A byte in six is about right for either kind of text; what is left over is soon freed.
        let room = text.len() / 6 + 4;
        let empty = Self {
            letters: Vec::with_capacity(room * 2),
            at: Vec::with_capacity(room * 2),
            all_words: String::with_capacity(room * 4),
            words: Vec::with_capacity(room),
            first: None,
        };
        let mut taker = Taker { text: empty, number: |c: char| letters.get(c) };
        tokens::read(text, &mut taker);
        taker.text
    }

    /// Reads a text and learns its characters.
    pub(super) fn learn(text: &str, letters: &mut Letters) -> Self {
        let mut taker = Taker { text: Self::default(), number: |c: char| letters.learn(c) };
        tokens::read(text, &mut taker);
        taker.text
    }

    /// The words and where they stand.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        self.words.iter().map(|(word, span)| (&self.all_words[word.clone()], span.clone()))
    }

    /// Where some characters stand in the text.
    pub(super) fn span(&self, letters: Range<usize>) -> Range<usize> {
        self.at[letters.start] as usize..self.at[letters.end - 1] as usize + 1
    }
}

struct Taker<F> {
    text: Text,
    number: F,
}

impl<F: FnMut(char) -> Option<Letter>> Reader for Taker<F> {
    fn han(&mut self, c: char, at: usize) {
        self.text.first.get_or_insert(at);
        let number = (self.number)(c).map_or(GAP, |letter| letter + FIRST);
        self.text.letters.push(number);
        self.text.at.push(u32::try_from(at).unwrap_or(u32::MAX));
    }

    fn word(&mut self, word: &str, span: Range<usize>) {
        self.text.first.get_or_insert(span.start);
        let start = self.text.all_words.len();
        self.text.all_words.push_str(word);
        self.text.words.push((start..self.text.all_words.len(), span));
    }

    fn gap(&mut self) {
        if self.text.letters.last().is_some_and(|last| *last != GAP) {
            self.text.letters.push(GAP);
            self.text.at.push(0);
        }
    }
}
