//! The doors of the resident program: tray, hotkey, socket, and the windows that open through them.

mod front;
mod socket;
mod tray;
mod watch;
mod windows;

pub(crate) use front::open_doors;
pub(crate) use socket::{Bound, listen};
pub(crate) use watch::watch;
