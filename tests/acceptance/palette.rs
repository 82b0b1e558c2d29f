//! The palette: found, copied, gone; and what the window program may do to it.

use std::fs;

use serde_json::Value;
use support::*;

use crate::at_home::*;

const PALETTE: &str = "Fencun palette";
/// Key codes of the keyboard every X server has: the letter a; Ctrl and Alt.
const A: u8 = 38;
const MODIFIERS: [u8; 2] = [37, 64];

const SELECTED: &str =
    "return document.querySelector('[role=option][aria-selected=true] .title')?.textContent";

fn three() -> [String; 3] {
    [
        phrase("one", "alpha", "words of alpha"),
        phrase("two", "beta", "words of beta"),
        phrase("three", "gamma", "words of gamma"),
    ]
}

#[track_caller]
fn wait_for_selected(page: &WebDriver, title: &str) {
    let what = format!("{title:?} to be the one in hand");
    wait_until(&what, DEADLINE, || (page.script(SELECTED, &[]) == title).then_some(()));
}

/// A key as the page hears it while an input method composes, in both ways browsers say so.
fn compose(page: &WebDriver, key: &str) {
    let body = "for (const how of [{isComposing: true}, {keyCode: 229}]) {
        const event = new KeyboardEvent('keydown', {key: arguments[0], code: arguments[0], bubbles: true, cancelable: true, ...how});
        document.querySelector('input[role=combobox]').dispatchEvent(event);
    }";
    page.script(body, &[Value::from(key)]);
}

#[test]
fn hotkey_letters_enter_and_the_words_can_be_pasted_where_one_was() {
    let desktop = Desktop::start();
    let _app = started_with(&desktop, &three());
    let mut letter = Neighbour::open(&desktop, "a letter");

    desktop.keyboard().press("ctrl+alt+space");
    desktop.windows().wait_for_active(PALETTE);
    desktop.keyboard().type_text("beta");
    desktop.keyboard().press("Return");

    desktop.clipboard().wait_for_text("words of beta");
    desktop.windows().wait_for_none(PALETTE);
    desktop.windows().wait_for_active("a letter");
    desktop.keyboard().press("a");
    wait_until("the key", DEADLINE, || letter.keys().contains(&A).then_some(()));
    // Ctrl and Alt of the hotkey belong to nobody yet when they go down.
    let typed: Vec<_> = letter.keys().iter().filter(|key| !MODIFIERS.contains(key)).collect();
    assert_eq!(typed, [&A], "only what was meant for the letter has reached it");
}

#[test]
fn escape_clears_the_query_and_then_hides() {
    let desktop = Desktop::start();
    let app = started_with(&desktop, &three());
    let page = app.open_page("palette");
    let query = page.find("input[role=combobox]");
    query.type_text("gamma");
    wait_for_selected(&page, "gamma");

    page.press(&[Key::ESCAPE]);
    wait_until("an empty query", DEADLINE, || query.value().is_empty().then_some(()));
    assert!(desktop.windows().titled(PALETTE).is_some_and(Window::visible));
    page.press(&[Key::ESCAPE]);

    desktop.windows().wait_for_none(PALETTE);
    assert_eq!(desktop.clipboard().text(), None);
}

#[test]
fn escape_gives_the_focus_back() {
    let desktop = Desktop::start();
    let app = started_with(&desktop, &three());
    let _letter = Neighbour::open(&desktop, "a letter");

    let _ = app.command(&["toggle"]).done();
    desktop.windows().wait_for_active(PALETTE);
    desktop.keyboard().press("Escape");

    desktop.windows().wait_for_none(PALETTE);
    desktop.windows().wait_for_active("a letter");
}

#[test]
fn toggle_ends_once_the_palette_is_there_or_gone() {
    let desktop = Desktop::start();
    let app = started_with(&desktop, &three());
    let shown = || desktop.windows().titled(PALETTE).is_some_and(Window::visible);

    for expected in [true, false, true, false] {
        let _ = app.command(&["toggle"]).done();
        assert_eq!(shown(), expected);
    }
    // Opening is not toggling.
    for _ in 0..2 {
        let _ = app.command(&["open", "palette"]).done();
        assert!(shown());
    }
}

#[test]
fn arrows_move_and_enter_copies_the_one_in_hand() {
    let desktop = Desktop::start();
    let app = started_with(&desktop, &three());
    let page = app.open_page("palette");
    wait_for_selected(&page, "alpha");

    for (key, title) in [
        (Key::DOWN, "beta"),
        (Key::DOWN, "gamma"),
        (Key::UP, "beta"),
        (Key::HOME, "alpha"),
        (Key::DOWN, "beta"),
    ] {
        page.press(&[key]);
        wait_for_selected(&page, title);
    }
    page.press(&[Key::ENTER]);

    desktop.clipboard().wait_for_text("words of beta");
    desktop.windows().wait_for_none(PALETTE);
}

#[test]
fn the_query_is_empty_again_at_the_next_opening() {
    let desktop = Desktop::start();
    let app = started_with(&desktop, &three());
    let page = app.open_page("palette");
    page.find("input[role=combobox]").type_text("gamma");
    wait_for_selected(&page, "gamma");
    page.press(&[Key::ENTER]);
    desktop.clipboard().wait_for_text("words of gamma");
    desktop.windows().wait_for_none(PALETTE);

    let _ = app.command(&["open", "palette"]).done();

    desktop.windows().wait_for(PALETTE);
    wait_until("an empty query", DEADLINE, || {
        page.find("input[role=combobox]").value().is_empty().then_some(())
    });
}

#[test]
fn no_key_acts_while_a_composition_is_open() {
    let desktop = Desktop::start();
    let app = started_with(&desktop, &three());
    let page = app.open_page("palette");
    wait_for_selected(&page, "alpha");

    for key in ["ArrowDown", "Enter", "Escape", "Tab"] {
        compose(&page, key);
    }
    // A key that does act is heard after those that must not.
    page.press(&[Key::DOWN]);
    wait_for_selected(&page, "beta");
    assert_eq!(desktop.clipboard().text(), None);
    assert!(desktop.windows().titled(PALETTE).is_some_and(Window::visible));
    page.press(&[Key::ENTER]);
    desktop.clipboard().wait_for_text("words of beta");
}

#[test]
fn what_chinese_keys_write_is_found() {
    let desktop = Desktop::start();
    let app = started_with(
        &desktop,
        &[phrase("one", "明早寄給您", "明早寄給您。"), phrase("two", "信箱", "請寄到信箱。")],
    );
    let page = app.open_page("palette");

    page.find("input[role=combobox]").type_text("信箱");
    wait_for_selected(&page, "信箱");
    page.press(&[Key::ENTER]);

    desktop.clipboard().wait_for_text("請寄到信箱。");
}

/// Opens the palette, does this to every process of this name, and uses the palette again.
fn after(name: &str, how: &str) {
    let desktop = Desktop::start();
    let mut app = started_with(&desktop, &three());
    let _ = app.command(&["open", "palette"]).done();
    let palette = desktop.windows().wait_for_active(PALETTE);
    wait_until("it to be drawn", DEADLINE, || (palette.colours() > 8).then_some(()));

    signal(&desktop, name, how);

    // One that died may take a moment to leave the screen; what counts is a palette that hears keys.
    let _ = app.command(&["open", "palette"]).done();
    desktop.windows().wait_for_active(PALETTE);
    wait_until("the words", DEADLINE, || {
        desktop.keyboard().press("ctrl+a");
        desktop.keyboard().type_text("beta");
        desktop.keyboard().press("Return");
        try_wait_until("the words", DEADLINE / 10, || desktop.clipboard().text()).ok()
    });
    desktop.clipboard().wait_for_text("words of beta");
    assert!(app.resident().ended().is_none());
    assert!(desktop.processes().running("fencun-window").len() <= 1, "the old one is gone");
}

#[test]
fn the_palette_opens_again_after_its_web_process_was_killed() {
    after("WebKitWebProcess", "-KILL");
}

#[test]
fn the_palette_opens_again_after_the_window_program_was_killed() {
    after("fencun-window", "-KILL");
}

#[test]
fn the_palette_opens_again_after_the_window_program_froze() {
    after("fencun-window", "-STOP");
}

#[test]
fn without_the_window_program_tray_and_command_line_still_work() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    let app = App::new(&desktop);
    app.write("config/settings.toml", PROFILE);
    let alone = desktop.folder().join("alone");
    fs::create_dir(&alone).expect("the folder is ours");
    fs::copy(app.program("fencun").get_program(), alone.join("fencun")).expect("the program is built");
    let program = |arguments: &[&str]| {
        let mut command = desktop.command(alone.join("fencun"));
        command.arg("--home").arg(app.home()).args(arguments);
        command
    };
    let mut resident = desktop.spawn(program(&["--background"]));
    app.wait_until_answering();

    let opened = desktop.run(program(&["open", "palette"]));
    let complaint = String::from_utf8_lossy(&opened.stderr).into_owned();
    assert_eq!(opened.status.code(), Some(1), "{complaint}");
    assert!(complaint.contains("fencun-window"), "{complaint}");
    click(&app.icon(), "Missed call");
    wait_until("the words", DEADLINE, || desktop.clipboard().text());
    // The menu changes once more, and with it what a click refers to.
    wait_until("the recent one", DEADLINE, || app.icon().row(&["Recent"]).enabled.then_some(()));
    app.icon().click(&["Find a phrase…"]);
    wait_until("to hear of it", DEADLINE, || {
        daemon.seen().into_iter().find(|notice| notice.summary == "The window did not open")
    });
    assert!(resident.ended().is_none());
}
