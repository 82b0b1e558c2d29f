//! The systems. Everything outside this folder is the same on all of them.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
pub use linux::*;

#[cfg(unix)]
mod unix;
#[cfg(unix)]
pub use unix::*;

/// What Windows and macOS have in common: a desktop loop for tray and hotkey.
#[cfg(any(windows, target_os = "macos"))]
mod looped;
#[cfg(any(windows, target_os = "macos"))]
pub use looped::*;

#[cfg(target_os = "macos")]
mod macos;
#[cfg(target_os = "macos")]
pub use macos::*;

#[cfg(windows)]
mod windows;
#[cfg(windows)]
pub use windows::*;
