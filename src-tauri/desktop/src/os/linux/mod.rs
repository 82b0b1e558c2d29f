//! Linux: X11 where there is a display, D-Bus where there is a session bus, and neither is needed to start.

mod clipboard;
mod hotkey;
mod login;
mod mail;
mod memory;
mod notifier;
mod paste;
mod place;
mod tray;
mod x11;

pub(crate) use clipboard::{ReadBack, clear_if, read_text, set_text};
pub use hotkey::SystemHotkey;
pub(crate) use login::{starts_at_login, write_login};
pub(crate) use mail::open_link;
pub use memory::give_back_memory;
pub(crate) use notifier::Screen;
pub(crate) use paste::{Target, can_paste, focused, paste};
pub use place::socket_dir;
pub(crate) use place::user_language;
pub use tray::Tray;

/// Runs the program. Tray and hotkey have threads of their own here, so the first thread is free for it.
pub fn run<T: Send + 'static>(program: impl FnOnce() -> T + Send + 'static) -> T {
    memory::keep_one_heap();
    program()
}
