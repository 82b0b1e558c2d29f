//! The built programs, with a home of their own, inside a desktop.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

use serde_json::Value;

use crate::desktop::Desktop;
use crate::program::Program;
use crate::run::run;
use crate::tray::TrayItem;
use crate::wait::{DEADLINE, wait_until};
use crate::webdriver::WebDriver;

/// The id of the program's icon in the tray.
const ICON: &str = "fencun";

/// Fencun with one home. It is not started until asked; dropping it kills what [`App::start`] started.
pub struct App<'d> {
    desktop: &'d Desktop,
    home: PathBuf,
    environment: Vec<(String, String)>,
    resident: Option<Program>,
}

/// What a command of the command line left behind.
#[derive(Clone, Debug)]
#[must_use]
pub struct Answer {
    /// How it ended.
    pub status: ExitStatus,
    /// The answer proper.
    pub stdout: String,
    /// Messages.
    pub stderr: String,
}

impl Answer {
    /// The exit code; nothing if a signal ended it.
    #[must_use]
    pub fn code(&self) -> Option<i32> {
        self.status.code()
    }

    /// The answer of a command that must have been done.
    #[track_caller]
    #[must_use]
    pub fn done(self) -> String {
        assert!(self.status.success(), "{}: {}", self.status, self.stderr);
        self.stdout
    }

    /// The answer of a command that must have been done, read as JSON.
    #[track_caller]
    #[must_use]
    pub fn json(self) -> Value {
        serde_json::from_str(&self.done()).expect("a reading verb answers in JSON")
    }
}

impl<'d> App<'d> {
    /// With an empty home in the desktop's folder.
    #[track_caller]
    #[must_use]
    pub fn new(desktop: &'d Desktop) -> Self {
        let folder = tempfile::Builder::new().prefix("home-").tempdir_in(desktop.folder());
        // It goes with the desktop, after the programs that write to it.
        Self::with_home(desktop, &folder.expect("the folder is ours").keep())
    }

    /// With a home that exists, such as one another `App` has used.
    #[must_use]
    pub fn with_home(desktop: &'d Desktop, home: &Path) -> Self {
        Self { desktop, home: home.to_owned(), environment: Vec::new(), resident: None }
    }

    /// Adds a variable for this program alone.
    #[must_use]
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Its home.
    #[must_use]
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// Writes a file below the home, such as `config/settings.toml`, as a person with an editor would.
    #[track_caller]
    pub fn write(&self, file: &str, text: &str) -> PathBuf {
        let file = self.home.join(file);
        fs::create_dir_all(file.parent().expect("it is below the home")).expect("the home is ours");
        fs::write(&file, text).expect("the home is ours");
        file
    }

    /// Reads a file below the home.
    #[track_caller]
    #[must_use]
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.home.join(file)).expect("the program wrote this file")
    }

    /// Starts the resident as the desktop does at login, and waits until it has read its packs and shows them.
    #[track_caller]
    pub fn start(&mut self) {
        self.start_with(&["--background"]);
        // It answers before that, but this only after it.
        let _ = self.command(&["list"]).done();
    }

    /// Starts the resident with these arguments, and waits until it answers.
    #[track_caller]
    pub fn start_with(&mut self, arguments: &[&str]) {
        let mut command = self.program("fencun");
        command.args(arguments);
        let mut resident = self.desktop.spawn(command);
        let socket = self.socket();
        let what = format!("a resident listening on {}", socket.display());
        let ended = wait_until(&what, DEADLINE, || match UnixStream::connect(&socket) {
            Ok(_answering) => Some(None),
            Err(_) => resident.ended().map(Some),
        });
        assert_eq!(ended, None, "fencun {arguments:?} ended before it answered");
        // It listens before all its doors are open, and answers after that.
        let _ = self.socket();
        self.resident = Some(resident);
    }

    /// Kills the resident without a word, as a crash or a power cut would.
    pub fn kill(&mut self) {
        self.resident = None;
    }

    /// Kills the resident and starts it again.
    #[track_caller]
    pub fn restart(&mut self) {
        self.kill();
        self.start();
    }

    /// The resident that was started here.
    #[track_caller]
    pub fn resident(&mut self) -> &mut Program {
        self.resident.as_mut().expect("the test has started it")
    }

    /// Runs the command line to its end.
    #[track_caller]
    pub fn command(&self, arguments: &[&str]) -> Answer {
        self.command_with_input(arguments, "")
    }

    /// Runs the command line to its end, with something on its standard input.
    #[track_caller]
    pub fn command_with_input(&self, arguments: &[&str], input: &str) -> Answer {
        let mut command = self.program("fencun");
        command.args(arguments);
        let output = run(command, input.as_bytes(), DEADLINE).expect("a command comes to an end");
        let text = |bytes| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Answer { status: output.status, stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// A command of the program in this home, for what has no method here.
    #[must_use]
    pub fn program(&self, name: &str) -> Command {
        let mut command = self.desktop.command(binary(name));
        command.arg("--home").arg(&self.home).envs(self.environment.iter().cloned());
        command
    }

    /// Where the program says its socket is.
    #[track_caller]
    #[must_use]
    pub fn socket(&self) -> PathBuf {
        let paths = self.command(&["paths", "--json"]).json();
        paths["socket"].as_str().expect("the socket is among the paths").into()
    }

    /// Whether a resident listens on the socket now.
    #[must_use]
    pub fn answering(&self) -> bool {
        UnixStream::connect(self.socket()).is_ok()
    }

    /// Waits until a resident listens on the socket.
    #[track_caller]
    pub fn wait_until_answering(&self) {
        let socket = self.socket();
        let what = format!("a resident listening on {}", socket.display());
        wait_until(&what, DEADLINE, || UnixStream::connect(&socket).ok());
    }

    /// Waits for its icon in the tray.
    #[track_caller]
    #[must_use]
    pub fn icon(&self) -> TrayItem<'d> {
        self.desktop.tray().wait_for(ICON)
    }

    /// Opens `palette` or `settings` under the hands of the driver.
    #[track_caller]
    #[must_use]
    pub fn open_page(&self, page: &str) -> WebDriver {
        let mut window = self.program("fencun-window");
        window.args(["--open", page]);
        WebDriver::open(self.desktop, &window)
    }
}

/// The built program: beside the test's own, or where `FENCUN_BIN` and `FENCUN_WINDOW_BIN` say.
fn binary(name: &str) -> PathBuf {
    let variable = match name {
        "fencun" => "FENCUN_BIN".to_owned(),
        other => format!("{}_BIN", other.to_uppercase().replace('-', "_")),
    };
    let file = std::env::var_os(variable).map_or_else(|| profile_folder().join(name), PathBuf::from);
    assert!(file.is_file(), "{} is not built", file.display());
    file
}

/// `target/debug`, or wherever the test program was built: it lies in `deps` there.
pub(crate) fn profile_folder() -> PathBuf {
    let own = std::env::current_exe().expect("a running program has a file");
    let in_deps = |folder: &&Path| folder.file_name() != Some(OsStr::new("deps"));
    own.ancestors().skip(1).find(in_deps).expect("the target folder is not the root").to_owned()
}
