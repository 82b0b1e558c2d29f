//! The hotkey under X11: a grab on the root window, and one thread that sleeps until the key is pressed.
//!
//! On Wayland there is none: a grab on Xwayland succeeds but is heard only while an X11 window has the keyboard.

mod keyboard;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use x11rb::connection::Connection as _;
use x11rb::errors::ReplyError;
use x11rb::protocol::xproto::{ConnectionExt as _, GrabMode, Mapping, ModMask, Window};
use x11rb::protocol::{ErrorKind, Event};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use self::keyboard::Keyboard;
use super::x11::{X11Error, session_is_wayland};
use crate::hotkey::{Hotkey, HotkeyState};

/// A key that works wherever the keyboard is.
pub struct SystemHotkey {
    shared: Arc<Shared>,
}

struct Shared {
    on_press: Mutex<Box<dyn Fn() + Send>>,
    desk: Mutex<Desk>,
}

/// What is wanted, and what there is of it.
struct Desk {
    wanted: Option<Hotkey>,
    state: HotkeyState,
    link: Option<Link>,
}

/// A connection with its grabs. While no hotkey is wanted there is none, so nothing can wake us.
struct Link {
    conn: Arc<RustConnection>,
    root: Window,
    grabs: Vec<Grab>,
}

/// One key code with one set of modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Grab {
    code: u8,
    modifiers: ModMask,
}

impl SystemHotkey {
    /// Starts with none; `on_press` is called from a thread of its own, once for each press.
    pub fn start(on_press: Box<dyn Fn() + Send>) -> Self {
        let desk = Desk { wanted: None, state: HotkeyState::Off, link: None };
        Self { shared: Arc::new(Shared { on_press: Mutex::new(on_press), desk: Mutex::new(desk) }) }
    }

    /// Gives up the present hotkey, asks for this one, and says what became of it.
    pub fn set(&self, hotkey: Option<&Hotkey>) -> HotkeyState {
        let mut desk = self.shared.lock();
        desk.wanted = hotkey.copied();
        let Some(hotkey) = hotkey else {
            desk.give_up();
            desk.state = HotkeyState::Off;
            return desk.state;
        };
        desk.state = match self.shared.connect(&mut desk).and_then(|()| desk.grab(*hotkey)) {
            Ok(state) => state,
            Err(error) => {
                tracing::info!(%error, "no hotkey here");
                desk.disconnect();
                HotkeyState::Unavailable
            }
        };
        desk.state
    }

    /// What became of the hotkey; it changes when the keyboard or the display does.
    pub fn state(&self) -> HotkeyState {
        self.shared.lock().state
    }
}

impl Drop for SystemHotkey {
    fn drop(&mut self) {
        self.shared.lock().disconnect();
    }
}

/// Why there can be no hotkey.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("on Wayland programs get no hotkey")]
    Wayland,
    #[error(transparent)]
    X11(#[from] X11Error),
    #[error("no thread to listen in: {0}")]
    Thread(#[from] std::io::Error),
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Connects and starts to listen, unless that is done already.
    fn connect(self: &Arc<Self>, desk: &mut Desk) -> Result<(), Failure> {
        if desk.link.is_some() {
            return Ok(());
        }
        if session_is_wayland() {
            return Err(Failure::Wayland);
        }
        let (conn, screen) = x11rb::connect(None).map_err(X11Error::from)?;
        let root = conn.setup().roots.get(screen).ok_or(X11Error::NoScreen)?.root;
        let conn = Arc::new(conn);
        let (shared, heard) = (Arc::clone(self), Arc::clone(&conn));
        thread::Builder::new().name("hotkey".into()).spawn(move || shared.listen(&heard))?;
        desk.link = Some(Link { conn, root, grabs: Vec::new() });
        Ok(())
    }

    /// Waits for events, without ever waking up by itself, until the connection ends.
    fn listen(&self, conn: &Arc<RustConnection>) {
        let mut released = None;
        while let Ok(event) = conn.wait_for_event() {
            match event {
                // A key that is held is reported as released and pressed again at the same moment.
                Event::KeyPress(press)
                    if released != Some((press.detail, press.time)) && self.has_grabbed(press.detail) =>
                {
                    (self.on_press.lock().unwrap_or_else(PoisonError::into_inner))();
                }
                Event::KeyRelease(release) => released = Some((release.detail, release.time)),
                Event::MappingNotify(change) if change.request != Mapping::POINTER => {
                    self.keyboard_changed(conn);
                }
                _ => {}
            }
        }
        self.lost(conn);
    }

    /// Whether the key is still wanted: a press may have been on its way when it was given up.
    fn has_grabbed(&self, code: u8) -> bool {
        let desk = self.lock();
        desk.link.as_ref().is_some_and(|link| link.grabs.iter().any(|grab| grab.code == code))
    }

    fn keyboard_changed(&self, conn: &Arc<RustConnection>) {
        let mut desk = self.lock();
        let Some(hotkey) = desk.wanted.filter(|_| desk.is_linked_by(conn)) else { return };
        // If the display has gone, the listener is about to see it.
        if let Ok(state) = desk.grab(hotkey) {
            desk.state = state;
        }
    }

    fn lost(&self, conn: &Arc<RustConnection>) {
        let mut desk = self.lock();
        if desk.is_linked_by(conn) {
            tracing::warn!("the hotkey is gone with the display");
            desk.link = None;
            desk.state = HotkeyState::Unavailable;
        }
    }
}

impl Desk {
    /// Grabs the key of this hotkey in place of the present one.
    fn grab(&mut self, hotkey: Hotkey) -> Result<HotkeyState, Failure> {
        let Some(link) = &mut self.link else { return Ok(HotkeyState::Unavailable) };
        let keyboard = Keyboard::read(&link.conn)?;
        let grabs = keyboard.grabs(&hotkey);
        if grabs.is_empty() {
            link.release()?;
            return Ok(HotkeyState::Unknown);
        }
        // Unchanged grabs are kept, so that no press is lost while an input method changes the keyboard around.
        if link.grabs == grabs {
            return Ok(HotkeyState::Active);
        }
        link.release()?;
        link.take(grabs)
    }

    fn is_linked_by(&self, conn: &Arc<RustConnection>) -> bool {
        self.link.as_ref().is_some_and(|link| Arc::ptr_eq(&link.conn, conn))
    }

    /// Releases the key before ending the connection, so that it is free to be asked for again at once.
    fn give_up(&mut self) {
        if let Some(link) = &mut self.link {
            // The display may be gone, and has then released it by itself.
            let _ = link.release();
        }
        self.disconnect();
    }

    /// Ends the connection; the listener sees it and ends too.
    fn disconnect(&mut self) {
        if let Some(link) = self.link.take() {
            let _ = rustix::net::shutdown(link.conn.stream(), rustix::net::Shutdown::Both);
        }
    }
}

impl Link {
    /// Grabs all or nothing.
    fn take(&mut self, grabs: Vec<Grab>) -> Result<HotkeyState, Failure> {
        let outcome = self.ask_for(&grabs);
        self.grabs = grabs;
        match outcome {
            Ok(()) => Ok(HotkeyState::Active),
            Err(X11Error::Refused(ReplyError::X11Error(error))) if error.error_kind == ErrorKind::Access => {
                self.release()?;
                Ok(HotkeyState::Taken)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Asks for all at once, then looks at the answers.
    fn ask_for(&self, grabs: &[Grab]) -> Result<(), X11Error> {
        let mode = GrabMode::ASYNC;
        let ask = |grab: &Grab| self.conn.grab_key(false, self.root, grab.modifiers, grab.code, mode, mode);
        let asked = grabs.iter().map(ask).collect::<Result<Vec<_>, _>>()?;
        for answer in asked {
            answer.check()?;
        }
        Ok(())
    }

    /// Ungrabs everything, including what another program turned out to have: that does nothing.
    fn release(&mut self) -> Result<(), X11Error> {
        for grab in self.grabs.drain(..) {
            self.conn.ungrab_key(grab.code, self.root, grab.modifiers)?;
        }
        self.conn.sync()?;
        Ok(())
    }
}
