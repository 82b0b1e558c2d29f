//! The two programs: building them and starting the resident one.

use std::process::{Command, ExitCode};

use crate::error::Error;
use crate::places::Places;
use crate::{process, progress};

const PROGRAMS: [&str; 2] = ["fencun", "fencun-window"];

/// Builds both quickly, for this machine and today.
pub(crate) fn build(places: &Places) -> Result<(), Error> {
    let first = PROGRAMS.iter().any(|name| !places.built("debug", name).is_file());
    let what =
        if first { "Building Fencun (about 3 minutes the first time)" } else { "Building what changed" };
    progress::announced(what, || cargo_build(places, &[]))
}

/// Builds both as they are handed to others.
pub(crate) fn build_release(places: &Places) -> Result<(), Error> {
    progress::announced("Building Fencun for release (about 6 minutes the first time)", || {
        cargo_build(places, &["--release"])
    })
}

/// Starts the resident program in the foreground, with its own arguments.
pub(crate) fn start(places: &Places, arguments: &[String]) -> Result<ExitCode, Error> {
    eprintln!("Starting Fencun; Quit in its tray menu, or Ctrl+C here, ends it");
    let mut fencun = Command::new(places.built("debug", "fencun"));
    become_it(fencun.args(arguments))
}

fn cargo_build(places: &Places, profile: &[&str]) -> Result<(), Error> {
    let mut build = process::cargo(&places.root);
    build.arg("build").args(profile);
    for name in PROGRAMS {
        build.args(["--package", name]);
    }
    process::run(&mut build)
}

/// Takes this program's place, so that Ctrl+C, signals and the exit code are Fencun's own.
#[cfg(unix)]
fn become_it(command: &mut Command) -> Result<ExitCode, Error> {
    use std::os::unix::process::CommandExt;
    let source = command.exec();
    Err(Error::Start { program: command.get_program().to_string_lossy().into_owned(), source })
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) -> Result<ExitCode, Error> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|source| Error::Start { program, source })?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
