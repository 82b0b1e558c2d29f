//! Notifications against a daemon of our own that records, or hangs.
#![allow(missing_docs, reason = "the interface's macro makes methods")]

mod support;

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use fencun_core::ports::{Button, Notice, NoticeKind, Notifier as _};
use fencun_desktop::notifier::SystemNotifier;
use support::{Desktop, inside, until};
use zbus::blocking::{Connection, connection};
use zbus::object_server::SignalEmitter;
use zbus::zvariant::OwnedValue;

const DAEMON: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// What a program asked to be shown.
#[derive(Debug)]
struct Shown {
    app: String,
    replaces: u32,
    icon: String,
    summary: String,
    body: String,
    actions: Vec<String>,
    hints: HashMap<String, OwnedValue>,
    timeout: i32,
    sender: String,
}

struct Daemon {
    capabilities: Vec<String>,
    shown: Sender<Shown>,
    closed: Sender<u32>,
    hangs: bool,
    last: AtomicU32,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Daemon {
    fn get_capabilities(&self) -> Vec<String> {
        self.capabilities.clone()
    }

    /// Hangs, if it is one that does, on a notice that says so.
    #[allow(clippy::too_many_arguments, reason = "the interface has eight")]
    async fn notify(
        &self,
        #[zbus(header)] header: zbus::message::Header<'_>,
        app: String,
        replaces: u32,
        icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        timeout: i32,
    ) -> u32 {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        let hangs = self.hangs && body == "hangs";
        let asked = Shown { app, replaces, icon, summary, body, actions, hints, timeout, sender };
        self.shown.send(asked).expect("the test listens");
        if hangs {
            std::future::pending::<()>().await;
        }
        if replaces == 0 { self.last.fetch_add(1, Ordering::SeqCst) + 1 } else { replaces }
    }

    fn close_notification(&self, id: u32) {
        // Most tests have no interest in it.
        let _ = self.closed.send(id);
    }

    #[zbus(signal)]
    async fn action_invoked(emitter: &SignalEmitter<'_>, id: u32, action: &str) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn notification_closed(emitter: &SignalEmitter<'_>, id: u32, reason: u32) -> zbus::Result<()>;
}

fn daemon(capabilities: &[&str], hangs: bool) -> (Connection, Receiver<Shown>) {
    let (bus, shown, _) = watched_daemon(capabilities, hangs);
    (bus, shown)
}

/// A daemon that also tells which notices it was asked to close.
fn watched_daemon(capabilities: &[&str], hangs: bool) -> (Connection, Receiver<Shown>, Receiver<u32>) {
    let ((tell, shown), (tell_closed, closed)) = (mpsc::channel(), mpsc::channel());
    let capabilities = capabilities.iter().map(|name| (*name).to_owned()).collect();
    let daemon = Daemon { capabilities, shown: tell, closed: tell_closed, hangs, last: AtomicU32::new(40) };
    let bus = connection::Builder::session()
        .and_then(|bus| bus.serve_at(PATH, daemon))
        .and_then(|bus| bus.name(DAEMON))
        .and_then(connection::Builder::build)
        .expect("a bus to be a daemon on");
    (bus, shown, closed)
}

/// The person presses a button; `default` is the notice itself.
fn press(bus: &Connection, id: u32, action: &str) {
    let daemon = bus.object_server().interface::<_, Daemon>(PATH).expect("it is there");
    zbus::block_on(Daemon::action_invoked(daemon.signal_emitter(), id, action)).expect("sent");
}

/// The person puts a notice away.
fn put_away(bus: &Connection, id: u32) {
    let daemon = bus.object_server().interface::<_, Daemon>(PATH).expect("it is there");
    zbus::block_on(Daemon::notification_closed(daemon.signal_emitter(), id, 2)).expect("sent");
}

/// A button, and what one hears of it: that it was pressed, or that nobody can press it any more.
fn button() -> (Button, Receiver<()>) {
    let (tell, pressed) = mpsc::channel();
    (
        Button {
            label: "複製".into(), pressed: Box::new(move || tell.send(()).expect("the test listens"))
        },
        pressed,
    )
}

fn is_gone(pressed: &Receiver<()>) {
    let heard = pressed.recv_timeout(Duration::from_secs(15));
    assert_eq!(heard, Err(RecvTimeoutError::Disconnected), "it was pressed, or can be still");
}

/// Presses until it is heard: the notice may have been asked for but not be there yet. It is heard once.
fn is_pressed(bus: &Connection, id: u32, action: &str, pressed: &Receiver<()>) {
    until("the button is pressed", || {
        press(bus, id, action);
        pressed.recv_timeout(Duration::from_millis(20)) == Ok(())
    });
    press(bus, id, action);
    is_gone(pressed);
}

/// Puts a notice away until it is heard, as [`is_pressed`] presses.
fn is_put_away(bus: &Connection, id: u32, pressed: &Receiver<()>) {
    until("it is put away", || {
        put_away(bus, id);
        pressed.recv_timeout(Duration::from_millis(20)) == Err(RecvTimeoutError::Disconnected)
    });
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
        until("somebody is told", || next(&shown).body == "somebody");
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

#[test]
fn a_button_is_pressed_once() {
    on_bus("a_button_is_pressed_once", || {
        let (bus, shown, closed) = watched_daemon(&["body", "actions"], false);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        for (id, action) in [(41, "press"), (42, "default")] {
            let (button, pressed) = button();
            notifier.offer(notice(NoticeKind::Reminder(id.into()), "a"), button);
            let asked = next(&shown);
            assert_eq!(asked.actions, ["default", "複製", "press", "複製"]);
            assert_eq!((asked.timeout, asked.replaces), (0, 0), "it stays");
            assert!(!asked.hints.contains_key("transient"));
            is_pressed(&bus, id, action, &pressed);
            assert_eq!(closed.recv_timeout(Duration::from_secs(15)), Ok(id));
        }
    });
}

#[test]
fn several_reminders_stay_side_by_side() {
    on_bus("several_reminders_stay_side_by_side", || {
        let (bus, shown) = daemon(&["body", "actions"], false);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        let buttons = [1, 2, 3].map(|number| {
            let (button, pressed) = button();
            notifier.offer(notice(NoticeKind::Reminder(number), "a"), button);
            assert_eq!(next(&shown).replaces, 0);
            pressed
        });
        notifier.notify(notice(NoticeKind::Copied, "between"));
        assert_eq!(next(&shown).replaces, 0);
        let (button, again) = button();
        notifier.offer(notice(NoticeKind::Reminder(2), "again"), button);
        assert_eq!(next(&shown).replaces, 42);
        let [first, second, third] = buttons;
        is_gone(&second);
        is_put_away(&bus, 41, &first);
        press(&bus, 41, "press");
        is_pressed(&bus, 43, "press", &third);
        is_pressed(&bus, 42, "default", &again);
    });
}

#[test]
fn without_buttons_a_notice_is_shown_alone() {
    on_bus("without_buttons_a_notice_is_shown_alone", || {
        let (_bus, shown) = daemon(&["body"], false);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        let (button, pressed) = button();
        notifier.offer(notice(NoticeKind::Reminder(1), "a"), button);
        assert_eq!(next(&shown).actions, [""; 0]);
        is_gone(&pressed);
    });
}

#[test]
fn a_button_that_takes_its_time_holds_up_no_other() {
    on_bus("a_button_that_takes_its_time_holds_up_no_other", || {
        let (bus, shown) = daemon(&["body", "actions"], false);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        let ((begin, begun), (release, stuck)) = (mpsc::channel(), mpsc::channel::<()>());
        let wait = Box::new(move || {
            begin.send(()).expect("the test listens");
            stuck.recv().expect_err("the test lets go");
        });
        notifier.offer(notice(NoticeKind::Reminder(1), "a"), Button { label: "a".into(), pressed: wait });
        next(&shown);
        until("it is pressed", || {
            press(&bus, 41, "press");
            begun.recv_timeout(Duration::from_millis(20)) == Ok(())
        });
        let (button, pressed) = button();
        notifier.offer(notice(NoticeKind::Reminder(2), "b"), button);
        next(&shown);
        is_pressed(&bus, 42, "press", &pressed);
        drop(release);
    });
}

#[test]
fn a_notice_that_the_daemon_hangs_on_holds_up_no_other() {
    on_bus("a_notice_that_the_daemon_hangs_on_holds_up_no_other", || {
        let (bus, shown) = daemon(&["body", "actions"], true);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        let (stuck, stuck_pressed) = button();
        notifier.offer(notice(NoticeKind::Reminder(1), "hangs"), stuck);
        assert_eq!(next(&shown).body, "hangs");
        let (button, pressed) = button();
        notifier.offer(notice(NoticeKind::Reminder(2), "b"), button);
        next(&shown);
        is_pressed(&bus, 41, "press", &pressed);
        // The one that was never answered waits for the next daemon.
        bus.close().expect("the daemon dies");
        let (bus, shown) = daemon(&["body", "actions"], false);
        assert_eq!(next(&shown).body, "hangs");
        is_pressed(&bus, 41, "press", &stuck_pressed);
    });
}

#[test]
fn a_notice_with_a_button_waits_for_somebody_to_show_it() {
    on_bus("a_notice_with_a_button_waits_for_somebody_to_show_it", || {
        let notifier = SystemNotifier::start("Fencun", "fencun");
        let (button, pressed) = button();
        notifier.offer(notice(NoticeKind::Reminder(1), "early"), button);
        until("it listens for a daemon", || {
            let bus = Connection::session().expect("a bus");
            let names = zbus::blocking::fdo::DBusProxy::new(&bus).expect("the bus answers");
            // The bus itself, this look, and the notifier.
            names.list_names().expect("names").len() > 2
        });
        let (bus, shown) = daemon(&["body", "actions"], false);
        assert_eq!(next(&shown).body, "early");
        is_pressed(&bus, 41, "press", &pressed);
    });
}

#[test]
fn the_buttons_go_with_the_daemon() {
    on_bus("the_buttons_go_with_the_daemon", || {
        let (bus, shown) = daemon(&["body", "actions"], false);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        let (first, first_pressed) = button();
        notifier.offer(notice(NoticeKind::Reminder(1), "first"), first);
        next(&shown);
        let (second, second_pressed) = button();
        notifier.offer(notice(NoticeKind::Reminder(1), "second"), second);
        // The second has taken the place of the first.
        is_gone(&first_pressed);
        bus.close().expect("the daemon dies");
        is_gone(&second_pressed);
        let (_bus, shown) = daemon(&["body", "actions"], false);
        notifier.notify(notice(NoticeKind::Reminder(1), "third"));
        assert_eq!(next(&shown).replaces, 0);
    });
}

#[test]
fn a_notice_that_is_gone_costs_nothing() {
    on_bus("a_notice_that_is_gone_costs_nothing", || {
        let threads = || std::fs::read_dir("/proc/self/task").expect("a folder").count();
        let (bus, shown) = daemon(&["body", "actions"], false);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        for number in 1..=20 {
            let (button, pressed) = button();
            notifier.offer(notice(NoticeKind::Reminder(number), "a"), button);
            next(&shown);
            let id = 40 + u32::try_from(number).expect("a small number");
            if number % 2 == 0 {
                is_pressed(&bus, id, "press", &pressed);
            } else {
                is_put_away(&bus, id, &pressed);
            }
        }
        // With one for each of them there would be more.
        until("their threads end", || threads() < 20);
    });
}

#[test]
fn the_oldest_of_many_gives_way() {
    on_bus("the_oldest_of_many_gives_way", || {
        let (bus, shown) = daemon(&["body", "actions"], false);
        let notifier = SystemNotifier::start("Fencun", "fencun");
        let buttons: Vec<_> = (1..=61)
            .map(|number| {
                let (button, pressed) = button();
                notifier.offer(notice(NoticeKind::Reminder(number), "a"), button);
                next(&shown);
                pressed
            })
            .collect();
        is_gone(&buttons[0]);
        is_pressed(&bus, 101, "press", &buttons[60]);
    });
}
