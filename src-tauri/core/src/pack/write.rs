//! Writes one phrase as the entry of a pack: keys in a fixed order, words readable by hand.

use toml_edit::{Array, InlineTable, Key, Value};

use crate::{Localized, Phrase};

/// Every key of the format with the value this phrase gives it; None for a key it does not need.
pub(super) fn keys(phrase: &Phrase) -> Vec<(&'static str, Option<Value>)> {
    let text = |words: &str| Some(Value::from(words));
    let some_text = |words: &Option<String>| words.as_deref().map(Value::from);
    vec![
        ("id", text(phrase.id.as_str())),
        ("situation", text(phrase.situation.as_str())),
        ("culture", text(phrase.culture.as_str())),
        ("language", text(phrase.language.as_str())),
        ("rank", Some(Value::Array(phrase.ranks.iter().map(|rank| rank.as_str()).collect::<Array>()))),
        ("firmness", Some(Value::from(i64::from(phrase.firmness.value())))),
        ("channel", text(phrase.channel.as_str())),
        ("reason", phrase.reason.as_ref().map(|reason| Value::from(reason.as_str()))),
        ("title", text(&phrase.title)),
        ("subject", some_text(&phrase.subject)),
        ("text", Some(words(&phrase.text))),
        ("gloss", localized(&phrase.gloss)),
        ("note", localized(&phrase.note)),
        ("tags", (!phrase.tags.is_empty()).then(|| Value::Array(phrase.tags.iter().collect::<Array>()))),
        ("serves", table(phrase.serves.iter().map(|(rank, why)| (rank.as_str(), why.as_str())))),
        ("sensitive", phrase.sensitive.then(|| Value::from(true))),
        ("silenced", table(phrase.silenced.iter().map(|(rule, why)| (rule.as_str(), why.as_str())))),
        ("source", some_text(&phrase.source)),
    ]
}

/// A value as it stands in a file whose lines end so.
pub(super) fn value(value: &Value, line_end: &str) -> String {
    let written = value.to_string();
    let written = written.trim();
    // Line breaks within words are the words' own; those around them are the file's.
    match written.strip_prefix("'''\n").and_then(|rest| rest.strip_suffix("\n'''")) {
        Some(words) if !words.contains('\n') => format!("'''{line_end}{words}{line_end}'''"),
        _ => written.to_owned(),
    }
}

/// A key as it stands in a file: in quotes only where it must be.
pub(super) fn key(name: &str) -> String {
    Key::new(name).display_repr().into_owned()
}

/// A new entry: its header, and a line for each key.
pub(super) fn entry(phrase: &Phrase, line_end: &str) -> String {
    let mut text = format!("[[phrase]]{line_end}");
    for (name, found) in keys(phrase) {
        if let Some(found) = found {
            text.push_str(&format!("{name} = {}{line_end}", value(&found, line_end)));
        }
    }
    text
}

/// The words between ''' on lines of their own, where that keeps them byte for byte; else as an ordinary string.
///
/// Reading takes one final newline away, so writing adds one.
fn words(text: &str) -> Value {
    let literal = format!("'''\n{text}\n'''");
    let plain = text.chars().all(|c| c == '\n' || c == '\t' || !c.is_control());
    if plain
        && !text.contains("'''")
        && !text.ends_with('\'')
        && let Ok(parsed) = literal.parse::<Value>()
    {
        return parsed;
    }
    Value::from(format!("{text}\n"))
}

fn localized(texts: &Localized) -> Option<Value> {
    table(texts.iter().map(|(language, text)| (language.as_str(), text)))
}

fn table<'t>(pairs: impl Iterator<Item = (&'t str, &'t str)>) -> Option<Value> {
    let table: InlineTable = pairs.map(|(key, text)| (key, Value::from(text))).collect();
    (!table.is_empty()).then_some(Value::InlineTable(table))
}
