//! `reminders.toml` in the state folder: phrases that come back later. This machine's own.

use std::collections::BTreeMap;

use fencun_core::pack::limits;
use fencun_core::{Audience, CultureId, Language, PhraseId, Rank};
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::store::Store;

const FILE: &str = "reminders.toml";

/// How many reminders can wait at one time.
pub const REMINDERS: usize = 50;

/// A phrase that comes back, with what it was filled with.
#[derive(Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Names it; a later one has a higher number.
    pub number: u64,
    /// The phrase.
    pub id: PhraseId,
    /// Values given by hand.
    pub given: BTreeMap<String, String>,
    /// The contact it goes to, by id.
    pub contact: Option<String>,
    /// The name of a person who is no contact.
    pub person: Option<String>,
    /// Whom it is for.
    pub audience: Audience,
    /// When it comes back, in seconds since 1970.
    pub due: i64,
    /// Whether it has come back, and waits to be copied or dropped.
    pub came: bool,
}

/// Names and values are the user's: debugging output shows number and time only.
impl std::fmt::Debug for Reminder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reminder")
            .field("number", &self.number)
            .field("due", &self.due)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// All reminders, the next first; none if the file is missing or broken.
    pub fn load_reminders(&self) -> Vec<Reminder> {
        let content = self.disk.read(&self.places.state.join(FILE), limits::FILE_BYTES).ok();
        let text = content.and_then(|content| String::from_utf8(content.bytes).ok());
        let form: Form = text.and_then(|text| toml::from_str(&text).ok()).unwrap_or_default();
        let mut reminders: Vec<Reminder> =
            form.reminder.into_iter().filter_map(ReminderForm::reminder).collect();
        reminders.sort_by_key(|reminder| (reminder.due, reminder.number));
        reminders
    }

    /// Changes the reminders; the answer is what holds then.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn change_reminders(
        &self,
        change: impl FnOnce(&mut Vec<Reminder>),
    ) -> Result<Vec<Reminder>, StoreError> {
        let work = self.work(FILE)?;
        let mut reminders = self.load_reminders();
        change(&mut reminders);
        reminders.sort_by_key(|reminder| (reminder.due, reminder.number));
        let form = Form { reminder: reminders.iter().map(ReminderForm::of).collect() };
        let text = toml::to_string(&form).expect("strings and numbers always have a TOML form");
        work.put(&self.places.state.join(FILE), text.as_bytes()).map_err(|source| StoreError::NotSaved {
            file: FILE.into(),
            doing: "writing it",
            source,
        })?;
        Ok(reminders)
    }
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Form {
    reminder: Vec<ReminderForm>,
}

#[derive(Serialize, Deserialize)]
struct ReminderForm {
    number: u64,
    id: String,
    due: i64,
    #[serde(default)]
    came: bool,
    culture: String,
    rank: String,
    language: String,
    contact: Option<String>,
    person: Option<String>,
    #[serde(default)]
    given: BTreeMap<String, String>,
}

impl ReminderForm {
    fn of(reminder: &Reminder) -> Self {
        let Audience { culture, rank, language } = &reminder.audience;
        Self {
            number: reminder.number,
            id: reminder.id.as_str().to_owned(),
            due: reminder.due,
            came: reminder.came,
            culture: culture.as_str().to_owned(),
            rank: rank.as_str().to_owned(),
            language: language.as_str().to_owned(),
            contact: reminder.contact.clone(),
            person: reminder.person.clone(),
            given: reminder.given.clone(),
        }
    }

    /// None for one whose rank this program does not know.
    fn reminder(self) -> Option<Reminder> {
        let audience = Audience {
            culture: CultureId::new(self.culture),
            rank: Rank::parse(&self.rank)?,
            language: Language::new(self.language),
        };
        Some(Reminder {
            number: self.number,
            id: PhraseId::new(self.id),
            given: self.given,
            contact: self.contact,
            person: self.person,
            audience,
            due: self.due,
            came: self.came,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Places;

    fn reminder(number: u64, due: i64) -> Reminder {
        Reminder {
            number,
            id: PhraseId::new("a"),
            given: BTreeMap::from([("topic".to_owned(), "a = \"b\"\n".to_owned())]),
            contact: Some("chen".into()),
            person: None,
            audience: Audience {
                culture: CultureId::new("taiwan"),
                rank: Rank::Senior,
                language: Language::new("zh-Hant-TW"),
            },
            due,
            came: false,
        }
    }

    #[test]
    fn reminders_outlive_a_start_the_next_first() {
        let dir = tempfile::tempdir().expect("a folder");
        let at = |name: &str| dir.path().join(name);
        let places = Places { config: at("config"), data: at("data"), state: at("state") };
        let (late, soon) = (reminder(1, 900), reminder(2, 300));
        Store::open(places.clone())
            .change_reminders(|all| all.extend([late.clone(), soon.clone()]))
            .expect("it is written");
        assert_eq!(Store::open(places.clone()).load_reminders(), [soon, late]);
        std::fs::write(at("state").join(FILE), "[[reminder]]\nnumber = 1\nrank = \"boss\"")
            .expect("writable");
        assert_eq!(Store::open(places).load_reminders(), []);
    }
}
