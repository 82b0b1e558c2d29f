//! The moment in which a new file takes the old one's place, and the look at what it displaced.

use std::io;
use std::path::{Path, PathBuf};

use crate::disk::ReadError;
use crate::history::write_new;
use crate::places::Target;
use crate::save::{Old, Work, temporary};

/// What the swap found.
pub(crate) enum Swap {
    /// What was there when we read it.
    AsExpected,
    /// Something else was there; nothing was changed.
    LookAgain,
    /// Something else was there; it lies under this name now, and the new file in its place.
    Displaced(PathBuf, Vec<u8>),
    /// The same, and it is still being written.
    StillWritten(PathBuf),
}

impl Work<'_> {
    /// Writes the new file beside the old one and lets both change places; without a new one, takes the old one away.
    /// A link stays a link: what changes places is the file it leads to.
    pub(crate) fn swap(&self, target: &Target, old: &Old, new: Option<&[u8]>) -> io::Result<Swap> {
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
            Ok(()) => Ok(self.look_at_displaced(temp, old)),
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

    fn look_at_displaced(&self, temp: PathBuf, old: &Old) -> Swap {
        let is_old = |found: &[u8]| old.bytes.as_deref() == Some(found);
        match self.disk.read_whole(&temp, u64::MAX) {
            Ok(found) if !is_old(&found.bytes) => Swap::Displaced(temp, found.bytes),
            Ok(_) => {
                // If it stays, the next start sweeps it away: it is in the history.
                let _ = self.disk.remove(&temp);
                Swap::AsExpected
            }
            Err(ReadError::BeingWritten) => Swap::StillWritten(temp),
            // It stays under its name, and the next start looks at it again.
            Err(_) => Swap::AsExpected,
        }
    }

    /// For file systems that cannot swap: the moment between the look and the rename is as short as it can be.
    fn look_then_rename(&self, temp: &Path, path: &Path, old: &Old) -> io::Result<Swap> {
        let renamed = match self.is_still(path, old) {
            Ok(true) => self.disk.rename(temp, path).map(|()| Swap::AsExpected),
            Ok(false) => Ok(Swap::LookAgain),
            Err(err) => Err(err),
        };
        if !matches!(renamed, Ok(Swap::AsExpected)) {
            let _ = self.disk.remove(temp);
        }
        renamed
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
        if matches!(self.is_still(temp, old), Ok(true)) {
            let _ = self.disk.remove(temp);
            return Ok(Swap::AsExpected);
        }
        // Somebody wrote it in between: it goes back. If its place is taken again, the next start brings both together.
        let _ = self.disk.rename_new(temp, path);
        Ok(Swap::LookAgain)
    }

    fn is_still(&self, path: &Path, old: &Old) -> io::Result<bool> {
        match self.disk.read_whole(path, u64::MAX) {
            Ok(found) => Ok(Some(found.bytes) == old.bytes),
            Err(ReadError::Missing) => Ok(old.bytes.is_none()),
            Err(err) => Err(err.into_io()),
        }
    }
}
