//! Pasting for the person: the keys for it, pressed in the window they came from once it has the keyboard again.
//!
//! Which window that is, and how keys are pressed, is the system's business. Nothing here keeps a connection or wakes
//! up by itself, and a desktop that hangs holds up nobody for longer than the port promises.

use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use fencun_core::ports::{PasteError, Paster};

use crate::aside::Aside;
use crate::deadline::Deadline;
use crate::os::{self, Target};

/// After this a caller is told that nothing was pasted; the port promises two seconds.
const PATIENCE: Duration = Duration::from_millis(1900);

/// The keys are given up this much earlier than their caller, so that none is pressed after it was told so.
const MARGIN: Duration = Duration::from_millis(200);

/// How long a window may hold up whatever is about to open.
const GLANCE: Duration = Duration::from_millis(250);

/// Threads that may hang in a frozen desktop at one time.
const MOST_STUCK: usize = 4;

/// The desktop's keys for pasting.
pub struct SystemPaster {
    aside: Aside,
    target: Mutex<Option<Target>>,
    /// Set once it is known that keys can be pressed here.
    able: OnceLock<()>,
}

impl SystemPaster {
    /// Does nothing yet: the desktop is asked when there is something to ask.
    pub fn start() -> Self {
        Self { aside: Aside::new("paster", MOST_STUCK), target: Mutex::default(), able: OnceLock::new() }
    }

    fn target(&self) -> Option<Target> {
        *self.target.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Paster for SystemPaster {
    fn can_paste(&self) -> bool {
        if self.able.get().is_none() && self.aside.run(GLANCE, os::can_paste) == Some(Ok(())) {
            let _ = self.able.set(());
        }
        self.able.get().is_some()
    }

    fn note_target(&self) {
        let last = self.target();
        let now = self.aside.run(GLANCE, move || os::focused(last)).flatten();
        *self.target.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }

    fn paste(&self, words: &str) -> Result<(), PasteError> {
        let (target, deadline) = (self.target(), Deadline::within(PATIENCE - MARGIN));
        let words = words.to_owned();
        let pasted = self.aside.run(PATIENCE, move || {
            os::can_paste()?;
            os::paste(target.ok_or(PasteError::LostTarget)?, &words, deadline)
        });
        pasted.unwrap_or_else(|| Err(PasteError::Unavailable("the desktop does not answer".into())))
    }
}
