//! Hears who shows notices: that somebody came, and that somebody left. It is a connection of its own, as those of
//! notify-rust live no longer than their notices.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use zbus::MatchRule;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator};
use zbus::fdo::NameOwnerChanged;
use zbus::message::Type;

use super::DAEMON;
use super::board::Board;

/// A connection to the bus, and the thread that hears what comes over it.
pub(super) struct Watch {
    bus: Connection,
    names: DBusProxy<'static>,
    over: Arc<AtomicBool>,
}

impl Watch {
    /// Connects, and listens until the connection ends.
    pub(super) fn start(board: &Arc<Board>) -> zbus::Result<Self> {
        let bus = Connection::session()?;
        let names = DBusProxy::new(&bus)?;
        let rule = MatchRule::builder().msg_type(Type::Signal).sender("org.freedesktop.DBus")?;
        let rule = rule.member("NameOwnerChanged")?.arg(0, DAEMON)?.build();
        let changes = MessageIterator::for_match_rule(rule, &bus, None)?;
        let watch = Self { bus, names, over: Arc::default() };
        let (board, over) = (Arc::clone(board), Arc::clone(&watch.over));
        let hear = move || {
            for message in changes.map_while(Result::ok) {
                hear_one(&board, message);
            }
            over.store(true, Ordering::SeqCst);
            board.clear();
        };
        thread::Builder::new().name("notices".into()).spawn(hear)?;
        Ok(watch)
    }

    /// The bus itself, which knows who has which name.
    pub(super) fn names(&self) -> &DBusProxy<'static> {
        &self.names
    }

    pub(super) fn is_connected(&self) -> bool {
        !self.over.load(Ordering::SeqCst)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // The thread has the connection too, and ends only if it is told so.
        let _ = self.bus.clone().close();
    }
}

fn hear_one(board: &Board, message: zbus::Message) {
    let Some(change) = NameOwnerChanged::from_message(message) else { return };
    let Ok(change) = change.args() else { return };
    if let Some(who) = change.old_owner().as_ref() {
        board.somebody_left(who);
    }
    if change.new_owner().is_some() {
        board.somebody_came();
    }
}
