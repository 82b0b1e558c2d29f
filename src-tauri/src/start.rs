//! The first connection: the ear, and the resident program itself if a window was asked for and none runs.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use fencun_protocol::{ConnectError, Connection, Role};

use crate::args::Args;
use crate::os;

/// How long a resident program may take until it answers.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often it is tried meanwhile.
const PAUSE: Duration = Duration::from_millis(10);

/// Why there is nobody to listen to.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StartError {
    /// What connecting said.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// The resident program could not be started.
    #[error("{} cannot be started: {source}", program.display())]
    Spawn {
        /// What was tried.
        program: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// It was started and is gone.
    #[error("{} ended at once ({status})", program.display())]
    Ended {
        /// What was started.
        program: PathBuf,
        /// How it ended.
        status: ExitStatus,
    },
    /// It was started and says nothing.
    #[error("fencun was started but does not answer at {}", .0.display())]
    Silent(PathBuf),
}

/// Connects the ear; starts the resident program first if a window was asked for and none runs.
pub(crate) fn connect_ear(args: &Args) -> Result<Connection, StartError> {
    match Connection::open(&args.socket, Role::Ear) {
        Err(ConnectError::NobodyThere) if args.open.is_some() => start_resident(args),
        ear => Ok(ear?),
    }
}

fn start_resident(args: &Args) -> Result<Connection, StartError> {
    let program = beside_this_program("fencun");
    let mut command = Command::new(&program);
    command.arg("--background").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Some(root) = args.home.root() {
        command.arg("--home").arg(root);
    }
    os::outlive_us(&mut command);
    let child = command.spawn().map_err(|source| StartError::Spawn { program: program.clone(), source })?;
    wait_for(&args.socket, child, &program)
}

fn wait_for(socket: &Path, mut child: Child, program: &Path) -> Result<Connection, StartError> {
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        match Connection::open(socket, Role::Ear) {
            Err(ConnectError::NobodyThere) => {}
            ear => return Ok(ear?),
        }
        // Success means that it found another one, which somebody else has just started.
        if let Ok(Some(status)) = child.try_wait()
            && !status.success()
        {
            return Err(StartError::Ended { program: program.to_owned(), status });
        }
        std::thread::sleep(PAUSE);
    }
    Err(StartError::Silent(socket.to_owned()))
}

fn beside_this_program(name: &str) -> PathBuf {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    match std::env::current_exe() {
        Ok(program) => program.with_file_name(file),
        Err(_) => PathBuf::from(file),
    }
}
