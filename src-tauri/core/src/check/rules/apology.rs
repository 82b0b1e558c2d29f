//! over-apology, apology-at-firm: one apology is polite, two are servile, and a last word has none.

use std::ops::Range;

use crate::check::reading::Reading;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::{Place, Setting};
use crate::check::words::Class;

/// Formulas as near as this are one apology: 造成不便，還請見諒.
const ONE_BREATH: usize = 14;

/// The apologies of a text, those of one breath as one.
pub(in crate::check) fn apologies(reading: &Reading) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for span in reading.all(Class::Apology).filter(|span| !reading.quoted(span)) {
        match found.last_mut() {
            Some(last) if span.start <= last.end + ONE_BREATH && closes(reading, span) => last.end = span.end,
            _ => found.push(span.clone()),
        }
    }
    found
}

/// Whether a formula only rounds off the one before it.
fn closes(reading: &Reading, span: &Range<usize>) -> bool {
    let words: String = reading.folded[span.clone()].iter().collect();
    ["见谅", "包涵", "原谅", "歉意", "inconvenience"].iter().any(|end| words.contains(end))
}

pub(super) fn too_many(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    let apologies = apologies(reading);
    let number =
        |span: &Range<usize>| reading.sentences.iter().position(|s| s.contains(&span.start)).unwrap_or(0);
    for pair in apologies.windows(2) {
        if number(&pair[1]) < number(&pair[0]) + 3 {
            let why = match (setting.place, setting.chinese) {
                (Place::Taiwan, true) => {
                    "one 不好意思 opens a request politely in Taiwan, the second reads as servile"
                }
                (Place::Mainland, true) => {
                    "one apology is courtesy, the second makes the Mainland reader ask what you did wrong"
                }
                _ => "one apology is courtesy; the second sounds guilty and invites bargaining",
            };
            let message = format!("apology number two within three sentences: {why}. Keep the first");
            found.push(Finding::new(Rule::OverApology, Severity::Caution, pair[1].clone(), message));
        }
    }
}

pub(super) fn where_firm(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if setting.firmness() < 3 {
        return;
    }
    if let Some(span) = apologies(reading).into_iter().next() {
        let message = format!(
            "an apology at firmness {}: leaving it out is what makes the words firm. Say the rule, the way, and thank them",
            setting.firmness()
        );
        let words = match (setting.chinese, setting.traditional) {
            (true, true) => "感謝您的配合",
            (true, false) => "感谢您的理解与配合",
            _ => "Thank you for your understanding.",
        };
        found.push(Finding::new(Rule::ApologyAtFirm, Severity::Caution, span, message).suggest(words));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_of_one_breath_are_one_apology() {
        for (text, expected) in [
            ("造成不便，還請見諒", 1),
            ("Apologies for the inconvenience caused", 1),
            ("不好意思，真的很抱歉", 2),
            ("不用不好意思", 0),
            ("他說「抱歉」", 0),
        ] {
            assert_eq!(apologies(&Reading::of(text)).len(), expected, "{text}");
        }
    }
}
