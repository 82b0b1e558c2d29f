//! Runs a program to its end, within a deadline.

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::program::Program;
use crate::wait::{TimedOut, try_wait_until};

/// Feeds it, reads all it prints, and returns how it ended; kills it if it does not end in time.
///
/// A program that leaves another behind which still holds its output has not ended: whoever reads it would wait for ever.
pub(crate) fn run(mut command: Command, input: &[u8], patience: Duration) -> Result<Output, TimedOut> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = Program::start(command);
    let pipes = program.take_pipes();
    let input = input.to_vec();
    // Beside the wait, because what is long does not fit into a pipe. A program may also end before it has read everything.
    let mut stdin = pipes.stdin;
    thread::spawn(move || stdin.write_all(&input));
    let (stdout, stderr) = (read_beside(pipes.stdout), read_beside(pipes.stderr));
    let what = format!("the end of {}", program.name());
    let status = try_wait_until(&what, patience, || program.ended())?;
    let rest = |output: Receiver<Vec<u8>>| {
        let what = format!("the end of what {} prints", program.name());
        output.recv_timeout(patience).map_err(|_| TimedOut { what, after: patience })
    };
    Ok(Output { status, stdout: rest(stdout)?, stderr: rest(stderr)? })
}

fn read_beside(mut pipe: impl Read + Send + 'static) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // The receiver is gone if nobody waits any longer.
        let _ = pipe.read_to_end(&mut bytes).map(|_| sender.send(bytes));
    });
    receiver
}
