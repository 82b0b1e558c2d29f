//! Giving the keyboard back, under X11, to the window that had it.
//!
//! Most window managers do that by themselves when the palette hides. Where one does not, it is asked to.

use std::time::Duration;

use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ChangeWindowAttributesAux, ClientMessageEvent, ConnectionExt as _, EventMask, Window,
};

use super::x11::{Client, X11Error};
use crate::deadline::Deadline;

/// How long the window manager has to do it by itself.
const BY_ITSELF: Duration = Duration::from_millis(120);

/// How long it has once it was asked.
const ASKED: Duration = Duration::from_millis(250);

/// The window that had the keyboard before ours opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActiveWindow(Window);

impl ActiveWindow {
    /// The window that is active now; none without X11 or a window manager that says so.
    pub fn remember() -> Option<Self> {
        let there = || -> Result<Option<Self>, X11Error> {
            let desk = Desk::connect()?;
            Ok(desk.active()?.map(Self))
        };
        there().ok().flatten()
    }

    /// Waits until the window is active again, asking for it if need be; says whether it is.
    pub fn give_back(self) -> bool {
        let give = || -> Result<bool, X11Error> {
            let desk = Desk::connect()?;
            if desk.wait_until_active(self.0, Deadline::within(BY_ITSELF))? {
                return Ok(true);
            }
            desk.ask_for(self.0)?;
            desk.wait_until_active(self.0, Deadline::within(ASKED))
        };
        give().unwrap_or(false)
    }
}

/// The root window and what the window manager writes on it.
struct Desk {
    client: Client,
    active_window: Atom,
}

impl Desk {
    fn connect() -> Result<Self, X11Error> {
        let client = Client::connect()?;
        let listen = ChangeWindowAttributesAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        client.conn.change_window_attributes(client.root, &listen)?;
        Ok(Self { active_window: client.atom("_NET_ACTIVE_WINDOW")?, client })
    }

    fn active(&self) -> Result<Option<Window>, X11Error> {
        let (conn, root) = (&self.client.conn, self.client.root);
        let there = conn.get_property(false, root, self.active_window, AtomEnum::WINDOW, 0, 1)?.reply()?;
        Ok(there.value32().and_then(|mut values| values.next()).filter(|window| *window != 0))
    }

    fn wait_until_active(&self, window: Window, deadline: Deadline) -> Result<bool, X11Error> {
        loop {
            if self.active()? == Some(window) {
                return Ok(true);
            }
            if !self.wait_for_change(deadline)? {
                return Ok(false);
            }
        }
    }

    /// Whether the window manager wrote something in time.
    fn wait_for_change(&self, deadline: Deadline) -> Result<bool, X11Error> {
        while let Some(event) = self.client.next_event(deadline)? {
            if matches!(event, Event::PropertyNotify(change) if change.atom == self.active_window) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Asks as a pager would, which window managers obey.
    fn ask_for(&self, window: Window) -> Result<(), X11Error> {
        let message = ClientMessageEvent::new(32, window, self.active_window, [2, 0, 0, 0, 0]);
        let mask = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
        self.client.conn.send_event(false, self.client.root, mask, message)?;
        self.client.conn.flush()?;
        Ok(())
    }
}
