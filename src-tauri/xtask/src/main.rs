//! `cargo xtask`: sets up what is missing on this machine, then runs, tests, measures or bundles Fencun.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on its terminal")]

mod bench;
mod bundle;
mod command_line;
mod deny;
mod error;
mod files;
mod guards;
mod icons;
mod pages;
mod places;
mod process;
mod programs;
mod progress;
mod run;
mod stamp;
mod system;
mod test;
mod toolchain;
mod torture;
mod version;

fn main() -> std::process::ExitCode {
    command_line::start(std::env::args().skip(1).collect())
}
