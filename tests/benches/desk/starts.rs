//! From the start of a program to its icon on the bus; then its memory and its wake-ups while nobody uses it.

use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use support::{App, DEADLINE, Desktop, Program, wait_until};
use zbus::blocking::{Proxy, connection};

use crate::arguments::Arguments;
use crate::figures::{median, milliseconds};
use crate::table::{Limit, Peer, Table, Unit};
use crate::{homes, rest};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// Memory is the same at every start, so it is read at every so many of them.
const MEMORY_EVERY: usize = 5;

/// What was measured of one program.
#[derive(Default)]
struct Measured {
    starts: Vec<f64>,
    memory: Vec<f64>,
    wake_ups: f64,
}

/// The memory at rest of those who are beside Fencun.
#[derive(Clone, Copy)]
pub(crate) struct PeersAtRest {
    copyq: Peer,
    autokey: Peer,
}

/// Starts all three again and again, in turns.
pub(crate) fn measure(desktop: &Desktop, arguments: &Arguments, table: &mut Table) -> PeersAtRest {
    let icons = listen(desktop);
    let app = homes::usual(desktop);
    let commands: [&dyn Fn() -> Command; 3] =
        [&|| resident(&app), &|| desktop.command("copyq"), &|| desktop.command("autokey-gtk")];
    // What a first start sets up is not a start.
    commands.iter().for_each(|command| end(desktop, start(desktop, &icons, command()).0));
    let mut all = commands.map(|_| Measured::default());
    for round in 0..arguments.rounds {
        for (command, measured) in commands.iter().zip(&mut all) {
            let (program, time) = start(desktop, &icons, command());
            measured.starts.push(milliseconds(time));
            if round % MEMORY_EVERY == 0 {
                measured.memory.push(rest::memory(program.pid()));
            }
            if round == 0 {
                measured.wake_ups = rest::wake_ups(program.pid(), arguments.seconds);
            }
            end(desktop, program);
        }
    }
    add_rows(all, table)
}

fn add_rows([fencun, copyq, autokey]: [Measured; 3], table: &mut Table) -> PeersAtRest {
    let (copyq_peer, autokey_peer) = (peer("CopyQ"), peer("AutoKey"));
    let start = median(fencun.starts);
    let what = "start to tray item on the bus";
    table.add(what, Unit::Milliseconds.of(start), copyq_peer(median(copyq.starts)), Limit::Times(0.3));
    table.add(what, Unit::Milliseconds.of(start), autokey_peer(median(autokey.starts)), Limit::None);
    let what = "wake-ups at rest";
    table.add(what, Unit::PerSecond.of(fencun.wake_ups), copyq_peer(copyq.wake_ups), Limit::Value(0.2));
    table.add(what, Unit::PerSecond.of(fencun.wake_ups), autokey_peer(autokey.wake_ups), Limit::None);
    let at_rest = PeersAtRest {
        copyq: Peer { name: "CopyQ", value: median(copyq.memory) },
        autokey: Peer { name: "AutoKey", value: median(autokey.memory) },
    };
    at_rest.add_rows("memory (PSS) at rest, before the first window", median(fencun.memory), table);
    at_rest
}

fn peer(name: &'static str) -> impl Fn(f64) -> Option<Peer> {
    move |value| Some(Peer { name, value })
}

impl PeersAtRest {
    /// Fencun's memory at some rest beside both.
    pub(crate) fn add_rows(self, what: &'static str, memory: f64, table: &mut Table) {
        for peer in [self.copyq, self.autokey] {
            table.add(what, Unit::Mebibytes.of(memory), Some(peer), Limit::Times(0.35));
        }
    }
}

/// The resident program as the desktop starts it at login.
pub(crate) fn resident(app: &App<'_>) -> Command {
    let mut command = app.program("fencun");
    command.arg("--background");
    command
}

/// Starts a program, and says how long it took until its icon was registered.
#[track_caller]
fn start(desktop: &Desktop, icons: &Receiver<Instant>, command: Command) -> (Program, Duration) {
    while icons.try_recv().is_ok() {}
    let name = command.get_program().to_string_lossy().into_owned();
    let begin = Instant::now();
    let program = desktop.spawn(command);
    match icons.recv_timeout(DEADLINE) {
        Ok(registered) => (program, registered - begin),
        Err(_) => panic!("{name} has registered no icon"),
    }
}

/// Ends a program as a session does, and waits until nothing of it is left.
#[track_caller]
pub(crate) fn end(desktop: &Desktop, mut program: Program) {
    let pid = program.pid();
    program.terminate();
    program.wait(DEADLINE);
    drop(program);
    let what = format!("the icon of process {pid} to go");
    wait_until(&what, DEADLINE, || desktop.tray().items().is_empty().then_some(()));
}

/// The moments at which icons are registered from now on.
fn listen(desktop: &Desktop) -> Receiver<Instant> {
    let address = desktop.bus().address();
    let connected = connection::Builder::address(address).and_then(connection::Builder::build);
    let bus = connected.expect("the bus is there");
    let watcher = Proxy::new(&bus, WATCHER, "/StatusNotifierWatcher", WATCHER).expect("there is a panel");
    let signals = watcher.receive_signal("StatusNotifierItemRegistered").expect("the bus takes the wish");
    let (told, heard) = channel();
    thread::spawn(move || signals.map(|_| Instant::now()).try_for_each(|now| told.send(now)));
    heard
}
