//! The save: a file is replaced by a new one at once, or stays exactly as it was.
//!
//! The order in [`Work::replace`] is the promise. Old bytes, new bytes and the intent lie in the history before anything
//! is replaced; the new file lies on the disk under another name before it takes the old one's place; what the swap
//! displaced is looked at, because somebody else may have written since we read; and only then is it called saved.

use std::io;
use std::path::{Path, PathBuf};

use fencun_core::PhraseId;

use crate::disk::{Disk, Lock};
use crate::error::StoreError;
use crate::history::{Change, Hash, History, Record, write_new};
use crate::os;
use crate::places::{MINE, Places, Target};
use crate::swap::Swap;
use crate::together::Sides;
use crate::{clock, merge, random};

/// The store while nobody else writes.
pub(crate) struct Work<'a> {
    pub(crate) disk: &'a dyn Disk,
    pub(crate) places: &'a Places,
    pub(crate) history: History<'a>,
    /// How often what others write in between may still be brought together.
    pub(crate) rounds: usize,
    pub(crate) _lock: Lock,
}

/// What an operation is called in the history.
#[derive(Clone, Default)]
pub(crate) struct Note {
    pub(crate) operation: String,
    pub(crate) ids: Vec<PhraseId>,
    pub(crate) undoes: Option<u64>,
}

/// A file as it was when the work on it began.
pub(crate) struct Old {
    /// None if there was no file.
    pub(crate) bytes: Option<Vec<u8>>,
    /// The same as text; empty if there was no file.
    pub(crate) text: String,
    pub(crate) mode: u32,
    pub(crate) hash: Option<Hash>,
}

/// How often to begin again while another program keeps writing the same file.
pub(crate) const ATTEMPTS: usize = 20;

/// Says what a file should hold instead: None takes it away.
pub(crate) type Edit<'e> = dyn Fn(&Old) -> Result<Option<String>, StoreError> + 'e;

impl Work<'_> {
    /// Changes one file. The answer is the operation's step, or None if there was nothing to change.
    pub(crate) fn replace(
        &mut self,
        target: &Target,
        note: &Note,
        edit: &Edit<'_>,
    ) -> Result<Option<u64>, StoreError> {
        // What others changed goes into the history; what is damaged is not written into.
        self.replace_what(Self::look, target, note, edit)
    }

    /// The same, for a file that is looked at in a way of its own.
    pub(crate) fn replace_what(
        &mut self,
        look: fn(&mut Self, &Target) -> Result<Old, StoreError>,
        target: &Target,
        note: &Note,
        edit: &Edit<'_>,
    ) -> Result<Option<u64>, StoreError> {
        for _ in 0..ATTEMPTS {
            let old = look(self, target)?;
            if old.mode & 0o200 == 0 {
                let protected = io::ErrorKind::PermissionDenied.into();
                return Err(not_saved(target, "writing to a write-protected file", protected));
            }
            // The smallest change of the text, read back and compared with what was meant.
            let new = edit(&old)?.map(String::into_bytes);
            if new == old.bytes && note.undoes.is_none() {
                return Ok(None);
            }
            let step = self.intend(target, note, &old, new.as_deref())?;
            let swapped = self.swap(target, &old, new.as_deref());
            self.end(match &swapped {
                Ok(Swap::AsExpected | Swap::Displaced(..)) => Record::Done { step },
                Ok(Swap::LookAgain | Swap::StillWritten(_)) | Err(_) => Record::Void { step },
            });
            match swapped.map_err(|err| not_saved(target, "writing the new file", err))? {
                Swap::AsExpected => {}
                Swap::LookAgain => continue,
                Swap::StillWritten(temp) => {
                    self.give_back(target, &temp)?;
                    continue;
                }
                Swap::Displaced(temp, theirs) => {
                    let sides = Sides { step, old, ours: new.unwrap_or_default(), theirs };
                    if !self.bring_together(target, &temp, &sides, edit)? {
                        continue;
                    }
                }
            }
            self.sync(target).map_err(|err| unsure(target, err))?;
            if target.is_pack() {
                self.note_folder();
            }
            return Ok(Some(step));
        }
        Err(StoreError::Busy { file: target.name.clone() })
    }

    /// Puts old bytes, new bytes and what is about to happen into the history.
    fn intend(
        &mut self,
        target: &Target,
        note: &Note,
        old: &Old,
        new: Option<&[u8]>,
    ) -> Result<u64, StoreError> {
        if old.bytes.is_none() && new.is_some() {
            // Before the history speaks of a file in it: a folder that it speaks of and that is not there is missed.
            let made = self.disk.make_folder(target.folder());
            made.map_err(|err| not_saved(target, "making the folder", err))?;
        }
        let step = self.history.next_step();
        let keep = |bytes: &[u8]| self.history.keep(&target.label, bytes);
        let versions = || -> io::Result<(Option<Hash>, Option<Hash>)> {
            Ok((old.bytes.as_deref().map(keep).transpose()?, new.map(keep).transpose()?))
        };
        // A second wording that had to be put beside is part of the operation too.
        let mut note = note.clone();
        if let (true, Some(new)) = (target.is_pack(), new) {
            note.ids.extend(merge::changed_ids(&old.text, &String::from_utf8_lossy(new)));
            note.ids.sort();
            note.ids.dedup();
        }
        let recorded = versions().and_then(|versions| {
            self.history.add(Record::Change(change(target, &note, step, &old.text, versions)))
        });
        if let Err(err) = recorded {
            self.end(Record::Void { step });
            return Err(not_saved(target, "keeping the old version in the history", err));
        }
        Ok(step)
    }

    /// Says how a change ended. If this line is lost, the next start finds it out by looking at the file.
    pub(crate) fn end(&mut self, record: Record) {
        if let Err(err) = self.history.remark(record) {
            tracing::warn!("the end of an operation could not be noted: {err}");
        }
    }

    /// Makes the file's name outlive a power cut, in the folder it is really in.
    pub(crate) fn sync(&self, target: &Target) -> io::Result<()> {
        let path = self.disk.follow(&target.path)?;
        self.disk.sync_folder(path.parent().unwrap_or_else(|| target.folder()))
    }

    /// Puts a file of the state folder in place: all of it or nothing, without history.
    pub(crate) fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let temp = temporary(path);
        write_new(self.disk, &temp, bytes, os::PRIVATE)?;
        self.disk.rename(&temp, path).inspect_err(|_| drop(self.disk.remove(&temp)))
    }
}

/// One operation as the history lists it.
pub(crate) fn change(
    target: &Target,
    note: &Note,
    step: u64,
    text: &str,
    (before, after): (Option<Hash>, Option<Hash>),
) -> Change {
    Change {
        step,
        time: clock::now(),
        operation: note.operation.clone(),
        ids: note.ids.iter().map(|id| id.as_str().to_owned()).collect(),
        pack: pack_of(target, text),
        file: target.label.clone(),
        before,
        after,
        undoes: note.undoes,
    }
}

/// The id of a pack: what it says of itself, else its file's name.
fn pack_of(target: &Target, text: &str) -> String {
    let stem = target.name.strip_suffix(".toml").unwrap_or(&target.name);
    let said = if target.name == MINE || !target.is_pack() { String::new() } else { merge::pack_id(text) };
    if said.is_empty() { stem.to_owned() } else { said }
}

/// How a temporary file ends. The whole pattern is `.NAME.RANDOM.fencun-tmp`, in the folder of the file it is for.
pub(crate) const TEMPORARY: &str = ".fencun-tmp";

/// A name beside a file that nobody else has.
pub(crate) fn temporary(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}{TEMPORARY}", random::word()))
}

/// Nothing was replaced.
pub(crate) fn not_saved(target: &Target, doing: &'static str, source: io::Error) -> StoreError {
    StoreError::NotSaved { file: target.name.clone(), doing, source }
}

/// The new file is in place.
pub(crate) fn unsure(target: &Target, source: io::Error) -> StoreError {
    StoreError::Unsure { file: target.name.clone(), source }
}
