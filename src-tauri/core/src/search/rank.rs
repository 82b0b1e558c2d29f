//! Which phrases come first: the audience's own, then by how they were found, then by use, then by need.

use super::form::Form;
use super::index::{Index, title_hash};
use super::lookup::{Found, look_up};
use super::marks::{TWICE, Way, is_plain, parts};
use super::nearest::Nearest;
use super::ties;
use super::typed::{self, Typed};
use super::usage;
use super::{Query, facts};

/// A phrase and its place: the higher the key, the further up. No two keys are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(u64);

const HERE: u64 = 1 << 62;
const CHOSEN: u64 = 1 << 61;
/// What the best of a situation counts more when nothing was typed.
const FIRST: u64 = 1 << (42 + 16);

impl Key {
    fn new(worth: u64, warmth: u16, place: u32) -> Self {
        Self(worth << 42 | u64::from(warmth.min(usage::MOST)) << 32 | u64::from(u32::MAX - place))
    }

    /// Whether the phrase is for the audience.
    pub(super) fn here(self) -> bool {
        self.0 & HERE != 0
    }

    /// The place among all phrases, by need.
    fn place(self) -> u32 {
        u32::MAX - (self.0 & 0xffff_ffff) as u32
    }

    /// The same as a number for people: higher is better.
    pub(super) fn score(self) -> f64 {
        let worth = self.0 >> 42 & 0x7_ffff;
        let chosen = if self.0 & CHOSEN == 0 { 0.0 } else { 100_000.0 };
        let warmth = (self.0 >> 32 & 0x3ff) as f64 / 1024.0;
        chosen + (worth >> 16) as f64 * 10_000.0 + (worth & 0xffff) as f64 + warmth
    }
}

/// One word of a query, ready to be looked for.
pub(super) type Word = Vec<Form>;

/// What a search brought.
pub(super) struct Ranked {
    /// The words, as they were looked for.
    pub(super) words: Vec<Word>,
    /// The best phrases, the first first.
    pub(super) best: Vec<(usize, Key)>,
    /// How many there are for the audience.
    pub(super) here: usize,
    /// How many others there are.
    pub(super) elsewhere: usize,
}

/// Looks a query up and puts what is found in order.
pub(super) fn rank(index: &Index, query: &Query<'_>, limit: usize) -> Ranked {
    let typed = typed::words(query.text);
    let nothing = Ranked { words: Vec::new(), best: Vec::new(), here: 0, elsewhere: 0 };
    if typed.is_empty() {
        let need = |_, fact: &facts::Fact, used| Some(need(index, fact, used));
        return if typed::is_blank(query.text) { ordered(index, query, limit, need) } else { nothing };
    }
    let asked: Vec<Asked> =
        typed.iter().zip(ties::among(&typed)).map(|(typed, tie)| Asked::look_up(index, typed, tie)).collect();
    let title = title_hash(query.text);
    if asked.iter().all(|asked| asked.tie || asked.found.any()) {
        let worth =
            |phrase: usize, fact: &facts::Fact, _| worth(&asked, fact, phrase, index.titles[phrase] == title);
        let whole = ordered(index, query, limit, worth);
        if whole.here + whole.elsewhere > 0 {
            // What may be missing is not shown either.
            let words = asked.into_iter().filter(|asked| !asked.tie).map(|asked| asked.word).collect();
            return Ranked { words, ..whole };
        }
    }
    let Some(mut near) = Nearest::new(index, asked) else { return nothing };
    let words = std::mem::take(&mut near.words);
    Ranked { words, ..ordered(index, query, limit, |phrase, _, _| near.worth(phrase)) }
}

/// Puts in order what is worth anything.
fn ordered(
    index: &Index,
    query: &Query<'_>,
    limit: usize,
    worth: impl Fn(usize, &facts::Fact, u16) -> Option<u64>,
) -> Ranked {
    let by_need = typed::is_blank(query.text);
    let passes = index.facts.filter(query.filter);
    let untrue = index.facts.untrue(query.reasons);
    let is_here = index.facts.audience(query.audience);
    let warmth = warmth(index, query);
    let chosen = query.usage.choice(query.text).and_then(|id| index.phrase(id.as_str()));
    let (mut best, mut here, mut elsewhere) = (Best::new(limit), 0, 0);
    let mut firsts = Firsts(vec![None; if by_need { index.situations.len() } else { 0 }]);
    for (phrase, fact) in index.facts.iter().enumerate() {
        // Between equals the one that is true goes before the one that is used.
        let (untrue, used) = (untrue(fact), warmth[phrase]);
        let warmth = if untrue { used / 2 } else { used / 2 + usage::MOST / 2 };
        let worth = worth(phrase, fact, if untrue { 0 } else { used });
        let Some(worth) = worth.filter(|_| passes(fact)) else { continue };
        let mut key = Key::new(worth, warmth, fact.order);
        if is_here(fact) {
            key.0 |= HERE;
            here += 1;
        } else {
            elsewhere += 1;
        }
        if chosen == Some(phrase) {
            key.0 |= CHOSEN;
        }
        if let Some(other) = firsts.instead_of(key, fact.situation as usize) {
            best.add(other);
        }
    }
    firsts.keys().for_each(|key| best.add(key));
    let best = best.finish().into_iter().map(|key| (index.facts.at_place(key.place()), key)).collect();
    Ranked { words: Vec::new(), best, here, elsewhere }
}

/// A word of a query, and what was found of it.
pub(super) struct Asked<'t> {
    pub(super) typed: &'t Typed,
    pub(super) word: Word,
    pub(super) found: Found,
    /// Whether it only ties others together.
    pub(super) tie: bool,
}

impl<'t> Asked<'t> {
    fn look_up(index: &Index, typed: &'t Typed, tie: bool) -> Self {
        let mut word = if tie { Form::tie(typed, index) } else { Form::all(typed, index) };
        let mut found = look_up(index, &mut word);
        if let Typed::Letters { read, .. } = typed
            && !tie
            && !found.is_better_than_slips()
        {
            word.extend(Form::mended(read, index));
            found = look_up(index, &mut word);
        }
        Self { typed, word, found, tie }
    }
}

/// The worst way of the words, and the points of all; None if one of them is nowhere.
fn worth(asked: &[Asked<'_>], fact: &facts::Fact, phrase: usize, titled: bool) -> Option<u64> {
    let (mut way, mut points) = (u16::MAX, 0);
    for Asked { found, tie, .. } in asked {
        let mark = found.of(phrase, fact);
        if *tie {
            points += u16::from(is_plain(mark));
            continue;
        }
        if mark == 0 {
            return None;
        }
        let (own, situation) = (found.phrases[phrase], found.situations[fact.situation as usize]);
        let (this, more) = parts(mark);
        way = way.min(this);
        points += more + if own > 0 && own >> 8 == situation >> 8 { TWICE } else { 0 };
    }
    // Whoever types a whole title means it.
    if titled && way == Way::Plainly as u16 {
        points += 20;
    }
    Some(u64::from(way) << 16 | u64::from(points))
}

/// Without a query: what is needed most, and what is used often as if it were needed more; a favourite moves up by
/// five situations, what is copied all the time by fifteen.
fn need(index: &Index, fact: &facts::Fact, used: u16) -> u64 {
    let place = index.facts.needs[fact.situation as usize].min(200);
    5 << 16 | u64::from(20_000 - 100 * place + used.min(usage::MOST) / 2 * 3)
}

/// Without a query: the best of each situation for the audience goes before all others, so that a short list shows what
/// there is and not four ways to say one thing.
struct Firsts(Vec<Option<Key>>);

impl Firsts {
    /// Keeps a key if it is the best of its situation so far, and gives back the other one.
    fn instead_of(&mut self, key: Key, situation: usize) -> Option<Key> {
        match self.0.get_mut(situation) {
            Some(best) if key.here() && best.is_none_or(|best| best < key) => best.replace(key),
            _ => Some(key),
        }
    }

    fn keys(self) -> impl Iterator<Item = Key> {
        self.0.into_iter().flatten().map(|key| Key(key.0 + FIRST))
    }
}

/// How much each phrase is used; a favourite is as warm as one that was just copied.
fn warmth(index: &Index, query: &Query<'_>) -> Vec<u16> {
    let mut warmth = vec![0; index.facts.len()];
    for used in &query.usage.copied {
        if let Some(phrase) = index.phrase(used.id.as_str()) {
            warmth[phrase] = used.warmth();
        }
    }
    for favourite in query.favourites {
        if let Some(phrase) = index.phrase(favourite.as_str()) {
            warmth[phrase] = (warmth[phrase] + usage::MOST / 3).min(usage::MOST);
        }
    }
    warmth
}

/// The best keys, of as many as come.
struct Best {
    keys: Vec<Key>,
    limit: usize,
    /// No key up to this one is among them.
    floor: Option<Key>,
}

impl Best {
    fn new(limit: usize) -> Self {
        Self { keys: Vec::new(), limit, floor: None }
    }

    fn add(&mut self, key: Key) {
        if self.floor.is_some_and(|floor| key <= floor) {
            return;
        }
        self.keys.push(key);
        if self.keys.len() >= self.limit.saturating_mul(2).saturating_add(64) {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if self.limit < self.keys.len() {
            let (_, first_out, _) = self.keys.select_nth_unstable_by(self.limit, |a, b| b.cmp(a));
            self.floor = Some(*first_out);
            self.keys.truncate(self.limit);
        }
    }

    fn finish(mut self) -> Vec<Key> {
        self.cut();
        self.keys.sort_unstable_by(|a, b| b.cmp(a));
        self.keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_keys_are_kept_whatever_the_order() {
        let mut best = Best::new(5);
        for number in 0..10_000_u64 {
            best.add(Key(number * 7_919 % 10_007));
        }
        assert_eq!(best.finish(), [10_006, 10_005, 10_004, 10_003, 10_002].map(Key));
        let mut all = Best::new(usize::MAX);
        (0..100).for_each(|number| all.add(Key(number)));
        assert_eq!(all.finish().len(), 100);
        let mut none = Best::new(0);
        (0..100).for_each(|number| none.add(Key(number)));
        assert!(none.finish().is_empty());
    }
}
