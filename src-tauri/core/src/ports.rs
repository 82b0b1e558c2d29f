//! What the core asks of the machine. The resident program answers with the real thing, tests with [`crate::fakes`].

use std::sync::Arc;

/// Puts plain text where the person's next paste will find it.
pub trait Clipboard: Send + Sync {
    /// Replaces what the clipboard held, and returns once the text can be pasted.
    ///
    /// # Errors
    /// Within two seconds, whatever the desktop does.
    fn write_text(&self, text: &str, care: Care) -> Result<(), ClipboardError>;
}

/// How openly a text may lie on the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Clipboard histories may keep it.
    Ordinary,
    /// Clipboard histories are asked to leave it alone.
    Sensitive,
}

/// Why the text is not on the clipboard.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClipboardError {
    /// Another program holds it, or took it at once; trying again may work.
    #[error("another program is using the clipboard")]
    Busy,
    /// There is no clipboard here, such as without a display.
    #[error("there is no clipboard here: {0}")]
    Missing(String),
    /// The desktop did not answer in time.
    #[error("the clipboard did not answer in time")]
    TimedOut,
}

/// Tells the person something without asking for anything.
pub trait Notifier: Send + Sync {
    /// Returns at once; whether anybody shows it is not known.
    fn notify(&self, notice: Notice);
}

/// A short message for the desktop's notifications. Plain text: markup in it stays text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// A later notice of the same kind takes the place of the earlier one.
    pub kind: NoticeKind,
    /// One line.
    pub summary: String,
    /// Never the words of a phrase.
    pub body: String,
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// Something was copied; gone after a moment, kept in no history.
    Copied,
    /// Something the person may want to act on.
    Advice,
}

/// Hands a letter to the person's mail program.
pub trait Mail: Send + Sync {
    /// Opens a new message; whether it is sent is the person's business.
    ///
    /// # Errors
    /// If no mail program could be started.
    fn compose(&self, letter: &Letter) -> Result<(), MailError>;
}

/// What a new message starts with.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// The address; may be empty.
    pub to: String,
    /// The subject; may be empty.
    pub subject: String,
    /// The words.
    pub body: String,
}

/// The words of a letter are the user's: debugging output shows none.
impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Letter").finish_non_exhaustive()
    }
}

/// Why no message was opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// Nothing on this machine opens mail links.
    #[error("no mail program could be started: {0}")]
    NoProgram(String),
}

impl<T: Clipboard + ?Sized> Clipboard for Arc<T> {
    fn write_text(&self, text: &str, care: Care) -> Result<(), ClipboardError> {
        (**self).write_text(text, care)
    }
}

impl<T: Notifier + ?Sized> Notifier for Arc<T> {
    fn notify(&self, notice: Notice) {
        (**self).notify(notice);
    }
}

impl<T: Mail + ?Sized> Mail for Arc<T> {
    fn compose(&self, letter: &Letter) -> Result<(), MailError> {
        (**self).compose(letter)
    }
}
