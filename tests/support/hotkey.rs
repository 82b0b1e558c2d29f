//! Another program that has taken a hotkey.

use std::fmt;

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{ConnectionExt as _, GrabMode, ModMask};

use crate::desktop::Desktop;
use crate::screen::Screen;

/// The space bar on the keyboard every X server has.
const SPACE: u8 = 65;

/// Has Ctrl+Alt+Space until it is dropped.
pub struct HotkeyTaker {
    screen: Screen,
    presses: usize,
}

/// Another program has the key already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HotkeyTaken;

impl fmt::Display for HotkeyTaken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("another program has the key")
    }
}

impl std::error::Error for HotkeyTaken {}

impl HotkeyTaker {
    /// Takes Ctrl+Alt+Space, whatever the lock keys say.
    ///
    /// # Errors
    /// When another program has it.
    pub fn take(desktop: &Desktop) -> Result<Self, HotkeyTaken> {
        // A connection of its own: closing it gives the key back.
        let screen = Screen::connect(desktop.env("DISPLAY").expect("a desktop has a display"));
        for locks in [ModMask::default(), ModMask::LOCK, ModMask::M2, ModMask::LOCK | ModMask::M2] {
            let modifiers = ModMask::CONTROL | ModMask::M1 | locks;
            let (pointer, keyboard) = (GrabMode::ASYNC, GrabMode::ASYNC);
            let request = screen.connection.grab_key(false, screen.root, modifiers, SPACE, pointer, keyboard);
            request.expect("the display answers").check().map_err(|_taken| HotkeyTaken)?;
        }
        Ok(Self { screen, presses: 0 })
    }

    /// How often it was pressed since it was taken.
    pub fn presses(&mut self) -> usize {
        while let Some(event) = self.screen.connection.poll_for_event().expect("the display answers") {
            self.presses += usize::from(matches!(event, Event::KeyPress(_)));
        }
        self.presses
    }
}
