//! What differs between operating systems: private modes, links, and swapping two names at once.

#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub(crate) use other::{
    Identity, Settled, Trace, append, create_new, exchange, has_no_locks, has_too_many_open, identity,
    is_no_file, keep_writers_out, leads_nowhere, make_folder, mode, names, open, read, rename_new, settled,
    sync, sync_folder, tells_of_changes, trace, write,
};
#[cfg(unix)]
pub(crate) use unix::{
    Identity, Settled, Trace, append, create_new, exchange, has_no_locks, has_too_many_open, identity,
    is_no_file, keep_writers_out, leads_nowhere, make_folder, mode, names, open, read, rename_new, settled,
    sync, sync_folder, tells_of_changes, trace, write,
};

/// What a new file lets whom do.
pub(crate) const PRIVATE: u32 = 0o600;
