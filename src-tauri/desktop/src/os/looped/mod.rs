//! Windows and macOS: tray and hotkey are served by the first thread, in a loop without a window; the program runs
//! beside it.

mod hotkey;
mod tray;

use std::sync::{Arc, OnceLock};
use std::thread;

use fencun_core::ports::{ClipboardError, NoticeKind, PasteError};
use notify_rust::Notification;
use tao::event::Event;
use tao::event_loop::{ControlFlow, EventLoopBuilder, EventLoopProxy};
use tao::platform::run_return::EventLoopExtRunReturn as _;

use crate::clipboard::{Seen, clear_by_arboard, read_by_arboard};
use crate::deadline::Deadline;
use crate::notifier::{Offer, Turn, Waiting};

pub use hotkey::SystemHotkey;
pub use tray::Tray;

/// How the loop is reached, while it runs.
static LOOP: OnceLock<EventLoopProxy<Ask>> = OnceLock::new();

/// What is asked of the loop.
enum Ask {
    Tray(tray::Ask),
    Hotkey(hotkey::Ask),
    /// The program has ended.
    End,
}

/// These systems take free memory back by themselves.
pub fn give_back_memory() {}

/// Runs the program beside the loop that serves its tray and hotkey. Must be called from the first thread.
///
/// # Panics
/// If the program does.
pub fn run<T: Send + 'static>(program: impl FnOnce() -> T + Send + 'static) -> T {
    let mut desktop = EventLoopBuilder::<Ask>::with_user_event().build();
    let _ = LOOP.set(desktop.create_proxy());
    let beside = thread::spawn(move || {
        let answer = std::panic::catch_unwind(std::panic::AssertUnwindSafe(program));
        ask(Ask::End);
        answer
    });
    let (mut tray, mut keys) = (tray::Shown::default(), hotkey::Keys::default());
    desktop.run_return(move |event, _, flow| {
        *flow = ControlFlow::Wait;
        match event {
            Event::UserEvent(Ask::Tray(ask)) => tray.answer(ask),
            Event::UserEvent(Ask::Hotkey(ask)) => keys.answer(ask),
            Event::UserEvent(Ask::End) => *flow = ControlFlow::Exit,
            _ => {}
        }
    });
    match beside.join().and_then(|answer| answer) {
        Ok(answer) => answer,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// Whether the loop was there to be asked.
fn ask(ask: Ask) -> bool {
    LOOP.get().is_some_and(|desktop| desktop.send_event(ask).is_ok())
}

/// Looks at the clipboard through the system, which owns what was copied.
#[derive(Default)]
pub(crate) struct ReadBack;

impl ReadBack {
    #[allow(clippy::unused_self, reason = "elsewhere the look needs a connection")]
    pub(crate) fn prepare(&mut self) {}

    #[allow(clippy::unused_self, reason = "elsewhere the look needs a connection")]
    pub(crate) fn look(&mut self, handle: &mut arboard::Clipboard, text: &str, _deadline: Deadline) -> Seen {
        match handle.get_text() {
            Ok(there) if there == text => Seen::Same,
            Err(arboard::Error::ContentNotAvailable) if text.is_empty() => Seen::Same,
            Ok(_) | Err(_) => Seen::Other,
        }
    }
}

/// The text on the clipboard.
pub(crate) fn read_text(_deadline: Deadline) -> Result<Option<String>, ClipboardError> {
    read_by_arboard()
}

/// Empties the clipboard if it holds this text.
pub(crate) fn clear_if(text: &str, _deadline: Deadline) -> Result<bool, ClipboardError> {
    clear_by_arboard(text)
}

/// Whoever shows notifications.
pub(crate) struct Screen {
    app_name: String,
}

impl Screen {
    pub(crate) fn new(app_name: &str, _icon: &str, _waiting: &Arc<Waiting>) -> Self {
        Self { app_name: app_name.to_owned() }
    }

    /// Shows the notice, without a button; the system decides for how long.
    #[allow(clippy::needless_pass_by_value, reason = "elsewhere both are kept")]
    pub(crate) fn show(&mut self, offer: Offer, _turn: Turn) -> notify_rust::error::Result<()> {
        let notice = &offer.notice;
        let mut draft = Notification::new();
        draft.appname(&self.app_name).summary(&notice.summary).body(&notice.body);
        if notice.kind == NoticeKind::Copied {
            draft.timeout(3000);
        }
        draft.show().map(drop)
    }
}

/// A window that had the keyboard; nobody asks for it here yet.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Target {}

/// Whether keys can be pressed here: not yet. Whoever uses these systems must see it work first, as keys that go
/// astray do harm.
pub(crate) fn can_paste() -> Result<(), PasteError> {
    Err(PasteError::Unavailable("pasting is not there yet on this system".into()))
}

/// None.
pub(crate) fn focused(_last: Option<Target>) -> Option<Target> {
    None
}

/// Never called, as there is no window to call it with.
pub(crate) fn paste(target: Target, _words: &str, _deadline: Deadline) -> Result<(), PasteError> {
    match target {}
}

/// None: the socket is beside the program's other state.
pub fn socket_dir() -> Option<std::path::PathBuf> {
    None
}

/// The language that the person chose in the system's settings.
pub(crate) fn user_language() -> Option<String> {
    sys_locale::get_locale()
}
