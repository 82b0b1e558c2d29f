//! The save: a file is replaced by a new one at once, or stays exactly as it was.
//!
//! The order is the promise. Old bytes, new bytes and the intent lie in the history before anything is replaced; the
//! new file lies on the disk under another name before it takes the old one's place; what the swap displaced is
//! looked at, because somebody else may have written since we read; and only then is it called saved.

use std::io;
use std::path::{Path, PathBuf};

use fencun_core::PhraseId;

use crate::disk::{Disk, Lock, ReadError};
use crate::error::{StoreError, refused};
use crate::history::{Change, Hash, History, MERGE, Record, write_new};
use crate::merge;
use crate::os;
use crate::places::{Places, Target};
use crate::{clock, look, random};

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

/// What the swap found.
enum Swap {
    /// What was there when we read it.
    AsExpected,
    /// Something else was there; nothing was changed.
    LookAgain,
    /// Something else was there; it lies under this name now, and the new file in its place.
    Displaced(PathBuf, Vec<u8>),
}

/// What lay there when we read, what we put there, and what we found we had displaced.
struct Sides {
    step: u64,
    old: Old,
    ours: Vec<u8>,
    theirs: Vec<u8>,
}

impl Sides {
    /// One text of both; None if theirs is not sound.
    fn merge(&self, target: &Target, edit: &Edit<'_>) -> Option<String> {
        let theirs = String::from_utf8(self.theirs.clone()).ok()?;
        let ours = String::from_utf8_lossy(&self.ours);
        look::check(target, &theirs).ok()?;
        if target.is_pack() {
            return merge::merge_packs(&self.old.text, &ours, &theirs, &clock::day()).ok();
        }
        // What was asked for is one key or one entry; it is asked of their version again.
        let theirs = Old { bytes: Some(self.theirs.clone()), text: theirs, mode: self.old.mode, hash: None };
        edit(&theirs).ok()?
    }
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
        for _ in 0..ATTEMPTS {
            let old = self.look(target)?;
            let new = edit(&old)?.map(String::into_bytes);
            if new == old.bytes && note.undoes.is_none() {
                return Ok(None);
            }
            let step = self.intend(target, note, &old, new.as_deref())?;
            match self.swap(target, &old, new.as_deref()) {
                Ok(Swap::AsExpected) => {}
                Ok(Swap::LookAgain) => {
                    self.end(Record::Void { step });
                    continue;
                }
                Ok(Swap::Displaced(temp, theirs)) => {
                    self.end(Record::Done { step });
                    let sides = Sides { step, old, ours: new.unwrap_or_default(), theirs };
                    return self.bring_together(target, &temp, &sides, edit).map(|()| Some(step));
                }
                Err(err) => {
                    self.end(Record::Void { step });
                    return Err(not_saved(target, "writing the new file", err));
                }
            }
            self.end(Record::Done { step });
            let folder = self.real_folder(target);
            folder.and_then(|folder| self.disk.sync_folder(&folder)).map_err(|err| unsure(target, err))?;
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
        let kept = || -> io::Result<Change> {
            let before =
                old.bytes.as_deref().map(|bytes| self.history.keep(&target.label, bytes)).transpose()?;
            let after = new.map(|bytes| self.history.keep(&target.label, bytes)).transpose()?;
            Ok(change(target, note, step, (before, after)))
        };
        let recorded = kept().and_then(|change| self.history.add(Record::Change(change)));
        recorded.map_err(|err| not_saved(target, "keeping the old version in the history", err))?;
        Ok(step)
    }

    /// Puts the new file in the old one's place and looks at what it displaced.
    fn swap(&self, target: &Target, old: &Old, new: Option<&[u8]>) -> io::Result<Swap> {
        let path = self.disk.follow(&target.path)?;
        let temp = temporary(&path);
        let Some(new) = new else { return self.take_away(&path, &temp, old) };
        write_new(self.disk, &temp, new, old.mode)?;
        let swapped = match &old.bytes {
            None => self.disk.rename_new(&temp, &path),
            Some(_) => self.disk.exchange(&temp, &path),
        };
        match swapped {
            Ok(()) if old.bytes.is_none() => Ok(Swap::AsExpected),
            Ok(()) => self.look_at_displaced(temp, old),
            Err(err) if err.kind() == io::ErrorKind::Unsupported => self.look_then_rename(&temp, &path, old),
            Err(err) => {
                let _ = self.disk.remove(&temp);
                match err.kind() {
                    io::ErrorKind::AlreadyExists | io::ErrorKind::NotFound => Ok(Swap::LookAgain),
                    _ => Err(err),
                }
            }
        }
    }

    /// Puts a file of the state folder in place: all of it or nothing, without history.
    pub(crate) fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let temp = temporary(path);
        write_new(self.disk, &temp, bytes, os::PRIVATE)?;
        self.disk.rename(&temp, path).inspect_err(|_| drop(self.disk.remove(&temp)))
    }

    fn look_at_displaced(&self, temp: PathBuf, old: &Old) -> io::Result<Swap> {
        // Somebody may be in the middle of writing it in place.
        self.disk.wait_for_writers(&temp);
        match self.disk.read(&temp, u64::MAX) {
            Ok(found) if Some(&found.bytes) == old.bytes.as_ref() => {
                // If it stays, the next start sweeps it away: it is in the history.
                let _ = self.disk.remove(&temp);
                Ok(Swap::AsExpected)
            }
            Ok(found) => Ok(Swap::Displaced(temp, found.bytes)),
            // It stays under its name, and the next start looks at it again.
            Err(_) => Ok(Swap::AsExpected),
        }
    }

    /// For file systems that cannot swap: the moment between the look and the rename is as short as it can be.
    fn look_then_rename(&self, temp: &Path, path: &Path, old: &Old) -> io::Result<Swap> {
        let renamed =
            if self.is_still(path, old)? { self.disk.rename(temp, path).map(|()| true) } else { Ok(false) };
        if !matches!(renamed, Ok(true)) {
            let _ = self.disk.remove(temp);
        }
        renamed.map(|done| if done { Swap::AsExpected } else { Swap::LookAgain })
    }

    fn take_away(&self, path: &Path, temp: &Path, old: &Old) -> io::Result<Swap> {
        if old.bytes.is_none() {
            return Ok(Swap::AsExpected);
        }
        match self.disk.rename_new(path, temp) {
            Ok(()) => {}
            Err(err) if err.kind() == io::ErrorKind::NotFound => return Ok(Swap::LookAgain),
            Err(err) if err.kind() == io::ErrorKind::Unsupported && self.is_still(path, old)? => {
                self.disk.rename(path, temp)?;
            }
            Err(err) => return Err(err),
        }
        if self.is_still(temp, old)? {
            let _ = self.disk.remove(temp);
            return Ok(Swap::AsExpected);
        }
        // Somebody wrote it in between: it goes back. If its place is taken again, the next start brings both together.
        let _ = self.disk.rename_new(temp, path);
        Ok(Swap::LookAgain)
    }

    fn is_still(&self, path: &Path, old: &Old) -> io::Result<bool> {
        match self.disk.read(path, u64::MAX) {
            Ok(found) => Ok(Some(found.bytes) == old.bytes),
            Err(ReadError::Missing) => Ok(old.bytes.is_none()),
            Err(err) => Err(err.into_io()),
        }
    }

    /// Somebody wrote while we did: their version was displaced by ours. Both become one, and that one goes in place.
    fn bring_together(
        &mut self,
        target: &Target,
        temp: &Path,
        sides: &Sides,
        edit: &Edit<'_>,
    ) -> Result<(), StoreError> {
        let Some(merged) = sides.merge(target, edit) else { return self.give_back(target, sides.step, temp) };
        let keep = |err| not_saved(target, "keeping what another program wrote", err);
        let hash = self.history.keep(&target.label, &sides.theirs).map_err(keep)?;
        self.history.add(Record::Kept { file: target.label.clone(), hash }).map_err(keep)?;
        let _ = self.disk.remove(temp);
        let Some(rounds) = self.rounds.checked_sub(1) else {
            return Err(StoreError::Busy { file: target.name.clone() });
        };
        self.rounds = rounds;
        let (ours, theirs) = (String::from_utf8_lossy(&sides.ours), String::from_utf8_lossy(&sides.theirs));
        let note = Note { operation: MERGE.into(), ids: merge::changed_ids(&ours, &merged), undoes: None };
        let again = |now: &Old| match now.text == ours {
            true => Ok(Some(merged.clone())),
            false if target.is_pack() => merge::merge_packs(&theirs, &merged, &now.text, &clock::day())
                .map(Some)
                .map_err(|err| refused(&target.name, err)),
            false => Ok(Some(now.text.clone())),
        };
        self.replace(target, &note, &again).map(drop)
    }

    /// What another program wrote is no pack, perhaps because it is still writing: it gets its place back.
    fn give_back(&mut self, target: &Target, step: u64, temp: &Path) -> Result<(), StoreError> {
        let path =
            self.disk.follow(&target.path).map_err(|err| not_saved(target, "following the link", err))?;
        self.disk
            .exchange(temp, &path)
            .map_err(|err| not_saved(target, "giving the file its place back", err))?;
        self.end(Record::Void { step });
        let _ = self.real_folder(target).and_then(|folder| self.disk.sync_folder(&folder));
        // Ours is in the history; anything else that turned up there is left for the next start to look at.
        if self
            .disk
            .read(temp, u64::MAX)
            .is_ok_and(|found| self.history.bytes(&Hash::of(&found.bytes)).is_ok())
        {
            let _ = self.disk.remove(temp);
        }
        Err(StoreError::Damaged {
            file: target.name.clone(),
            line: None,
            why: "another program wrote it at this moment, and it is no pack yet".into(),
        })
    }

    fn real_folder(&self, target: &Target) -> io::Result<PathBuf> {
        let path = self.disk.follow(&target.path)?;
        Ok(path.parent().map_or_else(|| target.folder().to_owned(), Path::to_owned))
    }

    /// Says how a change ended. If this line is lost, the next start finds it out by looking at the file.
    pub(crate) fn end(&mut self, record: Record) {
        if let Err(err) = self.history.remark(record) {
            tracing::warn!("the end of an operation could not be noted: {err}");
        }
    }
}

/// One operation as the history lists it.
pub(crate) fn change(
    target: &Target,
    note: &Note,
    step: u64,
    (before, after): (Option<Hash>, Option<Hash>),
) -> Change {
    Change {
        step,
        time: clock::now(),
        operation: note.operation.clone(),
        ids: note.ids.iter().map(|id| id.as_str().to_owned()).collect(),
        pack: target.name.strip_suffix(".toml").unwrap_or(&target.name).to_owned(),
        file: target.label.clone(),
        before,
        after,
        undoes: note.undoes,
    }
}

/// How a temporary file ends. The whole pattern is `.NAME.RANDOM.fencun-tmp`, in the folder of the file it is for.
pub(crate) const TEMPORARY: &str = ".fencun-tmp";

fn temporary(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}{TEMPORARY}", random::word()))
}

pub(crate) fn not_saved(target: &Target, doing: &'static str, source: io::Error) -> StoreError {
    StoreError::NotSaved { file: target.name.clone(), doing, source }
}

fn unsure(target: &Target, source: io::Error) -> StoreError {
    StoreError::Unsure { file: target.name.clone(), source }
}
