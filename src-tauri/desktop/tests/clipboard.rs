//! The clipboard against xclip, which pastes as any other program does.

mod support;

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::thread;

use fencun_core::ports::{Care, Clipboard as _, ClipboardError};
use fencun_desktop::clipboard::SystemClipboard;
use support::{Desktop, Display, Program, inside, output, part, signal, until};
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    ConnectionExt as _, CreateWindowAux, EventMask, PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent,
    WindowClass,
};
use x11rb::wrapper::ConnectionExt as _;

fn on_display(name: &str, body: impl FnOnce()) {
    inside(name, || Desktop::bare().with_display(), body);
}

fn pasted() -> Vec<u8> {
    output("xclip", &["-o", "-selection", "clipboard", "-t", "UTF8_STRING"])
}

fn targets() -> String {
    String::from_utf8(output("xclip", &["-o", "-selection", "clipboard", "-t", "TARGETS"])).expect("names")
}

/// A program that owns the clipboard, as xclip does until something else is copied.
fn owner(text: &str) -> Program {
    let mut xclip = Command::new("xclip");
    xclip.args(["-i", "-selection", "clipboard", "-quiet"]).stdin(Stdio::piped()).stderr(Stdio::null());
    let mut owner = Program::start(&mut xclip);
    let mut input = owner.0.stdin.take().expect("its input is a pipe");
    input.write_all(text.as_bytes()).expect("xclip reads");
    drop(input);
    until("xclip owns the clipboard", || {
        let there =
            Command::new("xclip").args(["-o", "-selection", "clipboard"]).stderr(Stdio::null()).output();
        there.is_ok_and(|there| there.stdout == text.as_bytes())
    });
    owner
}

#[test]
fn a_text_is_pasted_byte_for_byte() {
    on_display("a_text_is_pasted_byte_for_byte", || {
        let clipboard = SystemClipboard::start();
        let long = "一二三四五六七八九十\n".repeat(40_000);
        for text in [
            "a",
            "陳經理您好，\n\n",
            " \t 王总  \r\n\n\n",
            "e\u{301}\u{202e}\u{200b}🙂",
            "\n",
            long.as_str(),
            "",
        ] {
            assert_eq!(clipboard.write_text(text, Care::Ordinary), Ok(()));
            assert!(pasted() == text.as_bytes(), "{} bytes differ", text.len());
        }
        assert!(long.len() > 1 << 20);
    });
}

#[test]
fn a_text_stays_while_the_program_runs() {
    on_display("a_text_stays_while_the_program_runs", || {
        let clipboard = SystemClipboard::start();
        assert_eq!(clipboard.write_text("stays", Care::Ordinary), Ok(()));
        for _ in 0..3 {
            assert_eq!(pasted(), b"stays");
        }
        clipboard.close();
        until("the clipboard is empty", || {
            let xclip =
                Command::new("xclip").args(["-o", "-selection", "clipboard"]).stderr(Stdio::null()).output();
            !xclip.expect("xclip runs").status.success()
        });
    });
}

#[test]
fn only_a_sensitive_text_asks_histories_to_leave_it_alone() {
    on_display("only_a_sensitive_text_asks_histories_to_leave_it_alone", || {
        let clipboard = SystemClipboard::start();
        let hint = "x-kde-passwordManagerHint";
        assert_eq!(clipboard.write_text("open", Care::Ordinary), Ok(()));
        assert!(targets().contains("UTF8_STRING") && !targets().contains(hint), "{}", targets());
        assert_eq!(clipboard.write_text("secret", Care::Sensitive), Ok(()));
        assert!(targets().contains(hint), "{}", targets());
        assert_eq!(output("xclip", &["-o", "-selection", "clipboard", "-t", hint]), b"secret");
        assert_eq!(clipboard.write_text("open", Care::Ordinary), Ok(()));
        assert!(!targets().contains(hint), "{}", targets());
    });
}

#[test]
fn a_frozen_owner_is_not_asked() {
    on_display("a_frozen_owner_is_not_asked", || {
        let clipboard = SystemClipboard::start();
        let frozen = owner("frozen");
        signal("STOP", &frozen.id().to_string());
        assert_eq!(clipboard.write_text("moves on", Care::Ordinary), Ok(()));
        assert_eq!(pasted(), b"moves on");
    });
}

#[test]
fn without_a_display_the_clipboard_is_missing() {
    inside("without_a_display_the_clipboard_is_missing", Desktop::bare, || {
        let clipboard = SystemClipboard::start();
        for _ in 0..3 {
            let refusal = clipboard.write_text("a", Care::Ordinary);
            assert!(matches!(refusal, Err(ClipboardError::Missing(_))), "{refusal:?}");
        }
    });
}

#[test]
fn after_the_display_came_back_texts_are_copied_again() {
    on_display("after_the_display_came_back_texts_are_copied_again", || {
        let clipboard = SystemClipboard::start();
        assert_eq!(clipboard.write_text("before", Care::Ordinary), Ok(()));
        let display = std::env::var("DISPLAY").expect("a display");
        signal("KILL", &part("FENCUN_TEST_DISPLAY_PID"));
        until("the display is gone", || x11rb::connect(None).is_err());
        for _ in 0..2 {
            let refusal = clipboard.write_text("meanwhile", Care::Ordinary);
            assert!(matches!(refusal, Err(ClipboardError::Missing(_))), "{refusal:?}");
        }
        let again = Display::start(display.trim_start_matches(':').parse().ok());
        assert_eq!(format!(":{}", again.number), display);
        assert_eq!(clipboard.write_text("after", Care::Ordinary), Ok(()));
        assert_eq!(pasted(), b"after");
    });
}

#[test]
fn a_frozen_display_is_waited_for_in_vain_but_not_for_ever() {
    on_display("a_frozen_display_is_waited_for_in_vain_but_not_for_ever", || {
        let clipboard = SystemClipboard::start();
        assert_eq!(clipboard.write_text("before", Care::Ordinary), Ok(()));
        signal("STOP", &part("FENCUN_TEST_DISPLAY_PID"));
        for _ in 0..5 {
            assert_eq!(clipboard.write_text("meanwhile", Care::Ordinary), Err(ClipboardError::TimedOut));
        }
        signal("CONT", &part("FENCUN_TEST_DISPLAY_PID"));
        assert_ne!(pasted(), b"", "the clipboard is not emptied");
        until("the clipboard works again", || clipboard.write_text("after", Care::Ordinary) == Ok(()));
        assert_eq!(pasted(), b"after");
    });
}

/// Takes the clipboard back, `times` times, whenever somebody else has it, and serves another text.
fn thief(times: usize) {
    let (conn, screen) = x11rb::connect(None).expect("a display");
    let window = conn.generate_id().expect("room for a window");
    let root = conn.setup().roots[screen].root;
    let aux = CreateWindowAux::new().event_mask(EventMask::STRUCTURE_NOTIFY);
    conn.create_window(0, window, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &aux).expect("a window");
    let atom =
        |name: &str| conn.intern_atom(false, name.as_bytes()).expect("asked").reply().expect("an atom").atom;
    let clipboard = atom("CLIPBOARD");
    conn.set_selection_owner(window, clipboard, x11rb::CURRENT_TIME).expect("sent");
    conn.sync().expect("answered");
    thread::spawn(move || {
        let mut left = times;
        while let Ok(event) = conn.wait_for_event() {
            match event {
                Event::SelectionClear(_) if left > 0 => {
                    left -= 1;
                    conn.set_selection_owner(window, clipboard, x11rb::CURRENT_TIME).expect("sent");
                }
                Event::SelectionRequest(ask) => {
                    let utf8 = ask.target;
                    conn.change_property8(PropMode::REPLACE, ask.requestor, ask.property, utf8, b"stolen")
                        .expect("sent");
                    let told = SelectionNotifyEvent {
                        response_type: SELECTION_NOTIFY_EVENT,
                        sequence: 0,
                        time: ask.time,
                        requestor: ask.requestor,
                        selection: ask.selection,
                        target: ask.target,
                        property: ask.property,
                    };
                    conn.send_event(false, ask.requestor, EventMask::NO_EVENT, told).expect("sent");
                }
                _ => {}
            }
            conn.flush().expect("sent");
        }
    });
}

#[test]
fn what_another_program_took_is_not_called_copied() {
    on_display("what_another_program_took_is_not_called_copied", || {
        thief(usize::MAX);
        let clipboard = SystemClipboard::start();
        // The thief may be slower than our look: then "copied" was true when it was said.
        let refused = |_| clipboard.write_text("mine", Care::Ordinary) == Err(ClipboardError::Busy);
        assert!((0..500).any(refused), "the thief was never noticed");
    });
}

#[test]
fn what_another_program_took_once_is_copied_again() {
    on_display("what_another_program_took_once_is_copied_again", || {
        let clipboard = SystemClipboard::start();
        for _ in 0..20 {
            thief(1);
            assert_eq!(clipboard.write_text("mine", Care::Ordinary), Ok(()));
        }
    });
}
