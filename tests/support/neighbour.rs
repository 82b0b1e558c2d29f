//! Another program's window, for what must come back to it: the focus, and the keys.

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ConnectionExt as _, CreateWindowAux, EventMask, PropMode, WindowClass,
};
use x11rb::wrapper::ConnectionExt as _;

use crate::desktop::Desktop;
use crate::geometry::Rect;
use crate::screen::Screen;
use crate::window::Window;

/// A plain window of the test's own that notes which keys reach it. Dropping it closes the window.
pub struct Neighbour<'d> {
    desktop: &'d Desktop,
    screen: Screen,
    title: String,
    keys: Vec<u8>,
}

impl<'d> Neighbour<'d> {
    /// Opens it and gives it the focus.
    #[track_caller]
    #[must_use]
    pub fn open(desktop: &'d Desktop, title: &str) -> Self {
        let screen = Screen::connect(desktop.env("DISPLAY").expect("a desktop has a display"));
        let window = create_window(&screen, title, Rect::new(100, 200, 400, 300));
        screen.connection.map_window(window).expect("the display answers").check().expect("it was just made");
        let neighbour = Self { desktop, screen, title: title.to_owned(), keys: Vec::new() };
        desktop.windows().wait_for(title).activate();
        neighbour
    }

    /// Its window, as the window manager shows it.
    #[track_caller]
    #[must_use]
    pub fn window(&self) -> Window<'d> {
        self.desktop.windows().wait_for(&self.title)
    }

    /// The key codes of the presses that reached it, oldest first.
    pub fn keys(&mut self) -> &[u8] {
        while let Some(event) = self.screen.connection.poll_for_event().expect("the display answers") {
            if let Event::KeyPress(key) = event {
                self.keys.push(key.detail);
            }
        }
        &self.keys
    }
}

/// Makes a window that is not yet shown.
pub(crate) fn create_window(screen: &Screen, title: &str, area: Rect) -> u32 {
    let display = &screen.connection;
    let window = display.generate_id().expect("there are numbers left");
    let looks = CreateWindowAux::new().background_pixel(0x00e8_e4da).event_mask(EventMask::KEY_PRESS);
    let (x, y) = (i16::try_from(area.x), i16::try_from(area.y));
    let (width, height) = (u16::try_from(area.width), u16::try_from(area.height));
    let inside = "inside the screen";
    let created = display.create_window(
        x11rb::COPY_DEPTH_FROM_PARENT,
        window,
        screen.root,
        x.expect(inside),
        y.expect(inside),
        width.expect(inside),
        height.expect(inside),
        0,
        WindowClass::INPUT_OUTPUT,
        x11rb::COPY_FROM_PARENT,
        &looks,
    );
    created.expect("the display answers").check().expect("a window can be made");
    let text = screen.atom("UTF8_STRING");
    let set = |property: u32, kind: u32, value: &[u8]| {
        let request = display.change_property8(PropMode::REPLACE, window, property, kind, value);
        request.expect("the display answers").check().expect("a property can be set");
    };
    set(screen.atom("_NET_WM_NAME"), text, title.as_bytes());
    set(AtomEnum::WM_CLASS.into(), AtomEnum::STRING.into(), b"neighbour\0Neighbour\0");
    window
}
