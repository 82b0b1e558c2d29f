//! The log: ids, lengths and kinds of errors, never the words of a phrase. Owner only, two files of at most 1 MiB.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;
use std::sync::Mutex;

const LIMIT: u64 = 1024 * 1024;

/// Writes the log of the resident program into `state/`; without a place to write there is none.
pub(crate) fn start(state: &Path) {
    let Ok(file) = open(&state.join("fencun.log")) else { return };
    let log = tracing_subscriber::fmt().with_ansi(false).with_target(false).with_writer(Mutex::new(file));
    // A full disk takes the log, and often stderr with it: complaining there would end the program.
    let log = log.log_internal_errors(false);
    // A second log in one process would be a mistake of ours, and the first goes on.
    let _ = tracing::subscriber::set_global_default(log.finish());
}

fn open(path: &Path) -> io::Result<File> {
    if std::fs::metadata(path).is_ok_and(|there| there.len() > LIMIT) {
        std::fs::rename(path, path.with_extension("log.old"))?;
    }
    OpenOptions::new().create(true).append(true).open(path)
}
