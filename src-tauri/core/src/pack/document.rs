//! The text of a pack as places that can be changed: where each entry begins and ends, and what belongs to it.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::edit::EditError;
use super::keys::{get, integer};
use super::sections::{Section, sections};
use super::splice::Splices;
use super::{SCHEMA, change, scan};
use crate::{Phrase, PhraseId};

/// A text and its sections.
pub(super) struct Document<'t> {
    /// The byte order mark, if there is one.
    mark: &'t str,
    text: &'t str,
    sections: Vec<Section<'t>>,
    gave_up: Option<usize>,
}

impl<'t> Document<'t> {
    /// Takes a text as it is, sound or not.
    pub(super) fn of(text: &'t str) -> Self {
        let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut cut = sections(plain);
        let sections = cut.by_ref().collect();
        let gave_up = cut.gave_up();
        Self { mark: &text[..text.len() - plain.len()], text: plain, sections, gave_up }
    }

    /// Takes a text that may be changed; what is not sound is never written into.
    pub(super) fn parse(text: &'t str) -> Result<Self, EditError> {
        let document = Self::of(text);
        for section in &document.sections {
            if let Some((at, message)) = section.broken() {
                let line = section.line + scan::lines(&section.text[..at]);
                return Err(EditError::Damaged { line, message: message.to_owned() });
            }
        }
        if let Some(line) = document.gave_up {
            return Err(EditError::Damaged { line, message: "too much of it is broken".to_owned() });
        }
        if document.root().and_then(|root| get(root, "schema")).and_then(integer).unwrap_or(SCHEMA) > SCHEMA {
            return Err(EditError::Newer);
        }
        let usual = document.sections.iter().all(|section| {
            get(&section.table, "phrase").is_none_or(|list| match list.get_ref() {
                // An empty inline list holds nothing that could be lost.
                DeValue::Array(array) => array.is_empty() || section.header.is_some(),
                _ => false,
            })
        });
        if usual { Ok(document) } else { Err(EditError::Unusual) }
    }

    fn root(&self) -> Option<&DeTable<'t>> {
        self.sections.first().filter(|section| section.header.is_none()).map(|section| &section.table)
    }

    /// The first entry of an id.
    pub(super) fn find(&self, id: &PhraseId) -> Option<usize> {
        self.all(id).next()
    }

    /// All entries of an id; there should be one.
    pub(super) fn all(&self, id: &PhraseId) -> impl Iterator<Item = usize> {
        let has_id = move |at: &usize| {
            entry(&self.sections[*at]).and_then(|entry| get(entry, "id")?.get_ref().as_str())
                == Some(id.as_str())
        };
        (0..self.sections.len()).filter(has_id)
    }

    /// How the lines of the text end.
    pub(super) fn line_end(&self) -> &'static str {
        line_end(self.text)
    }

    /// The bytes of an entry, with the comments right above it and without those below.
    pub(super) fn extent(&self, at: usize) -> Range<usize> {
        let section = &self.sections[at];
        let end = section.start + scan::body(section.text).end;
        let Some(before) = at.checked_sub(1).map(|before| &self.sections[before]) else {
            return section.start..end;
        };
        let loose = before.start + scan::body(before.text).end..section.start;
        let comments = self.text[loose].split_inclusive('\n').rev();
        let above = comments.take_while(|line| line.trim_start().starts_with('#')).map(str::len);
        section.start - above.sum::<usize>()..end
    }

    /// The same with the empty lines that follow.
    pub(super) fn extent_and_gap(&self, at: usize) -> Range<usize> {
        let extent = self.extent(at);
        let after = self.text[extent.end..].split_inclusive('\n');
        let empty = after.take_while(|line| line.trim().is_empty()).map(str::len);
        extent.start..extent.end + empty.sum::<usize>()
    }

    /// The text of an entry, with the comments right above it.
    pub(super) fn extent_text(&self, at: usize) -> String {
        let text = &self.text[self.extent(at)];
        if text.ends_with('\n') { text.to_owned() } else { format!("{text}{}", self.line_end()) }
    }

    /// The text with changes made.
    pub(super) fn spliced(&self, splices: Splices) -> String {
        format!("{}{}", self.mark, splices.apply(self.text))
    }

    /// The text with an entry changed to hold this phrase; None if it is written in a way that cannot be changed.
    pub(super) fn changed(&self, at: usize, phrase: &Phrase) -> Option<String> {
        let section = &self.sections[at];
        let changed = change::change(section, entry(section)?, phrase, self.line_end())?;
        let mut splices = Splices::default();
        splices.replace(section.start..section.start + section.text.len(), changed);
        Some(self.spliced(splices))
    }

    /// The text with an entry added at the end.
    pub(super) fn with(&self, entry: &str) -> String {
        let (mut splices, end, line_end) = (Splices::default(), self.text.len(), self.line_end());
        if let Some(empty_list) = self.root().and_then(|root| change::lines_of(self.text, root, "phrase")) {
            splices.replace(empty_list, "");
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            splices.insert(end, line_end);
        }
        if self.sections.iter().all(|section| section.table.is_empty()) {
            splices.insert(end, format!("schema = {SCHEMA}{line_end}"));
        }
        if !self.text.ends_with("\n\n") && !self.text.ends_with("\n\r\n") {
            splices.insert(end, line_end);
        }
        splices.insert(end, entry);
        self.spliced(splices)
    }
}

/// How the lines of a text end: as the first of them does.
pub(super) fn line_end(text: &str) -> &'static str {
    let first = text.find('\n');
    if first.is_some_and(|at| text[..at].ends_with('\r')) { "\r\n" } else { "\n" }
}

/// The table of the phrase that a section is.
fn entry<'s, 't>(section: &'s Section<'t>) -> Option<&'s DeTable<'t>> {
    section.header?;
    get(&section.table, "phrase")?.get_ref().as_array()?.iter().next()?.get_ref().as_table()
}
