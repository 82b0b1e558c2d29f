//! What the program prints: answers on stdout, messages on stderr. A closed or full pipe is nobody's error.

use std::io::Write;

/// A line of the answer.
pub(crate) fn answer(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// A line for the person.
pub(crate) fn message(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
