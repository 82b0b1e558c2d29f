//! Reads a pack section by section: whatever is sound is kept, whatever is not becomes a problem with its line.

use std::collections::HashSet;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use super::keys::{Reader, get, integer};
use super::names::id_problem;
use super::sections::{Section, sections};
use super::{Entry, Header, Pack, PackFile, SCHEMA, limits};
use crate::problem::Cost;
use crate::{PackId, PhraseId};

/// Reads one file. Problems name the file, the line and what to mend.
pub fn read(file: &PackFile) -> Pack {
    read_text(&file.name, &file.text)
}

/// Reads the text of a file of this name.
pub fn read_text(name: &str, text: &str) -> Pack {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reading = Reading::new(name);
    let mut sections = sections(text);
    for section in sections.by_ref() {
        if !reading.section(&section) {
            break;
        }
    }
    if reading.phrases <= limits::PHRASES
        && let Some(line) = sections.gave_up()
    {
        let message = format!("too much of it is broken; nothing is read from line {line} on");
        reading.reader.whole(Cost::Entry, message);
    }
    if text.trim().is_empty() || text.bytes().all(|byte| byte == 0) {
        let message =
            "the file is empty or damaged; restore it, or write `schema = 1` into it to start afresh";
        reading.reader.whole(Cost::File, message.to_owned());
    }
    reading.done()
}

struct Reading<'a> {
    reader: Reader<'a>,
    pack: Pack,
    seen: HashSet<PhraseId>,
    /// Where the header of the pack stands.
    header: Option<usize>,
    /// How many phrases were met, sound or not.
    phrases: usize,
}

impl<'a> Reading<'a> {
    fn new(file: &'a str) -> Self {
        let stem = file.strip_suffix(".toml").unwrap_or(file);
        let header = Header {
            id: PackId::new(stem),
            title: stem.to_owned(),
            authors: Vec::new(),
            licence: String::new(),
            locked: false,
        };
        let pack = Pack {
            header,
            entries: vec![],
            cultures: vec![],
            situations: vec![],
            reasons: vec![],
            problems: vec![],
            contents: Default::default(),
        };
        Self { reader: Reader::new(file), pack, seen: HashSet::new(), header: None, phrases: 0 }
    }

    fn done(mut self) -> Pack {
        self.pack.entries.shrink_to_fit();
        self.pack.problems = self.reader.into_problems();
        self.pack
    }

    /// False once the pack is full.
    fn section(&mut self, section: &Section<'a>) -> bool {
        self.reader.begin(section.text, section.line);
        if let Some((at, message)) = section.broken() {
            // The parser's own words are about the format; what stands in the file is not repeated.
            let message = format!("this is not TOML: {message}; mend the line, or take it out");
            let id = entry_id(&section.table);
            self.reader.problem(at, id.as_ref(), Cost::Entry, message);
        }
        let (table, broken) = (&section.table, section.error.is_some());
        match section.header {
            None => {
                self.schema(table);
                self.header(table);
            }
            Some(header) if header.key == "pack" => self.header(table),
            Some(_) => {}
        }
        // Half an entry is worse than none.
        if broken {
            return true;
        }
        self.all(table, "culture", |reading, table, at| {
            let found = reading.reader.culture(table, at);
            reading.pack.cultures.extend(found);
        });
        self.all(table, "situation", |reading, table, at| {
            let found = reading.reader.situation(table, at);
            reading.pack.situations.extend(found);
        });
        self.all(table, "reason", |reading, table, at| {
            let found = reading.reader.reason(table, at);
            reading.pack.reasons.extend(found);
        });
        self.all(table, "phrase", Self::phrase);
        self.phrases <= limits::PHRASES
    }

    fn schema(&mut self, table: &DeTable<'_>) {
        let Some(value) = get(table, "schema") else { return };
        let message = match integer(value) {
            Some(..=SCHEMA) => return,
            Some(found) => {
                self.pack.header.locked = true;
                format!(
                    "made by a newer Fencun (schema {found}, this one knows {SCHEMA}); it is read as far as possible and not changed"
                )
            }
            None => "`schema` is a number; write `schema = 1`".to_owned(),
        };
        self.reader.remark(value, None, message);
    }

    fn header(&mut self, table: &DeTable<'_>) {
        let Some(value) = get(table, "pack") else { return };
        let DeValue::Table(table) = value.get_ref() else {
            let message = "`pack` is a table; write `[pack]` on a line of its own".to_owned();
            return self.reader.remark(value, None, message);
        };
        let line = self.reader.line_of(value.span().start);
        if let Some(first) = self.header.replace(line) {
            self.header = Some(first);
            let message =
                format!("`[pack]` stands in line {first} already, and this one is passed over; keep one");
            return self.reader.problem(value.span().start, None, Cost::Entry, message);
        }
        let (reader, header) = (&mut self.reader, &mut self.pack.header);
        if let Some(id) = reader.optional_text(table, "id", None).filter(|id| !id.is_empty()) {
            match id_problem(&id) {
                None => {
                    header.title.clone_from(&id);
                    header.id = PackId::new(id);
                }
                Some(problem) => {
                    reader.remark(value, None, format!("{problem}. The file's name is taken instead"));
                }
            }
        }
        if let Some(title) = reader.optional_text(table, "title", None) {
            header.title = title;
        }
        header.authors = reader.texts(table, "authors", None);
        header.licence = reader.optional_text(table, "licence", None).unwrap_or_default();
        header.locked |= reader.truth(table, "locked", None);
    }

    /// Hands on the tables of a list, each with the byte at which it begins.
    fn all(&mut self, table: &DeTable<'_>, key: &str, read: fn(&mut Self, &DeTable<'_>, usize)) {
        let Some(value) = get(table, key) else { return };
        let DeValue::Array(array) = value.get_ref() else {
            let message =
                format!("`{key}` is a list; write `[[{key}]]` on a line of its own before each entry");
            let id = entry_id(table);
            return self.reader.problem(value.span().start, id.as_ref(), Cost::Entry, message);
        };
        for item in array {
            let at = item.span().start;
            match item.get_ref() {
                DeValue::Table(entry) => read(self, entry, at),
                _ => self.reader.problem(at, None, Cost::Entry, format!("each `{key}` is a table")),
            }
        }
    }

    fn phrase(&mut self, table: &DeTable<'_>, at: usize) {
        self.phrases += 1;
        if self.phrases > limits::PHRASES {
            if self.phrases == limits::PHRASES + 1 {
                let message = format!(
                    "more than {} phrases in one pack; those after are left out: split the file",
                    limits::PHRASES
                );
                self.reader.whole(Cost::Entry, message);
            }
            return;
        }
        let Some(phrase) = self.reader.phrase(table, at) else { return };
        if !self.seen.insert(phrase.id.clone()) {
            let message =
                format!("the id `{}` stands twice in this file; give one of the two another id", phrase.id);
            return self.reader.problem(at, Some(&phrase.id), Cost::Entry, message);
        }
        let line = self.reader.line_of(at);
        self.pack.entries.push(Entry { phrase: Arc::new(phrase), line });
    }
}

/// The id of the phrase that a section is about, as far as it can be read.
fn entry_id(table: &DeTable<'_>) -> Option<PhraseId> {
    let entry = match get(table, "phrase")?.get_ref() {
        DeValue::Array(array) => array.iter().next()?.get_ref().as_table()?,
        other => other.as_table()?,
    };
    let id = get(entry, "id")?.get_ref().as_str()?;
    (!id.is_empty() && id_problem(id).is_none()).then(|| PhraseId::new(id))
}
