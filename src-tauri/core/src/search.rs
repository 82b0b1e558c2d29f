//! Search: one ranked list over title, words, situation, tags, gloss and reason.

use crate::{Audience, Channel, Entry, Firmness, Language, Library, PackId, PhraseId, Rank, pack::Layer};

/// A field of a phrase in which something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The label.
    Title,
    /// The words.
    Text,
    /// The situation's name, in any language.
    Situation,
    /// One of the tags.
    Tags,
    /// What the words mean, in any language.
    Gloss,
    /// The reason's name, in any language.
    Reason,
}

impl Field {
    /// How much a find in it says about the phrase.
    fn weight(self) -> f64 {
        match self {
            Self::Title => 10.0,
            Self::Situation => 8.0,
            Self::Tags => 6.0,
            Self::Gloss => 4.0,
            Self::Reason => 3.0,
            Self::Text => 2.0,
        }
    }
}

/// Where a word of the query was found; offsets in characters (Unicode scalar values).
///
/// Of fields with several texts only title and words have offsets a reader can use; situation, tags, gloss and
/// reason are counted in the text for the reader's language, as far as the find is in that one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which field.
    pub field: Field,
    /// The first character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
}

/// A phrase that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit<'l> {
    /// The phrase.
    pub entry: &'l Entry,
    /// Higher is better.
    pub score: f64,
    /// In the order of fields.
    pub matches: Vec<Match>,
    /// Whether it is for the audience that was asked for.
    pub here: bool,
}

/// What a phrase must be to be found; None lets all pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Tuned to it.
    pub culture: Option<String>,
    /// For it, among others.
    pub rank: Option<Rank>,
    /// Written in it.
    pub language: Option<String>,
    /// About it.
    pub situation: Option<String>,
    /// As firm as that.
    pub firmness: Option<Firmness>,
    /// Giving this ground.
    pub reason: Option<String>,
    /// Through this channel.
    pub channel: Option<Channel>,
    /// In this pack.
    pub pack: Option<PackId>,
    /// Written by the user.
    pub mine: bool,
}

impl Filter {
    /// Whether a phrase passes.
    pub fn passes(&self, entry: &Entry) -> bool {
        let phrase = &entry.phrase;
        let same =
            |wanted: &Option<String>, found: &str| wanted.as_deref().is_none_or(|wanted| wanted == found);
        same(&self.culture, phrase.culture.as_str())
            && same(&self.language, phrase.language.as_str())
            && same(&self.situation, phrase.situation.as_str())
            && self
                .reason
                .as_deref()
                .is_none_or(|id| phrase.reason.as_ref().is_some_and(|reason| reason.as_str() == id))
            && self.rank.is_none_or(|rank| phrase.ranks.contains(&rank))
            && self.firmness.is_none_or(|firmness| phrase.firmness == firmness)
            && self.channel.is_none_or(|channel| phrase.channel == channel)
            && self.pack.as_ref().is_none_or(|pack| entry.pack == *pack)
            && (!self.mine || entry.layer == Layer::Mine)
    }
}

/// What is looked for, by whom.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a> {
    /// What was typed; words are parted by spaces and all must be found.
    pub text: &'a str,
    /// The reader's language, for names.
    pub reader: &'a Language,
    /// Whose phrases come first.
    pub audience: &'a Audience,
    /// What may be found at all.
    pub filter: &'a Filter,
    /// Copied lately, newest first.
    pub recent: &'a [PhraseId],
    /// Marked by the user.
    pub favourites: &'a [PhraseId],
}

/// All phrases that are found, best first: the audience's own, then the others.
pub fn search<'l>(library: &'l Library, query: Query<'_>) -> Vec<Hit<'l>> {
    let words: Vec<Vec<char>> = query.text.split_whitespace().map(folded).collect();
    let passing = library.entries().iter().filter(|entry| query.filter.passes(entry));
    let mut hits: Vec<Hit<'l>> = passing
        .filter_map(|entry| {
            let (quality, matches) = matched(library, entry, &words, query.reader)?;
            let here = entry.phrase.is_for(query.audience);
            Some(Hit { entry, score: quality + liking(entry, query), matches, here })
        })
        .collect();
    // The sort is stable: what is equal stays in the order of need and of the packs.
    hits.sort_by_key(|hit| (library.need(&hit.entry.phrase.situation), hit.entry.phrase.firmness));
    hits.sort_by(|a, b| b.here.cmp(&a.here).then(b.score.total_cmp(&a.score)));
    hits
}

/// What the person has shown to like counts less than one good find.
fn liking(entry: &Entry, query: Query<'_>) -> f64 {
    let recent = query.recent.iter().position(|id| *id == entry.phrase.id);
    let recent = recent.map_or(0.0, |at| 1.5 / (1.0 + f64::from(u32::try_from(at).unwrap_or(u32::MAX))));
    let favourite = if query.favourites.contains(&entry.phrase.id) { 1.0 } else { 0.0 };
    recent + favourite
}

/// The sum of each word's best find, and all finds; None if a word is nowhere.
fn matched(
    library: &Library,
    entry: &Entry,
    words: &[Vec<char>],
    reader: &Language,
) -> Option<(f64, Vec<Match>)> {
    let mut score = 0.0;
    let mut matches = Vec::new();
    if words.is_empty() {
        return Some((score, matches));
    }
    let fields = fields(library, entry, reader);
    for word in words {
        let mut best: f64 = 0.0;
        for (field, text, shown) in &fields {
            let Some(at) = find(text, word) else { continue };
            best = best.max(field.weight() * closeness(text, word, at));
            if *shown {
                matches.push(Match { field: *field, start: at, end: at + word.len() });
            }
        }
        if best == 0.0 {
            return None;
        }
        score += best;
    }
    matches.sort_by_key(|found| (found.field, found.start));
    matches.dedup();
    Some((score, matches))
}

/// At the start is better than at the start of a word, and that is better than inside one.
fn closeness(text: &[char], word: &[char], at: usize) -> f64 {
    let starts_word = at == 0 || !text[at - 1].is_alphanumeric();
    let whole = text.len() == word.len();
    1.0 + if at == 0 { 0.5 } else { 0.0 }
        + if starts_word { 0.25 } else { 0.0 }
        + if whole { 1.0 } else { 0.0 }
}

/// Every text a phrase can be found by, folded; and whether offsets in it mean something to the reader.
fn fields(library: &Library, entry: &Entry, reader: &Language) -> Vec<(Field, Vec<char>, bool)> {
    let phrase = &entry.phrase;
    let mut fields =
        vec![(Field::Title, folded(&phrase.title), true), (Field::Text, folded(&phrase.text), true)];
    let mut names = |field, texts: &crate::Localized| {
        let shown = texts.best(reader).map(|(language, _)| language.clone());
        fields.extend(texts.iter().map(|(tag, text)| (field, folded(text), shown.as_ref() == Some(tag))));
    };
    if let Some(situation) = library.situation(&phrase.situation) {
        names(Field::Situation, &situation.name);
    }
    names(Field::Gloss, &phrase.gloss);
    if let Some(reason) = phrase.reason.as_ref().and_then(|id| library.reason(id)) {
        names(Field::Reason, &reason.name);
    }
    fields.push((Field::Situation, folded(phrase.situation.as_str()), false));
    fields.extend(phrase.tags.iter().map(|tag| (Field::Tags, folded(tag), false)));
    fields
}

/// One character for each, so that offsets stay true: small letters, and full-width signs as the usual ones.
fn folded(text: &str) -> Vec<char> {
    text.chars().map(fold).collect()
}

fn fold(c: char) -> char {
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '’' => '\'',
        _ => c,
    };
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

fn find(text: &[char], word: &[char]) -> Option<usize> {
    text.windows(word.len()).position(|window| window == word)
}

#[cfg(test)]
mod tests;
