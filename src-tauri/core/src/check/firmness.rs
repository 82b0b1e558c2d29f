//! How firm the words are, whatever the phrase says of itself: what hardens them, less what softens them.

use super::reading::{Reading, overlap};
use super::rules::{apologies, orders};
use super::setting::Setting;
use super::words::Class;

/// What hardens: weight of a class, and how many finds of it count.
const HARD: &[(Class, f64, usize)] = &[
    (Class::Before, 0.7, 1),
    (Class::LastNotice, 1.4, 3),
    (Class::Consequence, 0.6, 2),
    (Class::Sanction, 1.2, 2),
    (Class::Pressing, 0.5, 2),
    (Class::Reproach, 0.8, 2),
    (Class::Condition, 0.6, 1),
    (Class::Duty, 0.35, 2),
    (Class::Rule, 0.65, 1),
    (Class::BareNo, 0.8, 1),
    (Class::Order, 0.8, 1),
    (Class::Overclaim, 0.6, 1),
    (Class::Delete, 0.3, 1),
];
/// What softens.
const SOFT: &[(Class, f64, usize)] =
    &[(Class::Soft, 0.1, 3), (Class::Request, 0.1, 1), (Class::Warm, 0.15, 2), (Class::Thanks, 0.1, 1)];
/// A plain statement.
const PLAIN: f64 = 0.5;
/// However many courtesies there are, they take no more than this from the rule or the refusal they stand around.
const COURTESY: f64 = 0.75;
/// What one hard word more adds gets less and less.
const REACH: f64 = 3.0;

/// From 1.0 to 4.0.
pub(super) fn score(reading: &Reading, setting: &Setting<'_>) -> f64 {
    let sorry = if apologies(reading).is_empty() { 0.0 } else { 0.3 };
    let question = if asks(reading) { 0.15 } else { 0.0 };
    let courtesy = (weight(reading, SOFT) + sorry + question).min(COURTESY);
    let ordered = if setting.english { 0.45 * count(orders(reading).min(2)) } else { 0.0 };
    let hard = weight(reading, HARD) + 0.35 * count(refusals(reading).min(2)) + ordered + heat(reading);
    let sum = (PLAIN + hard - courtesy).max(0.0);
    ((1.0 + 3.0 * (sum / REACH).tanh()) * 10.0).round() / 10.0
}

fn weight(reading: &Reading, of: &[(Class, f64, usize)]) -> f64 {
    of.iter().map(|(class, weight, most)| weight * count(reading.all(*class).take(*most).count())).sum()
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(0.0, f64::from)
}

/// Refusals that say nothing which a firmer class has not said already.
fn refusals(reading: &Reading) -> usize {
    let said = |span| {
        [Class::Consequence, Class::BareNo, Class::LastNotice]
            .iter()
            .any(|class| reading.all(*class).any(|other| overlap(other, span)))
    };
    reading.all(Class::Refusal).filter(|span| !said(span)).count()
}

fn asks(reading: &Reading) -> bool {
    reading.characters.iter().any(|c| matches!(c, '?' | '？'))
}

/// Shouting: several marks in a row, or whole words of capitals that are no names of things.
fn heat(reading: &Reading) -> f64 {
    let mark = |c: &char| matches!(c, '!' | '！' | '?' | '？');
    let marks = reading.characters.windows(2).any(|pair| pair.iter().all(mark));
    let words = reading.characters.split(|c| !c.is_ascii_alphabetic());
    let loud = words.filter(|word| word.len() > 2 && word.iter().all(char::is_ascii_uppercase)).count();
    0.3 * count(usize::from(marks)) + 0.4 * count(usize::from(loud > 2))
}
