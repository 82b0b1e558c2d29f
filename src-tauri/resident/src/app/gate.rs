//! Waiting for the library: tray, hotkey and windows are there before it is read, and what needs it waits.

use std::sync::{Condvar, Mutex, PoisonError};

use fencun_protocol::Request;

/// Open once the library has been read.
#[derive(Debug)]
pub(super) struct Gate {
    open: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    pub(super) fn new(open: bool) -> Self {
        Self { open: Mutex::new(open), opened: Condvar::new() }
    }

    pub(super) fn open(&self) {
        *self.open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.opened.notify_all();
    }

    pub(super) fn wait(&self) {
        let closed = |open: &mut bool| !*open;
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.opened.wait_while(open, closed).unwrap_or_else(PoisonError::into_inner));
    }
}

/// Whether a request can be answered while packs are still being read. A window is drawn up and searched meanwhile, with
/// what is built in; words are filled in only when it is certain that no pack has others of the same id.
pub(super) fn can_go_ahead(request: &Request) -> bool {
    match request {
        Request::Toggle { .. }
        | Request::Open { .. }
        | Request::Done { .. }
        | Request::Quit
        | Request::Status
        | Request::Settings
        | Request::Contacts
        | Request::Audience
        | Request::Paths => true,
        // The palette says for whom it looks, and is told when there is more; the command line gets one answer.
        Request::Search { audience, .. } => audience.is_some(),
        _ => false,
    }
}
