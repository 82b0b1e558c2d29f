//! From the command line to the end of the program.

use std::path::PathBuf;
use std::process::ExitCode;

use fencun_protocol::Connection;
use tauri::{AppHandle, Manager as _, RunEvent};

use crate::args::{Args, Surroundings};
use crate::beginning::Beginning;
use crate::complaint::say;
use crate::look::{self, Look};
use crate::resident::Resident;
use crate::warmth::Warmth;
use crate::windows::{self, Opening, Stage};
use crate::{commands, events, os, start};

/// Where WebKit keeps its files.
pub(crate) struct Folder(pub(crate) PathBuf);

/// Runs the window program: 0 when it was told to end or was not wanted any more, 1 when there was
/// nobody to serve or the windows failed, 2 for a command line that means nothing.
pub fn run() -> ExitCode {
    os::before_start();
    let surroundings =
        Surroundings { home: std::env::var_os("FENCUN_HOME"), runtime: std::env::var_os("XDG_RUNTIME_DIR") };
    let args = match Args::parse(std::env::args_os().skip(1), surroundings) {
        Ok(args) => args,
        Err(err) => return failed(2, &err),
    };
    match start::connect_ear(&args) {
        Ok(ear) => draw(args, ear),
        Err(err) => failed(1, &err),
    }
}

fn failed(code: u8, err: &dyn std::error::Error) -> ExitCode {
    say(err);
    ExitCode::from(code)
}

fn draw(args: Args, ear: Connection) -> ExitCode {
    let folder = args.home.state().join("webview");
    os::before_pages(&folder);
    let resident = Resident::at(args.socket.clone());
    let look = Look::default();
    look.ask(&resident);
    let built = tauri::Builder::default()
        .manage(Folder(folder))
        .manage(resident)
        .manage(look)
        .manage(Stage::default())
        .manage(Beginning::default())
        .invoke_handler(commands::handler())
        .setup(move |app| Ok(begin(app.handle(), args.open, ear)?))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => ExitCode::from(u8::try_from(app.run_return(stay)).unwrap_or(1)),
        Err(err) => failed(1, &err),
    }
}

fn begin(
    app: &AppHandle,
    open: Option<(fencun_protocol::WindowName, Option<String>)>,
    ear: Connection,
) -> tauri::Result<()> {
    os::start();
    look::follow_desktop(app);
    let end = app.clone();
    app.manage(Warmth::new(app.state::<Resident>().inner().clone(), move || end.exit(0)));
    // The window that was asked for comes first: WebDriver attaches to the first page there is.
    if let Some((window, phrase)) = open {
        windows::open(app, Opening::of(window, phrase))?;
    }
    events::listen(app.clone(), ear);
    Ok(())
}

/// Without a window the program goes on: it ends when it is told to, or is not wanted for long.
fn stay(_: &AppHandle, event: RunEvent) {
    if let RunEvent::ExitRequested { code: None, api, .. } = event {
        api.prevent_exit();
    }
}
