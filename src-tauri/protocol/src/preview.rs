//! One phrase as it reads: its words in parts, what is open in them, its rungs.

use serde::{Deserialize, Serialize};

use crate::{Phrase, Problem, Row};

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
