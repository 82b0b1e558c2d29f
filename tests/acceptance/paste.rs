//! Words that are pasted where one was, and what becomes of the clipboard after that.

use support::*;

use crate::at_home::*;

const PALETTE: &str = "Fencun palette";
const AUTO_PASTE: &str = "auto_paste = true\n";
const BETA: &str = "您好，\n請寄電子郵件。";

fn settings(behaviour: &str) -> String {
    format!("{PROFILE}{MY_CULTURE}[behaviour]\n{behaviour}")
}

/// Fencun with these phrases alone, and this about its behaviour.
fn behaving<'d>(desktop: &'d Desktop, behaviour: &str, phrases: &[String]) -> App<'d> {
    let mut app = App::new(desktop);
    app.write("config/settings.toml", &settings(behaviour));
    app.write("data/library/own.toml", &pack(phrases));
    app.start();
    app
}

fn two() -> [String; 2] {
    [phrase("one", "alpha", "words of alpha"), phrase("two", "beta", BETA)]
}

#[track_caller]
fn wait_for_pasted(letter: &mut Neighbour<'_>, texts: &[&str]) {
    let what = format!("{texts:?} in the window");
    wait_until(&what, DEADLINE, || (letter.pasted() == texts).then_some(()));
}

/// Opens the palette by its key, finds the phrase of this title, and takes it.
#[track_caller]
fn take(desktop: &Desktop, title: &str) {
    desktop.keyboard().press("ctrl+alt+space");
    desktop.windows().wait_for_active(PALETTE);
    desktop.keyboard().type_text(title);
    desktop.keyboard().press("Return");
    desktop.windows().wait_for_none(PALETTE);
}

#[test]
fn what_enter_takes_is_in_the_window_one_came_from() {
    let desktop = Desktop::start();
    let _app = behaving(&desktop, AUTO_PASTE, &two());
    let _holder = desktop.clipboard().hold("old");
    let mut letter = Neighbour::open(&desktop, "a letter");

    take(&desktop, "beta");

    wait_for_pasted(&mut letter, &[BETA]);
    desktop.windows().wait_for_active("a letter");
    assert_eq!(desktop.clipboard().text().as_deref(), Some(BETA), "it stays copied");
    take(&desktop, "alpha");
    wait_for_pasted(&mut letter, &[BETA, "words of alpha"]);
}

#[test]
fn the_clipboard_gets_its_old_text_back() {
    let desktop = Desktop::start();
    let _app = behaving(&desktop, &format!("{AUTO_PASTE}put_back_clipboard = true\n"), &two());
    let _holder = desktop.clipboard().hold("old");
    let mut letter = Neighbour::open(&desktop, "a letter");

    take(&desktop, "alpha");

    wait_for_pasted(&mut letter, &["words of alpha"]);
    desktop.clipboard().wait_for_text("old");
}

#[test]
fn a_click_in_the_menu_pastes_too() {
    let desktop = Desktop::start();
    let app = behaving(&desktop, AUTO_PASTE, &two());
    let mut letter = Neighbour::open(&desktop, "a letter");
    let icon = app.icon();
    let way = way_to(&icon, "alpha");

    desktop.panel().open_menu(&icon).click(&as_strs(&way));

    wait_for_pasted(&mut letter, &["words of alpha"]);
}

#[test]
fn nothing_is_pasted_for_those_who_do_not_want_it() {
    let desktop = Desktop::start();
    let app = behaving(&desktop, "", &two());
    let mut letter = Neighbour::open(&desktop, "a letter");
    let icon = app.icon();

    click_and_wait(&desktop, &icon, &as_strs(&way_to(&icon, "beta")), BETA);
    take(&desktop, "beta");
    desktop.windows().wait_for_active("a letter");

    // Had it been pasted, it would be there before what is pasted once somebody wants it.
    app.write("config/settings.toml", &settings(AUTO_PASTE));
    wait_until("words in the window", DEADLINE, || {
        click_and_wait(&desktop, &icon, &as_strs(&way_to(&icon, "alpha")), "words of alpha");
        (!letter.pasted().is_empty()).then_some(())
    });
    assert_eq!(letter.pasted()[0], "words of alpha");
}

#[test]
fn a_script_that_copies_pastes_itself() {
    let desktop = Desktop::start();
    let app = behaving(&desktop, AUTO_PASTE, &two());
    let mut letter = Neighbour::open(&desktop, "a letter");
    // From now on it is known where to paste.
    take(&desktop, "alpha");
    wait_for_pasted(&mut letter, &["words of alpha"]);

    let _ = app.command(&["copy", "one"]).done();
    take(&desktop, "beta");

    wait_for_pasted(&mut letter, &["words of alpha", BETA]);
}

#[test]
fn sensitive_words_are_taken_off_the_clipboard() {
    let desktop = Desktop::builder().without_panel().start();
    let secret = format!("{}sensitive = true\n", phrase("one", "alpha", "words of alpha"));
    let app = behaving(&desktop, "clear_sensitive_seconds = 1\n", &[secret]);

    let _ = app.command(&["copy", "one"]).done();
    let targets = desktop.clipboard().targets();
    assert!(targets.iter().any(|target| target == "x-kde-passwordManagerHint"), "{targets:?}");

    wait_until("an empty clipboard", DEADLINE, || desktop.clipboard().text().is_none().then_some(()));
    let _holder = desktop.clipboard().hold("theirs");
    assert_eq!(desktop.clipboard().text().as_deref(), Some("theirs"));
}
