//! The check: what a reader of the place would stumble over in a phrase, and why. It explains and never rewrites.
//!
//! Rules look at words, never at a network or a model, so the same text always gets the same findings. A phrase may
//! silence a rule with a reason of its own.

mod firmness;
mod fold;
mod markers;
mod reading;
mod regions;
mod rule;
mod rules;
mod setting;
mod words;

use crate::{Audience, Phrase};

use reading::Reading;
use setting::Setting;

pub use markers::Marker;
pub use rule::{Finding, Rule, Severity};

/// What the check should take into account besides the phrase.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// Whom it goes to; None stands for everybody the phrase says it is for.
    pub audience: Option<&'a Audience>,
}

/// What the check has to say about a phrase.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// In the order of the text.
    pub findings: Vec<Finding>,
    /// How many findings the phrase silences.
    pub silenced: usize,
    /// From 1.0, warm, to 4.0, last notice: as the words are, whatever the phrase says of itself.
    pub firmness_score: f64,
    /// The words that make it soft, polite or firm, and what they do to this reader.
    pub markers: Vec<Marker>,
}

/// Checks a phrase for its audience.
pub fn check(phrase: &Phrase, context: &Context<'_>) -> Report {
    let setting = Setting::of(phrase, context.audience);
    let reading = Reading::of(&phrase.text);
    let mut findings = rules::all(&reading, &setting);
    let found = findings.len();
    findings.retain(|finding| !phrase.silenced.contains_key(finding.rule.as_str()));
    findings.sort_by_key(|finding| (finding.span.start, finding.span.end, finding.rule));
    Report {
        silenced: found - findings.len(),
        findings,
        firmness_score: firmness::score(&reading, &setting),
        markers: markers::of(&reading, &setting),
    }
}

/// What a phrase silences under a name that no rule has: it silences nothing.
pub fn unknown_silences(phrase: &Phrase) -> impl Iterator<Item = &str> {
    phrase.silenced.keys().map(String::as_str).filter(|name| Rule::parse(name).is_none())
}

#[cfg(test)]
mod tests;
