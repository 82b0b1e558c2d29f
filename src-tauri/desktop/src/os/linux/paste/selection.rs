//! Words lent to the selection of the mouse, for terminals whose keys paste that and nothing else.
//!
//! What was selected before is selected no more, as with any new selection; our words are taken back once the terminal
//! has them, so that the middle button of the mouse does not paste them elsewhere.

use fencun_core::ports::PasteError;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ConnectionExt as _, EventMask, PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent,
    SelectionRequestEvent, Window,
};
use x11rb::wrapper::ConnectionExt as _;

use super::super::x11::X11Error;
use super::windows::Desk;
use crate::deadline::Deadline;

x11rb::atom_manager! {
    /// The names of what a selection can be had as.
    Kinds: KindsCookie {
        TARGETS,
        UTF8_STRING,
        HINT: b"x-kde-passwordManagerHint",
    }
}

/// The selection of the mouse while it is ours.
pub(super) struct Lent<'a> {
    desk: &'a Desk,
    kinds: Kinds,
    words: &'a str,
}

impl<'a> Lent<'a> {
    /// Takes the selection.
    pub(super) fn take(desk: &'a Desk, words: &'a str) -> Result<Self, PasteError> {
        let kinds =
            Kinds::new(&desk.client().conn).map_err(X11Error::from)?.reply().map_err(X11Error::from)?;
        if own(desk)? {
            return Ok(Self { desk, kinds, words });
        }
        Err(PasteError::Unavailable("another program holds the selection".into()))
    }

    /// Hands the words to whoever asks, until the window itself has them. Then the selection is nobody's.
    pub(super) fn wait_until_fetched(&self, by: Window, deadline: Deadline) -> Result<(), PasteError> {
        while let Some(event) = self.desk.client().next_event(deadline)? {
            let Event::SelectionRequest(request) = event else { continue };
            let given = self.answer(&request)?;
            // Whoever keeps a history of selections asks too.
            if given && self.desk.ancestors(request.requestor)?.contains(&by) {
                return Ok(());
            }
        }
        Err(PasteError::Unavailable("the terminal did not fetch the words".into()))
    }

    /// Says whether the words are given now.
    fn answer(&self, request: &SelectionRequestEvent) -> Result<bool, X11Error> {
        let conn = &self.desk.client().conn;
        // Programs of long ago name no place.
        let place = if request.property == x11rb::NONE { request.target } else { request.property };
        let given = self.put(request.requestor, place, request.target)?;
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: request.requestor,
            selection: request.selection,
            target: request.target,
            property: if given { place } else { x11rb::NONE },
        };
        conn.send_event(false, request.requestor, EventMask::NO_EVENT, answer)?;
        conn.sync()?;
        Ok(given && request.target == self.kinds.UTF8_STRING)
    }

    /// Puts what was asked for on the window that asked; says whether it is there.
    fn put(&self, window: Window, place: u32, target: u32) -> Result<bool, X11Error> {
        let (conn, kinds) = (&self.desk.client().conn, &self.kinds);
        let whole = PropMode::REPLACE;
        let put = if target == kinds.TARGETS {
            let all = [kinds.TARGETS, kinds.UTF8_STRING, kinds.HINT];
            conn.change_property32(whole, window, place, AtomEnum::ATOM, &all)?
        } else if target == kinds.UTF8_STRING {
            conn.change_property8(whole, window, place, target, self.words.as_bytes())?
        } else if target == kinds.HINT {
            // Histories are asked to leave it alone: it was never selected by anybody.
            conn.change_property8(whole, window, place, target, b"secret")?
        } else {
            return Ok(false);
        };
        Ok(put.check().is_ok())
    }
}

/// Says whether the selection is ours now.
fn own(desk: &Desk) -> Result<bool, X11Error> {
    let (client, selection) = (desk.client(), AtomEnum::PRIMARY.into());
    client.conn.set_selection_owner(client.window, selection, x11rb::CURRENT_TIME)?.check()?;
    Ok(client.conn.get_selection_owner(selection)?.reply()?.owner == client.window)
}
