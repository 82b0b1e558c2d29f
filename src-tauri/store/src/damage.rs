//! The way out of a damaged file: its last good version takes its place, and the damaged one is set aside.

use std::io;

use crate::disk::ReadError;
use crate::error::StoreError;
use crate::history::{Hash, Known, Operation, Record};
use crate::places::{MINE, Target};
use crate::save::{Note, Old, Work, not_saved};
use crate::store::Store;
use crate::{clock, merge, random};

/// More than a pack may have, and enough for one that grew by mistake.
const LIMIT: u64 = 64 * 1024 * 1024;

impl Store {
    /// Puts the last good version of a damaged pack in its place. What was there is set aside in the state folder, under
    /// `set-aside/`, as it was.
    ///
    /// # Errors
    /// If the history has no good version, or the change is not safe on disk.
    pub fn restore_file(&self, name: &str) -> Result<Operation, StoreError> {
        let mut work = self.work(MINE)?;
        work.sweep();
        let unknown = || StoreError::UnknownFile(name.to_owned());
        let target = Target::of_label(&self.places, &format!("library/{name}")).ok_or_else(unknown)?;
        work.mend(&target)
    }

    /// Whether the history has a good version of a file of the library folder that is not what lies there now.
    pub fn has_good_version(&self, name: &str) -> bool {
        let target = Target::of_label(&self.places, &format!("library/{name}"));
        let known = target.and_then(|target| Some(self.read_history().ok()?.known(&target.label)));
        let Some(Known::As(good)) = known else { return false };
        let now = self.disk.read(&self.places.library().join(name), LIMIT);
        now.map_or(true, |content| Hash::of(&content.bytes) != good)
    }
}

impl Work<'_> {
    pub(crate) fn mend(&mut self, target: &Target) -> Result<Operation, StoreError> {
        let Known::As(good) = self.history.known(&target.label) else {
            return Err(StoreError::UnknownFile(target.name.clone()));
        };
        let unreadable = |source| StoreError::Unreadable { file: "the history".into(), source };
        let good = self.history.text(Some(&good)).map_err(unreadable)?;
        let damaged = self.look_at_damaged(target)?;
        let ids = merge::changed_ids(&damaged.text, &good);
        // It takes back what was never a step of ours, and is not to be taken back itself.
        let note = Note { operation: "restore".into(), ids: ids.clone(), undoes: Some(0) };
        let step = self.replace_what(Self::look_at_damaged, target, &note, &|_| Ok(Some(good.clone())))?;
        let pack = target.name.strip_suffix(".toml").unwrap_or(&target.name).to_owned();
        let step = step.unwrap_or_default();
        Ok(Operation { step, time: clock::now(), operation: "restore".into(), ids, pack, undoes: None })
    }

    /// Reads a file that is no pack, and puts a copy where a person finds it.
    fn look_at_damaged(&mut self, target: &Target) -> Result<Old, StoreError> {
        let content = match self.disk.read_whole(&target.path, LIMIT) {
            Ok(content) => content,
            Err(ReadError::Io(err)) => return Err(not_saved(target, "reading it", err)),
            Err(err) => {
                let why = err.to_string();
                return Err(StoreError::Damaged { file: target.name.clone(), line: None, why });
            }
        };
        let failed = |err| not_saved(target, "setting the damaged file aside", err);
        self.set_aside(target, &content.bytes).map_err(failed)?;
        let hash = self.history.keep(&target.label, &content.bytes).map_err(failed)?;
        self.history.add(Record::Kept { file: target.label.clone(), hash }).map_err(failed)?;
        let text = String::from_utf8_lossy(&content.bytes).into_owned();
        let hash = Some(Hash::of(&content.bytes));
        Ok(Old { bytes: Some(content.bytes), text, mode: content.mode, hash })
    }

    fn set_aside(&self, target: &Target, bytes: &[u8]) -> io::Result<()> {
        let folder = self.places.state.join("set-aside");
        self.disk.make_folder(&folder)?;
        let stem = target.name.strip_suffix(".toml").unwrap_or(&target.name);
        self.put(&folder.join(format!("{stem}.{}.{}.toml", clock::day(), random::word())), bytes)
    }
}
