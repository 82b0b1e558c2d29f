//! Several programs that edit the same pack at once: no edit may be lost.

use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use crate::Length;
use crate::home::{self, phrase, store};

/// One writer: adds a phrase of its own per edit, and changes one that all of them change.
pub(crate) fn run(writer: &str, edits: &str, home: &Path) -> ExitCode {
    let store = store(home);
    for edit in 0..edits.parse().unwrap_or(0) {
        // Twenty phrases of its own, changed over and over, keep the pack at the size of a real one.
        let id = format!("{writer}-{}", edit % 20);
        let own = store.save_phrase(&phrase(&id, &format!("{id} as of {edit}")), None, "edit");
        let shared = store.save_phrase(&phrase("shared", &format!("{writer} {edit}")), None, "edit");
        if let Err(err) = own.and(shared) {
            eprintln!("{writer} {edit}: {err}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Four of them. The answer is how many edits are neither in the pack nor in the history.
pub(crate) fn all(length: Length) -> usize {
    let edits = if length == Length::Long { 1_000 } else { 50 };
    let home = std::env::temp_dir().join(format!("fencun-torture-{}-writers", std::process::id()));
    let program = std::env::current_exe().expect("this program was started from a file");
    let start = |writer: usize| {
        let mut command = Command::new(&program);
        command.arg("edit").arg(format!("writer{writer}")).arg(edits.to_string()).arg(&home);
        command.stdin(Stdio::null()).spawn()
    };
    let writers: Vec<_> = (0..4).map(start).collect();
    let mut lost = 0;
    for writer in writers {
        let ended = writer.and_then(|mut writer| writer.wait());
        lost += usize::from(!ended.is_ok_and(|status| status.success()));
    }
    let words = home::words(&home);
    for writer in 0..4 {
        for own in 0..20.min(edits) {
            let id = format!("writer{writer}-{own}");
            let last = (0..edits).rev().find(|edit| edit % 20 == own).unwrap_or(own);
            lost += usize::from(words.get(&id) != Some(&format!("{id} as of {last}")));
        }
    }
    lost += missing_from_history(&home, edits);
    for complaint in home::complaints(&home) {
        println!("writers: {complaint}");
        lost += 1;
    }
    println!("writers: 4 writers with {} edits each, {lost} lost", edits * 2);
    let _ = std::fs::remove_dir_all(&home);
    lost
}

/// Every wording of the phrase that all of them change is some step of the history.
fn missing_from_history(home: &Path, edits: usize) -> usize {
    let store = store(home);
    let id = fencun_core::PhraseId::new("shared");
    let steps = store.history(Some(&id)).unwrap_or_default();
    let wordings: std::collections::HashSet<String> = steps
        .iter()
        .filter_map(|step| store.version(&id, step.step).ok())
        .map(|phrase| phrase.text)
        .collect();
    let all = (0..4).flat_map(|writer| (0..edits).map(move |edit| format!("writer{writer} {edit}")));
    all.filter(|wording| !wordings.contains(wording)).count()
}
