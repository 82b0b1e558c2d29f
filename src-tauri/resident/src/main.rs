//! Fencun: the resident program that owns everything, and the command line.

mod app;
mod command;
mod door;
mod log;
mod moment;
mod out;
mod start;
mod texts;
mod wire;

fn main() -> std::process::ExitCode {
    fencun_desktop::run(command::run)
}
