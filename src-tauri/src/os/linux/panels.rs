//! The panels on an X desktop, asked of the window manager. Not every one keeps a strip free of windows: one between two
//! monitors cannot.

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _, GetGeometryReply, TranslateCoordinatesReply};

use crate::windows::place::Area;

/// More windows than anybody has open.
const MOST: u32 = 4096;

/// Where they are; None if nobody can tell.
pub(super) fn list() -> Option<Vec<Area>> {
    let (connection, screen) = x11rb::connect(None).ok()?;
    let root = connection.setup().roots.get(screen)?.root;
    let atom = |name: &str| connection.intern_atom(true, name.as_bytes());
    let (clients, kind, dock) =
        (atom("_NET_CLIENT_LIST"), atom("_NET_WM_WINDOW_TYPE"), atom("_NET_WM_WINDOW_TYPE_DOCK"));
    let clients = clients.ok()?.reply().ok()?.atom;
    let kind = kind.ok()?.reply().ok()?.atom;
    let dock = dock.ok()?.reply().ok()?.atom;
    let numbers = |window, property| connection.get_property(false, window, property, AtomEnum::ANY, 0, MOST);
    let windows = numbers(root, clients).ok()?.reply().ok()?;
    // All windows are asked before the first answer is waited for.
    let asked = windows.value32()?.map(|window| {
        let place = connection.translate_coordinates(window, root, 0, 0);
        (numbers(window, kind), connection.get_geometry(window), place)
    });
    let asked: Vec<_> = asked.collect();
    let panels = asked.into_iter().filter_map(|(kinds, size, place)| {
        let is_panel = kinds.ok()?.reply().ok()?.value32()?.any(|kind| kind == dock);
        let (size, place) = (size.ok()?.reply().ok()?, place.ok()?.reply().ok()?);
        is_panel.then(|| area(&size, &place))
    });
    Some(panels.collect())
}

fn area(size: &GetGeometryReply, place: &TranslateCoordinatesReply) -> Area {
    let (left, top) = (i32::from(place.dst_x), i32::from(place.dst_y));
    Area { left, top, right: left + i32::from(size.width), bottom: top + i32::from(size.height) }
}
