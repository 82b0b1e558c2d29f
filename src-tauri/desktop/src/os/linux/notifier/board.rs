//! The notices on the screen, and the buttons that can still be pressed.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fencun_core::ports::NoticeKind;
use notify_rust::error::Result;
use notify_rust::{Hint, Notification, NotificationHandle, NotificationResponse, Timeout, Urgency};
use zbus::blocking::fdo::DBusProxy;
use zbus::names::{OwnedUniqueName, UniqueName};

use super::DAEMON;
use super::over::Over;
use crate::notifier::{Offer, Turn, Waiting};

/// The desktop entry that a desktop may look up the program's name, icon and settings in.
const DESKTOP_ENTRY: &str = "fencun";

/// Notices of which we keep the connection; each costs a thread, and with a button two. The oldest gives way.
const MOST_SHOWN: usize = 60;

/// The notices, and what they are shown with.
pub(super) struct Board {
    app_name: String,
    icon: String,
    waiting: Arc<Waiting>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    abilities: Option<Abilities>,
    /// Oldest first.
    shown: Vec<Shown>,
}

/// What the present daemon can do.
#[derive(Clone, Copy)]
struct Abilities {
    /// It reads a body as markup.
    markup: bool,
    /// It shows buttons.
    buttons: bool,
}

/// A notice on the screen. Whoever waits for its button is told when it is taken off this list.
struct Shown {
    kind: NoticeKind,
    /// Who shows it.
    daemon: OwnedUniqueName,
    handle: Arc<NotificationHandle>,
    over: Arc<Over>,
}

impl Board {
    pub(super) fn new(app_name: &str, icon: &str, waiting: &Arc<Waiting>) -> Self {
        let (app_name, icon) = (app_name.to_owned(), icon.to_owned());
        Self { app_name, icon, waiting: Arc::clone(waiting), state: Mutex::default() }
    }

    /// Has a notice shown, and waits for its button, if it has one.
    pub(super) fn put_up(&self, mut offer: Offer, turn: Turn, names: &DBusProxy<'_>) {
        match self.show(&mut offer, names) {
            Ok((handle, over)) => {
                drop(turn);
                if let Some(button) = offer.button {
                    self.wait(&handle, &over, button.pressed);
                }
            }
            Err(error) => {
                // Another daemon may come, and do things in its own way.
                self.state().abilities = None;
                turn.give_back(offer);
                self.waiting.complain(&error);
            }
        }
    }

    /// This one is gone, and the buttons of all that it showed.
    pub(super) fn somebody_left(&self, who: &UniqueName<'_>) {
        let mut state = self.state();
        state.abilities = None;
        state.shown.retain(|shown| shown.daemon != *who);
    }

    pub(super) fn somebody_came(&self) {
        self.state().abilities = None;
        self.waiting.somebody_came();
    }

    /// Nothing is shown any more.
    pub(super) fn clear(&self) {
        *self.state() = State::default();
    }

    fn show(&self, offer: &mut Offer, names: &DBusProxy<'_>) -> Result<(Arc<NotificationHandle>, Arc<Over>)> {
        let abilities = self.abilities()?;
        if !abilities.buttons {
            offer.button = None;
        }
        let handle = Arc::new(self.draft(offer, abilities).show()?);
        let over = Arc::default();
        // The bus answers in the order in which things happen, so whoever leaves from now on is heard only after this.
        let mut state = self.state();
        let daemon = names.get_name_owner(DAEMON.try_into().map_err(zbus::Error::from)?);
        let daemon = daemon.map_err(zbus::Error::from)?;
        let kind = offer.notice.kind;
        state.shown.retain(|shown| shown.kind != kind);
        if state.shown.len() >= MOST_SHOWN {
            state.shown.remove(0);
        }
        state.shown.push(Shown { kind, daemon, handle: Arc::clone(&handle), over: Arc::clone(&over) });
        Ok((handle, over))
    }

    /// Waits for the person, does what the button does, and puts the notice away, as not every daemon does.
    fn wait(&self, handle: &NotificationHandle, over: &Arc<Over>, pressed: Box<dyn FnOnce() + Send>) {
        let mut answer = None;
        over.or(handle.wait_for_action_async(|said| answer = Some(said.clone())));
        if let Some(NotificationResponse::Default | NotificationResponse::Action(_)) = answer {
            pressed();
            // Unless another has its place by now, which would be put away instead.
            if self.take_off(over) {
                zbus::block_on(handle.close_async());
            }
        }
        self.take_off(over);
    }

    /// Whether it was still there.
    fn take_off(&self, over: &Arc<Over>) -> bool {
        let mut state = self.state();
        let before = state.shown.len();
        state.shown.retain(|shown| !Arc::ptr_eq(&shown.over, over));
        state.shown.len() < before
    }

    fn draft(&self, offer: &Offer, abilities: Abilities) -> Notification {
        let notice = &offer.notice;
        let body = if abilities.markup { escape(&notice.body) } else { notice.body.clone() };
        let mut draft = Notification::new();
        draft.appname(&self.app_name).icon(&self.icon).summary(&notice.summary).body(&body);
        draft.hint(Hint::DesktopEntry(DESKTOP_ENTRY.to_owned()));
        if notice.kind == NoticeKind::Copied {
            draft.hint(Hint::Transient(true));
        }
        if let Some(button) = &offer.button {
            // The first is a click on the notice itself, and seen only where there are no buttons.
            draft.action("default", &button.label).action("press", &button.label);
            draft.urgency(Urgency::Normal).timeout(Timeout::Never);
        }
        if let Some(last) = self.state().shown.iter().find(|shown| shown.kind == notice.kind) {
            draft.id(last.handle.id());
        }
        draft
    }

    fn abilities(&self) -> Result<Abilities> {
        let known = self.state().abilities;
        if let Some(known) = known {
            return Ok(known);
        }
        let names = notify_rust::get_capabilities()?;
        let has = |name: &str| names.iter().any(|there| there == name);
        let abilities = Abilities { markup: has("body-markup"), buttons: has("actions") };
        self.state().abilities = Some(abilities);
        Ok(abilities)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.over.tell();
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
