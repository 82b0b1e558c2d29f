//! The global hotkey.

use std::fs;
use std::time::Duration;

use support::*;

use crate::at_home::*;

const PALETTE: &str = "Fencun palette";

/// A press that nobody heard is repeated after this.
const PATIENCE: Duration = Duration::from_secs(6);

/// Fencun with a hotkey of the person's own, in settings.toml before it starts.
fn started_with_hotkey<'d>(desktop: &'d Desktop, hotkey: &str) -> App<'d> {
    let mut app = App::new(desktop);
    app.write("config/settings.toml", &settings(hotkey));
    app.start();
    app
}

fn settings(hotkey: &str) -> String {
    format!("{PROFILE}[behaviour]\nhotkey = \"{hotkey}\"\n")
}

/// Presses keys until the palette is there: a key that was set a moment ago may not be held yet.
#[track_caller]
fn press_until_open(desktop: &Desktop, keys: &str) {
    let open = || desktop.windows().titled(PALETTE).filter(|window| window.visible());
    for _ in 0..5 {
        desktop.keyboard().press(keys);
        if try_wait_until("the palette", PATIENCE, open).is_ok() {
            return;
        }
    }
    panic!("{keys} does not open the palette");
}

/// Waits until Ctrl+Alt+Space belongs to nobody.
#[track_caller]
fn wait_until_free(desktop: &Desktop) {
    wait_until("Ctrl+Alt+Space to be free", DEADLINE, || HotkeyTaker::take(desktop).ok());
}

#[test]
fn the_hotkey_hides_what_it_opened() {
    let desktop = Desktop::start();
    let _app = started(&desktop);
    let _letter = Neighbour::open(&desktop, "a letter");

    desktop.keyboard().press("ctrl+alt+space");
    desktop.windows().wait_for_active(PALETTE);
    desktop.keyboard().press("ctrl+alt+space");

    desktop.windows().wait_for_none(PALETTE);
    desktop.windows().wait_for_active("a letter");
}

#[test]
fn every_press_counts_however_soon_it_comes() {
    let desktop = Desktop::start();
    let _app = started(&desktop);

    for _ in 0..10 {
        desktop.keyboard().press("ctrl+alt+space");
        desktop.windows().wait_for_active(PALETTE);
        desktop.keyboard().press("ctrl+alt+space");
        desktop.windows().wait_for_none(PALETTE);
    }
}

#[test]
fn a_locked_number_pad_does_not_keep_the_hotkey_away() {
    let desktop = Desktop::start();
    let _app = started(&desktop);

    desktop.keyboard().press("Num_Lock");
    desktop.keyboard().press("ctrl+alt+space");

    desktop.windows().wait_for_active(PALETTE);
}

#[test]
fn a_taken_hotkey_is_named_and_everything_else_works() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    let _taker = HotkeyTaker::take(&desktop).expect("it is free");
    let app = started(&desktop);

    let notice = daemon.wait_for(1).remove(0);
    assert_eq!(notice.summary, "Ctrl+Alt+Space is taken");
    assert!(notice.body.contains("Settings"), "{}", notice.body);
    let log = fs::read_to_string(desktop.folder().join("log/fencun.log")).expect("it was started");
    assert!(log.contains("Ctrl+Alt+Space is taken"), "{log}");
    let _ = app.icon();
    let _ = app.command(&["copy", "tw-zh-move-senior-start"]).done();
    let _ = app.command(&["toggle"]).done();
    desktop.windows().wait_for_active(PALETTE);
}

#[test]
fn a_hotkey_of_ones_own_takes_the_place_of_the_usual_one() {
    let desktop = Desktop::start();
    let _app = started_with_hotkey(&desktop, "Ctrl+Shift+F8");

    assert!(HotkeyTaker::take(&desktop).is_ok(), "the usual one is left to others");
    desktop.keyboard().press("ctrl+shift+F8");
    desktop.windows().wait_for_active(PALETTE);
}

#[test]
fn a_hotkey_changed_in_the_file_works_without_a_restart() {
    let desktop = Desktop::start();
    let app = started(&desktop);

    app.write("config/settings.toml", &settings("Super+j"));

    wait_until_free(&desktop);
    press_until_open(&desktop, "super+j");
}

#[test]
fn a_hotkey_recorded_in_the_settings_works_at_once_and_is_kept() {
    let desktop = Desktop::start();
    let mut app = started(&desktop);

    let page = app.open_page("settings");
    page.find("nav [data-test=behaviour]").click();
    wait_until("the hotkey", DEADLINE, || {
        page.all("[data-test=hotkey]")
            .first()
            .filter(|key| key.property("textContent") == "Ctrl+Alt+Space")
            .map(|_| ())
    });
    page.find(".keys button").click();
    let _ = page.find(".keys.recording");
    page.press(&[Key::CONTROL, Key::ALT, "k"]);
    wait_until("the key in the file", DEADLINE, || {
        app.read("config/settings.toml").contains("hotkey = \"Ctrl+Alt+K\"").then_some(())
    });
    drop(page);

    wait_until_free(&desktop);
    app.restart();
    desktop.keyboard().press("ctrl+alt+k");
    desktop.windows().wait_for_active(PALETTE);
}

#[test]
fn an_empty_hotkey_means_none_and_nothing_is_said_about_it() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    let app = started_with_hotkey(&desktop, "");

    assert!(HotkeyTaker::take(&desktop).is_ok(), "nobody holds it");
    // What is said about the hotkey is said at start, so before what is said about a copy.
    let _ = app.command(&["copy", "tw-zh-move-senior-start"]).done();
    assert_eq!(daemon.wait_for(1).remove(0).summary, "Copied");
}
