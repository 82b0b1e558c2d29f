//! cant-dont: "I can't" fits a rule from outside, "I don't" a rule of one's own.

use crate::check::reading::Reading;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::Setting;
use crate::check::words::Class;

pub(super) fn cant_dont(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    for sentence in &reading.sentences {
        let has = |class| reading.has_in(class, sentence);
        let first =
            |class| reading.all(class).find(|span| span.start >= sentence.start && span.end <= sentence.end);
        // With both grounds in one sentence either verb is right.
        if has(Class::Rule)
            && !has(Class::Own)
            && !has(Class::Cant)
            && let Some(span) = first(Class::Dont)
        {
            let (message, words) = from_outside(setting);
            found.push(Finding::new(Rule::CantDont, Severity::Hint, span.clone(), message).suggest(words));
        }
        if has(Class::Own)
            && !has(Class::Rule)
            && !has(Class::Dont)
            && let Some(span) = first(Class::Cant)
        {
            let (message, words) = ones_own(setting);
            found.push(Finding::new(Rule::CantDont, Severity::Hint, span.clone(), message).suggest(words));
        }
    }
}

fn from_outside(setting: &Setting<'_>) -> (&'static str, &'static str) {
    if setting.chinese {
        let words = if setting.traditional { "依公司規定無法" } else { "按公司规定没法" };
        (
            "the ground is a rule, the verb says that you do not want to: with a rule from outside say 無法, so that nobody is blamed",
            words,
        )
    } else {
        (
            "“I don't” says it is your choice, but the ground is somebody else's rule: “I can't” is truer and blames nobody",
            "I can't",
        )
    }
}

fn ones_own(setting: &Setting<'_>) -> (&'static str, &'static str) {
    if setting.chinese {
        let words = if setting.traditional { "我習慣不" } else { "我一般不" };
        (
            "the ground is your own habit, the verb says that you are prevented: it invites the question who prevents you",
            words,
        )
    } else {
        (
            "“I can't” invites the question what stops you; for a rule of your own “I don't” is settled and persuades better",
            "I don't",
        )
    }
}
