//! `people.toml` in the state folder: what is remembered about the people the user answers. This machine's own.

use std::collections::BTreeMap;

use fencun_core::PhraseId;
use fencun_core::pack::limits;
use fencun_core::people::{People, Person, Use};
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::store::Store;

const FILE: &str = "people.toml";

impl Store {
    /// Everybody who is remembered; nobody if the file is missing or broken.
    pub fn load_people(&self) -> People {
        let content = self.disk.read(&self.places.state.join(FILE), limits::FILE_BYTES).ok();
        let text = content.and_then(|content| String::from_utf8(content.bytes).ok());
        let form: Form = text.and_then(|text| toml::from_str(&text).ok()).unwrap_or_default();
        form.people()
    }

    /// Changes what is remembered; the answer is what holds then.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn change_people(&self, change: impl FnOnce(&mut People)) -> Result<People, StoreError> {
        let work = self.work(FILE)?;
        let mut people = self.load_people();
        change(&mut people);
        let path = self.places.state.join(FILE);
        let not_saved = |source| StoreError::NotSaved { file: FILE.into(), doing: "writing it", source };
        if people.all.is_empty() {
            // Forgotten means that no file tells it any more.
            match self.disk.remove(&path) {
                Err(err) if err.kind() != std::io::ErrorKind::NotFound => return Err(not_saved(err)),
                _ => return Ok(people),
            }
        }
        let text = toml::to_string(&Form::of(&people)).expect("strings and numbers always have a TOML form");
        work.put(&path, text.as_bytes()).map_err(not_saved)?;
        Ok(people)
    }
}

/// The file. Everything is optional, so that an older program reads what a newer one wrote.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Form {
    person: Vec<PersonForm>,
}

#[derive(Serialize, Deserialize)]
struct PersonForm {
    key: String,
    #[serde(default)]
    answers: BTreeMap<String, String>,
    #[serde(default)]
    used: Vec<UseForm>,
}

#[derive(Serialize, Deserialize)]
struct UseForm {
    id: String,
    #[serde(default)]
    time: i64,
}

impl Form {
    fn of(people: &People) -> Self {
        let used = |used: &Use| UseForm { id: used.id.as_str().to_owned(), time: used.time };
        let person = |person: &Person| PersonForm {
            key: person.key.clone(),
            answers: person.answers.clone(),
            used: person.uses.iter().map(used).collect(),
        };
        Self { person: people.all.iter().map(person).collect() }
    }

    fn people(self) -> People {
        let used = |form: UseForm| Use { id: PhraseId::new(form.id), time: form.time };
        let person = |form: PersonForm| Person {
            key: form.key,
            answers: form.answers,
            uses: form.used.into_iter().map(used).collect(),
        };
        People { all: self.person.into_iter().map(person).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Places;

    fn store(dir: &std::path::Path) -> Store {
        Store::open(Places { config: dir.join("config"), data: dir.join("data"), state: dir.join("state") })
    }

    #[test]
    fn what_is_remembered_outlives_a_start_and_is_gone_when_forgotten() {
        let dir = tempfile::tempdir().expect("a folder");
        let answers = BTreeMap::from([("topic".to_owned(), "報價".to_owned())]);
        let noted = store(dir.path())
            .change_people(|people| people.got("陳經理", &PhraseId::new("a"), &answers, 7))
            .expect("it is written");
        let again = store(dir.path());
        assert_eq!(again.load_people(), noted);
        again.change_people(|people| people.all.clear()).expect("it is written");
        assert!(!dir.path().join("state").join(FILE).exists());
        assert_eq!(again.load_people(), People::default());
    }

    #[test]
    fn a_broken_file_is_nobody_remembered() {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(dir.path().join("state")).expect("writable");
        std::fs::write(dir.path().join("state").join(FILE), "[[person]\nkey").expect("writable");
        assert_eq!(store(dir.path()).load_people(), People::default());
    }
}
