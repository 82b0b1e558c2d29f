//! The hotkey where the system has one to give.

use std::sync::mpsc::{self, Sender};
use std::sync::{Mutex, PoisonError};

use global_hotkey::hotkey::HotKey;
use global_hotkey::{GlobalHotKeyEvent, GlobalHotKeyManager, HotKeyState as Pressed};

use crate::hotkey::{Hotkey, HotkeyState};

/// What is asked of the loop.
pub(super) enum Ask {
    Set(Option<Hotkey>, Sender<HotkeyState>),
}

/// A key that works wherever the keyboard is.
pub struct SystemHotkey {
    state: Mutex<HotkeyState>,
}

impl SystemHotkey {
    /// Starts with none; `on_press` is called from a thread of its own, once for each press.
    pub fn start(on_press: Box<dyn Fn() + Send>) -> Self {
        let (press, pressed) = mpsc::channel();
        let press = Mutex::new(press);
        GlobalHotKeyEvent::set_event_handler(Some(move |event: GlobalHotKeyEvent| {
            if event.state() == Pressed::Pressed {
                let _ = press.lock().unwrap_or_else(PoisonError::into_inner).send(());
            }
        }));
        std::thread::spawn(move || pressed.iter().for_each(|()| on_press()));
        Self { state: Mutex::new(HotkeyState::Off) }
    }

    /// Gives up the present hotkey, asks for this one, and says what became of it.
    pub fn set(&self, hotkey: Option<&Hotkey>) -> HotkeyState {
        let (tell, told) = mpsc::channel();
        super::ask(super::Ask::Hotkey(Ask::Set(hotkey.copied(), tell)));
        let state = told.recv().unwrap_or(HotkeyState::Unavailable);
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
        state
    }

    /// What became of the hotkey.
    pub fn state(&self) -> HotkeyState {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the loop holds.
#[derive(Default)]
pub(super) struct Keys {
    system: Option<GlobalHotKeyManager>,
    held: Option<HotKey>,
}

impl Keys {
    pub(super) fn answer(&mut self, ask: Ask) {
        let Ask::Set(hotkey, tell) = ask;
        let _ = tell.send(self.set(hotkey));
    }

    fn set(&mut self, hotkey: Option<Hotkey>) -> HotkeyState {
        let Some(system) = self.system.take().or_else(|| GlobalHotKeyManager::new().ok()) else {
            return HotkeyState::Unavailable;
        };
        if let Some(held) = self.held.take() {
            let _ = system.unregister(held);
        }
        let state = match hotkey.map(|hotkey| hotkey.to_string().parse::<HotKey>()) {
            None => HotkeyState::Off,
            Some(Err(_)) => HotkeyState::Unknown,
            Some(Ok(wanted)) => match system.register(wanted) {
                Ok(()) => {
                    self.held = Some(wanted);
                    HotkeyState::Active
                }
                Err(_) => HotkeyState::Taken,
            },
        };
        self.system = Some(system);
        state
    }
}
