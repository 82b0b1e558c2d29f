//! Whom a text is for, as the rules ask about it.

use crate::{Audience, Channel, CultureId, Language, Phrase, Rank};

/// Whose words, titles and punctuation a Chinese text is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Taiwan,
    Mainland,
    Elsewhere,
}

/// A phrase and whom it is for.
pub(super) struct Setting<'a> {
    pub(super) phrase: &'a Phrase,
    pub(super) place: Place,
    pub(super) chinese: bool,
    pub(super) english: bool,
    pub(super) ranks: Vec<Rank>,
    pub(super) traditional: bool,
}

impl<'a> Setting<'a> {
    pub(super) fn of(phrase: &'a Phrase, audience: Option<&Audience>) -> Self {
        let culture = audience.map_or(&phrase.culture, |audience| &audience.culture);
        let language = audience.map_or(&phrase.language, |audience| &audience.language);
        let ranks = audience.map_or_else(|| phrase.ranks.clone(), |audience| vec![audience.rank]);
        let place = place(culture, language);
        let traditional = match place {
            Place::Taiwan => true,
            Place::Mainland => false,
            Place::Elsewhere => language.as_str().contains("Hant"),
        };
        Self {
            phrase,
            place,
            chinese: language.is_chinese(),
            english: language.is_english(),
            ranks,
            traditional,
        }
    }

    /// Whether somebody above, or who pays, may read it.
    pub(super) fn upward(&self) -> bool {
        self.ranks.iter().any(|rank| matches!(rank, Rank::Senior | Rank::Client))
    }

    /// Whether only colleagues of the same standing or below read it.
    pub(super) fn among_peers(&self) -> bool {
        !self.upward()
    }

    pub(super) fn is_for(&self, rank: Rank) -> bool {
        self.ranks.contains(&rank)
    }

    pub(super) fn firmness(&self) -> u8 {
        self.phrase.firmness.value()
    }

    pub(super) fn chat(&self) -> bool {
        self.phrase.channel == Channel::Chat
    }

    pub(super) fn situation(&self) -> &str {
        self.phrase.situation.as_str()
    }

    /// What readers there are called in a message.
    pub(super) fn readers(&self) -> &'static str {
        match self.place {
            Place::Taiwan => "readers in Taiwan",
            Place::Mainland => "readers in the Mainland",
            Place::Elsewhere => "readers",
        }
    }
}

fn place(culture: &CultureId, language: &Language) -> Place {
    match culture.as_str() {
        "taiwan" => return Place::Taiwan,
        "shanghai" => return Place::Mainland,
        _ => {}
    }
    let tag = language.as_str();
    if tag.starts_with("zh") && tag.ends_with("-TW") {
        Place::Taiwan
    } else if tag == "zh" || tag.starts_with("zh-Hans") || tag == "zh-CN" {
        Place::Mainland
    } else {
        Place::Elsewhere
    }
}
