//! macOS: what only it has.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use arboard::SetExtApple as _;
use fencun_core::ports::{Care, MailError};

use super::unix::file;
use crate::login::LoginError;

/// The name that launchd and the Dock know the program by.
const LABEL: &str = "app.fencun.Fencun";

/// Puts the text on the clipboard.
pub(crate) fn set_text(
    handle: &mut arboard::Clipboard,
    text: &str,
    care: Care,
) -> Result<(), arboard::Error> {
    let set = handle.set();
    match care {
        Care::Ordinary => set.text(text),
        Care::Sensitive => set.exclude_from_history().text(text),
    }
}

/// Opens a link with whatever the person has chosen for its kind.
pub(crate) fn open_link(link: &str) -> Result<(), MailError> {
    let opener = Command::new("/usr/bin/open").arg(link).stdin(Stdio::null()).stdout(Stdio::null()).status();
    match opener {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(MailError::NoProgram(status.to_string())),
        Err(error) => Err(MailError::NoProgram(error.to_string())),
    }
}

/// Writes the agent that runs this command at login, or removes it.
pub(crate) fn write_login(command: Option<&[String]>) -> Result<(), LoginError> {
    let agent = agent_path().ok_or(LoginError::NoPlace)?;
    let outcome = match command {
        Some(command) => file::write_whole(&agent, &plist(command)),
        None => file::remove(&agent),
    };
    outcome.map_err(|error| LoginError::Write(agent, error))
}

/// Whether there is an agent.
pub(crate) fn starts_at_login() -> bool {
    agent_path().is_some_and(|agent| agent.is_file())
}

fn agent_path() -> Option<PathBuf> {
    let home = std::env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute())?;
    Some(home.join(format!("Library/LaunchAgents/{LABEL}.plist")))
}

fn plist(command: &[String]) -> String {
    let escape = |word: &String| word.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let words: String = command.iter().map(|word| format!("<string>{}</string>", escape(word))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\"><dict><key>Label</key><string>{LABEL}</string>\
         <key>ProgramArguments</key><array>{words}</array><key>RunAtLoad</key><true/></dict></plist>\n"
    )
}
