//! Phrases that come back later.

use fencun_core::ports::NoticeKind;
use fencun_protocol::{Code, Request};
use serde_json::json;

use super::{Bench, filling};
use crate::app::reminding;

/// Makes everything that waits due.
fn let_time_pass(bench: &Bench) {
    let file = bench.home.path().join("state/reminders.toml");
    let text = std::fs::read_to_string(&file).expect("reminders");
    let due = |line: &str| if line.starts_with("due = ") { "due = 1".to_owned() } else { line.to_owned() };
    std::fs::write(&file, text.lines().map(due).collect::<Vec<_>>().join("\n")).expect("writable");
}

/// Waits until so many notices have come.
fn notices(bench: &Bench, count: usize) {
    let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while bench.notifier.notices().len() < count {
        assert!(std::time::Instant::now() < until, "{:?}", bench.notifier.notices());
        std::thread::yield_now();
    }
}

#[test]
fn a_phrase_comes_back_after_a_restart_and_its_button_copies_it() {
    let mut bench = Bench::new();
    let id = bench.add("t", "words for later");
    let reminder = bench.ask(Request::Remind { filling: filling(&id), minutes: 15 });
    assert_eq!((&reminder["number"], &reminder["came"]), (&json!(1), &json!(false)));
    let_time_pass(&bench);
    bench.restart();
    reminding::start(&bench.app);
    notices(&bench, 1);
    let notice = bench.notifier.notices().remove(0);
    assert_eq!(notice.kind, NoticeKind::Reminder(1));
    assert!(!notice.summary.contains("words") && !notice.body.contains("words"), "{notice:?}");
    assert_eq!(bench.ask(Request::Reminders)[0]["came"], true);
    assert!(bench.notifier.press());
    assert_eq!(bench.clipboard.written(), ["words for later"]);
    assert_eq!(bench.ask(Request::Reminders), json!([]), "it is answered");
}

#[test]
fn a_phrase_that_came_back_and_was_not_answered_comes_again_at_the_next_start() {
    let mut bench = Bench::new();
    let id = bench.add("t", "words for later");
    bench.ask(Request::Remind { filling: filling(&id), minutes: 5 });
    let_time_pass(&bench);
    bench.restart();
    reminding::start(&bench.app);
    notices(&bench, 1);
    bench.restart();
    reminding::start(&bench.app);
    notices(&bench, 2);
}

#[test]
fn a_reminder_can_be_dropped_and_must_be_within_a_day() {
    let bench = Bench::new();
    let id = bench.add("t", "words");
    bench.ask(Request::Remind { filling: filling(&id), minutes: 5 });
    bench.ask(Request::Remind { filling: filling(&id), minutes: 15 });
    let left = bench.ask(Request::DropReminder { number: 1 });
    assert_eq!(left.as_array().map(Vec::len), Some(1));
    for minutes in [0, 1441] {
        let failure = bench.refused(Request::Remind { filling: filling(&id), minutes });
        assert_eq!(failure.code, Code::BadValue);
    }
    assert_eq!(bench.refused(Request::Remind { filling: filling("none"), minutes: 5 }).code, Code::Unknown);
}
