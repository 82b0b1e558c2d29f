//! One file per family of rules. A rule looks at a reading and its setting and adds what it finds.

mod address;
mod apology;
mod channel;
mod english;
mod legal;
mod place;
mod placeholders;
mod punctuation;
mod reasons;
mod refusal;
mod reply;
mod script;
mod time;
mod unsafe_characters;

pub(super) use apology::apologies;
pub(super) use english::orders;

use super::reading::Reading;
use super::rule::Finding;
use super::setting::Setting;

type Check = fn(&Reading, &Setting<'_>, &mut Vec<Finding>);

const CHECKS: &[Check] = &[
    script::script,
    place::region_words,
    place::jargon,
    place::wrong_app,
    address::pronouns,
    address::title,
    address::honorifics,
    refusal::without_alternative,
    refusal::blunt_upward,
    apology::too_many,
    apology::where_firm,
    reply::acknowledgement,
    reply::curt,
    reply::too_long,
    english::for_chinese_readers,
    english::idioms,
    reasons::cant_dont,
    legal::promise_to_delete,
    legal::overclaim,
    time::no_time_or_zone,
    channel::without_where,
    channel::answers,
    unsafe_characters::unsafe_characters,
    punctuation::punctuation,
    placeholders::placeholders,
];

/// Everything that the rules find.
pub(super) fn all(reading: &Reading, setting: &Setting<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for check in CHECKS {
        check(reading, setting, &mut found);
    }
    found
}
