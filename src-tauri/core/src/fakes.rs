//! Stand-ins for the ports that remember what was asked of them.

use std::sync::{Mutex, PoisonError};

use crate::ports::{
    Button, Care, Clipboard, ClipboardError, Letter, Mail, MailError, Notice, Notifier, PasteError, Paster,
};

/// A clipboard that remembers, and or refuses everything.
#[derive(Debug, Default)]
pub struct FakeClipboard {
    written: Mutex<Vec<(String, bool)>>,
    held: Mutex<Option<String>>,
    refusal: Option<ClipboardError>,
}

impl FakeClipboard {
    /// A clipboard that refuses every text.
    pub fn refusing(refusal: ClipboardError) -> Self {
        Self { refusal: Some(refusal), ..Self::default() }
    }

    /// What was written, oldest first.
    pub fn written(&self) -> Vec<String> {
        lock(&self.written).iter().map(|(text, _)| text.clone()).collect()
    }

    /// Somebody else copies a text.
    pub fn hold(&self, text: &str) {
        *lock(&self.held) = Some(text.to_owned());
    }

    /// Whether the last text was written as sensitive.
    pub fn last_was_sensitive(&self) -> bool {
        lock(&self.written).last().is_some_and(|(_, sensitive)| *sensitive)
    }
}

impl Clipboard for FakeClipboard {
    fn write_text(&self, text: &str, care: Care) -> Result<(), ClipboardError> {
        match &self.refusal {
            Some(refusal) => Err(refusal.clone()),
            None => {
                lock(&self.written).push((text.to_owned(), care == Care::Sensitive));
                *lock(&self.held) = Some(text.to_owned());
                Ok(())
            }
        }
    }

    fn read_text(&self) -> Result<Option<String>, ClipboardError> {
        self.refusal.clone().map_or_else(|| Ok(lock(&self.held).clone()), Err)
    }

    fn clear_if(&self, text: &str) -> Result<bool, ClipboardError> {
        let mut held = lock(&self.held);
        let same = held.as_deref() == Some(text);
        if same {
            *held = None;
        }
        Ok(same)
    }
}

/// A notifier that remembers.
#[derive(Debug, Default)]
pub struct FakeNotifier {
    notices: Mutex<Vec<Notice>>,
    buttons: Mutex<Vec<Button>>,
}

impl FakeNotifier {
    /// What was said, oldest first.
    pub fn notices(&self) -> Vec<Notice> {
        lock(&self.notices).clone()
    }

    /// Presses the button of the oldest notice that still has one; says whether there was one.
    pub fn press(&self) -> bool {
        let mut buttons = lock(&self.buttons);
        let first = (!buttons.is_empty()).then(|| buttons.remove(0));
        drop(buttons);
        first.map(|button| (button.pressed)()).is_some()
    }
}

impl Notifier for FakeNotifier {
    fn notify(&self, notice: Notice) {
        lock(&self.notices).push(notice);
    }

    fn offer(&self, notice: Notice, button: Button) {
        lock(&self.notices).push(notice);
        lock(&self.buttons).push(button);
    }
}

/// Presses no key, and remembers how often it would have.
#[derive(Debug, Default)]
pub struct FakePaster {
    targets: Mutex<usize>,
    pastes: Mutex<usize>,
    refusal: Option<PasteError>,
}

impl FakePaster {
    /// A desktop that lets no program paste, or loses the window.
    pub fn refusing(refusal: PasteError) -> Self {
        Self { refusal: Some(refusal), ..Self::default() }
    }

    /// How often a window was noted, and how often was pasted.
    pub fn counts(&self) -> (usize, usize) {
        (*lock(&self.targets), *lock(&self.pastes))
    }
}

impl Paster for FakePaster {
    fn can_paste(&self) -> bool {
        !matches!(self.refusal, Some(PasteError::Unavailable(_)))
    }

    fn note_target(&self) {
        *lock(&self.targets) += 1;
    }

    fn paste(&self, _words: &str) -> Result<(), PasteError> {
        if let Some(refusal) = &self.refusal {
            return Err(refusal.clone());
        }
        *lock(&self.pastes) += 1;
        Ok(())
    }
}

/// A mail program that remembers, or is missing.
#[derive(Debug, Default)]
pub struct FakeMail {
    letters: Mutex<Vec<Letter>>,
    missing: bool,
}

impl FakeMail {
    /// A machine without a mail program.
    pub fn missing() -> Self {
        Self { missing: true, ..Self::default() }
    }

    /// What was composed, oldest first.
    pub fn letters(&self) -> Vec<Letter> {
        lock(&self.letters).clone()
    }
}

impl Mail for FakeMail {
    fn compose(&self, letter: &Letter) -> Result<(), MailError> {
        if self.missing {
            return Err(MailError::NoProgram("none here".into()));
        }
        lock(&self.letters).push(letter.clone());
        Ok(())
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
