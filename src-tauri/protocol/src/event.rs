//! What the resident program tells the window program.

use serde::{Deserialize, Serialize};

/// One of the two windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum WindowName {
    /// The search box that copies.
    Palette,
    /// The library and everything that can be set.
    Settings,
}

/// Where on the screen a window should open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "at")]
pub enum Place {
    /// On the monitor with the pointer.
    #[default]
    Pointer,
    /// Near a point in physical pixels of the whole desktop, such as the tray icon.
    Near {
        /// From the left.
        x: i32,
        /// From the top.
        y: i32,
    },
}

/// One line to the window program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// Shows a window and gives it the focus; answered by `Done` with the number.
    Open {
        /// Counts up; a late answer to an earlier one is not mistaken for this one's.
        number: u64,
        /// Which window.
        window: WindowName,
        /// Where.
        place: Place,
        /// Hides it instead if it is shown.
        toggle: bool,
        /// The phrase to show in it.
        phrase: Option<String>,
        /// What a new phrase begins with, in the settings.
        write: Option<String>,
        /// What lets a window take the focus on Wayland.
        activation_token: Option<String>,
    },
    /// The library, the settings or the audience are others than before: pages ask again.
    Changed,
    /// Ends the window program.
    Quit,
}
