//! What a person does to phrases: keep, delete, give back, undo, restore. All of it in the user's own pack.

use fencun_core::pack;
use fencun_core::{Phrase, PhraseId};

use crate::error::{StoreError, refused};
use crate::history::{Change, Operation};
use crate::places::{MINE, Target};
use crate::save::{Note, Old, Work};
use crate::store::Store;
use crate::{clock, merge};

/// A change that is safe on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The number of the operation; None if nothing had to change.
    pub step: Option<u64>,
    /// Where the user's wording lies if it is another than somebody else has written in the meantime: beside it.
    pub beside: Option<PhraseId>,
}

impl Store {
    /// Keeps a phrase in the user's own pack, in place of the one of the same id if there is one.
    ///
    /// `base` is the phrase as the user saw it before the change: what somebody else changed since is then brought
    /// together with it, field by field, instead of being replaced. `operation` is what the history calls it.
    ///
    /// # Errors
    /// If it is not safe on disk; the pack is then as it was.
    pub fn save_phrase(
        &self,
        phrase: &Phrase,
        base: Option<&Phrase>,
        operation: &str,
    ) -> Result<Saved, StoreError> {
        let note = Note { operation: operation.to_owned(), ids: vec![phrase.id.clone()], undoes: None };
        let beside = std::cell::RefCell::new(None);
        let step = self.change_mine(&note, &|old| {
            let (text, other) = put(&old.text, phrase, base)?;
            beside.replace(other);
            Ok(Some(text))
        })?;
        Ok(Saved { step, beside: beside.into_inner() })
    }

    /// Takes a phrase out of the user's own pack.
    ///
    /// # Errors
    /// If it is not there, or the change is not safe on disk; the pack is then as it was.
    pub fn delete_phrase(&self, id: &PhraseId) -> Result<Saved, StoreError> {
        self.take_out(id, "delete")
    }

    /// Takes the user's version of a shipped or shared phrase out of the user's own pack, so that the original holds.
    ///
    /// # Errors
    /// As [`Store::delete_phrase`].
    pub fn restore_original(&self, id: &PhraseId) -> Result<Saved, StoreError> {
        self.take_out(id, "restore-original")
    }

    fn take_out(&self, id: &PhraseId, operation: &str) -> Result<Saved, StoreError> {
        let note = Note { operation: operation.to_owned(), ids: vec![id.clone()], undoes: None };
        let step = self.change_mine(&note, &|old| match removed(&old.text, id)? {
            Some(text) => Ok(Some(text)),
            None => Err(StoreError::UnknownPhrase(id.clone())),
        })?;
        Ok(Saved { step, beside: None })
    }

    fn change_mine(
        &self,
        note: &Note,
        edit: &dyn Fn(&Old) -> Result<Option<String>, StoreError>,
    ) -> Result<Option<u64>, StoreError> {
        let mut work = self.work(MINE)?;
        work.sweep();
        work.replace(&Target::pack(&self.places, MINE), note, edit)
    }

    /// Takes back the newest operations that are not undone yet, newest first; the answer is what was taken back.
    /// An undo is an operation of its own: nothing is ever struck from the history.
    ///
    /// # Errors
    /// If there is nothing to undo, or a change is not safe on disk; those before it hold.
    pub fn undo(&self, steps: usize) -> Result<Vec<Operation>, StoreError> {
        let mut work = self.work(MINE)?;
        work.take_stock()?;
        let mut undone = Vec::new();
        while undone.len() < steps {
            let Some(operation) = work.take_back_newest()? else { break };
            undone.push(operation);
        }
        if undone.is_empty() { Err(StoreError::NothingToUndo) } else { Ok(undone) }
    }

    /// What was done to the library, newest first; of one phrase, if one is named.
    ///
    /// # Errors
    /// If the history cannot be read.
    pub fn history(&self, id: Option<&PhraseId>) -> Result<Vec<Operation>, StoreError> {
        let history = self.read_history()?;
        let all = history.packs().rev().map(Operation::from);
        Ok(all.filter(|operation| id.is_none_or(|id| operation.ids.contains(id))).collect())
    }

    /// A phrase as it was after a step; if the step took it away, as it was before.
    ///
    /// # Errors
    /// If the history has no such version.
    pub fn version(&self, id: &PhraseId, step: u64) -> Result<Phrase, StoreError> {
        let history = self.read_history()?;
        let (_, text) = version(&history, id, step)?;
        let unknown = StoreError::UnknownStep { id: id.clone(), step };
        merge::phrases(&text).remove(id).ok_or(unknown)
    }

    /// Gives a phrase back as it was after a step, with its comments; if the step took it away, as it was before.
    ///
    /// # Errors
    /// If the history has no such version, or the change is not safe on disk.
    pub fn restore(&self, id: &PhraseId, step: u64) -> Result<Saved, StoreError> {
        let mut work = self.work(MINE)?;
        work.take_stock()?;
        let (file, text) = version(&work.history, id, step)?;
        let target = Target::of_label(&self.places, &file);
        let target = target.ok_or(StoreError::UnknownStep { id: id.clone(), step })?;
        let note = Note { operation: "restore".into(), ids: vec![id.clone()], undoes: None };
        let step = work.replace(&target, &note, &|old| {
            let refused = |err| refused(&target.name, err);
            let restored = pack::get_text(&text, &old.text, id).map_err(refused)?;
            merge::check_others(&old.text, &restored, std::slice::from_ref(id)).map_err(refused)?;
            Ok(Some(restored))
        })?;
        Ok(Saved { step, beside: None })
    }
}

impl Work<'_> {
    /// Takes back what came last: damage to the file, if it is damaged, else the newest operation.
    fn take_back_newest(&mut self) -> Result<Option<Operation>, StoreError> {
        let newest = self.history.undoable().cloned();
        let target = newest.as_ref().and_then(|change| Target::of_label(self.places, &change.file));
        let target = target.unwrap_or_else(|| Target::pack(self.places, MINE));
        match (self.look(&target), newest) {
            (Err(StoreError::Damaged { .. }), _) => self.mend(&target).map(Some),
            (Err(err), _) => Err(err),
            (Ok(_), None) => Ok(None),
            (Ok(_), Some(change)) => self.take_back(&change).map(|()| Some(Operation::from(&change))),
        }
    }

    /// Makes one operation as if it had not been: the whole file if nothing came after it, else its phrases only.
    fn take_back(&mut self, change: &Change) -> Result<(), StoreError> {
        let unknown = || StoreError::UnknownFile(change.file.clone());
        let target = Target::of_label(self.places, &change.file).ok_or_else(unknown)?;
        let unreadable = |source| StoreError::Unreadable { file: "the history".into(), source };
        let before = self.history.text(change.before.as_ref()).map_err(unreadable)?;
        let ids: Vec<PhraseId> = change.ids.iter().map(PhraseId::new).collect();
        let note = Note { operation: "undo".into(), ids: ids.clone(), undoes: Some(change.step) };
        let edit = |old: &Old| {
            if old.hash == change.after {
                return Ok(change.before.as_ref().map(|_| before.clone()));
            }
            let back = ids.iter().try_fold(old.text.clone(), |text, id| pack::get_text(&before, &text, id));
            let refused = |err| refused(&target.name, err);
            let back = back.map_err(refused)?;
            merge::check_others(&old.text, &back, &ids).map_err(refused)?;
            Ok((old.bytes.is_some() || back != old.text).then_some(back))
        };
        self.replace(&target, &note, &edit).map(drop)
    }
}

fn put(text: &str, phrase: &Phrase, base: Option<&Phrase>) -> Result<(String, Option<PhraseId>), StoreError> {
    let refused = |err| refused(MINE, err);
    let there = merge::phrases(text).remove(&phrase.id);
    let merged = match (base, there) {
        (Some(base), Some(theirs)) => merge::merge_phrase(Some(base), phrase, &theirs),
        _ => merge::Merged { phrase: phrase.clone(), other: None },
    };
    let changed = pack::put(text, &merged.phrase).map_err(refused)?;
    let (changed, beside) = match merged.other {
        None => (changed, None),
        Some(other) => {
            let (changed, id) = merge::beside(&changed, &other, &clock::day()).map_err(refused)?;
            (changed, Some(id))
        }
    };
    merge::check_others(text, &changed, std::slice::from_ref(&phrase.id)).map_err(refused)?;
    Ok((changed, beside))
}

fn removed(text: &str, id: &PhraseId) -> Result<Option<String>, StoreError> {
    if text.is_empty() {
        return Ok(None);
    }
    let refused = |err| refused(MINE, err);
    let Some(changed) = pack::remove(text, id).map_err(refused)? else { return Ok(None) };
    merge::check_others(text, &changed, std::slice::from_ref(id)).map_err(refused)?;
    Ok(Some(changed))
}

/// The newest text up to a step that has a phrase, and the file it was in.
fn version(
    history: &crate::history::History<'_>,
    id: &PhraseId,
    step: u64,
) -> Result<(String, String), StoreError> {
    let unknown = || StoreError::UnknownStep { id: id.clone(), step };
    let touches =
        |change: &&Change| change.step <= step && change.ids.iter().any(|touched| touched == id.as_str());
    let change = history.packs().rev().find(touches).ok_or_else(unknown)?;
    for hash in [&change.after, &change.before] {
        let text = history.text(hash.as_ref()).map_err(|_| unknown())?;
        if merge::phrases(&text).contains_key(id) {
            return Ok((change.file.clone(), text));
        }
    }
    Err(unknown())
}
