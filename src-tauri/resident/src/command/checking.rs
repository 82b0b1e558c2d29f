//! `fencun check`: what readers of the place would stumble over, for a person at a terminal or a team's CI.

use std::path::Path;

use fencun_core::check::{self, Context, Report};
use fencun_core::menu::one_line;
use fencun_core::pack::{self, Layer, PackFile};
use fencun_core::{Cost, Library, PackId, Phrase, Problem};
use fencun_store::Store;
use serde_json::{Value, json};

use super::{Caller, CommandError, stdin};
use crate::app::{Snapshot, places, shipped};
use crate::out;

/// Checks packs, or the whole library where none is named. Fails if there is anything to say.
pub(super) fn run(caller: &Caller, files: &[String], as_json: bool) -> Result<(), CommandError> {
    let (phrases, mut problems) = if files.is_empty() { whole_library(caller) } else { named(files)? };
    problems.extend(phrases.iter().flat_map(misspelt));
    let reports: Vec<(&Phrase, Report)> =
        phrases.iter().map(|at| (&at.phrase, check::check(&at.phrase, &Context::default()))).collect();
    if as_json {
        out::answer(&in_json(&reports, &problems).to_string());
    } else {
        in_words(&reports, &problems);
    }
    let findings: usize = reports.iter().map(|(_, report)| report.findings.len()).sum();
    match (findings, problems.len()) {
        (0, 0) => Ok(()),
        (findings, problems) => Err(CommandError::Unreachable(format!(
            "{findings} findings, {problems} problems in {} phrases",
            phrases.len()
        ))),
    }
}

/// A phrase and where it is written.
struct Placed {
    phrase: Phrase,
    file: String,
    line: Option<usize>,
}

fn whole_library(caller: &Caller) -> (Vec<Placed>, Vec<Problem>) {
    let store = Store::open(places(&caller.home));
    let Snapshot { library, problems, .. } = Snapshot::read(&store);
    let file =
        |id: &PackId| library.packs().iter().find(|pack| pack.header.id == *id).map(|pack| pack.file.clone());
    let phrases = library.entries().iter().map(|entry| Placed {
        phrase: Phrase::clone(&entry.phrase),
        file: file(&entry.pack).unwrap_or_default(),
        line: None,
    });
    (phrases.collect(), problems)
}

/// The phrases of the named files only; they may use the situations that are shipped.
fn named(files: &[String]) -> Result<(Vec<Placed>, Vec<Problem>), CommandError> {
    let read = files.iter().map(|file| pack_file(file)).collect::<Result<Vec<_>, _>>()?;
    let mut all: Vec<PackFile> = shipped().into_iter().map(definitions_only).collect();
    all.extend(read.iter().cloned());
    let (_, problems) = Library::from_files(&all);
    let named = |problem: &Problem| read.iter().any(|file| file.name == problem.file);
    let phrases = read.iter().flat_map(|file| {
        let entries = pack::read(file).entries.into_iter();
        entries.map(|entry| Placed {
            phrase: Phrase::clone(&entry.phrase),
            file: file.name.clone(),
            line: Some(entry.line),
        })
    });
    Ok((phrases.collect(), problems.into_iter().filter(named).collect()))
}

/// Names under `silenced` that no rule has: what they were meant to silence still speaks, or never did.
fn misspelt(at: &Placed) -> Vec<Problem> {
    let problem = |name: &str| Problem {
        file: at.file.clone(),
        line: at.line,
        id: Some(at.phrase.id.clone()),
        message: format!("`{}` silences `{name}`, which is no rule", at.phrase.id),
        cost: Cost::Nothing,
    };
    check::unknown_silences(&at.phrase).map(problem).collect()
}

/// A file may be a copy of a shipped pack: its ids are then no second ones.
fn definitions_only(mut file: PackFile) -> PackFile {
    if let Some(at) = file.text.find("\n[[phrase]]") {
        file.text.truncate(at + 1);
    }
    file
}

fn pack_file(name: &str) -> Result<PackFile, CommandError> {
    let unreadable =
        |why: &dyn std::fmt::Display| CommandError::Unreachable(format!("{name} cannot be read: {why}"));
    if name == "-" {
        return Ok(PackFile { name: "-".into(), layer: Layer::Shared, text: stdin()? });
    }
    let size = std::fs::metadata(name).map_err(|err| unreadable(&err))?.len();
    if size > pack::limits::FILE_BYTES {
        return Err(unreadable(&format!("it has {size} bytes, more than a pack may have")));
    }
    let text = std::fs::read_to_string(Path::new(name)).map_err(|err| unreadable(&err))?;
    Ok(PackFile { name: name.to_owned(), layer: Layer::Shared, text })
}

fn in_json(reports: &[(&Phrase, Report)], problems: &[Problem]) -> Value {
    let phrases = reports.iter().map(|(phrase, report)| {
        let findings = report.findings.iter().map(|finding| {
            json!({
                "rule": finding.rule.as_str(),
                "severity": finding.severity.as_str(),
                "start": finding.span.start,
                "end": finding.span.end,
                "message": finding.message,
                "suggestion": finding.suggestion,
            })
        });
        let markers = report
            .markers
            .iter()
            .map(|marker| json!({"text": marker.text, "start": marker.span.start, "end": marker.span.end, "effect": marker.effect}));
        json!({
            "id": phrase.id.as_str(),
            "firmness_score": report.firmness_score,
            "markers": markers.collect::<Vec<_>>(),
            "findings": findings.collect::<Vec<_>>(),
        })
    });
    let problems = problems
        .iter()
        .map(|problem| json!({"file": problem.file, "line": problem.line, "message": problem.message}));
    json!({"phrases": phrases.collect::<Vec<_>>(), "problems": problems.collect::<Vec<_>>()})
}

fn in_words(reports: &[(&Phrase, Report)], problems: &[Problem]) {
    for (phrase, report) in reports {
        for finding in &report.findings {
            let words: String =
                phrase.text.chars().skip(finding.span.start).take(finding.span.len()).collect();
            let suggestion = finding
                .suggestion
                .as_ref()
                .map(|words| format!(" → {}", one_line(words)))
                .unwrap_or_default();
            let (rule, severity) = (finding.rule, finding.severity.as_str());
            out::answer(&format!(
                "{}: {severity} {rule} “{}”: {}{suggestion}",
                phrase.id,
                one_line(&words),
                finding.message
            ));
        }
    }
    for problem in problems {
        let line = problem.line.map(|line| format!(":{line}")).unwrap_or_default();
        let weight = if problem.cost == Cost::Nothing { "remark" } else { "problem" };
        out::answer(&format!("{}{line}: {weight}: {}", problem.file, problem.message));
    }
}
