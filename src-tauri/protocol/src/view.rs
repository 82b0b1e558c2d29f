//! What the resident program answers: values drawn up for a door, in the app's own language.

use serde::{Deserialize, Serialize};

use crate::{Audience, Channel, Filter, Layer, Phrase, Proposal, Rank};

/// A phrase as one line of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Row {
    /// The phrase's id.
    pub id: String,
    /// Its title, in `language`.
    pub title: String,
    /// The BCP 47 tag of title and words.
    pub language: String,
    /// The situation's id and its name in the app's language.
    pub situation: String,
    /// The name behind `situation`.
    pub situation_name: String,
    /// The culture's id.
    pub culture: String,
    /// The name behind `culture`.
    pub culture_name: String,
    /// For whom it is.
    pub rank: Vec<Rank>,
    /// 1 warm to 4 last notice.
    pub firmness: u8,
    /// Where the reply goes.
    pub channel: Channel,
    /// What it means, in the app's language where there is such a gloss; else the start of the words.
    pub gloss: String,
    /// The language of `gloss`.
    pub gloss_language: String,
    /// Whether a form will open before it can be copied.
    pub open: bool,
    /// Where it comes from.
    pub layer: Layer,
    /// Whether it stands in place of a shipped or shared phrase.
    pub overrides: bool,
    /// Whether it is a favourite.
    pub favourite: bool,
    /// The name of the reason its words give, if the user has not marked that one as true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub untrue: Option<String>,
}

/// A field of a phrase in which something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the fields of a phrase")]
pub enum MatchField {
    Title,
    Text,
    Situation,
    Tags,
    Gloss,
    Reason,
}

/// Where the query was found; offsets in characters (Unicode scalar values) of that field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Match {
    /// Which field. Tags are counted as one text, parted by a comma and a blank.
    pub field: MatchField,
    /// The first character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// Whether what stands there is another word than was typed: one that means the same, or nearly the same letters.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<bool>", optional))]
    pub near: bool,
}

/// A marked part of an excerpt; offsets in characters of its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Mark {
    /// The first character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// As in [`Match`].
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(as = "Option<bool>", optional))]
    pub near: bool,
}

/// A line from inside a phrase that shows what its title does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Excerpt {
    /// Where it is from.
    pub field: MatchField,
    /// The BCP 47 tag of the text; tags have none.
    pub language: Option<String>,
    /// At most 60 columns, cut between words, with … where something was left out.
    pub text: String,
    /// What was found in it.
    pub marks: Vec<Mark>,
}

/// A phrase that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Hit {
    /// The phrase.
    pub row: Row,
    /// Higher is better; only the order means something.
    pub score: f64,
    /// Where the query was found.
    pub matches: Vec<Match>,
    /// Whether it is for the audience that was asked for.
    pub here: bool,
    /// A line from inside it, where the title does not show all that was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub excerpt: Option<Excerpt>,
    /// How the find came about, where that is not plain: `yóuxiāng`, `ㄧㄡˊ ㄒㄧㄤ`, or `信箱 = 郵箱`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub reading: Option<String>,
}

/// What a search found: first the audience's own, then the others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Found {
    /// At most as many as were asked for.
    pub hits: Vec<Hit>,
    /// How many phrases of the audience match in all.
    pub here: usize,
    /// How many others match in all.
    pub elsewhere: usize,
    /// The next rung for the person the user is writing to, if they got the one before lately.
    #[serde(default)]
    pub proposal: Option<Proposal>,
}

/// A piece of filled words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// What stands there; of an open placeholder its name in braces.
    pub text: String,
    /// The placeholder behind it.
    pub name: Option<String>,
    /// Where it begins in the phrase's own text, in characters.
    pub start: usize,
}

/// What a piece of filled words is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum PartKind {
    /// As written in the pack.
    Words,
    /// A placeholder with its value.
    Filled,
    /// A placeholder nobody has filled.
    Open,
}

/// What kind of value an open placeholder takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the three words explain themselves")]
pub enum FieldKind {
    Text,
    Date,
    Time,
}

/// A placeholder that waits for the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OpenField {
    /// Its name, without braces.
    pub name: String,
    /// What a form calls it, in the app's language.
    pub label: String,
    /// What it takes.
    pub kind: FieldKind,
    /// The key of settings.toml where the value belongs if it belongs to the profile, such as `profile.email`.
    pub setting: Option<String>,
    /// What was given for this person the last time.
    #[serde(default)]
    pub remembered: Option<String>,
}

/// One firmness of the situation, for this audience.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Rung {
    /// 1 to 4.
    pub firmness: u8,
    /// The phrase there, if one exists.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
}

/// How a phrase reads to the person it is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Preview {
    /// The words.
    pub parts: Vec<Part>,
    /// The subject, of an email.
    pub subject: Vec<Part>,
    /// What must be filled in before it can be copied, in the order of the words.
    pub open: Vec<OpenField>,
    /// What the words mean, in the app's language if possible.
    pub gloss: String,
    /// The language of `gloss`.
    pub gloss_language: String,
    /// Why it works, in the app's language if possible.
    pub note: String,
    /// The language of `note`.
    pub note_language: String,
    /// The name of the reason it gives, if any.
    pub reason_name: Option<String>,
    /// What the chat app is called to this audience, such as LINE.
    pub app: String,
    /// The four firmnesses of the situation for this audience.
    pub ladder: Vec<Rung>,
    /// The phrase as a line of a list; None of words that are not saved.
    pub row: Option<Row>,
}

/// One phrase for the editor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PhraseView {
    /// The phrase as it stands.
    pub phrase: Phrase,
    /// The shipped or shared phrase it stands in for.
    pub original: Option<Phrase>,
    /// Whether it is a favourite.
    pub favourite: bool,
    /// What is wrong with its entry.
    pub problems: Vec<Problem>,
}

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
