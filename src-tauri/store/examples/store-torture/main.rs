//! Tortures the store: kills it at every system call, lets every call fail, lets others write at the same moment, hands it
//! garbage.
//!
//! `store-torture kill|errno|writers|outside|fuzz [short|long]` prints what was tried and how often something was lost;
//! it ends with 1 if anything was. Needs `strace` for the first two.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program for the terminal")]

mod fuzz;
mod home;
mod operation;
mod outside;
mod sweep;
mod trace;
mod writers;

use std::process::ExitCode;

/// How much is tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Length {
    Short,
    Long,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let length = if words.last() == Some(&"long") { Length::Long } else { Length::Short };
    let lost = match words[..] {
        // One operation on one home, in a process of its own, to be killed.
        ["do", name, home] => return operation::run(name, home.as_ref()),
        ["edit", writer, edits, home] => return writers::run(writer, edits, home.as_ref()),
        ["kill", ..] => sweep::kill(length),
        ["errno", ..] => sweep::errno(length),
        ["writers", ..] => writers::all(length),
        ["outside", ..] => outside::all(length),
        ["fuzz", ..] => fuzz::all(length),
        _ => {
            eprintln!("store-torture kill|errno|writers|outside|fuzz [short|long]");
            return ExitCode::from(2);
        }
    };
    if lost == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
