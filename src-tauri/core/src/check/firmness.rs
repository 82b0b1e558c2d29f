//! How firm the words are, whatever the phrase says of itself: a sum over what softens and what hardens.

use super::reading::Reading;
use super::rules::apologies;
use super::setting::Setting;
use super::words::Class;

/// Weight of a class, and how many finds of it count.
const WEIGHTS: &[(Class, f64, usize)] = &[
    (Class::Before, 0.8, 1),
    (Class::LastNotice, 1.0, 2),
    (Class::Consequence, 0.6, 2),
    (Class::Duty, 0.3, 2),
    (Class::Rule, 0.35, 1),
    (Class::BareNo, 0.9, 1),
    (Class::Order, 0.8, 1),
    (Class::Refusal, 0.35, 2),
    (Class::Soft, -0.1, 4),
    (Class::Warm, -0.15, 2),
    (Class::Thanks, -0.05, 1),
];

/// From 1.0 to 4.0.
pub(super) fn score(reading: &Reading, setting: &Setting<'_>) -> f64 {
    let counted: f64 = WEIGHTS
        .iter()
        .map(|(class, weight, most)| {
            let count = u32::try_from(reading.all(*class).take(*most).count()).unwrap_or(0);
            weight * f64::from(count)
        })
        .sum();
    let sorry = if apologies(reading).is_empty() { 0.0 } else { -0.3 };
    let question = if asks(reading) { -0.2 } else { 0.0 };
    let start = if setting.chinese { 1.5 } else { 1.45 };
    let sum: f64 = start + counted + sorry + question;
    (sum.clamp(1.0, 4.0) * 10.0).round() / 10.0
}

fn asks(reading: &Reading) -> bool {
    reading.characters.iter().any(|c| matches!(c, '?' | '？'))
}
