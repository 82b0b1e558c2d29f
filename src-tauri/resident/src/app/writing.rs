//! Requests that change something on disk.

use fencun_core::{Phrase, PhraseId};
use fencun_desktop::hotkey::Hotkey;
use fencun_protocol::{self as protocol, Failure, Request};
use fencun_store::{IdParts, SettingValue, new_id};
use serde_json::Value;

use super::{Answer, App, json, store_failure};
use crate::wire;

impl App {
    pub(super) fn write(&self, request: Request) -> Answer {
        match request {
            Request::SetAudience { audience, contact } => self.set_audience(&audience, contact),
            Request::SetFavourite { id, favourite } => {
                let id = PhraseId::new(id);
                let favourites = self.change(|store| store.set_favourite(&id, favourite))?;
                json(&favourites.contains(&id))
            }
            Request::SavePhrase { draft, base } => self.save_phrase(&draft, base.as_ref()),
            Request::DeletePhrase { id } => {
                let phrase = PhraseId::new(&id);
                let saved = self.change(|store| store.delete_phrase(&phrase))?;
                json(&saved_of(id, saved))
            }
            Request::RestoreOriginal { id } => {
                let phrase = PhraseId::new(&id);
                let saved = self.change(|store| store.restore_original(&phrase))?;
                json(&saved_of(id, saved))
            }
            Request::Restore { id, step } => {
                let phrase = PhraseId::new(&id);
                let saved = self.change(|store| store.restore(&phrase, step))?;
                json(&saved_of(id, saved))
            }
            Request::Undo { steps } => {
                let undone = self.change(|store| store.undo(steps.max(1)))?;
                json(&undone.iter().map(super::reading::operation).collect::<Vec<_>>())
            }
            Request::Silence { id, rule, why } => self.silence(id, rule, why),
            Request::KeepFormDraft { key, content } => {
                json(&self.store.save_draft(&key, &content).map_err(|err| store_failure(&err))?)
            }
            Request::DropFormDraft { key } => {
                json(&self.store.drop_draft(&key).map_err(|err| store_failure(&err))?)
            }
            Request::RestoreFile { file } => {
                let operation = self.change(|store| store.restore_file(&file))?;
                json(&super::reading::operation(&operation))
            }
            Request::MergeCopy { file } => json(&self.change(|store| store.merge_copy(&file))?),
            Request::ImportPack { name, text } => self.import_pack(&name, text),
            Request::RemovePack { file } => json(&self.change(|store| store.remove_pack(&file))?),
            Request::Forget { key } => self.forget(key.as_deref()),
            Request::Remind { filling, minutes } => self.remind(filling, minutes),
            Request::DropReminder { number } => self.drop_reminder(number),
            Request::SetSetting { key, value } => self.set_setting(&key, &value),
            Request::SaveContact { contact } => {
                let contact = wire::core_contact(&contact);
                json(&wire::contact(&self.change(|store| store.save_contact(&contact))?))
            }
            Request::DeleteContact { id } => json(&self.change(|store| store.delete_contact(&id))?),
            // Everything else has been answered by whoever only reads.
            other => Err(wire::bad_value(format!("{other:?} changes nothing"))),
        }
    }

    fn set_audience(&self, audience: &protocol::Audience, contact: Option<String>) -> Answer {
        let audience = wire::core_audience(audience);
        self.change(|store| {
            store.change_state(|state| {
                state.audience = Some(audience);
                state.contact = contact;
            })
        })?;
        json(&self.now().audience_state())
    }

    fn save_phrase(&self, draft: &protocol::PhraseDraft, base: Option<&protocol::PhraseDraft>) -> Answer {
        let now = self.now();
        let id = draft.id.as_deref().filter(|id| !id.is_empty()).map(PhraseId::new);
        let before = id.as_ref().and_then(|id| now.library.get(id)).map(|entry| &*entry.phrase);
        let mut phrase: Phrase = wire::core_phrase(draft, PhraseId::new(""), before)?;
        // What the form was opened with, not what stands there now: between the two somebody else may have written.
        let opened = match (base, &id) {
            (Some(base), Some(id)) => Some(wire::core_phrase(base, id.clone(), before)?),
            _ => before.cloned(),
        };
        let operation = if before.is_some() { "edit" } else { "add" };
        phrase.id = id.unwrap_or_else(|| {
            let parts = IdParts {
                title: &phrase.title,
                situation: &phrase.situation,
                ranks: &phrase.ranks,
                firmness: phrase.firmness,
            };
            new_id(&parts, |id| now.library.get(id).is_some())
        });
        let saved = self.change(|store| store.save_phrase(&phrase, opened.as_ref(), operation))?;
        json(&saved_of(phrase.id.to_string(), saved))
    }

    fn set_setting(&self, key: &str, value: &Value) -> Answer {
        let wrong = || {
            wire::bad_value(format!(
                "`{key}` cannot be set to that; it takes text, a number, true or false, or a list"
            ))
        };
        let mut value = SettingValue::from_json(value).ok_or_else(wrong)?;
        if let ("behaviour.hotkey", SettingValue::Text(text)) = (key, &mut value)
            && !text.is_empty()
        {
            *text = Hotkey::parse(text).map_err(|err| wire::bad_value(err.to_string()))?.to_string();
        }
        if key == "behaviour.start_at_login" {
            self.start_at_login(value == SettingValue::Truth(true))?;
        }
        self.change(|store| store.set_setting(key, &value))?;
        json(&wire::settings(&self.now().settings))
    }

    /// The desktop's own entry first: a setting that says yes while nothing starts would be worse than an error.
    fn start_at_login(&self, on: bool) -> Result<(), Failure> {
        let failed = |detail: String| Failure { code: protocol::Code::NotSaved, detail, names: Vec::new() };
        let program = std::env::current_exe()
            .map_err(|err| failed(format!("the program does not know its own path: {err}")))?;
        fencun_desktop::login::start_at_login(on, &program, self.home.root())
            .map_err(|err| failed(err.to_string()))
    }
}

/// A change as it travels.
pub(super) fn saved_of(id: String, saved: fencun_store::Saved) -> protocol::Saved {
    protocol::Saved { id, step: saved.step, beside: saved.beside.map(|id| id.to_string()) }
}
