//! What is known of a person's name, however the user wrote it: Chinese, Latin, or both; with or without a title.

use super::{surnames, titles};
use crate::settings::Contact;

/// A name in one script. An empty text is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// As the person writes it; empty where only the family name is known.
    pub(super) whole: String,
    pub(super) surname: String,
    pub(super) given: String,
}

/// A person, as far as the contact says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) chinese: Name,
    pub(super) latin: Name,
    /// The given name as the user set it, in either script: what the person is called.
    pub(super) called: String,
    pub(super) title: String,
}

impl Person {
    pub(super) fn of(contact: &Contact) -> Self {
        let [mut name, mut surname, mut given, mut title] =
            [&contact.name, &contact.surname, &contact.given, &contact.title].map(|text| tidy(text));
        // A name may sit in whichever field came to hand, with its title.
        if name.is_empty() && titles::split(&surname).is_some() {
            name = std::mem::take(&mut surname);
        } else if name.is_empty() && surname.is_empty() && titles::split(&given).is_some() {
            name = std::mem::take(&mut given);
        }
        if name.is_empty() && surname.is_empty() && given.is_empty() && titles::split(&title).is_some() {
            name = std::mem::take(&mut title);
        }
        let (mut chinese, latin) = scripts(&name);
        take_title(&mut chinese, &mut title, &surname);
        let of = |is: fn(&str) -> bool, text: &str| if is(text) { text.to_owned() } else { String::new() };
        let chinese = chinese_name(&chinese, of(is_chinese, &surname), of(is_chinese, &given));
        let latin = latin_name(&latin, of(is_latin, &surname), of(is_latin, &given), &mut title);
        Self { chinese, latin, called: given, title }
    }
}

/// One space between words, none around; the wide space of Chinese input is a space too.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '·' | '‧' | '々')
}

fn is_chinese(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_han)
}

fn is_latin(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(is_han)
}

/// The Chinese part of a name and the rest, of `Vivian Chen 陳佳穎` or `陳佳穎（Vivian）`.
fn scripts(name: &str) -> (String, String) {
    let chinese = name.chars().filter(|c| is_han(*c)).collect();
    let bracket = |c: char| is_han(c) || "()（）[]【】/／|".contains(c);
    let rest: String = name.chars().map(|c| if bracket(c) { ' ' } else { c }).collect();
    (chinese, tidy(&rest))
}

/// Moves a title off the end of a name, and a family name off the front of a title.
fn take_title(name: &mut String, title: &mut String, surname: &str) {
    if let Some((of_name, found)) = titles::split(name) {
        if title.is_empty() || title == name || title.ends_with(found) && titles::split(title).is_some() {
            *title = found.to_owned();
        }
        *name = of_name.to_owned();
    }
    let known =
        if surname.is_empty() { surnames::split(name).map_or("", |(surname, _)| surname) } else { surname };
    if let Some(rest) = title.strip_prefix(known).filter(|rest| !known.is_empty() && !rest.is_empty()) {
        *title = rest.trim_start().to_owned();
    }
}

fn chinese_name(name: &str, mut surname: String, mut given: String) -> Name {
    if surname.is_empty() && given.is_empty() {
        match surnames::split(name) {
            Some((of_family, own)) => (surname, given) = (of_family.to_owned(), own.to_owned()),
            None => given = name.to_owned(),
        }
    } else if surname.is_empty() {
        surname = name.strip_suffix(&given).unwrap_or_default().to_owned();
    } else if given.is_empty() {
        given = name.strip_prefix(&surname).unwrap_or_default().to_owned();
    }
    let whole = match (name == surname, name.is_empty(), given.is_empty()) {
        (_, true, false) => format!("{surname}{given}"),
        (true, ..) | (_, true, true) => String::new(),
        _ => name.to_owned(),
    };
    Name { whole, surname, given }
}

fn latin_name(name: &str, mut surname: String, mut given: String, title: &mut String) -> Name {
    let mut words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    if let Some(first) = words.first().filter(|word| titles::courtesy(word).is_some()) {
        if title.is_empty() {
            *title = (*first).to_owned();
        }
        words.remove(0);
        if let ([only], true) = (words.as_slice(), surname.is_empty()) {
            return Name { surname: (*only).to_owned(), given, ..Name::default() };
        }
    }
    if surname.is_empty() && given.is_empty() {
        return apart(&words);
    }
    let turned = words.join(" ").contains(',').then(|| apart(&words).whole);
    if let Some(turned) = &turned {
        words = turned.split(' ').collect();
    }
    let whole = if words.is_empty() { composed(&surname, &given) } else { words.join(" ") };
    if surname.is_empty() {
        surname = without(&words, &given);
    } else if given.is_empty() {
        given = without(&words, &surname);
    }
    Name { whole, surname, given }
}

/// The words of a name without those of a part of it.
fn without(words: &[&str], part: &str) -> String {
    let part: Vec<_> = part.split(' ').collect();
    if !part.iter().all(|word| words.contains(word)) {
        return String::new();
    }
    words.iter().filter(|word| !part.contains(word)).copied().collect::<Vec<_>>().join(" ")
}

/// A Chinese family name stands before a Chinese given name and after an English one.
fn composed(surname: &str, given: &str) -> String {
    if given.is_empty() {
        return String::new();
    }
    let first = surnames::is_romanised(surname) && surnames::is_chinese_given(given);
    let (one, two) = if first { (surname, given) } else { (given, surname) };
    format!("{one} {two}").trim().to_owned()
}

/// Takes a Latin name apart: `Chen, Amy`, `CHEN Wei-Ting`, `Chen Wei-Ting`, `Amy Chen`, `Ludwig van Beethoven`.
fn apart(words: &[&str]) -> Name {
    let whole = words.join(" ");
    if let Some((surname, given)) = whole.split_once(',').map(|(a, b)| (a.trim(), b.trim())) {
        return Name { whole: composed(surname, given), surname: surname.into(), given: given.into() };
    }
    let (Some(first), Some(last)) = (words.first(), words.last().filter(|_| words.len() > 1)) else {
        return Name { given: whole.clone(), whole, ..Name::default() };
    };
    let either = words.len() == 2 && surnames::is_romanised(first) && surnames::is_romanised(last);
    if either && !is_loud(first) && !is_loud(last) {
        // Wang Wei, or Wei Wang: nobody can tell, and both are one person's whole name.
        return Name { given: whole.clone(), whole, ..Name::default() };
    }
    if family_first(first, last, &words[1..]) {
        let (surname, given) = (capitalised(first), words[1..].join(" "));
        return Name { whole: format!("{surname} {given}"), surname, given };
    }
    let lower = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
    let from = words.iter().skip(1).position(|word| lower(word)).map_or(words.len() - 1, |at| at + 1);
    // Middle names are said to nobody's face.
    let given = if surnames::is_romanised(last) { words[..from].join(" ") } else { (*first).to_owned() };
    Name { surname: words[from..].join(" "), given, whole }
}

fn family_first(first: &str, last: &str, rest: &[&str]) -> bool {
    if is_loud(first) && rest.iter().any(|word| !is_loud(word)) {
        return true;
    }
    surnames::is_romanised(first) && !surnames::is_romanised(last) && !is_loud(last)
}

/// Whether a word is in capitals, as family names are marked.
fn is_loud(word: &str) -> bool {
    word.chars().count() > 1 && !word.chars().any(char::is_lowercase)
}

/// `CHEN` as it is written in a greeting.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(String::from).unwrap_or_default();
    if word.chars().any(char::is_lowercase) {
        word.to_owned()
    } else {
        first + &letters.as_str().to_lowercase()
    }
}
