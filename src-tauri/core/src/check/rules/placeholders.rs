//! placeholder: a name in braces that nothing will fill.

use crate::check::reading::Reading;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::Setting;
use crate::fill::COMPUTED;
use crate::{Piece, pieces};

/// Open fields that people fill in by hand, however near they come to a computed name.
const FIELDS: &str = "\
    topic task task_a task_b task_c date time timezone hotline link phone my_phone deputy_phone \
    recorded_line shared_inbox colleague area project file amount number room place event day week \
    month year title subject order part other_app order_number customer client team department \
    price quote version item count city country until from to return_date";
fn is_field(name: &str) -> bool {
    FIELDS.split(' ').any(|field| field == name)
}

/// What people write for a computed name.
const MEANT: &[(&str, &str)] = &[
    ("name", "their_name"),
    ("email", "my_email"),
    ("mail", "my_email"),
    ("recipient", "greeting"),
    ("hours", "my_hours"),
    ("sender", "my_name"),
    ("hello", "greeting"),
    ("salutation", "greeting"),
    ("your_name", "their_name"),
    ("your_email", "their_email"),
    ("first_name", "their_name"),
    ("work_email", "my_email"),
    ("tomorrow", "next_workday"),
    ("working_hours", "my_hours"),
    ("office_hours", "my_hours"),
    ("why", "reason"),
    ("substitute", "deputy"),
];

pub(super) fn placeholders(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    for slot in &reading.slots {
        if let Some(meant) = meant(&slot.name) {
            let message = format!("nothing fills {{{}}}; did you mean {{{meant}}}?", slot.name);
            found.push(
                Finding::new(Rule::Placeholder, Severity::Problem, slot.span.clone(), message)
                    .suggest(format!("{{{meant}}}")),
            );
        } else if slot.name == "reason" && setting.phrase.reason.is_none() {
            let message =
                "{reason} stands in the words, but the phrase names no reason; choose one, or write it out";
            found.push(Finding::new(Rule::Placeholder, Severity::Problem, slot.span.clone(), message));
        }
    }
    broken(reading, found);
    subject(setting, found);
}

/// The computed name that a name was meant to be.
fn meant(name: &str) -> Option<&'static str> {
    if COMPUTED.contains(&name) || is_field(name) {
        return None;
    }
    if let Some((_, meant)) = MEANT.iter().find(|(said, _)| *said == name.to_lowercase()) {
        return Some(meant);
    }
    let plain = |name: &str| name.to_lowercase().replace('_', "");
    let near = |computed: &&&str| {
        let far = distance(&plain(name), &plain(computed));
        far <= if computed.len() < 6 { 1 } else { 2 }
    };
    COMPUTED.iter().filter(near).min_by_key(|computed| distance(name, computed)).copied()
}

/// How many letters must be changed, added, left out or swapped.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = match (i, j) {
                (0, _) => j,
                (_, 0) => i,
                _ => {
                    let change = usize::from(a[i - 1] != b[j - 1]);
                    let best = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + change);
                    let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                    if swapped { best.min(rows[i - 2][j - 2] + 1) } else { best }
                }
            };
        }
    }
    rows[a.len()][b.len()]
}

/// Braces that were meant to be a placeholder, and slots of other programs' templates.
fn broken(reading: &Reading, found: &mut Vec<Finding>) {
    let text = &reading.characters;
    for open in (0..text.len()).filter(|at| matches!(text[*at], '{' | '｛' | '[' | '<' | '【')) {
        if reading.slots.iter().any(|slot| slot.span.start == open) {
            continue;
        }
        let close = text[open + 1..].iter().take(24).position(|c| matches!(c, '}' | '｝' | ']' | '>' | '】'));
        let inside: String = match close {
            Some(length) => text[open + 1..open + 1 + length].iter().collect(),
            // Never closed: what looks like a name is one.
            None => text[open + 1..].iter().take_while(|c| c.is_ascii_alphanumeric() || **c == '_').collect(),
        };
        let name = inside.trim().trim_matches(['{', '｛']).replace([' ', '-'], "_").to_lowercase();
        let known = COMPUTED.contains(&name.as_str()) || is_field(&name) || meant(&name).is_some();
        let blank = [
            "姓名",
            "名字",
            "對方姓名",
            "对方姓名",
            "公司名稱",
            "公司名称",
            "日期",
            "時間",
            "时间",
            "職稱",
            "职称",
            "your_company",
            "company_name",
            "xxx",
            "xx",
            "insert_name",
            "client_name",
        ]
        .contains(&name.as_str());
        if !name.is_empty() && (known || blank) {
            let end = close.map_or(open + 1 + inside.chars().count(), |length| open + length + 2);
            let message = "this was meant to be filled in, but it stays as it stands: a placeholder is a name in braces, with letters, \
                           digits and _ only";
            let right = if known { Some(format!("{{{}}}", meant(&name).unwrap_or(&name))) } else { None };
            let finding =
                Finding::new(Rule::Placeholder, Severity::Problem, open..end.min(text.len()), message);
            found.push(match right {
                Some(right) => finding.suggest(right),
                None => finding,
            });
        }
    }
}

/// A subject is an email's; its placeholders are filled like those of the words.
fn subject(setting: &Setting<'_>, found: &mut Vec<Finding>) {
    let Some(subject) = &setting.phrase.subject else { return };
    for piece in pieces(subject) {
        let Piece::Placeholder(name) = piece else { continue };
        if setting.chat() {
            let message = format!(
                "{{{}}} is in the subject, but a chat message has none; it is never used",
                name.as_str()
            );
            found.push(Finding::new(Rule::Placeholder, Severity::Caution, 0..0, message));
        } else if let Some(meant) = meant(name.as_str()) {
            let message =
                format!("in the subject nothing fills {{{}}}; did you mean {{{meant}}}?", name.as_str());
            found.push(
                Finding::new(Rule::Placeholder, Severity::Problem, 0..0, message)
                    .suggest(format!("{{{meant}}}")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_is_told_from_a_field_of_ones_own() {
        for (name, expected) in [
            ("my_emial", Some("my_email")),
            ("myemail", Some("my_email")),
            ("greetng", Some("greeting")),
            ("next_work_day", Some("next_workday")),
            ("App", Some("app")),
            ("name", Some("their_name")),
            ("my_email", None),
            ("topic", None),
            ("invoice_number", None),
            ("my_phone", None),
        ] {
            assert_eq!(meant(name), expected, "{name}");
        }
    }
}
