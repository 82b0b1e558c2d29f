//! The operations that are tortured: what is there before, what is done, and what must be there after.

use std::path::Path;
use std::process::ExitCode;

use fencun_core::{Contact, CultureId, PhraseId, Rank};
use fencun_store::{SettingValue, Store, StoreError};

use crate::home::{phrase, store};

/// All of them.
pub(crate) const ALL: [&str; 14] = [
    "linked",
    "first-run",
    "add",
    "edit",
    "delete",
    "override",
    "undo",
    "restore",
    "merge",
    "stock",
    "setting",
    "contact",
    "favourite",
    "draft",
];

/// What a home holds before the operation.
pub(crate) fn prepare(name: &str, home: &Path) -> Result<(), StoreError> {
    let store = store(home);
    if name == "first-run" {
        return Ok(());
    }
    for id in ["a", "b", "c"] {
        store.save_phrase(&phrase(id, &format!("the words of {id}")), None, "add")?;
    }
    store.save_phrase(&phrase("a", "newer words of a"), None, "edit")?;
    store.set_setting("profile.name", &SettingValue::Text("Anna".into()))?;
    store.save_contact(&contact("David"))?;
    store.set_favourite(&PhraseId::new("a"), true)?;
    if name == "linked" {
        let linked = link(home);
        linked.map_err(|source| StoreError::Unreadable { file: "mine.toml".into(), source })?;
    }
    if matches!(name, "merge" | "stock") {
        let mine = home.join("data/library/mine.toml");
        let text = std::fs::read_to_string(&mine).unwrap_or_default();
        let changed =
            text.replace("title = \"b\"", "title = \"by hand\"").replace("words of b", "words by hand");
        std::fs::write(mine, changed)
            .map_err(|source| StoreError::Unreadable { file: "mine.toml".into(), source })?;
    }
    Ok(())
}

/// Moves the pack elsewhere and leaves a link to it.
fn link(home: &Path) -> std::io::Result<()> {
    let mine = home.join("data/library/mine.toml");
    std::fs::create_dir(home.join("elsewhere"))?;
    std::fs::rename(&mine, home.join("elsewhere/real.toml"))?;
    std::os::unix::fs::symlink("../../elsewhere/real.toml", mine)
}

/// Does it, and says so once it is safe.
pub(crate) fn run(name: &str, home: &Path) -> ExitCode {
    match perform(name, &store(home)) {
        Ok(()) => {
            say(rustix::stdio::stdout(), "saved");
            ExitCode::SUCCESS
        }
        Err(err) => {
            say(rustix::stdio::stderr(), &err.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Once, whatever becomes of it: writing may be the call that fails, and from then on.
fn say(stream: rustix::fd::BorrowedFd<'_>, words: &str) {
    let _ = rustix::io::write(stream, format!("{words}\n").as_bytes());
}

fn perform(name: &str, store: &Store) -> Result<(), StoreError> {
    let id = |id: &str| PhraseId::new(id);
    match name {
        "first-run" | "add" | "linked" => store.save_phrase(&phrase("d", "new words"), None, "add").map(drop),
        "edit" => store.save_phrase(&phrase("b", "newer words of b"), None, "edit").map(drop),
        "override" => store.save_phrase(&phrase("shipped", "my own words"), None, "edit").map(drop),
        "delete" => store.delete_phrase(&id("b")).map(drop),
        "undo" => store.undo(1).map(drop),
        "restore" => store.restore(&id("a"), 1).map(drop),
        // The user changes the words that somebody else has changed too.
        "merge" => {
            let base = phrase("b", "the words of b");
            store.save_phrase(&phrase("b", "my words of b"), Some(&base), "edit").map(drop)
        }
        "stock" => store.take_stock(),
        "setting" => store.set_setting("profile.email", &SettingValue::Text("anna@example.com".into())),
        "contact" => store.save_contact(&contact("Chen")).map(drop),
        "favourite" => store.set_favourite(&id("b"), true).map(drop),
        "draft" => store.save_draft("b", "half a sentence"),
        _ => Err(StoreError::UnknownSetting(name.to_owned())),
    }
}

fn contact(name: &str) -> Contact {
    Contact {
        id: String::new(),
        name: name.to_owned(),
        surname: String::new(),
        given: String::new(),
        title: String::new(),
        culture: CultureId::new("international"),
        rank: Rank::Peer,
        language: String::new(),
        email: String::new(),
        app: String::new(),
    }
}
