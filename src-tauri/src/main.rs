//! The program `fencun-window`.
#![windows_subsystem = "windows"]

fn main() -> std::process::ExitCode {
    fencun_window_lib::run()
}
