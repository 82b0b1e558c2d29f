//! region-word, prc-jargon, wrong-app: words and apps of another place.

use crate::check::reading::Reading;
use crate::check::regions;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::{Place, Setting};
use crate::check::words::Class;

pub(super) fn region_words(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if !setting.chinese {
        return;
    }
    for (word, span) in regions::find(setting.place, reading) {
        let (here, there) = match setting.place {
            Place::Taiwan => ("Taiwan", "Mainland"),
            _ => ("the Mainland", "Taiwan"),
        };
        let weight = match word.severity {
            Severity::Problem => "reads as a word from the other side of the Strait",
            Severity::Caution => "is marked",
            Severity::Hint => "is seen on both sides, but less often here",
        };
        let written = reading.words(&span);
        let mut message = format!("“{written}” is the {there} word; in {here} it {weight}");
        if !word.note.is_empty() {
            message.push_str(": ");
            message.push_str(&word.note);
        }
        found.push(Finding::new(Rule::RegionWord, word.severity, span, message).suggest(word.to[0].clone()));
    }
}

pub(super) fn jargon(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if !setting.chinese || setting.place != Place::Taiwan {
        return;
    }
    for span in reading.all(Class::Jargon) {
        let message = format!(
            "“{}” is office jargon of the Mainland; in Taiwan it sounds borrowed or hollow. Say plainly what is to be done",
            reading.words(span)
        );
        found.push(Finding::new(Rule::PrcJargon, Severity::Caution, span.clone(), message));
    }
}

pub(super) fn wrong_app(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    match setting.place {
        Place::Mainland if setting.phrase.culture.as_str() == "shanghai" || setting.chinese => {
            for span in reading.all(Class::AppBlocked) {
                let message = format!(
                    "“{}” does not open in the Mainland without a detour; name something that does, or use email",
                    reading.words(span)
                );
                found.push(
                    Finding::new(Rule::WrongApp, Severity::Caution, span.clone(), message)
                        .suggest(app(setting)),
                );
            }
            let line = line_spans(reading).into_iter().chain(reading.all(Class::AppLine).cloned());
            let mut last = usize::MAX;
            for span in line {
                if last != span.start {
                    let message = "LINE is hardly used in the Mainland; people there are on WeChat";
                    last = span.start;
                    found.push(
                        Finding::new(Rule::WrongApp, Severity::Hint, span, message).suggest(app(setting)),
                    );
                }
            }
        }
        Place::Taiwan => {
            for span in reading.all(Class::AppMainland) {
                let message = format!(
                    "“{}” is not what people in Taiwan have on their phones; the usual app is LINE",
                    reading.words(span)
                );
                found.push(
                    Finding::new(Rule::WrongApp, Severity::Hint, span.clone(), message).suggest("LINE"),
                );
            }
            for span in reading.all(Class::AppBlocked).filter(|span| is_messenger(&reading.words(span))) {
                let message = "WhatsApp is little used in Taiwan; the usual app is LINE";
                found.push(
                    Finding::new(Rule::WrongApp, Severity::Hint, span.clone(), message).suggest("LINE"),
                );
            }
        }
        _ => {}
    }
}

fn app(setting: &Setting<'_>) -> &'static str {
    if setting.chinese { "微信" } else { "WeChat" }
}

fn is_messenger(word: &str) -> bool {
    word.eq_ignore_ascii_case("whatsapp")
}

/// The app's name is written in capitals, or with a capital between Chinese words; "line" is a word of English.
fn line_spans(reading: &Reading) -> Vec<std::ops::Range<usize>> {
    let letter = |at: Option<usize>| {
        at.and_then(|at| reading.characters.get(at)).is_some_and(|c| c.is_ascii_alphanumeric() || *c == '_')
    };
    let is_name = |at: usize| {
        let word = reading.words(&(at..at + 4));
        let before = reading.folded[..at].iter().rev().find(|c| **c != ' ');
        let after = reading.folded[at + 4..].iter().find(|c| **c != ' ');
        let used = before.is_some_and(|c| "加用传发上在回".contains(*c))
            || after.is_some_and(|c| "我你您他她群给上里跟".contains(*c));
        word == "LINE" || (used && word.eq_ignore_ascii_case("line"))
    };
    (0..reading.characters.len().saturating_sub(3))
        .filter(|at| is_name(*at) && !letter(at.checked_sub(1)) && !letter(Some(at + 4)))
        .filter(|at| !reading.words(&(*at..reading.characters.len().min(at + 7))).starts_with("LINE UP"))
        .map(|at| at..at + 4)
        .collect()
}
