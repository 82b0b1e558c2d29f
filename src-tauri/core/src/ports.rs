//! What the core asks of the machine. The resident program answers with the real thing, tests with [`crate::fakes`].

use std::sync::Arc;

/// Puts plain text where the person's next paste will find it.
pub trait Clipboard: Send + Sync {
    /// Replaces what the clipboard held, and returns once the text can be pasted.
    ///
    /// # Errors
    /// Within two seconds, whatever the desktop does.
    fn write_text(&self, text: &str, care: Care) -> Result<(), ClipboardError>;

    /// The text the clipboard holds; None if it holds none.
    ///
    /// # Errors
    /// Within two seconds, whatever the owner of the text does.
    fn read_text(&self) -> Result<Option<String>, ClipboardError>;

    /// Empties the clipboard if it still holds this text, and says whether it did.
    ///
    /// # Errors
    /// As [`Clipboard::read_text`].
    fn clear_if(&self, text: &str) -> Result<bool, ClipboardError>;
}

/// Presses the keys for pasting in the window the person came from.
pub trait Paster: Send + Sync {
    /// Whether this desktop lets a program do that.
    fn can_paste(&self) -> bool;

    /// Notes the window that has the focus now. Called before one of our own takes it.
    fn note_target(&self);

    /// Waits until the noted window has the focus again, and pastes there; returns once the keys are pressed. `words` is
    /// what the clipboard holds: not everything may go into every window.
    ///
    /// # Errors
    /// Within two seconds; nothing was pressed then.
    fn paste(&self, words: &str) -> Result<(), PasteError>;
}

/// Why nothing was pasted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasteError {
    /// This desktop lets no program press keys.
    #[error("this desktop lets no program paste: {0}")]
    Unavailable(String),
    /// The window is gone, or another one has the focus now.
    #[error("the window that had the focus does not have it any more")]
    LostTarget,
    /// The window is a terminal, and the words have line breaks or other control characters, which it would obey.
    #[error("a terminal would take the words as commands")]
    Terminal,
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

    /// The same with a button; the notice stays until it is pressed or put away. A desktop without buttons shows the
    /// notice alone.
    fn offer(&self, notice: Notice, button: Button);
}

/// What a notice offers to do.
pub struct Button {
    /// What is written on it.
    pub label: String,
    /// Called from another thread, at most once, when it is pressed; also for a click on the notice itself.
    pub pressed: Box<dyn FnOnce() + Send>,
}

impl std::fmt::Debug for Button {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Button").field("label", &self.label).finish_non_exhaustive()
    }
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
    /// A phrase that comes back as it was asked to; the number tells it from others.
    Reminder(u64),
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

    fn read_text(&self) -> Result<Option<String>, ClipboardError> {
        (**self).read_text()
    }

    fn clear_if(&self, text: &str) -> Result<bool, ClipboardError> {
        (**self).clear_if(text)
    }
}

impl<T: Notifier + ?Sized> Notifier for Arc<T> {
    fn notify(&self, notice: Notice) {
        (**self).notify(notice);
    }

    fn offer(&self, notice: Notice, button: Button) {
        (**self).offer(notice, button);
    }
}

impl<T: Paster + ?Sized> Paster for Arc<T> {
    fn can_paste(&self) -> bool {
        (**self).can_paste()
    }

    fn note_target(&self) {
        (**self).note_target();
    }

    fn paste(&self, words: &str) -> Result<(), PasteError> {
        (**self).paste(words)
    }
}

impl<T: Mail + ?Sized> Mail for Arc<T> {
    fn compose(&self, letter: &Letter) -> Result<(), MailError> {
        (**self).compose(letter)
    }
}
