//! The clipboard, read by a program that waits for nothing else: when it has text, and which.

use std::thread::sleep;
use std::time::{Duration, Instant};

use support::Desktop;
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xfixes::{ConnectionExt as _, SelectionEventMask};
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _, CreateWindowAux, WindowClass};

use crate::display::Display;

const PAUSE: Duration = Duration::from_micros(100);
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads the clipboard whenever somebody puts something there.
pub(crate) struct Reader {
    display: Display,
    window: u32,
    clipboard: u32,
    text: u32,
}

impl Reader {
    #[track_caller]
    pub(crate) fn open(desktop: &Desktop) -> Self {
        let display = Display::connect(desktop);
        let connection = &display.connection;
        connection.xfixes_query_version(5, 0).expect("asked").reply().expect("the display tells of owners");
        let window = connection.generate_id().expect("there are numbers left");
        let (class, looks) = (WindowClass::INPUT_ONLY, CreateWindowAux::new());
        let created = connection.create_window(0, window, display.root, 0, 0, 1, 1, 0, class, 0, &looks);
        created.expect("asked").check().expect("a window can be made");
        let (clipboard, text) = (atom(&display, "CLIPBOARD"), atom(&display, "UTF8_STRING"));
        let mask = SelectionEventMask::SET_SELECTION_OWNER;
        let wished = connection.xfixes_select_selection_input(window, clipboard, mask);
        wished.expect("asked").check().expect("the clipboard can be watched");
        Self { display, window, clipboard, text }
    }

    /// Does something, and says how long it took until there was text to read, and which.
    #[track_caller]
    pub(crate) fn after(&self, begin: impl FnOnce()) -> (Duration, String) {
        while self.display.event().is_some() {}
        let start = Instant::now();
        begin();
        loop {
            match self.display.event() {
                Some(Event::XfixesSelectionNotify(_)) => self.ask(),
                Some(Event::SelectionNotify(answer)) if answer.property != x11rb::NONE => {
                    let text = self.read(answer.property);
                    return (start.elapsed(), text);
                }
                Some(_) => {}
                None if start.elapsed() >= PATIENCE => panic!("nothing came to the clipboard"),
                None => sleep(PAUSE),
            }
        }
    }

    fn ask(&self) {
        let connection = &self.display.connection;
        let asked = connection.convert_selection(
            self.window,
            self.clipboard,
            self.text,
            self.text,
            x11rb::CURRENT_TIME,
        );
        asked.expect("the display answers");
        connection.flush().expect("the display answers");
    }

    fn read(&self, property: u32) -> String {
        let connection = &self.display.connection;
        let asked = connection.get_property(true, self.window, property, AtomEnum::ANY, 0, u32::MAX);
        let bytes = asked.expect("asked").reply().expect("it was just set").value;
        String::from_utf8(bytes).expect("UTF8_STRING is UTF-8")
    }
}

#[track_caller]
fn atom(display: &Display, name: &str) -> u32 {
    let asked = display.connection.intern_atom(false, name.as_bytes()).expect("asked");
    asked.reply().expect("an atom can always be made").atom
}
