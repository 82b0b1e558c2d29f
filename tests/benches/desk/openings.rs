//! From the hotkey to settled pixels, with the palette warm and with the window program not running, beside rofi.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use support::{App, DEADLINE, Desktop, Program, wait_until};

use crate::arguments::Arguments;
use crate::display::Display;
use crate::figures::{median, milliseconds};
use crate::pixels::{Eye, Picture, different};
use crate::starts::PeersAtRest;
use crate::table::{Limit, Peer, Table, Unit};
use crate::{homes, rest, starts};

/// The palette has as many rows to choose from as a person with a large library has.
const LINES: usize = 500;
/// More pixels than these are another picture: a caret, or an edge that is drawn otherwise, has fewer.
const SAME: usize = 400;

/// What the bench looks and presses with.
struct Hands<'d> {
    desktop: &'d Desktop,
    eye: Eye,
    keys: Display,
}

/// Opens all in turns.
pub(crate) fn measure(
    desktop: &Desktop,
    arguments: &Arguments,
    peers: Option<PeersAtRest>,
    table: &mut Table,
) {
    let hands = Hands { desktop, eye: Eye::open(desktop), keys: Display::connect(desktop) };
    let whole = warm(&hands, arguments, table);
    cold(&hands, arguments, &whole, peers, table);
}

/// The answer is what the palette looks like.
fn warm(hands: &Hands<'_>, arguments: &Arguments, table: &mut Table) -> Picture {
    let app = homes::usual(hands.desktop);
    let resident = started(hands.desktop, &app);
    let (_, whole) = hands.eye.settles(|| hands.keys.press_hotkey());
    hands.close(Display::press_hotkey);
    let times = hands.in_turns(arguments, &whole, || ());
    times.add_row("hotkey to settled pixels, palette warm", Limit::Both(0.3, 40.0), table);
    let memory = rest::memory(resident.pid());
    let what = "memory (PSS) with the palette warm, both programs";
    table.add(what, Unit::Mebibytes.of(memory), None, Limit::Value(160.0));
    let wake_ups = rest::wake_ups(resident.pid(), arguments.seconds);
    let what = "wake-ups with the palette warm and hidden, both programs";
    table.add(what, Unit::PerSecond.of(wake_ups), None, Limit::None);
    starts::end(hands.desktop, resident);
    whole
}

fn cold(
    hands: &Hands<'_>,
    arguments: &Arguments,
    whole: &Picture,
    peers: Option<PeersAtRest>,
    table: &mut Table,
) {
    let app = homes::that_keeps_nothing_warm(hands.desktop);
    let resident = started(hands.desktop, &app);
    let gone = || {
        let none = || hands.desktop.processes().running("fencun-window").is_empty().then_some(());
        wait_until("the window program to end", DEADLINE, none);
    };
    // What a first start sets up is not a start.
    let _ = hands.palette(whole);
    let times = hands.in_turns(arguments, whole, gone);
    times.add_row("hotkey to settled pixels, window program not running", Limit::Times(2.5), table);
    gone();
    let memory = rest::memory(resident.pid());
    if let Some(peers) = peers {
        peers.add_rows("memory (PSS) at rest, after the last window", memory, table);
    }
    starts::end(hands.desktop, resident);
}

/// Milliseconds of the palette and of rofi.
#[derive(Default)]
struct Times {
    palette: Vec<f64>,
    rofi: Vec<f64>,
}

impl Times {
    fn add_row(self, what: &'static str, limit: Limit, table: &mut Table) {
        let rofi = Peer { name: "rofi", value: median(self.rofi) };
        table.add(what, Unit::Milliseconds.of(median(self.palette)), Some(rofi), limit);
    }
}

impl Hands<'_> {
    /// Opens the palette and rofi again and again, one after the other.
    fn in_turns(&self, arguments: &Arguments, whole: &Picture, ready: impl Fn()) -> Times {
        let mut times = Times::default();
        for _ in 0..arguments.rounds {
            ready();
            times.palette.push(self.palette(whole));
            times.rofi.push(self.rofi());
        }
        times
    }

    /// Opens the palette, which must come to look like this, and closes it.
    #[track_caller]
    fn palette(&self, whole: &Picture) -> f64 {
        let like_whole = |picture: &Picture| different(whole, picture) <= SAME;
        let (time, _) = self.eye.settles_like(like_whole, || self.keys.press_hotkey());
        self.close(Display::press_hotkey);
        milliseconds(time)
    }

    /// Starts rofi on as many lines, and closes it.
    #[track_caller]
    fn rofi(&self) -> f64 {
        let lines = lines(self.desktop);
        let mut rofi = None;
        let (time, _) =
            self.eye.settles(|| rofi = Some(self.desktop.spawn(rofi_command(self.desktop, &lines))));
        self.close(Display::press_escape);
        let mut rofi: Program = rofi.expect("it was started just above");
        rofi.wait(DEADLINE);
        milliseconds(time)
    }

    fn close(&self, press: impl FnOnce(&Display)) {
        let _ = self.eye.settles(|| press(&self.keys));
    }
}

#[track_caller]
fn started(desktop: &Desktop, app: &App<'_>) -> Program {
    let resident = desktop.spawn(starts::resident(app));
    app.wait_until_answering();
    let _ = app.icon();
    resident
}

fn lines(desktop: &Desktop) -> PathBuf {
    let file = desktop.folder().join("lines.txt");
    let line = |number| format!("{number} Thank you for your message; for work please write to my email\n");
    let text: String = (0..LINES).map(line).collect();
    fs::write(&file, text).expect("the folder is ours");
    file
}

fn rofi_command(desktop: &Desktop, lines: &Path) -> Command {
    let mut command = desktop.command("rofi");
    command.arg("-dmenu").stdin(File::open(lines).expect("it was just written"));
    command
}
