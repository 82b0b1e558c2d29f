//! The command line: one verb, one request; the running program does it, else this process on the same files.

mod arguments;
mod checking;
mod doing;
mod printing;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Parser;
use fencun_core::ports::{
    Button, Care, Clipboard, ClipboardError, Letter, Mail, MailError, Notice, Notifier, PasteError, Paster,
};
use fencun_desktop::launch::spawn_detached;
use fencun_protocol::{AskError, Code, ConnectError, Connection, Failure, Home, Request, Role};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::app::{App, Ports};
use crate::out;
use crate::start::{self, Start};
use arguments::Arguments;

/// How long a program that was just started for a command may take to listen.
const START: Duration = Duration::from_secs(10);

/// Why a command was not done, with its exit code: 1 failed, 2 usage, 3 an open placeholder, 4 no such id, 5 clipboard.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    /// What was given on the command line means nothing.
    #[error("{0}")]
    Usage(String),
    /// It was asked and not done.
    #[error("{0}")]
    Failed(#[from] Failure),
    /// The running program was not reached.
    #[error("{0}")]
    Unreachable(String),
}

impl CommandError {
    fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Usage(_) => 2,
            Self::Unreachable(_) => 1,
            Self::Failed(failure) => match failure.code {
                Code::OpenPlaceholders => 3,
                Code::Unknown => 4,
                Code::ClipboardBusy | Code::NoClipboard => 5,
                Code::BadValue => 2,
                _ => 1,
            },
        })
    }
}

/// Where a command goes.
pub(crate) struct Caller {
    home: Home,
    socket: PathBuf,
}

/// Reads the command line and does what it says.
pub(crate) fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(err) => {
            let text = err.render().to_string();
            let text = text.trim_end();
            if err.use_stderr() {
                out::message(text);
            } else {
                out::answer(text);
            }
            return ExitCode::from(u8::try_from(err.exit_code()).unwrap_or(2));
        }
    };
    let home = match Home::find(arguments.home.as_deref(), std::env::var_os("FENCUN_HOME")) {
        Ok(home) => home,
        Err(err) => {
            out::message(&format!("fencun: {err}"));
            return ExitCode::from(2);
        }
    };
    let socket = home.socket(fencun_desktop::socket_dir().map(Into::into));
    let Some(verb) = arguments.verb else {
        let start = if arguments.background { Start::Background } else { Start::Foreground };
        return start::run(home, &socket, start);
    };
    finish(doing::run(&Caller { home, socket }, verb, arguments.json))
}

fn finish(done: Result<(), CommandError>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            out::message(&format!("fencun: {err}"));
            err.exit_code()
        }
    }
}

impl Caller {
    /// Asks the running program, else does it here.
    pub(crate) fn ask(&self, request: Request) -> Result<Value, CommandError> {
        doing::parse_text(&self.ask_text(request)?)
    }

    /// The same, not taken apart.
    pub(crate) fn ask_text(&self, request: Request) -> Result<Box<RawValue>, CommandError> {
        match Connection::open(&self.socket, Role::Door) {
            Ok(mut running) => running.ask_text(&request).map_err(refused),
            Err(ConnectError::NobodyThere) => self.here(request),
            Err(err) => Err(CommandError::Unreachable(err.to_string())),
        }
    }

    /// Asks the running program; starts one if none runs.
    pub(crate) fn ask_resident(&self, request: &Request) -> Result<Value, CommandError> {
        let mut running = match Connection::open(&self.socket, Role::Door) {
            Ok(running) => running,
            Err(ConnectError::NobodyThere) => self.start()?,
            Err(err) => return Err(CommandError::Unreachable(err.to_string())),
        };
        ask(&mut running, request)
    }

    /// Ends the running program, if one runs, and waits until it is gone.
    pub(crate) fn quit(&self) -> Result<(), CommandError> {
        match Connection::open(&self.socket, Role::Door) {
            Ok(mut running) => {
                ask(&mut running, &Request::Quit)?;
                // It says nothing more; its end is the end of the connection.
                let _ = running.read::<Value>();
                Ok(())
            }
            Err(ConnectError::NobodyThere) => Ok(()),
            Err(err) => Err(CommandError::Unreachable(err.to_string())),
        }
    }

    fn here(&self, request: Request) -> Result<Box<RawValue>, CommandError> {
        fencun_desktop::harden();
        let ports = Ports {
            clipboard: Arc::new(Absent),
            notifier: Arc::new(Absent),
            mail: Box::new(Absent),
            paster: Arc::new(Absent),
        };
        let app = App::new(self.home.clone(), self.socket.clone(), ports);
        if app.now().leftovers
            && let Err(err) = app.take_stock()
        {
            // What was asked for does not depend on it.
            tracing::warn!(%err, "what a crash left behind is still there");
        }
        Ok(app.answer(request)?)
    }

    fn start(&self) -> Result<Connection, CommandError> {
        let unreachable =
            |why: String| CommandError::Unreachable(format!("fencun could not be started: {why}"));
        let program = std::env::current_exe().map_err(|err| unreachable(err.to_string()))?;
        let mut args = vec!["--background".into()];
        if let Some(root) = self.home.root() {
            args.extend(["--home".into(), root.as_os_str().to_owned()]);
        }
        spawn_detached(&program, &args, None).map_err(|err| unreachable(err.to_string()))?;
        start::connect(&self.socket, START).map_err(|err| unreachable(err.to_string()))
    }
}

fn ask(running: &mut Connection, request: &Request) -> Result<Value, CommandError> {
    running.ask_raw(request).map_err(refused)
}

fn refused(err: AskError) -> CommandError {
    match err {
        AskError::Failed(failure) => CommandError::Failed(failure),
        other => CommandError::Unreachable(other.to_string()),
    }
}

/// What a command has no use for: it neither copies nor shows anything itself.
struct Absent;

impl Clipboard for Absent {
    fn write_text(&self, _text: &str, _care: Care) -> Result<(), ClipboardError> {
        Err(no_clipboard())
    }

    fn read_text(&self) -> Result<Option<String>, ClipboardError> {
        Err(no_clipboard())
    }

    fn clear_if(&self, _text: &str) -> Result<bool, ClipboardError> {
        Err(no_clipboard())
    }
}

fn no_clipboard() -> ClipboardError {
    ClipboardError::Missing("only a running fencun can keep it".into())
}

impl Notifier for Absent {
    fn notify(&self, _notice: Notice) {}

    fn offer(&self, _notice: Notice, _button: Button) {}
}

impl Mail for Absent {
    fn compose(&self, _letter: &Letter) -> Result<(), MailError> {
        Err(MailError::NoProgram("only a running fencun opens one".into()))
    }
}

impl Paster for Absent {
    fn can_paste(&self) -> bool {
        false
    }

    fn note_target(&self) {}

    fn paste(&self, _words: &str) -> Result<(), PasteError> {
        Err(PasteError::Unavailable("only a running fencun can press keys".into()))
    }
}

/// Reads what a program or a person piped in.
pub(crate) fn stdin() -> Result<String, CommandError> {
    std::io::read_to_string(std::io::stdin())
        .map_err(|err| CommandError::Usage(format!("stdin cannot be read: {err}")))
}
