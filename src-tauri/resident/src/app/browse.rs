//! The library as the settings window lists it: a query, facets with counts, one page of rows.

use std::collections::HashMap;

use fencun_core::search::Filter;
use fencun_core::{Entry, Firmness, Rank};
use fencun_protocol as wire;

use super::Snapshot;
use super::forms::Forms;
use super::view::filter;

/// One facet: its name, how to clear it in a filter, and the values a phrase has for it.
struct FacetRule {
    id: &'static str,
    clear: fn(&mut Filter),
    values: fn(&Entry) -> Vec<String>,
}

const FACETS: [FacetRule; 7] = [
    FacetRule { id: "culture", clear: |f| f.culture = None, values: |e| vec![e.phrase.culture.to_string()] },
    FacetRule {
        id: "language",
        clear: |f| f.language = None,
        values: |e| vec![e.phrase.language.to_string()],
    },
    FacetRule {
        id: "rank",
        clear: |f| f.rank = None,
        values: |e| e.phrase.ranks.iter().map(|rank| rank.as_str().to_owned()).collect(),
    },
    FacetRule {
        id: "situation",
        clear: |f| f.situation = None,
        values: |e| vec![e.phrase.situation.to_string()],
    },
    FacetRule {
        id: "firmness",
        clear: |f| f.firmness = None,
        values: |e| vec![e.phrase.firmness.value().to_string()],
    },
    FacetRule {
        id: "reason",
        clear: |f| f.reason = None,
        values: |e| e.phrase.reason.iter().map(ToString::to_string).collect(),
    },
    FacetRule { id: "pack", clear: |f| f.pack = None, values: |e| vec![e.pack.to_string()] },
];

impl Snapshot {
    /// One page.
    pub(crate) fn browse(&self, asked: &wire::Browse) -> Result<wire::BrowsePage, wire::Failure> {
        let filter = filter(&asked.filter)?;
        let found: Vec<&Entry> = if asked.query.trim().is_empty() {
            self.library.entries().iter().collect()
        } else {
            self.matching(&asked.query)
        };
        let passing: Vec<&Entry> = found.iter().copied().filter(|entry| filter.passes(entry)).collect();
        let forms = Forms::of(self);
        let page = passing.iter().skip(asked.offset).take(asked.limit);
        Ok(wire::BrowsePage {
            rows: page.map(|entry| self.row(entry, &self.audience, &forms)).collect(),
            total: passing.len(),
            all: self.library.entries().len(),
            facets: FACETS.iter().map(|rule| self.facet(rule, &filter, &found)).collect(),
        })
    }

    fn facet(&self, rule: &FacetRule, filter: &Filter, found: &[&Entry]) -> wire::Facet {
        let mut others = filter.clone();
        (rule.clear)(&mut others);
        let mut counts: HashMap<String, usize> = HashMap::new();
        for entry in found.iter().filter(|entry| others.passes(entry)) {
            for value in (rule.values)(entry) {
                *counts.entry(value).or_default() += 1;
            }
        }
        let all = self.in_order(rule.id, &counts);
        let value = |id: String| wire::FacetValue {
            count: counts.get(&id).copied().unwrap_or_default(),
            name: self.facet_name(rule.id, &id),
            id,
        };
        wire::Facet { id: rule.id.to_owned(), values: all.into_iter().map(value).collect() }
    }

    /// The values in the order people know them in; those no pack defines come last.
    fn in_order(&self, facet: &str, counts: &HashMap<String, usize>) -> Vec<String> {
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
        let mut rest: Vec<String> = counts.keys().filter(|id| !known.contains(id)).cloned().collect();
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
