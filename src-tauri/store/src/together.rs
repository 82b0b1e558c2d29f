//! Two programs wrote at the same moment, and ours displaced theirs: nothing of either is lost.

use std::io;
use std::path::Path;

use crate::error::{StoreError, refused};
use crate::history::{Hash, MERGE, OUTSIDE, Record};
use crate::places::Target;
use crate::save::{Edit, Note, Old, Work, change, unsure};
use crate::{clock, look, merge};

/// What lay there when we read, what we put there, and what we found we had displaced.
pub(crate) struct Sides {
    pub(crate) step: u64,
    pub(crate) old: Old,
    pub(crate) ours: Vec<u8>,
    pub(crate) theirs: Vec<u8>,
}

impl Sides {
    /// One text of both; None if theirs is not sound.
    fn merge(&self, target: &Target, edit: &Edit<'_>) -> Option<String> {
        let theirs = String::from_utf8(self.theirs.clone()).ok()?;
        look::check(target, &theirs).ok()?;
        if target.is_pack() {
            let ours = String::from_utf8_lossy(&self.ours);
            return merge::merge_packs(&self.old.text, &ours, &theirs, &clock::day()).ok();
        }
        // What was asked for is one key or one entry; it is asked of their version again.
        let theirs = Old { bytes: Some(self.theirs.clone()), text: theirs, mode: self.old.mode, hash: None };
        edit(&theirs).ok()?
    }
}

impl Work<'_> {
    /// Puts one text of both in place. False if theirs was given its place back, and the save must begin again.
    pub(crate) fn bring_together(
        &mut self,
        target: &Target,
        temp: &Path,
        sides: &Sides,
        edit: &Edit<'_>,
    ) -> Result<bool, StoreError> {
        let Some(merged) = sides.merge(target, edit) else {
            self.end(Record::Void { step: sides.step });
            return self.give_back(target, temp).map(|()| false);
        };
        // Where it cannot be kept it stays under its name, for the next start.
        self.leave_in_history(target, sides).map_err(|err| unsure(target, err))?;
        let _ = self.disk.remove(temp);
        match self.rounds.checked_sub(1) {
            Some(rounds) => {
                self.rounds = rounds;
                self.put_merged(target, sides, &merged)?;
            }
            None => {
                tracing::warn!(
                    "{} is being written again and again; the history has what was displaced",
                    target.name
                );
            }
        }
        Ok(true)
    }

    fn put_merged(&mut self, target: &Target, sides: &Sides, merged: &str) -> Result<(), StoreError> {
        let (ours, theirs) = (String::from_utf8_lossy(&sides.ours), String::from_utf8_lossy(&sides.theirs));
        let ids = if target.is_pack() { merge::changed_ids(&ours, merged) } else { Vec::new() };
        let note = Note { operation: MERGE.into(), ids, undoes: None };
        let again = |now: &Old| match now.text == ours {
            true => Ok(Some(merged.to_owned())),
            // They were faster once more, and go on from what they had.
            false if target.is_pack() => merge::merge_packs(&theirs, merged, &now.text, &clock::day())
                .map(Some)
                .map_err(|err| refused(&target.name, err)),
            false => Ok(Some(now.text.clone())),
        };
        self.replace(target, &note, &again).map(drop)
    }

    /// What we displaced is an operation that can be taken back to, whatever is written over it before both are brought
    /// together.
    fn leave_in_history(&mut self, target: &Target, sides: &Sides) -> io::Result<()> {
        let theirs = self.history.keep(&target.label, &sides.theirs)?;
        let text = String::from_utf8_lossy(&sides.theirs);
        let ids = merge::changed_ids(&text, &String::from_utf8_lossy(&sides.ours));
        let note = Note { operation: OUTSIDE.into(), ids, undoes: None };
        let step = self.history.next_step();
        let versions = (Some(theirs), Some(Hash::of(&sides.ours)));
        self.history.add(Record::Change(change(target, &note, step, &text, versions)))?;
        self.end(Record::Done { step });
        Ok(())
    }

    /// What another program wrote is no pack, most likely because it is still writing: it gets its place back.
    pub(crate) fn give_back(&self, target: &Target, temp: &Path) -> Result<(), StoreError> {
        let path = self.disk.follow(&target.path).map_err(|err| unsure(target, err))?;
        self.disk.exchange(temp, &path).map_err(|err| unsure(target, err))?;
        let found = self.disk.read(temp, u64::MAX).map(|found| Hash::of(&found.bytes));
        // Ours is in the history; anything else that turned up there is left for the next start to look at.
        if found.is_ok_and(|hash| self.history.bytes(&hash).is_ok()) {
            let _ = self.disk.remove(temp);
        }
        Ok(())
    }
}
