//! Old bytes by what they are: `HASH` holds a version as it was, `HASH.difference` what differs from one that does.

use std::io;
use std::path::{Path, PathBuf};

use crate::disk::{Disk, ReadError};
use crate::os;
use crate::random;
use crate::save::TEMPORARY;

use super::difference;
use super::hash::Hash;

/// The most that is read of one old version.
const LIMIT: u64 = 64 * 1024 * 1024;
/// Versions smaller than this are kept whole: a file takes up a block anyway.
const SMALL: usize = 16 * 1024;
const DIFFERENCE: &str = ".difference";

/// The folder of old versions.
pub(crate) struct Objects<'a> {
    disk: &'a dyn Disk,
    folder: PathBuf,
}

impl<'a> Objects<'a> {
    pub(super) fn new(disk: &'a dyn Disk, folder: PathBuf) -> Self {
        Self { disk, folder }
    }

    /// Keeps bytes; once this returns, a power cut cannot take them. `like` is a version that is much the same.
    pub(super) fn keep(&self, bytes: &[u8], like: Option<&Hash>) -> io::Result<Hash> {
        let (hash, path) = self.put(bytes, like)?;
        // It may have been there before; a crash may have come before it was safe.
        self.disk.append(&path)?.sync()?;
        self.disk.sync_folder(&self.folder)?;
        Ok(hash)
    }

    /// Keeps bytes that lie elsewhere too; a power cut may take them.
    pub(super) fn note(&self, bytes: &[u8]) -> io::Result<Hash> {
        self.put(bytes, None).map(|(hash, _)| hash)
    }

    fn put(&self, bytes: &[u8], like: Option<&Hash>) -> io::Result<(Hash, PathBuf)> {
        let hash = Hash::of(bytes);
        for path in [self.whole(&hash), self.difference(&hash)] {
            if self.read(&path, &hash).is_ok_and(|kept| kept == bytes) {
                return Ok((hash, path));
            }
        }
        self.disk.make_folder(&self.folder)?;
        let short = like.filter(|_| bytes.len() >= SMALL).and_then(|like| self.shortened(bytes, like));
        let (path, content) = match &short {
            Some(short) => (self.difference(&hash), short.as_slice()),
            None => (self.whole(&hash), bytes),
        };
        // One folder up, where few names are: a crash must be noticed without reading thousands.
        let above = self.folder.parent().unwrap_or(&self.folder);
        let temp = above.join(format!("{hash}.{}{TEMPORARY}", random::word()));
        let written = write_new(self.disk, &temp, content, os::PRIVATE);
        if let Err(err) = written.and_then(|()| self.disk.rename(&temp, &path)) {
            let _ = self.disk.remove(&temp);
            return Err(err);
        }
        Ok((hash, path))
    }

    /// The bytes as a difference from a version that is kept whole, if that is worth it.
    fn shortened(&self, bytes: &[u8], like: &Hash) -> Option<Vec<u8>> {
        let base = self.base(like)?;
        let from = self.bytes(&base).ok()?;
        let difference = difference::write(&from, bytes);
        let sound = difference::read(&from, &difference).is_some_and(|back| back == bytes);
        (sound && difference.len() < bytes.len() / 4)
            .then(|| [format!("{base}\n").into_bytes(), difference].concat())
    }

    /// The version a version differs from; itself if it is kept whole.
    pub(super) fn base(&self, hash: &Hash) -> Option<Hash> {
        match self.disk.read(&self.difference(hash), LIMIT) {
            Ok(content) => base_of(&content.bytes).map(|(base, _)| base),
            Err(ReadError::Missing) => Some(hash.clone()),
            Err(_) => None,
        }
    }

    /// Bytes that were kept; an error if they are not what they were.
    pub(super) fn bytes(&self, hash: &Hash) -> io::Result<Vec<u8>> {
        self.read(&self.whole(hash), hash).or_else(|err| match err.kind() {
            io::ErrorKind::NotFound => self.read(&self.difference(hash), hash),
            _ => Err(err),
        })
    }

    fn read(&self, path: &Path, hash: &Hash) -> io::Result<Vec<u8>> {
        let content = self.disk.read(path, LIMIT).map_err(ReadError::into_io)?.bytes;
        let damaged = || io::Error::from(io::ErrorKind::InvalidData);
        let bytes = if *path == self.whole(hash) {
            content
        } else {
            let (base, difference) = base_of(&content).ok_or_else(damaged)?;
            let base = self.read(&self.whole(&base), &base)?;
            difference::read(&base, difference).ok_or_else(damaged)?
        };
        if Hash::of(&bytes) == *hash { Ok(bytes) } else { Err(damaged()) }
    }

    /// Every version in the folder, with the bytes its file takes up.
    pub(super) fn all(&self) -> Vec<(Hash, u64)> {
        let sizes = self.disk.sizes(&self.folder).unwrap_or_default();
        let hash = |name: &str| Hash::parse(name.strip_suffix(DIFFERENCE).unwrap_or(name));
        sizes.into_iter().filter_map(|(name, size)| Some((hash(name.to_str()?)?, size))).collect()
    }

    /// Takes a version away.
    pub(super) fn remove(&self, hash: &Hash) {
        for path in [self.whole(hash), self.difference(hash)] {
            let _ = self.disk.remove(&path);
        }
    }

    fn whole(&self, hash: &Hash) -> PathBuf {
        self.folder.join(hash.as_str())
    }

    fn difference(&self, hash: &Hash) -> PathBuf {
        self.folder.join(format!("{hash}{DIFFERENCE}"))
    }
}

fn base_of(content: &[u8]) -> Option<(Hash, &[u8])> {
    let end = content.iter().position(|byte| *byte == b'\n')?;
    let base = Hash::parse(std::str::from_utf8(content.get(..end)?).ok()?)?;
    Some((base, content.get(end + 1..)?))
}

/// Writes a file of a new name so that its content outlives a power cut, or leaves none.
pub(crate) fn write_new(disk: &dyn Disk, path: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let written = disk.create_new(path, mode).and_then(|mut file| {
        file.write_all(bytes)?;
        // A disk that says it wrote and did not is found out before anything is replaced.
        if file.size()? != bytes.len() as u64 {
            return Err(io::ErrorKind::WriteZero.into());
        }
        file.sync()
    });
    // One that was there before us is not ours to remove.
    if written.as_ref().is_err_and(|err| err.kind() != io::ErrorKind::AlreadyExists) {
        let _ = disk.remove(path);
    }
    written
}
