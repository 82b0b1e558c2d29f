//! Unix: every call is made directly, so that a signal in between costs a retry and never an endless loop.

use std::ffi::{CStr, OsString};
use std::fs::{File, Metadata};
use std::io;
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use rustix::fs::{CWD, Mode, OFlags, RenameFlags};
use rustix::io::Errno;

/// How often a call is made again because a signal came in between.
const RETRIES: usize = 64;

/// Opens for reading. A pipe or a device in a pack's place must not keep us waiting.
pub(crate) fn open(path: &Path) -> io::Result<(File, Metadata)> {
    let file = open_with(path, OFlags::RDONLY | OFlags::NONBLOCK, 0)?;
    let metadata = metadata(&file)?;
    Ok((file, metadata))
}

/// Makes a file that was not there, with exactly this mode whatever the umask says.
pub(crate) fn create_new(path: &Path, mode: u32) -> io::Result<File> {
    let file = open_with(path, OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL, mode & 0o7777)?;
    set_mode(&file, mode)?;
    Ok(file)
}

/// Opens for adding to the end, and makes the file if it is not there.
pub(crate) fn append(path: &Path) -> io::Result<File> {
    let file =
        open_with(path, OFlags::RDWR | OFlags::APPEND | OFlags::CREATE | OFlags::NONBLOCK, super::PRIVATE)?;
    if metadata(&file)?.permissions().mode() & 0o7777 != super::PRIVATE {
        set_mode(&file, super::PRIVATE)?;
    }
    Ok(file)
}

/// The names in a folder, in any order. The standard library's way panics if closing the folder fails, and rustix's
/// other way has no end where signals have none.
#[cfg(target_os = "linux")]
pub(crate) fn names(folder: &Path) -> io::Result<Vec<OsString>> {
    let folder = open_with(folder, OFlags::RDONLY | OFlags::DIRECTORY, 0)?;
    let mut names = Vec::new();
    let mut space = Vec::with_capacity(32 * 1024);
    let mut entries = rustix::fs::RawDir::new(&folder, space.spare_capacity_mut());
    while let Some(entry) = entries.next() {
        keep_name(&mut names, entry?.file_name());
    }
    Ok(names)
}

/// The names in a folder, in any order.
#[cfg(not(target_os = "linux"))]
pub(crate) fn names(folder: &Path) -> io::Result<Vec<OsString>> {
    let folder = open_with(folder, OFlags::RDONLY | OFlags::DIRECTORY, 0)?;
    let mut names = Vec::new();
    for entry in rustix::fs::Dir::new(std::os::fd::OwnedFd::from(folder))? {
        keep_name(&mut names, entry?.file_name());
    }
    Ok(names)
}

/// A folder lists itself and the one above it too.
fn keep_name(names: &mut Vec<OsString>, name: &CStr) {
    if !matches!(name.to_bytes(), b"." | b"..") {
        names.push(OsString::from_vec(name.to_bytes().to_vec()));
    }
}

/// Which folder it is, whatever it is called.
pub(crate) type Identity = (u64, u64);

/// Which folder a path leads to.
pub(crate) fn identity(path: &Path) -> io::Result<Identity> {
    let metadata = std::fs::metadata(path)?;
    Ok((metadata.dev(), metadata.ino()))
}

/// Whether the system tells of every change in a folder: of what other machines do to a shared one, it does not.
#[cfg(target_os = "linux")]
pub(crate) fn tells_of_changes(folder: &Path) -> bool {
    // From linux/magic.h: NFS, SMB in its three forms, AFS, Ceph, Coda, 9P, and FUSE, behind which all kinds are.
    const SHARED: [u64; 9] = [
        0x6969,
        0x517b,
        0xff53_4d42,
        0xfe53_4d42,
        0x5346_414f,
        0x00c3_6400,
        0x7375_7245,
        0x0102_1997,
        0x6573_5546,
    ];
    rustix::fs::statfs(folder).is_ok_and(|found| !SHARED.contains(&(found.f_type as u64 & 0xffff_ffff)))
}

/// Whether the system tells of every change in a folder.
#[cfg(not(target_os = "linux"))]
pub(crate) fn tells_of_changes(_folder: &Path) -> bool {
    true
}

/// What is most likely another after a file was changed.
pub(crate) type Trace = (u64, u64, i64, i64);

/// The trace of a file.
pub(crate) fn trace(path: &Path) -> io::Result<Trace> {
    let metadata = std::fs::metadata(path)?;
    // The change time, which nobody can set back, and not the one that copying and unpacking keep.
    Ok((metadata.ino(), metadata.len(), metadata.ctime(), metadata.ctime_nsec()))
}

/// What is another after every change of a file.
pub(crate) type Settled = (Identity, Trace);

/// The age from which on the change time of a file tells one content from another: some file systems count in steps of
/// two seconds, and within one step a file can be written twice.
const SETTLED: i64 = 3;

/// What tells that a file still is what it is now. None while it is too young for that, and where other machines write
/// too.
pub(crate) fn settled(path: &Path) -> Option<Settled> {
    let metadata = std::fs::metadata(path).ok()?;
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    let age = i64::try_from(now.as_secs()).ok()? - metadata.ctime();
    let trace = (metadata.ino(), metadata.len(), metadata.ctime(), metadata.ctime_nsec());
    (age >= SETTLED && tells_of_changes(path)).then_some(((metadata.dev(), metadata.ino()), trace))
}

/// What a file lets whom do.
pub(crate) fn mode(metadata: &Metadata) -> u32 {
    metadata.permissions().mode() & 0o7777
}

/// Reads what comes next; nothing at the end.
pub(crate) fn read(file: &File, into: &mut [u8]) -> io::Result<usize> {
    retry(|| rustix::io::read(file, &mut *into))
}

/// Writes some of the bytes, and says how many.
pub(crate) fn write(file: &File, bytes: &[u8]) -> io::Result<usize> {
    retry(|| rustix::io::write(file, bytes))
}

/// Makes the content of a file outlive a power cut.
pub(crate) fn sync(file: &File) -> io::Result<()> {
    // There, fsync leaves the bytes in the drive's own cache.
    #[cfg(target_vendor = "apple")]
    return retry(|| rustix::fs::fcntl_fullfsync(file));
    #[cfg(not(target_vendor = "apple"))]
    retry(|| rustix::fs::fsync(file))
}

/// Whether an error of locking says that this file system has no locks.
pub(crate) fn has_no_locks(err: &io::Error) -> bool {
    let none = [Errno::NOLCK, Errno::NOSYS, Errno::NOTSUP];
    err.raw_os_error().is_some_and(|code| none.iter().any(|errno| errno.raw_os_error() == code))
}

/// Whether this program, or the whole system, has as many files open as it may.
pub(crate) fn has_too_many_open(err: &io::Error) -> bool {
    let many = [Errno::MFILE, Errno::NFILE];
    err.raw_os_error().is_some_and(|code| many.iter().any(|errno| errno.raw_os_error() == code))
}

/// Whether an error of opening says that links lead to each other.
pub(crate) fn leads_nowhere(err: &io::Error) -> bool {
    err.raw_os_error() == Some(Errno::LOOP.raw_os_error())
}

/// Whether an error of opening says that it is a socket, or a device that nobody serves.
pub(crate) fn is_no_file(err: &io::Error) -> bool {
    let none = [Errno::NXIO, Errno::NODEV];
    err.raw_os_error().is_some_and(|code| none.iter().any(|errno| errno.raw_os_error() == code))
}

/// Makes one folder that nobody else may enter; one that is there is left as it is.
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    match retry(|| rustix::fs::mkdir(path, Mode::RWXU)) {
        Ok(()) => retry(|| rustix::fs::chmod(path, Mode::RWXU)),
        Err(err) if err.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(err) => Err(err),
    }
}

/// Gives each of two files the other's name, at once. Unsupported where the file system cannot.
pub(crate) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    rename_with(one, other, RenameFlags::EXCHANGE)
}

/// Gives a file a name that no other file has.
pub(crate) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    rename_with(from, to, RenameFlags::NOREPLACE)
}

/// Makes the names in a folder outlive a power cut.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = open_with(path, OFlags::RDONLY | OFlags::DIRECTORY, 0)?;
    match retry(|| rustix::fs::fsync(folder.as_fd())) {
        // Some network file systems have no such call; they keep names in their own way.
        Err(err) if err.raw_os_error() == Some(Errno::INVAL.raw_os_error()) => Ok(()),
        other => other,
    }
}

/// While this is held, a program that wants to open the file for writing waits.
pub(crate) struct Lease {
    #[cfg(target_os = "linux")]
    file: Option<File>,
}

/// Keeps writers out; None if one has the file open already. Where the system has no leases, nobody is kept out.
#[cfg(target_os = "linux")]
pub(crate) fn keep_writers_out(file: File) -> io::Result<Option<Lease>> {
    match linux_lease(&file, libc::F_RDLCK) {
        Ok(()) => Ok(Some(Lease { file: Some(file) })),
        Err(err) if err.kind() == io::ErrorKind::WouldBlock => Ok(None),
        Err(_) => Ok(Some(Lease { file: None })),
    }
}

#[cfg(target_os = "linux")]
impl Drop for Lease {
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            let _ = linux_lease(file, libc::F_UNLCK);
        }
    }
}

#[cfg(target_os = "linux")]
#[allow(unsafe_code, reason = "no safe crate has leases; the calls take and give numbers only")]
fn linux_lease(file: &File, kind: libc::c_int) -> io::Result<()> {
    use std::os::fd::AsRawFd;
    // The same on every Linux; the crate has no name for it.
    const F_SETSIG: libc::c_int = 10;
    let fd = file.as_raw_fd();
    // Should a writer come, it waits, and we are told by a signal: by one that is ignored unless somebody asks for it.
    let set = unsafe {
        libc::fcntl(fd, F_SETSIG, libc::SIGURG);
        libc::fcntl(fd, libc::F_SETLEASE, kind)
    };
    if set == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// Keeps writers out. This system cannot.
#[cfg(not(target_os = "linux"))]
pub(crate) fn keep_writers_out(_file: File) -> io::Result<Option<Lease>> {
    Ok(Some(Lease {}))
}

fn metadata(file: &File) -> io::Result<Metadata> {
    // The standard library asks once, and hands an interruption on.
    retry(|| file.metadata())
}

fn set_mode(file: &File, mode: u32) -> io::Result<()> {
    let mode = Mode::from_raw_mode((mode & 0o7777) as rustix::fs::RawMode);
    retry(|| rustix::fs::fchmod(file, mode))
}

fn open_with(path: &Path, flags: OFlags, mode: u32) -> io::Result<File> {
    let mode = Mode::from_raw_mode(mode as rustix::fs::RawMode);
    Ok(File::from(retry(|| rustix::fs::open(path, flags | OFlags::CLOEXEC, mode))?))
}

fn rename_with(from: &Path, to: &Path, flags: RenameFlags) -> io::Result<()> {
    let renamed = retry(|| rustix::fs::renameat_with(CWD, from, CWD, to, flags));
    renamed.map_err(|err| match err.raw_os_error().map(Errno::from_raw_os_error) {
        Some(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => io::ErrorKind::Unsupported.into(),
        _ => err,
    })
}

fn retry<T, E: Into<io::Error>>(mut call: impl FnMut() -> Result<T, E>) -> io::Result<T> {
    for _ in 0..RETRIES {
        match call().map_err(Into::into) {
            Err(err) if err.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
    Err(io::ErrorKind::Interrupted.into())
}
