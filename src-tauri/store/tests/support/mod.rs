//! A home in a temporary folder, and phrases to put into it.

#![allow(dead_code, reason = "each test program uses what it needs")]

use std::fs;
use std::path::PathBuf;

use fencun_core::{
    Channel, CultureId, Firmness, Language, Library, Localized, Phrase, PhraseId, Rank, SituationId,
};
use fencun_store::{Places, Store};

pub(crate) struct Home(tempfile::TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder for the test"))
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A store as a program that has just been started has it.
    pub(crate) fn store(&self) -> Store {
        let [config, data, state] = ["config", "data", "state"].map(|name| self.path(name));
        Store::open(Places { config, data, state })
    }

    pub(crate) fn add(&self, id: &str, text: &str) {
        self.store().save_phrase(&phrase(id, text), None, "add").expect("saved");
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path("data/library")).expect("a folder");
        fs::write(self.path("data/library").join(name), text).expect("written");
    }

    pub(crate) fn mine(&self) -> String {
        fs::read_to_string(self.path("data/library/mine.toml")).expect("it is there")
    }

    /// The words of a phrase, as a fresh start finds them.
    pub(crate) fn text_of(&self, id: &str) -> Option<String> {
        let (library, _) = Library::from_packs(&self.store().load().packs);
        library.get(&PhraseId::new(id)).map(|entry| entry.phrase.text.clone())
    }

    /// What should not lie about.
    pub(crate) fn leftovers(&self) -> Vec<String> {
        let mut folders = vec![self.path("")];
        let mut found = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                } else if entry.path().to_string_lossy().ends_with(".fencun-tmp") {
                    found.push(entry.path().display().to_string());
                }
            }
        }
        found
    }
}

pub(crate) fn phrase(id: &str, text: &str) -> Phrase {
    Phrase {
        id: PhraseId::new(id),
        situation: SituationId::new("after-hours"),
        culture: CultureId::new("taiwan"),
        language: Language::new("zh-Hant-TW"),
        ranks: vec![Rank::Senior],
        firmness: Firmness::ALL[0],
        channel: Channel::Chat,
        reason: None,
        title: id.to_owned(),
        subject: None,
        text: text.to_owned(),
        gloss: Localized::default(),
        note: Localized::default(),
        tags: Vec::new(),
        serves: Default::default(),
        sensitive: false,
        silenced: Default::default(),
        source: None,
    }
}
