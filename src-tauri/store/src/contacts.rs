//! `contacts.toml`: the people the user answers, edited entry by entry so that comments and unknown keys survive.

use fencun_core::{Contact, CultureId, PhraseId, Problem, Rank};
use toml::de::{DeTable, DeValue};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::error::StoreError;
use crate::id;
use crate::places::Target;
use crate::reading::{self, Reading};
use crate::save::{Note, Old};
use crate::store::Store;

const FILE: &str = "contacts.toml";

impl Store {
    /// All contacts, in the order of the file. An entry that cannot be used is a problem and left out.
    pub fn load_contacts(&self) -> (Vec<Contact>, Vec<Problem>) {
        match self.text_of(&Target::config(&self.places, FILE)) {
            Ok(text) => read(&text),
            Err(problem) => (Vec::new(), vec![problem]),
        }
    }

    /// Keeps a contact, in place of the one of the same id; without an id it gets one made from the name.
    ///
    /// # Errors
    /// If it has neither name nor id, its address is none, or the change is not safe on disk.
    pub fn save_contact(&self, contact: &Contact) -> Result<Contact, StoreError> {
        check(contact)?;
        let kept = std::cell::RefCell::new(contact.clone());
        self.change_contacts(&|old| {
            let mut named = contact.clone();
            if named.id.is_empty() {
                let others = read(&old.text).0;
                let slug = id::slug(&named.name);
                let start = if slug.is_empty() { "contact".to_owned() } else { slug };
                let taken = |id: &PhraseId| others.iter().any(|other| other.id == id.as_str());
                named.id = id::distinct(&start, taken).as_str().to_owned();
            }
            let text = changed(&old.text, |entries| put(entries, &named))?;
            kept.replace(named);
            Ok(Some(text))
        })?;
        Ok(kept.into_inner())
    }

    /// Forgets a contact.
    ///
    /// # Errors
    /// If there is none of this id, or the change is not safe on disk.
    pub fn delete_contact(&self, id: &str) -> Result<(), StoreError> {
        self.change_contacts(&|old| {
            let mut found = false;
            let text = changed(&old.text, |entries| {
                let before = entries.len();
                entries.retain(|entry| entry.get("id").and_then(Item::as_str) != Some(id));
                found = entries.len() < before;
            })?;
            if found { Ok(Some(text)) } else { Err(StoreError::UnknownContact(id.to_owned())) }
        })
    }

    fn change_contacts(
        &self,
        edit: &dyn Fn(&Old) -> Result<Option<String>, StoreError>,
    ) -> Result<(), StoreError> {
        let note = Note { operation: "contact".into(), ..Note::default() };
        self.work(FILE)?.replace(&Target::config(&self.places, FILE), &note, edit).map(drop)
    }
}

fn check(contact: &Contact) -> Result<(), StoreError> {
    let bad = |key: &str, needs| Err(StoreError::BadValue { key: key.to_owned(), needs });
    let fields = fields(contact);
    if let Some((key, _)) =
        fields.iter().find(|(_, text)| text.chars().any(char::is_control) || text.len() > 1000)
    {
        return bad(key, "one line of text");
    }
    if [&contact.name, &contact.surname, &contact.given].iter().all(|name| name.trim().is_empty()) {
        return bad("name", "the name of the contact");
    }
    if !contact.email.is_empty() && !crate::settings::is_email(&contact.email) {
        return bad("email", "an email address such as anna@example.com, or empty");
    }
    Ok(())
}

fn fields(contact: &Contact) -> [(&'static str, &str); 10] {
    [
        ("id", &contact.id),
        ("name", &contact.name),
        ("surname", &contact.surname),
        ("given", &contact.given),
        ("title", &contact.title),
        ("culture", contact.culture.as_str()),
        ("rank", contact.rank.as_str()),
        ("language", &contact.language),
        ("email", &contact.email),
        ("app", &contact.app),
    ]
}

fn put(entries: &mut ArrayOfTables, contact: &Contact) {
    let at = entries.iter().position(|entry| entry.get("id").and_then(Item::as_str) == Some(&contact.id));
    if at.is_none() {
        entries.push(Table::new());
    }
    let at = at.unwrap_or(entries.len() - 1);
    let entry = entries.get_mut(at).expect("found or added just above");
    for (key, text) in fields(contact) {
        match entry.get_mut(key) {
            Some(item) if item.as_str() == Some(text) => {}
            _ if text.is_empty() => drop(entry.remove(key)),
            Some(Item::Value(found)) => {
                let decor = found.decor().clone();
                *found = text.into();
                *found.decor_mut() = decor;
            }
            _ => drop(entry.insert(key, value(text))),
        }
    }
}

fn changed(text: &str, change: impl FnOnce(&mut ArrayOfTables)) -> Result<String, StoreError> {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut document: DocumentMut = plain.parse().expect("only sound text is handed to an edit");
    let entries = document.entry("contact").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let unusual = || StoreError::Damaged {
        file: FILE.into(),
        line: None,
        why: "`contact` is a list; write `[[contact]]` on a line of its own before each".into(),
    };
    change(entries.as_array_of_tables_mut().ok_or_else(unusual)?);
    if entries.as_array_of_tables().is_some_and(ArrayOfTables::is_empty) {
        document.remove("contact");
    }
    let changed = document.to_string();
    Ok(if text.contains("\r\n") { changed.replace("\r\n", "\n").replace('\n', "\r\n") } else { changed })
}

fn read(text: &str) -> (Vec<Contact>, Vec<Problem>) {
    Reading::of(FILE, text, |reading, table| {
        let entries = match reading::get(table, "contact") {
            None => return Vec::new(),
            Some(value) => (value.get_ref().as_array(), value.span().start),
        };
        let (Some(entries), _) = entries else {
            let message = "`contact` is a list; write `[[contact]]` on a line of its own before each";
            reading.problem(entries.1, fencun_core::Cost::Entry, message);
            return Vec::new();
        };
        let mut contacts: Vec<Contact> = Vec::new();
        for entry in entries.iter() {
            let at = entry.span().start;
            let contact = match entry.get_ref() {
                DeValue::Table(table) => contact(reading, table, at),
                _ => None,
            };
            let Some(contact) = contact else { continue };
            if contacts.iter().any(|other| other.id == contact.id) {
                let message =
                    format!("the contact `{}` stands twice; give one of the two another id", contact.id);
                reading.problem(at, fencun_core::Cost::Entry, message);
            } else {
                contacts.push(contact);
            }
        }
        contacts
    })
}

fn contact(reading: &mut Reading<'_>, table: &DeTable<'_>, at: usize) -> Option<Contact> {
    let mut text = |key| reading.key(table, key, "text in quotes", reading::text).unwrap_or_default();
    let [id, name, surname, given, title] = ["id", "name", "surname", "given", "title"].map(&mut text);
    let [culture, language, email, app] = ["culture", "language", "email", "app"].map(&mut text);
    let rank = reading.key(table, "rank", RANKS, |value| value.as_str().and_then(Rank::parse));
    let (false, Some(rank)) = (id.is_empty(), rank) else {
        let message = format!("a contact needs an `id`, and a `rank` that is {RANKS}; this one is left out");
        reading.problem(at, fencun_core::Cost::Entry, message);
        return None;
    };
    Some(Contact {
        id,
        name,
        surname,
        given,
        title,
        culture: CultureId::new(culture),
        rank,
        language,
        email,
        app,
    })
}

const RANKS: &str = "\"junior\", \"peer\", \"senior\" or \"client\"";

#[cfg(test)]
mod tests;
