//! What the check says about words in the editor, and the findings a person has answered.

use fencun_core::check::{self, Context, Report};
use fencun_core::{Phrase, PhraseId};
use fencun_protocol::{self as protocol, Failure};

use super::view::find;
use super::writing::saved_of;
use super::{Answer, App, Snapshot, json};
use crate::wire;

/// Checks unsaved words.
pub(super) fn check(now: &Snapshot, draft: &protocol::PhraseDraft) -> Answer {
    let id = draft.id.as_deref().map(PhraseId::new);
    let before = id.as_ref().and_then(|id| now.library.get(id)).map(|entry| &*entry.phrase);
    // Words are checked before they have a title.
    let mut draft = draft.clone();
    if draft.title.is_empty() {
        draft.title = "…".into();
    }
    let phrase = wire::core_phrase(&draft, id.unwrap_or_else(|| PhraseId::new("")), before)?;
    json(&checked(&phrase))
}

fn checked(phrase: &Phrase) -> protocol::Checked {
    let report = check::check(phrase, &Context::default());
    let mut loud = phrase.clone();
    loud.silenced.clear();
    let all = check::check(&loud, &Context::default());
    let silenced = all.findings.iter().filter_map(|finding| {
        let why = phrase.silenced.get(finding.rule.as_str())?.clone();
        Some(protocol::Silenced { finding: self::finding(finding), why })
    });
    let mut findings: Vec<_> = report.findings.iter().map(finding).collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    protocol::Checked {
        firmness_score: report.firmness_score,
        markers: report.markers.iter().map(marker).collect(),
        findings,
        silenced: silenced.collect(),
    }
}

/// How many findings of a report a reader would stumble over.
pub(super) fn serious(report: &Report) -> usize {
    report.findings.iter().filter(|finding| finding.severity != check::Severity::Hint).count()
}

fn finding(finding: &check::Finding) -> protocol::Finding {
    protocol::Finding {
        rule: finding.rule.as_str().to_owned(),
        severity: match finding.severity {
            check::Severity::Hint => protocol::Severity::Hint,
            check::Severity::Caution => protocol::Severity::Caution,
            check::Severity::Problem => protocol::Severity::Problem,
        },
        start: finding.span.start,
        end: finding.span.end,
        message: finding.message.clone(),
        suggestion: finding.suggestion.clone().unwrap_or_default(),
    }
}

fn marker(marker: &check::Marker) -> protocol::Marker {
    protocol::Marker { start: marker.span.start, end: marker.span.end, does: marker.effect.clone() }
}

impl App {
    /// Answers a finding of a phrase for good, or listens to it again.
    pub(super) fn silence(&self, id: String, rule: String, why: Option<String>) -> Answer {
        let now = self.now();
        let before: &Phrase = &find(&now, &id)?.phrase;
        if check::Rule::parse(&rule).is_none() {
            return Err(unknown_rule(&rule));
        }
        let mut phrase = before.clone();
        match why.map(|why| why.trim().to_owned()).filter(|why| !why.is_empty()) {
            Some(why) => drop(phrase.silenced.insert(rule, why)),
            None => drop(phrase.silenced.remove(&rule)),
        }
        let saved = self.change(|store| store.save_phrase(&phrase, Some(before), "edit"))?;
        json(&saved_of(id, saved))
    }
}

fn unknown_rule(rule: &str) -> Failure {
    wire::bad_value(format!("the check has no rule `{rule}`"))
}
