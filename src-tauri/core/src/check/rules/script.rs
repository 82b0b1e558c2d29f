//! script-mismatch, mixed-script: the characters of the place, and only those.

use std::ops::Range;

use crate::check::fold::{self, Script};
use crate::check::reading::Reading;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::{Place, Setting};

pub(super) fn script(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if !setting.chinese {
        return;
    }
    let (right, wrong) = if setting.traditional {
        (Script::Traditional, Script::Simplified)
    } else {
        (Script::Simplified, Script::Traditional)
    };
    let of = |wanted: Script| -> Vec<usize> {
        (0..reading.characters.len()).filter(|at| fold::script(reading.characters[*at]) == wanted).collect()
    };
    let (right, wrong) = (of(right), of(wrong));
    let (Some(first), Some(last)) = (wrong.first(), wrong.last()) else { return };
    if wrong.len() >= 3 * right.len().max(1) || right.is_empty() {
        found.push(Finding::new(
            Rule::ScriptMismatch,
            Severity::Problem,
            *first..last + 1,
            mismatch(setting),
        ));
        return;
    }
    for run in runs(&wrong) {
        let words = reading.words(&run);
        let message = format!(
            "“{words}” is {}, the rest is not; one such character already looks like a conversion left half done",
            names(setting).1
        );
        found.push(Finding::new(Rule::MixedScript, Severity::Problem, run, message));
    }
}

/// What is read there, and what this is.
fn names(setting: &Setting<'_>) -> (&'static str, &'static str) {
    if setting.traditional { ("Traditional", "Simplified") } else { ("Simplified", "Traditional") }
}

fn mismatch(setting: &Setting<'_>) -> String {
    let (right, wrong) = names(setting);
    let who = match setting.place {
        Place::Taiwan => "people in Taiwan",
        Place::Mainland => "people in the Mainland",
        Place::Elsewhere => "these readers",
    };
    format!(
        "this is in {wrong} characters, but {who} read {right}; write it in {right} with the words of the place, \
         since a conversion keeps the other side's words"
    )
}

fn runs(places: &[usize]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in places {
        match runs.last_mut() {
            Some(run) if run.end == *at => run.end += 1,
            _ => runs.push(*at..at + 1),
        }
    }
    runs
}
