//! The history: every file as it was before and after each operation, and the list of operations.
//!
//! It lies outside the library, so that a sync or a lost folder cannot take it along.

mod difference;
mod hash;
mod index;
mod log;
mod objects;
mod retention;

use std::io;
use std::path::{Path, PathBuf};

use fencun_core::PhraseId;

use crate::disk::{Disk, ReadError};

use index::Index;
use objects::Objects;

pub(crate) use hash::Hash;
pub(crate) use log::{Change, Record};
pub(crate) use objects::write_new;
pub(crate) use retention::hashes;

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

/// The history as it was when it was opened, and what was added since.
pub(crate) struct History<'a> {
    disk: &'a dyn Disk,
    folder: PathBuf,
    objects: Objects<'a>,
    records: Vec<Record>,
    index: Index,
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
        let (index, objects) = (Index::of(&records), Objects::new(disk, folder.join("objects")));
        Ok(Self { disk, folder: folder.to_owned(), objects, records, index, bad_lines, torn })
    }

    /// Keeps a version of a file; once this returns, a power cut cannot take it.
    pub(crate) fn keep(&self, file: &str, bytes: &[u8]) -> io::Result<Hash> {
        self.objects.keep(bytes, self.index.versions(file).next())
    }

    /// Keeps a version of a file that nobody is about to replace.
    pub(crate) fn note(&self, bytes: &[u8]) -> io::Result<Hash> {
        self.objects.note(bytes)
    }

    /// Bytes that were kept; an error if they are not what they were.
    pub(crate) fn bytes(&self, hash: &Hash) -> io::Result<Vec<u8>> {
        self.objects.bytes(hash)
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
        let mut file = self.disk.append(&list(&self.folder))?;
        let line = log::line(&record);
        let line = if self.torn { format!("\n{line}") } else { line };
        // If this fails half way, the next line must not become part of this one.
        self.torn = true;
        file.write_all(line.as_bytes())?;
        self.torn = false;
        // The line is there, whatever comes of the rest: what it refers to must not be cleared away.
        self.index.add(&record);
        self.records.push(record);
        if sync {
            file.sync()?;
            self.disk.sync_folder(&self.folder)?;
        }
        Ok(())
    }

    /// The number of the next operation.
    pub(crate) fn next_step(&self) -> u64 {
        self.index.last_step + 1
    }

    /// All operations that happened, oldest first.
    pub(crate) fn changes(&self) -> impl DoubleEndedIterator<Item = &Change> {
        self.all_changes().filter(|change| !self.index.void.contains(&change.step))
    }

    fn all_changes(&self) -> impl DoubleEndedIterator<Item = &Change> {
        self.records.iter().filter_map(|record| match record {
            Record::Change(change) => Some(change),
            _ => None,
        })
    }

    /// The newest operation on a pack that is neither an undo nor undone.
    pub(crate) fn undoable(&self) -> Option<&Change> {
        let undone = self.index.undone();
        let open = |change: &&Change| change.undoes.is_none() && !undone.contains(&change.step);
        self.packs().rev().find(open)
    }

    /// The operations on packs, oldest first: what a person calls the history.
    pub(crate) fn packs(&self) -> impl DoubleEndedIterator<Item = &Change> {
        self.changes().filter(|change| change.file.starts_with("library/"))
    }

    /// A change of this file of which it is not known whether it happened.
    pub(crate) fn unfinished(&self, file: &str) -> Option<&Change> {
        let change = self.all_changes().rev().find(|change| change.file == file)?;
        (!self.index.has_ended(change.step)).then_some(change)
    }

    /// Our changes of this file, whether they happened or not, newest first.
    pub(crate) fn intended(&self, file: &str) -> impl Iterator<Item = &Change> {
        self.all_changes().rev().filter(move |change| change.file == file && change.operation != OUTSIDE)
    }

    /// How a file was when it was last looked at.
    pub(crate) fn known(&self, file: &str) -> Known {
        match self.index.known(file) {
            None => Known::Never,
            Some(None) => Known::Absent,
            Some(Some(hash)) => Known::As(hash.clone()),
        }
    }

    /// What a file was, newest first.
    pub(crate) fn versions(&self, file: &str) -> Vec<Hash> {
        self.index.versions(file).cloned().collect()
    }

    /// The labels of all files that were there when they were last looked at.
    pub(crate) fn files(&self) -> Vec<String> {
        self.index.labels().map(str::to_owned).collect()
    }

    /// Which folder the library was when something lay in it, if that is known.
    pub(crate) fn folder(&self) -> Option<&str> {
        self.index.folder.as_deref()
    }

    /// Every line of the list.
    pub(crate) fn records(&self) -> &[Record] {
        &self.records
    }

    /// How many lines of the list cannot be read.
    pub(crate) fn bad_lines(&self) -> usize {
        self.bad_lines
    }
}

fn list(folder: &Path) -> PathBuf {
    folder.join("ops.jsonl")
}
