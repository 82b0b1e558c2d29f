//! The pointer and its buttons.

use x11rb::protocol::xproto::ConnectionExt as _;

use crate::desktop::Desktop;

/// The pointer of a desktop.
#[derive(Clone, Copy)]
pub struct Pointer<'d> {
    desktop: &'d Desktop,
}

impl<'d> Pointer<'d> {
    pub(crate) const fn new(desktop: &'d Desktop) -> Self {
        Self { desktop }
    }

    /// Where it is on the root.
    #[must_use]
    pub fn place(self) -> (i32, i32) {
        let screen = self.desktop.screen();
        let request = screen.connection.query_pointer(screen.root).expect("the display answers");
        let reply = request.reply().expect("there is a pointer");
        (reply.root_x.into(), reply.root_y.into())
    }

    /// Moves it there.
    #[track_caller]
    pub fn move_to(self, place: (i32, i32)) {
        self.at(place, &[]);
    }

    /// Clicks the left button there.
    #[track_caller]
    pub fn click(self, place: (i32, i32)) {
        self.at(place, &["click", "1"]);
    }

    /// Clicks the middle button there.
    #[track_caller]
    pub fn middle_click(self, place: (i32, i32)) {
        self.at(place, &["click", "2"]);
    }

    /// Clicks the right button there.
    #[track_caller]
    pub fn right_click(self, place: (i32, i32)) {
        self.at(place, &["click", "3"]);
    }

    #[track_caller]
    fn at(self, (x, y): (i32, i32), then: &[&str]) {
        let (x, y) = (x.to_string(), y.to_string());
        self.desktop.run_tool("xdotool", &[&["mousemove", &x, &y], then].concat());
    }
}
