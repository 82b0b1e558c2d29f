//! Phrases that come back later, with a button that copies them.

use support::*;

use crate::at_home::*;

const PALETTE: &str = "Fencun palette";
const FILE: &str = "state/reminders.toml";
const CHOOSING: &str = "return document.querySelector('[data-place=later] button:focus') !== null";
const WORDS: &str = "words of beta";

fn three() -> [String; 3] {
    [
        phrase("one", "alpha", "words of alpha"),
        phrase("two", "beta", WORDS),
        phrase("three", "gamma", "words of gamma"),
    ]
}

/// Has a phrase come back in five minutes, by the keys of the palette; then five minutes pass with Fencun not running.
#[track_caller]
fn put_off_and_end(desktop: &Desktop, app: &mut App<'_>) {
    let page = app.open_page("palette");
    page.find("input[role=combobox]").type_text("beta");
    page.press(&[Key::ALT, "r"]);
    // Until then a digit belongs to the query.
    wait_until("the choice of minutes", DEADLINE, || (page.script(CHOOSING, &[]) == true).then_some(()));
    page.press(&["1"]);
    desktop.windows().wait_for_none(PALETTE);
    drop(page);
    app.kill();
    let waiting = app.read(FILE);
    let due = |line: &str| if line.starts_with("due = ") { "due = 1".to_owned() } else { line.to_owned() };
    app.write(FILE, &waiting.lines().map(|line| due(line) + "\n").collect::<String>());
}

#[test]
fn a_phrase_comes_back_until_its_button_is_pressed() {
    let desktop = Desktop::builder().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    let mut app = started_with(&desktop, &three());
    put_off_and_end(&desktop, &mut app);

    app.start();
    let first = daemon.wait_for(1).remove(0);
    assert_eq!(first.actions, ["default", "Copy", "press", "Copy"]);
    assert_eq!((first.timeout, first.transient()), (0, false), "it stays");
    assert!(!format!("{first:?}").contains(WORDS), "its words are nobody's business");
    assert_eq!(desktop.clipboard().text(), None);

    app.restart();
    let again = daemon.wait_for(2).remove(1);
    assert_eq!(again.summary, first.summary);
    wait_until("the words", DEADLINE, || {
        daemon.choose(again.id, "press");
        desktop.clipboard().text().filter(|text| text == WORDS)
    });
    wait_until("the end of the reminder", DEADLINE, || (!app.read(FILE).contains("due")).then_some(()));
}

#[test]
fn a_real_daemon_shows_it_and_a_click_copies() {
    let desktop = Desktop::start();
    let mut app = started_with(&desktop, &three());
    put_off_and_end(&desktop, &mut app);

    app.start();
    desktop.wait_for_notification("Time to answer Here · Senior");

    wait_until("the words", DEADLINE, || {
        let mut click = desktop.command("dunstctl");
        click.args(["action", "0"]);
        let _ = desktop.run(click);
        desktop.clipboard().text().filter(|text| text == WORDS)
    });
}
