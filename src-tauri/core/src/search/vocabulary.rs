//! The words of a library that are no Chinese characters, in alphabetical order, and where they stand.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::postings::{Growing, Postings};
use super::typo;

/// Words while a library is read.
#[derive(Default)]
pub(super) struct GrowingWords {
    numbers: HashMap<Box<str>, u32, BuildHasherDefault<Quick>>,
    lists: Vec<Growing>,
}

impl GrowingWords {
    /// Notes a word in a field of a phrase.
    pub(super) fn add(&mut self, word: &str, phrase: u32, mask: u8) {
        let number = match self.numbers.get(word) {
            Some(number) => *number as usize,
            None => {
                self.numbers.insert(word.into(), u32::try_from(self.lists.len()).unwrap_or(u32::MAX));
                self.lists.push(Growing::default());
                self.lists.len() - 1
            }
        };
        self.lists[number].add(phrase, mask);
    }

    /// Puts them in order.
    pub(super) fn finish(mut self) -> Vocabulary {
        let mut words: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        words.sort_unstable();
        let mut vocabulary = Vocabulary::default();
        for (word, _) in &words {
            vocabulary.letters.push(typo::letters(word));
            vocabulary.text.push_str(word);
            vocabulary.text.push('\n');
            vocabulary.ends.push(u32::try_from(vocabulary.text.len()).unwrap_or(u32::MAX));
        }
        let lists = words.into_iter().map(|(_, number)| std::mem::take(&mut self.lists[number as usize]));
        vocabulary.postings = Postings::new(lists);
        vocabulary
    }
}

/// All words, and where they stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    /// The words, each with a newline after it.
    text: String,
    ends: Vec<u32>,
    letters: Vec<u32>,
    pub(super) postings: Postings,
}

impl Vocabulary {
    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A word by number.
    pub(super) fn word(&self, number: usize) -> &str {
        let start = if number == 0 { 0 } else { self.ends[number - 1] as usize };
        &self.text[start..self.ends[number] as usize - 1]
    }

    /// Which letters a word has.
    pub(super) fn letters(&self, number: usize) -> u32 {
        self.letters[number]
    }

    /// The words that begin so.
    pub(super) fn beginning(&self, start: &str) -> Range<usize> {
        let from = self.first(|word| word < start);
        from..from
            + self.ends[from..]
                .iter()
                .enumerate()
                .take_while(|(at, _)| self.word(from + at).starts_with(start))
                .count()
    }

    /// Whether this is one of them.
    pub(super) fn has(&self, word: &str) -> bool {
        let number = self.first(|before| before < word);
        number < self.len() && self.word(number) == word
    }

    /// The words that hold these letters somewhere, each once.
    pub(super) fn holding(&self, part: &str, mut take: impl FnMut(usize)) {
        let finder = memchr::memmem::Finder::new(part);
        let (bytes, mut from) = (self.text.as_bytes(), 0);
        while let Some(found) = finder.find(&bytes[from..]) {
            let at = from + found;
            let number = self.ends.partition_point(|end| *end as usize <= at);
            take(number);
            from = self.ends[number] as usize;
        }
    }

    fn first(&self, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if before(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// How much memory it holds.
    pub(super) fn bytes(&self) -> usize {
        self.text.capacity() + self.ends.capacity() * 4 + self.letters.capacity() * 4 + self.postings.bytes()
    }
}

/// A quick hash for short keys. A pack made to collide would slow its own loading, which the limits on files bound.
#[derive(Default)]
pub(super) struct Quick(u64);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        let product = u128::from(self.0 ^ number ^ 0x243f_6a88_85a3_08d3) * 0x9e37_79b9_7f4a_7c15_u128;
        self.0 = (product as u64) ^ ((product >> 64) as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_beginning_and_by_their_inside() {
        let mut growing = GrowingWords::default();
        for (phrase, word) in ["mail", "email", "mailbox", "zoo", "mail"].into_iter().enumerate() {
            growing.add(word, u32::try_from(phrase).expect("few"), 1);
        }
        let words = growing.finish();
        let told = |range: Range<usize>| range.map(|number| words.word(number)).collect::<Vec<_>>();
        assert_eq!(told(words.beginning("mail")), ["mail", "mailbox"]);
        assert_eq!(told(words.beginning("zz")), [""; 0]);
        let mut holding = Vec::new();
        words.holding("mail", |number| holding.push(words.word(number)));
        assert_eq!(holding, ["email", "mail", "mailbox"]);
        let mut phrases = Vec::new();
        words.postings.each(1, |phrase, _| phrases.push(phrase));
        assert_eq!(phrases, [0, 4]);
    }
}
