//! Reads a TOML file of ours key by key: a bad key costs itself and becomes a problem with its line.

use fencun_core::pack::limits;
use fencun_core::{Cost, Problem};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::disk::ReadError;
use crate::places::Target;
use crate::store::Store;

/// A value and where it stands.
pub(crate) type Value<'i> = Spanned<DeValue<'i>>;

/// A file that is being read, and what was wrong so far.
pub(crate) struct Reading<'a> {
    file: &'a str,
    text: &'a str,
    pub(crate) problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    /// Hands the table of the whole file to `read`; what is not TOML is a problem and left out of it.
    pub(crate) fn of<T>(
        file: &'a str,
        text: &'a str,
        read: impl FnOnce(&mut Self, &DeTable<'_>) -> T,
    ) -> (T, Vec<Problem>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (document, errors) = DeTable::parse_recoverable(text);
        let mut reading = Self { file, text, problems: Vec::new() };
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            let message = format!("this is not TOML: {}; mend the line, or take it out", error.message());
            reading.problem(at, Cost::Entry, message);
        }
        let value = read(&mut reading, document.get_ref());
        (value, reading.problems)
    }

    /// Notes what is wrong at a byte of the text.
    pub(crate) fn problem(&mut self, at: usize, cost: Cost, message: impl Into<String>) {
        let line = self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        let file = self.file.to_owned();
        self.problems.push(Problem { file, line: Some(line), id: None, message: message.into(), cost });
    }

    /// The value of a key, if `as_it_should_be` finds it; else what it `needs` becomes a problem.
    pub(crate) fn key<T>(
        &mut self,
        table: &DeTable<'_>,
        key: &str,
        needs: &str,
        as_it_should_be: impl FnOnce(&DeValue<'_>) -> Option<T>,
    ) -> Option<T> {
        let value = get(table, key)?;
        let found = as_it_should_be(value.get_ref());
        if found.is_none() {
            self.problem(
                value.span().start,
                Cost::Entry,
                format!("`{key}` must be {needs}; it is passed over"),
            );
        }
        found
    }

    /// A table under a key; an empty one if there is none.
    pub(crate) fn table<'t, 'i>(
        &mut self,
        table: &'t DeTable<'i>,
        key: &str,
    ) -> Vec<(&'t str, &'t Value<'i>)> {
        match get(table, key).map(|value| (value.get_ref(), value.span().start)) {
            None => Vec::new(),
            Some((DeValue::Table(inner), _)) => {
                let mut pairs: Vec<_> =
                    inner.iter().map(|(name, value)| (name.get_ref().as_ref(), value)).collect();
                // The order of the file means something to the one who wrote it.
                pairs.sort_by_key(|(_, value)| value.span().start);
                pairs
            }
            Some((_, at)) => {
                self.problem(
                    at,
                    Cost::Entry,
                    format!("`{key}` is a table; write `[{key}]` on a line of its own"),
                );
                Vec::new()
            }
        }
    }
}

/// The value of a key.
pub(crate) fn get<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<&'t Value<'i>> {
    table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
}

/// Text, if it is text.
pub(crate) fn text(value: &DeValue<'_>) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// A list of texts, if it is one.
pub(crate) fn texts(value: &DeValue<'_>) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|item| text(item.get_ref())).collect()
}

/// A whole number, if it is one.
pub(crate) fn integer(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

impl Store {
    /// The text of a file of ours; empty if there is none, a problem if it cannot be read.
    pub(crate) fn text_of(&self, target: &Target) -> Result<String, Problem> {
        let problem = |message: String| Problem {
            file: target.name.clone(),
            line: None,
            id: None,
            message,
            cost: Cost::File,
        };
        match self.disk.read(&target.path, limits::FILE_BYTES) {
            Ok(content) => String::from_utf8(content.bytes)
                .map_err(|_| problem("it is not UTF-8 text; save it as UTF-8, or move it away".to_owned())),
            Err(ReadError::Missing) => Ok(String::new()),
            Err(err) => Err(problem(err.to_string())),
        }
    }
}
