//! What the tray shows and what it tells; drawing it is the system's business.

use fencun_core::menu::{Action, Item};

pub use crate::os::Tray;

/// What the tray shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrayFace {
    /// The name of the program.
    pub title: String,
    /// What it says under the pointer, plain text.
    pub tooltip: String,
    /// The menu.
    pub items: Vec<Item>,
}

/// What happened at the tray.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrayEvent {
    /// The icon itself was clicked.
    Activated {
        /// Where, in pixels of the screen; 0 where the desktop does not say.
        x: i32,
        /// As `x`.
        y: i32,
        /// What lets a window come to the front on Wayland.
        token: Option<String>,
    },
    /// A line of the menu was clicked.
    Chosen {
        /// What it asks for.
        action: Action,
        /// What lets a window come to the front on Wayland.
        token: Option<String>,
    },
    /// Something shows the icon.
    HostOnline,
    /// Nothing shows the icon; it comes back by itself when something does.
    HostOffline,
}

/// A label without the meaning that `mark` has in menus; a menu needs some text to click on.
pub(crate) fn menu_label(label: &str, mark: char) -> String {
    if label.is_empty() {
        return "—".to_owned();
    }
    label.replace(mark, &format!("{mark}{mark}"))
}
