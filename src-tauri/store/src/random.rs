//! Names that nobody else has taken: temporary files of two writers must not meet.

use std::hash::{BuildHasher, Hasher, RandomState};

/// Sixteen hexadecimal digits, different each time. Nothing secret depends on them.
pub(crate) fn word() -> String {
    // Each RandomState has keys of its own, which the system's randomness began.
    format!("{:016x}", RandomState::new().build_hasher().finish())
}
