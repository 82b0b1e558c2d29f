//! The clipboard, whoever else has it.

use support::*;
use x11rb::protocol::xproto::ConnectionExt as _;
use x11rb::wrapper::ConnectionExt as _;

use crate::at_home::*;

const PHRASE: &str = "tw-zh-move-senior-start";

#[test]
fn the_words_come_byte_for_byte() {
    let desktop = Desktop::builder().without_panel().start();
    let text = "您好，\n\n  three  spaces\t\u{1f600} &amp; ''";
    let app = started_with(&desktop, &[phrase("odd", "odd", text)]);

    assert_eq!(app.command(&["copy", "odd"]).code(), Some(0));

    let read = desktop.clipboard().read("UTF8_STRING", DEADLINE).expect("an answer");
    assert_eq!(read.as_deref(), Some(text.as_bytes()));
}

#[test]
fn a_frozen_owner_does_not_hinder() {
    let desktop = Desktop::builder().without_panel().start();
    let app = started(&desktop);
    let holder = desktop.clipboard().hold("old");
    holder.freeze();

    assert_eq!(app.command(&["copy", PHRASE]).code(), Some(0));

    assert_eq!(desktop.clipboard().text(), Some(words(&app, PHRASE)));
}

#[test]
fn the_words_stay_when_the_palette_hides_and_its_program_ends() {
    let desktop = Desktop::start();
    let _app = started_with(&desktop, &[phrase("one", "alpha", "words of alpha")]);
    desktop.keyboard().press("ctrl+alt+space");
    desktop.windows().wait_for_active("Fencun palette");
    desktop.keyboard().press("Return");
    desktop.clipboard().wait_for_text("words of alpha");
    desktop.windows().wait_for_none("Fencun palette");

    signal(&desktop, "fencun-window", "-KILL");
    wait_until("its end", DEADLINE, || desktop.processes().running("fencun-window").is_empty().then_some(()));

    assert_eq!(desktop.clipboard().text().as_deref(), Some("words of alpha"));
}

#[test]
fn copied_is_said_only_when_the_words_can_be_pasted() {
    let desktop = Desktop::builder().without_panel().start();
    let app = started(&desktop);
    for id in [PHRASE, "tw-zh-move-client-1"] {
        // No wait between the answer and the look.
        assert_eq!(app.command(&["copy", id]).code(), Some(0));
        assert_eq!(desktop.clipboard().text(), Some(words(&app, id)));
    }
}

#[test]
fn a_display_that_answers_nobody_is_an_error_in_time() {
    let desktop = Desktop::builder().without_panel().without_notification_daemon().start();
    let mut app = started(&desktop);
    let (greedy, _) = x11rb::connect(desktop.env("DISPLAY")).expect("the display was just started");
    greedy.grab_server().expect("the display answers");
    greedy.sync().expect("the display answers");

    let refused = app.command(&["copy", PHRASE]);
    assert_eq!(refused.code(), Some(5), "{}", refused.stderr);
    assert!(app.resident().ended().is_none());
    drop(greedy);

    assert_eq!(app.command(&["copy", PHRASE]).code(), Some(0), "once it is free again it can be had");
    assert_eq!(desktop.clipboard().text(), Some(words(&app, PHRASE)));
}

#[test]
fn without_a_display_copying_says_so() {
    let desktop = Desktop::builder().without_panel().start();
    let app = App::new(&desktop).env("DISPLAY", "");
    app.write("config/settings.toml", PROFILE);

    let refused = app.command(&["copy", PHRASE]);

    assert_eq!(refused.code(), Some(5), "{}", refused.stderr);
    assert!(refused.stdout.is_empty());
    let _ = app.command(&["quit"]).done();
}
