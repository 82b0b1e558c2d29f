//! Work that must not hold its caller up: done in a thread of its own, and waited for only so long.

use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// Does such work, while not too many of its threads hang.
pub(crate) struct Aside {
    name: &'static str,
    most: usize,
    /// Cloned into every thread, so that its count tells how many are alive.
    alive: Arc<()>,
}

impl Aside {
    /// At most so many threads of this name at one time.
    pub(crate) fn new(name: &'static str, most: usize) -> Self {
        Self { name, most, alive: Arc::new(()) }
    }

    /// What the work came to; none if it took longer than that, or if too many hang already.
    pub(crate) fn run<T: Send + 'static>(
        &self,
        patience: Duration,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        if Arc::strong_count(&self.alive) > self.most {
            return None;
        }
        let alive = Arc::clone(&self.alive);
        let (answer, answered) = mpsc::sync_channel(1);
        let work = move || {
            let outcome = work();
            // Before the answer: whoever has it may ask again at once.
            drop(alive);
            let _ = answer.try_send(outcome);
        };
        thread::Builder::new().name(self.name.into()).spawn(work).ok()?;
        answered.recv_timeout(patience).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hangs_is_left_alone_and_counted() {
        let aside = Aside::new("aside", 2);
        let long = Duration::from_secs(60);
        let (free, stuck) = mpsc::channel::<()>();
        assert_eq!(aside.run(long, || 1), Some(1));
        assert_eq!(aside.run(Duration::ZERO, move || stuck.recv()), None);
        for number in 0..10 {
            assert_eq!(aside.run(long, move || number), Some(number), "there is room for one more");
        }
        let (free_too, stuck) = mpsc::channel::<()>();
        assert_eq!(aside.run(Duration::ZERO, move || stuck.recv()), None);
        assert_eq!(aside.run(long, || 2), None, "two hang");
        drop((free, free_too));
        while Arc::strong_count(&aside.alive) > 1 {
            thread::yield_now();
        }
        assert_eq!(aside.run(long, || 3), Some(3));
    }
}
