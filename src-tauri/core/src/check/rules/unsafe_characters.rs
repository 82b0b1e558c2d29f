//! unsafe-characters: what cannot be seen can still do harm.

use crate::check::reading::Reading;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::Setting;

pub(super) fn unsafe_characters(reading: &Reading, _: &Setting<'_>, found: &mut Vec<Finding>) {
    let text = &reading.characters;
    for at in 0..text.len() {
        let before = at.checked_sub(1).and_then(|at| text.get(at));
        if let Some((severity, what)) = unsafe_kind(text[at], before, text.get(at + 1)) {
            let message = format!("U+{:04X} is {what}; delete it", u32::from(text[at]));
            found.push(Finding::new(Rule::UnsafeCharacters, severity, at..at + 1, message).suggest(""));
        }
    }
}

fn unsafe_kind(c: char, before: Option<&char>, after: Option<&char>) -> Option<(Severity, &'static str)> {
    let problem = |what| Some((Severity::Problem, what));
    match c {
        '\n' | '\t' => None,
        '\r' if after == Some(&'\n') => None,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {
            problem("a control character, which the other app may act on")
        }
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            problem("a direction mark, which can show the words in another order than they are in")
        }
        // Joins two pictures into one.
        '\u{200d}' if joins(before) && joins(after) => None,
        // Parts letters that would join, in scripts that have such letters.
        '\u{200c}' if arabic(before) && arabic(after) => None,
        '\u{200b}'..='\u{200d}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}'
        | '\u{ad}'
        | '\u{180e}'
        | '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}' => problem("invisible, and makes the text unfindable and its copies traceable"),
        // The flags of some countries are spelt with these.
        '\u{e0000}'..='\u{e007f}'
            if before.is_some_and(|c| *c == '\u{1f3f4}' || ('\u{e0000}'..='\u{e007f}').contains(c)) =>
        {
            None
        }
        '\u{e0000}'..='\u{e007f}' => problem("invisible, and can carry text that only machines read"),
        '\u{2028}' | '\u{2029}' => problem("a line break that many apps do not know"),
        '\u{fffd}' => problem("what is left where a character was lost"),
        '\u{fffc}' => problem("a place where a picture was"),
        '\u{fff9}'..='\u{fffb}' => problem("a mark for notes between the lines, which most apps do not show"),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}' => {
            Some((Severity::Caution, "a character of one font only; the reader may see a box"))
        }
        _ => None,
    }
}

fn joins(c: Option<&char>) -> bool {
    c.is_some_and(|c| matches!(c, '\u{fe0f}' | '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}'))
}

fn arabic(c: Option<&char>) -> bool {
    c.is_some_and(|c| matches!(c, '\u{600}'..='\u{6ff}' | '\u{900}'..='\u{dff}'))
}
