//! A notification daemon played by the test, which can be slow, rude or absent-minded.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use zbus::blocking::{Connection, object_server::InterfaceRef};
use zbus::object_server::SignalEmitter;
use zbus::zvariant::OwnedValue;
use zbus::{fdo, interface};

use crate::bus;
use crate::desktop::Desktop;
use crate::notifications::{DAEMON, Notification};
use crate::wait::{DEADLINE, wait_until};

const PATH: &str = "/org/freedesktop/Notifications";

/// A daemon played by the test. It shows nothing, remembers everything, and is gone when dropped.
pub struct FakeDaemon {
    _connection: Connection,
    daemon: InterfaceRef<Daemon>,
    record: Arc<Record>,
}

#[derive(Default)]
struct Record {
    seen: Mutex<Vec<Notification>>,
    manner: Mutex<Manner>,
    last_id: AtomicU32,
    markup: AtomicBool,
}

#[derive(Clone, Copy, Default)]
enum Manner {
    #[default]
    Polite,
    Hanging,
    Refusing,
}

impl FakeDaemon {
    /// Takes the daemon's place on the bus; the desktop must have none.
    #[track_caller]
    #[must_use]
    pub fn start(desktop: &Desktop) -> Self {
        let connection = bus::connect(desktop.bus().address());
        let record = Arc::<Record>::default();
        let daemon = Daemon(Arc::clone(&record));
        connection.object_server().at(PATH, daemon).expect("nothing else is at this path");
        connection.request_name(DAEMON).expect("the desktop has no other daemon");
        let daemon = connection.object_server().interface(PATH).expect("it was just put there");
        Self { _connection: connection, daemon, record }
    }

    /// What it was asked to show so far, oldest first.
    #[must_use]
    pub fn seen(&self) -> Vec<Notification> {
        self.record.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until it was asked to show this many in all.
    #[track_caller]
    #[must_use]
    pub fn wait_for(&self, count: usize) -> Vec<Notification> {
        let what = format!("{count} notifications");
        wait_until(&what, DEADLINE, || Some(self.seen()).filter(|seen| seen.len() >= count))
    }

    /// Says to whoever asks from now on that it reads bodies as markup.
    pub fn read_markup(&self) {
        self.record.markup.store(true, Ordering::SeqCst);
    }

    /// From now on it never answers.
    pub fn hang(&self) {
        self.behave(Manner::Hanging);
    }

    /// From now on it answers with an error.
    pub fn refuse(&self) {
        self.behave(Manner::Refusing);
    }

    /// From now on it answers as it should; who waits already waits on.
    pub fn answer(&self) {
        self.behave(Manner::Polite);
    }

    /// Tells everybody that the person chose a button of a notification; `default` is the notification itself.
    pub fn choose(&self, id: u32, action: &str) {
        let emitter = self.daemon.signal_emitter();
        zbus::block_on(Daemon::action_invoked(emitter, id, action)).expect("the bus takes a signal");
    }

    /// Tells everybody that the person closed a notification.
    pub fn close(&self, id: u32) {
        const BY_THE_PERSON: u32 = 2;
        let emitter = self.daemon.signal_emitter();
        zbus::block_on(Daemon::notification_closed(emitter, id, BY_THE_PERSON))
            .expect("the bus takes a signal");
    }

    fn behave(&self, manner: Manner) {
        *self.record.manner.lock().unwrap_or_else(PoisonError::into_inner) = manner;
    }
}

struct Daemon(Arc<Record>);

#[allow(clippy::unused_self, reason = "the bus calls methods of an object")]
#[interface(name = "org.freedesktop.Notifications")]
impl Daemon {
    #[allow(clippy::too_many_arguments, reason = "the protocol has eight")]
    async fn notify(
        &self,
        app_name: String,
        replaces: u32,
        icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        timeout: i32,
    ) -> fdo::Result<u32> {
        let id = if replaces == 0 { self.0.last_id.fetch_add(1, Ordering::SeqCst) + 1 } else { replaces };
        let received = Notification { id, app_name, replaces, icon, summary, body, actions, hints, timeout };
        self.0.seen.lock().unwrap_or_else(PoisonError::into_inner).push(received);
        let manner = *self.0.manner.lock().unwrap_or_else(PoisonError::into_inner);
        match manner {
            Manner::Polite => Ok(id),
            Manner::Hanging => std::future::pending().await,
            Manner::Refusing => Err(fdo::Error::Failed("no more notifications".to_owned())),
        }
    }

    fn close_notification(&self, _id: u32) {}

    fn get_capabilities(&self) -> Vec<&'static str> {
        let markup = self.0.markup.load(Ordering::SeqCst).then_some("body-markup");
        ["actions", "body", "icon-static", "persistence"].into_iter().chain(markup).collect()
    }

    fn get_server_information(&self) -> (&'static str, &'static str, &'static str, &'static str) {
        ("box", "the test", "1", "1.2")
    }

    #[zbus(signal)]
    async fn action_invoked(emitter: &SignalEmitter<'_>, id: u32, action: &str) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn notification_closed(emitter: &SignalEmitter<'_>, id: u32, reason: u32) -> zbus::Result<()>;
}
