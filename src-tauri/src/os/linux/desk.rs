//! The monitors and the pointer, asked of the X server: GTK leaves out monitors that a person has drawn
//! within a wide one, and so does Tauri.

use gtk::gdk;
use gtk::prelude::*;
use tauri::WebviewWindow;
use x11rb::protocol::randr::{ConnectionExt as _, MonitorInfo};
use x11rb::protocol::xproto::{ConnectionExt as _, QueryPointerReply};

use super::panels;
use crate::windows::place::{Area, Desk, Point, Screen};

/// The desk a window is on; None where it is not known, as on Wayland. On the main thread.
pub(crate) fn desk(window: &WebviewWindow) -> Option<Desk> {
    let display = window.gtk_window().ok()?.display();
    if !display.backend().is_x11() {
        return None;
    }
    let (pointer, monitors) = ask()?;
    let known: Vec<_> = gtk_screens(&display).collect();
    let scale = known.first().map_or(1.0, |screen| screen.scale);
    let mut screens: Vec<_> = monitors.iter().map(|monitor| screen(area(monitor), &known, scale)).collect();
    for panel in panels::list().unwrap_or_default() {
        screens.iter_mut().for_each(|screen| screen.leave_out(panel));
    }
    Some(Desk { pointer: Point { x: pointer.root_x.into(), y: pointer.root_y.into() }, screens })
}

fn ask() -> Option<(QueryPointerReply, Vec<MonitorInfo>)> {
    use x11rb::connection::Connection as _;

    let (connection, screen) = x11rb::connect(None).ok()?;
    let root = connection.setup().roots.get(screen)?.root;
    // Both questions go out before the first answer is waited for.
    let pointer = connection.query_pointer(root).ok()?;
    let monitors = connection.randr_get_monitors(root, true).ok()?;
    Some((pointer.reply().ok()?, monitors.reply().ok()?.monitors))
}

/// A monitor with what panels leave of it, as far as GTK knows the monitor.
fn screen(whole: Area, known: &[Screen], scale: f64) -> Screen {
    let known = known.iter().find(|screen| screen.whole == whole);
    known.copied().unwrap_or(Screen { whole, free: whole, scale })
}

fn gtk_screens(display: &gdk::Display) -> impl Iterator<Item = Screen> {
    (0..display.n_monitors()).filter_map(|number| display.monitor(number)).map(|monitor| {
        let scale = monitor.scale_factor();
        Screen {
            whole: physical(monitor.geometry(), scale),
            free: physical(monitor.workarea(), scale),
            scale: scale.into(),
        }
    })
}

fn physical(area: gdk::Rectangle, scale: i32) -> Area {
    Area {
        left: area.x() * scale,
        top: area.y() * scale,
        right: (area.x() + area.width()) * scale,
        bottom: (area.y() + area.height()) * scale,
    }
}

fn area(monitor: &MonitorInfo) -> Area {
    let (left, top) = (i32::from(monitor.x), i32::from(monitor.y));
    let (width, height) = (i32::from(monitor.width), i32::from(monitor.height));
    Area { left, top, right: left + width, bottom: top + height }
}
