//! Prints answers: JSON as it came, or text for people, one line a thing and nothing in it that acts on a terminal.

use fencun_core::menu::one_line;
use fencun_protocol::{
    Cell, Coverage, Found, MatchField, Operation, PackCoverage, Paths, Phrase, Titled, Verified,
};
use serde_json::{Value, json};

use super::CommandError;
use super::doing::parse;
use crate::out;

/// Prints an answer as JSON or by `draw`.
pub(super) fn print<T: serde::de::DeserializeOwned>(
    as_json: bool,
    answer: &Value,
    draw: fn(&T),
) -> Result<(), CommandError> {
    if as_json {
        out::answer(&answer.to_string());
    } else {
        draw(&parse(answer.clone())?);
    }
    Ok(())
}

/// Id, tab, title.
pub(super) fn list(phrases: &[Titled]) {
    let mut lines = String::new();
    for phrase in phrases {
        lines.extend([phrase.id.as_str(), "\t", &one_line(&phrase.title), "\n"]);
    }
    if !lines.is_empty() {
        out::answer(lines.trim_end_matches('\n'));
    }
}

/// The keys that matter, then the words as they are.
pub(super) fn phrase(phrase: &Phrase) {
    let ranks: Vec<String> = phrase.rank.iter().map(|rank| format!("{rank:?}").to_lowercase()).collect();
    out::answer(&format!("{}\t{}", phrase.id, one_line(&phrase.title)));
    out::answer(&format!(
        "{} · {} · {} · {}",
        phrase.situation,
        phrase.culture,
        ranks.join(", "),
        phrase.language
    ));
    out::answer(&format!("firmness {} · pack {}", phrase.firmness, phrase.pack));
    out::answer("");
    out::answer(&phrase.text);
    for (language, gloss) in &phrase.gloss {
        out::answer(&format!("\n[{language}] {gloss}"));
    }
    for (language, note) in &phrase.note {
        out::answer(&format!("\n({language}) {note}"));
    }
}

/// The words and one newline.
pub(super) fn words(words: &Value) {
    out::answer(words.as_str().unwrap_or_default());
}

/// Step, time, operation, ids.
pub(super) fn operations(operations: &Vec<Operation>) {
    for operation in operations {
        let Operation { step, time, operation: name, ids, .. } = operation;
        out::answer(&format!("{step}\t{time}\t{name}\t{}", ids.join(" ")));
    }
}

/// A table for each pack: a line a situation, a column a rank, in it the firmnesses or who serves.
pub(super) fn coverage(found: &Coverage) {
    for PackCoverage { pack, cells } in &found.packs {
        out::answer(&format!("{pack:<24}{:<12}{:<12}{:<12}{:<12}", "junior", "peer", "senior", "client"));
        for row in cells.chunks(4) {
            let cells: String = row.iter().map(|cell| format!("{:<12}", told(cell))).collect();
            out::answer(
                format!("  {:<22}{cells}", row.first().map_or("", |cell| &cell.situation)).trim_end(),
            );
        }
    }
}

fn told(cell: &Cell) -> String {
    match cell.served_by {
        Some(rank) => format!("as {}", format!("{rank:?}").to_lowercase()),
        None if cell.count == 0 => "-".to_owned(),
        None => cell.firmness.iter().map(u8::to_string).collect::<Vec<_>>().join(" "),
    }
}

/// What was looked at, and a line for each problem.
pub(super) fn verified(found: &Verified) {
    let Verified { packs, operations, versions, problems } = found;
    out::answer(&format!("{packs} packs, {operations} operations, {versions} old versions"));
    for problem in problems {
        let line = problem.line.map(|line| format!(":{line}")).unwrap_or_default();
        out::answer(&format!("{}{line}: {}", problem.file, problem.message));
    }
}

/// One path a line.
pub(super) fn paths(paths: &Paths) {
    let Paths { home, config, library, state, socket } = paths;
    for (name, path) in
        [("home", home), ("config", config), ("library", library), ("state", state), ("socket", socket)]
    {
        out::answer(&format!("{name}\t{path}"));
    }
}

/// Found phrases, best first: `{id, score, matches: [{field, start, end}]}`, or id, tab, title.
pub(super) fn found(as_json: bool, answer: &Value) -> Result<(), CommandError> {
    let found: Found = parse(answer.clone())?;
    if !as_json {
        for hit in &found.hits {
            out::answer(&format!("{}\t{}", hit.row.id, one_line(&hit.row.title)));
        }
        return Ok(());
    }
    let field = |field: MatchField| serde_json::to_value(field).unwrap_or_default();
    let hits = found.hits.iter().map(|hit| {
        let matches =
            hit.matches.iter().map(|at| json!({"field": field(at.field), "start": at.start, "end": at.end}));
        json!({"id": hit.row.id, "score": hit.score, "matches": matches.collect::<Vec<_>>()})
    });
    out::answer(&Value::from(hits.collect::<Vec<_>>()).to_string());
    Ok(())
}
