//! promise-to-delete, legal-overclaim: promises and claims that do not stand up.

use crate::check::reading::{Reading, covers, overlap};
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::Setting;
use crate::check::words::Class;

pub(super) fn promise_to_delete(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    for span in reading.all(Class::Delete).filter(|span| !reading.quoted(span) && !edits(reading, span)) {
        let message = "never promise to delete: a company may have to keep messages, and destroying them can be the worse \
                       offence. Say that you will not open it or act on it here";
        let words = match (setting.chinese, setting.traditional) {
            (true, true) => "這邊的檔案我就先不開啟了",
            (true, false) => "这边的文件我就先不打开了",
            _ => "I won't open it here",
        };
        found.push(
            Finding::new(Rule::PromiseToDelete, Severity::Problem, span.clone(), message).suggest(words),
        );
    }
}

/// Striking out part of a document destroys no record.
fn edits(reading: &Reading, span: &std::ops::Range<usize>) -> bool {
    let clause = reading.clause_at(span.start);
    let clause = clause.start..clause.end.max(span.end);
    reading.has_in(Class::DocumentPart, &clause) && !reading.has_in(Class::Record, &clause)
}

pub(super) fn overclaim(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    let mut said = Vec::new();
    let own = reading.all(Class::Overclaim).cloned();
    let paired = reading.sentences.iter().filter_map(|sentence| {
        let law = reading.all(Class::Law).find(|span| covers(sentence, span))?;
        let claim =
            reading.all(Class::Claim).find(|span| covers(sentence, span) && !asked(reading, sentence))?;
        Some(law.start.min(claim.start)..law.end.max(claim.end))
    });
    for span in own.chain(paired) {
        if said.iter().any(|other| overlap(other, &span)) || reading.quoted(&span) {
            continue;
        }
        let message = "stronger than the law: neither Taiwan nor the Mainland has a right to be unreachable, most countries have \
                       none, and privacy law asks for care without naming an app. Give the company's rule, or your own";
        let words = match (setting.chinese, setting.traditional) {
            (true, true) => "依公司規定",
            (true, false) => "按公司规定",
            _ => "Our company's rules ask for",
        };
        found.push(
            Finding::new(Rule::LegalOverclaim, Severity::Problem, span.clone(), message).suggest(words),
        );
        said.push(span);
    }
}

/// A question claims nothing.
fn asked(reading: &Reading, sentence: &std::ops::Range<usize>) -> bool {
    matches!(reading.characters.get(sentence.end.saturating_sub(1)), Some('?' | '？'))
}
