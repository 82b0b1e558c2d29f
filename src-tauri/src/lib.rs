//! The window program: draws the palette and the settings, and owns no data.
//!
//! What a page asks goes over the local socket to the resident program; what the resident program wants
//! shown comes back as events. The program ends by itself some minutes after the last window was hidden.

mod args;
mod beginning;
mod commands;
mod complaint;
mod events;
mod look;
mod os;
mod program;
mod resident;
mod start;
mod warmth;
mod windows;

pub use program::run;
