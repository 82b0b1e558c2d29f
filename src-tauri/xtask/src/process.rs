//! Other programs: run with the person's terminal, read for their answer, or both.

use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::Error;

/// Cargo itself, the one that runs this program.
pub(crate) fn cargo(folder: &Path) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    inside(program, folder)
}

/// npm, which is a script with an ending of its own on Windows.
pub(crate) fn npm(folder: &Path) -> Command {
    inside(if cfg!(windows) { "npm.cmd" } else { "npm" }.into(), folder)
}

fn inside(program: OsString, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs it to its end. All it says goes to stderr: stdout belongs to what is started afterwards.
pub(crate) fn run(command: &mut Command) -> Result<(), Error> {
    let status = command.stdout(io::stderr()).status().map_err(could_not_start(command))?;
    if status.success() { Ok(()) } else { Err(failed(command, status.code())) }
}

/// Runs it to its end and shows only what it says on stderr.
pub(crate) fn run_quietly(command: &mut Command) -> Result<(), Error> {
    let status = command.stdout(Stdio::null()).status().map_err(could_not_start(command))?;
    if status.success() { Ok(()) } else { Err(failed(command, status.code())) }
}

/// Runs it and returns what it wrote to stdout; what it says on stderr is dropped.
pub(crate) fn answer(command: &mut Command) -> Result<String, Error> {
    let output = command.stderr(Stdio::null()).output().map_err(could_not_start(command))?;
    if !output.status.success() {
        return Err(failed(command, output.status.code()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs it while its stdout streams through, and hands each line of it to `each`. True if it ended well.
pub(crate) fn follow(command: &mut Command, mut each: impl FnMut(&str)) -> Result<bool, Error> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(could_not_start(command))?;
    let stdout = child.stdout.take().expect("stdout was asked for just above");
    for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        each(&line);
    }
    let status = child.wait().map_err(could_not_start(command))?;
    Ok(status.success())
}

/// Where a program lies on the PATH.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

fn could_not_start(command: &Command) -> impl FnOnce(io::Error) -> Error + use<> {
    let program = name(command);
    move |source| Error::Start { program, source }
}

fn failed(command: &Command, code: Option<i32>) -> Error {
    Error::Failed { program: name(command), code }
}

/// The program's short name and its first argument: `npm ci`, `cargo build`.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default().to_string_lossy();
    match command.get_args().next() {
        Some(first) => format!("{program} {}", first.to_string_lossy()),
        None => program.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program-here")).expect_err("it does not exist");
        assert!(
            matches!(&error, Error::Start { program, .. } if program == "no-such-program-here"),
            "{error}"
        );
    }

    #[test]
    fn an_answer_is_what_was_said_on_stdout() {
        let said = answer(cargo(Path::new(".")).arg("--version")).expect("cargo runs this test");
        assert!(said.starts_with("cargo "), "{said}");
    }

    #[test]
    fn a_failing_program_is_named_with_its_first_argument() {
        let error =
            answer(cargo(Path::new(".")).arg("no-such-command")).expect_err("cargo has no such command");
        assert_eq!(error.to_string(), "`cargo no-such-command` failed with exit code 101");
    }

    #[test]
    fn each_line_is_handed_over_and_the_end_is_told() {
        let mut lines = Vec::new();
        let ended_well = follow(cargo(Path::new(".")).arg("--version"), |line| lines.push(line.to_owned()));
        assert!(ended_well.expect("cargo starts"));
        assert_eq!(lines.len(), 1, "{lines:?}");
    }
}
