//! Handing a mail link to the desktop.

use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use std::{io, os::unix::process::CommandExt as _};

use fencun_core::ports::MailError;

/// What every desktop has for opening links.
const OPENER: &str = "xdg-open";

/// It says within a moment if nothing opens mail links; after that it may rightly run as long as the mail program.
const MOMENT: Duration = Duration::from_millis(1500);

/// Opens a link with whatever the person has chosen for its kind.
pub(crate) fn open_link(link: &str) -> Result<(), MailError> {
    let exited = start(link).map_err(|error| MailError::NoProgram(format!("`{OPENER}`: {error}")))?;
    match exited.recv_timeout(MOMENT) {
        Ok(status) if !status.success() => Err(MailError::NoProgram(format!("`{OPENER}`: {status}"))),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Starts the opener, without a shell and apart from our terminal, and tells when it ends.
fn start(link: &str) -> io::Result<mpsc::Receiver<ExitStatus>> {
    let mut opener = Command::new(OPENER)
        .arg(link)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()?;
    let (ended, exited) = mpsc::channel();
    thread::Builder::new().name("mail".into()).spawn(move || {
        if let Ok(status) = opener.wait() {
            let _ = ended.send(status);
        }
    })?;
    Ok(exited)
}
