//! Starts the resident program: one a home, tray first, then everything else; and ends it.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use fencun_desktop::clipboard::SystemClipboard;
use fencun_desktop::mail::SystemMail;
use fencun_desktop::notifier::SystemNotifier;
use fencun_desktop::paste::SystemPaster;
use fencun_protocol::{Connection, Home, Place, Request, Role, WindowName};

use crate::app::{App, Ports, reminding};
use crate::door::{Bound, listen, open_doors, watch};
use crate::{log, out};

/// How long another program that is just starting may take to listen.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whether a window may open at start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// Started by a person: a second start opens the settings of the first.
    Foreground,
    /// Started by the desktop or by the command line: no window ever.
    Background,
}

/// Runs until somebody ends it; or hands over to the one that runs.
pub(crate) fn run(home: Home, socket: &Path, start: Start) -> ExitCode {
    fencun_desktop::harden();
    if let Err(err) = std::fs::create_dir_all(home.state()) {
        out::message(&format!("fencun: the folder {} cannot be made: {err}", home.state().display()));
        return ExitCode::FAILURE;
    }
    match only_one(home.state()) {
        Ok(Some(lock)) => serve(home, socket, &lock),
        Ok(None) => hand_over(socket, start),
        Err(err) => {
            out::message(&format!("fencun: the folder {} cannot be used: {err}", home.state().display()));
            ExitCode::FAILURE
        }
    }
}

/// The lock that says who is the one program of this home; None if another has it.
fn only_one(state: &Path) -> io::Result<Option<File>> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(state.join("running"))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        // Some network file systems have no locks; the socket itself is then the only sign.
        Err(TryLockError::Error(_)) => Ok(Some(file)),
    }
}

fn hand_over(socket: &Path, start: Start) -> ExitCode {
    if start == Start::Background {
        return ExitCode::SUCCESS;
    }
    let request =
        Request::Open { window: WindowName::Settings, place: Place::Pointer, phrase: None, write: None };
    let asked = connect(socket, PATIENCE)
        .map_err(|err| err.to_string())
        .and_then(|mut running| running.ask::<()>(&request).map_err(|err| err.to_string()));
    match asked {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            out::message(&format!("fencun runs already, but its settings did not open: {why}"));
            ExitCode::FAILURE
        }
    }
}

/// Connects to a program that may be just starting.
pub(crate) fn connect(
    socket: &Path,
    patience: Duration,
) -> Result<Connection, fencun_protocol::ConnectError> {
    let until = Instant::now() + patience;
    loop {
        match Connection::open(socket, Role::Door) {
            Err(fencun_protocol::ConnectError::NobodyThere) if Instant::now() < until => {
                // Nothing announces a socket that appears, so it is looked for.
                std::thread::sleep(Duration::from_millis(5));
            }
            other => return other,
        }
    }
}

fn serve(home: Home, socket: &Path, _lock: &File) -> ExitCode {
    log::start(home.state());
    let bound = match Bound::take(socket) {
        Ok(bound) => bound,
        Err(err) => {
            out::message(&format!("fencun: the socket {} cannot be used: {err}", socket.display()));
            return ExitCode::FAILURE;
        }
    };
    let clipboard = Arc::new(SystemClipboard::start());
    let ports = Ports {
        // It is also closed at the end, so that a clipboard manager can take over what it holds.
        clipboard: Arc::clone(&clipboard) as _,
        notifier: Arc::new(SystemNotifier::start("Fencun", "fencun")),
        mail: Box::new(SystemMail),
        paster: Arc::new(SystemPaster::start()),
    };
    let window_args = window_args(&home, socket);
    let app = Arc::new(App::before_reading(home, socket.to_owned(), ports));
    let (quit, quitting) = mpsc::channel();
    let on_signal = quit.clone();
    if let Err(err) = fencun_desktop::on_termination(Box::new(move || on_signal.send(()).unwrap_or_default()))
    {
        tracing::warn!(%err, "signals end the program at once");
    }
    let doors = open_doors(&app, window_args, quit);
    if let Err(err) = listen(bound, &app, &doors.windows) {
        out::message(&format!("fencun: nobody can be heard on {}: {err}", socket.display()));
        return ExitCode::FAILURE;
    }
    read_library(&app);
    let _watch = watch(&app);
    reminding::start(&app);
    wait(&quitting);
    doors.close();
    app.clear_sensitive();
    clipboard.close();
    // The next start must not find a socket that nobody listens to.
    let _ = std::fs::remove_file(socket);
    ExitCode::SUCCESS
}

fn wait(quitting: &Receiver<()>) {
    // Everybody who could end the program gone is an end too.
    let _ = quitting.recv();
}

/// Reads the packs, then clears what a crash left behind and notes what others changed meanwhile. A hundred thousand phrases
/// take seconds: tray and hotkey do not wait for them.
fn read_library(app: &Arc<App>) {
    let read = |app: &App| {
        app.read_library();
        if let Err(err) = app.take_stock() {
            tracing::warn!(%err, "the history was not brought up to date");
        }
        // What reading needed meanwhile is as much again as the library itself.
        fencun_desktop::give_back_memory();
    };
    let reader = Arc::clone(app);
    if let Err(err) = std::thread::Builder::new().name("library".into()).spawn(move || read(&reader)) {
        tracing::warn!(%err, "everything waits until the library is read");
        read(app);
    }
}

fn window_args(home: &Home, socket: &Path) -> Vec<OsString> {
    let mut args: Vec<OsString> = Vec::new();
    if let Some(root) = home.root() {
        args.extend(["--home".into(), root.into()]);
    }
    args.extend(["--socket".into(), socket.into()]);
    args
}
