//! What the list of operations says, ready to be asked: reading ten thousand lines for every question takes too long.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::hash::Hash;
use super::log::Record;

/// Kept up with every line that is read or added.
#[derive(Default)]
pub(super) struct Index {
    /// What each file was, oldest first.
    files: BTreeMap<String, Vec<Version>>,
    ended: HashSet<u64>,
    pub(super) void: HashSet<u64>,
    undone: HashMap<u64, u64>,
    pub(super) last_step: u64,
    /// Which folder the library was.
    pub(super) folder: Option<String>,
}

/// The step that made a file so, if one did, and what it was; None if it was not there.
type Version = (Option<u64>, Option<Hash>);

impl Index {
    pub(super) fn of(records: &[Record]) -> Self {
        let mut index = Self::default();
        for record in records {
            index.add(record);
        }
        index
    }

    pub(super) fn add(&mut self, record: &Record) {
        match record {
            Record::Change(change) => {
                self.last_step = self.last_step.max(change.step);
                self.file(&change.file).push((Some(change.step), change.after.clone()));
                if let Some(step) = change.undoes {
                    self.undone.insert(change.step, step);
                }
            }
            Record::Seen { file, hash } => self.file(file).push((None, hash.clone())),
            Record::Done { step } => drop(self.ended.insert(*step)),
            Record::Void { step } => self.make_void(*step),
            Record::Kept { .. } => {}
            Record::Folder { identity } => self.folder = Some(identity.clone()),
        }
    }

    fn make_void(&mut self, step: u64) {
        self.ended.insert(step);
        self.void.insert(step);
        // It is the last thing that was said of its file.
        for versions in self.files.values_mut() {
            if versions.last().is_some_and(|(made_by, _)| *made_by == Some(step)) {
                versions.pop();
            }
        }
    }

    fn file(&mut self, label: &str) -> &mut Vec<Version> {
        self.files.entry(label.to_owned()).or_default()
    }

    /// How a file was when it was last looked at; None if it never was.
    pub(super) fn known(&self, label: &str) -> Option<&Option<Hash>> {
        self.files.get(label)?.last().map(|(_, hash)| hash)
    }

    /// What a file was, newest first.
    pub(super) fn versions(&self, label: &str) -> impl Iterator<Item = &Hash> {
        let versions = self.files.get(label).into_iter().flatten().rev();
        versions.filter_map(|(_, hash)| hash.as_ref())
    }

    /// The files that were there when they were last looked at.
    pub(super) fn labels(&self) -> impl Iterator<Item = &str> {
        let there =
            self.files.iter().filter(|(_, versions)| versions.last().is_some_and(|(_, hash)| hash.is_some()));
        there.map(|(label, _)| label.as_str())
    }

    /// The steps that were taken back.
    pub(super) fn undone(&self) -> HashSet<u64> {
        let by = self.undone.iter().filter(|(undo, _)| !self.void.contains(*undo));
        by.map(|(_, step)| *step).collect()
    }

    pub(super) fn has_ended(&self, step: u64) -> bool {
        self.ended.contains(&step)
    }
}
