//! Starting with the desktop session: one small file or entry that the person can see and remove.

use std::io;
use std::path::{Path, PathBuf};

/// Why starting at login could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum LoginError {
    /// There is no place for it, such as without a home folder.
    #[error("there is no place to say what starts at login")]
    NoPlace,
    /// The path of the program or of the home holds bytes that the entry cannot.
    #[error("`{}` cannot be started at login: its name is no text", .0.display())]
    Name(PathBuf),
    /// The entry could not be changed.
    #[error("`{}` could not be changed", .0.display())]
    Write(PathBuf, #[source] io::Error),
}

/// Has `program` started at login with `--background`, and with `--home` if there is one; or not any more.
///
/// # Errors
/// If the entry cannot be written or removed; it is then as it was.
pub fn start_at_login(on: bool, program: &Path, home: Option<&Path>) -> Result<(), LoginError> {
    let command = if on { Some(command(program, home)?) } else { None };
    crate::os::write_login(command.as_deref())
}

/// Whether an entry is there and not switched off in the desktop's own settings.
pub fn starts_at_login() -> bool {
    crate::os::starts_at_login()
}

fn command(program: &Path, home: Option<&Path>) -> Result<Vec<String>, LoginError> {
    let text =
        |path: &Path| path.to_str().map(str::to_owned).ok_or_else(|| LoginError::Name(path.to_owned()));
    let mut command = vec![text(program)?, "--background".to_owned()];
    if let Some(home) = home {
        command.extend(["--home".to_owned(), text(home)?]);
    }
    Ok(command)
}
