//! How a person is called and greeted: what a native reader of the place expects at that rank.

use super::person::{Name, Person};
use super::{is_simplified, surnames, titles, zone_of};
use crate::settings::Contact;
use crate::{Audience, Rank};

/// The greeting with its own punctuation; rank decides the form.
///
/// Upward a Chinese greeting is the family name with the title (陳經理您好，王总您好，), to one's equals the given name; in
/// Shanghai a message to a colleague may begin without any. English to Taipei or Shanghai is more formal upward than
/// English elsewhere, where everybody is on first names but for those whose doctorate or chair is part of the name.
pub fn greeting(audience: &Audience, contact: Option<&Contact>) -> String {
    let said = contact.map(|contact| said(contact, audience)).unwrap_or_default();
    let name = said.name.as_str();
    let upward = is_upward(audience.rank);
    if !audience.language.is_chinese() {
        return match (name, said.formal) {
            ("", _) => "Hello,".into(),
            (name, true) => format!("Dear {name},"),
            (name, false) => format!("Hi {name},"),
        };
    }
    match (name, upward, is_simplified(&audience.language)) {
        ("", true, _) => "您好，".into(),
        ("", false, false) => "嗨，".into(),
        ("", false, true) => String::new(),
        (name, true, false) if name.ends_with(|c: char| c.is_ascii()) => format!("{name} 您好，"),
        (name, true, _) => format!("{name}您好，"),
        (name, false, false) => format!("嗨 {name}，"),
        (name, false, true) => format!("{name}，"),
    }
}

/// How the person is called to their face in this audience; empty if the contact has no name for it.
///
/// A family name alone is no way to call anybody, in any of these languages; a given name of one Chinese character is
/// said with the family name. A Chinese name is not romanised: only its owner knows how.
pub fn their_name(contact: &Contact, audience: &Audience) -> String {
    said(contact, audience).name
}

/// A name as it is said, and whether English puts `Dear` before it.
#[derive(Default)]
struct Said {
    name: String,
    formal: bool,
}

fn said(contact: &Contact, audience: &Audience) -> Said {
    let person = Person::of(contact);
    let upward = is_upward(audience.rank);
    if audience.language.is_chinese() {
        let mainland = is_simplified(&audience.language);
        let name = if upward {
            above(&person, audience.rank, mainland)
        } else {
            beside(&person, audience.rank, mainland)
        };
        return Said { name, formal: upward };
    }
    let asian = zone_of(&audience.culture).is_some();
    if asian && upward { in_formal_english(&person) } else { in_english(&person, asian, upward) }
}

fn is_upward(rank: Rank) -> bool {
    matches!(rank, Rank::Senior | Rank::Client)
}

/// 陳經理, 王总, David: to somebody above, or who pays.
fn above(person: &Person, rank: Rank, mainland: bool) -> String {
    let Person { chinese, latin, title, .. } = person;
    let name = if chinese.whole.is_empty() { &latin.given } else { &chinese.whole };
    if let Some(titled) = titled(person, mainland) {
        return titled;
    }
    if !name.is_empty() {
        return name.clone();
    }
    // A customer of unknown title is 总 on the Mainland: too much respect is never a mistake there.
    if mainland && rank == Rank::Client && title.is_empty() && !chinese.surname.is_empty() {
        return format!("{}总", surnames::in_script(&chinese.surname, true));
    }
    let nameless = chinese.surname.is_empty() && latin.surname.is_empty();
    let alone = nameless.then(|| titles::spoken_alone(title, mainland, rank == Rank::Senior)).flatten();
    alone.unwrap_or_default()
}

/// The family name with the title, if both are known and the place has a word for the title.
fn titled(person: &Person, mainland: bool) -> Option<String> {
    let said = titles::spoken(&person.title, mainland);
    if person.title.is_empty() || said.is_empty() {
        return None;
    }
    if !person.chinese.surname.is_empty() {
        return Some(format!("{}{said}", surnames::in_script(&person.chinese.surname, mainland)));
    }
    // A Latin family name takes a title of its own length only: `Smith 總` is not said.
    let surname = &person.latin.surname;
    let fits = !surname.is_empty() && person.chinese.whole.is_empty() && said.chars().count() > 1;
    fits.then(|| if mainland { format!("{surname}{said}") } else { format!("{surname} {said}") })
}

/// 佳穎, 王偉, 小林: to one's equals, and to those one leads.
fn beside(person: &Person, rank: Rank, mainland: bool) -> String {
    let Person { chinese, latin, called, .. } = person;
    let choices = [called, &chinese.given, &latin.given];
    if let Some(given) = choices.into_iter().find(|given| !given.is_empty()) {
        return with_family(given, chinese);
    }
    let titled = titled(person, mainland);
    match (&titled, mainland, chinese.surname.as_str()) {
        (Some(titled), ..) if rank == Rank::Peer || !mainland => titled.clone(),
        (_, true, surname) if !surname.is_empty() => format!("小{}", surnames::in_script(surname, true)),
        _ => titled.unwrap_or_default(),
    }
}

/// A given name of one character is said with the family name.
fn with_family(given: &str, name: &Name) -> String {
    let mut letters = given.chars();
    let single = letters.next().is_some_and(|c| !c.is_ascii()) && letters.next().is_none();
    if single { format!("{}{given}", name.surname) } else { given.to_owned() }
}

/// `Ms Chen`, else the whole name: to those above in Taipei and Shanghai.
fn in_formal_english(person: &Person) -> Said {
    let name = match titles::courtesy(&person.title) {
        Some((courtesy, _)) if !person.latin.surname.is_empty() => {
            format!("{courtesy} {}", person.latin.surname)
        }
        Some((courtesy, _)) if person.latin.whole.contains(' ') => {
            format!("{courtesy} {}", person.latin.whole)
        }
        _ if person.latin.whole.is_empty() => person.latin.given.clone(),
        _ => person.latin.whole.clone(),
    };
    Said { name, formal: true }
}

/// `David`; `Dr Weber` where it is part of the name.
fn in_english(person: &Person, asian: bool, upward: bool) -> Said {
    let Name { whole, surname, given } = &person.latin;
    let courtesy = titles::courtesy(&person.title).filter(|_| !surname.is_empty());
    if let Some((courtesy, academic)) = courtesy
        && (academic && upward || given.is_empty() && whole.is_empty())
    {
        return Said { name: format!("{courtesy} {surname}"), formal: true };
    }
    let given = if given.is_empty() { whole } else { given };
    // One Chinese syllable is too short to call somebody by: Wang Wei is Wang Wei.
    let short = asian
        && surnames::is_romanised(surname)
        && is_one_syllable(given)
        && surnames::is_chinese_given(given);
    Said { name: if short { format!("{surname} {given}") } else { given.clone() }, formal: false }
}

fn is_one_syllable(given: &str) -> bool {
    let vowel = |c: char| "aeiouyüAEIOUYÜ".contains(c);
    let runs = given.split(|c| !vowel(c)).filter(|run| !run.is_empty()).count();
    runs == 1 && !given.contains([' ', '-'])
}
