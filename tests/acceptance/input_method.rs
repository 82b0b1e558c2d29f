//! A real input method types into the real windows: while it composes, every key is its own.

use support::*;

use crate::at_home::*;

const PALETTE: &str = "Fencun palette";
const SETTINGS: &str = "Fencun settings";
pub(crate) const QUERY: &str = "input[role=combobox]";
/// A word that every dictionary has as the only one of these sounds.
pub(crate) const SOUNDS: &str = "dianziyouxiang";
pub(crate) const WORD: &str = "电子邮箱";
/// Letters that can be many words; which comes first is the dictionary's affair.
pub(crate) const AMBIGUOUS: &str = "youxiang";
/// 信箱 on the keys of ㄒㄧㄣˋ ㄒㄧㄤ; the space bar is the first tone.
pub(crate) const ZHUYIN: &str = "vup4vu; ";

/// What any key of the palette could change.
pub(crate) const STATE: &str = "const text = (css) => [...document.querySelectorAll(css)].map((each) => each.textContent).join();
    return [
        text('[role=option][aria-selected=true]'), text('[role=radio][aria-checked=true]'), text('[data-place] button'),
        document.querySelectorAll('[role=option]').length, document.querySelectorAll('[role=dialog], [data-place=form]').length,
        document.activeElement.role];";

/// Notes when a key has come through that nobody has a use for.
const LISTEN: &str =
    "addEventListener('keydown', (event) => (window.pressed ||= event.code === 'F8'), true);";

/// A desktop with pinyin, and a palette that knows phrases by all the words used here.
pub(crate) struct Desk {
    pub(crate) desktop: Desktop,
}

impl Desk {
    #[track_caller]
    fn new() -> Self {
        Self { desktop: Desktop::builder().without_panel().for_input_method().start() }
    }

    /// The same with fcitx in place of ibus.
    #[track_caller]
    pub(crate) fn with_fcitx() -> Self {
        Self { desktop: Desktop::builder().without_panel().for_fcitx().start() }
    }

    #[track_caller]
    pub(crate) fn app(&self) -> App<'_> {
        let phrases = [
            phrase("first", "alpha", "words of alpha"),
            phrase("second", "beta", "words of beta"),
            phrase("letters", SOUNDS, "found by letters"),
            phrase("word", WORD, "found by its characters"),
            phrase("zhuyin", "信箱", "found by zhuyin"),
            phrase("short", "邮箱", "found by a number"),
            phrase("open", "with a gap", "about {topic}"),
        ];
        started_with(&self.desktop, &phrases)
    }

    /// Types and waits until words are being composed and candidates are to be seen.
    #[track_caller]
    pub(crate) fn compose(&self, method: &InputMethod<'_>, field: &Element<'_>, keys: &str) {
        let before = field.value();
        self.desktop.keyboard().type_text(keys);
        method.wait_for_candidates();
        wait_until("words being composed", DEADLINE, || (field.value() != before).then_some(()));
    }

    /// Presses a key, and returns when it has done what it does.
    #[track_caller]
    pub(crate) fn press(&self, page: &WebDriver, key: &str) {
        page.script("window.pressed = false;", &[]);
        self.desktop.keyboard().press(key);
        // A key may come to an end in the input method; this one goes through to the page, behind it.
        self.desktop.keyboard().press("F8");
        wait_until(&format!("{key} to be over"), DEADLINE, || {
            (page.script("return window.pressed", &[]) == true).then_some(())
        });
    }
}

#[track_caller]
pub(crate) fn wait_for_value(field: &Element<'_>, wanted: &str) {
    let what = format!("{wanted:?} in the field");
    wait_until(&what, DEADLINE, || (field.value() == wanted).then_some(()));
}

#[track_caller]
pub(crate) fn wait_for_row(page: &WebDriver, title: &str) {
    let body = "return document.querySelector('[role=option][aria-selected=true] .title')?.textContent";
    let what = format!("{title:?} to be the one in hand");
    wait_until(&what, DEADLINE, || (page.script(body, &[]) == title).then_some(()));
}

/// The palette in the hands of the driver, with the keyboard.
#[track_caller]
pub(crate) fn palette(app: &App<'_>, desktop: &Desktop) -> WebDriver {
    let page = app.open_page("palette");
    desktop.windows().wait_for_active(PALETTE);
    wait_for_row(&page, "alpha");
    page.script(LISTEN, &[]);
    page
}

#[test]
fn while_it_composes_no_key_does_anything_else() {
    let desk = Desk::new();
    let desktop = &desk.desktop;
    let app = desk.app();
    let method = InputMethod::start(desktop, "libpinyin");
    let page = palette(&app, desktop);
    let query = page.find(QUERY);

    let keys = "Down Up Next Prior Left End ctrl+Return alt+Up alt+Right alt+2 alt+l alt+r ctrl+e ctrl+d F4 shift+Tab";
    for key in keys.split(' ') {
        desk.compose(&method, &query, AMBIGUOUS);
        let before = page.script(STATE, &[]);
        desk.press(&page, key);
        assert_eq!(page.script(STATE, &[]), before, "{key}");
        clear(&desk, &app, &method, &query);
    }
    // Tab goes on to another way of choosing, where nothing stands in the field.
    desk.compose(&method, &query, AMBIGUOUS);
    desktop.keyboard().press("Tab");
    wait_for_value(&query, "");
    assert_eq!(page.focused().attribute("role").as_deref(), Some("combobox"));
    clear(&desk, &app, &method, &query);
    assert_eq!(desktop.clipboard().text(), None);
    assert!(desktop.windows().titled(SETTINGS).is_none(), "Ctrl+E was not for the palette");
    desktop.keyboard().press("Down");
    wait_for_row(&page, "beta");
    desktop.keyboard().press("Return");
    desktop.clipboard().wait_for_text("words of beta");
}

/// Ends what is being composed, and gives the palette an empty query.
#[track_caller]
pub(crate) fn clear(desk: &Desk, app: &App<'_>, method: &InputMethod<'_>, query: &Element<'_>) {
    let done = || query.value().is_empty() && method.candidates().is_none();
    for _ in 0..4 {
        if try_wait_until("an empty query", DEADLINE / 30, || done().then_some(())).is_ok() {
            break;
        }
        desk.desktop.keyboard().press("Escape");
    }
    // One Escape too many has closed it.
    let _ = app.command(&["open", "palette"]).done();
    desk.desktop.windows().wait_for_active(PALETTE);
    assert!(done(), "it holds {:?}", query.value());
}

#[test]
fn escape_takes_the_candidates_away_and_leaves_the_palette() {
    let desk = Desk::new();
    let app = desk.app();
    let method = InputMethod::start(&desk.desktop, "libpinyin");
    let page = palette(&app, &desk.desktop);
    let query = page.find(QUERY);
    desk.compose(&method, &query, AMBIGUOUS);
    desk.desktop.screenshot("palette-composing");

    desk.press(&page, "Escape");
    method.wait_for_no_candidates();
    wait_for_value(&query, "");

    assert!(desk.desktop.windows().titled(PALETTE).is_some_and(Window::visible));
    assert_eq!(page.focused().attribute("role").as_deref(), Some("combobox"));
    desk.desktop.keyboard().press("Escape");
    desk.desktop.windows().wait_for_none(PALETTE);
}

#[test]
fn enter_takes_the_letters_and_only_the_next_one_copies() {
    let desk = Desk::new();
    let app = desk.app();
    let method = InputMethod::start(&desk.desktop, "libpinyin");
    let page = palette(&app, &desk.desktop);
    let query = page.find(QUERY);
    desk.compose(&method, &query, SOUNDS);

    desk.press(&page, "Return");
    method.wait_for_no_candidates();
    wait_for_value(&query, SOUNDS);
    wait_for_row(&page, SOUNDS);

    assert_eq!(desk.desktop.clipboard().text(), None);
    assert!(desk.desktop.windows().titled(PALETTE).is_some_and(Window::visible));
    desk.desktop.keyboard().press("Return");
    desk.desktop.clipboard().wait_for_text("found by letters");
}

#[test]
fn the_space_bar_and_numbers_take_candidates_that_search() {
    let desk = Desk::new();
    let app = desk.app();
    let method = InputMethod::start(&desk.desktop, "libpinyin");
    let page = palette(&app, &desk.desktop);
    let query = page.find(QUERY);

    desk.compose(&method, &query, SOUNDS);
    desk.desktop.keyboard().press("space");
    wait_for_value(&query, WORD);
    wait_for_row(&page, WORD);
    desk.desktop.keyboard().press("Escape");
    wait_for_value(&query, "");
    // Which number it has is the dictionary's affair.
    let mut numbers = 1..=5;
    while query.value() != "邮箱" {
        clear(&desk, &app, &method, &query);
        let number = numbers.next().expect("it is among the first five");
        desk.compose(&method, &query, AMBIGUOUS);
        desk.press(&page, &number.to_string());
        method.wait_for_no_candidates();
    }

    wait_for_row(&page, "邮箱");
    assert_eq!(page.focused().attribute("role").as_deref(), Some("combobox"));
    desk.desktop.keyboard().press("Return");
    desk.desktop.clipboard().wait_for_text("found by a number");
}

#[test]
fn zhuyin_is_typed_with_its_tones_and_enter_takes_it() {
    let desk = Desk::new();
    let app = desk.app();
    let method = InputMethod::start(&desk.desktop, "chewing");
    let page = palette(&app, &desk.desktop);
    let query = page.find(QUERY);
    desk.desktop.keyboard().type_text(ZHUYIN);
    wait_for_value(&query, "信箱");

    // The list of candidates opens, moves and closes; the palette's does not.
    let before = page.script(STATE, &[]);
    desk.desktop.keyboard().press("Down");
    method.wait_for_candidates();
    desk.desktop.screenshot("palette-composing-zhuyin");
    desk.press(&page, "Down");
    desk.press(&page, "Escape");
    method.wait_for_no_candidates();
    assert_eq!(page.script(STATE, &[]), before);
    wait_for_value(&query, "信箱");
    desk.press(&page, "Return");
    wait_for_row(&page, "信箱");

    assert_eq!(desk.desktop.clipboard().text(), None);
    desk.desktop.keyboard().press("Return");
    desk.desktop.clipboard().wait_for_text("found by zhuyin");
}

#[test]
fn the_first_key_after_the_hotkey_is_composed_too() {
    let desk = Desk::new();
    let desktop = &desk.desktop;
    let _app = desk.app();
    let _method = InputMethod::start(desktop, "libpinyin");

    // Once with a page that is still being made, once with a warm one.
    for _ in 0..2 {
        desktop.keyboard().press("ctrl+alt+space");
        desktop.windows().wait_for_active(PALETTE);
        desktop.keyboard().type_text(&format!("{SOUNDS} "));
        desktop.keyboard().press("Return");

        desktop.clipboard().wait_for_text("found by its characters");
        desktop.windows().wait_for_none(PALETTE);
        // What another program copies and then takes along leaves nothing.
        drop(desktop.clipboard().hold("between"));
    }
}

#[test]
fn what_was_being_composed_when_it_went_does_not_come_back() {
    let desk = Desk::new();
    let desktop = &desk.desktop;
    let app = desk.app();
    let method = InputMethod::start(desktop, "libpinyin");
    let letter = Neighbour::open(desktop, "a letter");
    let page = palette(&app, desktop);
    let query = page.find(QUERY);
    let by_hotkey = || desktop.keyboard().press("ctrl+alt+space");
    let by_blur = || letter.window().activate();

    for (what, leave) in [("the hotkey", &by_hotkey as &dyn Fn()), ("a blur", &by_blur)] {
        desk.compose(&method, &query, AMBIGUOUS);
        leave();
        desktop.windows().wait_for_none(PALETTE);
        method.wait_for_no_candidates();

        let _ = app.command(&["open", "palette"]).done();
        desktop.windows().wait_for_active(PALETTE);
        wait_for_value(&query, "");
        wait_for_row(&page, "alpha");
        // It composes again, and from nothing.
        desk.compose(&method, &query, SOUNDS);
        desktop.keyboard().press("space");
        wait_for_value(&query, WORD);
        assert_eq!(desktop.clipboard().text(), None, "{what}");
        clear(&desk, &app, &method, &query);
    }
}

#[test]
fn a_gap_is_filled_by_an_input_method() {
    let desk = Desk::new();
    let app = desk.app();
    let method = InputMethod::start(&desk.desktop, "libpinyin");
    let page = palette(&app, &desk.desktop);
    desk.compose(&method, &page.find(QUERY), "gap");
    desk.desktop.keyboard().press("Return");
    wait_for_row(&page, "with a gap");
    desk.desktop.keyboard().press("Return");
    let gap = page.find("[data-place=form] input");

    desk.compose(&method, &gap, SOUNDS);
    desk.press(&page, "Return");
    wait_for_value(&gap, SOUNDS);
    desk.compose(&method, &gap, SOUNDS);
    desk.press(&page, "space");
    wait_for_value(&gap, &format!("{SOUNDS}{WORD}"));

    assert_eq!(desk.desktop.clipboard().text(), None);
    desk.desktop.keyboard().press("Return");
    desk.desktop.clipboard().wait_for_text(&format!("about {SOUNDS}{WORD}"));
}

/// Finds the phrase that bears the word, by composing it, and opens it. Gives the field of its title.
#[track_caller]
fn open_word<'p>(desk: &Desk, method: &InputMethod<'_>, page: &'p WebDriver) -> Element<'p> {
    desk.desktop.windows().wait_for_active(SETTINGS);
    page.script(LISTEN, &[]);
    let search = page.find("[role=searchbox]");
    search.click();
    desk.compose(method, &search, SOUNDS);
    desk.press(page, "space");
    wait_for_value(&search, WORD);
    page.wait_for_script("return document.querySelector('li[data-test]')?.dataset.test === 'word'");
    page.find("[data-test=word]").click();
    // The title of the phrase that was open before goes with its page.
    page.wait_for_script(&format!("return document.querySelector('h1 input')?.value === '{WORD}'"));
    page.find("h1 input")
}

#[test]
fn a_title_in_the_settings_takes_what_was_composed_and_nothing_before() {
    let desk = Desk::new();
    let desktop = &desk.desktop;
    let app = desk.app();
    let method = InputMethod::start(desktop, "libpinyin");
    let page = app.open_page("settings");
    let title = open_word(&desk, &method, &page);

    title.click();
    desktop.keyboard().press("End");
    desk.compose(&method, &title, SOUNDS);
    desk.press(&page, "space");
    wait_for_value(&title, &format!("{WORD}{WORD}"));

    // What is saved comes back to the page, and takes nothing away from who is typing.
    page.wait_for_script("return document.querySelector('[data-test=saved]')?.textContent.includes('Saved')");
    page.wait_for_script("return document.activeElement === document.querySelector('h1 input')");
    let of_phrase = |what: &str| app.command(&[what, "word", "--json"]).json();
    wait_until("it to be saved", DEADLINE, || {
        (of_phrase("show")["title"] == format!("{WORD}{WORD}")).then_some(())
    });
    let steps = of_phrase("history");
    assert_eq!(steps.as_array().map(Vec::len), Some(1), "saved once: {steps}");
}

#[test]
fn a_click_elsewhere_while_composing_leaves_both_fields_alive() {
    let desk = Desk::new();
    let app = desk.app();
    let method = InputMethod::start(&desk.desktop, "libpinyin");
    let page = app.open_page("settings");
    let title = open_word(&desk, &method, &page);
    title.click();
    desk.compose(&method, &title, AMBIGUOUS);

    let search = page.find("[role=searchbox]");
    search.click();
    method.wait_for_no_candidates();

    for field in [&search, &title] {
        field.click();
        page.script("arguments[0].select()", &[field.reference()]);
        desk.compose(&method, field, SOUNDS);
        desk.press(&page, "space");
        wait_for_value(field, WORD);
    }
}
