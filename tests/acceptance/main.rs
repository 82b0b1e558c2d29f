//! The built Fencun on a real desktop, as one test program.
#![allow(clippy::panic, reason = "a step that cannot be done ends the test, at the test's line")]

mod at_home;
mod clipboard;
mod command_line;
mod desktop_in_a_box;
mod fcitx;
mod graphics;
mod hostile;
mod hotkey;
mod input_method;
mod monitors;
mod network;
mod notifications;
mod palette;
mod paste;
mod reminders;
mod settings;
mod tray;
