//! Windows and macOS: Tauri's own calls do.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use tauri::{AppHandle, PhysicalPosition, Theme, WebviewWindow};

use super::Watcher;
use crate::windows::place::{Desk, Point};

/// Nothing has to be set before the program starts.
pub(crate) fn before_start() {}

/// The system's own pages start as they do.
pub(crate) fn before_pages(_folder: &Path) {}

/// There is nothing that was spared them.
pub(crate) fn page_never_began(_folder: &Path) {}

/// Nothing has to be set before the first window.
pub(crate) fn start() {}

/// A child is not ended with its parent here.
pub(crate) fn outlive_us(_command: &mut Command) {}

/// The system restarts a page's process by itself, and showing and hiding are done when the calls return.
pub(crate) fn prepare(_window: &WebviewWindow, _watcher: Arc<dyn Watcher>) -> tauri::Result<()> {
    Ok(())
}

/// Shows a window and gives it the focus.
pub(crate) fn show(window: &WebviewWindow, _token: Option<&str>, watcher: &dyn Watcher) -> tauri::Result<()> {
    window.show()?;
    window.unminimize()?;
    window.set_focus()?;
    watcher.on_screen(true);
    Ok(())
}

/// The system keeps what is typed until the page can hear it.
pub(crate) fn give_early_keys() {}

/// The system tells a new page itself.
pub(crate) fn focus_anew(_window: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// Hides a window.
pub(crate) fn hide(window: &WebviewWindow, watcher: &dyn Watcher) -> tauri::Result<()> {
    window.hide()?;
    watcher.on_screen(false);
    Ok(())
}

/// What Tauri says about the monitors holds.
pub(crate) fn desk(_window: &WebviewWindow) -> Option<Desk> {
    None
}

/// Calls `left` once the focus is elsewhere: here it is when we are told so.
pub(crate) fn when_left(_window: &WebviewWindow, left: impl Fn() + 'static) -> tauri::Result<()> {
    left();
    Ok(())
}

/// Puts the upper left corner of a window somewhere.
pub(crate) fn move_to(window: &WebviewWindow, corner: Point) -> tauri::Result<()> {
    window.set_position(PhysicalPosition::new(corner.x, corner.y))
}

/// The pages follow the system by themselves.
pub(crate) fn watch_darkness(_told: impl Fn(bool) + 'static) {}

/// Gives the windows a dark or a light look.
pub(crate) fn set_dark(app: &AppHandle, dark: bool) {
    app.set_theme(dark.then_some(Theme::Dark));
}
