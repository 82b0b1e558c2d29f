//! Dark or light: the settings' choice, else the desktop's. Windows have the ground of the pages before
//! the pages are there, so that nothing flashes.

use std::sync::{Mutex, MutexGuard, PoisonError};

use fencun_protocol::{Request, Status};
use tauri::utils::config::Color;
use tauri::{AppHandle, Manager as _};

use crate::os;
use crate::resident::Resident;

/// The pages' `--surface`.
const LIGHT: Color = Color(0xFC, 0xFB, 0xF9, 0xFF);
const DARK: Color = Color(0x1D, 0x1C, 0x1A, 0xFF);

/// What is known about the look that is wanted.
#[derive(Debug, Default)]
pub(crate) struct Look {
    wishes: Mutex<Wishes>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Wishes {
    settings: Option<bool>,
    desktop: bool,
}

impl Look {
    /// The ground of a window, now.
    pub(crate) fn ground(&self) -> Color {
        if self.dark() { DARK } else { LIGHT }
    }

    fn dark(&self) -> bool {
        let wishes = self.wishes();
        wishes.settings.unwrap_or(wishes.desktop)
    }

    /// Keeps what the settings say; what cannot be asked changes nothing.
    pub(crate) fn ask(&self, resident: &Resident) {
        let answer = resident.ask(&Request::Status);
        if let Some(status) = answer.ok().and_then(|value| serde_json::from_value::<Status>(value).ok()) {
            self.wishes().settings = match status.theme.as_str() {
                "dark" => Some(true),
                "light" => Some(false),
                _ => None,
            };
        }
    }

    fn wishes(&self) -> MutexGuard<'_, Wishes> {
        self.wishes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Follows the desktop from now on; on the main thread.
pub(crate) fn follow_desktop(app: &AppHandle) {
    let handle = app.clone();
    os::watch_darkness(move |dark| {
        handle.state::<Look>().wishes().desktop = dark;
        apply(&handle);
    });
}

/// Gives what is open the look that is wanted; on the main thread.
pub(crate) fn apply(app: &AppHandle) {
    let look = app.state::<Look>();
    os::set_dark(app, look.dark());
    for window in app.webview_windows().values() {
        // A window that is just being closed has no ground any more.
        let _ = window.set_background_color(Some(look.ground()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_go_before_the_desktop() {
        for (settings, desktop, ground) in
            [(None, false, LIGHT), (None, true, DARK), (Some(false), true, LIGHT), (Some(true), false, DARK)]
        {
            let look = Look { wishes: Mutex::new(Wishes { settings, desktop }) };
            assert_eq!(look.ground(), ground, "settings {settings:?}, desktop {desktop}");
        }
    }
}
