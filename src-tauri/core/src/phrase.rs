//! A phrase: words that set one boundary, tuned to one culture and one audience.
//!
//! Plain values only. Reading them from a pack is [`crate::pack`]'s business.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// Names one kind of id: text that outlives rewording, compared byte for byte.
///
/// Cheap to clone: the phrases of a large library share the few cultures, languages and situations there are.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes any text; what an id may hold is the pack reader's rule.
            pub fn new(id: impl AsRef<str>) -> Self {
                Self(id.as_ref().into())
            }

            /// The id as written in files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        /// Text that others may share.
        impl From<Arc<str>> for $name {
            fn from(id: Arc<str>) -> Self {
                Self(id)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id! {
    /// Outlives rewording and moving between packs; favourites refer to it.
    PhraseId
}
id! {
    /// What is happening, such as `move-to-email`.
    SituationId
}
id! {
    /// What a wording is tuned to, such as `taiwan`.
    CultureId
}
id! {
    /// Why a boundary exists, such as `company-rule`.
    ReasonId
}
id! {
    /// One file of phrases.
    PackId
}
id! {
    /// The BCP 47 tag of a wording, such as `zh-Hant-TW`.
    Language
}

impl Language {
    /// Whether the wording is Chinese, in any script.
    pub fn is_chinese(&self) -> bool {
        &*self.0 == "zh" || self.0.starts_with("zh-")
    }

    /// Whether the wording is English, of any region.
    pub fn is_english(&self) -> bool {
        &*self.0 == "en" || self.0.starts_with("en-")
    }

    /// Whether a text tagged `other` serves a reader of this language: the same tag, or one is the start of the other.
    pub fn serves(&self, other: &Language) -> bool {
        let (a, b) = (self.as_str(), other.as_str());
        a == b
            || a.strip_prefix(b).is_some_and(|rest| rest.starts_with('-'))
            || b.strip_prefix(a).is_some_and(|rest| rest.starts_with('-'))
    }
}

/// Text by language, for a gloss, a note or a name.
///
/// A sorted slice: a map would take up half a kilobyte for two texts, and every phrase has two of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized(Box<[(Language, Box<str>)]>);

impl Localized {
    /// Takes the texts as they are; of two in one language, the last.
    pub fn new(texts: impl IntoIterator<Item = (Language, String)>) -> Self {
        let sorted: BTreeMap<Language, String> = texts.into_iter().collect();
        Self(sorted.into_iter().map(|(language, text)| (language, text.into_boxed_str())).collect())
    }

    /// The text for a reader of `language`, else English, else any; with the language it is in.
    pub fn best(&self, language: &Language) -> Option<(&Language, &str)> {
        let texts = || self.0.iter();
        let found = texts()
            .find(|(tag, _)| tag == language)
            .or_else(|| texts().find(|(tag, _)| language.serves(tag)))
            .or_else(|| texts().find(|(tag, _)| tag.is_english()))
            .or_else(|| texts().next())?;
        Some((&found.0, &found.1))
    }

    /// All texts, by language tag.
    pub fn iter(&self) -> impl Iterator<Item = (&Language, &str)> {
        self.0.iter().map(|(language, text)| (language, &**text))
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Who they are to the user. The order is that of rising distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rank {
    /// Reports to the user, or is younger in the work.
    Junior,
    /// Of the same standing.
    Peer,
    /// Above the user.
    Senior,
    /// Pays.
    Client,
}

impl Rank {
    /// All four, in order.
    pub const ALL: [Self; 4] = [Self::Junior, Self::Peer, Self::Senior, Self::Client];

    /// The word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Junior => "junior",
            Self::Peer => "peer",
            Self::Senior => "senior",
            Self::Client => "client",
        }
    }

    /// Reads the word in files.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rank| rank.as_str() == word)
    }
}

/// How firm a wording is: 1 warm, 2 clear, 3 firm, 4 last notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Firmness(u8);

/// A firmness outside 1 to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("firmness is 1 (warm) to 4 (last notice), not {0}")]
pub struct FirmnessError(pub i64);

impl Firmness {
    /// All four, softest first.
    pub const ALL: [Self; 4] = [Self(1), Self(2), Self(3), Self(4)];

    /// Accepts 1 to 4.
    ///
    /// # Errors
    /// Any other number.
    pub fn new(value: i64) -> Result<Self, FirmnessError> {
        match u8::try_from(value) {
            Ok(small @ 1..=4) => Ok(Self(small)),
            _ => Err(FirmnessError(value)),
        }
    }

    /// 1 to 4.
    pub fn value(self) -> u8 {
        self.0
    }
}

/// Where the reply goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// Into the app they used.
    Chat,
    /// As an email, with a subject.
    Email,
}

impl Channel {
    /// The word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chat => "chat",
            Self::Email => "email",
        }
    }

    /// Reads the word in files.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Chat, Self::Email].into_iter().find(|channel| channel.as_str() == word)
    }
}

/// Whom the user is writing to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Audience {
    /// What the wording is tuned to.
    pub culture: CultureId,
    /// Who they are to the user.
    pub rank: Rank,
    /// What it is written in; another matter than the culture.
    pub language: Language,
}

impl Audience {
    /// This audience where a phrase is written for it; else the one the phrase is for, as near as possible.
    pub fn fitting(&self, phrase: &Phrase) -> Self {
        let rank = if phrase.ranks.contains(&self.rank) {
            self.rank
        } else {
            phrase.ranks.first().copied().unwrap_or(self.rank)
        };
        Self { culture: phrase.culture.clone(), rank, language: phrase.language.clone() }
    }
}

/// Words to copy, with what a person needs to choose them well.
#[derive(Clone, PartialEq)]
pub struct Phrase {
    /// Outlives rewording and moving between packs.
    pub id: PhraseId,
    /// What is happening.
    pub situation: SituationId,
    /// What the wording is tuned to.
    pub culture: CultureId,
    /// What it is written in.
    pub language: Language,
    /// For whom; at least one.
    pub ranks: Vec<Rank>,
    /// How firm it is.
    pub firmness: Firmness,
    /// Where the reply goes.
    pub channel: Channel,
    /// The ground it gives, if it gives one.
    pub reason: Option<ReasonId>,
    /// The label, in the phrase's language.
    pub title: String,
    /// The subject, of an email.
    pub subject: Option<String>,
    /// The words themselves, byte for byte as written, without the final newline of the file.
    pub text: String,
    /// What the words mean.
    pub gloss: Localized,
    /// Why this works, and when not to use it.
    pub note: Localized,
    /// Free words to find it by.
    pub tags: Vec<String>,
    /// Why a neighbouring rank may use it too.
    pub serves: BTreeMap<Rank, String>,
    /// Whether clipboard histories should leave it alone.
    pub sensitive: bool,
    /// Rules of the check that do not apply, with the reason.
    pub silenced: BTreeMap<String, String>,
    /// Where the wording comes from.
    pub source: Option<String>,
}

impl Phrase {
    /// Whether it is written for this audience.
    pub fn is_for(&self, audience: &Audience) -> bool {
        self.culture == audience.culture
            && self.language == audience.language
            && self.ranks.contains(&audience.rank)
    }
}

/// The words of a phrase are the user's: debugging output shows its id only.
impl fmt::Debug for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Phrase").field("id", &self.id).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn firmness_is_one_to_four() {
        assert_eq!(Firmness::new(4).map(Firmness::value), Ok(4));
        assert_eq!(Firmness::new(0), Err(FirmnessError(0)));
        assert_eq!(Firmness::new(260), Err(FirmnessError(260)));
    }

    #[test]
    fn a_text_is_found_in_the_readers_language_else_in_english() {
        let texts = Localized::new(
            [("en", "hello"), ("zh-Hant-TW", "您好")].map(|(l, t)| (Language::new(l), t.to_owned())),
        );
        let check = |reader: &str, expected: &str| {
            assert_eq!(texts.best(&Language::new(reader)).map(|(_, text)| text), Some(expected), "{reader}");
        };
        check("zh-Hant-TW", "您好");
        check("zh-Hant", "您好");
        check("en-GB", "hello");
        check("ja", "hello");
    }
}
