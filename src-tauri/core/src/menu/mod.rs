//! The tray menu as plain values; drawing it is the tray's business.

mod build;
mod label;
mod sorted;

use crate::{Audience, PhraseId};

pub use build::{MenuInput, MenuWords, TOP};
pub use label::one_line;

/// One line of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A line between groups.
    Separator,
    /// Something to click.
    Entry {
        /// One line, at most [`LABEL_COLUMNS`] wide; underscores as they are.
        label: String,
        /// What a click does.
        action: Action,
        /// The key that does the same, such as `Ctrl+Alt+Space`.
        shortcut: Option<String>,
    },
    /// Exactly one of several.
    Radio {
        /// Label and action of each.
        options: Vec<(String, Action)>,
        /// Which one holds.
        selected: Option<usize>,
    },
    /// A menu behind a label; greyed out when it is empty.
    Submenu {
        /// One line.
        label: String,
        /// What is in it.
        items: Vec<Item>,
    },
}

/// The widest label, in columns: a Chinese character takes two.
pub const LABEL_COLUMNS: usize = 60;

/// What a click in the menu asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Copies a phrase for an audience, or opens its form, or its mail.
    Copy {
        /// Which phrase.
        id: PhraseId,
        /// For whom.
        audience: Audience,
    },
    /// Writes to somebody else from now on.
    SetAudience(Audience),
    /// Opens the palette.
    OpenPalette,
    /// Opens the settings window.
    OpenSettings,
    /// Ends the program.
    Quit,
}

#[cfg(test)]
mod tests;
