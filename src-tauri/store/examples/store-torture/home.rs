//! A home on the disk, and what must hold for it whatever happened.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use fencun_core::{
    Channel, CultureId, Firmness, Language, Library, Localized, Phrase, PhraseId, Rank, SituationId,
};
use fencun_store::{Places, Store};

/// The store of a home, as a program that has just been started has it.
pub(crate) fn store(home: &Path) -> Store {
    Store::open(Places { config: home.join("config"), data: home.join("data"), state: home.join("state") })
}

/// A phrase with these words.
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
        serves: BTreeMap::new(),
        sensitive: false,
        silenced: BTreeMap::new(),
        source: None,
    }
}

/// The words of every phrase, by id.
pub(crate) type Words = BTreeMap<String, String>;

/// The words of every phrase as a fresh start finds them.
pub(crate) fn words(home: &Path) -> Words {
    let (library, _) = Library::from_packs(&store(home).load().packs);
    let words = |entry: &fencun_core::Entry| (entry.phrase.id.as_str().to_owned(), entry.phrase.text.clone());
    library.entries().iter().map(words).collect()
}

/// What a restart must find in order; an empty answer is good.
pub(crate) fn complaints(home: &Path) -> Vec<String> {
    let store = store(home);
    let mut complaints = Vec::new();
    if let Err(err) = store.take_stock() {
        complaints.push(format!("taking stock: {err}"));
    }
    complaints.extend(store.load().problems.into_iter().map(|problem| format!("load: {}", problem.message)));
    match store.verify() {
        Ok(verified) => complaints.extend(verified.problems.into_iter().map(|problem| problem.message)),
        Err(err) => complaints.push(format!("verify: {err}")),
    }
    complaints.extend(store.load_settings().1.into_iter().map(|problem| problem.message));
    complaints.extend(store.load_contacts().1.into_iter().map(|problem| problem.message));
    complaints.extend(store.load_favourites().1.into_iter().map(|problem| problem.message));
    complaints.extend(leftovers(home).into_iter().map(|path| format!("left over: {}", path.display())));
    complaints
}

/// Temporary files that nobody will ever look at again.
fn leftovers(home: &Path) -> Vec<PathBuf> {
    files(home).into_iter().filter(|path| path.to_string_lossy().ends_with(".fencun-tmp")).collect()
}

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files(&entry.path())),
            _ => found.push(entry.path()),
        }
    }
    found
}

/// Copies a home, to be tortured.
pub(crate) fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)?.flatten() {
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_symlink() {
            std::os::unix::fs::symlink(fs::read_link(entry.path())?, target)?;
        } else if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
