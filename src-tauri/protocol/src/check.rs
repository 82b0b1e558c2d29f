//! What the check says about words, as it travels.

use serde::{Deserialize, Serialize};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth a thought.
    Hint,
    /// Most readers would stumble.
    Caution,
    /// It will be read wrongly, or costs face.
    Problem,
}

/// One thing the check found; offsets in characters of the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Finding {
    /// The rule's name.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// The first character.
    pub start: usize,
    /// One past the last; the same as `start` if it is about the whole.
    pub end: usize,
    /// What is wrong and why, for a reader.
    pub message: String,
    /// What to write instead; may be empty.
    pub suggestion: String,
}

/// A word that makes a message softer or firmer; offsets in characters of the words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Marker {
    /// The first character.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it does, for a reader.
    pub does: String,
}

/// What the check says about a phrase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Checked {
    /// 1.0 warm to 4.0 last notice, by the words alone.
    pub firmness_score: f64,
    /// What the score rests on.
    pub markers: Vec<Marker>,
    /// What may be wrong, the worst first.
    pub findings: Vec<Finding>,
    /// What would have been said but for a reason the author gave.
    pub silenced: Vec<Silenced>,
}

/// A finding an author has answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Silenced {
    /// The finding.
    pub finding: Finding,
    /// Why it does not count here.
    pub why: String,
}
