//! Reads the keys of one table: what is sound is kept, what is not becomes a problem with its line.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::names::id_problem;
use super::{Culture, Reason, Situation, limits, scan};
use crate::problem::Cost;
use crate::{
    Channel, CultureId, Firmness, Language, Localized, Phrase, PhraseId, Problem, Rank, ReasonId, SituationId,
};

pub(super) type Value<'i> = Spanned<DeValue<'i>>;

/// How many problems of one file are told one by one.
const TOLD: usize = 1000;

/// Reads tables of one file, one section after the other.
pub(super) struct Reader<'a> {
    file: &'a str,
    /// The section that is being read, and its first line.
    text: &'a str,
    line: usize,
    problems: Vec<Problem>,
    untold: usize,
    /// The few names that most phrases share.
    names: HashSet<Arc<str>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a str) -> Self {
        Self { file, text: "", line: 1, problems: Vec::new(), untold: 0, names: HashSet::new() }
    }

    /// What is read from here on stands in this section.
    pub(super) fn begin(&mut self, text: &'a str, line: usize) {
        (self.text, self.line) = (text, line);
    }

    pub(super) fn line_of(&self, byte: usize) -> usize {
        self.line + scan::lines(&self.text[..byte.min(self.text.len())])
    }

    pub(super) fn problem(
        &mut self,
        at: usize,
        id: Option<&PhraseId>,
        cost: Cost,
        message: impl Into<String>,
    ) {
        if self.problems.len() >= TOLD {
            self.untold += 1;
            return;
        }
        let (file, line) = (self.file.to_owned(), Some(self.line_of(at)));
        self.problems.push(Problem { file, line, id: id.cloned(), message: message.into(), cost });
    }

    /// A problem of the file as a whole.
    pub(super) fn whole(&mut self, cost: Cost, message: String) {
        let file = self.file.to_owned();
        self.problems.push(Problem { file, line: None, id: None, message, cost });
    }

    /// All problems in the order of the file.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.line);
        if self.untold > 0 {
            self.whole(Cost::Entry, format!("{} more problems; mend those above first", self.untold));
        }
        self.problems
    }

    /// The same text as one that was read before, if there is one.
    pub(super) fn shared(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.names.get(text) {
            return Arc::clone(known);
        }
        let new: Arc<str> = text.into();
        self.names.insert(Arc::clone(&new));
        new
    }

    pub(super) fn phrase(&mut self, table: &DeTable<'_>, at: usize) -> Option<Phrase> {
        let id = PhraseId::new(self.id(table, at)?);
        let of = Some(&id);
        // All required keys are looked at before giving up, so that a person can mend them in one go.
        let situation = self.named(table, "situation", at, of);
        let culture = self.named(table, "culture", at, of);
        let language = self.named(table, "language", at, of);
        let ranks = self.ranks(table, at, of);
        let firmness = self.firmness(table, at, of);
        let channel = self.channel(table, at, of);
        let title = self.required(table, "title", at, of);
        let text = self.words(table, at, of);
        Some(Phrase {
            situation: SituationId::from(situation?),
            culture: CultureId::from(culture?),
            language: Language::from(language?),
            ranks: ranks?,
            firmness: firmness?,
            channel: channel?,
            title: title?.to_owned(),
            text: text?,
            reason: self.reason_of(table, of),
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

    pub(super) fn culture(&mut self, table: &DeTable<'_>, at: usize) -> Option<Culture> {
        let id = CultureId::new(self.id(table, at)?);
        let languages = self.texts(table, "languages", None).into_iter().map(Language::new).collect();
        Some(Culture {
            id,
            name: self.localized(table, "name", None),
            help: self.localized(table, "help", None),
            languages,
        })
    }

    pub(super) fn situation(&mut self, table: &DeTable<'_>, at: usize) -> Option<Situation> {
        let id = SituationId::new(self.id(table, at)?);
        Some(Situation {
            id,
            name: self.localized(table, "name", None),
            help: self.localized(table, "help", None),
        })
    }

    pub(super) fn reason(&mut self, table: &DeTable<'_>, at: usize) -> Option<Reason> {
        let id = ReasonId::new(self.id(table, at)?);
        let (name, help) = (self.localized(table, "name", None), self.localized(table, "help", None));
        Some(Reason { id, name, help, text: self.localized(table, "text", None) })
    }

    fn id<'t>(&mut self, table: &'t DeTable<'_>, at: usize) -> Option<&'t str> {
        let id = self.required(table, "id", at, None)?;
        match id_problem(id) {
            None => Some(id),
            // An id that cannot be shown as it is is not repeated.
            Some(problem) => self.missing(at, None, problem.to_owned()),
        }
    }

    /// The id of something that a pack defines.
    fn named(
        &mut self,
        table: &DeTable<'_>,
        key: &str,
        at: usize,
        of: Option<&PhraseId>,
    ) -> Option<Arc<str>> {
        let id = self.required(table, key, at, of)?;
        match id_problem(id) {
            None => Some(self.shared(id)),
            Some(problem) => self.missing(at, of, format!("`{key}`: {problem}")),
        }
    }

    fn reason_of(&mut self, table: &DeTable<'_>, of: Option<&PhraseId>) -> Option<ReasonId> {
        let value = get(table, "reason")?;
        let id = value.get_ref().as_str();
        match id.map_or(Some("`reason` is text; put it in quotes"), id_problem) {
            None => Some(ReasonId::from(self.shared(id?))),
            Some(problem) => {
                self.remark(value, of, format!("{problem}. It is passed over"));
                None
            }
        }
    }

    fn required<'t>(
        &mut self,
        table: &'t DeTable<'_>,
        key: &str,
        at: usize,
        of: Option<&PhraseId>,
    ) -> Option<&'t str> {
        match get(table, key) {
            Some(value) => match value.get_ref().as_str() {
                Some("") => self.missing(value.span().start, of, format!("`{key}` is empty; fill it in")),
                Some(text) if text.len() > limits::TEXT_BYTES => {
                    let (bytes, most) = (text.len(), limits::TEXT_BYTES);
                    let message =
                        format!("`{key}` has {bytes} bytes, more than the {most} a phrase may have");
                    self.missing(at, of, message)
                }
                Some(text) => Some(text),
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
        let words = text.strip_suffix('\n').map_or(text, |rest| rest.strip_suffix('\r').unwrap_or(rest));
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
        let channel = Channel::parse(word);
        if channel.is_none() {
            self.problem(at, of, Cost::Entry, "`channel` is \"chat\" or \"email\"");
        }
        channel
    }

    pub(super) fn optional_text(
        &mut self,
        table: &DeTable<'_>,
        key: &str,
        of: Option<&PhraseId>,
    ) -> Option<String> {
        let value = get(table, key)?;
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.remark(value, of, format!("`{key}` is text; put it in quotes. It is passed over"));
        }
        text
    }

    pub(super) fn truth(&mut self, table: &DeTable<'_>, key: &str, of: Option<&PhraseId>) -> bool {
        let Some(value) = get(table, key) else { return false };
        let truth = value.get_ref().as_bool();
        if truth.is_none() {
            self.remark(value, of, format!("`{key}` is true or false, without quotes. It is passed over"));
        }
        truth.unwrap_or_default()
    }

    pub(super) fn texts(&mut self, table: &DeTable<'_>, key: &str, of: Option<&PhraseId>) -> Vec<String> {
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
        let texts = self.map(table, key, of);
        Localized::new(texts.into_iter().map(|(tag, text)| (Language::from(self.shared(&tag)), text)))
    }

    fn serves(&mut self, table: &DeTable<'_>, of: Option<&PhraseId>) -> BTreeMap<Rank, String> {
        let map = self.map(table, "serves", of);
        map.into_iter().filter_map(|(word, why)| Some((Rank::parse(&word)?, why))).collect()
    }

    pub(super) fn remark(&mut self, value: &Value<'_>, of: Option<&PhraseId>, message: String) {
        self.problem(value.span().start, of, Cost::Nothing, message);
    }
}

/// The value of a key.
pub(super) fn get<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<&'t Value<'i>> {
    table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
}

/// A whole number, if it is one.
pub(super) fn integer(value: &Value<'_>) -> Option<i64> {
    let number = value.get_ref().as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

fn all_texts(array: &DeArray<'_>) -> Option<Vec<String>> {
    array.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
}
