//! Looks through everything that should be safe, and says what is not. It changes nothing.

use std::collections::BTreeSet;

use fencun_core::{Cost, Problem};

use crate::error::StoreError;
use crate::history::{Hash, History, hashes};
use crate::store::Store;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Packs that were read.
    pub packs: usize,
    /// Operations in the history.
    pub operations: usize,
    /// Old versions in the history.
    pub versions: usize,
    /// What is wrong, with what to do.
    pub problems: Vec<Problem>,
}

impl Store {
    /// Checks the packs, the list of operations and every old version.
    ///
    /// # Errors
    /// If the history cannot be read at all.
    pub fn verify(&self) -> Result<Verified, StoreError> {
        let history = self.read_history()?;
        let loaded = self.load();
        let mut verified = Verified {
            packs: loaded.packs.len(),
            operations: history.packs().count(),
            problems: loaded.problems,
            ..Verified::default()
        };
        for read in &loaded.packs {
            verified.problems.extend(read.pack.problems.iter().cloned());
        }
        verified.list(&history);
        verified.objects(&history);
        Ok(verified)
    }
}

impl Verified {
    fn list(&mut self, history: &History<'_>) {
        let bad = history.bad_lines();
        if bad > 0 {
            self.problem(
                "ops.jsonl",
                format!("{bad} lines cannot be read; those operations cannot be undone"),
            );
        }
    }

    fn objects(&mut self, history: &History<'_>) {
        let wanted: BTreeSet<&Hash> = history.records().iter().flat_map(hashes).collect();
        for hash in wanted {
            self.versions += 1;
            if let Err(err) = history.bytes(hash) {
                let steps: Vec<String> = history
                    .changes()
                    .filter(|change| {
                        change.before.as_ref() == Some(hash) || change.after.as_ref() == Some(hash)
                    })
                    .map(|change| change.step.to_string())
                    .collect();
                // What no step needs is only another copy of what lies in the library.
                if !steps.is_empty() {
                    let message =
                        format!("this old version is lost ({err}); steps that need it: {}", steps.join(", "));
                    self.problem(hash.as_str(), message);
                }
            }
        }
    }

    fn problem(&mut self, file: &str, message: String) {
        let file = format!("history/{file}");
        self.problems.push(Problem { file, line: None, id: None, message, cost: Cost::Entry });
    }
}
