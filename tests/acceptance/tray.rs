//! The icon and its menu.

use std::fs;

use support::*;

use crate::at_home::*;

const MISSED_CALL: &str = "Missed call";

#[test]
fn one_click_copies_and_says_what_for_but_not_the_words() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    let app = started(&desktop);
    let label = way_to(&app.icon(), MISSED_CALL).remove(0);
    let title = label.rsplit(" · ").next().expect("a label ends with the title").to_owned();
    let phrases = app.command(&["list", "--culture", "taiwan", "--rank", "senior", "--json"]).json();
    let id = phrases.as_array().expect("a list").iter().find(|phrase| phrase["title"] == title.as_str());
    let id = id.expect("the label names a phrase")["id"].as_str().expect("an id").to_owned();
    assert!(desktop.clipboard().text().is_none());

    app.icon().click(&[&label]);

    desktop.clipboard().wait_for_text(&words(&app, &id));
    let notice = daemon.wait_for(1).remove(0);
    assert_eq!((notice.summary.as_str(), notice.body.as_str()), ("Copied", "Missed call · Taiwan · senior"));
    assert!(notice.transient());
    let said = format!("{notice:?}");
    let told = |word: &str| said.contains(word);
    assert!(
        !words(&app, &id).split(['，', '。', ' ', '\n']).filter(|word| word.len() > 6).any(told),
        "{said}"
    );
}

#[test]
fn one_click_with_the_mouse_copies() {
    let desktop = Desktop::start();
    let app = started(&desktop);
    let label = way_to(&app.icon(), "Decline a task").remove(0);

    desktop.panel().open_menu(&app.icon()).click(&[&label]);

    wait_until("the words", DEADLINE, || desktop.clipboard().text());
    assert_eq!(desktop.wait_for_notification("Copied"), "Decline a task · Taiwan · senior");
}

#[test]
fn a_phrase_for_somebody_else_is_copied_for_them() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    let app = started(&desktop);
    let other = ["Other audiences", "Shanghai", "Client", "简体中文"];
    let label = app.icon().row(&other).labels()[0].to_owned();

    app.icon().click(&[&other[..], &[&label]].concat());

    let copied = wait_until("the words", DEADLINE, || desktop.clipboard().text());
    assert!(copied.starts_with("您好，"), "{copied}");
    let body = daemon.wait_for(1).remove(0).body;
    assert!(body.ends_with(" · Shanghai · client"), "{body}");
    assert!(app.icon().menu().labels()[0].contains("Taiwan"), "whom one writes to has not changed");
}

#[test]
fn whom_one_writes_to_changes_the_list_and_survives_a_restart() {
    let desktop = Desktop::start();
    let mut app = started(&desktop);
    let first = |app: &App<'_>| app.icon().menu().labels()[0].to_owned();
    let choose = |app: &App<'_>, option: &str, then: &str| {
        app.icon().click(&[&first(app), option]);
        wait_until(then, DEADLINE, || (first(app) == then).then_some(()));
    };
    assert_eq!(first(&app), "Writing to: Taiwan · Senior · 中文");
    let of_taiwan = app.icon().menu().outline();

    choose(&app, "Client", "Writing to: Taiwan · Client · 中文");
    choose(&app, "Shanghai", "Writing to: Shanghai · Client · 中文");
    choose(&app, "English", "Writing to: Shanghai · Client · English");
    app.restart();

    assert_eq!(first(&app), "Writing to: Shanghai · Client · English");
    let menu = app.icon().menu();
    let chosen: Vec<_> = menu.children[0].children.iter().filter(|row| row.on == Some(true)).collect();
    assert_eq!(
        chosen.iter().map(|row| row.label.as_str()).collect::<Vec<_>>(),
        ["Shanghai", "Client", "English"]
    );
    assert!(chosen.iter().all(|row| row.toggle_type.as_deref() == Some("radio")));
    let phrases = |outline: &str| outline.lines().skip(12).take(8).map(str::to_owned).collect::<Vec<_>>();
    assert_ne!(phrases(&menu.outline()), phrases(&of_taiwan));
}

#[test]
fn what_was_copied_lately_is_at_hand_also_after_a_restart() {
    let desktop = Desktop::start();
    let mut app = started_with(&desktop, &[phrase("one", "第一", "1"), phrase("two", "第二", "2")]);
    assert!(!app.icon().row(&["Recent"]).enabled);

    for (part, text) in [("第一", "1"), ("第二", "2")] {
        let way = way_to(&app.icon(), part);
        click_and_wait(&desktop, &app.icon(), &as_strs(&way), text);
    }
    let newest_first = ["Move to email · 第二", "Move to email · 第一"];
    wait_until("both among the recent ones", DEADLINE, || {
        (app.icon().row(&["Recent"]).labels() == newest_first).then_some(())
    });
    app.restart();

    assert_eq!(app.icon().row(&["Recent"]).labels(), newest_first);
    app.icon().click(&["Recent", newest_first[1]]);
    desktop.clipboard().wait_for_text("1");
}

#[test]
fn a_favourite_is_at_hand_also_after_a_restart() {
    let desktop = Desktop::start();
    let mut app = started_with(&desktop, &[phrase("one", "第一", "1"), phrase("two", "第二", "2")]);
    assert!(!app.icon().row(&["Favourites"]).enabled);

    let page = app.open_page("palette");
    page.find("input[role=combobox]").type_text("第二");
    page.wait_for_script("return document.querySelector('[role=option] .title')?.textContent === '第二'");
    page.press(&[Key::CONTROL, "d"]);
    let favourites = ["Move to email · 第二"];
    wait_until("the favourite", DEADLINE, || {
        (app.icon().row(&["Favourites"]).labels() == favourites).then_some(())
    });
    drop(page);
    app.restart();

    assert_eq!(app.icon().row(&["Favourites"]).labels(), favourites);
    app.icon().click(&["Favourites", favourites[0]]);
    desktop.clipboard().wait_for_text("2");
}

/// Titles and words that could break a menu, with what the label must begin with.
const HOSTILE: [(&str, &str, &str); 7] = [
    ("請寄到信箱", "您好，請寄到信箱。", "Move to email · 請寄到信箱"),
    ("my_email __init__ _x", "a_b __c__", "Move to email · my_email __init__ _x"),
    (
        "this & that &amp; <b>bold</b>",
        "<script>&nbsp;</script> && ''",
        "Move to email · this & that &amp; <b>bold</b>",
    ),
    (LONG, "long", "Move to email · 很長很長很長很長很長很長很長很長很長很長"),
    ("one\ntwo\r\nthree\tfour", "  lines\n\n\ttwo \n three  \n", "Move to email · one two three four"),
    ("abc\u{202e}fed\u{2066}x", "abc\u{feff}fed \u{200b}", "Move to email · abcfedx"),
    ("שלום עולם {curly} \\back", "{not a placeholder} \\n שלום", "Move to email · שלום עולם {curly} \\back"),
];

const LONG: &str = "很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長";

#[test]
fn labels_are_one_narrow_line_and_lead_to_the_exact_words() {
    let desktop = Desktop::start();
    let phrases: Vec<_> = HOSTILE
        .iter()
        .enumerate()
        .map(|(index, (title, text, _))| phrase(&format!("odd-{index}"), title, text))
        .collect();
    let app = started_with(&desktop, &phrases);

    for (title, text, label) in HOSTILE {
        let way = way_to(&app.icon(), label);
        let shown = way.last().expect("a label");
        assert!(columns(shown) <= 60, "{shown} is {} columns wide", columns(shown));
        assert!(
            !shown.chars().any(|c| c.is_control() || ('\u{202a}'..='\u{2069}').contains(&c)),
            "{shown:?}"
        );
        assert!(shown == label || shown.ends_with('…'), "{shown}");
        click_and_wait(&desktop, &app.icon(), &as_strs(&way), text);
        let bytes = desktop.clipboard().read("UTF8_STRING", DEADLINE).expect("an answer");
        assert_eq!(bytes.as_deref(), Some(text.as_bytes()), "{title:?}");
    }
}

#[test]
fn a_phrase_that_can_do_harm_is_asked_about_in_the_palette_and_not_copied() {
    let desktop = Desktop::start();
    let app = started_with(&desktop, &[phrase("odd", "Clear the line", "ls\u{1b}[2K")]);
    let _before = desktop.clipboard().hold("before");

    let way = way_to(&app.icon(), "Move to email · Clear the line");
    app.icon().click(&as_strs(&way));

    desktop.windows().wait_for_active("Fencun palette");
    assert_eq!(desktop.clipboard().text().as_deref(), Some("before"));
}

/// Columns of a terminal: ideographs take two. Only what stands in these labels is known here.
fn columns(label: &str) -> usize {
    label.chars().map(|c| if ('\u{2e80}'..='\u{9fff}').contains(&c) { 2 } else { 1 }).sum()
}

#[test]
fn a_left_click_opens_the_palette() {
    let desktop = Desktop::start();
    let _app = started(&desktop);

    desktop.panel().click_icon();

    desktop.windows().wait_for_active("Fencun palette");
}

#[test]
fn a_left_click_over_the_bus_opens_the_palette_near_the_place() {
    let desktop = Desktop::start();
    let app = started(&desktop);

    app.icon().activate(700, 12);

    let palette = desktop.windows().wait_for_active("Fencun palette");
    let area = palette.area().expect("it is on the screen");
    assert!(area.x <= 700 && area.x + area.width >= 700, "{area:?}");
    assert!(area.y < 100, "{area:?}");
}

#[test]
fn the_menu_opens_palette_and_settings_and_ends_the_program() {
    let desktop = Desktop::start();
    let mut app = started(&desktop);

    app.icon().click(&["Find a phrase…"]);
    desktop.windows().wait_for_active("Fencun palette");
    app.icon().click(&["Settings…"]);
    desktop.windows().wait_for_active("Fencun settings");
    app.icon().click(&["Quit"]);

    assert!(app.resident().wait(DEADLINE).success());
    desktop.tray().wait_for_none("fencun");
    wait_until("its windows to go", DEADLINE, || {
        desktop.windows().of_class("fencun-window").is_empty().then_some(())
    });
}

#[test]
fn the_icon_comes_with_a_late_panel_and_comes_back_with_a_new_one() {
    let desktop = Desktop::builder().without_panel().start();
    let app = started(&desktop);

    desktop.start_panel();
    assert_eq!(app.icon().title().as_deref(), Some("Fencun"));
    desktop.stop_panel();
    desktop.start_panel();

    let label = way_to(&app.icon(), MISSED_CALL).remove(0);
    desktop.panel().open_menu(&app.icon()).click(&[&label]);
    wait_until("the words", DEADLINE, || desktop.clipboard().text());
}

#[test]
fn a_desktop_without_a_tray_is_told_once_and_everything_else_works() {
    let desktop = Desktop::builder().without_panel().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    let mut app = started(&desktop);

    let notice = daemon.wait_for(1).remove(0);
    assert_eq!(notice.summary, "This desktop has no tray");
    assert!(
        notice.body.contains("Ctrl+Alt+Space") && notice.body.contains("fencun toggle"),
        "{}",
        notice.body
    );
    let log = fs::read_to_string(desktop.folder().join("log/fencun.log")).expect("it was started");
    assert!(log.contains("This desktop has no tray"), "{log}");
    let _ = app.command(&["copy", "tw-zh-move-senior-start"]).done();
    desktop.clipboard().wait_for_text(&words(&app, "tw-zh-move-senior-start"));
    assert_eq!(app.command(&[]).code(), Some(0));
    desktop.windows().wait_for_active("Fencun settings");
    assert!(app.resident().ended().is_none());
}

#[test]
fn what_is_missing_is_asked_for_and_never_copied_half() {
    let desktop = Desktop::start();
    let app = started_with(&desktop, &[phrase("asks", "問一下", "{topic} 的事")]);
    assert!(desktop.processes().running("fencun-window").is_empty());

    app.icon().click(&["Move to email… · 問一下"]);
    desktop.windows().wait_for_active("Fencun palette");
    desktop.keyboard().press("Return");
    desktop.keyboard().type_text("offer");
    assert_eq!(desktop.clipboard().text(), None);
    desktop.keyboard().press("Return");

    desktop.clipboard().wait_for_text("offer 的事");
    desktop.windows().wait_for_none("Fencun palette");
}

#[test]
fn a_form_opens_in_a_palette_that_is_there_already() {
    let desktop = Desktop::start();
    let app =
        started_with(&desktop, &[phrase("asks", "問一下", "{topic} 的事"), phrase("plain", "直說", "好")]);
    let page = app.open_page("palette");
    let _ = page.find("[role=option]");

    app.icon().click(&as_strs(&way_to(&app.icon(), "問一下")));
    let field = page.find("[data-place=form] input");
    page.press(&[Key::ENTER]);
    assert_eq!(desktop.clipboard().text(), None);
    field.type_text("報價");
    page.press(&[Key::ENTER]);

    desktop.clipboard().wait_for_text("報價 的事");
}
