//! Another program's window, for what must come back to it: the focus, the keys, and what is pasted.

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ConnectionExt as _, CreateWindowAux, EventMask, KeyButMask, PropMode, WindowClass,
};
use x11rb::wrapper::ConnectionExt as _;

use crate::desktop::Desktop;
use crate::geometry::Rect;
use crate::screen::Screen;
use crate::window::Window;

/// The key code of V on the keyboard every X server has.
const V: u8 = 55;
/// The most that is read of a pasted text, in units of four bytes.
const LONG: u32 = 1 << 16;

/// A plain window of the test's own that notes which keys reach it, and pastes on Ctrl+V once it is asked what it has.
/// Dropping it closes the window.
pub struct Neighbour<'d> {
    desktop: &'d Desktop,
    screen: Screen,
    window: u32,
    title: String,
    keys: Vec<u8>,
    pasted: Vec<String>,
}

impl<'d> Neighbour<'d> {
    /// Opens it and gives it the focus.
    #[track_caller]
    #[must_use]
    pub fn open(desktop: &'d Desktop, title: &str) -> Self {
        let screen = Screen::connect(desktop.env("DISPLAY").expect("a desktop has a display"));
        let window = create_window(&screen, title, Rect::new(100, 200, 400, 300));
        screen.connection.map_window(window).expect("the display answers").check().expect("it was just made");
        let (keys, pasted) = (Vec::new(), Vec::new());
        let neighbour = Self { desktop, screen, window, title: title.to_owned(), keys, pasted };
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
        self.hear();
        &self.keys
    }

    /// The texts that were pasted into it, oldest first.
    pub fn pasted(&mut self) -> &[String] {
        self.hear();
        &self.pasted
    }

    fn hear(&mut self) {
        while let Some(event) = self.screen.connection.poll_for_event().expect("the display answers") {
            match event {
                Event::KeyPress(key) => {
                    self.keys.push(key.detail);
                    if key.detail == V && key.state.contains(KeyButMask::CONTROL) {
                        self.ask_for_clipboard(key.time);
                    }
                }
                Event::SelectionNotify(answer) if answer.property != x11rb::NONE => {
                    self.take(answer.property);
                }
                _ => {}
            }
        }
    }

    fn ask_for_clipboard(&self, time: u32) {
        let [clipboard, text, here] =
            ["CLIPBOARD", "UTF8_STRING", "PASTED"].map(|name| self.screen.atom(name));
        let display = &self.screen.connection;
        display.convert_selection(self.window, clipboard, text, here, time).expect("the display answers");
        display.flush().expect("the display answers");
    }

    fn take(&mut self, property: u32) {
        let display = &self.screen.connection;
        let taken = display.get_property(true, self.window, property, AtomEnum::ANY, 0, LONG);
        let bytes = taken.expect("the display answers").reply().expect("the window is ours").value;
        self.pasted.push(String::from_utf8(bytes).expect("UTF8_STRING is UTF-8"));
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
