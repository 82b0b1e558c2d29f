//! Keeps the program warm between two uses, and ends it when it was not wanted for long.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use fencun_protocol::{Request, Status};

use crate::resident::Resident;

/// If the resident program does not say.
const MINUTES: u32 = 30;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Use {
    Wanted,
    AtRest,
}

/// Told about every use; ends the program some minutes after the last one.
#[derive(Debug)]
pub(crate) struct Warmth {
    told: Sender<Use>,
}

impl Warmth {
    /// Calls `end` once all was at rest for as long as the settings say. Begins as wanted: whoever started
    /// the program is about to ask for a window.
    pub(crate) fn new(resident: Resident, end: impl FnOnce() + Send + 'static) -> Self {
        let (told, uses) = channel();
        std::thread::spawn(move || wait(&uses, || minutes(&resident), end));
        Self { told }
    }

    /// A window is open.
    pub(crate) fn wanted(&self) {
        self.tell(Use::Wanted);
    }

    /// No window is open any more.
    pub(crate) fn at_rest(&self) {
        self.tell(Use::AtRest);
    }

    fn tell(&self, what: Use) {
        // The other side goes away only when the program ends.
        let _ = self.told.send(what);
    }
}

fn wait(uses: &Receiver<Use>, keep: impl Fn() -> Duration, end: impl FnOnce()) {
    let mut last = Use::Wanted;
    loop {
        let next = match last {
            Use::Wanted => uses.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Use::AtRest => uses.recv_timeout(keep()),
        };
        match next {
            Ok(next) => last = next,
            Err(RecvTimeoutError::Timeout) => return end(),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn minutes(resident: &Resident) -> Duration {
    let status = resident.ask(&Request::Status).ok().and_then(|status| serde_json::from_value(status).ok());
    let minutes = status.map_or(MINUTES, |status: Status| status.keep_warm_minutes);
    Duration::from_secs(u64::from(minutes) * 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(3600);

    /// Whether the program's end was called for after these uses, of which the last is the last word.
    fn ends(uses: &[Use], keep: Duration) -> bool {
        let (told, heard) = channel();
        for what in uses {
            told.send(*what).expect("heard below");
        }
        // Where no end is due, waiting is over when nobody is left who could tell more.
        let _kept = keep.is_zero().then_some(told);
        let mut ended = false;
        wait(&heard, || keep, || ended = true);
        ended
    }

    #[test]
    fn at_rest_with_no_time_to_keep_ends_at_once() {
        assert!(ends(&[Use::AtRest], Duration::ZERO));
    }

    #[test]
    fn a_use_within_the_time_keeps_it() {
        assert!(!ends(&[Use::AtRest, Use::Wanted], LONG));
        assert!(!ends(&[Use::Wanted], LONG));
    }
}
