//! Changes the keys of one entry: a value that is another is put in place of the old one, everything else stays.

use std::ops::Range;

use toml::de::{DeTable, DeValue};
use toml_edit::{InlineTable, Value};

use super::document::line_end;
use super::keys::{self, Reader, get};
use super::sections::Section;
use super::splice::Splices;
use super::{scan, write};
use crate::Phrase;

/// The text of a section with its entry changed to hold this phrase; None if a key is written in a way that cannot be
/// changed without touching others.
pub(super) fn change(
    section: &Section<'_>,
    entry: &DeTable<'_>,
    phrase: &Phrase,
    default_end: &'static str,
) -> Option<String> {
    let line_end = if section.text.contains('\n') { line_end(section.text) } else { default_end };
    let mut change = Change { text: section.text, line_end, splices: Splices::default() };
    let had = as_read(section, entry).as_ref().map(write::keys).unwrap_or_default();
    for (at, (key, wanted)) in write::keys(phrase).into_iter().enumerate() {
        let same = |had: &Option<Value>| written(had.as_ref()) == written(wanted.as_ref());
        if had.get(at).is_some_and(|(_, had)| same(had)) {
            continue;
        }
        match (get(entry, key), wanted) {
            (None, None) => {}
            (None, Some(wanted)) => change.add(key, &wanted),
            (Some(found), _) if change.is_list_of_tables(found) => return None,
            (Some(found), wanted) if change.is_spread(found) => change.spread(found, key, wanted.as_ref())?,
            (Some(found), Some(wanted)) => change.value(found, &wanted),
            (Some(_), None) => change.splices.replace(lines_of(section.text, entry, key)?, ""),
        }
    }
    Some(change.splices.apply(section.text))
}

/// The phrase that stands there now, if it is sound.
fn as_read(section: &Section<'_>, entry: &DeTable<'_>) -> Option<Phrase> {
    let mut reader = Reader::new("");
    reader.begin(section.text, section.line);
    reader.phrase(entry, 0)
}

fn written(value: Option<&Value>) -> Option<String> {
    value.map(Value::to_string)
}

struct Change<'t> {
    text: &'t str,
    line_end: &'static str,
    splices: Splices,
}

impl Change<'_> {
    /// Adds a line below the other keys.
    fn add(&mut self, key: &str, wanted: &Value) {
        let at = scan::body(self.text).keys_end;
        self.line(at, &format!("{key} = {}", write::value(wanted, self.line_end)));
    }

    fn line(&mut self, at: usize, line: &str) {
        let end = self.line_end;
        let before = if self.text[..at].ends_with('\n') { "" } else { end };
        self.splices.insert(at, format!("{before}{line}{end}"));
    }

    fn value(&mut self, found: &keys::Value<'_>, wanted: &Value) {
        self.splices.replace(found.span(), write::value(wanted, self.line_end));
    }

    /// Whether a value is `[[phrase.tags]]` with all that follows.
    fn is_list_of_tables(&self, found: &keys::Value<'_>) -> bool {
        let span = found.span();
        let before = self.text[..span.start].rsplit('\n').next().unwrap_or_default();
        found.get_ref().is_array() && self.text[span].starts_with("[[") && before.trim().is_empty()
    }

    /// Whether a value is a table over several lines, `[phrase.gloss]` or `gloss.en = `.
    fn is_spread(&self, found: &keys::Value<'_>) -> bool {
        found.get_ref().is_table() && !self.text[found.span()].starts_with('{')
    }

    /// Changes a table of texts key by key.
    fn spread(&mut self, found: &keys::Value<'_>, key: &str, wanted: Option<&Value>) -> Option<()> {
        let DeValue::Table(table) = found.get_ref() else { return None };
        if table.values().any(|text| text.get_ref().is_table()) {
            return None;
        }
        let none = InlineTable::new();
        let wanted = match wanted {
            Some(Value::InlineTable(wanted)) => wanted,
            Some(_) => return None,
            None => &none,
        };
        for (name, text) in table {
            match wanted.get(name.get_ref()) {
                None => self.splices.replace(lines_of(self.text, table, name.get_ref())?, ""),
                Some(wanted) if wanted.as_str() == text.get_ref().as_str() => {}
                Some(wanted) => self.value(text, wanted),
            }
        }
        let last = table.iter().max_by_key(|(_, text)| text.span().start);
        let at = scan::after_line(self.text, last.map_or(found.span(), |(_, text)| text.span()).end);
        // As the keys beside it are written: `en`, or `gloss.en`.
        let prefix = match last {
            Some((name, _)) => self.text[..name.span().start].rsplit('\n').next().unwrap_or_default(),
            None if self.text[found.span()].starts_with('[') => "",
            None => &format!("{key}."),
        };
        let new = wanted.iter().filter(|(name, _)| get(table, name).is_none());
        let lines: Vec<String> = new
            .map(|(name, text)| {
                format!("{prefix}{} = {}", write::key(name), write::value(text, self.line_end))
            })
            .collect();
        lines.iter().for_each(|line| self.line(at, line));
        Some(())
    }
}

/// The lines that a key and its value take up.
pub(super) fn lines_of(text: &str, table: &DeTable<'_>, key: &str) -> Option<Range<usize>> {
    let (name, value) = table.iter().find(|(name, _)| name.get_ref() == key)?;
    let start = text[..name.span().start].rfind('\n').map_or(0, |before| before + 1);
    Some(start..scan::after_line(text, value.span().end))
}
