//! The index of a library: what is worked out once, when the library is loaded, so that every key is answered at once.
//!
//! Words and pairs of Chinese characters lead to the phrases they stand in; the Chinese itself is kept as numbers to
//! look longer words up in. Pinyin and zhuyin need no index of their own: a library holds a few thousand different
//! characters, so what is typed is first turned into the pairs that sound so.

use std::collections::HashMap;
use std::hash::Hasher;
use std::ops::Range;

use super::facts::Facts;
use super::letters::{Letter, Letters};
use super::pairs::{GrowingPairs, Pairs};
use super::postings::{GLOSS, Growing, Postings, TAGS, TEXT, TITLE, TITLE_START};
use super::synonyms;
use super::text::{FIRST, GAP, Text};
use super::tokens::{self, Reader};
use super::vocabulary::{GrowingWords, Quick, Vocabulary};
use crate::{Library, Localized, Phrase};

/// Everything that is looked up while somebody types.
pub struct Index {
    pub(super) facts: Facts,
    pub(super) letters: Letters,
    /// Where each character stands.
    pub(super) singles: Postings,
    pub(super) pairs: Pairs,
    pub(super) words: Vocabulary,
    /// The names of each situation, then of each reason.
    pub(super) situations: Vec<Vec<Text>>,
    pub(super) reasons: Vec<Vec<Text>>,
    running: Vec<u16>,
    running_ends: Vec<u32>,
    pub(super) titles: Vec<u64>,
    ids: Vec<(u64, u32)>,
}

impl Index {
    /// Reads a library: about a second for 100 000 phrases.
    pub fn new(library: &Library) -> Self {
        let mut growing = GrowingIndex::default();
        for (entry, phrase) in library.entries().iter().zip(0_u32..) {
            growing.phrase(&entry.phrase, phrase);
        }
        let facts = Facts::new(library);
        let mut letters = growing.letters;
        let names = |ids: &super::facts::Ids, of: &HashMap<&str, &Localized>, letters: &mut Letters| {
            let mut texts = vec![Vec::new(); ids.len()];
            for (id, number) in ids.iter() {
                // What no pack names is shown by its id.
                let names =
                    of.get(id).map_or_else(|| vec![id], |names| names.iter().map(|(_, name)| name).collect());
                texts[number as usize] = names.into_iter().map(|name| Text::learn(name, letters)).collect();
            }
            texts
        };
        let situations = library.situations().iter().map(|it| (it.id.as_str(), &it.name)).collect();
        let reasons = library.reasons().iter().map(|it| (it.id.as_str(), &it.name)).collect();
        let situations = names(&facts.situations, &situations, &mut letters);
        let reasons = names(&facts.reasons, &reasons, &mut letters);
        // What stands for a word must be known by ear, even if the library does not hold it.
        for synonym in synonyms::all().iter().filter(|synonym| synonym.han) {
            for c in synonym.read.chars() {
                letters.learn(c);
            }
        }
        growing.singles.resize_with(letters.len(), Growing::default);
        growing.running.shrink_to_fit();
        growing.ids.sort_unstable();
        Self {
            facts,
            letters,
            singles: Postings::new(growing.singles.into_iter()),
            pairs: growing.pairs.finish(),
            words: growing.words.finish(),
            situations,
            reasons,
            running: growing.running,
            running_ends: growing.running_ends,
            titles: growing.titles,
            ids: growing.ids,
        }
    }

    /// The Chinese of a phrase, its fields parted by [`field`] marks.
    pub(super) fn running(&self, phrase: usize) -> &[u16] {
        let start = if phrase == 0 { 0 } else { self.running_ends[phrase - 1] as usize };
        &self.running[start..self.running_ends[phrase] as usize]
    }

    /// The names of a phrase's situation and of its reason.
    pub(super) fn names_of(&self, phrase: usize) -> (&[Text], &[Text]) {
        let Some(fact) = self.facts.get(phrase) else { return (&[], &[]) };
        let situation = self.situations.get(fact.situation as usize);
        let reason = self.reasons.get(fact.reason as usize);
        (situation.map_or(&[], Vec::as_slice), reason.map_or(&[], Vec::as_slice))
    }

    /// Which phrase has this id, as far as its hash tells.
    pub(super) fn phrase(&self, id: &str) -> Option<usize> {
        let hash = hash(id.as_bytes());
        let at = self.ids.binary_search_by_key(&hash, |(hash, _)| *hash).ok()?;
        Some(self.ids[at].1 as usize)
    }

    /// About how much memory it holds, in bytes.
    pub fn memory(&self) -> usize {
        let texts = self.singles.bytes() + self.pairs.bytes() + self.words.bytes();
        let running = self.running.capacity() * 2 + self.running_ends.capacity() * 4;
        let hashes = self.titles.capacity() * 8 + self.ids.capacity() * 16;
        texts + running + hashes + self.facts.bytes() + self.letters.bytes()
    }
}

/// The field that a mark in the running Chinese opens.
pub(super) fn field(mark: u16) -> u8 {
    match mark {
        1 => TITLE,
        2 => TAGS,
        3 => GLOSS,
        4 => TEXT,
        _ => 0,
    }
}

fn hash(bytes: &[u8]) -> u64 {
    let mut quick = Quick::default();
    quick.write(bytes);
    quick.finish()
}

/// What tells one title from another, however it is written.
pub(super) fn title_hash(title: &str) -> u64 {
    #[derive(Default)]
    struct Digest(Quick);
    impl Reader for Digest {
        fn han(&mut self, c: char, _: usize) {
            self.0.write_u32(u32::from(super::fold::han(c)));
        }
        fn word(&mut self, word: &str, _: Range<usize>) {
            self.0.write(word.as_bytes());
        }
        fn gap(&mut self) {}
    }
    let mut digest = Digest::default();
    tokens::read(title, &mut digest);
    digest.0.finish()
}

/// The index while a library is read.
#[derive(Default)]
struct GrowingIndex {
    letters: Letters,
    singles: Vec<Growing>,
    pairs: GrowingPairs,
    words: GrowingWords,
    running: Vec<u16>,
    running_ends: Vec<u32>,
    titles: Vec<u64>,
    ids: Vec<(u64, u32)>,
}

impl GrowingIndex {
    fn phrase(&mut self, phrase: &Phrase, number: u32) {
        self.text(&phrase.title, number, 1);
        for tag in &phrase.tags {
            self.text(tag, number, 2);
        }
        for (_, gloss) in phrase.gloss.iter() {
            self.text(gloss, number, 3);
        }
        // A subject weighs as much as what the words mean.
        self.text(phrase.subject.as_deref().unwrap_or_default(), number, 3);
        self.text(&phrase.text, number, 4);
        self.running_ends.push(u32::try_from(self.running.len()).unwrap_or(u32::MAX));
        self.titles.push(title_hash(&phrase.title));
        self.ids.push((hash(phrase.id.as_str().as_bytes()), number));
    }

    fn text(&mut self, text: &str, phrase: u32, mark: u16) {
        let start = self.running.len();
        self.running.push(mark);
        let mut taker = Taker { growing: self, phrase, mask: field(mark), last: None, first: None };
        tokens::read(text, &mut taker);
        if self.running.len() == start + 1 {
            self.running.pop();
        }
    }
}

/// Takes in one text of one phrase.
struct Taker<'g> {
    growing: &'g mut GrowingIndex,
    phrase: u32,
    mask: u8,
    /// The character just before, and the mask it was noted with.
    last: Option<(Letter, u8)>,
    /// Where the first word stands.
    first: Option<usize>,
}

impl Taker<'_> {
    fn mask_at(&mut self, at: usize) -> u8 {
        let first = *self.first.get_or_insert(at) == at;
        if first && self.mask == TITLE { TITLE | TITLE_START } else { self.mask }
    }
}

impl Reader for Taker<'_> {
    #[inline]
    fn han(&mut self, c: char, at: usize) {
        let mask = self.mask_at(at);
        let growing = &mut *self.growing;
        let Some(letter) = growing.letters.learn(c) else {
            self.gap();
            return;
        };
        let number = usize::from(letter);
        if number >= growing.singles.len() {
            growing.singles.resize_with(number + 1, Growing::default);
        }
        growing.singles[number].add(self.phrase, mask);
        if let Some((last, mask)) = self.last {
            growing.pairs.add(last, letter, self.phrase, mask);
        }
        growing.running.push(letter + FIRST);
        self.last = Some((letter, mask));
    }

    fn word(&mut self, word: &str, span: Range<usize>) {
        let mask = self.mask_at(span.start);
        self.growing.words.add(word, self.phrase, mask);
    }

    fn gap(&mut self) {
        if self.last.take().is_some() {
            self.growing.running.push(GAP);
        }
    }
}
