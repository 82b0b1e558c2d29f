//! The keyboard: keys arrive as if a person had pressed them.

use crate::desktop::Desktop;

/// The keyboard of a desktop.
#[derive(Clone, Copy)]
pub struct Keyboard<'d> {
    desktop: &'d Desktop,
}

impl<'d> Keyboard<'d> {
    pub(crate) const fn new(desktop: &'d Desktop) -> Self {
        Self { desktop }
    }

    /// Presses keys together and lets them go, such as `ctrl+alt+space`, `Return` or `Down`.
    #[track_caller]
    pub fn press(self, keys: &str) {
        self.desktop.run_tool("xdotool", &["key", keys]);
    }

    /// Presses keys and holds them until [`Self::release`].
    #[track_caller]
    pub fn hold(self, keys: &str) {
        self.desktop.run_tool("xdotool", &["keydown", keys]);
    }

    /// Lets keys go.
    #[track_caller]
    pub fn release(self, keys: &str) {
        self.desktop.run_tool("xdotool", &["keyup", keys]);
    }

    /// Types text that the keyboard has keys for. Other scripts come through an input method, or through WebDriver.
    #[track_caller]
    pub fn type_text(self, text: &str) {
        assert!(text.is_ascii(), "the keyboard has no keys for {text:?}");
        self.desktop.run_tool("xdotool", &["type", "--", text]);
    }
}
