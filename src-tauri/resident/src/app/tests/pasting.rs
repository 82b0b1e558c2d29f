//! Pasting after a copy, putting the old text back, asking first, and sensitive words.

use std::time::{Duration, Instant};

use fencun_core::ports::{Clipboard as _, PasteError};
use fencun_protocol::{Code, Filling, Request};
use serde_json::json;

use super::{Bench, draft, filling};
use crate::app::pasting::Sensitive;
use fencun_core::fakes::FakePaster;

fn wait(what: &str, so: impl Fn() -> bool) {
    let until = Instant::now() + Duration::from_secs(20);
    while !so() {
        assert!(Instant::now() < until, "{what}");
        std::thread::yield_now();
    }
}

fn from_a_window(id: &str) -> Request {
    Request::Copy(Filling { paste: true, ..filling(id) })
}

#[test]
fn nothing_is_pasted_unless_the_user_wants_it() {
    let bench = Bench::new();
    let id = bench.add("t", "words");
    assert_eq!(bench.ask(from_a_window(&id))["paste"], "off");
    bench.set("behaviour.auto_paste", json!(true));
    assert_eq!(bench.ask(Request::Copy(filling(&id)))["paste"], "off", "a script pastes itself");
    assert_eq!(bench.ask(from_a_window(&id))["paste"], "will");
    wait("it is pasted", || bench.paster.counts().1 == 1);
}

#[test]
fn a_desktop_that_lets_nobody_paste_says_so() {
    let bench = Bench::with_paster(FakePaster::refusing(PasteError::Unavailable("Wayland".into())));
    bench.set("behaviour.auto_paste", json!(true));
    let id = bench.add("t", "words");
    assert_eq!(bench.ask(from_a_window(&id))["paste"], "cannot");
    assert_eq!(bench.clipboard.written(), ["words"]);
}

#[test]
fn a_window_that_is_gone_is_said_and_the_words_stay_copied() {
    let bench = Bench::with_paster(FakePaster::refusing(PasteError::LostTarget));
    bench.set("behaviour.auto_paste", json!(true));
    bench.set("behaviour.put_back_clipboard", json!(true));
    bench.clipboard.hold("old");
    let id = bench.add("t", "words");
    assert_eq!(bench.ask(from_a_window(&id))["paste"], "will");
    wait("it is said", || bench.notifier.notices().iter().any(|notice| notice.body.contains("Ctrl+V")));
    assert_eq!(bench.clipboard.read_text(), Ok(Some("words".into())));
}

#[test]
fn the_clipboard_gets_its_old_text_back() {
    let bench = Bench::new();
    bench.set("behaviour.auto_paste", json!(true));
    bench.set("behaviour.put_back_clipboard", json!(true));
    bench.clipboard.hold("old");
    let id = bench.add("t", "words");
    bench.ask(from_a_window(&id));
    wait("the old text is back", || bench.clipboard.read_text() == Ok(Some("old".into())));
    assert_eq!(bench.clipboard.written(), ["words", "old"]);
    assert!(bench.clipboard.last_was_sensitive(), "it may have been a password");
}

#[test]
fn a_secret_of_ours_is_not_put_back() {
    let bench = Bench::new();
    bench.set("behaviour.auto_paste", json!(true));
    bench.set("behaviour.put_back_clipboard", json!(true));
    let secret = bench.add("t", "secret");
    let mut sensitive = draft(Some(&secret), "t", "secret");
    sensitive.sensitive = true;
    bench.ask(Request::SavePhrase { draft: sensitive, base: None });
    bench.ask(Request::Copy(filling(&secret)));
    let id = bench.add("u", "words");
    bench.clipboard.hold("secret");
    bench.ask(from_a_window(&id));
    bench.clipboard.hold("theirs");
    let other = bench.add("v", "more words");
    bench.ask(from_a_window(&other));
    wait("their text is back", || bench.clipboard.read_text() == Ok(Some("theirs".into())));
    assert_eq!(bench.clipboard.written(), ["secret", "words", "more words", "theirs"]);
}

#[test]
fn words_that_a_terminal_would_obey_stay_copied_and_that_is_said() {
    let bench = Bench::with_paster(FakePaster::refusing(PasteError::Terminal));
    bench.set("behaviour.auto_paste", json!(true));
    let id = bench.add("t", "ls\nrm");
    assert_eq!(bench.ask(from_a_window(&id))["paste"], "will");
    wait("it is said", || bench.notifier.notices().iter().any(|notice| notice.body.contains("terminal")));
    assert_eq!(bench.clipboard.read_text(), Ok(Some("ls\nrm".into())));
}

#[test]
fn characters_that_can_harm_are_asked_about_first() {
    let bench = Bench::new();
    let id = bench.add("t", "ls\u{1b}[2K");
    let failure = bench.refused(Request::Copy(filling(&id)));
    assert_eq!((failure.code, failure.names), (Code::Unsafe, vec!["U+001B ESCAPE".to_owned()]));
    assert!(bench.clipboard.written().is_empty());
    bench.ask(Request::Copy(Filling { sure: true, ..filling(&id) }));
    assert_eq!(bench.clipboard.written(), ["ls\u{1b}[2K"]);
}

#[test]
fn sensitive_words_leave_the_clipboard_unless_somebody_has_copied_since() {
    let bench = Bench::new();
    bench.set("behaviour.clear_sensitive_seconds", json!(1));
    let id = bench.add("t", "secret");
    let mut sensitive = draft(Some(&id), "t", "secret");
    sensitive.sensitive = true;
    bench.ask(Request::SavePhrase { draft: sensitive, base: None });
    bench.ask(Request::Copy(filling(&id)));
    assert!(bench.clipboard.last_was_sensitive());
    wait("it is cleared", || bench.clipboard.read_text() == Ok(None));
    bench.set("behaviour.clear_sensitive_seconds", json!(0));
    bench.ask(Request::Copy(filling(&id)));
    assert_eq!(bench.clipboard.read_text(), Ok(Some("secret".into())));
}

#[test]
fn sensitive_words_that_are_copied_again_stay_for_the_whole_time() {
    let (sensitive, start) = (Sensitive::default(), Instant::now());
    let after = |seconds| start + Duration::from_secs(seconds);
    assert!(sensitive.keep("a", after(30)));
    assert!(!sensitive.keep("a", after(50)), "whoever waits for them waits longer");
    assert!(sensitive.keep("b", after(60)));
    assert_eq!(sensitive.left("a", after(30)), Some(Duration::from_secs(20)));
    assert_eq!(sensitive.left("a", after(50)), Some(Duration::ZERO));
    assert_eq!(sensitive.left("a", after(51)), None, "they are forgotten");
    assert_eq!(sensitive.left("b", after(51)), Some(Duration::from_secs(9)));
}

#[test]
fn sensitive_words_are_taken_back_when_the_program_ends() {
    let bench = Bench::new();
    let id = bench.add("t", "secret");
    let mut sensitive = draft(Some(&id), "t", "secret");
    sensitive.sensitive = true;
    bench.ask(Request::SavePhrase { draft: sensitive, base: None });
    bench.ask(Request::Copy(filling(&id)));
    bench.app.clear_sensitive();
    assert_eq!(bench.clipboard.read_text(), Ok(None));
    bench.clipboard.hold("theirs");
    bench.app.clear_sensitive();
    assert_eq!(bench.clipboard.read_text(), Ok(Some("theirs".into())));
}
