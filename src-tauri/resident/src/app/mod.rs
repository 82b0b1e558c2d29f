//! The one place where ports, state and doors meet: a request comes in, the core is asked once, an answer goes out.

mod browse;
mod checking;
mod copying;
pub(crate) mod forms;
mod gate;
mod packs;
mod pasting;
mod people;
mod reading;
pub(crate) mod reminding;
mod searching;
mod snapshot;
mod view;
mod writing;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use fencun_core::ports::{Clipboard, Mail, Notifier, Paster};
use fencun_core::{Audience, Contact, Phrase};
use fencun_protocol::{Code, Failure, Filling, Home, HotkeyState, Place, Request, WindowName};
use fencun_store::{Places, Store, StoreError};
use serde_json::value::RawValue;

pub(crate) use snapshot::{Snapshot, shipped};

use crate::wire;

/// What the program asks of the machine.
pub(crate) struct Ports {
    pub(crate) clipboard: Arc<dyn Clipboard>,
    pub(crate) notifier: Arc<dyn Notifier>,
    pub(crate) mail: Box<dyn Mail>,
    pub(crate) paster: Arc<dyn Paster>,
}

/// A window to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Opening {
    pub(crate) window: WindowName,
    pub(crate) place: Place,
    /// Hides it instead if it is shown.
    pub(crate) toggle: bool,
    /// The phrase to show in it.
    pub(crate) phrase: Option<String>,
    /// What a new phrase begins with.
    pub(crate) write: Option<String>,
    /// What lets a window come to the front on Wayland.
    pub(crate) activation_token: Option<String>,
}

/// What only the resident program has: windows, hotkey and tray.
pub(crate) trait Front: Send + Sync {
    /// Opens a window and waits until it is there.
    fn open(&self, opening: Opening) -> Result<(), Failure>;
    /// The window program has done an event.
    fn done(&self, event: u64);
    /// The library, the settings or the audience are others than before.
    fn changed(&self, snapshot: &Snapshot);
    /// How the hotkey stands.
    fn hotkey(&self) -> HotkeyState;
    /// Whether a tray shows the icon.
    fn tray(&self) -> bool;
    /// Ends the program.
    fn quit(&self);
}

/// The program behind its doors.
pub(crate) struct App {
    pub(crate) home: Home,
    pub(crate) socket: PathBuf,
    store: Store,
    now: Arc<RwLock<Arc<Snapshot>>>,
    /// One change at a time, so that each starts from what the last one left.
    changing: Mutex<()>,
    ports: Ports,
    front: OnceLock<Arc<dyn Front>>,
    sensitive: Arc<pasting::Sensitive>,
    bell: Arc<reminding::Bell>,
    /// Open once the library has been read.
    gate: gate::Gate,
}

/// What an answer is: JSON as it travels, or why there is none.
pub(crate) type Answer = Result<Box<RawValue>, Failure>;

impl App {
    /// Reads everything there is to know.
    pub(crate) fn new(home: Home, socket: PathBuf, ports: Ports) -> Self {
        let store = Store::open(places(&home));
        let first = Snapshot::read(&store);
        Self::with(home, socket, ports, store, first)
    }

    /// Knows what is built in and what is set; the library follows with [`App::read_library`].
    pub(crate) fn before_reading(home: Home, socket: PathBuf, ports: Ports) -> Self {
        let store = Store::open(places(&home));
        let first = Snapshot::before_reading(&store);
        Self::with(home, socket, ports, store, first)
    }

    fn with(home: Home, socket: PathBuf, ports: Ports, store: Store, first: Snapshot) -> Self {
        let gate = gate::Gate::new(!first.loading);
        Self {
            home,
            socket,
            store,
            now: Arc::new(RwLock::new(Arc::new(first))),
            changing: Mutex::new(()),
            ports,
            front: OnceLock::new(),
            sensitive: Arc::default(),
            bell: Arc::default(),
            gate,
        }
    }

    /// Reads the packs; whoever waited for them goes on then.
    pub(crate) fn read_library(&self) {
        let one_at_a_time = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        self.reload();
        self.gate.open();
        drop(one_at_a_time);
    }

    /// Waits until the packs have been read.
    pub(crate) fn wait_until_read(&self) {
        self.gate.wait();
    }

    /// Says who shows windows, hotkey and tray from now on.
    pub(crate) fn set_front(&self, front: Arc<dyn Front>) {
        // A second one would be a mistake of ours, and the first goes on.
        let _ = self.front.set(front);
    }

    /// What the program tells the person.
    pub(crate) fn notifier(&self) -> &dyn Notifier {
        &*self.ports.notifier
    }

    /// What is known now.
    pub(crate) fn now(&self) -> Arc<Snapshot> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads everything anew and tells the doors. Only between changes: what was read before one must not follow it.
    fn reload(&self) {
        let before = self.now();
        let mut snapshot = Snapshot::read_after(&self.store, Some(&before));
        snapshot.keep_index(&before);
        let snapshot = Arc::new(snapshot);
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&snapshot);
        if let Some(front) = self.front.get() {
            front.changed(&snapshot);
            snapshot.prepare_search(&self.now);
        }
    }

    /// Clears what a crash left behind and notes what others changed while nobody looked.
    pub(crate) fn take_stock(&self) -> Result<(), StoreError> {
        let _one_at_a_time = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        self.store.take_stock()?;
        self.reload();
        Ok(())
    }

    /// Calls `changed` whenever files may have changed, until the answer is dropped.
    pub(crate) fn watch(&self, changed: impl Fn() + Send + 'static) -> std::io::Result<fencun_store::Watch> {
        self.store.watch(changed)
    }

    /// Reads everything anew if somebody else has changed a file since.
    pub(crate) fn look_again(&self) {
        let _one_at_a_time = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        if self.store.traces() == self.now().traces {
            return;
        }
        if let Err(err) = self.store.take_stock() {
            tracing::warn!(%err, "what others changed is not in the history");
        }
        self.reload();
    }

    /// Changes something on disk, and reads everything anew.
    fn change<T>(&self, change: impl FnOnce(&Store) -> Result<T, StoreError>) -> Result<T, Failure> {
        let one_at_a_time = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let changed = change(&self.store).map_err(|err| store_failure(&err));
        self.reload();
        drop(one_at_a_time);
        changed
    }

    fn front(&self) -> Result<&dyn Front, Failure> {
        let missing = || Failure {
            code: Code::Internal,
            detail: "only a running fencun can do this; start it with `fencun`".into(),
            names: Vec::new(),
        };
        self.front.get().map(|front| &**front).ok_or_else(missing)
    }

    /// Answers a request. Every door comes through here.
    pub(crate) fn answer(&self, request: Request) -> Answer {
        if !gate::can_go_ahead(&request) {
            self.gate.wait();
        }
        match request {
            Request::Copy(filling) => json(&self.copy(&filling)?),
            Request::Mail(filling) => json(&self.mail(&filling)?),
            Request::Toggle { place } => {
                self.open(Opening { toggle: true, ..Opening::of(WindowName::Palette, place) })
            }
            Request::Open { window, place, phrase, write } => {
                self.open(Opening { phrase, write, ..Opening::of(window, place) })
            }
            Request::Done { event } => json(&self.front()?.done(event)),
            Request::Quit => json(&self.front()?.quit()),
            other => match self.read(other)? {
                reading::Read::Answered(value) => Ok(value),
                reading::Read::Change(request) => self.write(*request),
            },
        }
    }

    fn open(&self, opening: Opening) -> Answer {
        json(&self.open_window(opening)?)
    }

    /// Opens a window and waits until it is there.
    pub(crate) fn open_window(&self, opening: Opening) -> Result<(), Failure> {
        if opening.window == WindowName::Palette {
            self.note_target();
        }
        self.front()?.open(opening)
    }

    /// Whether a notice that is said once only is said for the first time; it counts as said from now on.
    pub(crate) fn says_first(&self, notice: &str) -> bool {
        let mut said = true;
        // Where nothing can be remembered, it is better said again than never.
        let remembered = self.store.change_state(|state| said = state.say(notice));
        remembered.is_err() || !said
    }

    /// Whom a phrase is filled for: the audience that was named, else the contact's, else the current one, as far as
    /// the phrase is for it.
    fn audience_for(
        snapshot: &Snapshot,
        phrase: &Phrase,
        filling: &Filling,
        contact: Option<&Contact>,
    ) -> Audience {
        let named = filling.audience.as_ref().map(wire::core_audience);
        let of_contact = || contact.map(|contact| snapshot.audience_of(contact));
        named.or_else(of_contact).unwrap_or_else(|| snapshot.audience.clone()).fitting(phrase)
    }

    /// The contact that was named, else the one of the audience if the phrase goes to that audience.
    fn contact_for<'s>(
        snapshot: &'s Snapshot,
        phrase: &Phrase,
        filling: &Filling,
    ) -> Result<Option<&'s Contact>, Failure> {
        if let Some(id) = &filling.contact {
            let unknown = || Failure {
                code: Code::Unknown,
                detail: format!("there is no contact `{id}`"),
                names: Vec::new(),
            };
            return snapshot.contact(id).map(Some).ok_or_else(unknown);
        }
        let here = filling.audience.as_ref().map_or_else(|| snapshot.audience.clone(), wire::core_audience);
        let current =
            snapshot.contact.as_deref().filter(|_| phrase.is_for(&here) && here == snapshot.audience);
        Ok(current.and_then(|id| snapshot.contact(id)))
    }
}

impl Opening {
    /// A plain opening of a window.
    pub(crate) fn of(window: WindowName, place: Place) -> Self {
        Self { window, place, toggle: false, phrase: None, write: None, activation_token: None }
    }
}

/// The store's folders of a home.
pub(crate) fn places(home: &Home) -> Places {
    Places { config: home.config().to_owned(), data: home.data().to_owned(), state: home.state().to_owned() }
}

/// An answer as it travels.
fn json<T: serde::Serialize>(value: &T) -> Answer {
    serde_json::value::to_raw_value(value).map_err(|err| Failure {
        code: Code::Internal,
        detail: format!("the answer cannot be written: {err}"),
        names: Vec::new(),
    })
}

/// Why a change was not made, as doors act on it.
fn store_failure(err: &StoreError) -> Failure {
    let code = match err {
        StoreError::UnknownPhrase(_)
        | StoreError::UnknownStep { .. }
        | StoreError::UnknownContact(_)
        | StoreError::UnknownFile(_) => Code::Unknown,
        StoreError::UnknownSetting(_) | StoreError::BadValue { .. } => Code::BadValue,
        StoreError::Damaged { .. } | StoreError::Refused { .. } => Code::FileDamaged,
        StoreError::NothingToUndo => Code::NothingToUndo,
        _ => Code::NotSaved,
    };
    Failure { code, detail: err.to_string(), names: Vec::new() }
}

#[cfg(test)]
pub(crate) mod tests;
