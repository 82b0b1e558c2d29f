//! Runs one operation under strace, which can kill it or let a call fail at a chosen moment.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

/// A system call of an operation: its name, and how many of that name came before it, from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Point {
    pub(crate) call: String,
    pub(crate) ordinal: usize,
}

/// The calls that only arrange memory, or end the process: nothing can be lost at them.
const HARMLESS: [&str; 12] = [
    "brk",
    "mmap",
    "munmap",
    "mprotect",
    "madvise",
    "exit_group",
    "exit",
    "getrandom",
    "sigaltstack",
    "rt_sigaction",
    "rt_sigprocmask",
    "mremap",
];

/// Every call that an operation makes once it has turned to its home.
pub(crate) fn points(operation: &str, home: &Path) -> Result<Vec<Point>, String> {
    let file = home.with_extension("trace");
    let output = strace(&["-o", &file.display().to_string()], operation, home)?;
    if !output.status.success() {
        return Err(format!("{operation} failed untouched: {}", String::from_utf8_lossy(&output.stderr)));
    }
    let trace = std::fs::read_to_string(&file).map_err(|err| err.to_string())?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut points, mut begun) = (Vec::new(), false);
    for line in trace.lines() {
        // With -f each line begins with the number of the process.
        let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let Some((call, arguments)) = line.split_once('(') else { continue };
        let count = counts.entry(call).or_default();
        *count += 1;
        begun |= arguments.contains(&home.display().to_string()) && call != "execve";
        if begun && !HARMLESS.contains(&call) {
            points.push(Point { call: call.to_owned(), ordinal: *count });
        }
    }
    Ok(points)
}

/// Runs an operation with something done to it, such as `fsync:error=EIO:when=2`.
pub(crate) fn with(injection: &str, operation: &str, home: &Path) -> Result<Output, String> {
    let call = injection.split(':').next().unwrap_or_default();
    strace(
        &["-o", "/dev/null", "-e", &format!("trace={call}"), "-e", &format!("inject={injection}")],
        operation,
        home,
    )
}

fn strace(options: &[&str], operation: &str, home: &Path) -> Result<Output, String> {
    let program = std::env::current_exe().map_err(|err| err.to_string())?;
    let mut command = Command::new("timeout");
    command.args(["--signal=KILL", "60", "strace", "-f"]).args(options).arg(program);
    command.arg("do").arg(operation).arg(home).output().map_err(|err| format!("strace: {err}"))
}
