//! A disk in memory that forgets at a power cut what was not synced: all of it, some of it, or in another order.
//!
//! It keeps no more promises than POSIX does. The content of a file is safe once the file is synced, a name once its
//! folder is; a rename happens whole or not at all; of everything else any part may be there afterwards.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::disk::{Content, Disk, Handle, Lock, ReadError};

/// What lies on it: what programs see, or what the metal holds.
#[derive(Clone, Default)]
struct Image {
    files: Vec<Vec<u8>>,
    names: BTreeMap<PathBuf, usize>,
    folders: BTreeSet<PathBuf>,
}

/// What the metal does not hold yet.
#[derive(Clone)]
enum Pending {
    Written(usize, Vec<u8>),
    Named(Vec<(PathBuf, Option<usize>)>),
    Folder(PathBuf),
}

#[derive(Clone, Default)]
struct State {
    seen: Image,
    metal: Image,
    pending: Vec<Pending>,
    calls: usize,
    cut: usize,
}

/// The disk.
#[derive(Clone)]
pub(super) struct CrashDisk(Arc<Mutex<State>>);

/// Numbers that are the same in every run.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    /// A number below `sides`.
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

impl CrashDisk {
    /// An empty disk whose power is cut before the call of this number.
    pub(super) fn new(cut: usize) -> Self {
        let mut state = State { cut, ..State::default() };
        for image in [&mut state.seen, &mut state.metal] {
            image.folders.insert(PathBuf::from("/"));
        }
        Self(Arc::new(Mutex::new(state)))
    }

    /// The same disk, whose power is cut once more before the call of this number.
    pub(super) fn cut_again(self, cut: usize) -> Self {
        self.state().cut = cut;
        self
    }

    /// How many calls were made.
    pub(super) fn calls(&self) -> usize {
        self.state().calls
    }

    /// What the metal holds after a power cut now, as a new disk. Each time it may be something else.
    pub(super) fn after_the_cut(&self, dice: &mut Dice) -> Self {
        let state = self.state();
        let mut metal = state.metal.clone();
        // One in three cuts keeps a straight beginning of what was pending, as a journal does; the others keep anything.
        let straight = (dice.roll(3) == 0).then(|| dice.roll(state.pending.len() + 1));
        for (at, pending) in state.pending.iter().enumerate() {
            if straight.is_some_and(|end| at >= end) || straight.is_none() && dice.roll(2) == 0 {
                continue;
            }
            match pending {
                Pending::Written(file, bytes) => metal.write(*file, &torn(bytes, dice)),
                named => metal.apply(named),
            }
        }
        metal.folders.retain(|folder| folder == Path::new("/") || folder.parent().is_some());
        let new = Self::new(usize::MAX);
        *new.state() = State { seen: metal.clone(), metal, cut: usize::MAX, ..State::default() };
        new
    }

    /// Writes as a careless program does: no sync of anything.
    pub(super) fn write_carelessly(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.call()?;
        let file = state.new_file();
        state.named(vec![(path.to_owned(), Some(file))]);
        state.written(file, bytes);
        Ok(())
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a call; none succeeds after the cut.
    fn call(&self) -> io::Result<std::sync::MutexGuard<'_, State>> {
        let mut state = self.state();
        state.calls += 1;
        if state.calls > state.cut { Err(io::Error::other("the power is off")) } else { Ok(state) }
    }
}

/// What is left of bytes that were not synced: nothing, a beginning, zeros in their place, or all.
fn torn(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    match dice.roll(4) {
        0 => Vec::new(),
        1 => bytes[..dice.roll(bytes.len() + 1)].to_vec(),
        2 => vec![0; bytes.len()],
        _ => bytes.to_vec(),
    }
}

impl Image {
    fn write(&mut self, file: usize, bytes: &[u8]) {
        if self.files.len() <= file {
            self.files.resize(file + 1, Vec::new());
        }
        self.files[file].extend_from_slice(bytes);
    }

    fn apply(&mut self, pending: &Pending) {
        match pending {
            Pending::Written(file, bytes) => self.write(*file, bytes),
            Pending::Folder(path) => drop(self.folders.insert(path.clone())),
            Pending::Named(names) => {
                for (path, file) in names {
                    match file {
                        Some(file) => drop(self.names.insert(path.clone(), *file)),
                        None => drop(self.names.remove(path)),
                    }
                }
            }
        }
    }

    fn content(&self, path: &Path) -> Option<Vec<u8>> {
        let file = self.names.get(path)?;
        self.is_folder(path.parent()?).then(|| self.files.get(*file).cloned().unwrap_or_default())
    }

    fn is_folder(&self, path: &Path) -> bool {
        path.ancestors().all(|folder| self.folders.contains(folder))
    }
}

impl State {
    fn new_file(&mut self) -> usize {
        self.seen.files.push(Vec::new());
        self.seen.files.len() - 1
    }

    fn written(&mut self, file: usize, bytes: &[u8]) {
        self.keep(Pending::Written(file, bytes.to_vec()));
    }

    fn named(&mut self, names: Vec<(PathBuf, Option<usize>)>) {
        self.keep(Pending::Named(names));
    }

    fn keep(&mut self, pending: Pending) {
        self.seen.apply(&pending);
        self.pending.push(pending);
    }

    /// Lets the metal have what is asked for, in order.
    fn settle(&mut self, is_meant: impl Fn(&Pending) -> bool) {
        let (now, later) = std::mem::take(&mut self.pending).into_iter().partition(is_meant);
        self.pending = later;
        let now: Vec<Pending> = now;
        for pending in &now {
            self.metal.apply(pending);
        }
    }

    fn file(&self, path: &Path) -> io::Result<usize> {
        self.seen.names.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

impl Disk for CrashDisk {
    fn read(&self, path: &Path, _limit: u64) -> Result<Content, ReadError> {
        let state = self.call().map_err(ReadError::Io)?;
        let bytes = state.seen.content(path).ok_or(ReadError::Missing)?;
        Ok(Content { bytes, mode: 0o600 })
    }

    fn read_whole(&self, path: &Path, limit: u64) -> Result<Content, ReadError> {
        self.read(path, limit)
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let state = self.call()?;
        if !state.seen.is_folder(folder) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let inside = state.seen.names.keys().filter(|path| path.parent() == Some(folder));
        Ok(inside.filter_map(|path| path.file_name().map(OsString::from)).collect())
    }

    fn sizes(&self, folder: &Path) -> io::Result<Vec<(OsString, u64)>> {
        Ok(self.names(folder)?.into_iter().map(|name| (name, 1)).collect())
    }

    fn follow(&self, path: &Path) -> io::Result<PathBuf> {
        self.call().map(|_| path.to_owned())
    }

    fn create_new(&self, path: &Path, _mode: u32) -> io::Result<Box<dyn Handle>> {
        let mut state = self.call()?;
        if !path.parent().is_some_and(|folder| state.seen.is_folder(folder)) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let file = state.new_file();
        state.named(vec![(path.to_owned(), Some(file))]);
        Ok(Box::new(CrashHandle(self.clone(), file)))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        let there = self.state().file(path);
        match there {
            Ok(file) => Ok(Box::new(CrashHandle(self.clone(), file))),
            Err(_) => self.create_new(path, 0o600),
        }
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        if self.state().seen.folders.contains(path) {
            return Ok(());
        }
        let above = path.parent().expect("the root is always there");
        self.make_folder(above)?;
        self.call()?.keep(Pending::Folder(path.to_owned()));
        self.sync_folder(above)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        let mut state = self.call()?;
        let (first, second) = (state.file(one)?, state.file(other)?);
        state.named(vec![(one.to_owned(), Some(second)), (other.to_owned(), Some(first))]);
        Ok(())
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.state().file(to).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.rename(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.call()?;
        let file = state.file(from)?;
        state.named(vec![(to.to_owned(), Some(file)), (from.to_owned(), None)]);
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.call()?;
        state.file(path)?;
        state.named(vec![(path.to_owned(), None)]);
        Ok(())
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        let mut state = self.call()?;
        state.settle(|pending| match pending {
            Pending::Named(names) => names.iter().any(|(path, _)| path.parent() == Some(folder)),
            Pending::Folder(path) => path.parent() == Some(folder),
            Pending::Written(..) => false,
        });
        Ok(())
    }

    fn lock(&self, _path: &Path) -> io::Result<Lock> {
        self.call().map(|_| Lock::none())
    }
}

struct CrashHandle(CrashDisk, usize);

impl Handle for CrashHandle {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.call()?.written(self.1, bytes);
        Ok(())
    }

    fn size(&self) -> io::Result<u64> {
        Ok(self.0.call()?.seen.files[self.1].len() as u64)
    }

    fn sync(&mut self) -> io::Result<()> {
        let file = self.1;
        self.0.call()?.settle(|pending| matches!(pending, Pending::Written(written, _) if *written == file));
        Ok(())
    }
}
