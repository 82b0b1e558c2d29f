//! What goes wrong is said on stderr, one line each; never the words of a phrase.

use std::fmt::Display;
use std::io::Write as _;

/// Says one line. A closed stderr is no reason to stop.
pub(crate) fn say(what: impl Display) {
    let _ = writeln!(std::io::stderr(), "fencun-window: {what}");
}
