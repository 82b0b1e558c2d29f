//! Connections of the bench's own to the display, for what must not wait for another program: keys and pixels.

use support::Desktop;
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{KEY_PRESS_EVENT, KEY_RELEASE_EVENT};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// Ctrl, Alt and the space bar on the keyboard every X server has.
const HOTKEY: [u8; 3] = [37, 64, 65];
/// Likewise Escape.
const ESCAPE: [u8; 1] = [9];

/// One connection.
pub(crate) struct Display {
    pub(crate) connection: RustConnection,
    pub(crate) root: u32,
}

impl Display {
    #[track_caller]
    pub(crate) fn connect(desktop: &Desktop) -> Self {
        let (connection, number) = x11rb::connect(desktop.env("DISPLAY")).expect("there is a display");
        let root = connection.setup().roots[number].root;
        Self { connection, root }
    }

    /// What has happened and was not asked for yet; the display is looked at, not waited for.
    #[track_caller]
    pub(crate) fn event(&self) -> Option<Event> {
        self.connection.poll_for_event().expect("the display answers")
    }

    /// Presses Ctrl+Alt+Space as a person would.
    #[track_caller]
    pub(crate) fn press_hotkey(&self) {
        self.press(&HOTKEY);
    }

    /// Presses Escape.
    #[track_caller]
    pub(crate) fn press_escape(&self) {
        self.press(&ESCAPE);
    }

    fn press(&self, keys: &[u8]) {
        let down = keys.iter().map(|key| (KEY_PRESS_EVENT, *key));
        let up = keys.iter().rev().map(|key| (KEY_RELEASE_EVENT, *key));
        for (kind, key) in down.chain(up) {
            self.connection.xtest_fake_input(kind, key, 0, self.root, 0, 0, 0).expect("the display answers");
        }
        self.connection.flush().expect("the display answers");
    }
}
