//! Settings and contacts as they travel, with every default filled in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::Rank;

/// Everything that can be set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Settings {
    /// The user.
    pub profile: Profile,
    /// The languages of each culture; the first is the default.
    pub languages: BTreeMap<String, Vec<String>>,
    /// How the program behaves.
    pub behaviour: Behaviour,
}

/// The user, as placeholders need them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the keys of settings.toml")]
pub struct Profile {
    pub name: String,
    pub email: String,
    /// Such as `09:00-18:00`.
    pub hours: String,
    /// An IANA name; empty means the machine's.
    pub time_zone: String,
    pub deputy: String,
    pub deputy_email: String,
    pub company: String,
    /// The ids of the reasons that are true for the user.
    pub reasons: Vec<String>,
    /// What the chat app is called, by culture.
    pub app: BTreeMap<String, String>,
}

/// How the program behaves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Behaviour {
    /// Such as `Ctrl+Alt+Space`; empty is none.
    pub hotkey: String,
    /// Whether a copy is announced.
    pub notify_on_copy: bool,
    /// How long the window program stays after the last use.
    pub keep_warm_minutes: u32,
    /// `system`, or a language the program speaks.
    pub language: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// Whether Fencun starts with the desktop session.
    pub start_at_login: bool,
    /// Whether the words are pasted where the focus was, after they were copied.
    pub auto_paste: bool,
    /// Whether the clipboard gets its old text back after a paste.
    pub put_back_clipboard: bool,
    /// Seconds after which a sensitive phrase is taken off the clipboard if it is still there; 0 leaves it.
    pub clear_sensitive_seconds: u32,
    /// Whether Fencun remembers which phrases went to whom, and the answers given for them.
    pub remember_people: bool,
}

/// A person the user answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the keys of contacts.toml")]
pub struct Contact {
    #[serde(default)]
    pub id: String,
    /// The whole name as the user writes it.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub surname: String,
    #[serde(default)]
    pub given: String,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub culture: String,
    pub rank: Rank,
    #[serde(default)]
    pub language: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub app: String,
}
