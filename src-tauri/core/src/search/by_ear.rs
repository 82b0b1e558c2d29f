//! Looks up what a Chinese word sounds like: first which pairs of characters sound so, then where those stand.

use super::form::Ear;
use super::index::Index;
use super::letters::Letter;
use super::lookup::{AS_WRITTEN, raise_all, verify};
use super::marks::{self, ALL, Mark, SHORT, Way};
use super::postings::TITLE_START;
use super::sound::Spelt;

/// The way and the closeness of a find by ear in so many characters; None where it says nothing.
pub(super) fn heard(ear: &Ear, spelt: Spelt, characters: usize) -> Option<(Way, u16)> {
    if ear.mended {
        return (spelt >= Spelt::Rarely).then_some((Way::Slip, 8));
    }
    Some(match spelt {
        Spelt::Fully => (Way::Plainly, AS_WRITTEN),
        // Many characters have a reading that hardly anybody thinks of; two together are a word.
        Spelt::Rarely if characters == 1 => (Way::Partly, 5),
        Spelt::Rarely => (Way::Plainly, 7),
        Spelt::Begun => (Way::Plainly, 4),
        Spelt::Slurred => (Way::Partly, 6),
        Spelt::Loosely => (Way::Partly, 4),
    })
}

/// Marks every phrase in which something sounds as typed.
pub(super) fn look_up(index: &Index, ear: &mut Ear, phrases: &mut [Mark]) {
    let length = ear.sound.len();
    let tables_of = |characters: usize| {
        [Spelt::Loosely, Spelt::Slurred, Spelt::Begun, Spelt::Rarely, Spelt::Fully].map(|spelt| {
            let allowed = if ear.is_heard_in_long_texts(spelt) { ALL } else { SHORT };
            heard(ear, spelt, characters)
                .map_or([0; 32], |(way, closely)| marks::table(way, closely, allowed))
        })
    };
    let (singles, tables) = (tables_of(1), tables_of(2));
    let mut words = Growing::default();
    for letter in (0..index.letters.len()).map(|letter| letter as Letter) {
        for (to, spelt) in ear.steps(&index.letters, letter, 0).iter() {
            if usize::from(to) == length {
                raise_all(phrases, &index.singles, usize::from(letter), &singles[spelt as usize]);
            } else if ear.may_end(to) {
                look_up_pairs(index, ear, (letter, to), &mut words, |pair, second| {
                    raise_all(phrases, &index.pairs.postings, pair, &tables[spelt.min(second) as usize]);
                });
            }
        }
    }
    for phrase in words.phrases(index, ear) {
        verify(index, phrase, phrases, |run| {
            ear.hear(&index.letters, run).map(|(spelt, _)| &tables[spelt as usize])
        });
    }
}

/// Tells which pairs end what was typed, of those that begin with a character; notes those after which more must follow.
fn look_up_pairs(
    index: &Index,
    ear: &mut Ear,
    (first, from): (Letter, u8),
    words: &mut Growing,
    mut ends: impl FnMut(usize, Spelt),
) {
    for pair in index.pairs.beginning(first) {
        let second = index.pairs.second(pair);
        for (to, spelt) in ear.steps(&index.letters, second, usize::from(from)).iter() {
            if usize::from(to) == ear.sound.len() {
                ends(pair, spelt);
            } else if ear.may_end(to) {
                words.pairs.push(pair);
                words.last.push((second, to));
            }
        }
    }
}

/// Words of three or more characters that sound as typed, as far as they have grown.
#[derive(Default)]
struct Growing {
    /// The last two characters of each.
    pairs: Vec<usize>,
    /// The last character of each, and where what is typed for the next one begins.
    last: Vec<(Letter, u8)>,
}

impl Growing {
    /// The phrases that hold all pairs of such a word in one field.
    fn phrases(mut self, index: &Index, ear: &mut Ear) -> Vec<usize> {
        let mut found = Vec::new();
        let mut fields = vec![!TITLE_START; if self.pairs.is_empty() { 0 } else { index.facts.len() }];
        while !self.pairs.is_empty() {
            fields = self.fields(index, &fields);
            let mut grown = Self::default();
            let mut ends = Vec::new();
            for (letter, from) in once(self.last) {
                look_up_pairs(index, ear, (letter, from), &mut grown, |pair, _| ends.push(pair));
            }
            for pair in once(ends) {
                index.pairs.postings.each(pair, |phrase, there| {
                    if fields[phrase] & there != 0 {
                        found.push(phrase);
                    }
                });
            }
            self = grown;
        }
        once(found)
    }

    /// In which fields of each phrase one of the last pairs stands too.
    fn fields(&mut self, index: &Index, before: &[u8]) -> Vec<u8> {
        let mut fields = vec![0; before.len()];
        for pair in once(std::mem::take(&mut self.pairs)) {
            index.pairs.postings.each(pair, |phrase, there| fields[phrase] |= before[phrase] & there);
        }
        fields
    }
}

fn once<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort_unstable();
    all.dedup();
    all
}
