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
use super::marks::{Mark, Way, is_plain, parts};
use super::mended;
use super::rank::{Asked, Word};
use super::synonyms;
use super::ties;
use super::typed::Typed;

/// So many pieces are looked for.
const MOST: usize = 16;
/// A phrase is near that reaches this share of the best.
const NEAR: f32 = 0.5;
/// The best must tell so much, of what a piece tells that stands in one phrase alone.
const TELLING: f32 = 0.3;

/// A part of the query.
struct Piece {
    word: Word,
    /// The phrases it stands in, and how.
    holders: Vec<(u32, Mark)>,
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
    /// None where nothing that tells something is known, or where more is unknown than known.
    pub(super) fn new(index: &Index, asked: Vec<Asked<'_>>) -> Option<Self> {
        let mut search = Search { index, pieces: Vec::new(), known: 0.0, all: 0.0, clear: false };
        asked.into_iter().filter(|asked| !asked.tie).for_each(|asked| search.word(asked));
        let Search { pieces, known, all, clear, .. } = search;
        if pieces.is_empty() || known * 2.0 < all && !clear {
            return None;
        }
        let scores = scores(index, &pieces);
        let best = scores.iter().copied().fold(0.0, f32::max);
        let telling = clear || best >= TELLING * rarity(1, index.facts.len());
        (best > 0.0 && telling).then(|| Self {
            words: pieces.into_iter().map(|piece| piece.word).collect(),
            scores,
            best,
        })
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
    /// Whether a whole word is known.
    clear: bool,
}

impl Search<'_> {
    fn word(&mut self, asked: Asked<'_>) {
        let (typed, all) = (asked.typed, size(asked.typed));
        self.all += all;
        if self.found(asked.word, &asked.found, KNOWN) {
            self.known += all;
            self.clear = true;
            return;
        }
        match typed {
            Typed::Han(run) => self.run(run),
            Typed::Letters { read, .. } if read.len() >= 8 => self.row(read),
            _ => {}
        }
    }

    /// A row of syllables that nobody parted.
    fn row(&mut self, read: &str) {
        for pair in pairs_by_ear(read) {
            let known = Typed::Letters { typed: pair.clone(), read: pair };
            if self.pieces.len() < MOST && self.piece(&known, 0.8) {
                self.known += 1.0;
            }
        }
    }

    fn run(&mut self, run: &str) {
        let characters: Vec<char> = run.chars().take(LONGEST_RUN).collect();
        let mut covered = vec![0.0_f32; characters.len()];
        let words = known(&characters, |span| {
            self.piece(&Typed::Han(characters[span.clone()].iter().collect()), KNOWN)
        });
        for span in words.iter().filter(|span| !is_tie(&characters, span)) {
            self.clear = true;
            covered[span.clone()].fill(1.0);
        }
        for Part { span, weight } in pairs_of(&characters, &words) {
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
                && self.piece(&Typed::Han(characters[at].into()), 0.25)
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
        self.found(word, &found, weight)
    }

    fn found(&mut self, word: Word, found: &Found, weight: f32) -> bool {
        let holders = holders(self.index, found);
        if holders.is_empty() {
            return false;
        }
        let weight = weight * rarity(holders.len(), self.index.facts.len());
        self.pieces.push(Piece { word, holders, weight });
        true
    }
}

fn size(typed: &Typed) -> f32 {
    match typed {
        Typed::Han(run) => run.chars().take(LONGEST_RUN).count() as f32,
        _ => 2.0,
    }
}

/// A part of a run of Chinese, and what it counts.
#[derive(Debug)]
struct Part {
    span: Range<usize>,
    weight: f32,
}

/// What a word counts that is known.
const KNOWN: f32 = 1.0;
/// More of a run is not looked at.
const LONGEST_RUN: usize = 40;

/// Where words stand in a run of Chinese that others stand for, or that only tie others together; the longest first from
/// the left, as far as they are found.
fn known(characters: &[char], mut find: impl FnMut(&Range<usize>) -> bool) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = 0;
    while start < characters.len() && words.len() < MOST / 2 {
        let mut ends = (start + 2..=(start + 6).min(characters.len())).rev();
        let longest = ends.find(|end| {
            let span = start..*end;
            is_tie(characters, &span) || synonyms::find(&read(characters, &span)).is_some() && find(&span)
        });
        start = longest.map_or(start + 1, |end| {
            words.push(start..end);
            end
        });
    }
    words
}

fn is_tie(characters: &[char], span: &Range<usize>) -> bool {
    ties::is_chinese(&read(characters, span))
}

fn read(characters: &[char], span: &Range<usize>) -> String {
    characters[span.clone()].iter().map(|c| fold::han(*c)).collect()
}

/// All pairs but those that are known, those that count most first.
fn pairs_of(characters: &[char], words: &[Range<usize>]) -> Vec<Part> {
    let pairs = (0..characters.len().saturating_sub(1)).map(|start| start..start + 2);
    let inside = |span: &Range<usize>| {
        words.iter().any(|word| word.start <= span.start && span.end <= word.end && !is_tie(characters, word))
    };
    // What lies across the border of a word that is known is none.
    let across =
        |span: &Range<usize>| words.iter().any(|word| word.start < span.end && span.start < word.end);
    let mut parts: Vec<Part> = pairs
        .filter(|span| !inside(span))
        .map(|span| {
            let ties = is_tie(characters, &span);
            let weight = of_pair(&read(characters, &span)) * if across(&span) && !ties { 0.35 } else { 1.0 };
            Part { span, weight }
        })
        .collect();
    parts.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    parts
}

/// What a pair of characters counts: least if it is a word that tells nothing apart.
fn of_pair(pair: &str) -> f32 {
    match () {
        () if ties::is_chinese(pair) => 0.2,
        () if ties::holds_tie(pair) => 0.4,
        () => 0.8,
    }
}

/// Each two syllables of a row that nobody parted.
fn pairs_by_ear(read: &str) -> Vec<String> {
    let rows = mended::rows(read);
    let Some(row) = rows.into_iter().min_by_key(Vec::len) else { return Vec::new() };
    row.windows(2).map(|pair| pair.concat()).collect()
}

/// What a piece tells that so many phrases hold.
fn rarity(holders: usize, phrases: usize) -> f32 {
    (((phrases + 1) as f32) / (holders as f32 + 0.5)).ln().max(0.05).sqrt()
}

fn holders(index: &Index, found: &Found) -> Vec<(u32, Mark)> {
    if !found.any() {
        return Vec::new();
    }
    let marks = (0..).zip(index.facts.iter()).map(|(phrase, fact)| (phrase, found.of(phrase as usize, fact)));
    marks.filter(|(_, mark)| *mark != 0).collect()
}

fn scores(index: &Index, pieces: &[Piece]) -> Vec<f32> {
    let mut scores = vec![0.0; index.facts.len()];
    for Piece { holders, weight, .. } in pieces {
        for (phrase, mark) in holders {
            scores[*phrase as usize] += weight * strength(*mark);
        }
    }
    scores
}

/// What a find counts: more in a title than deep in a text, and more as it was typed than otherwise.
fn strength(mark: Mark) -> f32 {
    let (way, points) = parts(mark);
    let way = match way {
        _ if is_plain(mark) => 1.0,
        way if way == Way::Near as u16 => 0.85,
        way if way == Way::Slip as u16 => 0.5,
        _ => 0.6,
    };
    way * (0.4 + f32::from(points) / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(run: &str) -> (Vec<String>, Vec<(String, f32)>) {
        let characters: Vec<char> = run.chars().collect();
        let words = known(&characters, |_| true);
        let told = |span: &Range<usize>| characters[span.clone()].iter().collect::<String>();
        let pairs = pairs_of(&characters, &words);
        (words.iter().map(told).collect(), pairs.iter().map(|part| (told(&part.span), part.weight)).collect())
    }

    #[test]
    fn chinese_is_looked_for_in_known_words_and_pairs() {
        assert_eq!(parts("不加班").0, ["加班"]);
        assert_eq!(parts("我的行動電話").0, ["我的", "行動電話"]);
        assert_eq!(parts("改議程").1.len(), 2);
        assert!(parts("字").0.is_empty() && parts("字").1.is_empty());
    }

    #[test]
    fn what_lies_across_words_or_ties_them_tells_little() {
        let of = |run: &str, pair: &str| {
            let found = parts(run).1.into_iter().find(|(told, _)| told == pair);
            found.expect("a pair of the run").1
        };
        assert!(of("不加班", "不加") < 0.3 && of("改議程", "議程") > 0.5);
        assert!(of("這議程", "這議") < of("這議程", "議程"));
        assert!((of("請寄", "請寄") - of("请寄", "请寄")).abs() < 0.01, "in both scripts");
    }

    #[test]
    fn what_is_rare_tells_more() {
        assert!(rarity(1, 500) > rarity(20, 500));
        assert!(rarity(500, 500) > 0.0);
    }
}
