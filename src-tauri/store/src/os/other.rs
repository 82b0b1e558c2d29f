//! Systems without Unix modes and without a swap of two names: the caller looks again before it renames.

use std::fs::{File, Metadata};
use std::io::{self, Read, Write};
use std::path::Path;

/// Opens for reading.
pub(crate) fn open(path: &Path) -> io::Result<(File, Metadata)> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    Ok((file, metadata))
}

/// Makes a file that was not there. The user's own folders are private already.
pub(crate) fn create_new(path: &Path, _mode: u32) -> io::Result<File> {
    File::create_new(path)
}

/// Opens for adding to the end, and makes the file if it is not there.
pub(crate) fn append(path: &Path) -> io::Result<File> {
    File::options().read(true).append(true).create(true).open(path)
}

/// The names in a folder, in any order.
pub(crate) fn names(folder: &Path) -> io::Result<Vec<std::ffi::OsString>> {
    std::fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect()
}

/// Which folder it is, whatever it is called.
pub(crate) type Identity = Option<std::time::SystemTime>;

/// Which folder a path leads to.
pub(crate) fn identity(path: &Path) -> io::Result<Identity> {
    Ok(std::fs::metadata(path)?.created().ok())
}

/// Nothing here tells for certain that a file is the same.
pub(crate) fn settled(_path: &Path) -> Option<Settled> {
    None
}

/// What is another after every change of a file.
pub(crate) type Settled = Trace;

/// Whether the system tells of every change in a folder.
pub(crate) fn tells_of_changes(_folder: &Path) -> bool {
    true
}

/// What is most likely another after a file was changed.
pub(crate) type Trace = (u64, Option<std::time::SystemTime>);

/// The trace of a file.
pub(crate) fn trace(path: &Path) -> io::Result<Trace> {
    let metadata = std::fs::metadata(path)?;
    Ok((metadata.len(), metadata.modified().ok()))
}

/// Every file is as private as the folder it is in.
pub(crate) fn mode(_metadata: &Metadata) -> u32 {
    super::PRIVATE
}

/// Reads what comes next; nothing at the end.
pub(crate) fn read(mut file: &File, into: &mut [u8]) -> io::Result<usize> {
    file.read(into)
}

/// Writes some of the bytes, and says how many.
pub(crate) fn write(mut file: &File, bytes: &[u8]) -> io::Result<usize> {
    file.write(bytes)
}

/// Makes the content of a file outlive a power cut.
pub(crate) fn sync(file: &File) -> io::Result<()> {
    file.sync_all()
}

/// Whether an error of locking says that this file system has no locks.
pub(crate) fn has_no_locks(err: &io::Error) -> bool {
    err.kind() == io::ErrorKind::Unsupported
}

/// Nothing here tells it.
pub(crate) fn has_too_many_open(_err: &io::Error) -> bool {
    false
}

/// Nothing here tells it.
pub(crate) fn leads_nowhere(_err: &io::Error) -> bool {
    false
}

/// Nothing here tells it.
pub(crate) fn is_no_file(_err: &io::Error) -> bool {
    false
}

/// Makes one folder; one that is there is left as it is.
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    match std::fs::create_dir(path) {
        Err(err) if err.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        other => other,
    }
}

/// Cannot be done here.
pub(crate) fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Cannot be done here.
pub(crate) fn rename_new(_from: &Path, _to: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Names are kept with the files here.
pub(crate) fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// While this is held, a program that wants to open the file for writing waits.
pub(crate) struct Lease;

/// Keeps writers out. A file that is open for writing elsewhere could not have been renamed.
pub(crate) fn keep_writers_out(_file: File) -> io::Result<Option<Lease>> {
    Ok(Some(Lease))
}
