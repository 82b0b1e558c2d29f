//! Why a command stopped, in words that say what to do next.

use std::path::{Path, PathBuf};
use std::{fmt, io};

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Error {
    /// The arguments mean nothing.
    Usage(String),
    /// A tool that a person must install is missing or too old.
    Tool(String),
    /// System packages are missing and this program may not install them.
    Packages(String),
    /// A program could not be started.
    Start { program: String, source: io::Error },
    /// A program ran and failed; it has said why itself.
    Failed { program: String, code: Option<i32> },
    /// A file or folder could not be read or written.
    File { path: PathBuf, source: io::Error },
    /// The project itself lacks something this command needs.
    Project(String),
}

impl Error {
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }

    /// 2 for arguments that mean nothing, else 1.
    pub(crate) fn exit_code(&self) -> u8 {
        if matches!(self, Self::Usage(_)) { 2 } else { 1 }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Tool(text) | Self::Packages(text) | Self::Project(text) => {
                f.write_str(text)
            }
            Self::Start { program, source } if source.kind() == io::ErrorKind::NotFound => {
                write!(f, "`{program}` is not installed, or not on the PATH")
            }
            Self::Start { program, source } => write!(f, "`{program}` could not be started: {source}"),
            Self::Failed { program, code: Some(code) } => {
                write!(f, "`{program}` failed with exit code {code}")
            }
            Self::Failed { program, code: None } => write!(f, "`{program}` was ended by a signal"),
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
        }
    }
}
