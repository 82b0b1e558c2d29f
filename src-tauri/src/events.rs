//! The ear: what the resident program wants, in the order it wants it.

use std::thread;

use fencun_protocol::{Connection, Event};
use tauri::{AppHandle, Emitter as _, Manager as _};

use crate::beginning::Beginning;
use crate::complaint::say;
use crate::look::{self, Look};
use crate::resident::Resident;
use crate::windows::{self, Opening, Shown};

/// Listens on a thread of its own until the resident program says to end, or is gone itself.
pub(crate) fn listen(app: AppHandle, mut ear: Connection) {
    thread::spawn(move || {
        while let Ok(event) = ear.read::<Event>() {
            match event {
                Event::Open { number, window, place, toggle, phrase, write, activation_token: token } => {
                    let shown = Shown { phrase, write };
                    let opening = Opening { number: Some(number), window, place, toggle, shown, token };
                    windows::open(&app, opening).unwrap_or_else(say);
                }
                Event::Changed => changed(&app).unwrap_or_else(say),
                Event::Quit => break,
            }
        }
        app.exit(0);
    });
}

fn changed(app: &AppHandle) -> tauri::Result<()> {
    app.state::<Beginning>().spoil();
    app.emit("changed", ())?;
    app.state::<Look>().ask(&app.state::<Resident>());
    let handle = app.clone();
    app.run_on_main_thread(move || look::apply(&handle))
}
