//! A program started inside the desktop, with the group of processes it leads.

use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process_group};

use crate::wait::wait_until;

/// A running program; dropping it kills it and the children that stayed in its group.
#[derive(Debug)]
pub struct Program {
    name: String,
    child: Child,
}

/// The ends of a program's pipes.
pub(crate) struct Pipes {
    pub(crate) stdin: ChildStdin,
    pub(crate) stdout: ChildStdout,
    pub(crate) stderr: ChildStderr,
}

impl Program {
    /// Starts it as the leader of a group of its own.
    #[track_caller]
    pub(crate) fn start(mut command: Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        match command.process_group(0).spawn() {
            Ok(child) => Self { name, child },
            Err(err) => panic!("cannot start {name}: {err}"),
        }
    }

    /// Starts it with its output in the hands of the caller.
    #[track_caller]
    pub(crate) fn start_piped(mut command: Command) -> (Self, ChildStdout) {
        command.stdout(Stdio::piped());
        let mut program = Self::start(command);
        let stdout = program.child.stdout.take().expect("it was just asked to be a pipe");
        (program, stdout)
    }

    /// Its process id.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// How it ended, or nothing while it runs.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().expect("a child of ours can be waited for")
    }

    /// Waits until it ends by itself.
    #[track_caller]
    pub fn wait(&mut self, deadline: Duration) -> ExitStatus {
        let what = format!("the end of {}", self.name);
        wait_until(&what, deadline, || self.ended())
    }

    /// Stops it where it is, as a debugger or a swapped-out machine would: it answers nobody.
    pub fn freeze(&self) {
        self.signal(Signal::STOP);
    }

    /// Lets it go on.
    pub fn thaw(&self) {
        self.signal(Signal::CONT);
    }

    /// Asks it to end, as a session does at logout.
    pub fn terminate(&self) {
        self.signal(Signal::TERM);
    }

    /// Kills it without a word, and returns when it is gone.
    pub fn kill(&mut self) {
        self.signal(Signal::KILL);
        let _ = self.child.wait();
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn take_stdin(&mut self) -> ChildStdin {
        self.child.stdin.take().expect("it was started with a pipe")
    }

    pub(crate) fn take_pipes(&mut self) -> Pipes {
        let pipe = "it was started with three pipes";
        Pipes {
            stdin: self.child.stdin.take().expect(pipe),
            stdout: self.child.stdout.take().expect(pipe),
            stderr: self.child.stderr.take().expect(pipe),
        }
    }

    fn signal(&self, signal: Signal) {
        let raw = i32::try_from(self.child.id()).expect("a process id fits");
        let group = Pid::from_raw(raw).expect("a process id is not zero");
        // It fails only when nobody is left to receive it.
        let _ = kill_process_group(group, signal);
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}
