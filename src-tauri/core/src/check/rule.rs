//! The names of the rules, and what a rule says when it finds something.

use std::fmt;
use std::ops::Range;

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// A rule of the check.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule {
            $($(#[$doc])* $name),+
        }

        impl Rule {
            /// All rules, in the order of the list that people are shown.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The word in files.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word),+
                }
            }

            /// Reads the word in files.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|rule| rule.as_str() == word)
            }
        }
    };
}

rules! {
    /// The whole text is in the other region's characters.
    ScriptMismatch = "script-mismatch",
    /// Some characters are the other region's.
    MixedScript = "mixed-script",
    /// A word that the other region uses.
    RegionWord = "region-word",
    /// 你 to a superior or client, 您 to a colleague.
    PronounRank = "pronoun-rank",
    /// 你 and 您 in one message.
    PronounMixed = "pronoun-mixed",
    /// A form of address that is missing a name, or is not used there.
    Title = "title",
    /// A no that leaves the reader with nothing.
    RefusalWithoutAlternative = "refusal-without-alternative",
    /// More than one apology in three sentences.
    OverApology = "over-apology",
    /// An apology where the wording is meant to be firm.
    ApologyAtFirm = "apology-at-firm",
    /// A bare no or an order to somebody above.
    BluntUpward = "blunt-upward",
    /// A Mainland chat reply that does not first say that it has been received.
    NoAcknowledgement = "no-acknowledgement",
    /// English that Chinese readers take as harsher than it was meant.
    EnglishForChineseReaders = "english-for-chinese-readers",
    /// "can't" for a personal rule, "don't" for somebody else's.
    CantDont = "cant-dont",
    /// A promise that records will be destroyed.
    PromiseToDelete = "promise-to-delete",
    /// A claim that the law goes further than it does.
    LegalOverclaim = "legal-overclaim",
    /// Not there, without saying until when.
    NoTimeOrZone = "no-time-or-zone",
    /// An app that people there do not have.
    WrongApp = "wrong-app",
    /// A reply that reads as a grunt.
    Curt = "curt",
    /// Mainland office jargon in a Taiwan text.
    PrcJargon = "prc-jargon",
    /// A figure of speech that second-language readers may not know.
    Idiom = "idiom",
    /// Ceremony where there is no distance.
    OverHonorificToPeer = "over-honorific-to-peer",
    /// "Please email it" without saying where to.
    RedirectWithoutWhere = "redirect-without-where",
    /// The wrong channel is given what it was told to fetch elsewhere.
    AnswersOnWrongChannel = "answers-on-wrong-channel",
    /// Invisible characters.
    UnsafeCharacters = "unsafe-characters",
    /// Punctuation of another script or place.
    AsciiPunctuation = "ascii-punctuation",
    /// A placeholder that nothing will fill.
    Placeholder = "placeholder",
    /// Longer than a chat message should be.
    TooLong = "too-long",
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; may well be meant.
    Hint,
    /// Most readers there would notice.
    Caution,
    /// Wrong there, or harmful.
    Problem,
}

impl Severity {
    /// The word in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Caution => "caution",
            Self::Problem => "problem",
        }
    }
}

/// What a rule found, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// How much it weighs.
    pub severity: Severity,
    /// Characters of the text; empty where something is missing, or where the subject is meant.
    pub span: Range<usize>,
    /// Who reads it how, and what to do.
    pub message: String,
    /// Words to put there, or a short wording to start from.
    pub suggestion: Option<String>,
}

impl Finding {
    /// A finding without a suggestion.
    pub(super) fn new(
        rule: Rule,
        severity: Severity,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        Self { rule, severity, span, message: message.into(), suggestion: None }
    }

    /// The same with words to put there.
    pub(super) fn suggest(mut self, words: impl Into<String>) -> Self {
        self.suggestion = Some(words.into());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_read_back_from_its_name() {
        assert_eq!(Rule::ALL.len(), 27);
        for rule in Rule::ALL {
            assert_eq!(Rule::parse(rule.as_str()), Some(*rule));
        }
        assert_eq!(Rule::parse("no-such-rule"), None);
    }
}
