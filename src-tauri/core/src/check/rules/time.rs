//! no-time-or-zone: whoever is not there says until when, and by whose clock.

use std::ops::Range;

use crate::check::reading::Reading;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::Setting;
use crate::check::words::Class;

const AWAY: &[&str] = &["after-hours", "weekend-holiday", "on-leave", "late-answer"];
const TIMES: &[&str] = &[
    "next_workday",
    "my_hours",
    "date",
    "time",
    "day",
    "until",
    "return_date",
    "today",
    "deadline",
    "weekday",
    "hours",
];

pub(super) fn no_time_or_zone(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    // Who answers late and has answered owes no time.
    let late = setting.situation() == "late-answer";
    let answered = late && (reading.has(Class::Answered) || !reading.has(Class::Later));
    if !AWAY.contains(&setting.situation()) || answered || says_nothing(reading) {
        return;
    }
    let clock = clock(reading);
    if clock.is_none() && !reading.has(Class::Time) && !reading.has_slot(TIMES) && !has_date(reading) {
        let end = reading.characters.len();
        let message = "says that you are not there, but not until when; receivers guess too early a time. Name the day, or your hours";
        // Somebody who stands in makes the gap bearable.
        let served = reading.has(Class::Person) || reading.has_slot(&["deputy", "deputy_email", "colleague"]);
        // A junior is being released, not kept waiting.
        let released = setting.ranks == [crate::Rank::Junior];
        let severity = if served || released { Severity::Hint } else { Severity::Caution };
        let words = match (setting.chinese, setting.traditional) {
            (true, true) => "{next_workday}上班後回覆您",
            (true, false) => "{next_workday}上班后回复您",
            _ => "I'll reply on {next_workday}",
        };
        found.push(Finding::new(Rule::NoTimeOrZone, severity, 0..end, message).suggest(words));
        return;
    }
    // In Chinese to one place the clock is theirs; English may be read anywhere.
    if let Some(span) = clock
        && setting.english
        && !reading.has(Class::Zone)
        && !reading.has_slot(&["timezone", "time_zone", "zone", "my_hours"])
    {
        let message = format!(
            "“{}” by whose clock? A reader elsewhere takes it for their own; add “my time” or the zone",
            reading.words(&span)
        );
        found.push(Finding::new(Rule::NoTimeOrZone, Severity::Hint, span, message).suggest("my time"));
    }
}

/// A grunt says nothing about being away; that is another rule's business.
fn says_nothing(reading: &Reading) -> bool {
    reading.slots.is_empty() && reading.characters.iter().filter(|c| c.is_alphanumeric()).count() < 4
}

/// A time of day: 9:30, 9 am, noon, {time}.
fn clock(reading: &Reading) -> Option<Range<usize>> {
    if let Some(slot) = reading.slots.iter().find(|slot| slot.name == "time") {
        return Some(slot.span.clone());
    }
    if let Some(span) = reading.first(Class::Clock) {
        return Some(span.clone());
    }
    let text = &reading.folded;
    if let Some(span) = written_hour(text) {
        return Some(span);
    }
    (0..text.len()).find_map(|at| {
        let digits = text[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        if digits == 0 || digits > 2 || (at > 0 && (text[at - 1].is_ascii_digit() || text[at - 1] == ':')) {
            return None;
        }
        let rest: String = text[at + digits..].iter().take(5).collect();
        let minutes = rest
            .strip_prefix([':', '：', '.'])
            .filter(|rest| rest.chars().take_while(char::is_ascii_digit).count() == 2);
        let half = ["am", "pm", " am", " pm", "a.m", "p.m", " a.m", " p.m", "点", "點"]
            .iter()
            .any(|mark| rest.starts_with(mark));
        let colon = minutes.is_some() && !rest.starts_with('.');
        (colon || half).then(|| at..(at + digits + if colon { 3 } else { 0 }))
    })
}

/// An hour in Chinese numerals: 十点前, 两点半. "一点" and "几点" alone are no hours, nor are 三点 that are made in a text.
fn written_hour(text: &[char]) -> Option<Range<usize>> {
    let numeral = |c: &char| "一二两三四五六七八九十".contains(*c);
    (1..text.len()).find_map(|at| {
        let after = text.get(at + 1).is_some_and(|next| "前半整钟左之".contains(*next));
        let hour = text[at] == '点' && numeral(&text[at - 1]) && after;
        let start = text[..at].iter().rposition(|c| !numeral(c)).map_or(0, |other| other + 1);
        hour.then_some(start..at + 1)
    })
}

/// May is a month only beside a number.
fn in_may(text: &[char]) -> bool {
    let words: String = text.iter().collect();
    let mut words =
        words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let mut last = "";
    while let Some(word) = words.next() {
        if word == "may" && (number(last) || words.peek().is_some_and(|next| number(next))) {
            return true;
        }
        last = word;
    }
    false
}

/// A calendar date in figures: 12/3, 5月3日, 3 March.
fn has_date(reading: &Reading) -> bool {
    let text = &reading.folded;
    in_may(text)
        || (1..text.len()).any(|at| {
            // "12 月 3 日" is as good as "12月3日".
            let last = text[..at].iter().rev().find(|c| **c != ' ').copied().unwrap_or(' ');
            let digit = last.is_ascii_digit()
                || matches!(last, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
            let next = text.get(at + 1).copied();
            digit
                && (matches!(text[at], '月' | '号')
                    || (matches!(text[at], 's' | 'n' | 'r' | 't')
                        && matches!(next, Some('t' | 'd' | 'h'))
                        && text[at - 1].is_ascii_digit())
                    || (text[at] == '日' && !matches!(next, Some('常' | '前')))
                    || (matches!(text[at], '/' | '-') && next.is_some_and(|c| c.is_ascii_digit())))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_told_from_other_figures() {
        for (text, expected) in [
            ("by 9:30 tomorrow", Some("9:30")),
            ("at 10am", Some("10")),
            ("by noon", Some("noon")),
            ("{time} 前", Some("{time}")),
            ("明早9点给您", Some("9")),
            ("我十一點前寄給您", Some("十一點")),
            ("两点半开会", Some("两点")),
            ("快一点处理，三点建议", None),
            ("version 2.0", None),
            ("1:100 scale in 2024", None),
            ("3 items", None),
        ] {
            let reading = Reading::of(text);
            assert_eq!(clock(&reading).map(|span| reading.words(&span)).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_date_is_told_from_other_figures() {
        for (text, expected) in [
            ("12 月 3 日回來", true),
            ("五月三日", true),
            ("12/3", true),
            ("on the 9th", true),
            ("until 2 May", true),
            ("I may come", false),
            ("日常", false),
            ("共 3 份", false),
        ] {
            assert_eq!(has_date(&Reading::of(text)), expected, "{text}");
        }
    }
}
