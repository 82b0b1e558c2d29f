//! The Chinese characters of a library, numbered: both scripts share a number, and each knows how it is read.

use std::collections::HashMap;

use super::fold;
use super::syllables::{self, Alphabet, Reading};

/// The number of a character; there are fewer than 65 000 of them.
pub(super) type Letter = u16;

/// All characters that a library holds.
#[derive(Clone, Debug)]
pub(super) struct Letters {
    /// The number and 1 of each character of the basic plane; most pages of it are never touched.
    numbers: Vec<u16>,
    rare: HashMap<char, Letter>,
    characters: Vec<char>,
    readings: Vec<Reading>,
    ends: Vec<u32>,
    /// The symbols that a character's spellings begin with, a bit each: pinyin, zhuyin.
    starts: Vec<(u32, u64)>,
}

impl Default for Letters {
    fn default() -> Self {
        Self {
            numbers: vec![0; 0x1_0000],
            rare: HashMap::new(),
            characters: Vec::new(),
            readings: Vec::new(),
            ends: Vec::new(),
            starts: Vec::new(),
        }
    }
}

impl Letters {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.characters.len()
    }

    /// The number of a character, in either script, if the library holds it.
    #[inline]
    pub(super) fn get(&self, c: char) -> Option<Letter> {
        match self.numbers.get(c as usize) {
            Some(0) => self.number(fold::han(c)),
            Some(number) => Some(number - 1),
            None => self.number(fold::han(c)),
        }
    }

    fn number(&self, folded: char) -> Option<Letter> {
        match self.numbers.get(folded as usize) {
            Some(number) => number.checked_sub(1),
            None => self.rare.get(&folded).copied(),
        }
    }

    /// The number of a character, a new one if need be.
    #[inline]
    pub(super) fn learn(&mut self, c: char) -> Option<Letter> {
        match self.numbers.get(c as usize) {
            Some(number) if *number > 0 => Some(number - 1),
            _ => self.learn_new(c),
        }
    }

    fn learn_new(&mut self, c: char) -> Option<Letter> {
        let folded = fold::han(c);
        let number = self.number(folded).or_else(|| self.add(folded))?;
        match self.numbers.get_mut(c as usize) {
            Some(there) => *there = number + 1,
            None => drop(self.rare.insert(c, number)),
        }
        Some(number)
    }

    fn add(&mut self, folded: char) -> Option<Letter> {
        let number = Letter::try_from(self.characters.len()).ok().filter(|number| *number < 65_000)?;
        self.characters.push(folded);
        self.readings.extend(syllables::readings(folded));
        let start = self.ends.last().copied().unwrap_or(0) as usize;
        let mut starts = (0, 0);
        for reading in &self.readings[start..] {
            let syllable = &syllables::all()[usize::from(reading.syllable)];
            let first = |alphabet| syllable.spellings(alphabet).iter().filter_map(|it| it.first());
            first(Alphabet::Pinyin).for_each(|symbol| starts.0 |= 1 << (symbol & 31));
            first(Alphabet::Zhuyin).for_each(|symbol| starts.1 |= 1 << (symbol & 63));
        }
        self.starts.push(starts);
        self.ends.push(u32::try_from(self.readings.len()).unwrap_or(u32::MAX));
        match self.numbers.get_mut(folded as usize) {
            Some(there) => *there = number + 1,
            None => drop(self.rare.insert(folded, number)),
        }
        Some(number)
    }

    /// How a character is read.
    pub(super) fn readings(&self, letter: Letter) -> &[Reading] {
        let letter = usize::from(letter);
        let start = if letter == 0 { 0 } else { self.ends[letter - 1] as usize };
        &self.readings[start..self.ends[letter] as usize]
    }

    /// Whether a spelling of it begins with this symbol.
    pub(super) fn starts_with(&self, letter: Letter, alphabet: Alphabet, symbol: u8) -> bool {
        let (pinyin, zhuyin) = self.starts[usize::from(letter)];
        match alphabet {
            Alphabet::Pinyin => pinyin >> (symbol & 31) & 1 == 1,
            Alphabet::Zhuyin => zhuyin >> (symbol & 63) & 1 == 1,
        }
    }

    /// How much memory they hold; of the numbers, what is touched.
    pub(super) fn bytes(&self) -> usize {
        self.characters.capacity() * (4 + 4 + 16) + self.readings.capacity() * 4 + 0xb000
    }
}
