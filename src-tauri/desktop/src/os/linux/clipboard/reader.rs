//! Pasting under X11 over a connection of our own, and emptying the clipboard without taking it from anybody.

use x11rb::connection::Connection as _;
use x11rb::cookie::VoidCookie;
use x11rb::protocol::Event;
use x11rb::protocol::xfixes::{ConnectionExt as _, SelectionEventMask};
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ConnectionExt as _, GetPropertyReply, PropMode, Property, PropertyNotifyEvent,
    SelectionNotifyEvent, Timestamp, Window,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;
use x11rb::{CURRENT_TIME, NONE};

use super::super::x11::{Client, X11Error};
use crate::deadline::Deadline;

/// What a paste got.
pub(super) enum Pasted {
    Text(Vec<u8>),
    /// Nobody owns the clipboard, or its owner has no text.
    Nothing,
    Late,
}

/// A program that pastes.
pub(super) struct Reader {
    client: Client,
    clipboard: Atom,
    /// The kinds of text that are understood, best first.
    texts: [Atom; 3],
    incr: Atom,
    /// Written to only to hear what time it is.
    clock: Atom,
    /// Where the owner of the selection puts its text.
    property: Atom,
}

impl Reader {
    pub(super) fn connect() -> Result<Self, X11Error> {
        let client = Client::connect()?;
        // Nobody may use this extension before saying which version of it they know.
        client.conn.xfixes_query_version(5, 0)?.reply()?;
        Ok(Self {
            clipboard: client.atom("CLIPBOARD")?,
            texts: [
                client.atom("UTF8_STRING")?,
                client.atom("text/plain;charset=utf-8")?,
                AtomEnum::STRING.into(),
            ],
            incr: client.atom("INCR")?,
            clock: client.atom("FENCUN_CLOCK")?,
            property: client.atom("FENCUN_READ_BACK")?,
            client,
        })
    }

    /// Has every change of the clipboard told to us, from now on.
    pub(super) fn watch(&self) -> Result<(), X11Error> {
        while self.client.conn.poll_for_event()?.is_some() {}
        Ok(self.tell(SelectionEventMask::SET_SELECTION_OWNER)?.check()?)
    }

    /// Ends [`Reader::watch`]: what nobody reads would pile up.
    pub(super) fn look_away(&self) -> Result<(), X11Error> {
        self.tell(SelectionEventMask::from(0u8))?.ignore_error();
        self.client.conn.flush()?;
        Ok(())
    }

    fn tell(&self, changes: SelectionEventMask) -> Result<VoidCookie<'_, RustConnection>, X11Error> {
        Ok(self.client.conn.xfixes_select_selection_input(self.client.window, self.clipboard, changes)?)
    }

    /// Whether somebody took the clipboard, since the watch began and before the deadline.
    pub(super) fn wait_for_change(&self, deadline: Deadline) -> Result<bool, X11Error> {
        while let Some(event) = self.client.next_event(deadline)? {
            if matches!(event, Event::XfixesSelectionNotify(_)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The window that has the clipboard; zero if none has.
    pub(super) fn owner(&self) -> Result<Window, X11Error> {
        Ok(self.client.conn.get_selection_owner(self.clipboard)?.reply()?.owner)
    }

    /// What time it is for the X server; none if it did not answer in time.
    pub(super) fn now(&self, deadline: Deadline) -> Result<Option<Timestamp>, X11Error> {
        let (append, kind) = (PropMode::APPEND, AtomEnum::STRING);
        self.client.conn.change_property8(append, self.client.window, self.clock, kind, &[])?;
        while let Some(event) = self.client.next_event(deadline)? {
            if let Event::PropertyNotify(PropertyNotifyEvent { atom, time, .. }) = event
                && atom == self.clock
            {
                return Ok(Some(time));
            }
        }
        Ok(None)
    }

    /// Empties the clipboard if it has not changed hands since, and says whether it is empty now.
    ///
    /// The X server ignores whoever asks for a selection with a time before its last change. So one that was taken
    /// after `since`, even by its present owner with another text, is not touched.
    pub(super) fn empty(&self, since: Timestamp) -> Result<bool, X11Error> {
        // Zero would be read as "now".
        let before = match since.wrapping_sub(1) {
            CURRENT_TIME => CURRENT_TIME.wrapping_sub(1),
            time => time,
        };
        self.client.conn.set_selection_owner(NONE, self.clipboard, before)?;
        Ok(self.owner()? == NONE)
    }

    /// The text on the clipboard, of whatever kind it has.
    pub(super) fn paste(&self, deadline: Deadline) -> Result<Pasted, X11Error> {
        for kind in self.texts {
            match self.paste_as(kind, deadline)? {
                Pasted::Nothing => {}
                Pasted::Text(bytes) if kind == u32::from(AtomEnum::STRING) => {
                    // Latin-1, by the protocol: every byte is the character of that number.
                    return Ok(Pasted::Text(
                        bytes.iter().copied().map(char::from).collect::<String>().into(),
                    ));
                }
                other => return Ok(other),
            }
        }
        Ok(Pasted::Nothing)
    }

    fn paste_as(&self, kind: Atom, deadline: Deadline) -> Result<Pasted, X11Error> {
        let conn = &self.client.conn;
        conn.convert_selection(self.client.window, self.clipboard, kind, self.property, CURRENT_TIME)?;
        while let Some(event) = self.client.next_event(deadline)? {
            match event {
                Event::SelectionNotify(SelectionNotifyEvent { property, .. })
                    if property == u32::from(AtomEnum::NONE) =>
                {
                    return Ok(Pasted::Nothing);
                }
                Event::SelectionNotify(_) => return self.receive(deadline),
                _ => {}
            }
        }
        Ok(Pasted::Late)
    }

    /// Takes the text that the owner put into our property, which may be only the announcement of parts to come.
    fn receive(&self, deadline: Deadline) -> Result<Pasted, X11Error> {
        let there = self.take_property()?;
        if there.type_ == self.incr {
            return self.receive_parts(deadline);
        }
        Ok(Pasted::Text(there.value))
    }

    /// Every part is a new value of the property; an empty one is the end.
    fn receive_parts(&self, deadline: Deadline) -> Result<Pasted, X11Error> {
        let mut text = Vec::new();
        while let Some(event) = self.client.next_event(deadline)? {
            let is_part = matches!(event, Event::PropertyNotify(PropertyNotifyEvent { atom, state, .. })
                if atom == self.property && state == Property::NEW_VALUE);
            if !is_part {
                continue;
            }
            let part = self.take_property()?;
            if part.value.is_empty() {
                return Ok(Pasted::Text(text));
            }
            text.extend(part.value);
        }
        Ok(Pasted::Late)
    }

    /// Reads the property and deletes it, which asks the owner for the next part.
    fn take_property(&self) -> Result<GetPropertyReply, X11Error> {
        let any = AtomEnum::ANY;
        Ok(self
            .client
            .conn
            .get_property(true, self.client.window, self.property, any, 0, u32::MAX / 4)?
            .reply()?)
    }
}

#[cfg(test)]
#[path = "../../../../tests/support/mod.rs"]
mod support;

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::process::{Command, Stdio};
    use std::time::Duration;

    use super::support::{Desktop, Program, inside, signal, until};
    use super::*;

    fn paste(text: &str, deadline: Duration) -> Option<Result<bool, &'static str>> {
        match Reader::connect().expect("a display").paste(Deadline::within(deadline)).expect("a display") {
            Pasted::Text(bytes) => Some(Ok(bytes == text.as_bytes())),
            Pasted::Nothing => None,
            Pasted::Late => Some(Err("late")),
        }
    }

    #[test]
    fn a_text_that_comes_in_parts_is_read_whole() {
        let name = "os::linux::clipboard::reader::tests::a_text_that_comes_in_parts_is_read_whole";
        inside(
            name,
            || Desktop::bare().with_display(),
            || {
                let soon = Duration::from_secs(30);
                assert_eq!(paste("", soon), None);
                // xclip sends more than a mebibyte in parts.
                let text = "分寸".repeat(1 << 20);
                let mut xclip = Command::new("xclip");
                let mut owner = Program::start(
                    xclip.args(["-i", "-selection", "clipboard", "-quiet"]).stdin(Stdio::piped()),
                );
                owner.0.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("xclip reads");
                until("xclip owns the clipboard", || paste(&text, soon).is_some());
                assert_eq!(paste(&text, soon), Some(Ok(true)));
                signal("STOP", &owner.id().to_string());
                assert_eq!(paste(&text, Duration::from_millis(50)), Some(Err("late")));
            },
        );
    }
}
