//! The windows that the window manager looks after.

use std::fmt;

use x11rb::protocol::xproto::ConnectionExt as _;

use crate::desktop::Desktop;
use crate::geometry::Rect;
use crate::screen::Screen;
use crate::screenshot;
use crate::wait::{DEADLINE, wait_until};

/// All windows of a desktop.
#[derive(Clone, Copy)]
pub struct Windows<'d> {
    desktop: &'d Desktop,
}

/// One window.
#[derive(Clone, Copy)]
pub struct Window<'d> {
    desktop: &'d Desktop,
    id: u32,
}

impl<'d> Windows<'d> {
    pub(crate) const fn new(desktop: &'d Desktop) -> Self {
        Self { desktop }
    }

    /// The windows of programs, oldest first; a hidden window is not among them, the panel and its menus neither.
    #[must_use]
    pub fn list(self) -> Vec<Window<'d>> {
        let ids = self.screen().numbers(self.screen().root, "_NET_CLIENT_LIST");
        let windows = ids.into_iter().map(|id| Window { desktop: self.desktop, id });
        windows.filter(|window| window.class().as_deref() != Some("Xfce4-panel")).collect()
    }

    /// The window with exactly this title, if there is one now.
    #[must_use]
    pub fn titled(self, title: &str) -> Option<Window<'d>> {
        self.list().into_iter().find(|window| window.title().as_deref() == Some(title))
    }

    /// The windows of this class.
    #[must_use]
    pub fn of_class(self, class: &str) -> Vec<Window<'d>> {
        self.list().into_iter().filter(|window| window.class().as_deref() == Some(class)).collect()
    }

    /// The window that is active, as the window manager sees it.
    #[must_use]
    pub fn active(self) -> Option<Window<'d>> {
        let ids = self.screen().numbers(self.screen().root, "_NET_ACTIVE_WINDOW");
        let id = ids.first().copied().filter(|&id| id != 0)?;
        Some(Window { desktop: self.desktop, id })
    }

    /// Waits for a window with this title that is to be seen.
    #[track_caller]
    pub fn wait_for(self, title: &str) -> Window<'d> {
        let what = format!("a window titled {title:?}");
        wait_until(&what, DEADLINE, || self.titled(title).filter(|window| window.visible()))
    }

    /// Waits until no window of this title is to be seen.
    #[track_caller]
    pub fn wait_for_none(self, title: &str) {
        let what = format!("the window titled {title:?} to go");
        wait_until(&what, DEADLINE, || self.titled(title).is_none().then_some(()));
    }

    /// Waits until the window of this title has the keyboard.
    #[track_caller]
    pub fn wait_for_active(self, title: &str) -> Window<'d> {
        let what = format!("the window titled {title:?} to be active");
        let wanted = |window: &Window<'_>| window.title().as_deref() == Some(title) && window.focused();
        wait_until(&what, DEADLINE, || self.active().filter(wanted))
    }

    fn screen(self) -> &'d Screen {
        self.desktop.screen()
    }
}

impl Window<'_> {
    /// Its number on the display.
    #[must_use]
    pub const fn id(self) -> u32 {
        self.id
    }

    /// Its title.
    #[must_use]
    pub fn title(self) -> Option<String> {
        let text = |property| self.screen().text(self.id, property);
        text("_NET_WM_NAME").or_else(|| text("WM_NAME"))
    }

    /// Its class, the second half of `WM_CLASS`.
    #[must_use]
    pub fn class(self) -> Option<String> {
        let both = self.screen().text(self.id, "WM_CLASS")?;
        both.split('\0').nth(1).map(str::to_owned)
    }

    /// The process that made it.
    #[must_use]
    pub fn pid(self) -> Option<u32> {
        self.screen().pid(self.id)
    }

    /// Where its content is.
    #[must_use]
    pub fn area(self) -> Option<Rect> {
        self.screen().geometry(self.id)
    }

    /// Whether it is on the screen.
    #[must_use]
    pub fn visible(self) -> bool {
        self.screen().viewable(self.id)
    }

    /// Whether keys go to it or to something in it.
    #[must_use]
    pub fn focused(self) -> bool {
        let reply = self.screen().connection.get_input_focus().ok().and_then(|cookie| cookie.reply().ok());
        let Some(focus) = reply.map(|reply| reply.focus) else { return false };
        focus == self.id || self.screen().descendants(self.id).contains(&focus)
    }

    /// The states the window manager keeps of it, such as `_NET_WM_STATE_ABOVE`.
    #[must_use]
    pub fn states(self) -> Vec<String> {
        let atoms = self.screen().numbers(self.id, "_NET_WM_STATE");
        atoms.into_iter().filter_map(|atom| self.screen().atom_name(atom)).collect()
    }

    /// How many colours its content shows; a window that has not drawn yet shows one.
    #[must_use]
    pub fn colours(self) -> usize {
        let inside = self.area().filter(|area| self.screen().size().encloses(*area));
        inside.map_or(0, |area| self.screen().colours(area))
    }

    /// Makes it the active one, as its button in a task bar does.
    #[track_caller]
    pub fn activate(self) {
        self.desktop.run_tool("xdotool", &["windowactivate", &self.id.to_string()]);
        wait_until("the window to have the keyboard", DEADLINE, || self.focused().then_some(()));
    }

    /// Asks it to close, as the button on its frame does.
    #[track_caller]
    pub fn close(self) {
        self.desktop.run_tool("wmctrl", &["-i", "-c", &self.id.to_string()]);
    }

    /// Saves what it shows as `target/acceptance/NAME.png`.
    #[track_caller]
    pub fn screenshot(self, name: &str) -> std::path::PathBuf {
        screenshot::save(self.desktop, &self.id.to_string(), name)
    }

    fn screen(&self) -> &Screen {
        self.desktop.screen()
    }
}

impl fmt::Debug for Window<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "window {:#x} {:?} {:?}", self.id, self.title(), self.area())
    }
}
