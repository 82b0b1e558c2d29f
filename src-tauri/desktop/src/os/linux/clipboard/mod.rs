//! Writing to the clipboard, looking at it as another program would, and emptying it.
//!
//! Under X11 the look goes over a connection of our own, so it sees what a paste would get, from whoever owns the
//! selection by then. On Wayland arboard's own reader is asked.

mod reader;

use arboard::SetExtLinux as _;
use fencun_core::ports::{Care, ClipboardError};

use self::reader::{Pasted, Reader};
use super::x11::X11Error;
use crate::clipboard::{Seen, clear_by_arboard, read_by_arboard};
use crate::deadline::Deadline;

/// How often the clipboard may change hands, with the same text, while we look.
const LOOKS: usize = 3;

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

/// Looks at the clipboard from outside; connects when first asked.
#[derive(Default)]
pub(crate) struct ReadBack {
    reader: Option<Reader>,
}

impl ReadBack {
    /// Must be called before a text is written that is to be looked at.
    pub(crate) fn prepare(&mut self) {
        if !is_wayland() && self.reader().and_then(Reader::watch).is_err() {
            // The look will find the same, and say so.
            self.reader = None;
        }
    }

    /// Compares what a paste would get with `text`.
    pub(crate) fn look(&mut self, handle: &mut arboard::Clipboard, text: &str, deadline: Deadline) -> Seen {
        if is_wayland() {
            return look_by_arboard(handle, text);
        }
        let seen = self.reader().and_then(|reader| {
            let seen = look_by_x11(reader, text, deadline)?;
            reader.look_away()?;
            Ok(seen)
        });
        if !matches!(seen, Ok(Seen::Same | Seen::Other)) {
            // A late answer may still come, and must not pass for that to a later question.
            self.reader = None;
        }
        seen.unwrap_or_else(|error| Seen::Gone(error.to_string()))
    }

    fn reader(&mut self) -> Result<&Reader, X11Error> {
        Ok(match &mut self.reader {
            Some(reader) => reader,
            empty => empty.insert(Reader::connect()?),
        })
    }
}

fn look_by_x11(reader: &Reader, text: &str, deadline: Deadline) -> Result<Seen, X11Error> {
    // arboard has a connection of its own: without the wait we may be heard first, and ask the owner before us.
    if !reader.wait_for_change(deadline)? {
        return Ok(Seen::Late);
    }
    // Who took it at once would do so now: a second look if the owner changed during the first.
    for _ in 0..LOOKS {
        let owner = reader.owner()?;
        match reader.paste(deadline)? {
            Pasted::Text(bytes) if bytes == text.as_bytes() => {}
            Pasted::Text(_) | Pasted::Nothing => return Ok(Seen::Other),
            Pasted::Late => return Ok(Seen::Late),
        }
        if reader.owner()? == owner {
            return Ok(Seen::Same);
        }
    }
    Ok(Seen::Other)
}

fn look_by_arboard(handle: &mut arboard::Clipboard, text: &str) -> Seen {
    match handle.get_text() {
        Ok(there) if there == text => Seen::Same,
        // An empty text reads as no text.
        Err(arboard::Error::ContentNotAvailable) if text.is_empty() => Seen::Same,
        Ok(_) | Err(_) => Seen::Other,
    }
}

/// The text on the clipboard.
pub(crate) fn read_text(deadline: Deadline) -> Result<Option<String>, ClipboardError> {
    if is_wayland() {
        return read_by_arboard();
    }
    match Reader::connect().and_then(|reader| reader.paste(deadline)) {
        Ok(Pasted::Text(bytes)) => Ok(String::from_utf8(bytes).ok()),
        Ok(Pasted::Nothing) => Ok(None),
        Ok(Pasted::Late) => Err(ClipboardError::TimedOut),
        Err(error) => Err(missing(&error)),
    }
}

/// Empties the clipboard if it holds this text.
pub(crate) fn clear_if(text: &str, deadline: Deadline) -> Result<bool, ClipboardError> {
    if is_wayland() {
        return clear_by_arboard(text);
    }
    let reader = Reader::connect().map_err(|error| missing(&error))?;
    while !deadline.has_passed() {
        if let Some(cleared) = clear_once(&reader, text, deadline).map_err(|error| missing(&error))? {
            return Ok(cleared);
        }
    }
    Err(ClipboardError::TimedOut)
}

/// Whether it emptied the clipboard; none if that has to be found out again.
fn clear_once(reader: &Reader, text: &str, deadline: Deadline) -> Result<Option<bool>, X11Error> {
    let Some(now) = reader.now(deadline)? else { return Ok(None) };
    let owner = reader.owner()?;
    match reader.paste(deadline)? {
        Pasted::Text(bytes) if bytes == text.as_bytes() => {}
        Pasted::Text(_) | Pasted::Nothing => return Ok(Some(false)),
        Pasted::Late => return Ok(None),
    }
    // A slow program may take the clipboard with the time of a key that was pressed a while ago.
    if reader.owner()? != owner {
        return Ok(None);
    }
    Ok(reader.empty(now)?.then_some(true))
}

fn is_wayland() -> bool {
    std::env::var_os("WAYLAND_DISPLAY").is_some()
}

fn missing(error: &X11Error) -> ClipboardError {
    tracing::debug!(%error, "no clipboard");
    ClipboardError::Missing("no desktop can be reached".to_owned())
}
