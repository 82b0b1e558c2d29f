//! Pinyin with one slip of the fingers: `youxang`, `jaiban`. Only what the library's own words sound like is thought of.

use std::collections::{BTreeSet, HashMap};

use super::index::Index;
use super::letters::Letter;
use super::syllables::{self, LONGEST};

/// Shorter words have too many neighbours.
const SHORTEST: usize = 5;
/// Longer ones are no words.
const LONGEST_WORD: usize = 24;
/// So many ways to read the letters before or after a slip are thought of.
const MOST_WAYS: usize = 4;
/// So many words are thought of.
const MOST: usize = 4;

type Row = Vec<u16>;

/// The words in pinyin that may be meant, the likeliest first.
pub(super) fn mended(typed: &str, index: &Index) -> Vec<String> {
    let letters = typed.as_bytes();
    let fits = (SHORTEST..=LONGEST_WORD).contains(&letters.len());
    // What is spelt well is another word, and no slip; but syllables of one letter are rare.
    if !fits || !letters.iter().all(u8::is_ascii_lowercase) || syllables::is_row_of(typed, 2) {
        return Vec::new();
    }
    let mut rows = candidates(letters);
    rows.retain(|(_, row)| row.len() > 1);
    let known = Known::new(index, &rows);
    rows.retain(|(_, row)| row.windows(2).all(|pair| known.stands(index, pair[0], pair[1])));
    let mut words: Vec<String> = Vec::new();
    for (_, row) in rows {
        let word: String = row.iter().map(|syllable| spelt(*syllable)).collect();
        if !words.contains(&word) && words.len() < MOST {
            words.push(word);
        }
    }
    words
}

/// The ways to read a word as syllables.
pub(super) fn rows(typed: &str) -> Vec<Vec<String>> {
    if !typed.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let rows = rows_to(typed.as_bytes()).pop().unwrap_or_default();
    rows.into_iter().map(|row| row.into_iter().map(spelt).collect()).collect()
}

fn spelt(syllable: u16) -> String {
    syllables::all()[usize::from(syllable)].plain.replace('ü', "v")
}

/// All rows of syllables that are one slip away, with what kind of slip it is: the likelier kinds first.
fn candidates(letters: &[u8]) -> Vec<(u8, Row)> {
    let (before, after) = (rows_to(letters), rows_from(letters));
    let mut found = BTreeSet::new();
    let mut add = |slip: u8, from: usize, to: usize, middle: Option<u16>| {
        for start in &before[from] {
            for end in &after[to] {
                found
                    .insert((slip, start.iter().copied().chain(middle).chain(end.iter().copied()).collect()));
            }
        }
    };
    for from in (0..letters.len()).filter(|from| !before[*from].is_empty()) {
        for to in (from + 1..=(from + LONGEST + 1).min(letters.len())).filter(|to| !after[*to].is_empty()) {
            for (number, syllable) in (0..).zip(syllables::all()) {
                if let Some(slip) = slip(&letters[from..to], syllable.plain.as_bytes()) {
                    add(slip, from, to, Some(number));
                }
            }
        }
        // A letter between two syllables.
        add(2, from, from + 1, None);
    }
    for at in 1..letters.len() {
        let mut swapped = letters.to_vec();
        swapped.swap(at - 1, at);
        found.extend(rows_to(&swapped)[letters.len()].iter().map(|row| (0, row.clone())));
    }
    found.into_iter().collect()
}

/// The ways to read the letters up to each place as syllables.
fn rows_to(letters: &[u8]) -> Vec<Vec<Row>> {
    let mut rows: Vec<Vec<Row>> = vec![Vec::new(); letters.len() + 1];
    rows[0].push(Vec::new());
    for from in 0..letters.len() {
        let here = rows[from].clone();
        for to in (from + 1..=(from + LONGEST).min(letters.len())).filter(|_| !here.is_empty()) {
            let Some(syllable) = number(&letters[from..to]) else { continue };
            let longer = here.iter().map(|row| row.iter().copied().chain([syllable]).collect());
            let room = MOST_WAYS.saturating_sub(rows[to].len());
            rows[to].extend(longer.take(room));
        }
    }
    rows
}

/// The ways to read the letters from each place on as syllables.
fn rows_from(letters: &[u8]) -> Vec<Vec<Row>> {
    let mut rows: Vec<Vec<Row>> = vec![Vec::new(); letters.len() + 1];
    rows[letters.len()].push(Vec::new());
    for from in (0..letters.len()).rev() {
        for to in from + 1..=(from + LONGEST).min(letters.len()) {
            let Some(syllable) = number(&letters[from..to]).filter(|_| !rows[to].is_empty()) else {
                continue;
            };
            let longer: Vec<Row> = rows[to]
                .iter()
                .map(|row| [syllable].into_iter().chain(row.iter().copied()).collect())
                .collect();
            let room = MOST_WAYS.saturating_sub(rows[from].len());
            rows[from].extend(longer.into_iter().take(room));
        }
    }
    rows
}

fn number(letters: &[u8]) -> Option<u16> {
    std::str::from_utf8(letters).ok().and_then(syllables::find)
}

/// Which slip makes the one out of the other: two letters changed over, one left out, one too many, or another one.
fn slip(typed: &[u8], meant: &[u8]) -> Option<u8> {
    let same = typed.iter().zip(meant).take_while(|(a, b)| a == b).count();
    let (typed, meant) = (&typed[same..], &meant[same..]);
    match typed.len() as isize - meant.len() as isize {
        0 if typed.len() > 1 && typed[0] == meant[1] && typed[1] == meant[0] && typed[2..] == meant[2..] => {
            Some(0)
        }
        -1 if *typed == meant[1..] => Some(1),
        1 if typed[1..] == *meant => Some(2),
        0 if !typed.is_empty() && typed[1..] == meant[1..] => Some(3),
        _ => None,
    }
}

/// Which characters sound so.
struct Known(HashMap<u16, Vec<Letter>>);

impl Known {
    fn new(index: &Index, rows: &[(u8, Row)]) -> Self {
        let mut known: HashMap<u16, Vec<Letter>> =
            rows.iter().flat_map(|(_, row)| row).map(|syllable| (*syllable, Vec::new())).collect();
        for letter in (0..index.letters.len()).map(|letter| letter as Letter) {
            for reading in index.letters.readings(letter) {
                if let Some(letters) = known.get_mut(&reading.syllable) {
                    letters.push(letter);
                }
            }
        }
        Self(known)
    }

    /// Whether two characters stand side by side somewhere that sound so.
    fn stands(&self, index: &Index, first: u16, second: u16) -> bool {
        let sounds = |letter| index.letters.readings(letter).iter().any(|reading| reading.syllable == second);
        let letters = self.0.get(&first).map_or(&[][..], Vec::as_slice);
        letters
            .iter()
            .any(|letter| index.pairs.beginning(*letter).any(|pair| sounds(index.pairs.second(pair))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(typed: &str) -> Vec<String> {
        candidates(typed.as_bytes())
            .into_iter()
            .map(|(_, row)| row.into_iter().map(spelt).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn one_slip_of_each_kind_is_mended() {
        for typed in ["yuoxiang", "youxang", "youxxiang", "youxiamg", "yoxuiang"] {
            assert!(told(typed).contains(&"you xiang".to_owned()), "{typed}");
        }
        assert!(!told("yoxang").contains(&"you xiang".to_owned()), "two slips");
    }

    #[test]
    fn the_likelier_slip_comes_first() {
        assert_eq!(slip(b"xaing", b"xiang"), Some(0));
        assert_eq!(slip(b"xang", b"xiang"), Some(1));
        assert_eq!(slip(b"xiaang", b"xiang"), Some(2));
        assert_eq!(slip(b"xieng", b"xiang"), Some(3));
        assert_eq!(slip(b"xiang", b"xiang"), None);
        assert_eq!(slip(b"xeeng", b"xiang"), None);
    }
}
