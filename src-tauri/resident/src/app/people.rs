//! What is remembered about people: noted when a phrase is copied for them, shown, and forgotten.

use fencun_core::people::{Person, next_rung};
use fencun_core::{Audience, PhraseId};
use fencun_protocol::{self as protocol, Filling};

use super::view::setting_of;
use super::{Answer, App, Snapshot, json};
use crate::moment;

/// Placeholders whose value is the person's own name: it is the key, not an answer to remember.
const NAMES: [&str; 3] = ["name", "their_name", "person"];

impl App {
    /// Notes that a phrase went to a person, if one is known and the user wants that.
    pub(super) fn note_person(&self, now: &Snapshot, asked: &Filling, contact: Option<&str>) {
        let typed = || asked.person.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let Some(key) = contact.or_else(typed) else { return };
        if !now.settings.behaviour.remember_people {
            return;
        }
        let answers = if asked.remember { asked.set.clone() } else { Default::default() };
        // What belongs to the profile is kept there.
        let is_answer = |name: &str| !NAMES.contains(&name) && setting_of(name, &now.audience).is_none();
        let answers = answers.into_iter().filter(|(name, _)| is_answer(name)).collect();
        let id = PhraseId::new(&asked.id);
        let noted = self.store.change_people(|people| people.got(key, &id, &answers, moment::seconds()));
        if let Err(err) = noted {
            tracing::warn!(%err, "it is not remembered who got the phrase");
        }
    }

    pub(super) fn memory(&self, now: &Snapshot) -> Answer {
        let person = |person: &Person| protocol::Person {
            key: person.key.clone(),
            name: now.contact(&person.key).map_or(&person.key, |contact| &contact.name).clone(),
            uses: person.uses.iter().map(|used| person_use(now, used)).collect(),
            answers: person.answers.clone(),
        };
        let state = self.store.load_state();
        json(&protocol::Memory {
            people: now.people.all.iter().map(person).collect(),
            copied: state.recents.len(),
            queries: state.chosen.len(),
        })
    }

    /// Forgets one person, or everything that is remembered beside the library.
    pub(super) fn forget(&self, key: Option<&str>) -> Answer {
        self.change(|store| {
            store.change_people(|people| match key {
                Some(key) => drop(people.forget(key)),
                None => people.all.clear(),
            })?;
            if key.is_none() {
                store.change_state(|state| {
                    state.recents.clear();
                    state.chosen.clear();
                })?;
            }
            Ok(())
        })?;
        self.memory(&self.now())
    }
}

fn person_use(now: &Snapshot, used: &fencun_core::people::Use) -> protocol::PersonUse {
    let title = now.library.get(&used.id).map(|entry| entry.phrase.title.clone());
    protocol::PersonUse {
        id: used.id.to_string(),
        title: title.unwrap_or_default(),
        time: moment::text(used.time),
    }
}

impl Snapshot {
    /// What was answered for a person the last time.
    pub(super) fn remembered(&self, person: Option<&str>, placeholder: &str) -> Option<String> {
        self.people.get(person?)?.answers.get(placeholder).cloned()
    }

    /// The next rung for the contact the user is writing to.
    pub(super) fn proposal(&self, audience: &Audience) -> Option<protocol::Proposal> {
        if !self.settings.behaviour.remember_people || *audience != self.audience {
            return None;
        }
        let contact = self.contact(self.contact.as_deref()?)?;
        let next = next_rung(&self.library, audience, self.people.get(&contact.id)?, moment::seconds())?;
        let (phrase, last) = (&next.entry.phrase, &next.last.phrase);
        Some(protocol::Proposal {
            id: phrase.id.to_string(),
            title: phrase.title.clone(),
            firmness: phrase.firmness.value(),
            last_firmness: last.firmness.value(),
            last_title: last.title.clone(),
            days: next.days,
            situation_name: self.library.situation_name(&phrase.situation, self.reader()).to_owned(),
            name: contact.name.clone(),
        })
    }
}
