//! A connection of the test's own to the display: what is there, where, and how it looks.

use std::collections::BTreeSet;

use x11rb::connection::Connection;
use x11rb::protocol::res::{ClientIdMask, ClientIdSpec, ConnectionExt as _};
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _, ImageFormat, MapState};
use x11rb::rust_connection::RustConnection;

use crate::geometry::Rect;

pub(crate) struct Screen {
    pub(crate) connection: RustConnection,
    pub(crate) root: u32,
}

impl Screen {
    pub(crate) fn connect(display: &str) -> Self {
        let (connection, number) = x11rb::connect(Some(display)).expect("the display was just started");
        let root = connection.setup().roots[number].root;
        Self { connection, root }
    }

    pub(crate) fn size(&self) -> Rect {
        self.geometry(self.root).expect("the root is always there")
    }

    pub(crate) fn atom(&self, name: &str) -> u32 {
        let cookie = self.connection.intern_atom(false, name.as_bytes()).expect("the display answers");
        cookie.reply().expect("an atom can always be made").atom
    }

    pub(crate) fn atom_name(&self, atom: u32) -> Option<String> {
        let reply = self.connection.get_atom_name(atom).ok()?.reply().ok()?;
        Some(String::from_utf8_lossy(&reply.name).into_owned())
    }

    /// A property of 32-bit numbers; empty if the window has none, or is gone.
    pub(crate) fn numbers(&self, window: u32, property: &str) -> Vec<u32> {
        let property = self.atom(property);
        let request = self.connection.get_property(false, window, property, AtomEnum::ANY, 0, 4096);
        let reply = request.ok().and_then(|cookie| cookie.reply().ok());
        reply.and_then(|reply| reply.value32().map(Iterator::collect)).unwrap_or_default()
    }

    /// A property that holds text.
    pub(crate) fn text(&self, window: u32, property: &str) -> Option<String> {
        let property = self.atom(property);
        let request = self.connection.get_property(false, window, property, AtomEnum::ANY, 0, 4096);
        let reply = request.ok()?.reply().ok()?;
        (reply.type_ != 0).then(|| String::from_utf8_lossy(&reply.value).into_owned())
    }

    /// Where the window is on the root, without what the window manager puts around it.
    pub(crate) fn geometry(&self, window: u32) -> Option<Rect> {
        let size = self.connection.get_geometry(window).ok()?.reply().ok()?;
        let place = self.connection.translate_coordinates(window, self.root, 0, 0).ok()?.reply().ok()?;
        Some(Rect::new(
            i32::from(place.dst_x),
            i32::from(place.dst_y),
            i32::from(size.width),
            i32::from(size.height),
        ))
    }

    /// Its children, lowest first.
    pub(crate) fn children(&self, window: u32) -> Vec<u32> {
        let reply = self.connection.query_tree(window).ok().and_then(|cookie| cookie.reply().ok());
        reply.map(|reply| reply.children).unwrap_or_default()
    }

    pub(crate) fn descendants(&self, window: u32) -> Vec<u32> {
        let children = self.children(window);
        children.into_iter().flat_map(|child| [vec![child], self.descendants(child)].concat()).collect()
    }

    pub(crate) fn viewable(&self, window: u32) -> bool {
        let reply = self.connection.get_window_attributes(window).ok().and_then(|cookie| cookie.reply().ok());
        reply.is_some_and(|reply| reply.map_state == MapState::VIEWABLE)
    }

    /// The process that made the window, as the display server knows it.
    pub(crate) fn pid(&self, window: u32) -> Option<u32> {
        let asked = ClientIdSpec { client: window, mask: ClientIdMask::LOCAL_CLIENT_PID };
        let reply = self.connection.res_query_client_ids(&[asked]).ok()?.reply().ok()?;
        reply.ids.first()?.value.first().copied()
    }

    /// What is to be seen there, row by row, one number for each pixel's colour.
    pub(crate) fn pixels(&self, area: Rect) -> Vec<u32> {
        let coordinate = |n: i32| i16::try_from(n).expect("inside the screen");
        let length = |n: i32| u16::try_from(n).expect("inside the screen");
        let request = self.connection.get_image(
            ImageFormat::Z_PIXMAP,
            self.root,
            coordinate(area.x),
            coordinate(area.y),
            length(area.width),
            length(area.height),
            u32::MAX,
        );
        let image = request.expect("the display answers").reply().expect("the area is inside the screen");
        // The server runs with 24 bits a pixel, which it keeps in four bytes.
        image.data.chunks_exact(4).map(|p| u32::from_le_bytes([p[0], p[1], p[2], 0])).collect()
    }

    /// How many colours are to be seen there: one is an empty surface.
    pub(crate) fn colours(&self, area: Rect) -> usize {
        self.pixels(area).into_iter().collect::<BTreeSet<_>>().len()
    }
}
