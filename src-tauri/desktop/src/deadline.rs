//! How long something may still take.

use std::time::{Duration, Instant};

/// A moment after which an answer is of no use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deadline(Instant);

impl Deadline {
    /// From now on.
    pub(crate) fn within(time: Duration) -> Self {
        Self(Instant::now() + time)
    }

    /// Whichever comes first.
    pub(crate) fn or_before(self, other: Self) -> Self {
        Self(self.0.min(other.0))
    }

    /// The time that is left; none once it has passed.
    pub(crate) fn left(self) -> Duration {
        self.0.saturating_duration_since(Instant::now())
    }

    /// Whether it has passed.
    pub(crate) fn has_passed(self) -> bool {
        self.left().is_zero()
    }
}
