//! The user's working hours, as people write them, in the user's time and in the reader's.

use jiff::civil::Time;

use super::is_simplified;
use crate::Audience;

const DAY: i32 = 24 * 60;

/// `09:00-18:00` as `09:00–18:00`, with the reader's own time beside it where the clocks differ.
pub(super) fn hours(hours: &str, audience: &Audience, ahead: Option<i32>) -> String {
    let Some((start, end)) = span(hours) else { return hours.trim().to_owned() };
    let mine = format!("{}–{}", clock(start), if end == DAY { "24:00".into() } else { clock(end) });
    let Some(ahead) = ahead.filter(|minutes| *minutes != 0) else { return mine };
    let chinese = audience.language.is_chinese();
    let words = if !chinese {
        &ENGLISH
    } else if is_simplified(&audience.language) {
        &SIMPLIFIED
    } else {
        &TRADITIONAL
    };
    let theirs = words.tell(start + ahead, end + ahead);
    match (audience.culture.as_str(), chinese) {
        ("taiwan", true) if is_simplified(&audience.language) => format!("{mine}（台北时间 {theirs}）"),
        ("taiwan", true) => format!("{mine}（台灣時間 {theirs}）"),
        (_, true) if is_simplified(&audience.language) => format!("{mine}（北京时间 {theirs}）"),
        (_, true) => format!("{mine}（北京時間 {theirs}）"),
        ("taiwan", false) => format!("{mine} ({theirs} Taipei time)"),
        (_, false) => format!("{mine} ({theirs} Beijing time)"),
    }
}

/// How a language says that an hour is on another day than the user's.
struct Words {
    next: &'static str,
    before: &'static str,
    /// Whether the day is said before the hour.
    leads: bool,
}

const ENGLISH: Words = Words { next: " the next day,", before: " the day before,", leads: false };
const TRADITIONAL: Words = Words { next: "隔天 ", before: "前一天 ", leads: true };
const SIMPLIFIED: Words = Words { next: "次日 ", before: "前一天 ", leads: true };

impl Words {
    /// Both hours in the reader's time. The end of a day is 24:00 of that day.
    fn tell(&self, start: i32, end: i32) -> String {
        let (first, last) = (start.div_euclid(DAY), (end - 1).div_euclid(DAY));
        let (start, end) = (clock(start), if end == (last + 1) * DAY { "24:00".into() } else { clock(end) });
        match (first, last) {
            (0, 0) => format!("{start}–{end}"),
            (first, last) if first == last => self.on(first, &format!("{start}–{end}")),
            (first, last) if self.leads => format!("{}–{}", self.on(first, &start), self.on(last, &end)),
            (0, last) => format!("{start}–{}", self.on(last, &end)),
            (first, last) => {
                format!("{} to {}", self.on(first, &start).trim_end_matches(','), self.on(last, &end))
            }
        }
    }

    fn on(&self, day: i32, what: &str) -> String {
        let word = match day {
            0 => return what.to_owned(),
            ..0 => self.before,
            1.. => self.next,
        };
        if self.leads { format!("{word}{what}") } else { format!("{what}{word}") }
    }
}

/// Minutes from the start of the user's day; an end that is not after the start is on the next day.
fn span(hours: &str) -> Option<(i32, i32)> {
    let (start, end) = hours.split_once(['-', '–', '—', '~', '～'])?;
    let time = |text: &str| {
        let (hour, minute) = text.trim().split_once(':')?;
        let (hour, minute) = (hour.parse::<i8>().ok()?, minute.parse::<i8>().ok()?);
        let whole = hour == 24 && minute == 0;
        let time = Time::new(if whole { 0 } else { hour }, minute, 0, 0).ok()?;
        Some(i32::from(time.hour()) * 60 + i32::from(time.minute()) + if whole { DAY } else { 0 })
    };
    let (start, end) = (time(start)?, time(end)?);
    Some((start, if end > start { end } else { end + DAY }))
}

fn clock(minutes: i32) -> String {
    let minutes = minutes.rem_euclid(DAY);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CultureId, Language, Rank};

    fn check(culture: &str, language: &str, hours_there: &str, ahead: Option<i32>, expected: &str) {
        let audience = Audience {
            culture: CultureId::new(culture),
            rank: Rank::Client,
            language: Language::new(language),
        };
        assert_eq!(hours(hours_there, &audience, ahead), expected, "{culture} {language} {ahead:?}");
    }

    #[test]
    fn hours_are_told_in_both_clocks_where_they_differ() {
        check("taiwan", "en", "09:00-18:00", Some(0), "09:00–18:00");
        check("international", "en", "09:00-18:00", None, "09:00–18:00");
        check("taiwan", "zh-Hant-TW", "09:00-17:00", Some(360), "09:00–17:00（台灣時間 15:00–23:00）");
        check("taiwan", "en", "09:00-17:00", Some(360), "09:00–17:00 (15:00–23:00 Taipei time)");
        check("shanghai", "zh-Hans-CN", "8:30-17:30", Some(360), "08:30–17:30（北京时间 14:30–23:30）");
        check("shanghai", "en", "09:00-17:30", Some(150), "09:00–17:30 (11:30–20:00 Beijing time)");
        check("taiwan", "zh-Hant-TW", "09:30-18:00", Some(-90), "09:30–18:00（台灣時間 08:00–16:30）");
    }

    #[test]
    fn an_hour_on_another_day_says_so() {
        check("taiwan", "zh-Hant-TW", "09:00-18:00", Some(420), "09:00–18:00（台灣時間 16:00–隔天 01:00）");
        check("shanghai", "zh-Hans-CN", "09:00-18:00", Some(420), "09:00–18:00（北京时间 16:00–次日 01:00）");
        check(
            "taiwan",
            "en",
            "09:00-18:00",
            Some(420),
            "09:00–18:00 (16:00–01:00 the next day, Taipei time)",
        );
        check("shanghai", "en", "09:00-17:00", Some(420), "09:00–17:00 (16:00–24:00 Beijing time)");
        check("taiwan", "zh-Hant-TW", "09:00-18:00", Some(960), "09:00–18:00（台灣時間 隔天 01:00–10:00）");
        check(
            "taiwan",
            "en",
            "09:00-18:00",
            Some(960),
            "09:00–18:00 (01:00–10:00 the next day, Taipei time)",
        );
        check(
            "shanghai",
            "zh-Hans-CN",
            "04:00-12:00",
            Some(-300),
            "04:00–12:00（北京时间 前一天 23:00–07:00）",
        );
        check(
            "shanghai",
            "en",
            "04:00-12:00",
            Some(-300),
            "04:00–12:00 (23:00 the day before to 07:00 Beijing time)",
        );
        check("taiwan", "en", "22:00-06:00", Some(60), "22:00–06:00 (23:00–07:00 the next day, Taipei time)");
    }

    #[test]
    fn what_is_no_span_is_told_as_written() {
        check("taiwan", "en", " by appointment ", Some(60), "by appointment");
        check("taiwan", "en", "", Some(60), "");
        check("international", "en", "09:00-24:00", None, "09:00–24:00");
    }
}
