//! The values Fencun computes for placeholders: from the profile, the audience, the contact and the day.

mod address;
mod apps;
mod days;
mod hours;
mod person;
mod reasons;
mod surnames;
mod titles;
mod workdays;

use jiff::civil::Date;

use crate::placeholder::Values;
use crate::settings::{Contact, Profile};
use crate::{Audience, CultureId, Language};

pub use address::{greeting, their_name};
pub use days::date;
pub(crate) use reasons::wording;
pub use reasons::{Truth, reason_is_true};
pub use workdays::Calendar;

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
    /// When people work where the user is.
    pub calendar: Calendar,
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
    put("my_hours", hours::hours(&profile.hours, audience, day.ahead));
    put("deputy", profile.deputy.clone());
    put("deputy_email", profile.deputy_email.clone());
    put("company", profile.company.clone());
    put("app", apps::app(profile, audience, contact));
    put("today", date(day.today, &audience.language));
    put("next_workday", date(day.calendar.next_workday(day.today), &audience.language));
    // A greeting may be empty on purpose: colleagues in Shanghai start with the matter itself.
    values.insert("greeting".into(), greeting(audience, contact));
    values
}

fn is_simplified(language: &Language) -> bool {
    let tag = language.as_str();
    tag.contains("Hans") || tag == "zh" || tag.ends_with("-CN") || tag.ends_with("-SG")
}

#[cfg(test)]
mod tests;
