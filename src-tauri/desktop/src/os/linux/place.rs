//! Where things are, and what the environment says.

use std::os::unix::fs::MetadataExt as _;
use std::path::PathBuf;

/// The folder that the session gives us for sockets, if nobody else can look into it.
pub fn socket_dir() -> Option<PathBuf> {
    let dir = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|dir| dir.is_absolute())?;
    let there = std::fs::symlink_metadata(&dir).ok()?;
    let closed = there.is_dir() && there.mode() & 0o077 == 0;
    (closed && there.uid() == rustix::process::geteuid().as_raw()).then_some(dir)
}

/// The locale for messages, as the environment has it.
pub(crate) fn user_language() -> Option<String> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    names.into_iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty())
}
