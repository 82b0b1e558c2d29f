//! The calls the store makes to the disk. Tests answer them from memory, to cut the power between any two.

use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::os;

/// What is asked of a disk.
pub(crate) trait Disk: Send + Sync {
    /// The whole content of a regular file of at most `limit` bytes.
    fn read(&self, path: &Path, limit: u64) -> Result<Content, ReadError>;
    /// The same, and not in the middle of somebody's writing. Waits for writers, but not for ever.
    fn read_whole(&self, path: &Path, limit: u64) -> Result<Content, ReadError>;
    /// What tells that a file still is what it is now, if anything does.
    fn settled(&self, _path: &Path) -> Option<os::Settled> {
        None
    }
    /// Which folder a path leads to, whatever it is called, if the system tells.
    fn identity(&self, _folder: &Path) -> Option<String> {
        None
    }
    /// The names in a folder, sorted.
    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>>;
    /// The names in a folder, each with the bytes its file takes up.
    fn sizes(&self, folder: &Path) -> io::Result<Vec<(OsString, u64)>>;
    /// Where a path leads when its links are followed; itself if nothing is there.
    fn follow(&self, path: &Path) -> io::Result<PathBuf>;
    /// Makes a file that was not there.
    fn create_new(&self, path: &Path, mode: u32) -> io::Result<Box<dyn Handle>>;
    /// Opens for adding to the end.
    fn append(&self, path: &Path) -> io::Result<Box<dyn Handle>>;
    /// Makes a folder and those above it, for nobody else to enter; a power cut cannot take them.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Gives each of two files the other's name, at once.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Gives a file a name that no other file has.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file a name, whoever has it now.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Takes a file away.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes the names in a folder outlive a power cut.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Waits for the lock, for a while; it is held until the answer is dropped.
    fn lock(&self, path: &Path) -> io::Result<Lock>;
}

/// A file that is being written.
pub(crate) trait Handle {
    /// Writes all bytes.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// How many bytes the disk says it has.
    fn size(&self) -> io::Result<u64>;
    /// Makes the content outlive a power cut.
    fn sync(&mut self) -> io::Result<()>;
}

/// A file that was read.
pub(crate) struct Content {
    /// All of it.
    pub(crate) bytes: Vec<u8>,
    /// What it lets whom do.
    pub(crate) mode: u32,
}

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReadError {
    /// There is none.
    #[error("it is not there")]
    Missing,
    /// A folder, a pipe or a device.
    #[error("it is no ordinary file; put an ordinary file in its place")]
    NotAFile,
    /// Another program has it open for writing, and does not come to an end.
    #[error("another program is writing it")]
    BeingWritten,
    /// Too much to be what it should be.
    #[error("it has {0} bytes, and the most is {1}; split it")]
    TooLarge(u64, u64),
    /// The system said no.
    #[error("it cannot be read ({0}); {way_out}", way_out = advice(.0))]
    Io(io::Error),
}

impl ReadError {
    fn of(err: io::Error) -> Self {
        match err.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ if os::leads_nowhere(&err) => Self::Missing,
            _ if os::is_no_file(&err) => Self::NotAFile,
            _ => Self::Io(err),
        }
    }

    /// As the system would have said it.
    pub(crate) fn into_io(self) -> io::Error {
        match self {
            Self::Io(err) => err,
            Self::Missing => io::ErrorKind::NotFound.into(),
            other => io::Error::other(other.to_string()),
        }
    }
}

/// What a person can do about what the system said.
fn advice(err: &io::Error) -> &'static str {
    match err.kind() {
        io::ErrorKind::PermissionDenied => "give yourself the right to read it",
        _ if os::has_too_many_open(err) => "close some programs",
        _ => "look at the disk",
    }
}

/// Held by the one who writes.
pub(crate) struct Lock {
    _file: Option<File>,
}

#[cfg(test)]
impl Lock {
    /// Where there is only one.
    pub(crate) fn none() -> Self {
        Self { _file: None }
    }
}

/// How long to wait for another writer.
const LOCK_WAIT: Duration = Duration::from_secs(10);

/// How long to wait for a program that has a file open for writing; some never close theirs.
const WRITER_WAIT: Duration = Duration::from_secs(2);

/// The machine's own disk.
pub(crate) struct RealDisk;

impl Disk for RealDisk {
    fn read(&self, path: &Path, limit: u64) -> Result<Content, ReadError> {
        let (file, metadata) = patient(|| os::open(path)).map_err(ReadError::of)?;
        if !metadata.is_file() {
            return Err(ReadError::NotAFile);
        }
        if metadata.len() > limit {
            return Err(ReadError::TooLarge(metadata.len(), limit));
        }
        let bytes = read_all(&file, metadata.len(), limit).map_err(ReadError::Io)?;
        if bytes.len() as u64 > limit {
            return Err(ReadError::TooLarge(bytes.len() as u64, limit));
        }
        Ok(Content { bytes, mode: os::mode(&metadata) })
    }

    fn read_whole(&self, path: &Path, limit: u64) -> Result<Content, ReadError> {
        let until = Instant::now() + WRITER_WAIT;
        loop {
            let (file, _) = patient(|| os::open(path)).map_err(ReadError::of)?;
            if let Some(_lease) = os::keep_writers_out(file).map_err(ReadError::Io)? {
                return self.read(path, limit);
            }
            if Instant::now() >= until {
                return Err(ReadError::BeingWritten);
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    fn settled(&self, path: &Path) -> Option<os::Settled> {
        os::settled(path)
    }

    fn identity(&self, folder: &Path) -> Option<String> {
        patient(|| os::identity(folder)).ok().map(|identity| format!("{identity:?}"))
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        let mut names = patient(|| os::names(folder))?;
        names.sort();
        Ok(names)
    }

    fn sizes(&self, folder: &Path) -> io::Result<Vec<(OsString, u64)>> {
        let names = self.names(folder)?.into_iter();
        let size = |name: &OsString| {
            std::fs::symlink_metadata(folder.join(name)).map_or(0, |metadata| metadata.len())
        };
        Ok(names.map(|name| (name.clone(), size(&name))).collect())
    }

    fn follow(&self, path: &Path) -> io::Result<PathBuf> {
        match patient(|| std::fs::symlink_metadata(path)) {
            Ok(metadata) if metadata.is_symlink() => patient(|| path.canonicalize()),
            Ok(_) => Ok(path.to_owned()),
            Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(path.to_owned()),
            Err(err) => Err(err),
        }
    }

    fn create_new(&self, path: &Path, mode: u32) -> io::Result<Box<dyn Handle>> {
        Ok(Box::new(RealHandle(os::create_new(path, mode)?)))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        Ok(Box::new(RealHandle(os::append(path)?)))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        match patient(|| std::fs::metadata(path)) {
            Ok(found) if found.is_dir() => return Ok(()),
            Ok(_) => return Err(io::ErrorKind::NotADirectory.into()),
            Err(err) if err.kind() == io::ErrorKind::NotFound => {}
            Err(err) => return Err(err),
        }
        let Some(above) = path.parent() else { return os::make_folder(path) };
        self.make_folder(above)?;
        os::make_folder(path)?;
        self.sync_folder(above)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        os::exchange(one, other)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        os::rename_new(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        patient(|| std::fs::rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        patient(|| std::fs::remove_file(path))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        os::sync_folder(folder)
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        // Who waits stands at a turnstile. Without it, the one who has just let go of the lock would have it again before
        // anybody else has noticed.
        let turnstile = wait_for_lock(&path.with_extension("next"))?;
        let lock = wait_for_lock(path);
        drop(turnstile);
        lock
    }
}

fn wait_for_lock(path: &Path) -> io::Result<Lock> {
    let file = os::append(path)?;
    let until = Instant::now() + LOCK_WAIT;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Lock { _file: Some(file) }),
            Err(TryLockError::WouldBlock) if Instant::now() < until => {}
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::WouldBlock.into()),
            Err(TryLockError::Error(err)) if is_passing(&err) && Instant::now() < until => {}
            // Some network file systems have no locks. The swap still shows what others wrote.
            Err(TryLockError::Error(err)) if os::has_no_locks(&err) => {
                tracing::warn!("the lock cannot be held here: {err}");
                return Ok(Lock { _file: None });
            }
            Err(TryLockError::Error(err)) => return Err(err),
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn is_passing(err: &io::Error) -> bool {
    err.kind() == io::ErrorKind::Interrupted
}

struct RealHandle(File);

impl Handle for RealHandle {
    fn write_all(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match os::write(&self.0, bytes)? {
                0 => return Err(io::ErrorKind::WriteZero.into()),
                written => bytes = bytes.get(written..).unwrap_or_default(),
            }
        }
        Ok(())
    }

    fn size(&self) -> io::Result<u64> {
        Ok(patient(|| self.0.metadata())?.len())
    }

    fn sync(&mut self) -> io::Result<()> {
        os::sync(&self.0)
    }
}

fn read_all(file: &File, expected: u64, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or(0));
    let mut piece = vec![0; 64 * 1024];
    loop {
        let read = os::read(file, &mut piece)?;
        bytes.extend_from_slice(piece.get(..read).unwrap_or_default());
        // A file that grows while it is read must not grow our memory with it.
        if read == 0 || bytes.len() as u64 > limit {
            return Ok(bytes);
        }
    }
}

/// Makes a call again if a signal came in between, but not for ever.
fn patient<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for _ in 0..64 {
        match call() {
            Err(err) if err.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
    Err(io::ErrorKind::Interrupted.into())
}
