//! Windows: what only it has.

use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::os::windows::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{self, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use arboard::SetExtWindows as _;
use fencun_core::ports::{Care, MailError};
use interprocess::local_socket::Stream;
use winreg::RegKey;
use winreg::enums::{HKEY_CURRENT_USER, KEY_READ, KEY_SET_VALUE};

use crate::login::LoginError;

const DETACHED_PROCESS: u32 = 0x8;
const CREATE_NEW_PROCESS_GROUP: u32 = 0x200;
const CREATE_NO_WINDOW: u32 = 0x0800_0000;

/// Where Windows looks for what to start at login.
const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
const NAME: &str = "Fencun";

/// Puts the text on the clipboard.
pub(crate) fn set_text(
    handle: &mut arboard::Clipboard,
    text: &str,
    care: Care,
) -> Result<(), arboard::Error> {
    let set = handle.set();
    match care {
        Care::Ordinary => set.text(text),
        Care::Sensitive => set.exclude_from_monitoring().text(text),
    }
}

/// Opens a link with whatever the person has chosen for its kind. Everything in it is percent-encoded, so nothing in
/// it has a meaning on a command line.
pub(crate) fn open_link(link: &str) -> Result<(), MailError> {
    let opener = Command::new("rundll32.exe")
        .args(["url.dll,FileProtocolHandler", link])
        .creation_flags(CREATE_NO_WINDOW)
        .spawn();
    opener.map(drop).map_err(|error| MailError::NoProgram(error.to_string()))
}

/// Writes the entry that runs this command at login, or removes it.
pub(crate) fn write_login(command: Option<&[String]>) -> Result<(), LoginError> {
    let change = || -> io::Result<()> {
        let (run, _) = RegKey::predef(HKEY_CURRENT_USER).create_subkey_with_flags(RUN, KEY_SET_VALUE)?;
        match command {
            Some(command) => run.set_value(NAME, &line(command)),
            None => match run.delete_value(NAME) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                outcome => outcome,
            },
        }
    };
    change().map_err(|error| LoginError::Write(PathBuf::from(RUN), error))
}

/// Whether there is an entry.
pub(crate) fn starts_at_login() -> bool {
    let run = RegKey::predef(HKEY_CURRENT_USER).open_subkey_with_flags(RUN, KEY_READ);
    run.is_ok_and(|run| run.get_value::<String, _>(NAME).is_ok())
}

/// A path can hold no quotation mark; a backslash counts only before one.
fn line(command: &[String]) -> String {
    let quote = |word: &String| format!("\"{}\"", word.trim_end_matches('\\'));
    command.iter().map(quote).collect::<Vec<_>>().join(" ")
}

/// Nothing to do: files are as private as the person's folders, and no signal ends a process that writes.
pub fn harden() {}

/// Windows asks only programs with windows to end; the others it ends.
///
/// # Errors
/// Never.
pub fn on_termination(_end: Box<dyn Fn() + Send>) -> io::Result<()> {
    Ok(())
}

/// Whether it is there: other people's files are not in our folders.
pub fn owned_by_us(path: &Path) -> bool {
    path.exists()
}

/// Always: by its default rights nobody else may write to a named pipe.
pub fn peer_is_this_user(_stream: &Stream) -> bool {
    true
}

/// Starts a program that outlives us. What it prints goes to `log`, or nowhere.
///
/// # Errors
/// If the program cannot be started.
pub fn spawn_detached(program: &Path, args: &[OsString], log: Option<File>) -> io::Result<()> {
    let (out, err) = match log {
        Some(log) => (Stdio::from(log.try_clone()?), Stdio::from(log)),
        None => (Stdio::null(), Stdio::null()),
    };
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::null()).stdout(out).stderr(err);
    command.creation_flags(DETACHED_PROCESS | CREATE_NEW_PROCESS_GROUP).spawn().map(drop)
}

/// A program that serves us. Its standard input stays open as long as we live, so it can see our end by reading.
pub struct Child(Mutex<process::Child>);

impl Child {
    /// Starts the program.
    ///
    /// # Errors
    /// If it cannot be started.
    pub fn spawn(program: &Path, args: &[OsString]) -> io::Result<Self> {
        let mut command = Command::new(program);
        command.args(args).stdin(Stdio::piped()).stdout(Stdio::null()).creation_flags(CREATE_NO_WINDOW);
        Ok(Self(Mutex::new(command.spawn()?)))
    }

    /// The number of the process.
    pub fn id(&self) -> u32 {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).id()
    }

    /// Whether it runs still.
    pub fn is_alive(&self) -> bool {
        matches!(self.0.lock().unwrap_or_else(PoisonError::into_inner).try_wait(), Ok(None))
    }

    /// Ends it at once.
    pub fn kill(&self) {
        let _ = self.0.lock().unwrap_or_else(PoisonError::into_inner).kill();
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.kill();
    }
}
