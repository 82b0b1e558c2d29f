//! The settings: an ordinary window, made when it is wanted and gone when it is closed.

use fencun_protocol::WindowName;
use tauri::{AppHandle, Manager as _, WebviewWindow, WindowEvent};

use super::{Stage, gone, webview};

/// Makes it, hidden.
pub(super) fn make(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let window = webview::guarded(app, WindowName::Settings)
        .title("Fencun settings")
        .inner_size(1040.0, 720.0)
        .min_inner_size(320.0, 400.0)
        .build()?;
    let app = app.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::Focused(has) => {
            app.state::<Stage>().focus(WindowName::Settings, *has);
        }
        WindowEvent::Destroyed => gone(&app, WindowName::Settings),
        _ => {}
    });
    Ok(window)
}
