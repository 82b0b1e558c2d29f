//! The library as the settings window lists it: a query, facets with counts, one page of rows.

use std::collections::{HashMap, HashSet};

use fencun_core::search::Filter;
use fencun_core::{Entry, Firmness, Rank};
use fencun_protocol as wire;

use super::Snapshot;
use super::forms::Forms;
use super::view::filter;

/// One facet: its name, the part of a filter that is about it, how to clear that part, and the values a phrase has for it.
struct FacetRule {
    id: &'static str,
    only: fn(&Filter) -> Filter,
    clear: fn(&mut Filter),
    values: for<'e> fn(&'e Entry, &mut Counts<'e>),
}

const FACETS: [FacetRule; 7] = [
    FacetRule {
        id: "culture",
        only: |f| Filter { culture: f.culture.clone(), ..Filter::default() },
        clear: |f| f.culture = None,
        values: |e, counts| counts.add(e.phrase.culture.as_str()),
    },
    FacetRule {
        id: "language",
        only: |f| Filter { language: f.language.clone(), ..Filter::default() },
        clear: |f| f.language = None,
        values: |e, counts| counts.add(e.phrase.language.as_str()),
    },
    FacetRule {
        id: "rank",
        only: |f| Filter { rank: f.rank, ..Filter::default() },
        clear: |f| f.rank = None,
        values: |e, counts| e.phrase.ranks.iter().for_each(|rank| counts.add(rank.as_str())),
    },
    FacetRule {
        id: "situation",
        only: |f| Filter { situation: f.situation.clone(), ..Filter::default() },
        clear: |f| f.situation = None,
        values: |e, counts| counts.add(e.phrase.situation.as_str()),
    },
    FacetRule {
        id: "firmness",
        only: |f| Filter { firmness: f.firmness, ..Filter::default() },
        clear: |f| f.firmness = None,
        values: |e, counts| counts.add(FIRMNESS[usize::from(e.phrase.firmness.value()) - 1]),
    },
    FacetRule {
        id: "reason",
        only: |f| Filter { reason: f.reason.clone(), ..Filter::default() },
        clear: |f| f.reason = None,
        values: |e, counts| e.phrase.reason.iter().for_each(|reason| counts.add(reason.as_str())),
    },
    FacetRule {
        id: "pack",
        only: |f| Filter { pack: f.pack.clone(), ..Filter::default() },
        clear: |f| f.pack = None,
        values: |e, counts| counts.add(e.pack.as_str()),
    },
];

const FIRMNESS: [&str; 4] = ["1", "2", "3", "4"];

/// How many phrases have each value.
#[derive(Default)]
struct Counts<'e> {
    /// The values that came up last, told apart by where they lie: the phrases of a pack share their texts.
    recent: Vec<(&'e str, usize)>,
    others: HashMap<&'e str, usize>,
}

/// Among how many values one is looked for before they are added up.
const RECENT: usize = 64;

impl<'e> Counts<'e> {
    fn add(&mut self, value: &'e str) {
        let at = self.recent.iter().position(|(known, _)| std::ptr::eq(*known, value));
        match at {
            Some(at) => self.recent[at].1 += 1,
            None => {
                if self.recent.len() == RECENT {
                    self.add_up();
                }
                self.recent.push((value, 1));
            }
        }
    }

    fn add_up(&mut self) {
        for (value, count) in self.recent.drain(..) {
            *self.others.entry(value).or_default() += count;
        }
    }

    fn all(mut self) -> HashMap<&'e str, usize> {
        self.add_up();
        self.others
    }
}

/// What passes a filter, and what each facet would leave; each phrase is looked at once.
struct Sifted<'e> {
    passing: Vec<&'e Entry>,
    counts: [HashMap<&'e str, usize>; FACETS.len()],
}

impl<'e> Sifted<'e> {
    fn of(found: impl Iterator<Item = &'e Entry>, filter: &Filter) -> Self {
        let parts = FACETS.each_ref().map(|rule| (rule.only)(filter));
        let asked: Vec<usize> = (0..FACETS.len()).filter(|at| parts[*at] != Filter::default()).collect();
        let mut rest = filter.clone();
        FACETS.iter().for_each(|rule| (rule.clear)(&mut rest));
        let mut passing = Vec::new();
        let mut counts: [Counts<'e>; FACETS.len()] = Default::default();
        for entry in found.filter(|entry| rest.passes(entry)) {
            let mut failed = asked.iter().filter(|at| !parts[**at].passes(entry));
            match (failed.next(), failed.next()) {
                (None, _) => {
                    passing.push(entry);
                    FACETS.iter().zip(&mut counts).for_each(|(rule, counts)| (rule.values)(entry, counts));
                }
                // Another value of this facet would let it pass.
                (Some(&only), None) => (FACETS[only].values)(entry, &mut counts[only]),
                _ => {}
            }
        }
        Self { passing, counts: counts.map(Counts::all) }
    }
}

impl Snapshot {
    /// One page.
    pub(crate) fn browse(&self, asked: &wire::Browse) -> Result<wire::BrowsePage, wire::Failure> {
        let filter = filter(&asked.filter)?;
        let Sifted { passing, counts } = if asked.query.trim().is_empty() {
            Sifted::of(self.library.entries().iter(), &filter)
        } else {
            Sifted::of(self.matching(&asked.query).into_iter(), &filter)
        };
        let forms = Forms::of(self);
        let page = passing.iter().skip(asked.offset).take(asked.limit);
        Ok(wire::BrowsePage {
            rows: page.map(|entry| self.row(entry, &self.audience, &forms)).collect(),
            total: passing.len(),
            all: self.library.entries().len(),
            facets: FACETS.iter().zip(&counts).map(|(rule, counts)| self.facet(rule.id, counts)).collect(),
        })
    }

    fn facet(&self, facet: &str, counts: &HashMap<&str, usize>) -> wire::Facet {
        let value = |id: String| wire::FacetValue {
            count: counts.get(id.as_str()).copied().unwrap_or_default(),
            name: self.facet_name(facet, &id),
            id,
        };
        wire::Facet {
            id: facet.to_owned(),
            values: self.in_order(facet, counts).into_iter().map(value).collect(),
        }
    }

    /// The values in the order people know them in; those no pack defines come last.
    fn in_order(&self, facet: &str, counts: &HashMap<&str, usize>) -> Vec<String> {
        let library = &self.library;
        let mut known: Vec<String> = match facet {
            "culture" => self.cultures.iter().map(|(culture, _)| culture.to_string()).collect(),
            "rank" => Rank::ALL.iter().map(|rank| rank.as_str().to_owned()).collect(),
            "situation" => library.situations().iter().map(|situation| situation.id.to_string()).collect(),
            "firmness" => Firmness::ALL.iter().map(|firmness| firmness.value().to_string()).collect(),
            "reason" => library.reasons().iter().map(|reason| reason.id.to_string()).collect(),
            "pack" => library.packs().iter().map(|pack| pack.header.id.to_string()).collect(),
            _ => self.languages().into_iter().map(|language| language.id).collect(),
        };
        let listed: HashSet<&str> = known.iter().map(String::as_str).collect();
        let rest = counts.keys().filter(|id| !listed.contains(*id)).map(|id| (*id).to_owned());
        let mut rest: Vec<String> = rest.collect();
        rest.sort();
        known.extend(rest);
        known
    }

    fn facet_name(&self, facet: &str, id: &str) -> String {
        let reader = self.reader();
        match facet {
            "culture" => self.library.culture_name(&fencun_core::CultureId::new(id), reader).to_owned(),
            "situation" => self.library.situation_name(&fencun_core::SituationId::new(id), reader).to_owned(),
            "reason" => self.library.reason_name(&fencun_core::ReasonId::new(id), reader).to_owned(),
            "rank" => self.texts.get(&format!("rank-{id}")),
            "firmness" => self.texts.get(&format!("firmness-{id}")),
            "language" => self.texts.language_name(id),
            _ => {
                let pack = self.library.packs().iter().find(|pack| pack.header.id.as_str() == id);
                pack.map_or_else(|| id.to_owned(), |pack| pack.header.title.clone())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fencun_core::Library;
    use fencun_core::pack::{Layer, PackFile};

    /// Many packs, so that equal values lie in many places.
    fn library() -> Library {
        let phrase = |at: usize| {
            format!(
                "[[phrase]]\nid = \"p{at}\"\nsituation = \"s{}\"\nculture = \"c{}\"\nlanguage = \"en\"\n\
                 rank = {}\nfirmness = {}\nchannel = \"{}\"\ntitle = \"t\"\ntext = \"words\"\n{}",
                at % 90,
                at % 3,
                ["[\"peer\"]", "[\"peer\", \"client\"]"][at % 2],
                at % 4 + 1,
                ["chat", "chat\"\nreason = \"r"][at / 7 % 2],
                ["", "tags = [\"x\"]\n"][at % 2],
            )
        };
        let pack = |pack: usize| PackFile {
            name: format!("pack-{pack}.toml"),
            layer: if pack == 4 { Layer::Mine } else { Layer::Shared },
            text: (pack * 100..pack * 100 + 100).map(phrase).collect(),
        };
        Library::from_files(&(0..5).map(pack).collect::<Vec<_>>()).0
    }

    #[test]
    fn a_facet_counts_what_passes_all_other_parts_of_the_filter() {
        let library = library();
        assert_eq!(library.entries().len(), 500);
        let text = |text: &str| Some(text.to_owned());
        let filters = [
            Filter::default(),
            Filter { culture: text("c1"), ..Filter::default() },
            Filter { culture: text("c1"), rank: Some(Rank::Client), mine: true, ..Filter::default() },
            Filter { situation: text("s5"), reason: text("r"), ..Filter::default() },
            Filter { culture: text("nowhere"), language: text("en"), ..Filter::default() },
        ];
        for filter in filters {
            let sifted = Sifted::of(library.entries().iter(), &filter);
            let passing = library.entries().iter().filter(|entry| filter.passes(entry)).count();
            assert_eq!(sifted.passing.len(), passing, "{filter:?}");
            for (rule, counts) in FACETS.iter().zip(&sifted.counts) {
                let mut others = filter.clone();
                (rule.clear)(&mut others);
                let mut expected = Counts::default();
                let entries = library.entries().iter().filter(|entry| others.passes(entry));
                entries.for_each(|entry| (rule.values)(entry, &mut expected));
                assert_eq!(counts, &expected.all(), "{} {filter:?}", rule.id);
            }
        }
    }

    #[test]
    fn values_are_counted_however_many_there_are_and_wherever_they_lie() {
        let values: Vec<String> = (0..1_000).map(|at| (at % 130).to_string()).collect();
        let mut counts = Counts::default();
        values.iter().for_each(|value| counts.add(value));
        let counts = counts.all();
        assert_eq!((counts.len(), counts["0"], counts["129"]), (130, 8, 7));
    }
}
