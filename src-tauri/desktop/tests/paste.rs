//! Pasting into windows of the test's own, which hear every key, and into a real program.

mod support;

use std::io::Read as _;
use std::process::{Command, Stdio};

use fencun_core::ports::{Care, Clipboard as _, PasteError, Paster as _};
use fencun_desktop::clipboard::SystemClipboard;
use fencun_desktop::paste::SystemPaster;
use support::{Desktop, Display, Program, inside, output, part, signal, until};
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xkb::{self, ConnectionExt as _};
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, InputFocus, ModMask,
    PropMode, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// The codes that keys have on every keyboard of a PC.
const CONTROL: u8 = 37;
const SHIFT: u8 = 50;
const V: u8 = 55;
const FULL_STOP: u8 = 60;
const INSERT: u8 = 118;

const CTRL_V: [(bool, u8); 4] = pressed([CONTROL, V]);
const SHIFT_INSERT: [(bool, u8); 4] = pressed([SHIFT, INSERT]);

const fn pressed([modifier, key]: [u8; 2]) -> [(bool, u8); 4] {
    [(true, modifier), (true, key), (false, key), (false, modifier)]
}

/// A program with one window, which pastes on Ctrl+V.
struct Other {
    conn: RustConnection,
    root: Window,
    window: Window,
}

impl Other {
    /// A window that has the keyboard.
    fn open(class: &str) -> Self {
        let other = Self::make(class);
        other.show();
        other
    }

    fn make(class: &str) -> Self {
        let (conn, screen) = x11rb::connect(None).expect("a display");
        let root = conn.setup().roots[screen].root;
        let window = conn.generate_id().expect("room for a window");
        let aux = CreateWindowAux::new().event_mask(EventMask::KEY_PRESS | EventMask::KEY_RELEASE);
        conn.create_window(0, window, root, 0, 0, 200, 100, 0, WindowClass::INPUT_OUTPUT, 0, &aux)
            .expect("sent");
        let class = format!("{class}\0{class}\0");
        conn.change_property8(
            PropMode::REPLACE,
            window,
            AtomEnum::WM_CLASS,
            AtomEnum::STRING,
            class.as_bytes(),
        )
        .expect("sent");
        Self { conn, root, window }
    }

    /// The palette, as the window program makes it.
    fn palette() -> Self {
        let palette = Self::make("fencun-window");
        palette.say("_NET_WM_STATE", "_NET_WM_STATE_SKIP_TASKBAR");
        palette.show();
        palette
    }

    fn atom(&self, name: &str) -> u32 {
        self.conn.intern_atom(false, name.as_bytes()).expect("asked").reply().expect("an atom").atom
    }

    fn say(&self, property: &str, value: &str) {
        let (property, value) = (self.atom(property), self.atom(value));
        self.conn
            .change_property32(PropMode::REPLACE, self.window, property, AtomEnum::ATOM, &[value])
            .expect("sent");
    }

    /// Shows the window, and waits until it is active and has the keyboard.
    fn show(&self) {
        self.conn.map_window(self.window).expect("sent");
        let active = self.atom("_NET_ACTIVE_WINDOW");
        until("the window has the keyboard", || {
            let ask = ClientMessageEvent::new(32, self.window, active, [2, 0, 0, 0, 0]);
            let mask = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
            self.conn.send_event(false, self.root, mask, ask).expect("sent");
            self.has_keyboard() && self.active() == Some(self.window)
        });
    }

    fn has_keyboard(&self) -> bool {
        self.conn.get_input_focus().expect("asked").reply().expect("answered").focus == self.window
    }

    fn active(&self) -> Option<Window> {
        let active = self.atom("_NET_ACTIVE_WINDOW");
        let ask = self.conn.get_property(false, self.root, active, AtomEnum::WINDOW, 0, 1);
        ask.expect("asked").reply().expect("answered").value32().and_then(|mut windows| windows.next())
    }

    fn hide(&self) {
        self.conn.unmap_window(self.window).expect("sent");
        self.conn.sync().expect("answered");
    }

    fn close(self) {
        self.conn.destroy_window(self.window).expect("sent");
        self.conn.sync().expect("answered");
    }

    /// The next event.
    fn next(&self) -> Option<Event> {
        self.conn.sync().expect("answered");
        self.conn.poll_for_event().expect("connected")
    }

    /// Everything that was pressed (true) and released since the last time.
    fn keys(&self) -> Vec<(bool, u8)> {
        std::iter::from_fn(|| self.next())
            .filter_map(|event| match event {
                Event::KeyPress(key) => Some((true, key.detail)),
                Event::KeyRelease(key) => Some((false, key.detail)),
                _ => None,
            })
            .collect()
    }

    /// What modifiers were down when each key was pressed that is no modifier.
    fn states(&self) -> Vec<u16> {
        std::iter::from_fn(|| self.next())
            .filter_map(|event| match event {
                Event::KeyPress(key) if key.detail == V => Some(u16::from(key.state)),
                _ => None,
            })
            .collect()
    }

    fn keys_held(&self) -> Vec<u8> {
        let down = self.conn.query_keymap().expect("asked").reply().expect("answered").keys;
        (8..=255).filter(|code| down[usize::from(code / 8)] & (1 << (code % 8)) != 0).collect()
    }
}

fn on_display(name: &str, body: impl FnOnce()) {
    inside(name, || Desktop::bare().with_display(), body);
}

fn with_openbox(name: &str, body: impl FnOnce()) {
    on_display(name, || {
        let _openbox = Program::start(&mut Command::new("openbox"));
        let (conn, screen) = x11rb::connect(None).expect("a display");
        let root = conn.setup().roots[screen].root;
        let check = conn.intern_atom(false, b"_NET_SUPPORTING_WM_CHECK").expect("asked").reply();
        let check = check.expect("an atom").atom;
        until("openbox is there", || {
            let there = conn.get_property(false, root, check, AtomEnum::WINDOW, 0, 1).expect("asked").reply();
            there.expect("answered").value_len > 0
        });
        body();
    });
}

#[test]
fn the_window_from_before_the_palette_is_pasted_in() {
    with_openbox("the_window_from_before_the_palette_is_pasted_in", || {
        let (paster, _behind, editor) = (SystemPaster::start(), Other::open("behind"), Other::open("editor"));
        assert!(paster.can_paste());
        for hides_first in [true, false] {
            paster.note_target();
            let palette = Other::palette();
            // Its own opening may be noted too, and changes nothing.
            paster.note_target();
            if hides_first {
                palette.hide();
            }
            assert_eq!(paster.paste("words"), Ok(()));
            assert_eq!(editor.keys(), CTRL_V);
            assert_eq!(palette.keys(), []);
            palette.close();
        }
    });
}

#[test]
fn a_real_program_gets_the_words() {
    with_openbox("a_real_program_gets_the_words", || {
        let clipboard = SystemClipboard::start();
        assert_eq!(clipboard.write_text("王总，您好 <b>&", Care::Ordinary), Ok(()));
        let mut zenity = Command::new("zenity");
        let zenity = zenity.args(["--entry", "--title=words"]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut zenity = Program::start(zenity);
        until("it has the keyboard", || {
            let search = Command::new("xdotool").args(["getactivewindow", "getwindowname"]).output();
            search.is_ok_and(|found| found.stdout.eq_ignore_ascii_case(b"words\n"))
        });
        let paster = SystemPaster::start();
        paster.note_target();
        let palette = Other::palette();
        assert_eq!(paster.paste("words"), Ok(()));
        output("xdotool", &["key", "Return"]);
        let mut printed = String::new();
        zenity.0.stdout.take().expect("a pipe").read_to_string(&mut printed).expect("it prints");
        assert_eq!(printed, "王总，您好 <b>&\n");
        assert_eq!(palette.keys(), []);
    });
}

#[test]
fn what_the_person_holds_is_no_part_of_it_and_stays_held() {
    with_openbox("what_the_person_holds_is_no_part_of_it_and_stays_held", || {
        let (paster, editor) = (SystemPaster::start(), Other::open("editor"));
        paster.note_target();
        for held in ["ctrl", "shift", "alt", "super", "ISO_Level3_Shift"] {
            output("xdotool", &["keydown", held]);
            let before = editor.keys_held();
            assert_eq!(before.len(), 1, "{held}");
            editor.keys();
            assert_eq!(paster.paste("words"), Ok(()), "{held}");
            assert_eq!(editor.keys_held(), before, "{held}");
            assert_eq!(editor.states(), [u16::from(ModMask::CONTROL)], "{held}");
            output("xdotool", &["keyup", held]);
            assert_eq!(editor.keys_held(), [], "{held}");
        }
        output("xdotool", &["key", "Caps_Lock", "key", "Num_Lock"]);
        editor.keys();
        assert_eq!(paster.paste("words"), Ok(()));
        assert_eq!(editor.keys(), CTRL_V, "locks are not touched");
    });
}

#[test]
fn a_key_that_is_let_go_of_is_waited_for() {
    with_openbox("a_key_that_is_let_go_of_is_waited_for", || {
        let (paster, editor) = (SystemPaster::start(), Other::open("editor"));
        paster.note_target();
        output("xdotool", &["keydown", "shift"]);
        editor.keys();
        std::thread::scope(|scope| {
            let pasting = scope.spawn(|| paster.paste("words"));
            output("xdotool", &["keyup", "shift"]);
            assert_eq!(pasting.join().expect("no panic"), Ok(()));
        });
        assert_eq!(editor.keys_held(), []);
        let keys = editor.keys();
        assert!(keys.ends_with(&CTRL_V), "{keys:?}");
    });
}

#[test]
fn the_layout_makes_no_difference() {
    with_openbox("the_layout_makes_no_difference", || {
        let (paster, editor) = (SystemPaster::start(), Other::open("editor"));
        let check = |layout: &str, group: u8, expected: [(bool, u8); 4]| {
            output("setxkbmap", &[layout]);
            let none = ModMask::from(0u16);
            editor.conn.xkb_use_extension(1, 0).expect("asked").reply().expect("answered");
            editor
                .conn
                .xkb_latch_lock_state(256, none, none, true, xkb::Group::from(group), none, false, 0)
                .expect("sent");
            editor.keys();
            paster.note_target();
            assert_eq!(paster.paste("words"), Ok(()), "{layout} {group}");
            assert_eq!(editor.keys(), expected, "{layout} {group}");
        };
        check("de", 0, CTRL_V);
        check("fr", 0, CTRL_V);
        check("us,ru", 1, CTRL_V);
        check("ru", 0, SHIFT_INSERT);
        check("gr", 0, SHIFT_INSERT);
        check("ru,us", 0, CTRL_V);
        check("us(dvorak)", 0, pressed([CONTROL, FULL_STOP]));
        check("us,us(dvorak)", 0, CTRL_V);
        check("us,us(dvorak)", 1, pressed([CONTROL, FULL_STOP]));
        check("cn", 0, CTRL_V);
    });
}

#[test]
fn every_kind_of_program_gets_its_keys() {
    with_openbox("every_kind_of_program_gets_its_keys", || {
        let paster = SystemPaster::start();
        let terminal = Other::open("Xfce4-terminal");
        paster.note_target();
        assert_eq!(paster.paste("words"), Ok(()));
        let [control, shift, v] = [CONTROL, SHIFT, V];
        let expected =
            [(true, control), (true, shift), (true, v), (false, v), (false, shift), (false, control)];
        assert_eq!(terminal.keys(), expected);
        assert_eq!(paster.paste("two\nlines"), Err(PasteError::Terminal));
        assert_eq!(terminal.keys(), []);
        let editor = Other::open("Emacs");
        paster.note_target();
        assert_eq!(paster.paste("words"), Ok(()));
        assert_eq!(editor.keys(), SHIFT_INSERT);
    });
}

#[test]
fn a_terminal_that_pastes_the_selection_finds_the_words_there() {
    with_openbox("a_terminal_that_pastes_the_selection_finds_the_words_there", || {
        let file = std::env::temp_dir().join(format!("fencun-pasted-{}", std::process::id()));
        let script =
            format!("stty -echo -icanon min 1 time 0; echo ready > '{0}.ready'; cat > '{0}'", file.display());
        let mut xterm = Command::new("xterm");
        let _xterm = Program::start(
            xterm.args(["-title", "words", "-u8", "-e", "sh", "-c", &script]).stderr(Stdio::null()),
        );
        let ready = format!("{}.ready", file.display());
        until("it reads", || std::fs::exists(&ready).unwrap_or(false));
        until("it has the keyboard", || {
            let search = Command::new("xdotool").args(["getactivewindow", "getwindowname"]).output();
            search.is_ok_and(|found| found.stdout.eq_ignore_ascii_case(b"words\n"))
        });
        let paster = SystemPaster::start();
        paster.note_target();
        let palette = Other::palette();

        assert_eq!(paster.paste("two\nlines"), Err(PasteError::Terminal));
        assert_eq!(paster.paste("王总，您好"), Ok(()));

        until("the words", || std::fs::read_to_string(&file).is_ok_and(|text| text == "王总，您好"));
        assert_eq!(palette.keys(), []);
        for path in [ready, file.display().to_string()] {
            std::fs::remove_file(path).expect("it is there");
        }
        // The middle button of the mouse does not paste them anywhere else.
        let owner = palette.conn.get_selection_owner(AtomEnum::PRIMARY.into()).expect("sent").reply();
        assert_eq!(owner.expect("an answer").owner, x11rb::NONE);
    });
}

#[test]
fn a_terminal_that_does_not_fetch_the_words_is_told_of() {
    with_openbox("a_terminal_that_does_not_fetch_the_words_is_told_of", || {
        let paster = SystemPaster::start();
        let old = Other::open("XTerm");
        paster.note_target();
        assert!(matches!(paster.paste("words"), Err(PasteError::Unavailable(_))));
        assert_eq!(old.keys(), SHIFT_INSERT);
    });
}

#[test]
fn a_window_that_is_gone_gets_nothing_nor_does_another() {
    with_openbox("a_window_that_is_gone_gets_nothing_nor_does_another", || {
        let (paster, behind, editor) = (SystemPaster::start(), Other::open("behind"), Other::open("editor"));
        assert_eq!(paster.paste("words"), Err(PasteError::LostTarget), "none was noted");
        paster.note_target();
        let palette = Other::palette();
        editor.close();
        palette.hide();
        assert_eq!(paster.paste("words"), Err(PasteError::LostTarget));
        assert_eq!(behind.keys(), []);

        let editor = Other::open("editor");
        paster.note_target();
        // It goes while it is waited for.
        editor.hide();
        std::thread::scope(|scope| {
            let pasting = scope.spawn(|| paster.paste("words"));
            editor.close();
            assert_eq!(pasting.join().expect("no panic"), Err(PasteError::LostTarget));
        });
        assert_eq!(behind.keys(), []);
    });
}

#[test]
fn a_panel_or_a_menu_is_not_typed_in_but_what_is_under_it() {
    with_openbox("a_panel_or_a_menu_is_not_typed_in_but_what_is_under_it", || {
        let (paster, _behind, editor) = (SystemPaster::start(), Other::open("behind"), Other::open("editor"));
        for kind in ["DOCK", "POPUP_MENU", "NOTIFICATION"] {
            let panel = Other::make("panel");
            panel.say("_NET_WM_WINDOW_TYPE", &format!("_NET_WM_WINDOW_TYPE_{kind}"));
            panel.conn.map_window(panel.window).expect("sent");
            until("it has the keyboard", || {
                let parent = InputFocus::PARENT;
                panel.conn.set_input_focus(parent, panel.window, x11rb::CURRENT_TIME).expect("sent");
                panel.has_keyboard()
            });
            paster.note_target();
            panel.hide();
            assert_eq!(paster.paste("words"), Ok(()), "{kind}");
            assert_eq!(editor.keys(), CTRL_V, "{kind}");
            assert_eq!(panel.keys(), [], "{kind}");
        }
    });
}

#[test]
fn neither_the_desktop_nor_our_settings_are_pasted_in() {
    with_openbox("neither_the_desktop_nor_our_settings_are_pasted_in", || {
        let (paster, editor, settings) =
            (SystemPaster::start(), Other::open("editor"), Other::open("fencun-window"));
        paster.note_target();
        assert_eq!(paster.paste("words"), Err(PasteError::LostTarget));
        let desktop = Other::make("xfdesktop");
        desktop.say("_NET_WM_WINDOW_TYPE", "_NET_WM_WINDOW_TYPE_DESKTOP");
        desktop.show();
        paster.note_target();
        assert_eq!(paster.paste("words"), Err(PasteError::LostTarget));
        for window in [editor, settings, desktop] {
            assert_eq!(window.keys(), []);
        }
    });
}

#[test]
fn without_a_window_manager_the_keyboard_is_taken_back_by_hand() {
    on_display("without_a_window_manager_the_keyboard_is_taken_back_by_hand", || {
        let paster = SystemPaster::start();
        paster.note_target();
        assert_eq!(paster.paste("words"), Err(PasteError::LostTarget), "nothing is there");
        let [editor, other] = ["editor", "other"].map(Other::make);
        let focus = |window: &Other| {
            window.conn.map_window(window.window).expect("sent");
            let parent = InputFocus::PARENT;
            window.conn.set_input_focus(parent, window.window, x11rb::CURRENT_TIME).expect("sent");
            until("it has the keyboard", || window.has_keyboard());
        };
        focus(&editor);
        paster.note_target();
        focus(&other);
        assert_eq!(paster.paste("words"), Ok(()));
        assert_eq!(editor.keys(), CTRL_V);
        assert_eq!(other.keys(), []);
    });
}

#[test]
fn where_no_program_may_press_keys_it_is_said() {
    let check = |name: &str, desktop: fn() -> Desktop| {
        inside(name, desktop, || {
            let paster = SystemPaster::start();
            assert!(!paster.can_paste());
            paster.note_target();
            assert!(matches!(paster.paste("words"), Err(PasteError::Unavailable(_))));
        });
    };
    check("where_no_program_may_press_keys_it_is_said", Desktop::bare);
}

#[test]
fn on_wayland_no_key_is_pressed() {
    let desktop = || Desktop::bare().with_display().env("WAYLAND_DISPLAY", "wayland-0");
    inside("on_wayland_no_key_is_pressed", desktop, || {
        let paster = SystemPaster::start();
        assert!(!paster.can_paste());
        paster.note_target();
        assert!(matches!(paster.paste("words"), Err(PasteError::Unavailable(_))));
    });
}

#[test]
fn a_display_that_comes_back_is_pasted_on_again() {
    on_display("a_display_that_comes_back_is_pasted_on_again", || {
        let paster = SystemPaster::start();
        assert!(paster.can_paste());
        let display = std::env::var("DISPLAY").expect("a display");
        signal("KILL", &part("FENCUN_TEST_DISPLAY_PID"));
        until("the display is gone", || x11rb::connect(None).is_err());
        paster.note_target();
        assert!(matches!(paster.paste("words"), Err(PasteError::Unavailable(_))));
        let _again = Display::start(display.trim_start_matches(':').parse().ok());
        let editor = Other::make("editor");
        editor.conn.map_window(editor.window).expect("sent");
        editor.conn.set_input_focus(InputFocus::PARENT, editor.window, x11rb::CURRENT_TIME).expect("sent");
        until("it has the keyboard", || editor.has_keyboard());
        paster.note_target();
        assert_eq!(paster.paste("words"), Ok(()));
        assert_eq!(editor.keys(), CTRL_V);
    });
}

#[test]
fn a_frozen_display_is_given_up_and_no_key_comes_late() {
    with_openbox("a_frozen_display_is_given_up_and_no_key_comes_late", || {
        let (paster, editor) = (SystemPaster::start(), Other::open("editor"));
        paster.note_target();
        signal("STOP", &part("FENCUN_TEST_DISPLAY_PID"));
        for _ in 0..3 {
            assert!(matches!(paster.paste("words"), Err(PasteError::Unavailable(_))));
        }
        signal("CONT", &part("FENCUN_TEST_DISPLAY_PID"));
        until("it can be pasted again", || {
            paster.note_target();
            paster.paste("words") == Ok(())
        });
        assert_eq!(editor.keys(), CTRL_V, "only once");
    });
}
