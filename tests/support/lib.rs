//! A desktop in a box, and the hands and eyes to use it as a person would.
//!
//! [`Desktop::start`] brings up a display, a session bus, a window manager, a panel with a tray and a notification daemon that nobody
//! else on the machine sees; all of it is gone when the value is dropped, or when the test program dies.
//!
//! A step that cannot be done ends the test at the test's own line; what a test may want to judge (an exit code, an empty clipboard, a
//! wait that ran out in `try_…`) is returned.
#![allow(clippy::panic, reason = "a step that cannot be done ends the test, at the test's line")]

mod app;
mod builder;
mod bus;
mod clipboard;
mod desktop;
mod element;
mod fake_daemon;
mod geometry;
mod hotkey;
mod http;
mod input_method;
mod keeper;
mod keyboard;
mod mail_program;
mod manager;
mod menu;
mod monitors;
mod neighbour;
mod notifications;
mod panel;
mod pointer;
mod popup;
mod processes;
mod program;
mod run;
mod screen;
mod screenshot;
mod session;
mod trace;
mod tray;
mod wait;
mod webdriver;
mod window;

pub use app::{Answer, App};
pub use builder::DesktopBuilder;
pub use bus::Bus;
pub use clipboard::{Clipboard, Holder, NoAnswer};
pub use desktop::{Desktop, Turn};
pub use element::{Element, Key};
pub use fake_daemon::FakeDaemon;
pub use geometry::Rect;
pub use hotkey::{HotkeyTaken, HotkeyTaker};
pub use input_method::InputMethod;
pub use keyboard::Keyboard;
pub use mail_program::{Letter, MailProgram};
pub use menu::MenuRow;
pub use neighbour::Neighbour;
pub use notifications::Notification;
pub use panel::{Edge, Panel};
pub use pointer::Pointer;
pub use popup::Popup;
pub use processes::{Process, Processes, proportional_set_size};
pub use program::Program;
pub use trace::Trace;
pub use tray::{Tray, TrayItem};
pub use wait::{DEADLINE, TimedOut, try_wait_until, wait_until};
pub use webdriver::{Refused, WebDriver};
pub use window::{Window, Windows};
