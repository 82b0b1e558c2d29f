//! A day as people write it in a message.

use jiff::civil::Date;

use super::is_simplified;
use crate::Language;

/// A day as people of the language write it: `11月26日（週四）`, `Thursday, 26 November`.
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
