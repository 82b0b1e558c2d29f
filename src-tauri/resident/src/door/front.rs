//! Opens the doors: tray first, then hotkey; both tell the app what the person wants.

use std::ffi::OsString;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};
use std::time::Duration;

use fencun_core::ports::{Notice, NoticeKind};
use fencun_desktop::hotkey::{self, Hotkey, SystemHotkey};
use fencun_desktop::tray::{Tray, TrayEvent};
use fencun_protocol::{Failure, HotkeyState, Place, WindowName};

use super::tray;
use super::windows::Windows;
use crate::app::{App, Front, Opening, Snapshot};

/// How long a desktop may take to bring up its tray before the person is told that there is none.
const TRAY_GRACE: Duration = Duration::from_secs(15);

/// What only the resident program has.
pub(crate) struct Doors {
    app: OnceLock<Weak<App>>,
    pub(crate) windows: Arc<Windows>,
    tray: OnceLock<Tray>,
    hotkey: OnceLock<SystemHotkey>,
    /// The text the hotkey was set from.
    wanted: Mutex<String>,
    online: Mutex<bool>,
    quit: Sender<()>,
}

/// Opens tray and hotkey. Neither being there is a reason to stop.
pub(crate) fn open_doors(app: &Arc<App>, args: Vec<OsString>, quit: Sender<()>) -> Arc<Doors> {
    let name = format!("fencun-window{}", std::env::consts::EXE_SUFFIX);
    let beside = std::env::current_exe().ok().and_then(|exe| exe.parent().map(|dir| dir.join(&name)));
    let program = beside.unwrap_or_else(|| name.into());
    let doors = Arc::new(Doors {
        app: OnceLock::new(),
        windows: Arc::new(Windows::new(program, args)),
        tray: OnceLock::new(),
        hotkey: OnceLock::new(),
        wanted: Mutex::default(),
        online: Mutex::default(),
        quit,
    });
    let _ = doors.app.set(Arc::downgrade(app));
    let now = app.now();
    doors.open_tray(&now);
    doors.open_hotkey(&now);
    app.set_front(Arc::clone(&doors) as Arc<dyn Front>);
    // The menu names the key, which is known only now.
    doors.draw(&now);
    doors.speak_up_without_a_tray();
    doors
}

impl Doors {
    /// Closes what the person sees.
    pub(crate) fn close(&self) {
        self.windows.end();
        if let Some(tray) = self.tray.get() {
            tray.close();
        }
    }

    fn app(&self) -> Option<Arc<App>> {
        self.app.get().and_then(Weak::upgrade)
    }

    fn open_tray(self: &Arc<Self>, now: &Snapshot) {
        let doors = Arc::clone(self);
        let face = tray::face(now, &HotkeyState::Off);
        let tray = Tray::start(face, Box::new(move |event| doors.at_tray(event)));
        let _ = self.tray.set(tray);
    }

    fn at_tray(&self, event: TrayEvent) {
        let Some(app) = self.app() else { return };
        match event {
            TrayEvent::HostOnline => *self.online.lock().unwrap_or_else(PoisonError::into_inner) = true,
            TrayEvent::HostOffline => *self.online.lock().unwrap_or_else(PoisonError::into_inner) = false,
            TrayEvent::Chosen { action, token } => tray::choose(&app, action, token),
            TrayEvent::Activated { x, y, token } => {
                // Desktops that do not say where the icon is send zeros.
                let place = if (x, y) == (0, 0) { Place::Pointer } else { Place::Near { x, y } };
                let opening = Opening::of(WindowName::Palette, place);
                tray::open(&app, Opening { toggle: true, activation_token: token, ..opening });
            }
        }
    }

    fn open_hotkey(self: &Arc<Self>, now: &Snapshot) {
        let doors = Arc::clone(self);
        let pressed = move || {
            if let Some(app) = doors.app() {
                tray::open(
                    &app,
                    Opening { toggle: true, ..Opening::of(WindowName::Palette, Place::Pointer) },
                );
            }
        };
        let _ = self.hotkey.set(SystemHotkey::start(Box::new(pressed)));
        self.set_hotkey(now);
    }

    /// Sets the key of the settings, if it is another than before; says so if it cannot be had.
    fn set_hotkey(&self, now: &Snapshot) {
        let text = now.settings.behaviour.hotkey.clone();
        let mut wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(hotkey) = self.hotkey.get() else { return };
        // A key that was taken may be free again, so only one that works is left alone.
        if *wanted == text
            && matches!(hotkey.state(), hotkey::HotkeyState::Active | hotkey::HotkeyState::Off)
            && !text.is_empty()
        {
            return;
        }
        let first = *wanted != text;
        let parsed = (!text.is_empty()).then(|| Hotkey::parse(&text));
        wanted.clone_from(&text);
        drop(wanted);
        match parsed {
            None => drop(hotkey.set(None)),
            Some(Ok(key)) => drop(hotkey.set(Some(&key))),
            Some(Err(_)) => drop(hotkey.set(None)),
        }
        if first {
            self.speak_up_about_the_key(now);
        }
    }

    fn speak_up_about_the_key(&self, now: &Snapshot) {
        let (summary, body, key) = match self.hotkey() {
            HotkeyState::Taken { key } | HotkeyState::Unknown { key } => {
                ("notify-hotkey-taken", "notify-hotkey-taken-body", key)
            }
            HotkeyState::Unavailable { .. } => {
                ("notify-hotkey-unavailable", "notify-hotkey-unavailable-body", String::new())
            }
            HotkeyState::Off | HotkeyState::Active { .. } => return,
        };
        let Some(app) = self.app() else { return };
        let args = [("hotkey", key.as_str())];
        let (summary, body) = (now.texts.with(summary, &args), now.texts.with(body, &args));
        crate::out::message(&format!("{summary}: {body}"));
        // A desktop without global keys stays one: that is worth one notice, not one a day.
        let once = matches!(self.hotkey(), HotkeyState::Unavailable { .. });
        if !once || app.says_first("hotkey-unavailable") {
            app.notifier().notify(Notice { kind: NoticeKind::Advice, summary, body });
        }
    }

    fn draw(&self, snapshot: &Snapshot) {
        if let Some(tray) = self.tray.get() {
            tray.show(tray::face(snapshot, &self.hotkey()));
        }
    }

    /// Tells the person once if no tray has come up after a while.
    fn speak_up_without_a_tray(self: &Arc<Self>) {
        let doors = Arc::downgrade(self);
        let wait = move || {
            std::thread::sleep(TRAY_GRACE);
            if let Some(doors) = doors.upgrade().filter(|doors| !doors.tray()) {
                doors.say_there_is_no_tray();
            }
        };
        if let Err(err) = std::thread::Builder::new().name("grace".into()).spawn(wait) {
            tracing::warn!(%err, "nobody looks whether there is a tray");
        }
    }

    fn say_there_is_no_tray(&self) {
        let Some(app) = self.app() else { return };
        let texts = &app.now().texts;
        let key = match self.hotkey() {
            HotkeyState::Active { key } => key,
            _ => "none".to_owned(),
        };
        let summary = texts.get("notify-no-tray");
        let body = texts.with("notify-no-tray-body", &[("hotkey", &key)]);
        crate::out::message(&format!("{summary}: {body}"));
        if app.says_first("no-tray") {
            app.notifier().notify(Notice { kind: NoticeKind::Advice, summary, body });
        }
    }
}

impl Front for Doors {
    fn open(&self, opening: Opening) -> Result<(), Failure> {
        self.windows.open(&opening)
    }

    fn done(&self, event: u64) {
        self.windows.done(event);
    }

    fn changed(&self, snapshot: &Snapshot) {
        self.set_hotkey(snapshot);
        self.draw(snapshot);
        self.windows.changed();
    }

    fn hotkey(&self) -> HotkeyState {
        let key = self.wanted.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if key.is_empty() {
            return HotkeyState::Off;
        }
        match self.hotkey.get().map(SystemHotkey::state) {
            _ if Hotkey::parse(&key).is_err() => HotkeyState::Unknown { key },
            Some(hotkey::HotkeyState::Active) => HotkeyState::Active { key },
            Some(hotkey::HotkeyState::Taken) => HotkeyState::Taken { key },
            Some(hotkey::HotkeyState::Unknown) => HotkeyState::Unknown { key },
            Some(hotkey::HotkeyState::Off) | None => HotkeyState::Off,
            Some(hotkey::HotkeyState::Unavailable) => {
                HotkeyState::Unavailable { command: "fencun toggle".into() }
            }
        }
    }

    fn tray(&self) -> bool {
        *self.online.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn quit(&self) {
        // Nobody listens any more if the program is ending already.
        let _ = self.quit.send(());
    }
}
