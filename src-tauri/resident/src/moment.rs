//! The clock and the time zones: which day it is, and how far the other person's clock is from the user's.

use fencun_core::fill::{Calendar, Day, zone_of};
use fencun_core::{Audience, Profile};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// The day now, for somebody who is written to.
pub(crate) fn day(profile: &Profile, audience: &Audience) -> Day {
    day_at(Timestamp::now(), zone(&profile.time_zone), audience)
}

fn day_at(now: Timestamp, mine: TimeZone, audience: &Audience) -> Day {
    let calendar = Calendar::of_zone(mine.iana_name().unwrap_or_default());
    let here = now.to_zoned_datetime(mine);
    let theirs = zone_of(&audience.culture).and_then(|name| TimeZone::get(name).ok());
    // Hours are told with a promise for the next working day, by which one of the two clocks may have been changed.
    let then = here.time_zone().to_zoned_datetime(calendar.next_workday(here.date()).at(12, 0, 0, 0));
    let ahead = theirs.map(|theirs| ahead(then.as_ref().unwrap_or(&here), theirs));
    Day { today: here.date(), ahead, calendar }
}

/// Now, in seconds since 1970.
pub(crate) fn seconds() -> i64 {
    Timestamp::now().as_second()
}

/// A moment in UTC, as RFC 3339; one that no calendar has is 1970.
pub(crate) fn text(seconds: i64) -> String {
    Timestamp::from_second(seconds).unwrap_or_default().to_string()
}

/// A zone that is not known is the machine's: a wrong name in the profile must not stop a copy.
fn zone(name: &str) -> TimeZone {
    if name.is_empty() {
        TimeZone::system()
    } else {
        TimeZone::get(name).unwrap_or_else(|_| TimeZone::system())
    }
}

fn ahead(here: &ZonedDateTime, theirs: TimeZone) -> i32 {
    (here.with_time_zone(theirs).offset().seconds() - here.offset().seconds()) / 60
}

#[cfg(test)]
mod tests {
    use super::*;
    use fencun_core::{CultureId, Language, Rank};

    fn check(now: &str, mine: &str, culture: &str, [today, next]: [&str; 2], ahead: Option<i32>) {
        let audience =
            Audience { culture: CultureId::new(culture), rank: Rank::Client, language: Language::new("en") };
        let now: Timestamp = now.parse().expect("a time");
        let day = day_at(now, TimeZone::get(mine).expect("a zone"), &audience);
        let next_workday = day.calendar.next_workday(day.today);
        assert_eq!(
            (day.today.to_string(), next_workday.to_string()),
            (today.into(), next.into()),
            "{now} {mine}"
        );
        assert_eq!(day.ahead, ahead, "{now} {mine} {culture}");
    }

    #[test]
    fn the_users_own_zone_decides_the_day_and_whose_holidays_count() {
        let berlin = "Europe/Berlin";
        check("2026-11-25T12:00:00Z", berlin, "taiwan", ["2026-11-25", "2026-11-26"], Some(420));
        check("2026-12-24T12:00:00Z", berlin, "shanghai", ["2026-12-24", "2026-12-28"], Some(420));
        check("2026-12-24T12:00:00Z", "Asia/Taipei", "shanghai", ["2026-12-24", "2026-12-28"], Some(0));
        check("2026-12-24T12:00:00Z", "Asia/Shanghai", "taiwan", ["2026-12-24", "2026-12-25"], Some(0));
        check("2026-02-13T12:00:00Z", "Asia/Shanghai", "taiwan", ["2026-02-13", "2026-02-14"], Some(0));
        check("2026-11-25T18:00:00Z", "Asia/Taipei", "international", ["2026-11-26", "2026-11-27"], None);
        check("2026-11-25T12:00:00Z", "Asia/Kolkata", "shanghai", ["2026-11-25", "2026-11-26"], Some(150));
        check("2026-11-25T12:00:00Z", "America/St_Johns", "taiwan", ["2026-11-25", "2026-11-26"], Some(690));
    }

    #[test]
    fn clocks_are_compared_on_the_next_working_day() {
        let berlin = "Europe/Berlin";
        check("2026-10-22T12:00:00Z", berlin, "taiwan", ["2026-10-22", "2026-10-23"], Some(360));
        check("2026-10-23T12:00:00Z", berlin, "taiwan", ["2026-10-23", "2026-10-26"], Some(420));
        check("2027-03-25T12:00:00Z", berlin, "taiwan", ["2027-03-25", "2027-03-30"], Some(360));
    }

    #[test]
    fn a_wrong_zone_is_the_machines() {
        assert_eq!(zone("Mars/Olympus"), TimeZone::system());
    }
}
