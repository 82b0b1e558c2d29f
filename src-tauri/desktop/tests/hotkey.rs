//! The hotkey against xdotool, which presses keys as a person does.

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use fencun_desktop::hotkey::{Hotkey, HotkeyState, SystemHotkey};
use support::{Desktop, inside, output, part, signal, until};
use x11rb::connection::Connection as _;
use x11rb::protocol::xkb::{self, ConnectionExt as _};
use x11rb::protocol::xproto::{ConnectionExt as _, GrabMode, ModMask};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// A hotkey that counts.
struct Counted {
    hotkey: SystemHotkey,
    heard: Arc<AtomicUsize>,
}

impl Counted {
    fn start() -> Self {
        let heard = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&heard);
        let count = Box::new(move || {
            counter.fetch_add(1, Ordering::SeqCst);
        });
        Self { hotkey: SystemHotkey::start(count), heard }
    }

    fn set(&self, text: &str) -> HotkeyState {
        self.hotkey.set(Some(&Hotkey::parse(text).expect("a hotkey")))
    }

    /// Waits until the hotkey was heard this many times in all.
    fn until_heard(&self, times: usize) {
        until("the hotkey is heard", || self.heard.load(Ordering::SeqCst) >= times);
        assert_eq!(self.heard.load(Ordering::SeqCst), times);
    }
}

fn press(keys: &str) {
    output("xdotool", &["key", keys]);
}

fn on_display(name: &str, body: impl FnOnce()) {
    inside(name, || Desktop::bare().with_display(), body);
}

/// Another program that has grabbed keys of its own.
fn other() -> (RustConnection, u32) {
    let (conn, screen) = x11rb::connect(None).expect("a display");
    let root = conn.setup().roots[screen].root;
    (conn, root)
}

fn code_of(keysym: u32) -> u8 {
    let (conn, _) = other();
    let (first, last) = (conn.setup().min_keycode, conn.setup().max_keycode);
    let keys = conn.get_keyboard_mapping(first, last - first + 1).expect("asked").reply().expect("answered");
    let each = usize::from(keys.keysyms_per_keycode);
    let place = keys.keysyms.chunks(each).position(|levels| levels[0] == keysym).expect("the key is there");
    first + u8::try_from(place).expect("a key code")
}

#[test]
fn a_press_is_heard_whatever_locks_are_on() {
    on_display("a_press_is_heard_whatever_locks_are_on", || {
        let counted = Counted::start();
        assert_eq!(counted.hotkey.state(), HotkeyState::Off);
        assert_eq!(counted.set("Ctrl+Alt+Space"), HotkeyState::Active);
        press("ctrl+alt+space");
        counted.until_heard(1);
        for (times, lock) in (2..).zip(["Num_Lock", "Caps_Lock", "Num_Lock", "Caps_Lock"]) {
            press(lock);
            press("ctrl+alt+space");
            counted.until_heard(times);
        }
        press("ctrl+space");
        press("ctrl+alt+shift+space");
        press("ctrl+alt+space");
        counted.until_heard(6);
    });
}

#[test]
fn every_kind_of_key_can_be_a_hotkey() {
    on_display("every_kind_of_key_can_be_a_hotkey", || {
        let counted = Counted::start();
        let keys = [
            ("Super+K", "super+k"),
            ("Ctrl+1", "ctrl+1"),
            ("F9", "F9"),
            ("Ctrl+Shift+Semicolon", "ctrl+shift+semicolon"),
            ("Alt+Enter", "alt+Return"),
            ("Ctrl+PageDown", "ctrl+Next"),
            ("Ctrl+Up", "ctrl+Up"),
        ];
        for (times, (hotkey, pressed)) in (1..).zip(keys) {
            assert_eq!(counted.set(hotkey), HotkeyState::Active, "{hotkey}");
            press(pressed);
            counted.until_heard(times);
        }
    });
}

#[test]
fn a_changed_hotkey_is_given_up() {
    on_display("a_changed_hotkey_is_given_up", || {
        let counted = Counted::start();
        assert_eq!(counted.set("Ctrl+Alt+Space"), HotkeyState::Active);
        assert_eq!(counted.set("Ctrl+Alt+K"), HotkeyState::Active);
        press("ctrl+alt+space");
        press("ctrl+alt+k");
        counted.until_heard(1);
        assert_eq!(counted.hotkey.set(None), HotkeyState::Off);
        let (conn, root) = other();
        let (any, mode) = (ModMask::ANY, GrabMode::ASYNC);
        let free =
            || conn.grab_key(false, root, any, code_of(0x6b), mode, mode).expect("asked").check().is_ok();
        until("another program can have the key", free);
        for _ in 0..50 {
            assert_eq!(counted.set("Ctrl+Alt+Space"), HotkeyState::Active);
            assert_eq!(counted.hotkey.set(None), HotkeyState::Off);
        }
    });
}

#[test]
fn a_key_that_another_program_has_is_taken_as_a_whole() {
    on_display("a_key_that_another_program_has_is_taken_as_a_whole", || {
        let (conn, root) = other();
        let (mode, space) = (GrabMode::ASYNC, code_of(0x20));
        let held = ModMask::CONTROL | ModMask::M1;
        conn.grab_key(false, root, held | ModMask::LOCK, space, mode, mode)
            .expect("asked")
            .check()
            .expect("free");
        let counted = Counted::start();
        assert_eq!(counted.set("Ctrl+Alt+Space"), HotkeyState::Taken);
        assert_eq!(counted.hotkey.state(), HotkeyState::Taken);
        conn.grab_key(false, root, held, space, mode, mode)
            .expect("asked")
            .check()
            .expect("nothing is kept of it");
        conn.ungrab_key(space, root, ModMask::ANY).expect("asked");
        conn.sync().expect("answered");
        assert_eq!(counted.set("Ctrl+Alt+Space"), HotkeyState::Active);
        press("ctrl+alt+space");
        counted.until_heard(1);
    });
}

#[test]
fn a_held_key_is_heard_once() {
    on_display("a_held_key_is_heard_once", || {
        output("xset", &["r", "rate", "60", "100"]);
        let counted = Counted::start();
        assert_eq!(counted.set("Ctrl+Alt+Space"), HotkeyState::Active);
        output("xdotool", &["keydown", "ctrl", "keydown", "alt", "keydown", "space"]);
        counted.until_heard(1);
        // Repeats are seen by nobody but us: there is nothing to wait for but some twenty of them.
        output("xdotool", &["sleep", "0.3", "keyup", "space", "keyup", "alt", "keyup", "ctrl"]);
        press("ctrl+alt+space");
        counted.until_heard(2);
    });
}

#[test]
fn the_hotkey_moves_with_the_keyboard() {
    on_display("the_hotkey_moves_with_the_keyboard", || {
        let counted = Counted::start();
        assert_eq!(counted.set("Ctrl+Z"), HotkeyState::Active);
        let before = code_of(0x7a);
        output("setxkbmap", &["de"]);
        until("the keyboard is German", || code_of(0x7a) != before);
        let (conn, root) = other();
        let (mods, mode) = (ModMask::CONTROL, GrabMode::ASYNC);
        let free = |code| conn.grab_key(false, root, mods, code, mode, mode).expect("asked").check().is_ok();
        until("the old key is given up", || free(before));
        press("ctrl+z");
        counted.until_heard(1);
    });
}

#[test]
fn the_hotkey_works_in_a_second_layout() {
    on_display("the_hotkey_works_in_a_second_layout", || {
        output("setxkbmap", &["us,ru"]);
        let counted = Counted::start();
        assert_eq!(counted.set("Ctrl+Alt+K"), HotkeyState::Active);
        let (code, (conn, _)) = (code_of(0x6b), other());
        conn.xkb_use_extension(1, 0).expect("asked").reply().expect("XKB");
        let (keyboard, none) = (u16::from(xkb::ID::USE_CORE_KBD), ModMask::from(0u16));
        let second = xkb::Group::from(1u8);
        conn.xkb_latch_lock_state(keyboard, none, none, true, second, none, false, 0)
            .expect("asked")
            .check()
            .expect("set");
        output(
            "xdotool",
            &["keydown", "ctrl", "keydown", "alt", "key", &code.to_string(), "keyup", "alt", "keyup", "ctrl"],
        );
        counted.until_heard(1);
    });
}

#[test]
fn a_keyboard_without_the_key_says_so() {
    on_display("a_keyboard_without_the_key_says_so", || {
        output("setxkbmap", &["ru"]);
        let counted = Counted::start();
        assert_eq!(counted.set("Ctrl+Alt+K"), HotkeyState::Unknown);
        output("setxkbmap", &["us"]);
        until("the key is back", || counted.hotkey.state() == HotkeyState::Active);
        press("ctrl+alt+k");
        counted.until_heard(1);
    });
}

#[test]
fn the_hotkey_is_gone_with_the_display() {
    on_display("the_hotkey_is_gone_with_the_display", || {
        let counted = Counted::start();
        assert_eq!(counted.set("Ctrl+Alt+Space"), HotkeyState::Active);
        signal("KILL", &part("FENCUN_TEST_DISPLAY_PID"));
        until("it says so", || counted.hotkey.state() == HotkeyState::Unavailable);
        assert_eq!(counted.set("Ctrl+Alt+Space"), HotkeyState::Unavailable);
        assert_eq!(counted.hotkey.set(None), HotkeyState::Off);
    });
}

#[test]
fn without_a_display_there_is_none() {
    inside("without_a_display_there_is_none", Desktop::bare, || {
        assert_eq!(Counted::start().set("Ctrl+Alt+Space"), HotkeyState::Unavailable);
    });
}

#[test]
fn on_wayland_a_grab_is_not_believed() {
    let name = "on_wayland_a_grab_is_not_believed";
    let build = || Desktop::bare().with_display().env("XDG_SESSION_TYPE", "wayland");
    inside(name, build, || {
        assert_eq!(Counted::start().set("Ctrl+Alt+Space"), HotkeyState::Unavailable);
    });
}
