//! Notifications: told to a thread of their own and then forgotten, because the desktop may take its time.
//!
//! Only the latest notice of each kind waits, and only one of each is on its way, so a desktop that hangs for ever costs
//! a few threads and notices. A notice with a button waits for as long as nobody is there to show it.

use std::collections::HashSet;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use fencun_core::ports::{Button, Notice, NoticeKind, Notifier};

use crate::os::Screen;

/// Notices that may wait at one time; then the oldest is given up.
const MOST_WAITING: usize = 64;

/// Notices that may be on their way at one time. A desktop that hangs on so many hangs on all.
const MOST_UNDER_WAY: usize = 16;

/// The desktop's notifications.
pub struct SystemNotifier {
    waiting: Arc<Waiting>,
}

/// A notice, and what it offers to do.
#[derive(Debug)]
pub(crate) struct Offer {
    pub(crate) notice: Notice,
    pub(crate) button: Option<Button>,
}

/// The notices that nobody has taken up yet.
#[derive(Default)]
pub(crate) struct Waiting {
    pile: Mutex<Pile>,
    changed: Condvar,
}

#[derive(Default)]
struct Pile {
    offers: Vec<Offer>,
    /// The kinds of which one is on its way.
    under_way: HashSet<NoticeKind>,
    /// Nobody showed the last one with a button.
    nobody: bool,
    /// How often somebody came since.
    comings: u64,
    /// Whether it was said that there are no notifications.
    quiet: bool,
    closed: bool,
}

/// The right to show one notice. While it lasts, no other of its kind is taken up.
pub(crate) struct Turn {
    waiting: Arc<Waiting>,
    kind: NoticeKind,
    comings: u64,
}

impl SystemNotifier {
    /// Starts without asking whether anybody shows notifications; `icon` is a name from an icon theme.
    pub fn start(app_name: &str, icon: &str) -> Self {
        let waiting = Arc::new(Waiting::default());
        let mut screen = Screen::new(app_name, icon, &waiting);
        let taken = Arc::clone(&waiting);
        let show = move || {
            while let Some((offer, turn)) = taken.next() {
                if let Err(error) = screen.show(offer, turn) {
                    taken.complain(&error);
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
        self.waiting.add(Offer { notice, button: None });
    }

    fn offer(&self, notice: Notice, button: Button) {
        self.waiting.add(Offer { notice, button: Some(button) });
    }
}

impl Drop for SystemNotifier {
    fn drop(&mut self) {
        self.waiting.lock().closed = true;
        self.waiting.changed.notify_one();
    }
}

impl Waiting {
    fn add(&self, offer: Offer) {
        let mut pile = self.lock();
        pile.offers.retain(|waiting| waiting.notice.kind != offer.notice.kind);
        if pile.offers.len() >= MOST_WAITING {
            pile.offers.remove(0);
        }
        pile.offers.push(offer);
        pile.nobody = false;
        self.changed.notify_one();
    }

    /// The oldest notice that may be shown, once there is one; none once nobody can add any.
    fn next(self: &Arc<Self>) -> Option<(Offer, Turn)> {
        let idle = |pile: &mut Pile| pile.ready().is_none() && !pile.closed;
        let mut pile = self.changed.wait_while(self.lock(), idle).unwrap_or_else(PoisonError::into_inner);
        let at = pile.ready()?;
        let offer = pile.offers.remove(at);
        let kind = offer.notice.kind;
        pile.under_way.insert(kind);
        Some((offer, Turn { waiting: Arc::clone(self), kind, comings: pile.comings }))
    }

    /// Somebody is there now who shows notices.
    #[allow(dead_code, reason = "not every system lets one see that")]
    pub(crate) fn somebody_came(&self) {
        let mut pile = self.lock();
        pile.nobody = false;
        pile.comings += 1;
        self.changed.notify_one();
    }

    /// Says once why nothing is shown.
    pub(crate) fn complain(&self, error: &dyn std::error::Error) {
        if !std::mem::replace(&mut self.lock().quiet, true) {
            tracing::warn!(%error, "no notifications");
        }
    }

    fn lock(&self) -> MutexGuard<'_, Pile> {
        self.pile.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pile {
    /// Where the oldest notice is that may be shown.
    fn ready(&self) -> Option<usize> {
        if self.under_way.len() >= MOST_UNDER_WAY {
            return None;
        }
        self.offers.iter().position(|offer| {
            let in_vain = self.nobody && offer.button.is_some();
            !in_vain && !self.under_way.contains(&offer.notice.kind)
        })
    }
}

impl Turn {
    /// Nobody showed the notice. With a button it waits for somebody who does, unless there is a later one of its kind.
    pub(crate) fn give_back(self, offer: Offer) {
        let mut pile = self.waiting.lock();
        let later = pile.offers.iter().any(|waiting| waiting.notice.kind == self.kind);
        if offer.button.is_some() && !later {
            pile.offers.insert(0, offer);
            // Who came meanwhile has not been asked.
            pile.nobody = pile.comings == self.comings;
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.waiting.lock().under_way.remove(&self.kind);
        self.waiting.changed.notify_one();
    }
}
