//! A phrase and its audience as they travel: the keys are those of a pack file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Text by language tag, such as `{"en": "…", "zh-Hant-TW": "…"}`.
pub type Localized = BTreeMap<String, String>;

/// Who the other person is to the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the four words explain themselves")]
pub enum Rank {
    Junior,
    Peer,
    Senior,
    Client,
}

/// Where the reply goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// Into the app they used.
    Chat,
    /// As an email, with a subject.
    Email,
}

/// Where a phrase comes from; a later layer replaces an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Layer {
    /// Built into the program.
    Shipped,
    /// A pack in the library folder.
    Shared,
    /// The user's own pack, `mine.toml`.
    Mine,
}

/// Whom the user is writing to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Audience {
    /// A culture's id, such as `taiwan`.
    pub culture: String,
    /// Who they are to the user.
    pub rank: Rank,
    /// The BCP 47 tag of the wording.
    pub language: String,
}

/// A phrase as one line of a list; a whole [`Phrase`] can be read as one too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Titled {
    /// The phrase's id.
    pub id: String,
    /// Its label.
    pub title: String,
}

/// One phrase with the keys of its file, and where it comes from.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the keys of the pack format")]
pub struct Phrase {
    pub id: String,
    pub situation: String,
    pub culture: String,
    pub language: String,
    pub rank: Vec<Rank>,
    pub firmness: u8,
    pub channel: Channel,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reason: Option<String>,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub subject: Option<String>,
    pub text: String,
    pub gloss: Localized,
    pub note: Localized,
    pub tags: Vec<String>,
    pub serves: Localized,
    pub sensitive: bool,
    pub silenced: Localized,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub source: Option<String>,
    /// The id of the pack it is in.
    pub pack: String,
    /// The layer of that pack.
    pub layer: Layer,
}

/// The words of a phrase are the user's: debugging output shows its id only.
impl std::fmt::Debug for Phrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Phrase").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What an editor sends to be kept: a whole phrase without its origin.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "the keys of the pack format")]
pub struct PhraseDraft {
    /// None asks for one made from the title.
    #[serde(default)]
    pub id: Option<String>,
    pub situation: String,
    pub culture: String,
    pub language: String,
    pub rank: Vec<Rank>,
    pub firmness: u8,
    pub channel: Channel,
    #[serde(default)]
    pub reason: Option<String>,
    pub title: String,
    #[serde(default)]
    pub subject: Option<String>,
    pub text: String,
    #[serde(default)]
    pub gloss: Localized,
    #[serde(default)]
    pub note: Localized,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub sensitive: bool,
}

impl std::fmt::Debug for PhraseDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PhraseDraft").field("id", &self.id).finish_non_exhaustive()
    }
}
