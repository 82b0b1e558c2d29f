//! Which two Chinese characters stand side by side, and where: the way into phrases for every longer Chinese word.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use super::letters::Letter;
use super::postings::{Growing, Postings};
use super::vocabulary::Quick;

/// Pairs while a library is read.
#[derive(Default)]
pub(super) struct GrowingPairs {
    numbers: HashMap<u32, u32, BuildHasherDefault<Quick>>,
    lists: Vec<Growing>,
}

impl GrowingPairs {
    /// Notes a pair in a field of a phrase.
    #[inline]
    pub(super) fn add(&mut self, first: Letter, second: Letter, phrase: u32, mask: u8) {
        let next = u32::try_from(self.lists.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(key(first, second)).or_insert(next);
        if number == next {
            self.lists.push(Growing::default());
        }
        self.lists[number as usize].add(phrase, mask);
    }

    /// Puts them in order.
    pub(super) fn finish(mut self) -> Pairs {
        let mut keys: Vec<(u32, u32)> = self.numbers.into_iter().collect();
        keys.sort_unstable();
        let lists = keys.iter().map(|(_, number)| std::mem::take(&mut self.lists[*number as usize]));
        let postings = Postings::new(lists);
        Pairs { keys: keys.into_iter().map(|(key, _)| key).collect(), postings }
    }
}

fn key(first: Letter, second: Letter) -> u32 {
    u32::from(first) << 16 | u32::from(second)
}

/// All pairs, and where they stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs {
    keys: Vec<u32>,
    pub(super) postings: Postings,
}

impl Pairs {
    /// The number of a pair.
    pub(super) fn find(&self, first: Letter, second: Letter) -> Option<usize> {
        self.keys.binary_search(&key(first, second)).ok()
    }

    /// The numbers of the pairs that begin with a character.
    pub(super) fn beginning(&self, first: Letter) -> Range<usize> {
        let start = u32::from(first) << 16;
        let from = self.keys.partition_point(|key| *key < start);
        from..from + self.keys[from..].partition_point(|key| *key <= start | 0xffff)
    }

    /// The second character of a pair.
    pub(super) fn second(&self, number: usize) -> Letter {
        (self.keys[number] & 0xffff) as Letter
    }

    /// How much memory they hold.
    pub(super) fn bytes(&self) -> usize {
        self.keys.capacity() * 4 + self.postings.bytes()
    }
}
