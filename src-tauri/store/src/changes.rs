//! What one operation did, phrase by phrase.

use fencun_core::{Phrase, PhraseId};

use crate::error::StoreError;
use crate::merge;
use crate::store::Store;

/// A phrase before and after an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct PhraseChange {
    /// Which one.
    pub id: PhraseId,
    /// As it was; None was not there.
    pub before: Option<Phrase>,
    /// As it became; None is gone.
    pub after: Option<Phrase>,
}

impl Store {
    /// The phrases an operation touched, as they were before and after it.
    ///
    /// # Errors
    /// If the history has no such step any more, or cannot be read.
    pub fn changes(&self, step: u64) -> Result<Vec<PhraseChange>, StoreError> {
        let history = self.read_history()?;
        let unknown = || StoreError::UnknownFile(format!("step {step} of the history"));
        let change = history.packs().find(|change| change.step == step).ok_or_else(unknown)?;
        let unreadable = |source| StoreError::Unreadable { file: "the history".into(), source };
        let text = |hash| history.text(hash).map_err(unreadable);
        let mut before = merge::phrases(&text(change.before.as_ref())?);
        let mut after = merge::phrases(&text(change.after.as_ref())?);
        let touched = change.ids.iter().map(|id| {
            let id = PhraseId::new(id);
            PhraseChange { before: before.remove(&id), after: after.remove(&id), id }
        });
        Ok(touched.filter(|change| change.before != change.after).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Places;
    use fencun_core::pack::{self, Layer, PackFile};

    fn phrase(text: &str) -> Phrase {
        let text = format!(
            "[[phrase]]\nid = \"a\"\nsituation = \"s\"\nculture = \"taiwan\"\nlanguage = \"en\"\nrank = [\"peer\"]\n\
             firmness = 1\nchannel = \"chat\"\ntitle = \"t\"\ntext = \"{text}\"\n"
        );
        let file = PackFile { name: "p.toml".into(), layer: Layer::Mine, text };
        pack::read(&file).entries.remove(0).phrase.as_ref().clone()
    }

    #[test]
    fn an_operation_tells_what_it_did() {
        let dir = tempfile::tempdir().expect("a folder");
        let at = |name: &str| dir.path().join(name);
        let store = Store::open(Places { config: at("config"), data: at("data"), state: at("state") });
        let (one, two) = (phrase("one"), phrase("two"));
        let added = store.save_phrase(&one, None, "add").expect("saved").step.expect("a step");
        let edited = store.save_phrase(&two, Some(&one), "edit").expect("saved").step.expect("a step");
        let deleted = store.delete_phrase(&one.id).expect("deleted").step.expect("a step");
        let check = |step, before: Option<&Phrase>, after: Option<&Phrase>| {
            let changes = store.changes(step).expect("it is there");
            let change = PhraseChange { id: one.id.clone(), before: before.cloned(), after: after.cloned() };
            assert_eq!(changes, [change], "step {step}");
        };
        check(added, None, Some(&one));
        check(edited, Some(&one), Some(&two));
        check(deleted, Some(&two), None);
        assert!(matches!(store.changes(deleted + 7), Err(StoreError::UnknownFile(_))));
    }
}
