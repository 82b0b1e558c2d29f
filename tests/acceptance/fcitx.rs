//! The other input method that people have: fcitx types into the real palette as ibus does.

use support::*;

use crate::input_method::*;

const PALETTE: &str = "Fencun palette";

#[test]
fn while_fcitx_composes_no_key_does_anything_else() {
    let desk = Desk::with_fcitx();
    let app = desk.app();
    let method = InputMethod::start_fcitx(&desk.desktop, "pinyin");
    let page = palette(&app, &desk.desktop);
    let query = page.find(QUERY);

    for key in ["Down", "Up", "Next", "Left", "End", "alt+Up", "alt+2", "alt+r", "ctrl+d", "F4", "Tab"] {
        desk.compose(&method, &query, AMBIGUOUS);
        let before = page.script(STATE, &[]);
        desk.press(&page, key);
        assert_eq!(page.script(STATE, &[]), before, "{key}");
        clear(&desk, &app, &method, &query);
    }
    assert_eq!(desk.desktop.clipboard().text(), None);
    desk.desktop.keyboard().press("Down");
    wait_for_row(&page, "beta");
    desk.desktop.keyboard().press("Return");
    desk.desktop.clipboard().wait_for_text("words of beta");
}

#[test]
fn escape_enter_and_the_space_bar_belong_to_fcitx_first() {
    let desk = Desk::with_fcitx();
    let app = desk.app();
    let method = InputMethod::start_fcitx(&desk.desktop, "pinyin");
    let page = palette(&app, &desk.desktop);
    let query = page.find(QUERY);

    desk.compose(&method, &query, AMBIGUOUS);
    desk.desktop.screenshot("palette-composing-fcitx");
    desk.press(&page, "Escape");
    method.wait_for_no_candidates();
    wait_for_value(&query, "");
    assert!(desk.desktop.windows().titled(PALETTE).is_some_and(Window::visible));

    desk.compose(&method, &query, SOUNDS);
    desk.press(&page, "Return");
    method.wait_for_no_candidates();
    wait_for_value(&query, SOUNDS);
    wait_for_row(&page, SOUNDS);
    assert_eq!(desk.desktop.clipboard().text(), None);
    clear(&desk, &app, &method, &query);

    desk.compose(&method, &query, SOUNDS);
    desk.press(&page, "space");
    wait_for_value(&query, WORD);
    wait_for_row(&page, WORD);
    desk.desktop.keyboard().press("Return");
    desk.desktop.clipboard().wait_for_text("found by its characters");
    desk.desktop.windows().wait_for_none(PALETTE);
}

#[test]
fn fcitx_types_zhuyin_and_enter_takes_it() {
    let desk = Desk::with_fcitx();
    let app = desk.app();
    let method = InputMethod::start_fcitx(&desk.desktop, "chewing");
    let page = palette(&app, &desk.desktop);
    let query = page.find(QUERY);
    desk.desktop.keyboard().type_text(ZHUYIN);
    wait_for_value(&query, "信箱");

    desk.desktop.keyboard().press("Down");
    method.wait_for_candidates();
    desk.press(&page, "Escape");
    method.wait_for_no_candidates();
    wait_for_value(&query, "信箱");
    desk.press(&page, "Return");
    wait_for_row(&page, "信箱");

    assert_eq!(desk.desktop.clipboard().text(), None);
    desk.desktop.keyboard().press("Return");
    desk.desktop.clipboard().wait_for_text("found by zhuyin");
}

#[test]
fn fcitx_composes_the_first_key_after_the_hotkey() {
    let desk = Desk::with_fcitx();
    let desktop = &desk.desktop;
    let _app = desk.app();
    let _method = InputMethod::start_fcitx(desktop, "pinyin");

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
