//! Notifications against a daemon of our own that records, or hangs.

mod support;

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use fencun_core::ports::{Notice, NoticeKind, Notifier as _};
use fencun_desktop::notifier::SystemNotifier;
use support::{Desktop, inside};
use zbus::blocking::{Connection, connection};
use zbus::zvariant::OwnedValue;

const DAEMON: &str = "org.freedesktop.Notifications";

/// What a program asked to be shown.
#[derive(Debug)]
struct Shown {
    app: String,
    replaces: u32,
    icon: String,
    summary: String,
    body: String,
    hints: HashMap<String, OwnedValue>,
    sender: String,
}

struct Daemon {
    capabilities: Vec<String>,
    shown: Sender<Shown>,
    hangs: bool,
    last: u32,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Daemon {
    fn get_capabilities(&self) -> Vec<String> {
        self.capabilities.clone()
    }

    #[allow(clippy::too_many_arguments, reason = "the interface has eight")]
    async fn notify(
        &mut self,
        #[zbus(header)] header: zbus::message::Header<'_>,
        app: String,
        replaces: u32,
        icon: String,
        summary: String,
        body: String,
        _actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        self.shown
            .send(Shown { app, replaces, icon, summary, body, hints, sender })
            .expect("the test listens");
        if self.hangs {
            std::future::pending::<()>().await;
        }
        self.last += 1;
        if replaces == 0 { self.last } else { replaces }
    }
}

fn daemon(capabilities: &[&str], hangs: bool) -> (Connection, Receiver<Shown>) {
    let (tell, shown) = mpsc::channel();
    let capabilities = capabilities.iter().map(|name| (*name).to_owned()).collect();
    let daemon = Daemon { capabilities, shown: tell, hangs, last: 40 };
    let bus = connection::Builder::session()
        .and_then(|bus| bus.serve_at("/org/freedesktop/Notifications", daemon))
        .and_then(|bus| bus.name(DAEMON))
        .and_then(connection::Builder::build)
        .expect("a bus to be a daemon on");
    (bus, shown)
}

fn next(shown: &Receiver<Shown>) -> Shown {
    shown.recv_timeout(Duration::from_secs(15)).expect("a notice is shown")
}

fn notice(kind: NoticeKind, body: &str) -> Notice {
    Notice { kind, summary: "Copied".into(), body: body.into() }
}

fn on_bus(name: &str, body: impl FnOnce()) {
    inside(name, || Desktop::bare().with_bus(), body);
}

#[test]
fn a_notice_says_who_and_what() {
    on_bus("a_notice_says_who_and_what", || {
        let (_bus, shown) = daemon(&["body", "body-markup"], false);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        notifier.notify(notice(NoticeKind::Copied, "移到信箱 · Taiwan · <Senior> & co"));
        let copied = next(&shown);
        assert_eq!((copied.app.as_str(), copied.icon.as_str()), ("Fencun", "fencun"));
        assert_eq!((copied.summary.as_str(), copied.replaces), ("Copied", 0));
        assert_eq!(copied.body, "移到信箱 · Taiwan · &lt;Senior&gt; &amp; co");
        assert_eq!(copied.hints["desktop-entry"].downcast_ref::<String>().expect("text"), "fencun");
        assert!(copied.hints["transient"].downcast_ref::<bool>().expect("a bool"));
        notifier.notify(notice(NoticeKind::Advice, "a"));
        let advice = next(&shown);
        assert_eq!(advice.replaces, 0);
        assert!(!advice.hints.contains_key("transient"), "advice is kept");
    });
}

#[test]
fn without_markup_a_notice_is_shown_as_it_is() {
    on_bus("without_markup_a_notice_is_shown_as_it_is", || {
        let (_bus, shown) = daemon(&["body"], false);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        notifier.notify(notice(NoticeKind::Copied, "<b> & co"));
        assert_eq!(next(&shown).body, "<b> & co");
    });
}

#[test]
fn a_notice_takes_the_place_of_the_last_of_its_kind() {
    on_bus("a_notice_takes_the_place_of_the_last_of_its_kind", || {
        let (_bus, shown) = daemon(&["body"], false);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        let places =
            [NoticeKind::Copied, NoticeKind::Advice, NoticeKind::Copied, NoticeKind::Copied].map(|kind| {
                notifier.notify(notice(kind, "a"));
                next(&shown).replaces
            });
        assert_eq!(places, [0, 0, 41, 41]);
    });
}

#[test]
fn the_sender_of_a_shown_notice_stays_on_the_bus() {
    on_bus("the_sender_of_a_shown_notice_stays_on_the_bus", || {
        let (bus, shown) = daemon(&["body"], false);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        notifier.notify(notice(NoticeKind::Copied, "a"));
        let first = next(&shown).sender;
        notifier.notify(notice(NoticeKind::Advice, "b"));
        next(&shown);
        let names = zbus::blocking::fdo::DBusProxy::new(&bus).expect("the bus answers");
        let name = first.as_str().try_into().expect("a name");
        assert!(names.name_has_owner(name).expect("the bus answers"));
    });
}

#[test]
fn a_daemon_that_hangs_costs_nothing_but_notices() {
    on_bus("a_daemon_that_hangs_costs_nothing_but_notices", || {
        let (bus, shown) = daemon(&["body"], true);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        notifier.notify(notice(NoticeKind::Copied, "hangs"));
        assert_eq!(next(&shown).body, "hangs");
        for number in 0..10_000 {
            notifier.notify(notice(NoticeKind::Copied, &number.to_string()));
        }
        bus.close().expect("the daemon dies");
        let (_bus, shown) = daemon(&["body"], false);
        notifier.notify(notice(NoticeKind::Copied, "last"));
        let bodies = std::iter::from_fn(|| Some(next(&shown).body)).take_while(|body| body != "last");
        assert!(bodies.count() <= 1, "only the latest waits");
    });
}

#[test]
fn a_daemon_may_come_late() {
    on_bus("a_daemon_may_come_late", || {
        let notifier = SystemNotifier::start("Fencun", "fencun");
        notifier.notify(notice(NoticeKind::Copied, "nobody"));
        let (_bus, shown) = daemon(&["body"], false);
        notifier.notify(notice(NoticeKind::Copied, "somebody"));
        support::until("somebody is told", || next(&shown).body == "somebody");
    });
}

#[test]
fn without_a_bus_nothing_is_shown_and_nobody_waits() {
    inside("without_a_bus_nothing_is_shown_and_nobody_waits", Desktop::bare, || {
        let notifier = SystemNotifier::start("Fencun", "fencun");
        for _ in 0..10 {
            notifier.notify(notice(NoticeKind::Copied, "a"));
        }
    });
}
