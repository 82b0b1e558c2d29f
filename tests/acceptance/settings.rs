//! The settings window: what is written there is kept.

use serde_json::Value;
use support::*;

use crate::at_home::*;

const SHIPPED: &str = "tw-zh-move-senior-start";

/// The field that has this label.
#[track_caller]
fn field<'p>(page: &'p WebDriver, label: &str) -> Element<'p> {
    let labelled = || page.all("label").into_iter().find(|each| each.property("textContent") == label);
    let id = wait_until(&format!("the field {label}"), DEADLINE, labelled).attribute("for");
    page.find(&format!("[id='{}']", id.expect("a label belongs to a field")))
}

/// Presses the button of this name.
#[track_caller]
fn press_button(page: &WebDriver, name: &str) {
    press(page, "button:enabled", "[it.textContent.trim(), it.ariaLabel].includes(wanted)", name);
}

/// Finds an element and presses it in one go, as the page may be drawn anew between the two.
#[track_caller]
fn press(page: &WebDriver, css: &str, condition: &str, wanted: &str) {
    let body = format!(
        "const [css, wanted] = arguments;
        const found = [...document.querySelectorAll(css)].find((it) => {condition});
        found?.click();
        return found !== undefined;"
    );
    wait_until(&format!("{css} named {wanted}"), DEADLINE, || {
        (page.script(&body, &[css.into(), wanted.into()]) == Value::Bool(true)).then_some(())
    });
}

#[track_caller]
fn open_phrase(page: &WebDriver, query: &str, id: &str) {
    page.find("[role=searchbox]").type_text(query);
    // The list is drawn anew at every letter.
    let only = format!(
        "return document.querySelectorAll('li[data-test]').length === 1 && document.querySelector('[data-test=\"{id}\"]') !== null"
    );
    page.wait_for_script(&only);
    page.find(&format!("[data-test='{id}']")).click();
    let open = format!("return document.querySelector('[data-test=\"{id}\"]')?.ariaSelected === 'true'");
    page.wait_for_script(&open);
}

#[track_caller]
fn wait_for_title(page: &WebDriver, title: &str) {
    page.wait_for_script(&format!("return document.querySelector('h1 input')?.value === {}", quoted(title)));
}

#[track_caller]
fn wait_for_saved(page: &WebDriver) {
    page.wait_for_script("return document.querySelector('[data-test=saved]')?.textContent.includes('Saved')");
}

#[test]
fn a_changed_title_of_a_shipped_phrase_is_saved_and_there_after_a_restart() {
    let desktop = Desktop::start();
    let mut app = started(&desktop);
    let before = app.command(&["show", SHIPPED, "--json"]).json();
    let page = app.open_page("settings");

    open_phrase(&page, before["title"].as_str().expect("a title"), SHIPPED);
    wait_for_title(&page, before["title"].as_str().expect("a title"));
    let title = page.find("h1 input");
    title.clear();
    title.type_text("新的標題");
    wait_for_saved(&page);
    drop(page);
    app.restart();

    let shown = app.command(&["show", SHIPPED, "--json"]).json();
    assert_eq!((&shown["title"], &shown["layer"]), (&"新的標題".into(), &"mine".into()));
    assert_eq!(shown["text"], before["text"], "nothing else has changed");
    let page = app.open_page("settings");
    open_phrase(&page, "新的標題", SHIPPED);
    wait_for_title(&page, "新的標題");
}

#[test]
fn an_original_comes_back() {
    let desktop = Desktop::start();
    let app = started(&desktop);
    let original = app.command(&["show", SHIPPED, "--json"]).json()["title"].clone();
    let _ = app.command(&["edit", SHIPPED, "--set", "title=新的標題"]).done();
    let page = app.open_page("settings");

    open_phrase(&page, "新的標題", SHIPPED);
    press_button(&page, "Restore original");

    wait_until("the original", DEADLINE, || {
        let shown = app.command(&["show", SHIPPED, "--json"]).json();
        (shown["layer"] == "shipped" && shown["title"] == original).then_some(())
    });
}

#[test]
fn what_is_deleted_comes_back_by_undo() {
    let desktop = Desktop::start();
    let app = started(&desktop);
    let body = phrase("mine-1", "要刪的一句", "好").replace("\"here\"", "\"taiwan\"");
    let _ = app.command_with_input(&["add"], &body).done();
    let page = app.open_page("settings");

    open_phrase(&page, "要刪的一句", "mine-1");
    press_button(&page, "Delete");
    wait_until("it to be gone", DEADLINE, || {
        (app.command(&["show", "mine-1"]).code() == Some(4)).then_some(())
    });
    press_button(&page, "Undo");

    wait_until("it to be back", DEADLINE, || {
        (app.command(&["show", "mine-1"]).code() == Some(0)).then_some(())
    });
}

#[test]
fn a_new_phrase_is_in_the_menu_as_soon_as_it_has_title_and_words() {
    let desktop = Desktop::start();
    let app = started(&desktop);
    let page = app.open_page("settings");

    press_button(&page, "New phrase");
    page.find("h1 input").type_text("全新的一句");
    page.find("main textarea").type_text("請寄到 {my_email}。");
    wait_for_saved(&page);

    let mine = wait_until("the phrase", DEADLINE, || {
        let mine = app.command(&["list", "--mine", "--json"]).json();
        mine.as_array().filter(|all| all.len() == 1).map(|all| all[0].clone())
    });
    assert_eq!((&mine["title"], &mine["text"]), (&"全新的一句".into(), &"請寄到 {my_email}。".into()));
    assert_eq!(mine["culture"], "taiwan");
}

#[test]
fn the_profile_fills_the_words() {
    let desktop = Desktop::start();
    let mut app = started(&desktop);
    let page = app.open_page("settings");

    press_button(&page, "Profile");
    let email = field(&page, "Work email");
    wait_until("the address", DEADLINE, || (email.value() == "anna@example.com").then_some(()));
    email.clear();
    email.type_text("weber@example.org");
    email.type_text(Key::TAB);
    wait_until("the new address in the file", DEADLINE, || {
        app.read("config/settings.toml").contains("email = \"weber@example.org\"").then_some(())
    });
    drop(page);

    assert!(app.read("config/settings.toml").contains("name = \"Anna Weber\""));
    app.restart();
    assert!(words(&app, SHIPPED).contains("weber@example.org"));
}

#[test]
fn an_address_that_is_none_is_refused_where_it_stands() {
    let desktop = Desktop::start();
    let app = started(&desktop);
    let page = app.open_page("settings");

    press_button(&page, "Profile");
    let email = field(&page, "Work email");
    wait_until("the address", DEADLINE, || (email.value() == "anna@example.com").then_some(()));
    email.clear();
    email.type_text("anna at home");
    email.type_text(Key::TAB);

    wait_until("the complaint", DEADLINE, || {
        (email.attribute("aria-invalid").as_deref() == Some("true")).then_some(())
    });
    assert!(words(&app, SHIPPED).contains("anna@example.com"), "what was good before still holds");
}

#[test]
fn a_broken_pack_is_shown_with_file_and_line_and_costs_only_itself() {
    let desktop = Desktop::start();
    let mut app = App::new(&desktop);
    app.write("config/settings.toml", &format!("{PROFILE}{MY_CULTURE}"));
    let broken = phrase("bad", "壞", "x").replace("firmness = 1", "firmness = 9");
    let own = pack(&[phrase("good", "好", "好"), broken]);
    let line = own.lines().position(|line| line == "firmness = 9").expect("it is there") + 1;
    app.write("data/library/own.toml", &own);
    app.write("data/library/torn.toml", "schema = 1\n[[phrase\n");
    app.start();

    let page = app.open_page("settings");
    press_button(&page, "Packs");
    for (file, line) in [("own.toml", line), ("torn.toml", 2)] {
        press(&page, "[role=option]", "it.textContent.includes(wanted)", file);
        let told =
            format!("return document.querySelector('.pane .problems')?.textContent.includes('Line {line}')");
        page.wait_for_script(&told);
        let whole = format!("return document.querySelector('.pane').textContent.includes('{file}')");
        page.wait_for_script(&whole);
    }
    assert_eq!(app.command(&["print", "good"]).done(), "好\n");
    assert_eq!(app.command(&["show", "bad"]).code(), Some(4));
}
