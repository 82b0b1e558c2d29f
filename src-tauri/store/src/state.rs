//! `state.toml`: whom the user writes to, what was copied last, and what was said once. This machine's own.
//!
//! Losing it costs a few clicks, so it is written without history, and a broken one is moved aside.

use fencun_core::pack::limits;
use fencun_core::{Audience, CultureId, Language, PhraseId, Rank};
use serde::{Deserialize, Serialize};

use crate::clock;
use crate::error::StoreError;
use crate::store::Store;
use crate::uses::{CHOSEN, Chosen, ChosenForm};

const FILE: &str = "state.toml";

/// How many phrases a menu shows as copied last.
pub const RECENTS: usize = 20;

/// How many phrases are remembered as copied.
pub const REMEMBERED: usize = 200;

/// What is remembered between two starts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Whom the user writes to.
    pub audience: Option<Audience>,
    /// The contact behind it, by id.
    pub contact: Option<String>,
    /// What was copied last, newest first.
    pub recents: Vec<Recent>,
    /// What was chosen for which query, newest first.
    pub chosen: Vec<Chosen>,
    /// The names of notices that are said once only.
    pub said: Vec<String>,
}

/// A phrase that was copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// The phrase.
    pub id: PhraseId,
    /// How often, as long as it has been remembered.
    pub count: u64,
    /// When it was copied last, in seconds since 1970.
    pub time: i64,
}

impl State {
    /// Notes that a phrase was copied just now.
    pub fn copied(&mut self, id: &PhraseId) {
        let count = self.recents.iter().find(|recent| recent.id == *id).map_or(0, |recent| recent.count);
        self.recents.retain(|recent| recent.id != *id);
        self.recents
            .insert(0, Recent { id: id.clone(), count: count.saturating_add(1), time: clock::seconds() });
        self.recents.truncate(REMEMBERED);
    }

    /// Whether a notice was said already; it counts as said from now on.
    pub fn say(&mut self, notice: &str) -> bool {
        let said = self.said.iter().any(|name| name == notice);
        if !said {
            self.said.push(notice.to_owned());
        }
        said
    }
}

impl Store {
    /// What is remembered; nothing if the file is missing or broken.
    pub fn load_state(&self) -> State {
        self.state_file().ok().flatten().unwrap_or_default()
    }

    /// Changes what is remembered; the answer is what holds then.
    ///
    /// # Errors
    /// If it cannot be written: it then holds until the program ends.
    pub fn change_state(&self, change: impl FnOnce(&mut State)) -> Result<State, StoreError> {
        let work = self.work(FILE)?;
        let path = self.places.state.join(FILE);
        let not_saved = |source| StoreError::NotSaved { file: FILE.into(), doing: "writing it", source };
        let mut state = match self.state_file() {
            Ok(state) => state.unwrap_or_default(),
            Err(Broken) => {
                self.disk.rename(&path, &path.with_extension("toml.broken")).map_err(not_saved)?;
                State::default()
            }
        };
        change(&mut state);
        let text =
            toml::to_string(&Form::of(&state)).expect("strings, numbers and lists always have a TOML form");
        work.put(&path, text.as_bytes()).map_err(not_saved)?;
        Ok(state)
    }

    fn state_file(&self) -> Result<Option<State>, Broken> {
        match self.disk.read(&self.places.state.join(FILE), limits::FILE_BYTES) {
            Ok(content) => {
                let text = String::from_utf8(content.bytes).map_err(|_| Broken)?;
                let form: Form = toml::from_str(&text).map_err(|_| Broken)?;
                Ok(Some(form.state()))
            }
            Err(_) => Ok(None),
        }
    }
}

struct Broken;

/// The file. Everything is optional, so that an older program reads what a newer one wrote.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Form {
    contact: Option<String>,
    said: Vec<String>,
    audience: Option<AudienceForm>,
    recent: Vec<RecentForm>,
    chosen: Vec<ChosenForm>,
}

#[derive(Serialize, Deserialize)]
struct AudienceForm {
    culture: String,
    rank: String,
    language: String,
}

#[derive(Serialize, Deserialize)]
struct RecentForm {
    id: String,
    #[serde(default)]
    count: u64,
    #[serde(default)]
    time: i64,
}

impl Form {
    fn of(state: &State) -> Self {
        let audience = state.audience.as_ref().map(|audience| AudienceForm {
            culture: audience.culture.as_str().to_owned(),
            rank: audience.rank.as_str().to_owned(),
            language: audience.language.as_str().to_owned(),
        });
        let recent = state.recents.iter().map(|recent| RecentForm {
            id: recent.id.as_str().to_owned(),
            count: recent.count,
            time: recent.time,
        });
        Self {
            contact: state.contact.clone(),
            said: state.said.clone(),
            audience,
            recent: recent.collect(),
            chosen: state.chosen.iter().map(ChosenForm::of).collect(),
        }
    }

    fn state(self) -> State {
        let audience = self.audience.and_then(|form| {
            let rank = Rank::parse(&form.rank)?;
            Some(Audience {
                culture: CultureId::new(form.culture),
                rank,
                language: Language::new(form.language),
            })
        });
        let recents = self.recent.into_iter().map(|form| Recent {
            id: PhraseId::new(form.id),
            count: form.count,
            time: form.time,
        });
        State {
            audience,
            contact: self.contact,
            recents: recents.take(REMEMBERED).collect(),
            chosen: self.chosen.into_iter().take(CHOSEN).map(ChosenForm::chosen).collect(),
            said: self.said,
        }
    }
}
