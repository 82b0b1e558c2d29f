//! The words after `cargo xtask`, and which command they mean.

use std::process::ExitCode;

use crate::error::Error;
use crate::places::Places;
use crate::{bench, bundle, icons, run, test, torture};

const HELP: &str = "\
usage: cargo xtask COMMAND

  run [-- ARGUMENTS]   installs what is missing, builds Fencun and starts it
  test [STEP…]         everything CI runs, or only the named steps
  bench [NAME…]        measures; what follows `--` is for the benches: `-- --write` writes into the README
  torture              what the store must survive, at length: kills, failing disks, power cuts, garbage
  bundle               a release build as a tar.gz under target/bundle
  icons                renders the PNG, ICO and ICNS files in icons/ from their SVG sources
  help                 this text";

/// What a person asked for.
#[derive(Debug, PartialEq, Eq)]
enum Command {
    Run(Vec<String>),
    Test(Vec<String>),
    Bench(Vec<String>),
    Torture,
    Bundle,
    Icons,
    Help,
}

/// Does what the arguments ask for; 0 done, 1 failed, 2 not understood.
pub(crate) fn start(arguments: Vec<String>) -> ExitCode {
    match parse(arguments).and_then(carry_out) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(error.exit_code())
        }
    }
}

fn carry_out(command: Command) -> Result<ExitCode, Error> {
    let places = Places::find()?;
    match command {
        Command::Run(arguments) => run::run(&places, &arguments),
        Command::Test(steps) => test::test(&places, &steps),
        Command::Bench(names) => bench::bench(&places, &names).map(|()| ExitCode::SUCCESS),
        Command::Torture => torture::torture(&places),
        Command::Bundle => bundle::bundle(&places).map(|()| ExitCode::SUCCESS),
        Command::Icons => icons::render(&places).map(|()| ExitCode::SUCCESS),
        Command::Help => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn parse(mut arguments: Vec<String>) -> Result<Command, Error> {
    if arguments.is_empty() {
        return Ok(Command::Help);
    }
    let name = arguments.remove(0);
    match name.as_str() {
        "run" => after_dashes(arguments).map(Command::Run),
        "test" => Ok(Command::Test(arguments)),
        "bench" => Ok(Command::Bench(arguments)),
        "torture" => nothing_else(&arguments, Command::Torture),
        "bundle" => nothing_else(&arguments, Command::Bundle),
        "icons" => nothing_else(&arguments, Command::Icons),
        "help" | "--help" | "-h" => Ok(Command::Help),
        _ => Err(Error::Usage(format!("there is no command `{name}`; `cargo xtask help` lists them"))),
    }
}

/// What follows `--`: Fencun's own arguments, never mixed up with ours.
fn after_dashes(mut arguments: Vec<String>) -> Result<Vec<String>, Error> {
    match arguments.first().map(String::as_str) {
        None => Ok(arguments),
        Some("--") => Ok(arguments.split_off(1)),
        Some(other) => Err(Error::Usage(format!(
            "`{other}` is for Fencun? put `--` before it: cargo xtask run -- {other}"
        ))),
    }
}

fn nothing_else(arguments: &[String], command: Command) -> Result<Command, Error> {
    match arguments.first() {
        None => Ok(command),
        Some(other) => Err(Error::Usage(format!("`{other}` is one argument too many"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    fn check(line: &str, expected: Command) {
        assert_eq!(parse(words(line)).ok(), Some(expected), "{line}");
    }

    fn check_refused(line: &str, told: &str) {
        let error = parse(words(line)).expect_err(line);
        assert_eq!(error.exit_code(), 2, "{line}");
        assert!(error.to_string().contains(told), "{line}: {error}");
    }

    #[test]
    fn every_command_is_understood() {
        check("", Command::Help);
        check("run", Command::Run(vec![]));
        check("run -- --home /tmp/x", Command::Run(words("--home /tmp/x")));
        check("run -- print -- x", Command::Run(words("print -- x")));
        check("test", Command::Test(vec![]));
        check("test fmt guards", Command::Test(words("fmt guards")));
        check("torture", Command::Torture);
        check("bundle", Command::Bundle);
    }

    #[test]
    fn what_is_not_understood_is_answered_with_the_way_out() {
        check_refused("runn", "help");
        check_refused("run --home /tmp/x", "cargo xtask run -- --home");
        check_refused("icons now", "too many");
    }
}
