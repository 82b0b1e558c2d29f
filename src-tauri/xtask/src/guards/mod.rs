//! Guards: what must be absent is absent, and what must be alike is alike.
//!
//! Each is one function from the project's folder to findings, so a test can hand it a folder that is broken.

mod catalogues;
mod core_calls;
mod dependencies;
mod headers;
mod ipc_imports;
mod markup_sinks;
mod platform_names;
mod readme;
mod sockets;
mod source;

use std::fmt;
use std::path::Path;

use crate::error::Error;
use crate::files;
use crate::places::Places;
use crate::test::Count;

/// Something that is not as it must be, and where.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    place: String,
    what: String,
}

type Guard = fn(&Path) -> Result<Vec<Finding>, Error>;

const GUARDS: [(&str, Guard); 9] = [
    ("the resident and its crates link no windows", dependencies::find),
    ("platforms are named in os/ only", platform_names::find),
    ("Tauri's script is imported in ui/src/ipc only", ipc_imports::find),
    ("text never becomes markup", markup_sinks::find),
    ("every file says what it is", headers::find),
    ("every language has the same messages", catalogues::find),
    ("the core knows no files, clock or threads", core_calls::find),
    ("nothing opens a network socket", sockets::find),
    ("the README shows the two commands", readme::find),
];

/// Runs all guards; each counts as one check.
pub(crate) fn run(places: &Places) -> Result<Count, Error> {
    let mut count = Count::default();
    for (name, guard) in GUARDS {
        let findings = guard(&places.root)?;
        println!("{} {name}", if findings.is_empty() { "ok    " } else { "FAILED" });
        for finding in &findings {
            println!("       {finding}");
        }
        count += Count::one(&format!("guard: {name}"), findings.is_empty());
    }
    Ok(count)
}

impl Finding {
    /// In a file of the project, at a line counted from 1.
    fn at_line(root: &Path, file: &Path, line: usize, what: impl Into<String>) -> Self {
        Self { place: format!("{}:{line}", files::short_name(root, file)), what: what.into() }
    }

    /// In a file or folder as a whole.
    fn in_file(root: &Path, file: &Path, what: impl Into<String>) -> Self {
        Self { place: files::short_name(root, file), what: what.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// A project in a temporary folder, for the guards' own tests.
#[cfg(test)]
mod broken {
    use super::{Finding, Guard};
    use crate::files;

    /// Writes these files, runs the guard, and expects findings at exactly these places.
    pub(super) fn check(guard: Guard, files: &[(&str, &str)], places: &[&str]) {
        let found: Vec<_> = findings(guard, files).into_iter().map(|finding| finding.place).collect();
        assert_eq!(found, places, "{files:?}");
    }

    /// What the guard finds in a project of these files.
    pub(super) fn findings(guard: Guard, files: &[(&str, &str)]) -> Vec<Finding> {
        let root = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in files {
            files::write(&root.path().join(name), text).expect("writable");
        }
        guard(root.path()).expect("readable")
    }
}
