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
    SelectionRequestEvent, WindowClass,
};
use x11rb::rust_connection::RustConnection;
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
        // Nobody else is to take the number meanwhile: other tests start displays of their own.
        let lock = format!("/tmp/.X{}-lock", display.trim_start_matches(':'));
        std::fs::write(&lock, format!("{:>10}\n", std::process::id())).expect("the display's lock is free");
        until("the display is gone", || x11rb::connect(None).is_err());
        for _ in 0..2 {
            let refusal = clipboard.write_text("meanwhile", Care::Ordinary);
            assert!(matches!(refusal, Err(ClipboardError::Missing(_))), "{refusal:?}");
        }
        std::fs::remove_file(&lock).expect("it is ours");
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
    own("any", b"stolen", times);
}

/// Has the clipboard, with a text of one kind only, until somebody else copies something.
fn serve(kind: &str, text: &'static [u8]) {
    own(kind, text, 0);
}

fn own(kind: &str, text: &'static [u8], mut times: usize) {
    let (conn, screen) = x11rb::connect(None).expect("a display");
    let window = conn.generate_id().expect("room for a window");
    let root = conn.setup().roots[screen].root;
    let aux = CreateWindowAux::new().event_mask(EventMask::STRUCTURE_NOTIFY);
    conn.create_window(0, window, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &aux).expect("a window");
    let atom =
        |name: &str| conn.intern_atom(false, name.as_bytes()).expect("asked").reply().expect("an atom").atom;
    let (clipboard, kind) = (atom("CLIPBOARD"), (kind != "any").then(|| atom(kind)));
    conn.set_selection_owner(window, clipboard, x11rb::CURRENT_TIME).expect("sent");
    conn.sync().expect("answered");
    thread::spawn(move || {
        while let Ok(event) = conn.wait_for_event() {
            match event {
                Event::SelectionClear(_) if times == 0 => {
                    // So that no answer of ours is lost with the connection.
                    return conn.sync().expect("answered");
                }
                Event::SelectionClear(_) => {
                    times -= 1;
                    conn.set_selection_owner(window, clipboard, x11rb::CURRENT_TIME).expect("sent");
                }
                Event::SelectionRequest(ask) => {
                    let served = kind.is_none_or(|kind| kind == ask.target);
                    answer(&conn, &ask, served.then_some(text));
                }
                _ => {}
            }
            conn.flush().expect("sent");
        }
    });
}

/// Answers whoever pastes; with nothing, if the text is not of the kind that was asked for.
fn answer(conn: &RustConnection, ask: &SelectionRequestEvent, text: Option<&[u8]>) {
    if let Some(text) = text {
        conn.change_property8(PropMode::REPLACE, ask.requestor, ask.property, ask.target, text)
            .expect("sent");
    }
    let told = SelectionNotifyEvent {
        response_type: SELECTION_NOTIFY_EVENT,
        sequence: 0,
        time: ask.time,
        requestor: ask.requestor,
        selection: ask.selection,
        target: ask.target,
        property: text.map_or(x11rb::NONE, |_| ask.property),
    };
    conn.send_event(false, ask.requestor, EventMask::NO_EVENT, told).expect("sent");
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

#[test]
fn what_others_copied_is_read() {
    on_display("what_others_copied_is_read", || {
        let clipboard = SystemClipboard::start();
        assert_eq!(clipboard.read_text(), Ok(None));
        for text in ["王总，\n", "e\u{301}\u{202e}🙂"] {
            let _other = owner(text);
            assert_eq!(clipboard.read_text(), Ok(Some(text.to_owned())));
        }
        let long = "一二三四五六七八九十\n".repeat(40_000);
        assert_eq!(clipboard.write_text(&long, Care::Sensitive), Ok(()));
        assert!(clipboard.read_text() == Ok(Some(long)), "what is ours is read too");
    });
}

#[test]
fn an_old_program_that_knows_only_latin_is_understood() {
    on_display("an_old_program_that_knows_only_latin_is_understood", || {
        serve("STRING", b"Gr\xfc\xdfe");
        assert_eq!(SystemClipboard::start().read_text(), Ok(Some("Grüße".to_owned())));
    });
}

#[test]
fn a_frozen_owner_is_waited_for_in_vain_while_writing_goes_on() {
    on_display("a_frozen_owner_is_waited_for_in_vain_while_writing_goes_on", || {
        let clipboard = SystemClipboard::start();
        let frozen = owner("frozen");
        signal("STOP", &frozen.id().to_string());
        thread::scope(|scope| {
            let readers = [0; 6].map(|_| scope.spawn(|| clipboard.read_text()));
            let clearer = scope.spawn(|| clipboard.clear_if("frozen"));
            for reader in readers {
                assert_eq!(reader.join().expect("no panic"), Err(ClipboardError::TimedOut));
            }
            assert_eq!(clearer.join().expect("no panic"), Err(ClipboardError::TimedOut));
        });
        assert_eq!(clipboard.write_text("moves on", Care::Ordinary), Ok(()));
        assert_eq!(clipboard.read_text(), Ok(Some("moves on".to_owned())));
    });
}

#[test]
fn what_cannot_be_reached_cannot_be_read() {
    inside("what_cannot_be_reached_cannot_be_read", Desktop::bare, || {
        let clipboard = SystemClipboard::start();
        assert!(matches!(clipboard.read_text(), Err(ClipboardError::Missing(_))));
        assert!(matches!(clipboard.clear_if("a"), Err(ClipboardError::Missing(_))));
    });
}

#[test]
fn a_frozen_display_does_not_hold_a_reader_for_ever() {
    on_display("a_frozen_display_does_not_hold_a_reader_for_ever", || {
        let clipboard = SystemClipboard::start();
        assert_eq!(clipboard.write_text("before", Care::Ordinary), Ok(()));
        signal("STOP", &part("FENCUN_TEST_DISPLAY_PID"));
        for _ in 0..5 {
            assert_eq!(clipboard.read_text(), Err(ClipboardError::TimedOut));
        }
        signal("CONT", &part("FENCUN_TEST_DISPLAY_PID"));
        until("it can be read again", || clipboard.read_text() == Ok(Some("before".to_owned())));
    });
}

#[test]
fn a_text_is_taken_back_only_while_it_is_there() {
    on_display("a_text_is_taken_back_only_while_it_is_there", || {
        let clipboard = SystemClipboard::start();
        assert_eq!(clipboard.clear_if(""), Ok(false), "an empty clipboard is not emptied");
        for care in [Care::Sensitive, Care::Ordinary] {
            assert_eq!(clipboard.write_text("mine", care), Ok(()));
            assert_eq!(clipboard.clear_if("other"), Ok(false));
            assert_eq!(clipboard.clear_if("mine\n"), Ok(false));
            assert_eq!(pasted(), b"mine");
            assert_eq!(clipboard.clear_if("mine"), Ok(true));
            assert_eq!(clipboard.read_text(), Ok(None));
            assert_eq!(clipboard.clear_if("mine"), Ok(false));
        }
        let _other = owner("theirs");
        assert_eq!(clipboard.clear_if("mine"), Ok(false));
        assert_eq!(pasted(), b"theirs");
        assert_eq!(clipboard.write_text("mine again", Care::Ordinary), Ok(()));
        assert_eq!(pasted(), b"mine again");
    });
}

#[test]
fn whoever_copies_meanwhile_keeps_what_they_copied() {
    on_display("whoever_copies_meanwhile_keeps_what_they_copied", || {
        let clipboard = SystemClipboard::start();
        let mut outcomes = [0, 0];
        for round in 0_u64..300 {
            assert_eq!(clipboard.write_text("mine", Care::Sensitive), Ok(()), "round {round}");
            let cleared = thread::scope(|scope| {
                let copying = scope.spawn(|| {
                    // So that it falls now before, now into, now after the clearing.
                    for _ in 0..round * 200 {
                        std::hint::black_box(());
                        std::hint::spin_loop();
                    }
                    serve("UTF8_STRING", b"theirs");
                });
                let cleared = clipboard.clear_if("mine");
                copying.join().expect("no panic");
                cleared
            });
            outcomes[usize::from(cleared.expect("the display answers"))] += 1;
            assert_eq!(clipboard.read_text(), Ok(Some("theirs".to_owned())), "round {round}");
        }
        assert!(outcomes.iter().all(|times| *times > 0), "every order was tried: {outcomes:?}");
    });
}
