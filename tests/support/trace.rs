//! Which sockets a program and all its children make, as the kernel hears of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::desktop::Desktop;
use crate::program::Program;

/// A program that runs under `strace`, and what it has done so far.
pub struct Trace {
    file: PathBuf,
    /// The tracer; it ends when the program and all its children have.
    pub program: Program,
}

impl Trace {
    /// Starts a command with every `socket` and `connect` of it and its children written down.
    #[track_caller]
    #[must_use]
    pub fn start(desktop: &Desktop, traced: &Command) -> Self {
        let file = tempfile::Builder::new().prefix("trace-").tempfile_in(desktop.folder());
        let file = file.expect("the folder is ours").into_temp_path().keep().expect("the folder is ours");
        let mut command = desktop.command("strace");
        // Only these two calls stop the program; all others go on at full speed.
        command.args([
            "-f",
            "-qq",
            "--seccomp-bpf",
            "--decode-pids=comm",
            "-e",
            "trace=socket,connect",
            "-o",
        ]);
        command.arg(&file).arg("--").arg(traced.get_program()).args(traced.get_args());
        command.envs(traced.get_envs().filter_map(|(name, value)| Some((name, value?))));
        Self { file, program: desktop.spawn(command) }
    }

    /// The lines so far: who did it, and the call.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let text = fs::read(&self.file).unwrap_or_default();
        String::from_utf8_lossy(&text).lines().map(str::to_owned).collect()
    }

    /// How many sockets of each family were made, such as `AF_UNIX`.
    #[must_use]
    pub fn families(&self) -> BTreeMap<String, usize> {
        let mut families = BTreeMap::new();
        for line in self.lines() {
            let family = line.split_once(" socket(").and_then(|(_, call)| call.split([',', '|', ')']).next());
            if let Some(family) = family {
                *families.entry(family.to_owned()).or_default() += 1;
            }
        }
        families
    }

    /// The lines about the network: a socket for it, or a connection to an address in it.
    #[must_use]
    pub fn network(&self) -> Vec<String> {
        self.lines().into_iter().filter(|line| line.contains("AF_INET")).collect()
    }
}
