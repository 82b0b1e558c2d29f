//! Notifications over D-Bus.
//!
//! The handle of the last one is kept: GNOME closes a notification whose sender has left the bus.

use std::collections::HashMap;

use fencun_core::ports::{Notice, NoticeKind};
use notify_rust::{Hint, Notification, NotificationHandle};

/// The desktop entry that a desktop may look up the program's name, icon and settings in.
const DESKTOP_ENTRY: &str = "fencun";

/// Whoever shows notifications.
pub(crate) struct Screen {
    app_name: String,
    icon: String,
    shown: HashMap<NoticeKind, NotificationHandle>,
    /// Whether a body is read as markup, once that is known.
    markup: Option<bool>,
}

impl Screen {
    pub(crate) fn new(app_name: &str, icon: &str) -> Self {
        Self { app_name: app_name.to_owned(), icon: icon.to_owned(), shown: HashMap::new(), markup: None }
    }

    /// Shows the notice in place of the last one of its kind.
    pub(crate) fn show(&mut self, notice: &Notice) -> notify_rust::error::Result<()> {
        let body = if self.reads_markup()? { escape(&notice.body) } else { notice.body.clone() };
        let replaced = self.shown.remove(&notice.kind);
        let mut wanted = self.draft(notice);
        wanted.body(&body);
        if let Some(last) = &replaced {
            wanted.id(last.id());
        }
        match wanted.show() {
            Ok(handle) => {
                self.shown.insert(notice.kind, handle);
                Ok(())
            }
            Err(error) => {
                // Another daemon may come, and read bodies in its own way.
                self.markup = None;
                Err(error)
            }
        }
    }

    fn draft(&self, notice: &Notice) -> Notification {
        let mut draft = Notification::new();
        draft.appname(&self.app_name).icon(&self.icon).summary(&notice.summary);
        draft.hint(Hint::DesktopEntry(DESKTOP_ENTRY.to_owned()));
        if notice.kind == NoticeKind::Copied {
            draft.hint(Hint::Transient(true));
        }
        draft
    }

    fn reads_markup(&mut self) -> notify_rust::error::Result<bool> {
        if let Some(known) = self.markup {
            return Ok(known);
        }
        let markup = notify_rust::get_capabilities()?.iter().any(|capability| capability == "body-markup");
        self.markup = Some(markup);
        Ok(markup)
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
