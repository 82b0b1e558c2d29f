//! The values Fencun computes for placeholders: from the profile, the audience, the contact and the day.

use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use crate::placeholder::Values;
use crate::settings::{Contact, Profile};
use crate::{Audience, CultureId, Language, Rank};

/// The placeholders Fencun computes, in the order an editor offers them.
pub const COMPUTED: [&str; 13] = [
    "greeting",
    "their_name",
    "my_name",
    "my_email",
    "my_hours",
    "deputy",
    "deputy_email",
    "company",
    "app",
    "reason",
    "today",
    "next_workday",
    "their_email",
];

/// The day on which words are filled in, and how far the other person's clock is from the user's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// In the user's time zone.
    pub today: Date,
    /// Minutes to add to the user's clock for theirs; None where their zone is unknown or the same.
    pub ahead: Option<i32>,
}

/// Who writes to whom, and when.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'a> {
    /// The user.
    pub profile: &'a Profile,
    /// Whom it is for.
    pub audience: &'a Audience,
    /// The person, if one is known.
    pub contact: Option<&'a Contact>,
    /// When.
    pub day: Day,
}

/// The time zone in which people of a culture work, as an IANA name; None where the culture has no one place.
pub fn zone_of(culture: &CultureId) -> Option<&'static str> {
    match culture.as_str() {
        "taiwan" => Some("Asia/Taipei"),
        "shanghai" => Some("Asia/Shanghai"),
        _ => None,
    }
}

/// The values of all placeholders that can be computed; what the profile lacks stays open.
pub fn values(of: Occasion<'_>) -> Values {
    let Occasion { profile, audience, contact, day } = of;
    let mut values = Values::new();
    let mut put = |name: &str, value: String| {
        if !value.is_empty() {
            values.insert(name.to_owned(), value);
        }
    };
    put("their_name", contact.map(|contact| their_name(contact, audience)).unwrap_or_default());
    put("their_email", contact.map(|contact| contact.email.clone()).unwrap_or_default());
    put("my_name", profile.name.clone());
    put("my_email", profile.email.clone());
    put("my_hours", hours(&profile.hours, audience, day.ahead));
    put("deputy", profile.deputy.clone());
    put("deputy_email", profile.deputy_email.clone());
    put("company", profile.company.clone());
    put("app", app(profile, audience, contact));
    put("today", date(day.today, &audience.language));
    put("next_workday", date(next_workday(day.today), &audience.language));
    // A greeting may be empty on purpose: colleagues in Shanghai start with the matter itself.
    values.insert("greeting".into(), greeting(audience, contact));
    values
}

/// The greeting with its own punctuation; rank decides the form.
pub fn greeting(audience: &Audience, contact: Option<&Contact>) -> String {
    let name = contact.map(|contact| their_name(contact, audience)).unwrap_or_default();
    let upward = matches!(audience.rank, Rank::Senior | Rank::Client);
    let known = !name.is_empty();
    if !audience.language.is_chinese() {
        let asian = zone_of(&audience.culture).is_some();
        return match (known, asian && upward) {
            (true, true) => format!("Dear {name},"),
            (true, false) => format!("Hi {name},"),
            (false, _) => "Hello,".into(),
        };
    }
    let mainland = is_simplified(&audience.language);
    match (known, upward, mainland) {
        (true, true, _) => format!("{name}您好，"),
        (false, true, _) => "您好，".into(),
        (true, false, false) => format!("嗨 {name}，"),
        (false, false, false) => "嗨，".into(),
        (true, false, true) => format!("{name}，"),
        (false, false, true) => String::new(),
    }
}

/// How the person is called to their face in this audience; empty if the contact has no name.
pub fn their_name(contact: &Contact, audience: &Audience) -> String {
    let Contact { name, surname, given, title, .. } = contact;
    let upward = matches!(audience.rank, Rank::Senior | Rank::Client);
    let first_of = |choices: &[&String]| {
        choices.iter().find(|text| !text.is_empty()).map_or_else(String::new, |text| (*text).clone())
    };
    if audience.language.is_chinese() {
        if upward && !surname.is_empty() && !title.is_empty() {
            return format!("{surname}{title}");
        }
        return if upward {
            first_of(&[name, &format!("{surname}{given}"), given])
        } else {
            first_of(&[given, name, surname])
        };
    }
    let asian = zone_of(&audience.culture).is_some();
    if asian && upward && !surname.is_empty() && !title.is_empty() {
        return format!("{title} {surname}");
    }
    if asian && upward { first_of(&[name, surname, given]) } else { first_of(&[given, name, surname]) }
}

fn app(profile: &Profile, audience: &Audience, contact: Option<&Contact>) -> String {
    let set = contact.map(|contact| contact.app.as_str()).filter(|app| !app.is_empty());
    let set =
        set.or_else(|| profile.app.get(&audience.culture).map(String::as_str)).filter(|app| !app.is_empty());
    let name = set.unwrap_or(match audience.culture.as_str() {
        "taiwan" => "LINE",
        "shanghai" => "微信",
        _ => "WhatsApp",
    });
    // The app has a name of its own in each language.
    match (name, audience.language.is_chinese()) {
        ("微信", false) => "WeChat".into(),
        ("WeChat", true) => "微信".into(),
        (name, _) => name.to_owned(),
    }
}

/// `09:00-18:00` as people write it, with their own time beside it where the clocks differ.
fn hours(hours: &str, audience: &Audience, ahead: Option<i32>) -> String {
    let Some((start, end)) = span(hours) else { return hours.trim().to_owned() };
    let mine = format!("{}–{}", clock(start), clock(end));
    let Some(ahead) = ahead.filter(|minutes| *minutes != 0) else { return mine };
    let shift = |time: Time| time.wrapping_add(i64::from(ahead).minutes());
    let theirs = format!("{}–{}", clock(shift(start)), clock(shift(end)));
    match (audience.culture.as_str(), audience.language.is_chinese()) {
        ("taiwan", true) if !is_simplified(&audience.language) => format!("{mine}（台灣時間 {theirs}）"),
        (_, true) => format!("{mine}（北京时间 {theirs}）"),
        ("taiwan", false) => format!("{mine} ({theirs} Taipei time)"),
        (_, false) => format!("{mine} ({theirs} Beijing time)"),
    }
}

fn span(hours: &str) -> Option<(Time, Time)> {
    let (start, end) = hours.split_once(['-', '–', '—', '~'])?;
    let time = |text: &str| {
        let (hour, minute) = text.trim().split_once(':')?;
        Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
    };
    Some((time(start)?, time(end)?))
}

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The next day that is neither Saturday nor Sunday; public holidays are not known yet.
pub fn next_workday(today: Date) -> Date {
    let mut day = today;
    loop {
        let Ok(next) = day.tomorrow() else { return day };
        if !matches!(next.weekday(), Weekday::Saturday | Weekday::Sunday) {
            return next;
        }
        day = next;
    }
}

/// A day as people of the language write it in a message: `11月26日（週四）`, `Thursday, 26 November`.
pub fn date(day: Date, language: &Language) -> String {
    let weekday = usize::from(day.weekday().to_monday_zero_offset().unsigned_abs());
    if language.is_chinese() {
        const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
        let week = if is_simplified(language) { "周" } else { "週" };
        return format!("{}月{}日（{week}{}）", day.month(), day.day(), DAYS[weekday]);
    }
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    format!("{}, {} {}", DAYS[weekday], day.day(), MONTHS[usize::from(day.month().unsigned_abs()) - 1])
}

fn is_simplified(language: &Language) -> bool {
    let tag = language.as_str();
    tag.contains("Hans") || tag == "zh" || tag.ends_with("-CN") || tag.ends_with("-SG")
}

#[cfg(test)]
mod tests;
