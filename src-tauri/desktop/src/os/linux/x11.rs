//! A connection to the X server with a window of its own, and waiting for its events until a deadline.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{ConnectionExt as _, CreateWindowAux, EventMask, Window, WindowClass};
use x11rb::rust_connection::RustConnection;

use crate::deadline::Deadline;

/// Anything that goes wrong here means that the display cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum X11Error {
    #[error("no display: {0}")]
    Connect(#[from] x11rb::errors::ConnectError),
    #[error("the display is gone: {0}")]
    Lost(#[from] x11rb::errors::ConnectionError),
    #[error("the display refused: {0}")]
    Refused(#[from] x11rb::errors::ReplyError),
    #[error("the display has no room: {0}")]
    Full(#[from] x11rb::errors::ReplyOrIdError),
    #[error("the display has no screen")]
    NoScreen,
}

/// One client of the X server, with an invisible window that can be written to.
pub(crate) struct Client {
    pub(crate) conn: RustConnection,
    pub(crate) root: Window,
    pub(crate) window: Window,
}

impl Client {
    /// Connects to the display that the environment names.
    pub(crate) fn connect() -> Result<Self, X11Error> {
        let (conn, screen) = x11rb::connect(None)?;
        let root = conn.setup().roots.get(screen).ok_or(X11Error::NoScreen)?.root;
        let window = conn.generate_id()?;
        let aux = CreateWindowAux::new().event_mask(EventMask::PROPERTY_CHANGE);
        conn.create_window(0, window, root, -1, -1, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &aux)?;
        conn.flush()?;
        Ok(Self { conn, root, window })
    }

    /// The atom of this name.
    pub(crate) fn atom(&self, name: &str) -> Result<u32, X11Error> {
        Ok(self.conn.intern_atom(false, name.as_bytes())?.reply()?.atom)
    }

    /// The next event, or none once the deadline has passed.
    pub(crate) fn next_event(&self, deadline: Deadline) -> Result<Option<Event>, X11Error> {
        self.conn.flush()?;
        loop {
            if let Some(event) = self.conn.poll_for_event()? {
                return Ok(Some(event));
            }
            if deadline.has_passed() {
                return Ok(None);
            }
            self.wait_for_bytes(deadline);
        }
    }

    /// Sleeps until there is something to read. A failed poll is seen again by the next read, which reports it.
    fn wait_for_bytes(&self, deadline: Deadline) {
        let mut fds = [PollFd::new(self.conn.stream(), PollFlags::IN)];
        let _ = poll(&mut fds, Timespec::try_from(deadline.left()).ok().as_ref());
    }
}

/// Whether X11 is at most a guest here.
pub(crate) fn session_is_wayland() -> bool {
    let is = |name: &str, value: &str| std::env::var_os(name).is_some_and(|there| there == value);
    let display = std::env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty());
    display || is("XDG_SESSION_TYPE", "wayland")
}
