//! The wall clock, for labels only: no decision about which version is newer is taken by it.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff::Timestamp;

/// Now, in UTC, as RFC 3339, to the second.
pub(crate) fn now() -> String {
    timestamp().to_string()
}

/// Today, in UTC, as `2026-01-31`.
pub(crate) fn day() -> String {
    let now = now();
    now.split('T').next().unwrap_or(&now).to_owned()
}

/// Seconds since 1970.
pub(crate) fn seconds() -> i64 {
    timestamp().as_second()
}

fn timestamp() -> Timestamp {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    i64::try_from(seconds).ok().and_then(|seconds| Timestamp::from_second(seconds).ok()).unwrap_or_default()
}
