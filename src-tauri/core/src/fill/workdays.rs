//! On which days people work where the user is: public holidays, and the weekends worked in exchange.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use toml::{Table, Value};

/// The working days of one place.
///
/// It is the *user's* place: `next_workday` stands in promises such as "I will answer on Monday", and whoever promises
/// has to be at work. The reader's holidays do not make the promise untrue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calendar(Option<usize>);

struct Place {
    zones: Vec<String>,
    off: BTreeSet<Date>,
    work: BTreeSet<Date>,
}

static PLACES: LazyLock<Vec<Place>> = LazyLock::new(|| {
    let table: Table =
        include_str!("data/workdays.toml").parse().expect("a test reads every line of the table");
    table.iter().map(|(_, place)| Place::read(place)).collect()
});

impl Calendar {
    /// Monday to Friday, without holidays.
    pub const WEEKDAYS: Self = Self(None);

    /// The calendar of an IANA time zone; [`Self::WEEKDAYS`] where the holidays of the place are not known.
    pub fn of_zone(zone: &str) -> Self {
        Self(PLACES.iter().position(|place| place.zones.iter().any(|known| known == zone)))
    }

    /// Whether people are at work on a day.
    pub fn works_on(self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let Some(place) = self.0.and_then(|at| PLACES.get(at)) else { return !weekend };
        if weekend { place.work.contains(&day) } else { !place.off.contains(&day) }
    }

    /// The first working day after a day.
    pub fn next_workday(self, today: Date) -> Date {
        let mut day = today;
        while let Ok(next) = day.tomorrow() {
            if self.works_on(next) {
                return next;
            }
            day = next;
        }
        day
    }
}

impl Place {
    fn read(place: &Value) -> Self {
        let texts = |key: &str| {
            let list = place.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            list.iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
        };
        let days =
            |key: &str| texts(key).iter().filter_map(|day| day.parse().ok()).collect::<BTreeSet<Date>>();
        let mut off = days("off");
        off.extend(days("expected"));
        Self { zones: texts("zones"), off, work: days("work") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn the_next_working_day_knows_the_holidays_and_the_weekends_worked_for_them() {
        let check = |zone: &str, today: &str, expected: &str| {
            assert_eq!(Calendar::of_zone(zone).next_workday(day(today)), day(expected), "{zone} {today}");
        };
        check("Asia/Taipei", "2026-11-25", "2026-11-26");
        check("Asia/Taipei", "2026-11-27", "2026-11-30");
        check("Asia/Taipei", "2026-12-24", "2026-12-28");
        check("Asia/Taipei", "2027-02-03", "2027-02-11");
        check("Asia/Taipei", "2027-04-02", "2027-04-07");
        check("Asia/Taipei", "2027-12-30", "2028-01-03");
        check("Asia/Taipei", "2025-02-07", "2025-02-08");
        check("Asia/Taipei", "2025-04-30", "2025-05-02");
        check("Asia/Shanghai", "2026-12-24", "2026-12-25");
        check("Asia/Shanghai", "2026-12-31", "2027-01-04");
        check("Asia/Shanghai", "2026-01-03", "2026-01-04");
        check("Asia/Shanghai", "2026-02-13", "2026-02-14");
        check("Asia/Shanghai", "2026-02-14", "2026-02-24");
        check("Asia/Shanghai", "2026-02-27", "2026-02-28");
        check("Asia/Shanghai", "2026-09-19", "2026-09-20");
        check("Asia/Shanghai", "2026-09-30", "2026-10-08");
        check("Asia/Shanghai", "2026-10-09", "2026-10-10");
        check("PRC", "2026-05-08", "2026-05-09");
        check("Europe/Berlin", "2026-12-24", "2026-12-28");
        check("Europe/London", "2026-12-24", "2026-12-29");
        check("Europe/Lisbon", "2026-12-24", "2026-12-25");
        check("", "2026-11-28", "2026-11-30");
    }

    #[test]
    fn every_line_of_the_table_is_a_day_that_differs_from_its_weekday() {
        let table: Table = include_str!("data/workdays.toml").parse().expect("a table");
        for (name, place) in &table {
            let keys: Vec<_> = place.as_table().expect("a place").keys().map(String::as_str).collect();
            assert!(
                keys.iter().all(|key| ["zones", "off", "work", "expected"].contains(key)),
                "{name}: {keys:?}"
            );
            for (key, on_a_weekend) in [("off", false), ("expected", false), ("work", true)] {
                for text in place.get(key).and_then(Value::as_array).into_iter().flatten() {
                    let day = day(text.as_str().expect("a text"));
                    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
                    assert_eq!(weekend, on_a_weekend, "{name}.{key} {day}");
                }
            }
        }
    }

    #[test]
    fn each_weekend_worked_in_the_mainland_has_a_weekday_off_for_it() {
        let place = &PLACES[Calendar::of_zone("Asia/Shanghai").0.expect("it is known")];
        for year in [2025, 2026] {
            let count =
                |days: &BTreeSet<Date>| days.iter().filter(|day| i32::from(day.year()) == year).count();
            assert!(count(&place.work) >= 5, "{year}");
            assert!(count(&place.off) > count(&place.work), "{year}");
        }
    }
}
