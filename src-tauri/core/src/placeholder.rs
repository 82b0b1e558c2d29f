//! Placeholders: names in braces that are filled in when a phrase is copied.
//!
//! A flat list of names, no logic: a pack can do nothing but have words filled in, once, and what was
//! filled in is never looked at again.

use std::collections::BTreeMap;

/// A name in braces that copying fills in, such as `my_email`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PlaceholderName(String);

/// Why a text is no placeholder name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlaceholderNameError {
    /// There is nothing between the braces.
    #[error("a placeholder has a name")]
    Empty,
    /// This character cannot be in a name.
    #[error("`{0}` cannot be in a placeholder's name: it has letters, digits and _")]
    Character(char),
}

impl PlaceholderName {
    /// Accepts letters, digits and `_`, or says which character is in the way.
    ///
    /// ```
    /// # use fencun_core::{PlaceholderName, PlaceholderNameError};
    /// assert_eq!(PlaceholderName::parse("my email"), Err(PlaceholderNameError::Character(' ')));
    /// ```
    ///
    /// # Errors
    /// Anything else in braces is the person's own text and stays as written.
    pub fn parse(raw: &str) -> Result<Self, PlaceholderNameError> {
        if raw.is_empty() {
            return Err(PlaceholderNameError::Empty);
        }
        match raw.chars().find(|&c| !c.is_ascii_alphanumeric() && c != '_') {
            Some(other) => Err(PlaceholderNameError::Character(other)),
            None => Ok(Self(raw.to_owned())),
        }
    }

    /// The name without braces.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A piece of a text with placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// As written.
    Words(&'t str),
    /// A name in braces.
    Placeholder(PlaceholderName),
}

/// Takes a text apart. Any brace that is not around a name is itself.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        let name = text[open + 1..].find(['{', '}']).map(|end| &text[open + 1..open + 1 + end]);
        let closed = name.filter(|name| text[open + 1 + name.len()..].starts_with('}'));
        match closed.and_then(|name| PlaceholderName::parse(name).ok()) {
            Some(name) => {
                if start < open {
                    found.push(Piece::Words(&text[start..open]));
                }
                at = open + name.as_str().len() + 2;
                start = at;
                found.push(Piece::Placeholder(name));
            }
            None => at = open + 1,
        }
    }
    if start < text.len() {
        found.push(Piece::Words(&text[start..]));
    }
    found
}

/// Values by placeholder name. An empty value fills the place with nothing; a missing one leaves it open.
pub type Values = BTreeMap<String, String>;

/// A piece of filled words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// As written in the pack.
    Words(String),
    /// A placeholder with its value.
    Filled(PlaceholderName, String),
    /// A placeholder nobody has filled.
    Open(PlaceholderName),
}

/// Words with their placeholders filled as far as values reach.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// In order.
    pub parts: Vec<Part>,
}

impl Filled {
    /// Fills each placeholder that has a value, in one pass.
    pub fn from(text: &str, values: &Values) -> Self {
        let parts = pieces(text).into_iter().map(|piece| match piece {
            Piece::Words(words) => Part::Words(words.to_owned()),
            Piece::Placeholder(name) => match values.get(name.as_str()) {
                Some(value) => Part::Filled(name, value.clone()),
                None => Part::Open(name),
            },
        });
        Self { parts: parts.collect() }
    }

    /// The names nobody has filled, each once, in order.
    pub fn open(&self) -> Vec<PlaceholderName> {
        let mut names = Vec::new();
        for part in &self.parts {
            if let Part::Open(name) = part
                && !names.contains(name)
            {
                names.push(name.clone());
            }
        }
        names
    }

    /// The whole words, if nothing is open.
    ///
    /// # Errors
    /// The open names.
    pub fn complete(&self) -> Result<String, Vec<PlaceholderName>> {
        let open = self.open();
        if open.is_empty() { Ok(self.to_string()) } else { Err(open) }
    }
}

/// The words as they stand, open placeholders in braces.
impl std::fmt::Display for Filled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Words(words) | Part::Filled(_, words) => f.write_str(words),
            Part::Open(name) => write!(f, "{{{}}}", name.as_str()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str, open: &[&str]) {
        let values = Values::from([
            ("a".into(), "{b}".into()),
            ("b".into(), "B".into()),
            ("none".into(), String::new()),
        ]);
        let filled = Filled::from(text, &values);
        assert_eq!(filled.to_string(), expected, "{text}");
        let names: Vec<_> = filled.open().iter().map(|name| name.as_str().to_owned()).collect();
        assert_eq!(names, open, "{text}");
    }

    #[test]
    fn names_in_braces_are_filled_once_and_everything_else_is_itself() {
        check("{b}, 您好", "B, 您好", &[]);
        check("{a}", "{b}", &[]);
        check("{none}。", "。", &[]);
        check("{topic} {topic} {x_1}", "{topic} {topic} {x_1}", &["topic", "x_1"]);
        check("{} { b } {您} {b", "{} { b } {您} {b", &[]);
        check("{{b}}", "{B}", &[]);
        check("{b}{b}", "BB", &[]);
        check("a { b {b} }", "a { b B }", &[]);
        check("\\{b\\}", "\\{b\\}", &[]);
        check("}{", "}{", &[]);
        check("", "", &[]);
    }

    #[test]
    fn words_with_open_places_are_not_complete() {
        let filled = Filled::from("{b} {topic}", &Values::from([("b".into(), "B".into())]));
        let open = filled.complete().expect_err("topic is open");
        assert_eq!(open[0].as_str(), "topic");
    }
}
