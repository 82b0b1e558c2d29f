//! What a search must know of each phrase beside its words, packed so that all of them can be looked at for every key.

use std::collections::HashMap;

use super::Filter;
use crate::{Audience, Channel, Entry, Firmness, Library, Rank, ReasonId, pack::Layer};

/// No reason is given.
pub(super) const NONE: u32 = u32::MAX;

/// One phrase.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub(super) situation: u32,
    pub(super) reason: u32,
    culture: u32,
    language: u32,
    pack: u32,
    /// Its place when nothing else decides: by need, firmness and the order of the packs.
    pub(super) order: u32,
    ranks: u8,
    firmness: Firmness,
    channel: Channel,
    mine: bool,
    /// Whether its own words rest on the reason: a placeholder takes one that holds.
    rests: bool,
}

/// Ids by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids(HashMap<String, u32>);

impl Ids {
    fn learn(&mut self, id: &str) -> u32 {
        if let Some(number) = self.0.get(id) {
            return *number;
        }
        let number = u32::try_from(self.0.len()).unwrap_or(NONE);
        self.0.insert(id.to_owned(), number);
        number
    }

    fn find(&self, id: &str) -> Option<u32> {
        self.0.get(id).copied()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// All, with their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.iter().map(|(id, number)| (id.as_str(), *number))
    }
}

/// All phrases.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    all: Vec<Fact>,
    ordered: Vec<u32>,
    pub(super) situations: Ids,
    pub(super) reasons: Ids,
    cultures: Ids,
    languages: Ids,
    packs: Ids,
    /// How far down the list of needs each situation stands.
    pub(super) needs: Vec<u16>,
}

impl Facts {
    /// Reads them from a library.
    pub(super) fn new(library: &Library) -> Self {
        let mut facts = Self::default();
        for entry in library.entries() {
            let fact = facts.fact(entry);
            facts.all.push(fact);
        }
        let places = library.situations().iter().zip(0_u16..);
        let places: HashMap<&str, u16> =
            places.map(|(situation, place)| (situation.id.as_str(), place)).collect();
        facts.needs = vec![u16::MAX; facts.situations.len()];
        for (id, number) in facts.situations.iter() {
            facts.needs[number as usize] = places.get(id).copied().unwrap_or(u16::MAX);
        }
        facts.put_in_order();
        facts
    }

    fn fact(&mut self, entry: &Entry) -> Fact {
        let phrase = &entry.phrase;
        Fact {
            situation: self.situations.learn(phrase.situation.as_str()),
            reason: phrase.reason.as_ref().map_or(NONE, |reason| self.reasons.learn(reason.as_str())),
            culture: self.cultures.learn(phrase.culture.as_str()),
            language: self.languages.learn(phrase.language.as_str()),
            pack: self.packs.learn(entry.pack.as_str()),
            order: 0,
            ranks: phrase.ranks.iter().fold(0, |bits, rank| bits | bit(*rank)),
            firmness: phrase.firmness,
            channel: phrase.channel,
            mine: entry.layer == Layer::Mine,
            rests: phrase.reason.is_some() && !phrase.text.contains("{reason}"),
        }
    }

    fn put_in_order(&mut self) {
        let mut ordered: Vec<u32> = (0..u32::try_from(self.all.len()).unwrap_or(u32::MAX)).collect();
        ordered.sort_by_key(|phrase| {
            let fact = &self.all[*phrase as usize];
            (self.needs[fact.situation as usize], fact.firmness)
        });
        for (place, phrase) in (0_u32..).zip(&ordered) {
            self.all[*phrase as usize].order = place;
        }
        self.ordered = ordered;
    }

    /// All phrases in the order of the library.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Fact> {
        self.all.iter()
    }

    /// One of them.
    pub(super) fn get(&self, phrase: usize) -> Option<&Fact> {
        self.all.get(phrase)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Which phrase has this place in the order.
    pub(super) fn at_place(&self, place: u32) -> usize {
        self.ordered.get(place as usize).map_or(usize::MAX, |phrase| *phrase as usize)
    }

    /// Tells which phrases are for an audience.
    pub(super) fn audience(&self, audience: &Audience) -> impl Fn(&Fact) -> bool + use<> {
        let culture = self.cultures.find(audience.culture.as_str());
        let language = self.languages.find(audience.language.as_str());
        let rank = bit(audience.rank);
        move |fact| Some(fact.culture) == culture && Some(fact.language) == language && fact.ranks & rank != 0
    }

    /// Tells which phrases rest on a reason that is not among these. No reason at all is no answer yet.
    pub(super) fn untrue(&self, reasons: &[ReasonId]) -> impl Fn(&Fact) -> bool + use<> {
        let mut holds = vec![reasons.is_empty(); self.reasons.len()];
        for number in reasons.iter().filter_map(|reason| self.reasons.find(reason.as_str())) {
            holds[number as usize] = true;
        }
        move |fact| fact.rests && !holds.get(fact.reason as usize).copied().unwrap_or(true)
    }

    /// Tells which phrases pass a filter, as [`Filter::passes`] does.
    pub(super) fn filter(&self, filter: &Filter) -> impl Fn(&Fact) -> bool + use<> {
        let wanted = |ids: &Ids, id: Option<&str>| id.map(|id| ids.find(id).unwrap_or(NONE - 1));
        let culture = wanted(&self.cultures, filter.culture.as_deref());
        let language = wanted(&self.languages, filter.language.as_deref());
        let situation = wanted(&self.situations, filter.situation.as_deref());
        let reason = wanted(&self.reasons, filter.reason.as_deref());
        let pack = wanted(&self.packs, filter.pack.as_ref().map(crate::PackId::as_str));
        let (rank, firmness, channel, mine) =
            (filter.rank.map(bit), filter.firmness, filter.channel, filter.mine);
        move |fact| {
            let same = |wanted: Option<u32>, found: u32| wanted.is_none_or(|wanted| wanted == found);
            same(culture, fact.culture)
                && same(language, fact.language)
                && same(situation, fact.situation)
                && same(reason, fact.reason)
                && same(pack, fact.pack)
                && rank.is_none_or(|rank| fact.ranks & rank != 0)
                && firmness.is_none_or(|firmness| fact.firmness == firmness)
                && channel.is_none_or(|channel| fact.channel == channel)
                && (!mine || fact.mine)
        }
    }

    /// How much memory they hold.
    pub(super) fn bytes(&self) -> usize {
        self.all.capacity() * size_of::<Fact>() + self.ordered.capacity() * 4
    }
}

fn bit(rank: Rank) -> u8 {
    1 << rank as u8
}
