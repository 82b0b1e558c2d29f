//! What must come first in the library we ship, as a table that a person can extend: `search_table.txt`.

#![allow(clippy::disallowed_methods, clippy::panic, reason = "the packs are files")]

mod shipped;

use fencun_core::Audience;
use shipped::{Desk, audience};

struct Row {
    line: usize,
    query: &'static str,
    audience: Audience,
    expected: &'static str,
}

fn rows() -> Vec<Row> {
    let lines = include_str!("search_table.txt").lines().enumerate();
    let rows = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    rows.map(|(at, text)| {
        let mut cells = text.split(" | ").map(str::trim);
        let mut cell =
            || cells.next().unwrap_or_else(|| panic!("line {}: query | audience | expected", at + 1));
        let (query, to, expected) = (cell(), cell(), cell());
        Row { line: at + 1, query, audience: audience(to), expected }
    })
    .collect()
}

#[test]
fn the_first_phrase_is_the_expected_one() {
    let desk = Desk::shipped();
    let rows = rows();
    let mut wrong = Vec::new();
    for Row { line, query, audience, expected } in &rows {
        let hits = desk.found(query, audience, 3).hits;
        let found: Vec<_> = hits
            .iter()
            .map(|hit| (hit.entry.phrase.id.as_str(), hit.entry.phrase.situation.as_str()))
            .collect();
        let right = match found.first() {
            Some((id, situation)) => id == expected || situation == expected,
            None => *expected == "-",
        };
        if !right {
            wrong.push(format!("line {line}: `{query}` should find {expected}, and finds {found:?}"));
        }
    }
    println!("{} of {} rows hold", rows.len() - wrong.len(), rows.len());
    assert!(rows.len() >= 150);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
