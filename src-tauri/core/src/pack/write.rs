//! Writes one phrase as the entry of a pack: keys in a fixed order, words readable by hand.

use toml_edit::{Array, InlineTable, Item, Table, Value, value};

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

/// A new entry.
pub(super) fn entry(phrase: &Phrase) -> Table {
    let mut table = Table::new();
    for (key, found) in keys(phrase) {
        if let Some(found) = found {
            table.insert(key, value(found));
        }
    }
    table
}

/// The words between ''' on lines of their own, where that keeps them byte for byte; else as an ordinary string.
///
/// Reading takes one final newline away, so writing adds one.
pub(super) fn words(text: &str) -> Value {
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

/// Whether an item of a file says the same as a value, whatever its spelling.
pub(super) fn says_the_same(item: &Item, wanted: &Value) -> bool {
    match (item, wanted) {
        (Item::Value(found), wanted) => same(found, wanted),
        // `[phrase.gloss]` as a table of its own is the same as an inline one.
        (Item::Table(found), Value::InlineTable(wanted)) => {
            same_tables(&found.clone().into_inline_table(), wanted)
        }
        _ => false,
    }
}

fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::String(a), Value::String(b)) => a.value() == b.value(),
        (Value::Integer(a), Value::Integer(b)) => a.value() == b.value(),
        (Value::Boolean(a), Value::Boolean(b)) => a.value() == b.value(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| same(a, b))
        }
        (Value::InlineTable(a), Value::InlineTable(b)) => same_tables(a, b),
        _ => false,
    }
}

fn same_tables(a: &InlineTable, b: &InlineTable) -> bool {
    a.len() == b.len() && a.iter().all(|(key, found)| b.get(key).is_some_and(|wanted| same(found, wanted)))
}
