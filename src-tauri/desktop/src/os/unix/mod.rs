//! What Linux and macOS have in common: processes, signals, owners.

pub(crate) mod file;
mod launch;
mod process;

use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use interprocess::local_socket::Stream;
use interprocess::local_socket::traits::StreamCommon as _;

pub use launch::{Child, spawn_detached};
pub use process::{harden, on_termination};

/// Whether this file or folder is ours; a link is looked at itself, not at what it leads to.
pub fn owned_by_us(path: &Path) -> bool {
    let us = rustix::process::geteuid().as_raw();
    std::fs::symlink_metadata(path).is_ok_and(|there| there.uid() == us)
}

/// Whether the process at the other end belongs to the same person.
pub fn peer_is_this_user(stream: &Stream) -> bool {
    let us = rustix::process::geteuid().as_raw();
    stream.peer_creds().ok().and_then(|peer| peer.euid()) == Some(us)
}
