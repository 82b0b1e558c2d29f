//! Notifications, shown by notify-rust. It waits for whoever shows them, so every notice has a thread of its own until
//! it is shown; with a button, until that is pressed or the notice is gone.
//!
//! Each notice also keeps the connection that notify-rust made for it: GNOME closes a notification whose sender has left
//! the bus, and some desktops tell only the sender that its button was pressed. What notify-rust does not tell is that
//! somebody came who shows notices, or left with all that were shown; [`watch`] hears that.

mod board;
mod over;
mod watch;

use std::sync::Arc;
use std::thread;

use self::board::Board;
use self::watch::Watch;
use crate::notifier::{Offer, Turn, Waiting};

const DAEMON: &str = "org.freedesktop.Notifications";

/// Whoever shows notifications.
pub(crate) struct Screen {
    board: Arc<Board>,
    watch: Option<Watch>,
}

impl Screen {
    pub(crate) fn new(app_name: &str, icon: &str, waiting: &Arc<Waiting>) -> Self {
        Self { board: Arc::new(Board::new(app_name, icon, waiting)), watch: None }
    }

    /// Has the notice shown in place of the last one of its kind, and does not wait for that.
    pub(crate) fn show(&mut self, offer: Offer, turn: Turn) -> zbus::Result<()> {
        let names = match self.watch() {
            Ok(watch) => watch.names().clone(),
            Err(error) => {
                turn.give_back(offer);
                return Err(error);
            }
        };
        let board = Arc::clone(&self.board);
        thread::Builder::new().name("notice".into()).spawn(move || board.put_up(offer, turn, &names))?;
        Ok(())
    }

    /// A bus that was lost is looked for again.
    fn watch(&mut self) -> zbus::Result<&Watch> {
        let watch = match self.watch.take().filter(Watch::is_connected) {
            Some(watch) => watch,
            None => Watch::start(&self.board)?,
        };
        Ok(self.watch.insert(watch))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.board.clear();
    }
}
