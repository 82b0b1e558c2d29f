//! Reads a pack: whatever is sound is kept, whatever is not becomes a problem with its line.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::{Culture, Entry, Header, Pack, PackFile, Reason, SCHEMA, Situation, limits};
use crate::problem::Cost;
use crate::{
    Channel, CultureId, Firmness, Language, Localized, PackId, Phrase, PhraseId, Problem, Rank, ReasonId,
    SituationId,
};

/// Reads one file. Problems name the file, the line and what to mend.
pub fn read(file: &PackFile) -> Pack {
    let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
    let mut reader = Reader::new(&file.name, text);
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        reader.syntax(error);
    }
    let table = document.get_ref();
    let schema = reader.schema(table);
    let mut pack = reader.empty(table);
    pack.header.locked |= schema > SCHEMA;
    pack.cultures = reader.all(table, "culture", Reader::culture);
    pack.situations = reader.all(table, "situation", Reader::situation);
    pack.reasons = reader.all(table, "reason", Reader::reason);
    pack.entries = reader.entries(table);
    if text.trim().is_empty() || text.bytes().all(|byte| byte == 0) {
        reader
            .whole("the file is empty or damaged; restore it, or write `schema = 1` into it to start afresh");
    }
    pack.problems = reader.problems;
    pack.problems.sort_by_key(|problem| problem.line);
    pack
}

type Value<'i> = Spanned<DeValue<'i>>;

struct Reader<'a> {
    file: &'a str,
    /// The byte at which each line starts.
    lines: Vec<usize>,
    /// Where the text is not TOML.
    broken: Vec<Range<usize>>,
    problems: Vec<Problem>,
    end: usize,
}

impl<'a> Reader<'a> {
    fn new(file: &'a str, text: &str) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(starts).collect();
        Self { file, lines, broken: Vec::new(), problems: Vec::new(), end: text.len() }
    }

    fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|start| *start <= byte)
    }

    fn problem(&mut self, at: usize, id: Option<&PhraseId>, cost: Cost, message: impl Into<String>) {
        let line = Some(self.line_of(at));
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line,
            id: id.cloned(),
            message: message.into(),
            cost,
        });
    }

    fn whole(&mut self, message: &str) {
        let file = self.file.to_owned();
        self.problems.push(Problem {
            file,
            line: None,
            id: None,
            message: message.to_owned(),
            cost: Cost::File,
        });
    }

    fn syntax(&mut self, error: &toml::de::Error) {
        let span = error.span().unwrap_or(0..0);
        // The parser's own words are about the format; what stands in the file is not repeated.
        let message = format!("this is not TOML: {}; mend the line, or take it out", error.message());
        self.problem(span.start, None, Cost::Entry, message);
        self.broken.push(span);
    }

    fn schema(&mut self, table: &DeTable<'_>) -> i64 {
        let Some(value) = get(table, "schema") else { return SCHEMA };
        match integer(value) {
            Some(found @ ..=SCHEMA) => found,
            Some(found) => {
                let message = format!(
                    "made by a newer Fencun (schema {found}, this one knows {SCHEMA}); it is read as far as possible and not changed"
                );
                self.problem(value.span().start, None, Cost::Nothing, message);
                found
            }
            None => {
                self.problem(
                    value.span().start,
                    None,
                    Cost::Nothing,
                    "`schema` is a number; write `schema = 1`",
                );
                SCHEMA
            }
        }
    }

    fn empty(&mut self, table: &DeTable<'_>) -> Pack {
        let stem = self.file.strip_suffix(".toml").unwrap_or(self.file).to_owned();
        let none = DeTable::new();
        let header = match get(table, "pack").map(|value| (value.get_ref(), value.span())) {
            Some((DeValue::Table(header), _)) => header,
            Some((_, span)) => {
                self.problem(
                    span.start,
                    None,
                    Cost::Nothing,
                    "`pack` is a table; write `[pack]` on a line of its own",
                );
                &none
            }
            None => &none,
        };
        let id = self.optional_text(header, "id", None).filter(|id| !id.is_empty()).unwrap_or(stem);
        let title = self.optional_text(header, "title", None).unwrap_or_else(|| id.clone());
        let authors = self.texts(header, "authors", None);
        let licence = self.optional_text(header, "licence", None).unwrap_or_default();
        let locked = self.truth(header, "locked", None);
        let header = Header { id: PackId::new(id), title, authors, licence, locked };
        Pack {
            header,
            entries: vec![],
            cultures: vec![],
            situations: vec![],
            reasons: vec![],
            problems: vec![],
        }
    }

    /// The tables of an array, each with the bytes its entry takes up.
    fn tables<'t, 'i>(&mut self, table: &'t DeTable<'i>, key: &str) -> Vec<(&'t DeTable<'i>, Range<usize>)> {
        let Some(value) = get(table, key) else { return Vec::new() };
        let DeValue::Array(array) = value.get_ref() else {
            let message =
                format!("`{key}` is a list; write `[[{key}]]` on a line of its own before each entry");
            self.problem(value.span().start, None, Cost::Entry, message);
            return Vec::new();
        };
        let starts: Vec<usize> = array.iter().map(|item| item.span().start).chain([self.end]).collect();
        let mut found = Vec::new();
        for (item, start) in array.iter().zip(starts.windows(2)) {
            match item.get_ref() {
                DeValue::Table(entry) => found.push((entry, start[0]..start[1].max(start[0]))),
                _ => self.problem(item.span().start, None, Cost::Entry, format!("each `{key}` is a table")),
            }
        }
        found
    }

    fn is_broken(&self, extent: &Range<usize>) -> bool {
        self.broken.iter().any(|span| span.start >= extent.start && span.start < extent.end)
    }

    fn all<T>(
        &mut self,
        table: &DeTable<'_>,
        key: &str,
        read: fn(&mut Self, &DeTable<'_>, usize) -> Option<T>,
    ) -> Vec<T> {
        let tables = self.tables(table, key);
        tables.into_iter().filter_map(|(entry, extent)| read(self, entry, extent.start)).collect()
    }

    fn entries(&mut self, table: &DeTable<'_>) -> Vec<Entry> {
        let tables = self.tables(table, "phrase");
        let mut seen = HashSet::new();
        let mut entries = Vec::new();
        if tables.len() > limits::PHRASES {
            let message = format!(
                "more than {} phrases in one pack; those after are left out: split the file",
                limits::PHRASES
            );
            self.problem(tables[limits::PHRASES].1.start, None, Cost::Entry, message);
        }
        for (entry, extent) in tables.into_iter().take(limits::PHRASES) {
            // Its syntax problem is already listed, and half an entry is worse than none.
            if self.is_broken(&extent) {
                continue;
            }
            let Some(phrase) = self.phrase(entry, extent.start) else { continue };
            if !seen.insert(phrase.id.clone()) {
                let message = format!(
                    "the id `{}` stands twice in this file; give one of the two another id",
                    phrase.id
                );
                self.problem(extent.start, Some(&phrase.id), Cost::Entry, message);
                continue;
            }
            entries.push(Entry { phrase, line: self.line_of(extent.start) });
        }
        entries
    }

    fn phrase(&mut self, table: &DeTable<'_>, at: usize) -> Option<Phrase> {
        let id = self.id(table, at, None)?;
        let id = PhraseId::new(id);
        let of = Some(&id);
        // All required keys are looked at before giving up, so that a person can mend them in one go.
        let situation = self.required(table, "situation", at, of);
        let culture = self.required(table, "culture", at, of);
        let language = self.required(table, "language", at, of);
        let ranks = self.ranks(table, at, of);
        let firmness = self.firmness(table, at, of);
        let channel = self.channel(table, at, of);
        let title = self.required(table, "title", at, of);
        let text = self.words(table, at, of);
        Some(Phrase {
            situation: SituationId::new(situation?),
            culture: CultureId::new(culture?),
            language: Language::new(language?),
            ranks: ranks?,
            firmness: firmness?,
            channel: channel?,
            title: title?,
            text: text?,
            reason: self.optional_text(table, "reason", of).map(ReasonId::new),
            subject: self.optional_text(table, "subject", of),
            gloss: self.localized(table, "gloss", of),
            note: self.localized(table, "note", of),
            tags: self.texts(table, "tags", of),
            serves: self.serves(table, of),
            sensitive: self.truth(table, "sensitive", of),
            silenced: self.map(table, "silenced", of),
            source: self.optional_text(table, "source", of),
            id,
        })
    }

    fn culture(&mut self, table: &DeTable<'_>, at: usize) -> Option<Culture> {
        let id = CultureId::new(self.id(table, at, None)?);
        let languages = self.texts(table, "languages", None).into_iter().map(Language::new).collect();
        Some(Culture {
            id,
            name: self.localized(table, "name", None),
            help: self.localized(table, "help", None),
            languages,
        })
    }

    fn situation(&mut self, table: &DeTable<'_>, at: usize) -> Option<Situation> {
        let id = SituationId::new(self.id(table, at, None)?);
        Some(Situation {
            id,
            name: self.localized(table, "name", None),
            help: self.localized(table, "help", None),
        })
    }

    fn reason(&mut self, table: &DeTable<'_>, at: usize) -> Option<Reason> {
        let id = ReasonId::new(self.id(table, at, None)?);
        let (name, help) = (self.localized(table, "name", None), self.localized(table, "help", None));
        Some(Reason { id, name, help, text: self.localized(table, "text", None) })
    }

    fn id(&mut self, table: &DeTable<'_>, at: usize, of: Option<&PhraseId>) -> Option<String> {
        let id = self.required(table, "id", at, of)?;
        if id.chars().all(|c| !c.is_control() && !c.is_whitespace()) && id.len() <= 200 {
            return Some(id);
        }
        self.problem(
            at,
            None,
            Cost::Entry,
            "an `id` has no spaces and at most 200 bytes; shorten it, like `tw-move-1`",
        );
        None
    }

    fn required(
        &mut self,
        table: &DeTable<'_>,
        key: &str,
        at: usize,
        of: Option<&PhraseId>,
    ) -> Option<String> {
        match get(table, key) {
            Some(value) => match value.get_ref().as_str() {
                Some("") => self.missing(value.span().start, of, format!("`{key}` is empty; fill it in")),
                Some(text) => Some(text.to_owned()),
                None => self.missing(value.span().start, of, format!("`{key}` is text; put it in quotes")),
            },
            None => self.missing(at, of, format!("`{key}` is missing; add a line `{key} = …`")),
        }
    }

    fn missing<T>(&mut self, at: usize, of: Option<&PhraseId>, message: String) -> Option<T> {
        self.problem(at, of, Cost::Entry, message);
        None
    }

    fn words(&mut self, table: &DeTable<'_>, at: usize, of: Option<&PhraseId>) -> Option<String> {
        let text = self.required(table, "text", at, of)?;
        if text.len() > limits::TEXT_BYTES {
            let message = format!(
                "`text` has {} bytes, more than the {} a phrase may have",
                text.len(),
                limits::TEXT_BYTES
            );
            return self.missing(at, of, message);
        }
        let words =
            text.strip_suffix('\n').map_or(text.as_str(), |rest| rest.strip_suffix('\r').unwrap_or(rest));
        if words.is_empty() {
            return self.missing(at, of, "`text` is empty; fill it in".to_owned());
        }
        Some(words.to_owned())
    }

    fn ranks(&mut self, table: &DeTable<'_>, at: usize, of: Option<&PhraseId>) -> Option<Vec<Rank>> {
        const HOW: &str = "write `rank = [\"senior\"]` with one or more of junior, peer, senior, client";
        let Some(value) = get(table, "rank") else {
            return self.missing(at, of, format!("`rank` is missing; {HOW}"));
        };
        let at = value.span().start;
        let words: Vec<Option<&str>> = match value.get_ref() {
            DeValue::Array(array) => array.iter().map(|item| item.get_ref().as_str()).collect(),
            other => vec![other.as_str()],
        };
        let mut ranks = Vec::new();
        for word in words {
            match word.and_then(Rank::parse) {
                Some(rank) if ranks.contains(&rank) => {}
                Some(rank) => ranks.push(rank),
                None => return self.missing(at, of, format!("`rank` has a word that is no rank; {HOW}")),
            }
        }
        if ranks.is_empty() { self.missing(at, of, format!("`rank` is empty; {HOW}")) } else { Some(ranks) }
    }

    fn firmness(&mut self, table: &DeTable<'_>, at: usize, of: Option<&PhraseId>) -> Option<Firmness> {
        let Some(value) = get(table, "firmness") else {
            return self.missing(
                at,
                of,
                "`firmness` is missing; add `firmness = 1` (warm) to 4 (last notice)".into(),
            );
        };
        match integer(value).map(Firmness::new) {
            Some(Ok(firmness)) => Some(firmness),
            Some(Err(err)) => self.missing(value.span().start, of, err.to_string()),
            None => self.missing(
                value.span().start,
                of,
                "`firmness` is a number from 1 to 4, without quotes".into(),
            ),
        }
    }

    fn channel(&mut self, table: &DeTable<'_>, at: usize, of: Option<&PhraseId>) -> Option<Channel> {
        let word = self.required(table, "channel", at, of)?;
        let channel = Channel::parse(&word);
        if channel.is_none() {
            self.problem(at, of, Cost::Entry, "`channel` is \"chat\" or \"email\"");
        }
        channel
    }

    fn optional_text(&mut self, table: &DeTable<'_>, key: &str, of: Option<&PhraseId>) -> Option<String> {
        let value = get(table, key)?;
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.remark(value, of, format!("`{key}` is text; put it in quotes. It is passed over"));
        }
        text
    }

    fn truth(&mut self, table: &DeTable<'_>, key: &str, of: Option<&PhraseId>) -> bool {
        let Some(value) = get(table, key) else { return false };
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            self.remark(value, of, format!("`{key}` is true or false, without quotes. It is passed over"));
        }
        truth.unwrap_or_default()
    }

    fn texts(&mut self, table: &DeTable<'_>, key: &str, of: Option<&PhraseId>) -> Vec<String> {
        let Some(value) = get(table, key) else { return Vec::new() };
        let texts = value.get_ref().as_array().and_then(all_texts);
        if texts.is_none() {
            self.remark(
                value,
                of,
                format!("`{key}` is a list of texts, such as [\"one\", \"two\"]. It is passed over"),
            );
        }
        texts.unwrap_or_default()
    }

    fn map(&mut self, table: &DeTable<'_>, key: &str, of: Option<&PhraseId>) -> BTreeMap<String, String> {
        let Some(value) = get(table, key) else { return BTreeMap::new() };
        let DeValue::Table(inner) = value.get_ref() else {
            self.remark(
                value,
                of,
                format!("`{key}` is a table, such as {{ en = \"…\" }}. It is passed over"),
            );
            return BTreeMap::new();
        };
        let mut map = BTreeMap::new();
        for (name, text) in inner {
            match text.get_ref().as_str() {
                Some(found) => drop(map.insert(name.get_ref().to_string(), found.to_owned())),
                None => self.remark(text, of, format!("`{key}` holds texts only; put this one in quotes")),
            }
        }
        map
    }

    fn localized(&mut self, table: &DeTable<'_>, key: &str, of: Option<&PhraseId>) -> Localized {
        Localized::new(self.map(table, key, of).into_iter().map(|(tag, text)| (Language::new(tag), text)))
    }

    fn serves(&mut self, table: &DeTable<'_>, of: Option<&PhraseId>) -> BTreeMap<Rank, String> {
        let map = self.map(table, "serves", of);
        map.into_iter().filter_map(|(word, why)| Some((Rank::parse(&word)?, why))).collect()
    }

    fn remark(&mut self, value: &Value<'_>, of: Option<&PhraseId>, message: String) {
        self.problem(value.span().start, of, Cost::Nothing, message);
    }
}

fn get<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<&'t Value<'i>> {
    table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
}

fn integer(value: &Value<'_>) -> Option<i64> {
    let number = value.get_ref().as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

fn all_texts(array: &DeArray<'_>) -> Option<Vec<String>> {
    array.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
}
