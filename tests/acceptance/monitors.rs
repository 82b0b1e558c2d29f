//! Two monitors, two scales, a panel at any edge: the palette opens where a person looks, whole, and hears nothing once it is gone.

use support::*;

use crate::at_home::*;

const PALETTE: &str = "Fencun palette";
/// The palette's size at scale 1.
const SIZE: (i32, i32) = (680, 460);
/// Key codes of the keyboard every X server has.
const A: u8 = 38;
const LEFT: Rect = Rect::new(0, 100, 1800, 1100);
const RIGHT: Rect = Rect::new(1800, 0, 1600, 1200);

/// Two monitors; the panel is on the right one.
fn two_monitors() -> DesktopBuilder {
    Desktop::builder().screen(3400, 1200).monitors(&[RIGHT, LEFT]).without_notification_daemon()
}

#[track_caller]
fn app<'d>(desktop: &'d Desktop, scale: i32) -> App<'d> {
    let mut app = App::new(desktop).env("GDK_SCALE", &scale.to_string());
    app.write("config/settings.toml", &format!("{PROFILE}{MY_CULTURE}"));
    app.write("data/library/own.toml", &pack(&[phrase("one", "alpha", "words of alpha")]));
    app.start();
    app
}

/// Where the open palette is; it has its size, and is wholly on this monitor.
#[track_caller]
fn wholly_on(desktop: &Desktop, monitor: Rect, scale: i32) -> Rect {
    let area = desktop.windows().wait_for_active(PALETTE).area().expect("it is on the screen");
    assert_eq!((area.width, area.height), (SIZE.0 * scale, SIZE.1 * scale));
    assert!(monitor.encloses(area), "{area:?} is not on {monitor:?}");
    area
}

#[test]
fn the_hotkey_opens_it_where_the_pointer_is_a_fifth_from_the_top() {
    for scale in [1, 2] {
        let desktop = two_monitors().start();
        let _app = app(&desktop, scale);
        for (monitor, pointer) in [
            (RIGHT, (1810, 70)),
            (LEFT, (1790, 1190)),
            (RIGHT, (3390, 1190)),
            (LEFT, (5, 5)),
            (RIGHT, (2600, 600)),
        ] {
            desktop.pointer().move_to(pointer);
            desktop.keyboard().press("ctrl+alt+space");

            let area = wholly_on(&desktop, monitor, scale);
            let from_middle = area.centre().0 - monitor.centre().0;
            // At a scale there are only whole pixels of the page.
            assert!(from_middle.abs() <= scale, "{area:?} is not in the middle of {monitor:?}");
            let lowest = monitor.y + monitor.height - area.height;
            let wanted = (monitor.y + monitor.height / 5).min(lowest);
            assert!((area.y - wanted).abs() <= scale, "{area:?} is not at {wanted} on {monitor:?}");
            desktop.keyboard().press("ctrl+alt+space");
            desktop.windows().wait_for_none(PALETTE);
        }
    }
}

#[test]
fn the_tray_opens_it_beside_the_icon_with_the_panel_at_any_edge() {
    // The panel is on the right monitor: its left edge is between the two, where a bar cannot keep a strip free.
    for edge in [Edge::Top, Edge::Bottom, Edge::Left, Edge::Right] {
        for scale in [1, 2] {
            let (icon, bar, area) = opened_from_tray(edge, scale);
            let what = format!("{edge:?}, scale {scale}: the palette {area:?}, the panel {bar:?}");
            assert!((1..=16 * scale).contains(&apart(area, bar)), "{what}");
            let (x, y) = icon.centre();
            let (from, length, at) = match edge {
                Edge::Top | Edge::Bottom => (area.x, area.width, x),
                Edge::Left | Edge::Right => (area.y, area.height, y),
            };
            assert!((from..from + length).contains(&at), "{what}, the icon {icon:?}");
        }
    }
}

/// Opens the palette by a click in the panel: where the icon, the panel and the palette are.
#[track_caller]
fn opened_from_tray(edge: Edge, scale: i32) -> (Rect, Rect, Rect) {
    let desktop = two_monitors().without_panel().start();
    desktop.start_panel_at(edge);
    let app = app(&desktop, scale);
    let _ = app.icon();
    let icon = desktop.panel().icon();
    desktop.panel().click_icon();
    (icon, desktop.panel().area(), wholly_on(&desktop, RIGHT, scale))
}

/// How many pixels lie between two areas; less than 1 if they touch.
fn apart(one: Rect, other: Rect) -> i32 {
    let gap = |from: i32, length: i32, to: i32, size: i32| (to - from - length).max(from - to - size);
    gap(one.x, one.width, other.x, other.width).max(gap(one.y, one.height, other.y, other.height))
}

#[test]
fn hidden_it_takes_no_key_however_it_was_hidden() {
    let desktop = two_monitors().start();
    let app = app(&desktop, 1);
    let mut letter = Neighbour::open(&desktop, "a letter");
    let letter_area = letter.window().area().expect("it is on the screen");
    // The palette opens on the monitor where the letter is not.
    let other = if LEFT.contains(letter_area.centre()) { RIGHT } else { LEFT };
    let by_hotkey = || desktop.keyboard().press("ctrl+alt+space");
    let by_escape = || desktop.keyboard().press("Escape");
    let by_blur = || desktop.pointer().click(letter_area.centre());
    let by_command = || _ = app.command(&["toggle"]).done();
    // A click comes last: a key right after it would belong to the same movement of the hand.
    let ways: [(&str, &dyn Fn()); 4] = [
        ("hotkey", &by_hotkey),
        ("Escape", &by_escape),
        ("toggle", &by_command),
        ("a click elsewhere", &by_blur),
    ];

    for (number, (way, hide)) in ways.into_iter().enumerate() {
        desktop.pointer().move_to(other.centre());
        desktop.keyboard().press("ctrl+alt+space");
        desktop.windows().wait_for_active(PALETTE);
        hide();
        desktop.windows().wait_for_none(PALETTE);
        desktop.windows().wait_for_active("a letter");
        desktop.keyboard().press("a");

        let typed = |letter: &mut Neighbour<'_>| letter.keys().iter().filter(|&&key| key == A).count();
        wait_until(way, DEADLINE, || (typed(&mut letter) == number + 1).then_some(()));
    }
    // What was typed meanwhile is not in the palette.
    let page = app.open_page("palette");
    assert_eq!(page.find("input[role=combobox]").value(), "");
    assert_eq!(desktop.clipboard().text(), None);
}
