//! The history: every file as it was before and after each operation, and the list of operations.
//!
//! It lies outside the library, so that a sync or a lost folder cannot take it along.

mod hash;
mod log;

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use fencun_core::PhraseId;

use crate::disk::{Disk, ReadError};
use crate::os;

pub(crate) use hash::Hash;
pub(crate) use log::{Change, Record};

/// What a change is called that somebody else made.
pub(crate) const OUTSIDE: &str = "outside";
/// What it is called when somebody else's change was brought together with ours.
pub(crate) const MERGE: &str = "merge";

/// One operation, as a person asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Counts up from 1.
    pub step: u64,
    /// When, in UTC, as RFC 3339.
    pub time: String,
    /// `add`, `edit`, `delete`, `restore`, `undo`, `outside` …
    pub operation: String,
    /// The phrases it touched.
    pub ids: Vec<PhraseId>,
    /// The pack it changed.
    pub pack: String,
    /// The step it took back, of an undo.
    pub undoes: Option<u64>,
}

impl From<&Change> for Operation {
    fn from(change: &Change) -> Self {
        Self {
            step: change.step,
            time: change.time.clone(),
            operation: change.operation.clone(),
            ids: change.ids.iter().map(PhraseId::new).collect(),
            pack: change.pack.clone(),
            undoes: change.undoes,
        }
    }
}

/// What the history knows of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// Nothing: it was never looked at.
    Never,
    /// It was not there.
    Absent,
    /// It was this.
    As(Hash),
}

/// The most that is read of the list of operations.
const LOG_LIMIT: u64 = 256 * 1024 * 1024;
/// The most that is read of one old version.
const OBJECT_LIMIT: u64 = 64 * 1024 * 1024;

/// The history as it was when it was opened, and what was added since.
pub(crate) struct History<'a> {
    disk: &'a dyn Disk,
    folder: PathBuf,
    records: Vec<Record>,
    bad_lines: usize,
    /// Whether the list ends in the middle of a line.
    torn: bool,
}

impl<'a> History<'a> {
    /// Reads the list of operations; one that is not there is empty.
    pub(crate) fn open(disk: &'a dyn Disk, folder: &Path) -> io::Result<Self> {
        let bytes = match disk.read(&list(folder), LOG_LIMIT) {
            Ok(content) => content.bytes,
            Err(ReadError::Missing) => Vec::new(),
            Err(err) => return Err(err.into_io()),
        };
        let (records, bad_lines) = log::read(&bytes);
        let torn = bytes.last().is_some_and(|byte| *byte != b'\n');
        Ok(Self { disk, folder: folder.to_owned(), records, bad_lines, torn })
    }

    /// Keeps bytes; once this returns, a power cut cannot take them.
    pub(crate) fn keep(&self, bytes: &[u8]) -> io::Result<Hash> {
        let hash = Hash::of(bytes);
        let objects = self.folder.join("objects");
        let path = objects.join(hash.as_str());
        if self.read(&path).is_ok_and(|kept| kept == bytes) {
            // A crash may have come before its name was safe.
            self.disk.sync_folder(&objects)?;
            return Ok(hash);
        }
        self.disk.make_folder(&objects)?;
        let temp = objects.join(format!("{hash}.{}.fencun-tmp", crate::random::word()));
        let written = self.write(&temp, bytes).and_then(|()| self.disk.rename(&temp, &path));
        if let Err(err) = written {
            let _ = self.disk.remove(&temp);
            return Err(err);
        }
        self.disk.sync_folder(&objects)?;
        self.disk.sync_folder(&self.folder)?;
        Ok(hash)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = self.disk.create_new(path, os::PRIVATE)?;
        file.write_all(bytes)?;
        if file.size()? != bytes.len() as u64 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        file.sync()
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.disk.read(path, OBJECT_LIMIT).map(|content| content.bytes).map_err(ReadError::into_io)
    }

    /// Bytes that were kept; an error if they are not what they were.
    pub(crate) fn bytes(&self, hash: &Hash) -> io::Result<Vec<u8>> {
        let bytes = self.read(&self.folder.join("objects").join(hash.as_str()))?;
        if Hash::of(&bytes) == *hash { Ok(bytes) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    /// The text of a version; empty for a file that was not there.
    pub(crate) fn text(&self, hash: Option<&Hash>) -> io::Result<String> {
        let Some(hash) = hash else { return Ok(String::new()) };
        String::from_utf8(self.bytes(hash)?).map_err(|_| io::ErrorKind::InvalidData.into())
    }

    /// Adds to the list; once this returns, a power cut cannot take it.
    pub(crate) fn add(&mut self, record: Record) -> io::Result<()> {
        self.append(record, true)
    }

    /// Adds to the list what could be found out again.
    pub(crate) fn remark(&mut self, record: Record) -> io::Result<()> {
        self.append(record, false)
    }

    fn append(&mut self, record: Record, sync: bool) -> io::Result<()> {
        self.disk.make_folder(&self.folder)?;
        let first = self.records.is_empty();
        let mut file = self.disk.append(&list(&self.folder))?;
        let line = log::line(&record);
        let line = if self.torn { format!("\n{line}") } else { line };
        // If this fails half way, the next line must not become part of this one.
        self.torn = true;
        file.write_all(line.as_bytes())?;
        self.torn = false;
        if sync {
            file.sync()?;
            if first {
                self.disk.sync_folder(&self.folder)?;
            }
        }
        self.records.push(record);
        Ok(())
    }

    /// The number of the next operation.
    pub(crate) fn next_step(&self) -> u64 {
        self.all_changes().map(|change| change.step).max().unwrap_or(0) + 1
    }

    /// All operations that happened, oldest first.
    pub(crate) fn changes(&self) -> impl DoubleEndedIterator<Item = &Change> {
        let void: HashSet<u64> = self.records.iter().filter_map(void).collect();
        self.all_changes().filter(move |change| !void.contains(&change.step))
    }

    fn all_changes(&self) -> impl DoubleEndedIterator<Item = &Change> {
        self.records.iter().filter_map(|record| match record {
            Record::Change(change) => Some(change),
            _ => None,
        })
    }

    /// The newest operation that is neither an undo nor undone.
    pub(crate) fn undoable(&self) -> Option<&Change> {
        let undone: HashSet<u64> = self.changes().filter_map(|change| change.undoes).collect();
        self.changes().rev().find(|change| change.undoes.is_none() && !undone.contains(&change.step))
    }

    /// A change of this file of which it is not known whether it happened.
    pub(crate) fn unfinished(&self, file: &str) -> Option<&Change> {
        let change = self.all_changes().rev().find(|change| change.file == file)?;
        let ended = self.records.iter().rev().any(|record| match record {
            Record::Done { step } | Record::Void { step } => *step == change.step,
            _ => false,
        });
        (!ended).then_some(change)
    }

    /// Our changes of this file, whether they happened or not, newest first.
    pub(crate) fn intended(&self, file: &str) -> impl Iterator<Item = &Change> {
        self.all_changes().rev().filter(move |change| change.file == file && change.operation != OUTSIDE)
    }

    /// How a file was when it was last looked at.
    pub(crate) fn known(&self, file: &str) -> Known {
        let void: HashSet<u64> = self.records.iter().filter_map(void).collect();
        let last = self.records.iter().rev().find_map(|record| match record {
            Record::Change(change) if change.file == file && !void.contains(&change.step) => {
                Some(&change.after)
            }
            Record::Seen { file: seen, hash } if seen == file => Some(hash),
            _ => None,
        });
        match last {
            None => Known::Never,
            Some(None) => Known::Absent,
            Some(Some(hash)) => Known::As(hash.clone()),
        }
    }

    /// What a file was, newest first.
    pub(crate) fn versions(&self, file: &str) -> Vec<Hash> {
        let versions = self.records.iter().rev().flat_map(|record| match record {
            Record::Change(change) if change.file == file => [change.after.clone(), change.before.clone()],
            Record::Seen { file: seen, hash } if seen == file => [hash.clone(), None],
            _ => [None, None],
        });
        let mut hashes: Vec<Hash> = versions.flatten().collect();
        hashes.dedup();
        hashes
    }

    /// The labels of all files that were there when they were last looked at.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut labels: Vec<&str> = self
            .records
            .iter()
            .filter_map(|record| match record {
                Record::Change(change) => Some(change.file.as_str()),
                Record::Seen { file, .. } => Some(file.as_str()),
                _ => None,
            })
            .collect();
        labels.sort_unstable();
        labels.dedup();
        labels.retain(|label| matches!(self.known(label), Known::As(_)));
        labels.into_iter().map(str::to_owned).collect()
    }

    /// How many lines of the list cannot be read.
    pub(crate) fn bad_lines(&self) -> usize {
        self.bad_lines
    }
}

fn list(folder: &Path) -> PathBuf {
    folder.join("ops.jsonl")
}

fn void(record: &Record) -> Option<u64> {
    match record {
        Record::Void { step } => Some(*step),
        _ => None,
    }
}
