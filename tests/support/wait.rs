//! Waiting for a condition, never for a time.

use std::fmt;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Long enough for a busy machine with two cores; nothing is ever expected to take it.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// Between two looks: short beside what a person notices, long beside what a look costs.
const PAUSE: Duration = Duration::from_millis(10);

/// A condition did not come true in time.
#[derive(Clone, PartialEq, Eq)]
pub struct TimedOut {
    /// What was waited for.
    pub what: String,
    /// How long.
    pub after: Duration,
}

impl fmt::Display for TimedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "waited {:?} in vain for {}", self.after, self.what)
    }
}

// What a failed `expect` prints is read by people too.
impl fmt::Debug for TimedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for TimedOut {}

/// Looks until there is an answer, or ends the test saying what it waited for.
#[track_caller]
pub fn wait_until<T>(what: &str, deadline: Duration, look: impl FnMut() -> Option<T>) -> T {
    match try_wait_until(what, deadline, look) {
        Ok(found) => found,
        Err(timed_out) => panic!("{timed_out}"),
    }
}

/// Looks until there is an answer; for a test that has something to say when there is none.
///
/// # Errors
/// When there was no answer before the deadline. The last look is always made after it.
pub fn try_wait_until<T>(
    what: &str,
    deadline: Duration,
    mut look: impl FnMut() -> Option<T>,
) -> Result<T, TimedOut> {
    let start = Instant::now();
    loop {
        let over = start.elapsed() >= deadline;
        if let Some(found) = look() {
            return Ok(found);
        }
        if over {
            return Err(TimedOut { what: what.to_owned(), after: deadline });
        }
        sleep(PAUSE);
    }
}
