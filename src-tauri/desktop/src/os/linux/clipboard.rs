//! Writing to the clipboard, and looking at it as another program would.
//!
//! Under X11 the look goes over a connection of our own, so it sees what a paste would get, from whoever owns the
//! selection by then. On Wayland arboard's own reader is asked, in the same thread.

use arboard::SetExtLinux as _;
use fencun_core::ports::Care;
use x11rb::CURRENT_TIME;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ConnectionExt as _, GetPropertyReply, Property, PropertyNotifyEvent,
    SelectionNotifyEvent, Window,
};

use super::x11::{Client, X11Error};
use crate::clipboard::Seen;
use crate::deadline::Deadline;

/// Puts the text on the clipboard.
pub(crate) fn set_text(
    handle: &mut arboard::Clipboard,
    text: &str,
    care: Care,
) -> Result<(), arboard::Error> {
    let set = handle.set();
    match care {
        Care::Ordinary => set.text(text),
        Care::Sensitive => set.exclude_from_history().text(text),
    }
}

/// How often the clipboard may change hands, with the same text, while we look.
const LOOKS: usize = 3;

/// Looks at the clipboard from outside; connects when first asked.
#[derive(Default)]
pub(crate) struct ReadBack {
    reader: Option<Reader>,
}

impl ReadBack {
    /// Compares what a paste would get with `text`.
    pub(crate) fn look(&mut self, handle: &mut arboard::Clipboard, text: &str, deadline: Deadline) -> Seen {
        if std::env::var_os("WAYLAND_DISPLAY").is_some() {
            return look_by_arboard(handle, text);
        }
        self.look_by_x11(text, deadline).unwrap_or_else(|error| {
            self.reader = None;
            Seen::Gone(error.to_string())
        })
    }

    fn look_by_x11(&mut self, text: &str, deadline: Deadline) -> Result<Seen, X11Error> {
        let reader = match &mut self.reader {
            Some(reader) => reader,
            empty => empty.insert(Reader::connect()?),
        };
        // Who took it at once would do so now: a second look if the owner changed during the first.
        for _ in 0..LOOKS {
            let owner = reader.owner()?;
            match reader.paste(deadline)? {
                Pasted::Text(bytes) if bytes == text.as_bytes() => {}
                Pasted::Text(_) | Pasted::Nothing => return Ok(Seen::Other),
                Pasted::Late => {
                    // The answer may still come, and must not pass for that to a later question.
                    self.reader = None;
                    return Ok(Seen::Late);
                }
            }
            if reader.owner()? == owner {
                return Ok(Seen::Same);
            }
        }
        Ok(Seen::Other)
    }
}

fn look_by_arboard(handle: &mut arboard::Clipboard, text: &str) -> Seen {
    match handle.get_text() {
        Ok(there) if there == text => Seen::Same,
        // An empty text reads as no text.
        Err(arboard::Error::ContentNotAvailable) if text.is_empty() => Seen::Same,
        Ok(_) | Err(_) => Seen::Other,
    }
}

/// What a paste got.
enum Pasted {
    Text(Vec<u8>),
    /// Nobody owns the clipboard, or its owner has no text.
    Nothing,
    Late,
}

/// A program that pastes.
struct Reader {
    client: Client,
    clipboard: Atom,
    utf8: Atom,
    incr: Atom,
    /// Where the owner of the selection puts its text.
    property: Atom,
}

impl Reader {
    fn connect() -> Result<Self, X11Error> {
        let client = Client::connect()?;
        Ok(Self {
            clipboard: client.atom("CLIPBOARD")?,
            utf8: client.atom("UTF8_STRING")?,
            incr: client.atom("INCR")?,
            property: client.atom("FENCUN_READ_BACK")?,
            client,
        })
    }

    fn owner(&self) -> Result<Window, X11Error> {
        Ok(self.client.conn.get_selection_owner(self.clipboard)?.reply()?.owner)
    }

    fn paste(&self, deadline: Deadline) -> Result<Pasted, X11Error> {
        let conn = &self.client.conn;
        conn.convert_selection(self.client.window, self.clipboard, self.utf8, self.property, CURRENT_TIME)?;
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
#[path = "../../../tests/support/mod.rs"]
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
        let name = "os::linux::clipboard::tests::a_text_that_comes_in_parts_is_read_whole";
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
