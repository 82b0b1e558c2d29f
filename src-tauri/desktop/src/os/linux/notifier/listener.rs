//! What the daemon says: that a notice is shown, that it was closed, that its button was pressed.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use fencun_core::ports::{Button, NoticeKind};
use zbus::MatchRule;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::{Flags, Message, Type};

use super::{DAEMON, PATH};
use crate::notifier::{Offer, Turn, Waiting};

/// A connection to the bus, and the thread that hears what comes over it.
pub(super) struct Listener {
    bus: Connection,
    talk: Arc<Mutex<Talk>>,
}

/// What the present daemon can do.
#[derive(Clone, Copy)]
pub(super) struct Abilities {
    /// It reads a body as markup.
    pub(super) markup: bool,
    /// It shows buttons.
    pub(super) buttons: bool,
}

/// What was asked of the daemon, and what came of it.
#[derive(Default)]
pub(super) struct Talk {
    abilities: Option<Abilities>,
    /// Not answered yet, by the number of the question.
    asked: HashMap<NonZeroU32, (Offer, Turn)>,
    shown: HashMap<NoticeKind, Shown>,
    over: bool,
}

/// A notice on the screen.
struct Shown {
    id: u32,
    button: Option<Button>,
}

impl Listener {
    /// Connects, and listens until the connection ends.
    pub(super) fn start(waiting: &Arc<Waiting>) -> zbus::Result<Self> {
        let bus = Connection::session()?;
        let messages = MessageIterator::from(&bus);
        let names = DBusProxy::new(&bus)?;
        names.add_match_rule(
            MatchRule::builder().msg_type(Type::Signal).sender(DAEMON)?.path(PATH)?.build(),
        )?;
        let owner = MatchRule::builder().msg_type(Type::Signal).sender("org.freedesktop.DBus")?;
        names.add_match_rule(owner.member("NameOwnerChanged")?.arg(0, DAEMON)?.build())?;
        let listener = Self { bus, talk: Arc::default() };
        let hearer = Hearer {
            bus: listener.bus.clone(),
            talk: Arc::clone(&listener.talk),
            waiting: Arc::clone(waiting),
        };
        thread::Builder::new().name("notices".into()).spawn(move || hearer.hear(messages))?;
        Ok(listener)
    }

    pub(super) fn bus(&self) -> &Connection {
        &self.bus
    }

    pub(super) fn talk(&self) -> MutexGuard<'_, Talk> {
        lock(&self.talk)
    }

    pub(super) fn is_connected(&self) -> bool {
        !self.talk().over
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // The thread has the connection too, and ends only if it is told so.
        let _ = self.bus.clone().close();
    }
}

impl Talk {
    pub(super) fn abilities(&self) -> Option<Abilities> {
        self.abilities
    }

    pub(super) fn learn(&mut self, abilities: Abilities) {
        self.abilities = Some(abilities);
    }

    /// The notice that one of this kind takes the place of; zero if there is none.
    pub(super) fn place(&self, kind: NoticeKind) -> u32 {
        self.shown.get(&kind).map_or(0, |shown| shown.id)
    }

    /// This question will be answered.
    pub(super) fn expect(&mut self, question: NonZeroU32, offer: Offer, turn: Turn) {
        self.asked.insert(question, (offer, turn));
    }

    /// It will not.
    pub(super) fn give_up(&mut self, question: NonZeroU32) {
        if let Some((offer, turn)) = self.asked.remove(&question) {
            turn.give_back(offer);
        }
    }

    fn answered(&mut self, question: NonZeroU32, id: u32) {
        if let Some((offer, _turn)) = self.asked.remove(&question) {
            self.shown.insert(offer.notice.kind, Shown { id, button: offer.button });
        }
    }

    /// The button of a notice; nobody else gets it after this.
    fn take_button(&mut self, id: u32) -> Option<Button> {
        self.shown.values_mut().find(|shown| shown.id == id)?.button.take()
    }

    /// Its buttons went with the daemon, and another one may do things in its own way.
    fn daemon_left(&mut self) {
        self.abilities = None;
        self.shown.clear();
    }

    fn end(&mut self) {
        self.over = true;
        self.daemon_left();
        for (_, (offer, turn)) in self.asked.drain() {
            turn.give_back(offer);
        }
    }
}

/// What the thread has.
struct Hearer {
    bus: Connection,
    talk: Arc<Mutex<Talk>>,
    waiting: Arc<Waiting>,
}

impl Hearer {
    fn hear(&self, messages: MessageIterator) {
        for message in messages.map_while(Result::ok) {
            // What cannot be read is no answer to anything of ours.
            if let Err(error) = self.hear_one(&message) {
                tracing::debug!(%error, "a message that cannot be read");
            }
        }
        lock(&self.talk).end();
    }

    fn hear_one(&self, message: &Message) -> zbus::Result<()> {
        let header = message.header();
        let question = header.reply_serial();
        match (header.message_type(), question, header.member().map(|member| member.as_str())) {
            (Type::MethodReturn, Some(question), _) if self.is_open(question) => {
                let id = message.body().deserialize();
                id.map(|id| lock(&self.talk).answered(question, id))
                    .inspect_err(|_| lock(&self.talk).give_up(question))?;
            }
            (Type::Error, Some(question), _) if self.is_open(question) => self.refused(question, message),
            (Type::Signal, _, Some("ActionInvoked")) => {
                let (id, _action): (u32, String) = message.body().deserialize()?;
                self.pressed(id)?;
            }
            (Type::Signal, _, Some("NotificationClosed")) => {
                let (id, _why): (u32, u32) = message.body().deserialize()?;
                lock(&self.talk).shown.retain(|_, shown| shown.id != id);
            }
            (Type::Signal, _, Some("NameOwnerChanged")) => {
                let (name, _, new): (String, String, String) = message.body().deserialize()?;
                if name == DAEMON {
                    self.daemon_changed(!new.is_empty());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn is_open(&self, question: NonZeroU32) -> bool {
        lock(&self.talk).asked.contains_key(&question)
    }

    fn refused(&self, question: NonZeroU32, message: &Message) {
        let mut talk = lock(&self.talk);
        // Another daemon may come, and read bodies in its own way.
        talk.abilities = None;
        talk.give_up(question);
        drop(talk);
        self.waiting.complain(&zbus::Error::from(message.clone()));
    }

    /// Does what the button does, in a thread that may take its time, and puts the notice away: not every daemon does.
    fn pressed(&self, id: u32) -> zbus::Result<()> {
        let Some(button) = lock(&self.talk).take_button(id) else { return Ok(()) };
        thread::Builder::new().name("notice-button".into()).spawn(button.pressed)?;
        let close = Message::method_call(PATH, "CloseNotification")?
            .destination(DAEMON)?
            .interface(DAEMON)?
            .with_flags(Flags::NoReplyExpected)?;
        self.bus.send(&close.build(&(id,))?)
    }

    fn daemon_changed(&self, is_there: bool) {
        lock(&self.talk).daemon_left();
        if is_there {
            self.waiting.somebody_came();
        }
    }
}

fn lock(talk: &Mutex<Talk>) -> MutexGuard<'_, Talk> {
    talk.lock().unwrap_or_else(PoisonError::into_inner)
}
