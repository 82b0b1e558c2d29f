//! What a search finds: phrases as lines of a list, and where in them it was found.

use serde::{Deserialize, Serialize};

use crate::{Channel, Layer, Proposal, Rank};

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
