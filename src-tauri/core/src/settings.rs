//! What the user has set, as plain values; reading and writing the files is the store's business.

use std::collections::BTreeMap;

use crate::{CultureId, Language, Rank, ReasonId};

/// The user, as placeholders need them. An empty text is not set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// How the user signs.
    pub name: String,
    /// Where work messages should go.
    pub email: String,
    /// Such as `09:00-18:00`, in the user's own time zone.
    pub hours: String,
    /// An IANA name; empty means the machine's.
    pub time_zone: String,
    /// Who stands in.
    pub deputy: String,
    /// Where the deputy is reached.
    pub deputy_email: String,
    /// Where the user works.
    pub company: String,
    /// The reasons that are true for the user.
    pub reasons: Vec<ReasonId>,
    /// What the chat app is called to people of a culture.
    pub app: BTreeMap<CultureId, String>,
}

/// How the program behaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behaviour {
    /// Such as `Ctrl+Alt+Space`; empty is none.
    pub hotkey: String,
    /// Whether a copy is announced.
    pub notify_on_copy: bool,
    /// Minutes the window program stays after the last use.
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
    /// Whether is remembered which phrases went to whom, and the answers given for them.
    pub remember_people: bool,
}

impl Default for Behaviour {
    fn default() -> Self {
        Self {
            hotkey: "Ctrl+Alt+Space".into(),
            notify_on_copy: true,
            keep_warm_minutes: 30,
            language: "system".into(),
            theme: "system".into(),
            start_at_login: false,
            auto_paste: false,
            put_back_clipboard: false,
            clear_sensitive_seconds: 45,
            remember_people: true,
        }
    }
}

/// Everything that can be set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The user.
    pub profile: Profile,
    /// The languages per culture, in the order of the file; the first of each is its default.
    pub languages: Vec<(CultureId, Vec<Language>)>,
    /// How the program behaves.
    pub behaviour: Behaviour,
}

/// A person the user answers. An empty text is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// What scripts call them.
    pub id: String,
    /// The whole name as the user writes it.
    pub name: String,
    /// The family name.
    pub surname: String,
    /// The given name.
    pub given: String,
    /// How they are addressed after or before the name: 經理, 总, Ms.
    pub title: String,
    /// Where they are from.
    pub culture: CultureId,
    /// Who they are to the user.
    pub rank: Rank,
    /// What the user writes to them in; empty takes the culture's default.
    pub language: String,
    /// Their address.
    pub email: String,
    /// What they write in, such as LINE; empty takes the profile's.
    pub app: String,
}
