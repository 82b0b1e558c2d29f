//! Words that are pasted where one was, and what becomes of the clipboard after that.

use support::*;

use crate::at_home::*;

const PALETTE: &str = "Fencun palette";
/// The code of the letter a on the keyboard every X server has.
const A: u8 = 38;
const V: u8 = 55;
const AUTO_PASTE: &str = "auto_paste = true\n";

/// Fencun with these phrases alone, and this about its behaviour.
fn behaving<'d>(desktop: &'d Desktop, behaviour: &str, phrases: &[String]) -> App<'d> {
    let mut app = App::new(desktop);
    app.write("config/settings.toml", &format!("{PROFILE}{MY_CULTURE}[behaviour]\n{behaviour}"));
    app.write("data/library/own.toml", &pack(phrases));
    app.start();
    app
}

fn two() -> [String; 2] {
    [phrase("one", "alpha", "words of alpha"), phrase("two", "beta", "您好，\n請寄電子郵件。")]
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

    let words = "您好，\n請寄電子郵件。";
    wait_for_pasted(&mut letter, &[words]);
    desktop.windows().wait_for_active("a letter");
    assert_eq!(desktop.clipboard().text().as_deref(), Some(words), "it stays copied");
    take(&desktop, "alpha");
    wait_for_pasted(&mut letter, &[words, "words of alpha"]);
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

    click_and_wait(&desktop, &app.icon(), &as_strs(&way_to(&app.icon(), "alpha")), "words of alpha");
    take(&desktop, "beta");
    desktop.windows().wait_for_active("a letter");
    desktop.keyboard().press("a");

    // Whoever presses keys for the person is done with it within two seconds, or lets it be.
    wait_until("the key", DEADLINE, || letter.keys().contains(&A).then_some(()));
    assert!(!letter.keys().contains(&V));
}

#[test]
fn a_script_that_copies_pastes_itself() {
    let desktop = Desktop::start();
    let app = behaving(&desktop, AUTO_PASTE, &two());
    let mut letter = Neighbour::open(&desktop, "a letter");

    let _ = app.command(&["copy", "one"]).done();
    // What is pasted after it is the first that is.
    take(&desktop, "beta");

    wait_for_pasted(&mut letter, &["您好，\n請寄電子郵件。"]);
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
