//! What was chosen for which query: the same phrase comes up first when the same is typed again.

use fencun_core::PhraseId;
use serde::{Deserialize, Serialize};

use crate::state::State;

/// For how many queries that is remembered.
pub const CHOSEN: usize = 200;

/// A query and what was chosen for it last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The query in the form in which it is compared.
    pub query: String,
    /// The phrase.
    pub id: PhraseId,
}

impl State {
    /// Notes what was chosen for a query just now. An empty query asks for nothing in particular.
    pub fn choose(&mut self, query: &str, id: &PhraseId) {
        if query.is_empty() {
            return;
        }
        self.chosen.retain(|chosen| chosen.query != query);
        self.chosen.insert(0, Chosen { query: query.to_owned(), id: id.clone() });
        self.chosen.truncate(CHOSEN);
    }
}

/// Such a choice in the file.
#[derive(Serialize, Deserialize)]
pub(crate) struct ChosenForm {
    query: String,
    id: String,
}

impl ChosenForm {
    pub(crate) fn of(chosen: &Chosen) -> Self {
        Self { query: chosen.query.clone(), id: chosen.id.as_str().to_owned() }
    }

    pub(crate) fn chosen(self) -> Chosen {
        Chosen { query: self.query, id: PhraseId::new(self.id) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_choice_holds_and_the_oldest_queries_are_forgotten() {
        let mut state = State::default();
        for number in 0..CHOSEN + 5 {
            state.choose(&format!("query {number}"), &PhraseId::new("a"));
        }
        state.choose("query 10", &PhraseId::new("b"));
        state.choose("", &PhraseId::new("c"));
        assert_eq!(state.chosen.len(), CHOSEN);
        assert_eq!(state.chosen[0], Chosen { query: "query 10".into(), id: PhraseId::new("b") });
        assert!(state.chosen.iter().all(|chosen| chosen.query != "query 0"));
    }
}
