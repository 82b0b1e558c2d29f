//! What comes nearest to a query of which no phrase holds everything.
//!
//! Whoever types half a sentence, or a name beside the matter, means the words that tell most: the rarer a piece of the query
//! is in the library, the more it counts. Nobody parts Chinese words, so its pieces are pairs of characters, and words
//! that others stand for.

use std::ops::Range;

use super::fold;
use super::form::Form;
use super::index::Index;
use super::lookup::{Found, look_up};
use super::marks::{Mark, Way, parts};
use super::rank::Word;
use super::synonyms;
use super::typed::Typed;

/// So many pieces are looked for.
const MOST: usize = 24;
/// A phrase is near that reaches this share of the best.
const NEAR: f32 = 0.6;
/// The best must tell so much, of what a piece tells that stands in one phrase alone.
const TELLING: f32 = 0.3;

/// A part of the query.
struct Piece {
    word: Word,
    found: Found,
    weight: f32,
}

/// How near each phrase comes.
pub(super) struct Nearest {
    /// The pieces that stand somewhere.
    pub(super) words: Vec<Word>,
    scores: Vec<f32>,
    best: f32,
}

impl Nearest {
    /// None where the query has a single piece, or where more of it is unknown than known.
    pub(super) fn new(index: &Index, asked: &[Typed]) -> Option<Self> {
        let mut search = Search { index, pieces: Vec::new(), known: 0.0, all: 0.0 };
        for typed in asked {
            match typed {
                Typed::Han(run) => search.run(run),
                _ => search.word(typed),
            }
        }
        let Search { pieces, known, all, .. } = search;
        if pieces.is_empty() || known * 2.0 < all {
            return None;
        }
        let scores = scores(index, &pieces);
        let best = scores.iter().copied().fold(0.0, f32::max);
        let telling = best >= TELLING * rarity(1, index.facts.len());
        telling.then(|| Self { words: pieces.into_iter().map(|piece| piece.word).collect(), scores, best })
    }

    /// The worth of a phrase that comes near: less than that of any find.
    pub(super) fn worth(&self, phrase: usize) -> Option<u64> {
        let share = self.scores[phrase] / self.best;
        (share >= NEAR).then_some((share * 1000.0) as u64)
    }
}

/// What is known of a query so far, and how much of it: a character of Chinese counts one, any other word two.
struct Search<'i> {
    index: &'i Index,
    pieces: Vec<Piece>,
    known: f32,
    all: f32,
}

impl Search<'_> {
    fn word(&mut self, typed: &Typed) {
        self.all += 2.0;
        if self.piece(typed, 1.0) {
            self.known += 2.0;
        }
    }

    fn run(&mut self, run: &str) {
        let characters: Vec<char> = run.chars().collect();
        self.all += characters.len() as f32;
        let mut covered = vec![0.0_f32; characters.len()];
        for (span, weight) in words_of(&characters) {
            if self.pieces.len() < MOST
                && self.piece(&Typed::Han(characters[span.clone()].iter().collect()), weight)
            {
                covered[span].fill(1.0);
            }
        }
        for at in 0..characters.len() {
            // A character alone says little.
            if covered[at] == 0.0
                && self.pieces.len() < MOST
                && self.piece(&Typed::Han(characters[at].into()), 0.4)
            {
                covered[at] = 0.3;
            }
        }
        self.known += covered.iter().sum::<f32>();
    }

    /// Looks a piece up; says whether it stands anywhere.
    fn piece(&mut self, typed: &Typed, weight: f32) -> bool {
        let mut word = Form::all(typed, self.index);
        let found = look_up(self.index, &mut word);
        let holders = holders(self.index, &found);
        if holders == 0 {
            return false;
        }
        let weight = weight * rarity(holders, self.index.facts.len());
        self.pieces.push(Piece { word, found, weight });
        true
    }
}

/// The words in a run of Chinese that others stand for, from three characters on, and all pairs.
fn words_of(characters: &[char]) -> Vec<(Range<usize>, f32)> {
    let mut words = Vec::new();
    for start in 0..characters.len() {
        for end in start + 3..=(start + 6).min(characters.len()) {
            let part: String = characters[start..end].iter().map(|c| fold::han(*c)).collect();
            if synonyms::find(&part).is_some() {
                words.push((start..end, 1.0));
            }
        }
    }
    words.extend(characters.windows(2).enumerate().map(|(start, pair)| (start..start + 2, of_pair(pair))));
    words
}

/// What a pair of characters counts: most if it is a word that is known, least if one of the two only ties words together.
fn of_pair(pair: &[char]) -> f32 {
    let read: String = pair.iter().map(|c| fold::han(*c)).collect();
    match synonyms::find(&read) {
        Some(_) => 1.0,
        None if read.chars().any(|c| TIES.contains(c)) => 0.4,
        None => 0.8,
    }
}

/// Characters that say little by themselves, as they are read: in simplified script.
const TIES: &str = "的了是在我你您他她们不要请就都也很这那个吗吧呢啊给把被和跟与到从对一有没能会可再";

/// What a piece tells that so many phrases hold.
fn rarity(holders: usize, phrases: usize) -> f32 {
    (((phrases + 1) as f32) / (holders as f32 + 0.5)).ln().max(0.05)
}

fn holders(index: &Index, found: &Found) -> usize {
    if !found.any() {
        return 0;
    }
    index.facts.iter().enumerate().filter(|(phrase, fact)| found.of(*phrase, fact) != 0).count()
}

fn scores(index: &Index, pieces: &[Piece]) -> Vec<f32> {
    let mut scores = vec![0.0; index.facts.len()];
    for piece in pieces {
        for (phrase, fact) in index.facts.iter().enumerate() {
            let mark = piece.found.of(phrase, fact);
            if mark != 0 {
                scores[phrase] += piece.weight * strength(mark);
            }
        }
    }
    scores
}

/// What a find counts: more in a title than deep in a text, and more as it was typed than otherwise.
fn strength(mark: Mark) -> f32 {
    let (way, points) = parts(mark);
    let way = match way {
        way if way == Way::Plainly as u16 => 1.0,
        way if way == Way::Slip as u16 => 0.6,
        _ => 0.85,
    };
    way * (0.4 + f32::from(points) / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_looked_for_in_pairs_and_known_words() {
        let told = |run: &str| {
            let characters: Vec<char> = run.chars().collect();
            words_of(&characters)
                .into_iter()
                .map(|(span, _)| characters[span].iter().collect())
                .collect::<Vec<String>>()
        };
        assert_eq!(told("不加班"), ["不加", "加班"]);
        assert!(told("我的行動電話").contains(&"行動電話".to_owned()), "{:?}", told("我的行動電話"));
        assert!(told("字").is_empty());
    }

    #[test]
    fn a_known_word_tells_more_than_what_lies_across_two() {
        let of = |pair: &str| of_pair(&pair.chars().collect::<Vec<char>>());
        assert!(of("加班") > of("聽語") && of("聽語") > of("不加"));
        assert_eq!(of("請寄"), of("请寄"), "in both scripts");
    }

    #[test]
    fn what_is_rare_tells_more() {
        assert!(rarity(1, 500) > rarity(20, 500));
        assert!(rarity(500, 500) > 0.0);
    }
}
