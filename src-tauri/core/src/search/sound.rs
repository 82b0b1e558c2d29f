//! A query by ear: what may be typed for a Chinese word in pinyin or zhuyin, in full, by initials or mixed, with or
//! without tones.

use super::fold;
use super::syllables::{self, Alphabet, FIRST_ZHUYIN, Reading};

/// More symbols than that are no sound any more.
const LONGEST: usize = 48;

/// How well what was typed spells a character; the worst counts for a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spelt {
    /// By its first letter, or with another tone.
    Loosely,
    /// In full, by ears that hear no difference between zh and z, or ang and an.
    Slurred,
    /// As far as it was typed.
    Begun,
    /// In full, in one of its rarer readings.
    Rarely,
    /// In full.
    Fully,
}

/// One way to go on: where what is typed for the next character begins, and how well this one is spelt.
pub(super) type Step = (u8, Spelt);

/// The ways to go on over one character; there are never many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Steps {
    count: u8,
    steps: [Option<Step>; 6],
}

impl Steps {
    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = Step> {
        self.steps.into_iter().take(usize::from(self.count)).flatten()
    }

    /// Whether the character cannot stand here.
    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    fn add(&mut self, to: usize, spelt: Spelt) {
        let Ok(to) = u8::try_from(to) else { return };
        let count = usize::from(self.count);
        if let Some(there) = self.steps[..count].iter_mut().flatten().find(|there| there.0 == to) {
            there.1 = there.1.max(spelt);
        } else if count < self.steps.len() {
            self.steps[count] = Some((to, spelt));
            self.count += 1;
        }
    }
}

/// A typed sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sound {
    /// What it is typed in.
    pub(super) alphabet: Alphabet,
    symbols: Vec<u8>,
    /// The tone that was typed on or right after each symbol; 0 is none.
    tones: Vec<u8>,
    /// Where a tone ends a syllable, a bit each.
    ends: u64,
}

impl Sound {
    /// Reads Latin letters, with `v` for ü, tones as marks or digits.
    pub(super) fn pinyin(typed: &str) -> Option<Self> {
        let mut sound = Self::empty(Alphabet::Pinyin);
        for c in typed.chars() {
            match c {
                '0'..='5' if !sound.symbols.is_empty() => sound.digit(c as u8 - b'0'),
                '\u{304}' => sound.tone(1),
                '\u{301}' => sound.tone(2),
                '\u{30c}' => sound.tone(3),
                '\u{300}' => sound.tone(4),
                '\u{308}' => sound.replace_last(b'v'),
                '\'' | '’' | '‘' => sound.end(),
                _ => {
                    let symbol = if is_u_umlaut(c) { 'v' } else { fold::letter(c) };
                    sound.symbols.push(u8::try_from(symbol).ok().filter(u8::is_ascii_lowercase)?);
                    sound.tones.push(tone_of(c));
                }
            }
        }
        sound.checked()
    }

    /// Reads zhuyin symbols and its five tones.
    pub(super) fn zhuyin(typed: &str) -> Option<Self> {
        let mut sound = Self::empty(Alphabet::Zhuyin);
        for c in typed.chars() {
            match "ˉˊˇˋ˙".chars().position(|tone| tone == c) {
                Some(_) if sound.symbols.is_empty() => {}
                Some(tone) => sound.digit(u8::try_from(tone).ok()? + 1),
                None => {
                    let symbol = u32::from(c).checked_sub(FIRST_ZHUYIN)?;
                    sound.symbols.push(u8::try_from(symbol).ok().filter(|symbol| *symbol < 43)?);
                    sound.tones.push(0);
                }
            }
        }
        sound.checked()
    }

    fn empty(alphabet: Alphabet) -> Self {
        Self { alphabet, symbols: Vec::new(), tones: Vec::new(), ends: 0 }
    }

    fn checked(self) -> Option<Self> {
        (1..=LONGEST).contains(&self.symbols.len()).then_some(self)
    }

    fn tone(&mut self, tone: u8) {
        if let Some(last) = self.tones.last_mut() {
            *last = tone;
        }
    }

    fn digit(&mut self, tone: u8) {
        self.tone(if tone == 0 { 5 } else { tone });
        self.end();
    }

    fn end(&mut self) {
        if self.symbols.len() < 64 {
            self.ends |= 1 << self.symbols.len();
        }
    }

    fn replace_last(&mut self, symbol: u8) {
        if let Some(last) = self.symbols.last_mut().filter(|last| **last == b'u') {
            *last = symbol;
        }
    }

    /// How many symbols were typed.
    pub(super) fn len(&self) -> usize {
        self.symbols.len()
    }

    /// The symbol at a place.
    pub(super) fn symbol(&self, at: usize) -> u8 {
        self.symbols[at]
    }

    /// The ways to go on over a character with these readings, from the symbol at `from`.
    pub(super) fn steps(&self, readings: &[Reading], from: usize) -> Steps {
        let mut steps = Steps::default();
        for reading in readings {
            let syllable = &syllables::all()[usize::from(reading.syllable)];
            for spelling in syllable.spellings(self.alphabet) {
                self.step(&mut steps, *reading, spelling, from);
            }
            for spelling in syllable.slurred(self.alphabet) {
                let end = from + spelling.len();
                if self.symbols[from..].starts_with(spelling) && !self.broken(from, end) {
                    steps.add(end, self.in_tone(*reading, from..end, Spelt::Slurred));
                }
            }
        }
        steps
    }

    /// From which symbols on syllables can lead to the end, a bit each.
    pub(super) fn ways_out(&self) -> u64 {
        let syllables = syllables::all().len() as u16;
        let mut ways = 1_u64 << self.len();
        for from in (0..self.len()).rev() {
            let leads_out = |syllable| {
                let reading = Reading { syllable, tone: 0, usual: true };
                self.steps(&[reading], from).iter().any(|(to, _)| ways >> to & 1 == 1)
            };
            if (0..syllables).any(leads_out) {
                ways |= 1 << from;
            }
        }
        ways
    }

    fn step(&self, steps: &mut Steps, reading: Reading, spelling: &[u8], from: usize) {
        let rest = &self.symbols[from..];
        if rest.first() != spelling.first() {
            return;
        }
        let end = from + spelling.len();
        if rest.starts_with(spelling) && !self.broken(from, end) {
            steps.add(
                end,
                self.in_tone(reading, from..end, if reading.usual { Spelt::Fully } else { Spelt::Rarely }),
            );
        } else if spelling.starts_with(rest) && !self.broken(from, self.len()) {
            let initial = from == 0 && rest.len() == 1;
            let spelt = if initial || !reading.usual { Spelt::Loosely } else { Spelt::Begun };
            steps.add(self.len(), self.in_tone(reading, from..self.len(), spelt));
        }
        if rest.len() > 1 && spelling.len() > 1 {
            steps.add(from + 1, self.in_tone(reading, from..from + 1, Spelt::Loosely));
        }
        let two =
            self.alphabet == Alphabet::Pinyin && spelling.get(1) == Some(&b'h') && rest.get(1) == Some(&b'h');
        if two && rest.len() > 2 {
            steps.add(from + 2, Spelt::Loosely);
        }
    }

    /// Whether a typed tone ends a syllable inside this range.
    fn broken(&self, from: usize, to: usize) -> bool {
        (from + 1..to).any(|at| self.ends >> at & 1 == 1)
    }

    /// Another tone than the character's is no reason to miss it: the two sides of the Strait differ in many.
    fn in_tone(&self, reading: Reading, range: std::ops::Range<usize>, spelt: Spelt) -> Spelt {
        match self.tones[range].iter().max() {
            Some(&tone) if tone != 0 && tone != reading.tone => Spelt::Loosely,
            _ => spelt,
        }
    }
}

fn is_u_umlaut(c: char) -> bool {
    matches!(c, 'ü' | 'Ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'Ǖ' | 'Ǘ' | 'Ǚ' | 'Ǜ')
}

fn tone_of(c: char) -> u8 {
    let rows = ["āēīōūǖĀĒĪŌŪǕ", "áéíóúǘńÁÉÍÓÚǗŃ", "ǎěǐǒǔǚňǍĚǏǑǓǙŇ", "àèìòùǜǹÀÈÌÒÙǛǸ"];
    let row = rows.iter().position(|row| !c.is_ascii() && row.contains(c));
    row.and_then(|row| u8::try_from(row + 1).ok()).unwrap_or(0)
}

/// Whether a character is a symbol of zhuyin or one of its tones.
pub(super) fn is_zhuyin(c: char) -> bool {
    matches!(c, '\u{3105}'..='\u{312f}' | 'ˉ' | 'ˊ' | 'ˇ' | 'ˋ' | '˙')
}
