//! Looks up what a Chinese word sounds like: first which pairs of characters sound so, then where those stand.

use super::form::Ear;
use super::index::Index;
use super::letters::Letter;
use super::lookup::{raise_all, verify};
use super::marks::{self, ALL, Mark, SHORT, Way};
use super::postings::TITLE_START;
use super::sound::Spelt;

/// The way and the closeness of a find by ear.
pub(super) fn heard(spelt: Spelt) -> (Way, u16) {
    match spelt {
        Spelt::Fully => (Way::Plainly, 10),
        Spelt::Rarely => (Way::Plainly, 7),
        Spelt::Begun => (Way::Plainly, 4),
        Spelt::Loosely => (Way::Partly, 4),
    }
}

/// Marks every phrase in which something sounds as typed.
pub(super) fn look_up(index: &Index, ear: &mut Ear, phrases: &mut [Mark]) {
    let length = ear.sound.len();
    let tables = [Spelt::Loosely, Spelt::Begun, Spelt::Rarely, Spelt::Fully].map(|spelt| {
        let (way, closely) = heard(spelt);
        marks::table(way, closely, if ear.is_heard_in_long_texts(spelt) { ALL } else { SHORT })
    });
    let mut longer = Longer::default();
    for letter in all(index) {
        for (to, spelt) in ear.steps(&index.letters, letter, 0).iter() {
            if usize::from(to) == length {
                raise_all(phrases, &index.singles, usize::from(letter), &tables[spelt as usize]);
            } else {
                longer.add_second(to);
                look_up_pairs(index, ear, (letter, usize::from(to), spelt), &mut |pair, spelt| match spelt {
                    Some(spelt) => raise_all(phrases, &index.pairs.postings, pair, &tables[spelt as usize]),
                    None => longer.pairs.push(pair),
                });
            }
        }
    }
    for phrase in longer.phrases(index, ear) {
        verify(index, phrase, phrases, |run| {
            ear.hear(&index.letters, run).map(|(spelt, _)| &tables[spelt as usize])
        });
    }
}

fn all(index: &Index) -> impl Iterator<Item = Letter> + use<> {
    (0..index.letters.len()).map(|letter| letter as Letter)
}

/// The pairs whose second character goes on as typed: how well they are spelt, or None if more must follow.
fn look_up_pairs(
    index: &Index,
    ear: &mut Ear,
    (first, from, spelt): (Letter, usize, Spelt),
    take: &mut impl FnMut(usize, Option<Spelt>),
) {
    for pair in index.pairs.beginning(first) {
        for (end, second) in ear.steps(&index.letters, index.pairs.second(pair), from).iter() {
            let ends = usize::from(end) == ear.sound.len();
            take(pair, ends.then_some(spelt.min(second)));
        }
    }
}

/// Pairs with which a word of three or more characters begins that sounds as typed.
#[derive(Default)]
struct Longer {
    pairs: Vec<usize>,
    /// Where the second character may be typed.
    seconds: Vec<usize>,
}

impl Longer {
    fn add_second(&mut self, at: u8) {
        let at = usize::from(at);
        if !self.seconds.contains(&at) {
            self.seconds.push(at);
        }
    }

    /// The phrases that hold such a pair and one that may follow it, in the same field.
    fn phrases(&self, index: &Index, ear: &mut Ear) -> Vec<usize> {
        let mut found = Vec::new();
        if self.pairs.is_empty() {
            return found;
        }
        let mut fields = vec![0_u8; index.facts.len()];
        for &pair in &self.pairs {
            index.pairs.postings.each(pair, |phrase, there| fields[phrase] |= there & !TITLE_START);
        }
        for pair in self.following(index, ear) {
            index.pairs.postings.each(pair, |phrase, there| {
                if fields[phrase] & there != 0 {
                    fields[phrase] = 0;
                    found.push(phrase);
                }
            });
        }
        found
    }

    /// The pairs that the second and the third character may be.
    fn following(&self, index: &Index, ear: &mut Ear) -> Vec<usize> {
        let mut pairs = Vec::new();
        for letter in all(index) {
            for &from in &self.seconds {
                for (to, spelt) in ear.steps(&index.letters, letter, from).iter() {
                    if usize::from(to) < ear.sound.len() {
                        look_up_pairs(index, ear, (letter, usize::from(to), spelt), &mut |pair, _| {
                            pairs.push(pair);
                        });
                    }
                }
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}
