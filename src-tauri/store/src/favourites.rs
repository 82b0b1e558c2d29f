//! `favourites.toml`: ids of phrases in the order of the user. It may be synced along with the library.

use fencun_core::{PhraseId, Problem};
use toml_edit::{Array, DocumentMut, Item};

use crate::error::StoreError;
use crate::places::Target;
use crate::reading::{self, Reading};
use crate::save::Note;
use crate::store::Store;

const FILE: &str = "favourites.toml";
const KEY: &str = "favourites";

impl Store {
    /// The favourites in their order.
    pub fn load_favourites(&self) -> (Vec<PhraseId>, Vec<Problem>) {
        match self.text_of(&Target::data(&self.places, FILE)) {
            Ok(text) => read(&text),
            Err(problem) => (Vec::new(), vec![problem]),
        }
    }

    /// Adds a phrase at the end of the favourites, or takes it away; the answer is all favourites.
    ///
    /// # Errors
    /// If the change is not safe on disk.
    pub fn set_favourite(&self, id: &PhraseId, favourite: bool) -> Result<Vec<PhraseId>, StoreError> {
        let all = std::cell::RefCell::new(Vec::new());
        let note = Note { operation: "favourite".into(), ..Note::default() };
        self.work(FILE)?.replace(&Target::data(&self.places, FILE), &note, &|old| {
            let mut ids = read(&old.text).0;
            let was = ids.contains(id);
            match (was, favourite) {
                (false, true) => ids.push(id.clone()),
                (true, false) => ids.retain(|other| other != id),
                _ => {}
            }
            let text = if was == favourite { old.text.clone() } else { written(&old.text, &ids) };
            all.replace(ids);
            Ok((old.bytes.is_some() || !text.is_empty()).then_some(text))
        })?;
        Ok(all.into_inner())
    }
}

fn written(text: &str, ids: &[PhraseId]) -> String {
    let mut document: DocumentMut = text.parse().expect("only sound text is handed to an edit");
    let mut array: Array = ids.iter().map(PhraseId::as_str).collect();
    // One on a line: two machines that add different ones can be merged by line.
    for item in array.iter_mut() {
        item.decor_mut().set_prefix("\n  ");
    }
    array.set_trailing_comma(true);
    array.set_trailing("\n");
    document.insert(KEY, Item::Value(array.into()));
    document.to_string()
}

fn read(text: &str) -> (Vec<PhraseId>, Vec<Problem>) {
    Reading::of(FILE, text, |reading, table| {
        let ids = reading.key(table, KEY, "a list of ids such as [\"one\", \"two\"]", reading::texts);
        let mut ids: Vec<PhraseId> = ids.unwrap_or_default().into_iter().map(PhraseId::new).collect();
        let mut seen = std::collections::HashSet::new();
        ids.retain(|id| seen.insert(id.clone()));
        ids
    })
}
