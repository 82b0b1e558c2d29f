//! The two windows: opening, hiding, and telling who waits for it.

mod palette;
pub(crate) mod place;
mod settings;
mod stage;
mod webview;

use std::sync::Arc;

use fencun_protocol::{Place, Request, WindowName};
use serde::Serialize;
use tauri::{AppHandle, Emitter as _, Manager as _, WebviewWindow};

use crate::beginning::Beginning;
use crate::complaint::say;
use crate::os::{self, Watcher};
use crate::program::Folder;
use crate::resident::Resident;
use crate::warmth::Warmth;

pub(crate) use stage::{HideBy, Stage};

/// How a window is to be opened.
#[derive(Clone, Debug)]
pub(crate) struct Opening {
    /// Whom to tell when it is done, if anybody waits.
    pub(crate) number: Option<u64>,
    /// Which one.
    pub(crate) window: WindowName,
    /// Where; the settings go where the window manager puts them.
    pub(crate) place: Place,
    /// Whether one that is open is to be hidden instead.
    pub(crate) toggle: bool,
    /// What to show in it.
    pub(crate) shown: Shown,
    /// What allows it to take the focus on Wayland.
    pub(crate) token: Option<String>,
}

impl Opening {
    /// An opening that nobody waits for.
    pub(crate) fn of(window: WindowName, phrase: Option<String>) -> Self {
        let shown = Shown { phrase, write: None };
        Self { number: None, window, place: Place::Pointer, toggle: false, shown, token: None }
    }
}

/// What a page is told when its window opens.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Shown {
    /// The phrase to begin with.
    pub(crate) phrase: Option<String>,
    /// What a new phrase begins with, in the settings.
    pub(crate) write: Option<String>,
}

/// Opens a window, or hides it if that is what a toggle means now.
///
/// On Windows a window must not be made from within the event loop, so this comes from the ear's thread.
pub(crate) fn open(app: &AppHandle, opening: Opening) -> tauri::Result<()> {
    let window = match app.get_webview_window(label(opening.window)) {
        Some(window) => window,
        None => make(app, opening.window)?,
    };
    let handle = app.clone();
    app.run_on_main_thread(move || {
        let hides = opening.toggle && handle.state::<Stage>().toggle_hides(opening.window);
        let done = if hides { hide_for(&window, &opening) } else { show(&window, &opening) };
        done.unwrap_or_else(say);
    })
}

/// Hides the palette because its page asked for it.
pub(crate) fn hide_palette(app: &AppHandle) -> tauri::Result<()> {
    let handle = app.clone();
    app.run_on_main_thread(move || hide(&handle, WindowName::Palette, HideBy::Wish))
}

/// Gives the palette's page what was typed before it was drawn.
pub(crate) fn page_hears(app: &AppHandle) -> tauri::Result<()> {
    app.run_on_main_thread(os::give_early_keys)
}

/// Tells a page that it is shown if that could not be told before: a page listens first and asks then, so
/// its first question says that it can hear.
pub(crate) fn page_asks(app: &AppHandle, label: &str) {
    let Some(name) = name(label) else { return };
    let (now, untold) = app.state::<Stage>().page_listens(name);
    if let Some(shown) = untold {
        tell_shown(app, name, shown);
    }
    if now && name == WindowName::Palette && app.state::<Beginning>().end() {
        app.emit_to(label, "changed", ()).unwrap_or_else(say);
    }
    if now {
        focus_anew(app, name).unwrap_or_else(say);
    }
}

/// A page that was loaded anew under a window with the focus does not know that it has it.
fn focus_anew(app: &AppHandle, name: WindowName) -> tauri::Result<()> {
    let Some(window) = app.get_webview_window(label(name)) else { return Ok(()) };
    app.run_on_main_thread(move || os::focus_anew(&window).unwrap_or_else(say))
}

fn make(app: &AppHandle, name: WindowName) -> tauri::Result<WebviewWindow> {
    let window = match name {
        WindowName::Palette => palette::make(app)?,
        WindowName::Settings => settings::make(app)?,
    };
    os::prepare(&window, Arc::new(Seen { app: app.clone(), name }))?;
    Ok(window)
}

fn show(window: &WebviewWindow, opening: &Opening) -> tauri::Result<()> {
    let app = window.app_handle();
    let name = opening.window;
    app.state::<Warmth>().wanted();
    if name == WindowName::Palette {
        palette::put(window, opening.place)?;
    }
    let stage = app.state::<Stage>();
    if stage.show(name, opening.number, opening.shown.clone()) {
        tell_shown(app, name, opening.shown.clone());
    }
    os::show(window, opening.token.as_deref(), &seen(app, name))?;
    answer(app, stage.settled(name));
    Ok(())
}

fn hide_for(window: &WebviewWindow, opening: &Opening) -> tauri::Result<()> {
    let app = window.app_handle();
    app.state::<Stage>().wait_for_hidden(opening.window, opening.number);
    hide(app, opening.window, HideBy::Wish);
    answer(app, app.state::<Stage>().settled(opening.window));
    Ok(())
}

/// Hides a window and lets its page know; on the main thread.
fn hide(app: &AppHandle, name: WindowName, by: HideBy) {
    let Some(window) = app.get_webview_window(label(name)) else { return };
    if app.state::<Stage>().hide(name, by) {
        os::hide(&window, &seen(app, name)).unwrap_or_else(say);
        app.emit_to(label(name), "palette-hidden", ()).unwrap_or_else(say);
    }
}

fn tell_shown(app: &AppHandle, name: WindowName, shown: Shown) {
    let event = match name {
        WindowName::Palette => "palette-shown",
        WindowName::Settings => "settings-shown",
    };
    app.emit_to(label(name), event, shown).unwrap_or_else(say);
}

/// Tells the resident program what is done, and that all is at rest if it is.
fn answer(app: &AppHandle, numbers: Vec<u64>) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        for event in &numbers {
            if let Err(failure) = app.state::<Resident>().ask(&Request::Done { event: *event }) {
                say(failure);
            }
        }
        let stage = app.state::<Stage>();
        stage.told(numbers.len());
        if stage.at_rest() {
            app.state::<Warmth>().at_rest();
        }
    });
}

/// What the system tells about one of the windows.
struct Seen {
    app: AppHandle,
    name: WindowName,
}

fn seen(app: &AppHandle, name: WindowName) -> Seen {
    Seen { app: app.clone(), name }
}

impl Watcher for Seen {
    fn on_screen(&self, shown: bool) {
        answer(&self.app, self.app.state::<Stage>().on_screen(self.name, shown));
    }

    /// Who looks at a window gets its page anew; a hidden window is made afresh when it is next wanted.
    fn page_died(&self) {
        let Some(window) = self.app.get_webview_window(label(self.name)) else { return };
        say(format_args!("the process that draws the {} is gone", label(self.name)));
        if !self.app.state::<Stage>().has_begun(self.name) {
            os::page_never_began(&self.app.state::<Folder>().0);
        }
        match self.app.state::<Stage>().page_died(self.name) {
            stage::Remedy::Reload => window.reload().unwrap_or_else(say),
            stage::Remedy::Discard => window.destroy().unwrap_or_else(say),
            stage::Remedy::End => self.app.exit(1),
        }
    }
}

/// A window is no more.
fn gone(app: &AppHandle, name: WindowName) {
    answer(app, app.state::<Stage>().gone(name));
}

fn label(name: WindowName) -> &'static str {
    match name {
        WindowName::Palette => "palette",
        WindowName::Settings => "settings",
    }
}

fn name(label: &str) -> Option<WindowName> {
    [WindowName::Palette, WindowName::Settings].into_iter().find(|name| self::label(*name) == label)
}
