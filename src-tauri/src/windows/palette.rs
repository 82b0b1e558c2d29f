//! The palette: a frameless box that goes away as soon as something else has the focus.

use fencun_protocol::{Place, WindowName};
use tauri::{AppHandle, Manager as _, Monitor, WebviewWindow, WindowEvent};

use super::place::{Area, Desk, HEIGHT, Point, Screen, WIDTH, corner};
use super::{HideBy, Stage, gone, hide, webview};
use crate::beginning::{self, Beginning};
use crate::complaint::say;
use crate::os;

/// Makes it, hidden.
pub(super) fn make(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    beginning::ask(app);
    let begins = app.clone();
    let window = webview::guarded(app, WindowName::Palette)
        .on_web_resource_request(move |request, response| {
            if request.uri().path() == "/palette.html" {
                let shown = || begins.state::<Stage>().page_begins(WindowName::Palette);
                begins.state::<Beginning>().put_into(response.body_mut().to_mut(), shown);
            }
        })
        .title("Fencun palette")
        .inner_size(WIDTH, HEIGHT)
        .min_inner_size(WIDTH, HEIGHT)
        .max_inner_size(WIDTH, HEIGHT)
        .resizable(false)
        .decorations(false)
        .shadow(false)
        .skip_taskbar(true)
        .always_on_top(true)
        .build()?;
    let palette = window.clone();
    window.on_window_event(move |event| heard(&palette, event));
    Ok(window)
}

fn heard(palette: &WebviewWindow, event: &WindowEvent) {
    let app = palette.app_handle();
    match event {
        WindowEvent::Focused(has) => focus_changed(palette, *has).unwrap_or_else(say),
        // The window manager's own way to close a window keeps it warm like any other.
        WindowEvent::CloseRequested { api, .. } => {
            api.prevent_close();
            hide(app, WindowName::Palette, HideBy::Wish);
        }
        WindowEvent::Destroyed => gone(app, WindowName::Palette),
        _ => {}
    }
}

fn focus_changed(palette: &WebviewWindow, has: bool) -> tauri::Result<()> {
    let app = palette.app_handle().clone();
    if app.state::<Stage>().focus(WindowName::Palette, has) {
        // What is found out about one showing must not hide the next.
        let showing = app.state::<Stage>().shows(WindowName::Palette);
        os::when_left(palette, move || {
            if app.state::<Stage>().shows(WindowName::Palette) == showing {
                hide(&app, WindowName::Palette, HideBy::Blur);
            }
        })?;
    }
    Ok(())
}

/// Moves it to where it should open.
pub(super) fn put(window: &WebviewWindow, place: Place) -> tauri::Result<()> {
    let desk = match os::desk(window) {
        Some(desk) => desk,
        None => desk(window)?,
    };
    match corner(place, &desk) {
        Some(corner) => os::move_to(window, corner),
        None => Ok(()),
    }
}

fn desk(window: &WebviewWindow) -> tauri::Result<Desk> {
    let pointer = window.cursor_position()?;
    Ok(Desk {
        pointer: Point { x: pointer.x as i32, y: pointer.y as i32 },
        screens: window.available_monitors()?.iter().map(screen).collect(),
    })
}

fn screen(monitor: &Monitor) -> Screen {
    let free = monitor.work_area();
    Screen {
        whole: area(*monitor.position(), *monitor.size()),
        free: area(free.position, free.size),
        scale: monitor.scale_factor(),
    }
}

fn area(position: tauri::PhysicalPosition<i32>, size: tauri::PhysicalSize<u32>) -> Area {
    Area {
        left: position.x,
        top: position.y,
        right: position.x.saturating_add_unsigned(size.width),
        bottom: position.y.saturating_add_unsigned(size.height),
    }
}
