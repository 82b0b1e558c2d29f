//! When the window manager is ready.

use x11rb::protocol::xproto::ConnectionExt as _;

use crate::desktop::Desktop;
use crate::geometry::Rect;
use crate::neighbour::create_window;
use crate::screen::Screen;
use crate::wait::{DEADLINE, wait_until};

/// Waits until the window manager looks after new windows, and has forgotten the one it was tried with.
///
/// It announces itself before it does, and loses a window that is shown in between.
#[track_caller]
pub(crate) fn wait(desktop: &Desktop) {
    wait_until("the window manager to announce itself", DEADLINE, || {
        let check = desktop.screen().numbers(desktop.screen().root, "_NET_SUPPORTING_WM_CHECK");
        (!check.is_empty()).then_some(())
    });
    let own = Screen::connect(desktop.env("DISPLAY").expect("a desktop has a display"));
    let trial = create_window(&own, "trial", Rect::new(0, 0, 8, 8));
    wait_until("the window manager to look after a window", DEADLINE, || {
        own.connection.map_window(trial).expect("the display answers").check().expect("it was just made");
        (!own.numbers(trial, "WM_STATE").is_empty()).then_some(())
    });
    drop(own);
    wait_until("the window manager to forget a window", DEADLINE, || {
        let known = desktop.screen().numbers(desktop.screen().root, "_NET_CLIENT_LIST");
        (!known.contains(&trial)).then_some(())
    });
}
