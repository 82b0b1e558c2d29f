//! Finding phrases: the index of the library, kept as long as the library stays the same, and what doors are told.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use fencun_core::search::{self, Field, Filter, Index, Query, Usage, Use};
use fencun_core::{Audience, Entry, Language, Library};
use fencun_protocol as protocol;
use fencun_store::State;

use super::forms::Forms;
use super::view::filter;
use super::{Answer, Snapshot, json};
use crate::moment;

/// From so many phrases on the index is built before somebody types: below, that takes a few milliseconds.
const MANY: usize = 5_000;

impl Snapshot {
    /// What is known of the library for searching; built when it is first wanted.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.library))
    }

    /// Goes on with the index of the snapshot before, if the library is the same.
    pub(super) fn keep_index(&mut self, before: &Self) {
        if same(&self.library, &before.library) {
            self.index = Arc::clone(&before.index);
        }
    }

    /// Builds the index of a large library in the background, so that the first key does not wait for it.
    /// One at a time, and only of the library that is still the current one: quick edits must not pile up indexes.
    pub(super) fn prepare_search(self: &Arc<Self>, current: &Arc<RwLock<Arc<Self>>>) {
        static BUILDING: Mutex<()> = Mutex::new(());
        if self.library.entries().len() < MANY || self.index.get().is_some() {
            return;
        }
        let (snapshot, current) = (Arc::clone(self), Arc::clone(current));
        let builder = std::thread::Builder::new().name("index".into());
        let build = move || {
            let _one_at_a_time = BUILDING.lock().unwrap_or_else(PoisonError::into_inner);
            let now = Arc::clone(&current.read().unwrap_or_else(PoisonError::into_inner));
            if Arc::ptr_eq(&now.index, &snapshot.index) {
                snapshot.index();
                fencun_desktop::give_back_memory();
            }
        };
        if let Err(err) = builder.spawn(build) {
            tracing::warn!(%err, "the index is built at the first search");
        }
    }

    /// Every phrase that a text finds, best first.
    pub(super) fn matching(&self, text: &str) -> Vec<&Entry> {
        let filter = Filter::default();
        let query = Query {
            text,
            reader: self.reader(),
            audience: &self.audience,
            filter: &filter,
            usage: &Usage::default(),
            favourites: &[],
            reasons: &[],
        };
        self.index().all(&self.library, query)
    }

    /// What a search finds, as it travels.
    pub(super) fn found(
        &self,
        text: &str,
        audience: Option<Audience>,
        wanted: &protocol::Filter,
        limit: usize,
    ) -> Answer {
        let filter = filter(wanted)?;
        // The palette has made chips of the words that name an audience; whoever names none means them to be read.
        let (audience, text) = match audience {
            Some(audience) => (audience, text.to_owned()),
            None => self.named(text),
        };
        let query = Query {
            text: &text,
            reader: self.reader(),
            audience: &audience,
            filter: &filter,
            usage: &self.usage,
            favourites: &self.favourites,
            reasons: &self.settings.profile.reasons,
        };
        let found = self.index().search(&self.library, query, limit);
        let forms = Forms::of(self);
        json(&protocol::Found {
            hits: found.hits.iter().map(|hit| self.hit(hit, &audience, &forms)).collect(),
            here: found.here,
            elsewhere: found.elsewhere,
            proposal: self.proposal(&audience),
        })
    }

    /// The audience that a query names, and what is left to look for.
    fn named(&self, text: &str) -> (Audience, String) {
        let named = search::take_audience(text, self.library.cultures());
        let mut audience = self.audience.clone();
        if let Some(culture) = named.culture.filter(|culture| *culture != audience.culture) {
            audience.language = self.first_language(&culture, &audience.language);
            audience.culture = culture;
        }
        if let Some(wanted) = &named.language {
            let of_culture = self.cultures.iter().filter(|(culture, _)| *culture == audience.culture);
            let fitting = of_culture.flat_map(|(_, tags)| tags).find(|tag| wanted.serves(tag));
            audience.language = fitting.unwrap_or(&audience.language).clone();
        }
        audience.rank = named.rank.unwrap_or(audience.rank);
        (audience, named.rest)
    }

    fn first_language(&self, culture: &fencun_core::CultureId, otherwise: &Language) -> Language {
        let of_culture = self.cultures.iter().find(|(id, _)| id == culture);
        of_culture.and_then(|(_, tags)| tags.first()).unwrap_or(otherwise).clone()
    }

    fn hit<'s>(&'s self, hit: &search::Hit<'_>, audience: &Audience, forms: &Forms<'s>) -> protocol::Hit {
        protocol::Hit {
            row: self.row(hit.entry, audience, forms),
            score: hit.score,
            matches: hit.matches.iter().map(found_at).collect(),
            here: hit.here,
            excerpt: hit.excerpt.as_ref().map(excerpt),
            reading: hit.reading.clone(),
        }
    }
}

/// What was copied and chosen, for ranking.
pub(super) fn usage(state: &State) -> Usage {
    let now = moment::seconds();
    let used = |recent: &fencun_store::Recent| Use {
        id: recent.id.clone(),
        times: recent.count,
        days: (now - recent.time).max(0) as f64 / 86_400.0,
    };
    let chosen = state.chosen.iter().map(|chosen| (chosen.query.clone(), chosen.id.clone()));
    Usage { copied: state.recents.iter().map(used).collect(), chosen: chosen.collect() }
}

/// Whether an index of the one serves the other.
fn same(one: &Library, other: &Library) -> bool {
    let alike = |(one, other): (&Entry, &Entry)| {
        Arc::ptr_eq(&one.phrase, &other.phrase) && one.pack == other.pack && one.layer == other.layer
    };
    one.entries().len() == other.entries().len()
        && one.entries().iter().zip(other.entries()).all(alike)
        && one.situations() == other.situations()
        && one.reasons() == other.reasons()
}

fn excerpt(excerpt: &search::Excerpt) -> protocol::Excerpt {
    let mark = |mark: &search::Mark| protocol::Mark { start: mark.start, end: mark.end, near: mark.near };
    protocol::Excerpt {
        field: field(excerpt.field),
        language: excerpt.language.as_ref().map(ToString::to_string),
        text: excerpt.text.clone(),
        marks: excerpt.marks.iter().map(mark).collect(),
    }
}

fn found_at(found: &search::Match) -> protocol::Match {
    protocol::Match { field: field(found.field), start: found.start, end: found.end, near: found.near }
}

fn field(field: Field) -> protocol::MatchField {
    match field {
        Field::Title => protocol::MatchField::Title,
        Field::Text => protocol::MatchField::Text,
        Field::Situation => protocol::MatchField::Situation,
        Field::Tags => protocol::MatchField::Tags,
        Field::Gloss => protocol::MatchField::Gloss,
        Field::Reason => protocol::MatchField::Reason,
    }
}
