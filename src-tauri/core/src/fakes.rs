//! Stand-ins for the ports that remember what was asked of them.

use std::sync::{Mutex, PoisonError};

use crate::ports::{Care, Clipboard, ClipboardError, Letter, Mail, MailError, Notice, Notifier};

/// A clipboard that remembers, and or refuses everything.
#[derive(Debug, Default)]
pub struct FakeClipboard {
    written: Mutex<Vec<(String, bool)>>,
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
                Ok(())
            }
        }
    }
}

/// A notifier that remembers.
#[derive(Debug, Default)]
pub struct FakeNotifier {
    notices: Mutex<Vec<Notice>>,
}

impl FakeNotifier {
    /// What was said, oldest first.
    pub fn notices(&self) -> Vec<Notice> {
        lock(&self.notices).clone()
    }
}

impl Notifier for FakeNotifier {
    fn notify(&self, notice: Notice) {
        lock(&self.notices).push(notice);
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
