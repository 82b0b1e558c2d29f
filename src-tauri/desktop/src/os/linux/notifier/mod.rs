//! Notifications over D-Bus, on one connection that is kept: GNOME closes a notification whose sender has left the bus,
//! and only the sender hears that its button was pressed.
//!
//! No answer is waited for here. What the daemon says, at once or much later, is heard by [`listener`].

mod listener;

use std::collections::HashMap;
use std::sync::Arc;

use fencun_core::ports::NoticeKind;
use zbus::blocking::Connection;
use zbus::message::Message;
use zbus::zvariant::Value;

use self::listener::{Abilities, Listener};
use crate::notifier::{Offer, Turn, Waiting};

const DAEMON: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// The desktop entry that a desktop may look up the program's name, icon and settings in.
const DESKTOP_ENTRY: &str = "fencun";

/// The daemon decides how long a notice stays.
const AS_USUAL: i32 = -1;

/// A notice stays until it is pressed or put away.
const FOR_EVER: i32 = 0;

/// Neither shown in passing nor over everything else.
const NORMAL: u8 = 1;

/// Whoever shows notifications.
pub(crate) struct Screen {
    app_name: String,
    icon: String,
    waiting: Arc<Waiting>,
    listener: Option<Listener>,
}

impl Screen {
    pub(crate) fn new(app_name: &str, icon: &str, waiting: &Arc<Waiting>) -> Self {
        let (app_name, icon) = (app_name.to_owned(), icon.to_owned());
        Self { app_name, icon, waiting: Arc::clone(waiting), listener: None }
    }

    /// Asks for the notice to be shown, in place of the last one of its kind.
    pub(crate) fn show(&mut self, mut offer: Offer, turn: Turn) -> zbus::Result<()> {
        let (bus, abilities) = match self.reach() {
            Ok(reached) => reached,
            Err(error) => {
                turn.give_back(offer);
                return Err(error);
            }
        };
        if !abilities.buttons {
            offer.button = None;
        }
        let Some(listener) = &self.listener else { return Ok(()) };
        let message = self.message(&offer, abilities, listener.talk().place(offer.notice.kind))?;
        let asked = message.primary_header().serial_num();
        // Before it is sent: the answer may be there before we are back.
        listener.talk().expect(asked, offer, turn);
        bus.send(&message).inspect_err(|_| listener.talk().give_up(asked))
    }

    /// The bus, and what the daemon on it can do. A bus that was lost is looked for again.
    fn reach(&mut self) -> zbus::Result<(Connection, Abilities)> {
        let listener = match self.listener.take().filter(Listener::is_connected) {
            Some(listener) => listener,
            None => Listener::start(&self.waiting)?,
        };
        let listener = self.listener.insert(listener);
        let known = listener.talk().abilities();
        let abilities = match known {
            Some(known) => known,
            None => ask(listener)?,
        };
        Ok((listener.bus().clone(), abilities))
    }

    fn message(&self, offer: &Offer, abilities: Abilities, replaces: u32) -> zbus::Result<Message> {
        let notice = &offer.notice;
        let body = if abilities.markup { escape(&notice.body) } else { notice.body.clone() };
        let mut hints = HashMap::from([("desktop-entry", Value::from(DESKTOP_ENTRY))]);
        if notice.kind == NoticeKind::Copied {
            hints.insert("transient", Value::from(true));
        }
        let (mut actions, mut stays) = (Vec::new(), AS_USUAL);
        if let Some(button) = &offer.button {
            // The first is a click on the notice itself, and seen only where there are no buttons.
            actions.extend(["default", &button.label, "press", &button.label]);
            hints.insert("urgency", Value::from(NORMAL));
            stays = FOR_EVER;
        }
        let (name, icon) = (&self.app_name, &self.icon);
        let arguments = &(name, replaces, icon, &notice.summary, &body, actions, hints, stays);
        Message::method_call(PATH, "Notify")?.destination(DAEMON)?.interface(DAEMON)?.build(arguments)
    }
}

fn ask(listener: &Listener) -> zbus::Result<Abilities> {
    let answer = listener.bus().call_method(Some(DAEMON), PATH, Some(DAEMON), "GetCapabilities", &())?;
    let names: Vec<String> = answer.body().deserialize()?;
    let has = |name: &str| names.iter().any(|there| there == name);
    let abilities = Abilities { markup: has("body-markup"), buttons: has("actions") };
    listener.talk().learn(abilities);
    Ok(abilities)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
