//! Other programs of ours, started and ended.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{self, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

/// Starts a program that outlives us: in a session of its own, so that closing a terminal does not end it. What it
/// prints goes to `log`, or nowhere.
///
/// # Errors
/// If the program cannot be started.
pub fn spawn_detached(program: &Path, args: &[OsString], log: Option<File>) -> io::Result<()> {
    let (out, err) = match log {
        Some(log) => (Stdio::from(log.try_clone()?), Stdio::from(log)),
        None => (Stdio::null(), Stdio::null()),
    };
    // The small program of that name moves itself into a new session and becomes the other, under the same number.
    let mut with_setsid = Command::new("setsid");
    with_setsid.arg(program);
    let mut alone = Command::new(program);
    alone.process_group(0);
    let mut command = if on_path("setsid") && program.is_file() { with_setsid } else { alone };
    let mut child = command.args(args).stdin(Stdio::null()).stdout(out).stderr(err).spawn()?;
    // Nobody waits for it; should we still be there when it ends, it leaves nothing behind.
    thread::Builder::new().name("detached".into()).spawn(move || child.wait())?;
    Ok(())
}

fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|dir| dir.join(program).is_file())
}

/// A program that serves us, with everything it starts itself: a process group of its own.
///
/// Its standard input stays open as long as we live and is never written to, so it can see our end by reading.
pub struct Child {
    inner: Arc<Inner>,
}

struct Inner {
    pid: Pid,
    /// Until it has been waited for.
    running: Mutex<Option<process::Child>>,
}

impl Child {
    /// Starts the program.
    ///
    /// # Errors
    /// If it cannot be started.
    pub fn spawn(program: &Path, args: &[OsString]) -> io::Result<Self> {
        let mut command = Command::new(program);
        let child =
            command.args(args).process_group(0).stdin(Stdio::piped()).stdout(Stdio::null()).spawn()?;
        let pid = Pid::from_child(&child);
        let inner = Arc::new(Inner { pid, running: Mutex::new(Some(child)) });
        let watched = Arc::clone(&inner);
        thread::Builder::new().name("child".into()).spawn(move || watched.reap())?;
        Ok(Self { inner })
    }

    /// The number of the process.
    pub fn id(&self) -> u32 {
        self.inner.pid.as_raw_nonzero().get().unsigned_abs()
    }

    /// Whether it runs still.
    pub fn is_alive(&self) -> bool {
        let running = self.inner.lock();
        let look = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
        running.is_some() && matches!(waitid(WaitId::Pid(self.inner.pid), look), Ok(None))
    }

    /// Ends it at once, with everything it started.
    pub fn kill(&self) {
        // While it has not been waited for, its number cannot have gone to another process.
        let running = self.inner.lock();
        if running.is_some()
            && let Err(error) = kill_process_group(self.inner.pid, Signal::KILL)
        {
            tracing::debug!(%error, "the child is not there to be ended");
        }
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Inner {
    /// Waits without collecting, then collects under the lock, so that nobody ends a stranger with the same number.
    fn reap(&self) {
        let wait = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        while let Err(rustix::io::Errno::INTR) = waitid(WaitId::Pid(self.pid), wait) {}
        if let Some(mut child) = self.lock().take() {
            // What it started may still be there; the group outlives its first process.
            let _ = kill_process_group(self.pid, Signal::TERM);
            let _ = child.wait();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<process::Child>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
