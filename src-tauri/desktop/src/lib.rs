//! What Fencun asks of the machine, behind small types that are the same on every system.
//!
//! What can be said without a machine (the grammar of a hotkey, a mail link, a desktop entry) is in the files
//! beside this one; `os` is the only folder that names an operating system. It draws no windows.

mod aside;
pub mod clipboard;
mod deadline;
pub mod hotkey;
pub mod login;
pub mod mail;
pub mod notifier;
mod os;
pub mod paste;
pub mod session;
pub mod tray;

/// Other programs, started and ended.
pub mod launch {
    pub use crate::os::{Child, spawn_detached};
}

pub use os::{give_back_memory, harden, on_termination, owned_by_us, peer_is_this_user, run, socket_dir};
