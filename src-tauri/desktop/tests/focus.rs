//! Giving the keyboard back, with openbox as the window manager.

mod support;

use std::process::Command;

use fencun_desktop::focus::ActiveWindow;
use support::{Desktop, Program, inside, until};
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// Another program with windows.
struct Other {
    conn: RustConnection,
    root: Window,
    active: u32,
}

impl Other {
    fn start() -> Self {
        let (conn, screen) = x11rb::connect(None).expect("a display");
        let root = conn.setup().roots[screen].root;
        let active =
            conn.intern_atom(false, b"_NET_ACTIVE_WINDOW").expect("asked").reply().expect("an atom").atom;
        Self { conn, root, active }
    }

    fn active(&self) -> Option<Window> {
        let ask = self.conn.get_property(false, self.root, self.active, AtomEnum::WINDOW, 0, 1);
        ask.expect("asked").reply().expect("answered").value32().and_then(|mut windows| windows.next())
    }

    /// A window that has the keyboard.
    fn window(&self) -> Window {
        let window = self.conn.generate_id().expect("room for a window");
        let (aux, class) = (CreateWindowAux::new(), WindowClass::INPUT_OUTPUT);
        self.conn.create_window(0, window, self.root, 0, 0, 200, 100, 0, class, 0, &aux).expect("a window");
        self.conn.map_window(window).expect("shown");
        self.conn.sync().expect("answered");
        until("the window is active", || {
            let ask = ClientMessageEvent::new(32, window, self.active, [2, 0, 0, 0, 0]);
            let mask = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
            self.conn.send_event(false, self.root, mask, ask).expect("sent");
            self.conn.sync().expect("answered");
            self.active() == Some(window)
        });
        window
    }
}

fn with_openbox(name: &str, body: impl FnOnce(&Other)) {
    inside(
        name,
        || Desktop::bare().with_display(),
        || {
            let _openbox = Program::start(&mut Command::new("openbox"));
            body(&Other::start());
        },
    );
}

#[test]
fn the_keyboard_goes_back_by_itself_or_is_asked_to() {
    with_openbox("the_keyboard_goes_back_by_itself_or_is_asked_to", |other| {
        let first = other.window();
        let before = ActiveWindow::remember().expect("a window is active");
        let palette = other.window();
        assert_ne!(ActiveWindow::remember(), Some(before));
        // The palette is still there, so no window manager gives the keyboard back by itself.
        assert!(before.give_back());
        assert_eq!(other.active(), Some(first));
        other.conn.unmap_window(palette).expect("hidden");
        other.conn.sync().expect("answered");
        assert!(before.give_back());
        assert_eq!(other.active(), Some(first));
    });
}

#[test]
fn a_window_that_is_gone_gets_nothing() {
    with_openbox("a_window_that_is_gone_gets_nothing", |other| {
        other.window();
        let first = other.window();
        let before = ActiveWindow::remember().expect("a window is active");
        other.conn.destroy_window(first).expect("destroyed");
        other.conn.sync().expect("answered");
        until("it is not active", || other.active() != Some(first));
        assert!(!before.give_back());
    });
}

#[test]
fn without_a_window_manager_or_a_display_there_is_nothing_to_remember() {
    let name = "without_a_window_manager_or_a_display_there_is_nothing_to_remember";
    inside(
        name,
        || Desktop::bare().with_display(),
        || {
            assert_eq!(ActiveWindow::remember(), None);
            support::signal("KILL", &support::part("FENCUN_TEST_DISPLAY_PID"));
            until("the display is gone", || x11rb::connect(None).is_err());
            assert_eq!(ActiveWindow::remember(), None);
        },
    );
}
