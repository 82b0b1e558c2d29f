//! Search: one ranked list over title, words, situation, tags, gloss and reason, by any road a person may take.
//!
//! Every word of a query must be found, each in some field: as it is written, in either Chinese script, as it begins, as
//! it sounds in pinyin or zhuyin, by a word that stands for it, or with a slip of the fingers; only what ties English words
//! together may be missing. Where no phrase holds all
//! of them, those come that hold what tells most. What is worked out once for a library is its [`Index`].

mod audience;
mod by_ear;
mod close;
mod excerpt;
mod facts;
mod fold;
mod form;
mod index;
mod letters;
mod lookup;
mod marks;
mod mended;
mod nearest;
mod pairs;
mod postings;
mod rank;
mod shown;
mod sound;
mod syllables;
mod synonyms;
mod text;
mod ties;
mod tokens;
mod typed;
mod typo;
mod usage;
mod vocabulary;

use crate::{
    Audience, Channel, Entry, Firmness, Language, Library, PackId, PhraseId, Rank, ReasonId, pack::Layer,
};

pub use audience::{Named, take_audience};
pub use index::Index;
pub use typed::{LONGEST_QUERY, remembered};
pub use usage::{Usage, Use};

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

/// Where a word of the query was found; offsets in characters (Unicode scalar values).
///
/// Situation, gloss and reason are counted in the text for the reader's language, as far as the find is in that one; tags
/// in all of them, parted by a comma and a blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which field.
    pub field: Field,
    /// The first character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// Whether what stands there is another word than was typed.
    pub near: bool,
}

/// A marked part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The first character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// Whether what stands there is another word than was typed.
    pub near: bool,
}

/// A line from inside a phrase that shows what its title does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Where it is from.
    pub field: Field,
    /// What it is written in; tags have no language.
    pub language: Option<Language>,
    /// At most 60 columns, cut between words.
    pub text: String,
    /// What was found, in characters of `text`.
    pub marks: Vec<Mark>,
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
    /// What the title does not show.
    pub excerpt: Option<Excerpt>,
    /// How the find came about, where it is not plain: `yóuxiāng`, or `信箱 = 郵箱`.
    pub reading: Option<String>,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<'l> {
    /// The best, as many as were asked for.
    pub hits: Vec<Hit<'l>>,
    /// How many there are for the audience in all.
    pub here: usize,
    /// How many others there are in all.
    pub elsewhere: usize,
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
    /// What was typed; empty asks for what the audience most likely needs.
    pub text: &'a str,
    /// The reader's language, for names.
    pub reader: &'a Language,
    /// Whose phrases come first.
    pub audience: &'a Audience,
    /// What may be found at all.
    pub filter: &'a Filter,
    /// What was copied before.
    pub usage: &'a Usage,
    /// Marked by the user.
    pub favourites: &'a [PhraseId],
    /// The reasons that are true for the user; none is no answer yet. What rests on another comes later.
    pub reasons: &'a [ReasonId],
}

impl Index {
    /// The best phrases for a query, `limit` at most: the audience's own, then the others; of each what was chosen last
    /// for the same query, then by how and where it was found, then by use, then by need. The library must be the one
    /// the index was made of.
    pub fn search<'l>(&self, library: &'l Library, query: Query<'_>, limit: usize) -> Found<'l> {
        let mut ranked = rank::rank(self, &query, limit);
        let mut hits = Vec::with_capacity(ranked.best.len());
        for (phrase, key) in ranked.best {
            let Some(entry) = library.entries().get(phrase) else { continue };
            let shown = shown::show(self, library, phrase, query.reader, &mut ranked.words);
            let shown::Shown { matches, excerpt, reading } = shown;
            hits.push(Hit { entry, score: key.score(), matches, here: key.here(), excerpt, reading });
        }
        Found { hits, here: ranked.here, elsewhere: ranked.elsewhere }
    }

    /// All phrases that are found, in the same order, without what is shown of a find.
    pub fn all<'l>(&self, library: &'l Library, query: Query<'_>) -> Vec<&'l Entry> {
        let best = rank::rank(self, &query, usize::MAX).best;
        best.into_iter().filter_map(|(phrase, _)| library.entries().get(phrase)).collect()
    }
}

#[cfg(test)]
mod tests;
