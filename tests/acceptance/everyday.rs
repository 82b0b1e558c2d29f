//! A day with Fencun: what a person does with tray, hotkey, palette, settings and command line.

use support::*;

const PROFILE: &str = "[profile]\nname = \"Anna Weber\"\nemail = \"anna@example.com\"\n";

/// A pack a person could have written, with everything in its labels that could go wrong.
const PACK: &str = r#"
schema = 1

[[phrase]]
id = "odd"
situation = "move-to-email"
culture = "taiwan"
language = "zh-Hant-TW"
rank = ["senior"]
firmness = 1
channel = "chat"
title = """first_line & <b>bold</b>
second 行 很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長"""
text = "  three _spaces_ & <img src=x onerror=alert(1)>\n\\ {不是} ''\n\n"

[[phrase]]
id = "asks"
situation = "move-to-email"
culture = "taiwan"
language = "zh-Hant-TW"
rank = ["senior"]
firmness = 2
channel = "chat"
title = "問一下"
text = "{topic} 的事"
"#;

fn started(desktop: &Desktop) -> App<'_> {
    let mut app = App::new(desktop);
    app.write("config/settings.toml", PROFILE);
    app.write("data/library/odd.toml", PACK);
    app.start();
    app
}

fn click_phrase(app: &App<'_>, has: &str) {
    let label =
        app.icon().menu().labels().iter().find(|label| label.contains(has)).map(|label| (*label).to_owned());
    app.icon().click(&[&label.unwrap_or_else(|| panic!("no {has} in\n{}", app.icon().menu().outline()))]);
}

#[test]
fn one_click_in_the_tray_copies_and_says_what_for() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    let app = started(&desktop);

    click_phrase(&app, "Missed call");
    let notice = daemon.wait_for(1).remove(0);

    let words = desktop.clipboard().text().expect("the words");
    assert!(words.contains("您"), "{words}");
    assert_eq!((notice.summary.as_str(), notice.body.as_str()), ("Copied", "Missed call · Taiwan · senior"));
    assert!(app.icon().menu().find(&["Recent"]).expect("recent ones").enabled);
}

#[test]
fn the_menu_on_the_panel_copies_by_mouse() {
    let desktop = Desktop::start();
    let app = started(&desktop);
    let label =
        app.icon().menu().labels().iter().find(|l| l.contains("Decline a task")).map(|l| (*l).to_owned());

    desktop.panel().open_menu(&app.icon()).click(&[&label.expect("a phrase")]);

    wait_until("the words", DEADLINE, || desktop.clipboard().text());
    assert_eq!(desktop.wait_for_notification("Copied"), "Decline a task · Taiwan · senior");
}

#[test]
fn odd_labels_are_one_line_and_the_words_arrive_byte_for_byte() {
    let desktop = Desktop::start();
    let app = started(&desktop);

    let menu = app.icon().menu();
    let more = menu.find(&["More situations"]).expect("more");
    let label = more
        .labels()
        .into_iter()
        .chain(menu.labels())
        .find(|label| label.contains("first"))
        .expect("the label");
    assert!(
        label.starts_with("Move to email · first_line & <b>bold</b> second") && label.ends_with('…'),
        "{label}"
    );
    let label = label.to_owned();
    let path: Vec<&str> =
        if menu.labels().contains(&label.as_str()) { vec![&label] } else { vec!["More situations", &label] };
    app.icon().click(&path);

    desktop.clipboard().wait_for_text("  three _spaces_ & <img src=x onerror=alert(1)>\n\\ {不是} ''\n");
}

#[test]
fn the_audience_changes_the_menu_and_is_kept() {
    let desktop = Desktop::start();
    let mut app = started(&desktop);
    let writing_to = |app: &App<'_>| app.icon().menu().labels()[0].to_owned();

    let before = writing_to(&app);
    app.icon().click(&[&before, "Shanghai"]);
    wait_until("Shanghai", DEADLINE, || writing_to(&app).contains("Shanghai").then_some(()));
    app.restart();
    assert_eq!(writing_to(&app), "Writing to: Shanghai · Senior · 中文");
    assert_eq!(app.icon().row(&["Writing to: Shanghai · Senior · 中文", "Shanghai"]).on, Some(true));
}

#[test]
fn the_icon_comes_with_the_panel_and_comes_back_with_it() {
    let desktop = Desktop::builder().without_panel().start();
    let app = started(&desktop);
    assert_eq!(app.command(&["list"]).code(), Some(0));

    desktop.start_panel();
    desktop.tray().wait_for("fencun");
    desktop.stop_panel();
    desktop.start_panel();
    desktop.tray().wait_for("fencun");
    click_phrase(&app, "Missed call");
    wait_until("the words", DEADLINE, || desktop.clipboard().text());
}

#[test]
fn without_a_tray_the_second_start_opens_the_settings() {
    let desktop = Desktop::builder().without_panel().start();
    let app = started(&desktop);
    assert_eq!(app.command(&[]).code(), Some(0));
    desktop.windows().wait_for_active("Fencun settings");
}

#[test]
fn the_hotkey_finds_a_phrase_and_gives_the_focus_back() {
    let desktop = Desktop::start();
    let app = started(&desktop);
    let neighbour = Neighbour::open(&desktop, "a letter");
    desktop.windows().wait_for_active("a letter");

    desktop.keyboard().press("ctrl+alt+space");
    desktop.windows().wait_for_active("Fencun palette");
    desktop.keyboard().type_text("missed call");
    desktop.keyboard().press("Return");

    wait_until("the words", DEADLINE, || desktop.clipboard().text());
    desktop.windows().wait_for_active("a letter");
    assert!(neighbour.window().focused());
    drop(app);
}

#[test]
fn the_palette_toggles_and_escape_hides_it() {
    let desktop = Desktop::start();
    let app = started(&desktop);
    let shown = || desktop.windows().titled("Fencun palette").is_some_and(|window| window.visible());

    assert_eq!(app.command(&["toggle"]).code(), Some(0));
    assert!(shown(), "toggle returns once the palette is there");
    assert_eq!(app.command(&["toggle"]).code(), Some(0));
    assert!(!shown());
    let _ = app.command(&["open", "palette"]).done();
    desktop.windows().wait_for_active("Fencun palette");
    desktop.keyboard().press("Escape");
    wait_until("it to hide", DEADLINE, || (!shown()).then_some(()));
}

#[test]
fn a_taken_hotkey_is_said_and_everything_else_works() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    let _taker = HotkeyTaker::take(&desktop).expect("it is free");
    let app = started(&desktop);

    let notice = daemon.wait_for(1).remove(0);
    assert!(notice.summary.contains("Ctrl+Alt+Space"), "{}", notice.summary);
    let _ = app.command(&["toggle"]).done();
    desktop.windows().wait_for_active("Fencun palette");
}

#[test]
fn what_is_missing_is_asked_for_and_never_copied_half() {
    let desktop = Desktop::start();
    let app = started(&desktop);
    let label = "Move to email… · 問一下";
    let menu = app.icon().menu();
    let path = if menu.labels().contains(&label) { vec![label] } else { vec!["More situations", label] };

    let page = app.open_page("palette");
    app.icon().click(&path);
    let field = page.find("[data-place='form'] input");
    page.press(&[Key::ENTER]);
    assert_eq!(desktop.clipboard().text(), None);
    field.type_text("offer");
    page.press(&[Key::ENTER]);

    let copied = wait_until("the words", DEADLINE, || desktop.clipboard().text());
    assert_eq!(copied, "offer 的事");
}

#[test]
fn a_frozen_owner_of_the_clipboard_does_not_hinder() {
    let desktop = Desktop::start();
    let app = started(&desktop);
    let holder = desktop.clipboard().hold("old");
    holder.freeze();

    assert_eq!(app.command(&["copy", "odd"]).code(), Some(0));
    assert!(desktop.clipboard().text().expect("the words").contains("three"));
}

#[test]
fn the_windows_may_die_or_hang_and_open_again() {
    let desktop = Desktop::start();
    let app = started(&desktop);
    let kill = |name: &str, signal: &str| {
        for process in desktop.processes().running(name) {
            let mut command = desktop.command("kill");
            command.args([signal, &process.pid.to_string()]);
            desktop.run(command);
        }
    };
    for (name, signal) in
        [("WebKitWebProcess", "-KILL"), ("fencun-window", "-KILL"), ("fencun-window", "-STOP")]
    {
        let _ = app.command(&["open", "palette"]).done();
        desktop.windows().wait_for_active("Fencun palette");
        kill(name, signal);
        let _ = app.command(&["open", "palette"]).done();
        desktop.windows().wait_for_active("Fencun palette");
        assert_eq!(app.command(&["copy", "odd"]).code(), Some(0), "{name} {signal}");
    }
}

#[test]
fn a_hanging_notification_daemon_delays_nothing() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    daemon.hang();
    let app = started(&desktop);

    for id in ["odd", "tw-zh-hours-senior-1"] {
        assert_eq!(app.command(&["copy", id]).code(), Some(0));
    }
    assert!(desktop.clipboard().text().is_some());
}

#[test]
fn an_edit_in_the_settings_is_saved_and_there_after_a_restart() {
    let desktop = Desktop::start();
    let mut app = started(&desktop);
    let page = app.open_page("settings");

    page.find("[role='searchbox']").type_text("first_line");
    page.find("[data-test='odd']").click();
    page.wait_for_script("return document.querySelector('h1 input')?.value.startsWith('first')");
    let title = page.find("h1 input");
    title.clear();
    title.type_text("新的標題");
    page.wait_for_script("return document.querySelector('[data-test=saved]')?.textContent.includes('Saved')");
    drop(page);

    app.restart();
    let shown = app.command(&["show", "odd", "--json"]).json();
    assert_eq!((&shown["title"], &shown["layer"]), (&"新的標題".into(), &"mine".into()));
    assert!(shown["text"].as_str().is_some_and(|text| text.starts_with("  three _spaces_")));
}

#[test]
fn the_command_line_works_without_a_display_and_says_what_is_wrong() {
    let desktop = Desktop::builder().without_panel().start();
    let app = App::new(&desktop).env("DISPLAY", "");
    app.write("data/library/odd.toml", PACK);

    assert_eq!(
        app.command(&["print", "odd"]).done(),
        "  three _spaces_ & <img src=x onerror=alert(1)>\n\\ {不是} ''\n\n"
    );
    let open = app.command(&["print", "asks"]);
    assert_eq!(open.code(), Some(3));
    assert!(open.stderr.contains("topic"), "{}", open.stderr);
    assert_eq!(app.command(&["print", "asks", "--set", "topic=報價"]).done(), "報價 的事\n");
    assert_eq!(app.command(&["show", "no-such"]).code(), Some(4));
    assert_eq!(app.command(&["show"]).code(), Some(2));
    assert_eq!(app.command(&["copy", "odd"]).code(), Some(5));
    let _ = app.command(&["quit"]).done();
}

#[test]
fn a_phrase_is_added_changed_and_taken_back_on_the_command_line() {
    let desktop = Desktop::builder().without_panel().start();
    let mut app = App::new(&desktop);
    let body = PACK.split("[[phrase]]").nth(2).expect("the second one").replace("asks", "mine-1");
    for running in [false, true] {
        if running {
            app.start();
        }
        let id = app.command_with_input(&["add"], &body).done();
        assert_eq!(id.trim(), "mine-1");
        let _ = app.command(&["edit", "mine-1", "--set", "title=另一個"]).done();
        assert_eq!(app.command(&["show", "mine-1", "--json"]).json()["title"], "另一個");
        let _ = app.command(&["undo", "2"]).done();
        assert_eq!(app.command(&["show", "mine-1"]).code(), Some(4));
        let _ = app.command(&["quit"]).done();
    }
}
