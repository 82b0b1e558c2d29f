//! The windows of an X11 desktop: which of them has the keyboard, and which of them a person could be typing in.

use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ChangeWindowAttributesAux, ClientMessageEvent, ConnectionExt as _, EventMask, InputFocus,
    Window,
};

use super::super::x11::{Client, X11Error};
use crate::deadline::Deadline;

x11rb::atom_manager! {
    /// The names that window managers use.
    Names: NamesCookie {
        _NET_ACTIVE_WINDOW,
        _NET_CLIENT_LIST_STACKING,
        _NET_CURRENT_DESKTOP,
        _NET_SUPPORTING_WM_CHECK,
        _NET_WM_DESKTOP,
        _NET_WM_STATE,
        _NET_WM_STATE_HIDDEN,
        _NET_WM_STATE_SKIP_TASKBAR,
        _NET_WM_WINDOW_TYPE,
        _NET_WM_WINDOW_TYPE_DESKTOP,
        _NET_WM_WINDOW_TYPE_DIALOG,
        _NET_WM_WINDOW_TYPE_NORMAL,
        _NET_WM_WINDOW_TYPE_UTILITY,
        WM_STATE,
    }
}

/// The class of our own windows.
const OURS: &str = "fencun-window";

/// On every desktop at once.
const EVERYWHERE: u32 = 0xffff_ffff;

/// The most that is read of a list.
const LONG: u32 = 1 << 16;

/// What a window is to somebody who types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// It has a place for text, as far as anybody can tell.
    Ordinary,
    /// Our palette: the window before it counts.
    Palette,
    /// A panel, a menu, a notification: the window under it counts.
    Passing,
    /// The desktop itself, or our settings: there is nothing to paste in.
    Nothing,
}

/// The root window and what the window manager writes on it.
pub(super) struct Desk {
    client: Client,
    names: Names,
}

impl Desk {
    pub(super) fn connect() -> Result<Self, X11Error> {
        let client = Client::connect()?;
        let names = Names::new(&client.conn)?.reply()?;
        Ok(Self { client, names })
    }

    pub(super) fn client(&self) -> &Client {
        &self.client
    }

    /// The window that is typed in now.
    pub(super) fn target(&self, last: Option<Window>) -> Result<Option<Window>, X11Error> {
        let Some(window) = self.active()?.or(self.under_focus()?) else { return self.topmost() };
        match self.role(window)? {
            Role::Ordinary => Ok(Some(window)),
            Role::Palette => Ok(last),
            Role::Passing => self.topmost(),
            Role::Nothing => Ok(None),
        }
    }

    /// Hears from now on when the keyboard moves, and when the window goes.
    pub(super) fn listen(&self, window: Window) -> Result<(), X11Error> {
        let conn = &self.client.conn;
        let root = ChangeWindowAttributesAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        conn.change_window_attributes(self.client.root, &root)?;
        let mask = EventMask::FOCUS_CHANGE | EventMask::STRUCTURE_NOTIFY;
        Ok(conn
            .change_window_attributes(window, &ChangeWindowAttributesAux::new().event_mask(mask))?
            .check()?)
    }

    /// Whether the window has the keyboard before the deadline.
    pub(super) fn wait_for_focus(&self, window: Window, deadline: Deadline) -> Result<bool, X11Error> {
        while !self.has_focus(window)? {
            if !self.wait_for_change(deadline)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Whether what is typed now goes to the window. The window manager says so first, and the keyboard follows.
    pub(super) fn has_focus(&self, window: Window) -> Result<bool, X11Error> {
        if self.active()?.is_some_and(|active| active != window) {
            return Ok(false);
        }
        let focus = self.client.conn.get_input_focus()?.reply()?.focus;
        Ok(self.ancestors(focus)?.contains(&window))
    }

    /// Asks for the window as a pager would, which window managers obey; without one there is nobody to ask.
    pub(super) fn ask_for(&self, window: Window) -> Result<(), X11Error> {
        let conn = &self.client.conn;
        if self.list(self.client.root, self.names._NET_SUPPORTING_WM_CHECK)?.is_empty() {
            conn.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)?.check()?;
            return Ok(());
        }
        let message = ClientMessageEvent::new(32, window, self.names._NET_ACTIVE_WINDOW, [2, 0, 0, 0, 0]);
        let mask = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
        conn.send_event(false, self.client.root, mask, message)?;
        conn.flush()?;
        Ok(())
    }

    /// Both halves of the class.
    pub(super) fn class(&self, window: Window) -> Result<Vec<String>, X11Error> {
        let (class, text) = (AtomEnum::WM_CLASS, AtomEnum::STRING);
        let there = self.client.conn.get_property(false, window, class, text, 0, LONG)?.reply()?;
        let halves = there.value.split(|byte| *byte == 0).filter(|half| !half.is_empty());
        Ok(halves.map(|half| String::from_utf8_lossy(half).into_owned()).collect())
    }

    /// Whether anything happened that may have moved the keyboard.
    fn wait_for_change(&self, deadline: Deadline) -> Result<bool, X11Error> {
        while let Some(event) = self.client.next_event(deadline)? {
            match event {
                Event::PropertyNotify(change) if change.atom != self.names._NET_ACTIVE_WINDOW => {}
                Event::PropertyNotify(_)
                | Event::FocusIn(_)
                | Event::FocusOut(_)
                | Event::DestroyNotify(_) => {
                    return Ok(true);
                }
                _ => {}
            }
        }
        Ok(false)
    }

    /// What the window manager says.
    fn active(&self) -> Result<Option<Window>, X11Error> {
        let active = self.list(self.client.root, self.names._NET_ACTIVE_WINDOW)?;
        Ok(active.first().copied().filter(|window| *window != x11rb::NONE))
    }

    /// The window of a program that the keyboard is in.
    fn under_focus(&self) -> Result<Option<Window>, X11Error> {
        let above = self.ancestors(self.client.conn.get_input_focus()?.reply()?.focus)?;
        for window in &above {
            if !self.list(*window, self.names.WM_STATE)?.is_empty() {
                return Ok(Some(*window));
            }
        }
        // Without a window manager nobody says which windows belong to programs: the outermost does.
        Ok(above.last().copied())
    }

    /// The window and all that it is in, innermost first, without the root.
    pub(super) fn ancestors(&self, focus: Window) -> Result<Vec<Window>, X11Error> {
        let mut above = Vec::new();
        let mut window = focus;
        let nowhere = [u32::from(InputFocus::NONE), u32::from(InputFocus::POINTER_ROOT), self.client.root];
        while !nowhere.contains(&window) {
            above.push(window);
            window = self.client.conn.query_tree(window)?.reply()?.parent;
        }
        Ok(above)
    }

    /// The uppermost window that can be seen and is more than passing.
    fn topmost(&self) -> Result<Option<Window>, X11Error> {
        let desktop = self.list(self.client.root, self.names._NET_CURRENT_DESKTOP)?.first().copied();
        for window in self.list(self.client.root, self.names._NET_CLIENT_LIST_STACKING)?.into_iter().rev() {
            let role = self.role(window)?;
            if matches!(role, Role::Ordinary | Role::Nothing) && self.is_seen(window, desktop)? {
                return Ok(Some(window).filter(|_| role == Role::Ordinary));
            }
        }
        Ok(None)
    }

    fn is_seen(&self, window: Window, desktop: Option<u32>) -> Result<bool, X11Error> {
        let there = self.list(window, self.names._NET_WM_DESKTOP)?.first().copied();
        let here = there.is_none_or(|there| there == EVERYWHERE || Some(there) == desktop);
        Ok(here && !self.list(window, self.names._NET_WM_STATE)?.contains(&self.names._NET_WM_STATE_HIDDEN))
    }

    fn role(&self, window: Window) -> Result<Role, X11Error> {
        let names = &self.names;
        if self.class(window)?.iter().any(|half| half.eq_ignore_ascii_case(OURS)) {
            let palette = self.list(window, names._NET_WM_STATE)?.contains(&names._NET_WM_STATE_SKIP_TASKBAR);
            return Ok(if palette { Role::Palette } else { Role::Nothing });
        }
        if self.client.conn.get_window_attributes(window)?.reply()?.override_redirect {
            return Ok(Role::Passing);
        }
        // A list of what it may be taken for, best first.
        Ok(match self.list(window, names._NET_WM_WINDOW_TYPE)?.first() {
            Some(kind) if *kind == names._NET_WM_WINDOW_TYPE_DESKTOP => Role::Nothing,
            Some(kind) if !self.is_typed_in(*kind) => Role::Passing,
            _ => Role::Ordinary,
        })
    }

    fn is_typed_in(&self, kind: Atom) -> bool {
        let names = &self.names;
        let typed_in = [
            names._NET_WM_WINDOW_TYPE_NORMAL,
            names._NET_WM_WINDOW_TYPE_DIALOG,
            names._NET_WM_WINDOW_TYPE_UTILITY,
        ];
        typed_in.contains(&kind)
    }

    /// The numbers of a property; none if it is not there.
    fn list(&self, window: Window, name: Atom) -> Result<Vec<u32>, X11Error> {
        let there = self.client.conn.get_property(false, window, name, AtomEnum::ANY, 0, LONG)?.reply()?;
        Ok(there.value32().map(Iterator::collect).unwrap_or_default())
    }
}
