//! The words that make a message polite, soft or firm, and what they do to this reader.

use std::ops::Range;

use crate::Rank;

use super::reading::Reading;
use super::rules::apologies;
use super::setting::{Place, Setting};
use super::words::Class;

/// Words in a text and what they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// The words as written.
    pub text: String,
    /// Where they stand, in characters.
    pub span: Range<usize>,
    /// What they do to a reader of this culture and rank.
    pub effect: String,
}

const CLASSES: &[Class] = &[
    Class::Thanks,
    Class::Warm,
    Class::Soft,
    Class::Request,
    Class::Acknowledge,
    Class::Before,
    Class::LastNotice,
    Class::Consequence,
    Class::Sanction,
    Class::Reproach,
    Class::Pressing,
    Class::Condition,
    Class::Duty,
    Class::Rule,
    Class::BareNo,
    Class::Order,
    Class::Honorific,
];

/// All markers, in the order of the text.
pub(super) fn of(reading: &Reading, setting: &Setting<'_>) -> Vec<Marker> {
    let mut markers: Vec<Marker> = Vec::new();
    for (number, span) in apologies(reading).into_iter().enumerate() {
        markers.push(marker(reading, span, apology(number, setting)));
    }
    for class in CLASSES {
        for span in reading.all(*class) {
            if !markers.iter().any(|other| super::reading::overlap(&other.span, span)) {
                markers.push(marker(reading, span.clone(), effect(*class, setting)));
            }
        }
    }
    markers.sort_by_key(|marker| marker.span.start);
    markers
}

fn marker(reading: &Reading, span: Range<usize>, effect: &str) -> Marker {
    Marker { text: reading.words(&span), span, effect: effect.to_owned() }
}

fn apology(number: usize, setting: &Setting<'_>) -> &'static str {
    match (number, setting.place, setting.firmness()) {
        (0, _, 3..) => "takes back the firmness",
        (0, Place::Taiwan, _) if setting.chinese => "opens softly, as is usual in Taiwan; once is enough",
        (0, Place::Mainland, _) if setting.chinese => "courteous; needed only where something went wrong",
        (0, ..) => "courteous, once",
        (_, Place::Taiwan, _) if setting.chinese => "不好意思 twice reads as servile",
        _ => "a second apology sounds guilty",
    }
}

fn effect(class: Class, setting: &Setting<'_>) -> &'static str {
    let chinese_reader = setting.english && setting.place != Place::Elsewhere;
    match class {
        Class::Thanks if setting.is_for(Rank::Junior) && !setting.upward() => "credits their work",
        Class::Thanks => "thanks: polite everywhere",
        Class::Warm if setting.place == Place::Mainland && setting.is_for(Rank::Senior) => {
            "warm; praise of effort is debatable towards one's own superior"
        }
        Class::Warm if setting.upward() => "warm; particles and ～ are for colleagues",
        Class::Warm => "warm, as among colleagues",
        Class::Soft if chinese_reader => {
            "softens; Chinese readers rate could, would and please higher than native ones do"
        }
        Class::Soft if setting.upward() => "leaves the decision with them",
        Class::Soft => "softens",
        Class::Request if chinese_reader => {
            "makes it a request; Chinese readers miss it when it is not there"
        }
        Class::Request => "makes it a request",
        Class::Acknowledge if setting.place == Place::Mainland => {
            "says at once that it has arrived, which WeChat expects"
        }
        Class::Acknowledge => "says that it has been read",
        Class::Before => "reminds them that it was said before: one rung firmer",
        Class::LastNotice => "says that this is the last time",
        Class::Consequence => "says what follows",
        Class::Sanction => "says what will be done to them: as hard as words get",
        Class::Reproach => "blames the reader",
        Class::Pressing => "hurries the reader",
        Class::Condition => "says what has to come first, or how it is done from here on",
        Class::Duty => "states it as a rule, not a wish",
        Class::Rule => "puts a rule in the place of a person, so nobody is blamed",
        Class::BareNo => "a bare no",
        Class::Order => "an order",
        _ if setting.upward() => "formal, as in letters upward",
        _ => "officialese among colleagues",
    }
}
