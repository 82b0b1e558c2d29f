//! `settings.toml`: only what differs from the defaults, beside the comments and keys of the person who edits it.

mod keys;
mod read;
mod value;

use fencun_core::{Problem, Settings};
use toml_edit::{DocumentMut, Item, Table, TableLike};

use crate::error::StoreError;
use crate::places::Target;
use crate::save::Note;
use crate::store::Store;

pub(crate) use keys::is_email;
pub use value::SettingValue;

/// The name of the file.
const FILE: &str = "settings.toml";

impl Store {
    /// The settings with the defaults filled in. A key that cannot be used is a problem, and its default holds.
    pub fn load_settings(&self) -> (Settings, Vec<Problem>) {
        match self.text_of(&Target::config(&self.places, FILE)) {
            Ok(text) => read::settings(FILE, &text),
            Err(problem) => (Settings::default(), vec![problem]),
        }
    }

    /// Changes one setting, such as `profile.email`. Nothing, or the default, takes the key out of the file.
    ///
    /// # Errors
    /// If there is no such key, the value cannot be used, or the change is not safe on disk.
    pub fn set_setting(&self, key: &str, value: &SettingValue) -> Result<(), StoreError> {
        let path = keys::check(key, value)?;
        let note = Note { operation: "setting".into(), ..Note::default() };
        let mut work = self.work(FILE)?;
        work.replace(&Target::config(&self.places, FILE), &note, &|old| {
            Ok(Some(changed(&old.text, &path, value)))
        })
        .map(drop)
    }
}

/// The text with one key changed.
fn changed(text: &str, path: &[String], value: &SettingValue) -> String {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut document: DocumentMut = plain.parse().expect("only sound text is handed to an edit");
    match value.to_toml() {
        Some(wanted) if !keys::is_default(path, value) => put(document.as_table_mut(), path, wanted),
        _ => take(document.as_table_mut(), path),
    }
    let changed = document.to_string();
    let changed =
        if text.contains("\r\n") { changed.replace("\r\n", "\n").replace('\n', "\r\n") } else { changed };
    if plain.len() == text.len() { changed } else { format!("\u{feff}{changed}") }
}

fn put(table: &mut dyn TableLike, path: &[String], wanted: toml_edit::Value) {
    match path {
        [key] => match table.get_mut(key) {
            Some(Item::Value(found)) => {
                let decor = found.decor().clone();
                *found = wanted;
                *found.decor_mut() = decor;
            }
            _ => drop(table.insert(key, Item::Value(wanted))),
        },
        [first, rest @ ..] => {
            let item = table.entry(first).or_insert_with(|| Item::Table(Table::new()));
            if item.as_table_like().is_none() {
                *item = Item::Table(Table::new());
            }
            put(item.as_table_like_mut().expect("made a table just above"), rest, wanted);
        }
        [] => {}
    }
}

fn take(table: &mut dyn TableLike, path: &[String]) {
    match path {
        [key] => drop(table.remove(key)),
        [first, rest @ ..] => {
            if let Some(inner) = table.get_mut(first).and_then(Item::as_table_like_mut) {
                take(inner, rest);
            }
        }
        [] => {}
    }
}

#[cfg(test)]
mod tests;
