//! Tells a thread that waits for a button that it need not wait any longer. notify-rust waits until the person answers,
//! which they cannot once the notice has made room for another or whoever showed it is gone.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

/// Whether it is over, and who wants to know.
#[derive(Default)]
pub(super) struct Over(Mutex<(bool, Option<Waker>)>);

impl Over {
    /// It is over.
    pub(super) fn tell(&self) {
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        said.0 = true;
        if let Some(waker) = said.1.take() {
            waker.wake();
        }
    }

    /// Waits for something, but no longer than until it is over.
    pub(super) fn or(&self, something: impl Future<Output = ()>) {
        let mut something = pin!(something);
        zbus::block_on(poll_fn(
            |cx| if self.is_told(cx) { Poll::Ready(()) } else { something.as_mut().poll(cx) },
        ));
    }

    fn is_told(&self, cx: &Context<'_>) -> bool {
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        said.1 = Some(cx.waker().clone());
        said.0
    }
}
