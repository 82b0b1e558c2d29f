//! Notifications: told to a thread of their own and then forgotten, because the desktop may take its time.
//!
//! Only the latest notice of each kind waits, so a desktop that hangs for ever costs one thread and two notices.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use fencun_core::ports::{Notice, Notifier};

use crate::os::Screen;

/// The desktop's notifications.
pub struct SystemNotifier {
    waiting: Arc<Waiting>,
}

/// The notices that nobody has taken up yet.
#[derive(Default)]
struct Waiting {
    notices: Mutex<Pile>,
    changed: Condvar,
}

#[derive(Default)]
struct Pile {
    notices: Vec<Notice>,
    closed: bool,
}

impl SystemNotifier {
    /// Starts without asking whether anybody shows notifications; `icon` is a name from an icon theme.
    pub fn start(app_name: &str, icon: &str) -> Self {
        let waiting = Arc::new(Waiting::default());
        let (taken, mut screen) = (Arc::clone(&waiting), Screen::new(app_name, icon));
        let show = move || {
            let mut quiet = false;
            while let Some(notice) = taken.next() {
                if let Err(error) = screen.show(&notice)
                    && !quiet
                {
                    tracing::warn!(%error, "no notifications");
                    quiet = true;
                }
            }
        };
        if let Err(error) = thread::Builder::new().name("notifier".into()).spawn(show) {
            tracing::warn!(%error, "no notifications");
        }
        Self { waiting }
    }
}

impl Notifier for SystemNotifier {
    fn notify(&self, notice: Notice) {
        let mut pile = self.waiting.lock();
        pile.notices.retain(|waiting| waiting.kind != notice.kind);
        pile.notices.push(notice);
        self.waiting.changed.notify_one();
    }
}

impl Drop for SystemNotifier {
    fn drop(&mut self) {
        self.waiting.lock().closed = true;
        self.waiting.changed.notify_one();
    }
}

impl Waiting {
    /// The oldest notice, once there is one; none once nobody can add any.
    fn next(&self) -> Option<Notice> {
        let idle = |pile: &mut Pile| pile.notices.is_empty() && !pile.closed;
        let mut pile = self.changed.wait_while(self.lock(), idle).unwrap_or_else(PoisonError::into_inner);
        if pile.notices.is_empty() { None } else { Some(pile.notices.remove(0)) }
    }

    fn lock(&self) -> MutexGuard<'_, Pile> {
        self.notices.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
