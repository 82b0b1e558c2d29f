//! What the resident program answers: values drawn up for a door, in the app's own language.

use serde::{Deserialize, Serialize};

use crate::{Audience, Filter, Layer, Rank, Row};

/// A thing to choose, with its name in the app's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Choice {
    /// The id in files.
    pub id: String,
    /// The name people read.
    pub name: String,
    /// One line of help; may be empty.
    pub help: String,
    /// The languages, of a culture; else empty.
    pub languages: Vec<String>,
}

/// Everything an editor or a facet offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Choices {
    /// In the order of the settings.
    pub cultures: Vec<Choice>,
    /// In the order of need.
    pub situations: Vec<Choice>,
    /// Grounds for a boundary.
    pub reasons: Vec<Choice>,
    /// Tag and own name.
    pub languages: Vec<Choice>,
    /// All packs.
    pub packs: Vec<Pack>,
    /// The placeholders Fencun computes, with a sentence each in `help`.
    pub placeholders: Vec<Choice>,
}

/// Whom the user writes to, and whom they could.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AudienceState {
    /// Now.
    pub audience: Audience,
    /// The contact behind it, by id.
    pub contact: Option<String>,
    /// The cultures with their languages, in order.
    pub cultures: Vec<Choice>,
    /// Language tags with the names people read.
    pub languages: Vec<Choice>,
}

/// What was copied for whom; never the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Copied {
    /// The phrase's id.
    pub id: String,
    /// The situation's name in the app's language.
    pub situation: String,
    /// The culture's name.
    pub culture: String,
    /// For whom.
    pub rank: Rank,
    /// Whether the mail program was opened too.
    pub mail: bool,
    /// Whether the words will be pasted too, once the window that had the focus has it again.
    #[serde(default)]
    pub paste: Paste,
}

/// What becomes of the words after they were copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Paste {
    /// The person pastes: auto-paste is off.
    #[default]
    Off,
    /// They are pasted where the focus was.
    Will,
    /// This desktop lets no program paste: the person presses Ctrl+V.
    Cannot,
}

/// What the settings window's list asks for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Browse {
    /// What was typed.
    #[serde(default)]
    pub query: String,
    /// What is set in the facets.
    #[serde(default)]
    pub filter: Filter,
    /// The first row.
    #[serde(default)]
    pub offset: usize,
    /// At most so many rows.
    pub limit: usize,
}

/// One value of a facet and how many phrases it would leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FacetValue {
    /// The id.
    pub id: String,
    /// The name people read.
    pub name: String,
    /// How many phrases, with the other facets as they are.
    pub count: usize,
}

/// A facet: one property to narrow the list by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Facet {
    /// `culture`, `language`, `rank`, `situation`, `firmness`, `reason` or `pack`.
    pub id: String,
    /// What can be set.
    pub values: Vec<FacetValue>,
}

/// One page of the library.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BrowsePage {
    /// The rows from `offset` on.
    pub rows: Vec<Row>,
    /// How many pass query and filter.
    pub total: usize,
    /// How many there are in all.
    pub all: usize,
    /// The facets.
    pub facets: Vec<Facet>,
}

/// A pack in the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Pack {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its layer.
    pub layer: Layer,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Under which licence.
    pub licence: String,
    /// The file, for packs that are files.
    pub file: Option<String>,
    /// How many phrases it holds.
    pub phrases: usize,
    /// How many problems its file has.
    pub problems: usize,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum ProblemKind {
    /// The entry or file is not in the library.
    Left,
    /// It is in the library, with a remark.
    Remark,
}

/// What a person can mend in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The line, from 1; None is about the whole file.
    pub line: Option<usize>,
    /// The phrase it is about, if it has an id.
    pub id: Option<String>,
    /// What is wrong and what to do, in English.
    pub message: String,
    /// How bad it is.
    pub kind: ProblemKind,
    /// Whether the history has a last good version of the file that can be put back.
    #[serde(default)]
    pub mendable: bool,
}

/// A change that is safe on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Saved {
    /// The phrase's id.
    pub id: String,
    /// The number of the operation in the history; None if nothing had to change.
    pub step: Option<u64>,
    /// Where the user's wording lies, if somebody else had changed the same words meanwhile: the id of the phrase beside.
    #[serde(default)]
    pub beside: Option<String>,
}

/// Which situations and ranks each pack answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Packs that hold phrases, in order.
    pub packs: Vec<PackCoverage>,
}

/// Which situations and ranks one pack answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackCoverage {
    /// The pack's id.
    pub pack: String,
    /// Every situation for every rank.
    pub cells: Vec<Cell>,
}

/// One situation and rank of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// The situation's id.
    pub situation: String,
    /// Who they are to the user.
    pub rank: Rank,
    /// How many phrases are written for it.
    pub count: usize,
    /// The firmnesses that are there.
    pub firmness: Vec<u8>,
    /// The rank whose phrase serves here, where none is written for it.
    pub served_by: Option<Rank>,
}

/// What a look at packs and history found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verified {
    /// How many packs were read.
    pub packs: usize,
    /// How many operations the history holds.
    pub operations: usize,
    /// How many old versions it keeps.
    pub versions: usize,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

/// Whether the hotkey works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "state", rename_all = "lowercase")]
pub enum HotkeyState {
    /// The user wants none.
    Off,
    /// It opens the palette.
    Active {
        /// As set.
        key: String,
    },
    /// Another program has it.
    Taken {
        /// As set.
        key: String,
    },
    /// The text is not a key, or this keyboard lacks it.
    Unknown {
        /// As set.
        key: String,
    },
    /// This desktop lets no program have a global key; a command can be bound in its settings.
    Unavailable {
        /// The command to bind.
        command: String,
    },
}

/// How the program stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Status {
    /// Of the resident program.
    pub version: String,
    /// The language the app speaks now: `en`, `zh-Hant-TW` or `zh-Hans-CN`.
    pub language: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// How the hotkey stands.
    pub hotkey: HotkeyState,
    /// Whether a tray shows the icon.
    pub tray: bool,
    /// Whether the profile still lacks what most phrases need.
    pub first_run: bool,
    /// How many problems the files have.
    pub problems: usize,
    /// How many phrases there are.
    pub phrases: usize,
    /// Minutes the window program stays after the last use.
    pub keep_warm_minutes: u32,
    /// Phrases that will come back, or have and wait.
    #[serde(default)]
    pub reminders: usize,
    /// Whether the words are pasted after a copy.
    #[serde(default)]
    pub auto_paste: bool,
    /// Whether this desktop lets Fencun paste.
    #[serde(default)]
    pub can_paste: bool,
    /// Whether packs are still being read: what is on show may not be all.
    #[serde(default)]
    pub loading: bool,
}

/// Where the files are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "each is the folder or file of that name")]
pub struct Paths {
    pub home: String,
    pub config: String,
    pub library: String,
    pub state: String,
    pub socket: String,
}
