//! ascii-punctuation: the punctuation of the script, and the quotation marks of the place.

use crate::check::fold::is_han;
use crate::check::reading::Reading;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::{Place, Setting};

pub(super) fn punctuation(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    let text = &reading.characters;
    for at in 0..text.len() {
        if setting.chinese {
            if let Some(right) = full_width(reading, at) {
                let message = format!(
                    "half-width “{}” after Chinese words looks careless; Chinese has “{right}”",
                    text[at]
                );
                found.push(
                    Finding::new(Rule::AsciiPunctuation, Severity::Caution, at..at + 1, message)
                        .suggest(right),
                );
            } else if let Some(right) = quotation(text[at], setting) {
                let message =
                    format!("“{}” is the other side's quotation mark; here it is “{right}”", text[at]);
                found.push(
                    Finding::new(Rule::AsciiPunctuation, Severity::Hint, at..at + 1, message).suggest(right),
                );
            }
        } else if setting.english
            && let Some(right) = half_width(text, at)
        {
            let message = format!(
                "full-width “{}” in English text comes from a Chinese keyboard; English has “{right}”",
                text[at]
            );
            found.push(
                Finding::new(Rule::AsciiPunctuation, Severity::Caution, at..at + 1, message).suggest(right),
            );
        }
    }
}

/// The Chinese mark for an ASCII one that stands among Chinese words.
fn full_width(reading: &Reading, at: usize) -> Option<&'static str> {
    let text = &reading.characters;
    let chinese = |place: Option<usize>| place.and_then(|place| text.get(place)).is_some_and(|c| is_han(*c));
    let (before, after) = (at.checked_sub(1), Some(at + 1));
    // Past blanks, as in "您好, 謝謝".
    let next = text[at + 1..].iter().find(|c| **c != ' ').is_some_and(|c| is_han(*c));
    let slot_before = reading.slots.iter().any(|slot| slot.span.end == at) && next;
    let follows = chinese(before) || slot_before;
    match text[at] {
        ',' if follows => Some("，"),
        '!' if follows => Some("！"),
        '?' if follows => Some("？"),
        ';' if follows && !smiles(text, at) => Some("；"),
        ':' if follows && !smiles(text, at) => Some("："),
        '.' if chinese(before) && text.get(at + 1) == Some(&'.') => Some("……"),
        '.' if chinese(before) && text.get(at + 1).is_none_or(|c| !c.is_ascii_alphanumeric()) => Some("。"),
        '(' if chinese(after) && !smile_before(text, at) => Some("（"),
        ')' if chinese(before) => Some("）"),
        '"' if chinese(before) || chinese(after) => Some(if chinese(after) { "「" } else { "」" }),
        _ => None,
    }
}

fn smiles(text: &[char], at: usize) -> bool {
    matches!(text.get(at + 1), Some(')' | '(' | 'D' | 'P' | '-' | '3' | 'p' | 'o'))
}

fn smile_before(text: &[char], at: usize) -> bool {
    at > 0 && matches!(text[at - 1], ':' | ';' | '-' | '=')
}

/// Taiwan quotes with 「」, the Mainland with “”.
fn quotation(c: char, setting: &Setting<'_>) -> Option<&'static str> {
    match (setting.place, c) {
        (Place::Taiwan, '“') => Some("「"),
        (Place::Taiwan, '”') => Some("」"),
        (Place::Mainland, '「') => Some("“"),
        (Place::Mainland, '」') => Some("”"),
        _ => None,
    }
}

/// The English mark for a full-width one that stands after English words.
fn half_width(text: &[char], at: usize) -> Option<&'static str> {
    if at == 0 || is_han(text[at - 1]) || !text[at - 1].is_ascii() {
        return None;
    }
    match text[at] {
        '，' => Some(","),
        '。' => Some("."),
        '！' => Some("!"),
        '？' => Some("?"),
        '：' => Some(":"),
        '；' => Some(";"),
        '（' => Some("("),
        '）' => Some(")"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_width_marks_are_wrong_only_among_chinese_words() {
        for (text, expected) in [
            ("好,", Some("，")),
            ("好...", Some("……")),
            ("(好)", Some("（")),
            ("{name}, 好", Some("，")),
            ("a,b", None),
            ("9:30", None),
            ("好:)", None),
            ("好 ok.", None),
        ] {
            let reading = Reading::of(text);
            let found = (0..reading.characters.len()).find_map(|at| full_width(&reading, at));
            assert_eq!(found, expected, "{text}");
        }
    }
}
