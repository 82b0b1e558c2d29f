//! What holds for the whole process.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::{io, thread};

use rustix::fs::Mode;
use rustix::process::{Resource, Rlimit, setrlimit, umask};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGXFSZ};
use signal_hook::iterator::Signals;

/// Makes the process careful with what people wrote: new files are theirs alone, a crash leaves no copy of the
/// memory, and a full disk or a closed pipe is an error to handle, not an end.
///
/// Programs started later inherit the first two; what [`crate::launch`] starts is ours and wants them.
pub fn harden() {
    umask(Mode::RWXG | Mode::RWXO);
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    if let Err(error) = setrlimit(Resource::Core, none) {
        tracing::debug!(%error, "a crash may leave a core file");
    }
    // A handled signal lets the write fail with an error. Rust itself ignores the signal of a closed pipe.
    if let Err(error) = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))) {
        tracing::debug!(%error, "a file that grows too large ends the program");
    }
}

/// Calls `end` whenever the process is asked to end: by the system, the terminal or the session.
///
/// # Errors
/// If the signals cannot be taken over; they then end the process at once.
pub fn on_termination(end: Box<dyn Fn() + Send>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for _ in signals.forever() {
            end();
        }
    })?;
    Ok(())
}
