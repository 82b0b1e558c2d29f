//! From a click in the tray's menu to words that another program can read from the clipboard; and `fencun list`.

use std::process::Stdio;
use std::time::Instant;

use support::{App, DEADLINE, Desktop, MenuRow, TrayItem, wait_until};
use zbus::Message;
use zbus::zvariant::Value;

use crate::arguments::Arguments;
use crate::figures::{median, milliseconds};
use crate::selection::Reader;
use crate::table::{Limit, Table, Unit};
use crate::{homes, starts};

/// Clicks, then lists.
pub(crate) fn measure(desktop: &Desktop, arguments: &Arguments, table: &mut Table) {
    let app = homes::usual(desktop);
    let resident = desktop.spawn(starts::resident(&app));
    app.wait_until_answering();
    let icon = app.icon();
    let reader = Reader::open(desktop);
    let clicks = (0..=arguments.rounds).map(|round| click(desktop, &icon, &reader, round));
    // The first one finds everything cold, as no other will.
    let clicks = clicks.skip(1).collect();
    table.add(
        "tray click to words on the clipboard",
        Unit::Milliseconds.of(median(clicks)),
        None,
        Limit::Value(10.0),
    );

    let running = (0..=arguments.rounds).map(|_| list(&app)).skip(1).collect();
    table.add("`fencun list`", Unit::Milliseconds.of(median(running)), None, Limit::Value(15.0));
    starts::end(desktop, resident);
    let alone = (0..=arguments.rounds).map(|_| list(&app)).skip(1).collect();
    let what = "`fencun list`, nothing running";
    table.add(what, Unit::Milliseconds.of(median(alone)), None, Limit::Value(15.0));
}

/// Clicks one of the first rows, another than the last time.
fn click(desktop: &Desktop, icon: &TrayItem<'_>, reader: &Reader, round: usize) -> f64 {
    let row = at_rest(icon, round % 2);
    let event = event(icon, row.id);
    let bus = desktop.bus().connection();
    let (time, text) = reader.after(|| bus.send(&event).expect("the bus is there"));
    assert!(!text.is_empty(), "no words were copied");
    milliseconds(time)
}

/// The row, once the menu has been the same for two looks: a copy changes it.
#[track_caller]
fn at_rest(icon: &TrayItem<'_>, index: usize) -> MenuRow {
    let mut before = None;
    wait_until("a menu at rest", DEADLINE, || {
        let rows: Vec<_> = icon.menu().children.into_iter().filter(is_phrase).collect();
        let at_rest = before.as_ref() == Some(&rows);
        before = Some(rows.clone());
        at_rest.then(|| rows.into_iter().nth(index)).flatten()
    })
}

fn is_phrase(row: &MenuRow) -> bool {
    row.visible && row.enabled && !row.submenu && !row.separator
}

fn event(icon: &TrayItem<'_>, row: i32) -> Message {
    let message = Message::method_call("/MenuBar", "Event")
        .and_then(|message| message.destination(icon.name().to_owned()))
        .and_then(|message| message.interface("com.canonical.dbusmenu"))
        .and_then(|message| message.build(&(row, "clicked", Value::from(0i32), 0u32)));
    message.expect("the icon has a valid name")
}

fn list(app: &App<'_>) -> f64 {
    let mut command = app.program("fencun");
    command.arg("list").stdout(Stdio::null());
    let start = Instant::now();
    let status = command.status().expect("the program can be started");
    let time = start.elapsed();
    assert!(status.success(), "fencun list: {status}");
    milliseconds(time)
}
