//! The clock and the time zones: which day it is, and how far the other person's clock is from the user's.

use fencun_core::fill::{Day, zone_of};
use fencun_core::{Audience, Profile};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// The day now, for somebody who is written to.
pub(crate) fn day(profile: &Profile, audience: &Audience) -> Day {
    let now = Timestamp::now();
    let mine = zone(&profile.time_zone);
    let here = now.to_zoned_datetime(mine);
    let ahead = zone_of(&audience.culture)
        .and_then(|name| TimeZone::get(name).ok())
        .map(|theirs| ahead(&here, theirs));
    Day { today: here.date(), ahead }
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

    #[test]
    fn taipei_is_seven_hours_ahead_of_berlin_in_winter() {
        let winter: Timestamp = "2026-11-25T12:00:00Z".parse().expect("a time");
        let berlin = TimeZone::get("Europe/Berlin").expect("a zone");
        let taipei = TimeZone::get("Asia/Taipei").expect("a zone");
        assert_eq!(ahead(&winter.to_zoned_datetime(berlin), taipei), 420);
    }

    #[test]
    fn a_wrong_zone_is_the_machines() {
        assert_eq!(zone("Mars/Olympus"), TimeZone::system());
    }
}
