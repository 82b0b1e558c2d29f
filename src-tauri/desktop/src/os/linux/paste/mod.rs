//! Pasting under X11: the window that had the keyboard is waited for or asked back, and gets the keys by the extension
//! that was made for testing, as every program of this kind does it.
//!
//! On Wayland there is none of this: no program may know which window has the keyboard, and the ways to press keys
//! either ask the person each time or reach only what runs under Xwayland.

mod chord;
mod keys;
mod selection;
mod windows;

use std::time::Duration;

use fencun_core::ports::PasteError;
use x11rb::connection::RequestConnection as _;
use x11rb::errors::ReplyError;
use x11rb::protocol::xproto::Window;
use x11rb::protocol::{ErrorKind, xkb, xtest};

use self::chord::{Chord, chord};
use self::keys::Keyboard;
use self::selection::Lent;
use self::windows::Desk;
use super::x11::{Client, X11Error, session_is_wayland};
use crate::deadline::Deadline;

/// How long the window manager has to give the keyboard back by itself.
const BY_ITSELF: Duration = Duration::from_millis(150);

/// How long it has in all, once it was asked to.
const FOCUS: Duration = Duration::from_millis(1100);

/// How long we wait for the person to let go of Ctrl, Shift and the like before doing it for them.
const RELEASE: Duration = Duration::from_millis(500);

/// How long a terminal has to fetch the words once the keys are pressed.
const FETCH: Duration = Duration::from_millis(700);

/// The window that had the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Target(Window);

/// Whether keys can be pressed here.
pub(crate) fn can_paste() -> Result<(), PasteError> {
    if session_is_wayland() {
        return Err(PasteError::Unavailable("on Wayland no program may press keys".into()));
    }
    let client = Client::connect()?;
    for extension in [xtest::X11_EXTENSION_NAME, xkb::X11_EXTENSION_NAME] {
        if client.conn.extension_information(extension).map_err(X11Error::from)?.is_none() {
            return Err(PasteError::Unavailable(format!("the display lacks {extension}")));
        }
    }
    Ok(())
}

/// The window that has the keyboard now; the last one while that is the palette.
pub(crate) fn focused(last: Option<Target>) -> Option<Target> {
    if session_is_wayland() {
        return None;
    }
    let found = Desk::connect().and_then(|desk| desk.target(last.map(|target| target.0)));
    found
        .unwrap_or_else(|error| {
            tracing::debug!(%error, "no window to paste in");
            None
        })
        .map(Target)
}

/// Waits for the window to have the keyboard, and presses the keys for pasting.
pub(crate) fn paste(target: Target, words: &str, deadline: Deadline) -> Result<(), PasteError> {
    let desk = Desk::connect()?;
    desk.listen(target.0)?;
    let focused = Deadline::within(FOCUS).or_before(deadline);
    if !desk.wait_for_focus(target.0, Deadline::within(BY_ITSELF).or_before(focused))? {
        desk.ask_for(target.0)?;
        if !desk.wait_for_focus(target.0, focused)? {
            return Err(PasteError::LostTarget);
        }
    }
    let keyboard = Keyboard::read(desk.client())?;
    let chord = chord(&desk.class(target.0)?, words)?;
    let keys = keyboard.keys(chord)?;
    keyboard.wait_for_release(Deadline::within(RELEASE).or_before(deadline))?;
    // The person may have gone elsewhere while they held a key.
    if deadline.has_passed() || !desk.has_focus(target.0)? {
        return Err(PasteError::LostTarget);
    }
    let lent = (chord == Chord::Selection).then(|| Lent::take(&desk, words)).transpose()?;
    keyboard.press(&keys)?;
    lent.map_or(Ok(()), |lent| lent.wait_until_fetched(target.0, Deadline::within(FETCH).or_before(deadline)))
}

impl From<X11Error> for PasteError {
    fn from(error: X11Error) -> Self {
        match error {
            X11Error::Refused(ReplyError::X11Error(refused))
                if matches!(refused.error_kind, ErrorKind::Window | ErrorKind::Match) =>
            {
                Self::LostTarget
            }
            other => Self::Unavailable(other.to_string()),
        }
    }
}
