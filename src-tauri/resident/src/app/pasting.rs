//! What happens to the words after they were copied: pasted where the focus was, the old text put back, and sensitive
//! ones taken off the clipboard again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use fencun_core::ports::{Care, Clipboard, Notice, NoticeKind, PasteError};
use fencun_protocol::{Filling, Paste};

use super::{App, Snapshot};

/// How long a program may take to fetch the words after the keys were pressed, before the clipboard gets its old text
/// back. No desktop tells when it has; programs that lag behind get more than half a second.
const FETCH: Duration = Duration::from_millis(800);

impl App {
    /// Notes where the focus is, before one of our own windows takes it.
    pub(crate) fn note_target(&self) {
        if self.now().settings.behaviour.auto_paste {
            self.ports.paster.note_target();
        }
    }

    /// What will become of the words of this copy.
    pub(super) fn paste_for(&self, now: &Snapshot, asked: &Filling) -> Paste {
        match now.settings.behaviour.auto_paste && asked.paste {
            false => Paste::Off,
            true if self.ports.paster.can_paste() => Paste::Will,
            true => Paste::Cannot,
        }
    }

    /// What the clipboard holds now, if it is to get that back. Sensitive words of ours are not brought back.
    pub(super) fn to_put_back(&self, now: &Snapshot, paste: Paste) -> Option<String> {
        let wanted = paste == Paste::Will && now.settings.behaviour.put_back_clipboard;
        let old = wanted.then(|| self.ports.clipboard.read_text().ok().flatten()).flatten()?;
        Some(old).filter(|old| !self.sensitive.lock().contains_key(old))
    }

    /// Pastes once the window that had the focus has it again. The caller is not kept waiting: its window must go first.
    pub(super) fn paste(&self, now: &Snapshot, words: String, old: Option<String>) {
        let (paster, clipboard) = (Arc::clone(&self.ports.paster), Arc::clone(&self.ports.clipboard));
        let (notifier, texts) = (Arc::clone(&self.ports.notifier), Arc::clone(&now.texts));
        let work = move || match paster.paste(&words) {
            Ok(()) => {
                if let Some(old) = old {
                    thread::sleep(FETCH);
                    put_back(&*clipboard, &words, &old);
                }
            }
            Err(err) => {
                tracing::info!(%err, "the words were copied and not pasted");
                let summary = texts.get("notify-copied");
                let body = texts.get(match err {
                    PasteError::Unavailable(_) => "notify-paste-unavailable",
                    PasteError::LostTarget => "notify-paste-lost",
                    PasteError::Terminal => "notify-paste-terminal",
                });
                notifier.notify(Notice { kind: NoticeKind::Copied, summary, body });
            }
        };
        if let Err(err) = thread::Builder::new().name("paste".into()).spawn(work) {
            tracing::warn!(%err, "the words were copied and not pasted");
        }
    }

    /// Takes sensitive words off the clipboard after a while, if they are still there.
    pub(super) fn clear_later(&self, now: &Snapshot, words: &str) {
        let seconds = now.settings.behaviour.clear_sensitive_seconds;
        if seconds == 0 {
            return;
        }
        let due = Instant::now() + Duration::from_secs(seconds.into());
        if !self.sensitive.keep(words, due) {
            return;
        }
        let (clipboard, words) = (Arc::clone(&self.ports.clipboard), words.to_owned());
        let sensitive = Arc::clone(&self.sensitive);
        let work = move || {
            while let Some(left) = sensitive.left(&words, Instant::now()) {
                if left.is_zero() {
                    return clear(&*clipboard, &words);
                }
                thread::sleep(left);
            }
        };
        if let Err(err) = thread::Builder::new().name("clearing".into()).spawn(work) {
            tracing::warn!(%err, "a sensitive phrase stays on the clipboard until the program ends");
        }
    }

    /// Takes sensitive words off the clipboard now: a clipboard manager that takes over at the end would keep them.
    pub(crate) fn clear_sensitive(&self) {
        let all = std::mem::take(&mut *self.sensitive.lock());
        for words in all.keys() {
            clear(&*self.ports.clipboard, words);
        }
    }
}

/// Sensitive words that are to be taken off the clipboard, and when.
#[derive(Default)]
pub(crate) struct Sensitive(Mutex<HashMap<String, Instant>>);

impl Sensitive {
    /// Notes words that were copied, and says whether they are new. Copied again, they may stay longer.
    pub(crate) fn keep(&self, words: &str, due: Instant) -> bool {
        self.lock().insert(words.to_owned(), due).is_none()
    }

    /// How long these words may stay; they are forgotten with their last moment. None if they are already.
    pub(crate) fn left(&self, words: &str, now: Instant) -> Option<Duration> {
        let mut all = self.lock();
        let left = all.get(words)?.saturating_duration_since(now);
        if left.is_zero() {
            all.remove(words);
        }
        Some(left)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Instant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn clear(clipboard: &dyn Clipboard, words: &str) {
    if let Err(err) = clipboard.clear_if(words) {
        tracing::warn!(%err, "a sensitive phrase may still be on the clipboard");
    }
}

/// Only in place of our own words: what somebody copied meanwhile is theirs. Whether the old text was a secret nobody
/// knows, and whoever keeps a history has it already if it may be kept.
fn put_back(clipboard: &dyn Clipboard, words: &str, old: &str) {
    let ours = clipboard.read_text().is_ok_and(|held| held.as_deref() == Some(words));
    if ours && let Err(err) = clipboard.write_text(old, Care::Sensitive) {
        tracing::warn!(%err, "the clipboard did not get its old text back");
    }
}
