//! Several monitors on the one screen of the display server.

use x11rb::protocol::randr::{ConnectionExt as _, MonitorInfo};

use crate::geometry::Rect;
use crate::screen::Screen;

/// Divides the screen; the first monitor is the primary one.
pub(crate) fn set(screen: &Screen, monitors: &[Rect]) {
    for (index, area) in monitors.iter().enumerate() {
        let name = screen.atom(&format!("monitor-{}", index + 1));
        // The server's only output goes to the first: while it is free, the server keeps a monitor of its own for it.
        let outputs = if index == 0 { outputs(screen) } else { Vec::new() };
        let request =
            screen.connection.randr_set_monitor(screen.root, monitor(name, *area, index == 0, outputs));
        request.expect("the display answers").check().expect("the monitors are inside the screen");
    }
}

/// The monitors as programs see them.
pub(crate) fn list(screen: &Screen) -> Vec<Rect> {
    let request = screen.connection.randr_get_monitors(screen.root, true).expect("the display answers");
    let reply = request.reply().expect("the display has the extension");
    let area = |m: MonitorInfo| Rect::new(m.x.into(), m.y.into(), m.width.into(), m.height.into());
    reply.monitors.into_iter().map(area).collect()
}

fn outputs(screen: &Screen) -> Vec<u32> {
    let request =
        screen.connection.randr_get_screen_resources_current(screen.root).expect("the display answers");
    request.reply().expect("the display has the extension").outputs
}

fn monitor(name: u32, area: Rect, primary: bool, outputs: Vec<u32>) -> MonitorInfo {
    let length = |n: i32| u16::try_from(n).expect("a monitor has a size");
    let coordinate = |n: i32| i16::try_from(n).expect("inside the screen");
    MonitorInfo {
        name,
        primary,
        automatic: false,
        x: coordinate(area.x),
        y: coordinate(area.y),
        width: length(area.width),
        height: length(area.height),
        // About 96 dots an inch.
        width_in_millimeters: u32::from(length(area.width)) * 254 / 960,
        height_in_millimeters: u32::from(length(area.height)) * 254 / 960,
        outputs,
    }
}
