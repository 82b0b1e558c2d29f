//! Whether a window has really lost the focus.
//!
//! GTK calls it lost as soon as any program grabs the keyboard: our own context menu, a volume key, a
//! window switcher. The X server knows better, and nobody tells when such a grab ends elsewhere.

use std::time::Duration;

use gdkx11::X11Window;
use gtk::glib::{self, Cast as _, ControlFlow};
use gtk::prelude::*;
use tauri::WebviewWindow;
use x11rb::protocol::xproto::ConnectionExt as _;

/// How often to look while another program holds the keyboard.
const PAUSE: Duration = Duration::from_millis(100);

/// Calls `left` once the focus is elsewhere, unless it comes back or the window is hidden before; on the
/// main thread, when GTK says that the focus is lost.
pub(crate) fn when_left(window: &WebviewWindow, left: impl Fn() + 'static) -> tauri::Result<()> {
    let window = window.gtk_window()?;
    if !keeps_focus(&window) {
        left();
        return Ok(());
    }
    glib::timeout_add_local(PAUSE, move || {
        if window.is_active() || !window.is_visible() {
            return ControlFlow::Break;
        }
        if keeps_focus(&window) {
            return ControlFlow::Continue;
        }
        left();
        ControlFlow::Break
    });
    Ok(())
}

fn keeps_focus(window: &gtk::ApplicationWindow) -> bool {
    // A menu of our own is open.
    gtk::grab_get_current().is_some() || x_keeps_focus(window).unwrap_or(false)
}

fn x_keeps_focus(window: &gtk::ApplicationWindow) -> Option<bool> {
    let ours = u32::try_from(window.window()?.downcast::<X11Window>().ok()?.xid()).ok()?;
    let (connection, _) = x11rb::connect(None).ok()?;
    let focus = connection.get_input_focus().ok()?.reply().ok()?.focus;
    // GTK may keep the focus in an invisible child of the window. No window at all has no parent.
    Some(focus == ours || connection.query_tree(focus).ok()?.reply().ok()?.parent == ours)
}
