//! What Fencun remembers about people, and what it was asked to bring up again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Channel, Filling, Rank};

/// What is remembered about one person the user answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Person {
    /// A contact's id, or the name that was typed into a form.
    pub key: String,
    /// The name people read.
    pub name: String,
    /// The phrases they got, the newest first.
    pub uses: Vec<PersonUse>,
    /// The answers given for them, by placeholder name.
    pub answers: BTreeMap<String, String>,
}

/// A phrase that went to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PersonUse {
    /// The phrase's id.
    pub id: String,
    /// Its title; empty if it is gone.
    pub title: String,
    /// When, in UTC, as RFC 3339.
    pub time: String,
}

/// All that is remembered beside the library.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Memory {
    /// By person, the latest first.
    pub people: Vec<Person>,
    /// How many phrases are remembered as copied.
    pub copied: usize,
    /// How many queries are remembered with what was chosen for them.
    pub queries: usize,
}

/// The next rung for a person who got this situation's phrase lately.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Proposal {
    /// The phrase that is proposed.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its firmness, 1 to 4.
    pub firmness: u8,
    /// The firmness of the one they got.
    pub last_firmness: u8,
    /// The title of the one they got.
    pub last_title: String,
    /// Whole days since then; 0 is today.
    pub days: u32,
    /// The situation's name in the app's language.
    pub situation_name: String,
    /// The name of the person.
    pub name: String,
}

/// A phrase that comes back later.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Reminder {
    /// Names it.
    pub number: u64,
    /// The phrase's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// For whom, in the app's language: a name, or culture and rank.
    pub whom: String,
    /// As what they are written to.
    pub rank: Rank,
    /// When it comes back, in UTC, as RFC 3339.
    pub due: String,
    /// Whether it has come back already and waits to be copied or dropped.
    pub came: bool,
    /// What copies it, for the person it was put off for.
    pub filling: Filling,
    /// Where it goes.
    pub channel: Channel,
}
