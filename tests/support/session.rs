//! What the programs of one desktop share: a folder, an environment, and a place for their logs.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};

use crate::keeper::MARK;
use crate::program::Program;

/// The folder is removed by the keeper, also when this program is killed.
pub(crate) struct Session {
    folder: PathBuf,
    environment: BTreeMap<String, String>,
}

impl Session {
    pub(crate) fn new(wishes: &[(String, String)]) -> Self {
        let folder = new_folder();
        let mut environment = environment(&folder);
        environment.extend(wishes.iter().cloned());
        Self { folder, environment }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.environment.get(name).map(String::as_str)
    }

    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.environment.insert(name.to_owned(), value.to_owned());
    }

    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .envs(&self.environment)
            .current_dir(self.folder.join("home"))
            .stdin(Stdio::null());
        command
    }

    #[track_caller]
    pub(crate) fn spawn(&self, mut command: Command) -> Program {
        self.log_output(&mut command);
        Program::start(command)
    }

    #[track_caller]
    pub(crate) fn spawn_piped(&self, mut command: Command) -> (Program, ChildStdout) {
        self.log_output(&mut command);
        Program::start_piped(command)
    }

    fn log_output(&self, command: &mut Command) {
        let program = Path::new(command.get_program()).file_name().unwrap_or_default();
        let file = self.folder.join("log").join(program).with_extension("log");
        let log = File::options().create(true).append(true).open(file).expect("the folder is ours");
        command.stdout(log.try_clone().expect("an open file can be shared")).stderr(log);
    }
}

fn new_folder() -> PathBuf {
    let folder =
        tempfile::Builder::new().prefix("desktop-").tempdir().expect("there is room for a folder").keep();
    for name in ["home", "config", "data", "state", "cache", "run", "log"] {
        fs::create_dir(folder.join(name)).expect("the folder is ours");
    }
    let private = Permissions::from_mode(0o700);
    fs::set_permissions(folder.join("run"), private).expect("the folder is ours");
    folder
}

/// All of it: nothing of the environment the tests were started in reaches a desktop, but where programs are.
fn environment(folder: &Path) -> BTreeMap<String, String> {
    let below = |name: &str| folder.join(name).display().to_string();
    let pairs = [
        (MARK, folder.display().to_string()),
        ("PATH", std::env::var("PATH").unwrap_or_default()),
        ("HOME", below("home")),
        ("XDG_CONFIG_HOME", below("config")),
        ("XDG_DATA_HOME", below("data")),
        ("XDG_STATE_HOME", below("state")),
        ("XDG_CACHE_HOME", below("cache")),
        ("XDG_RUNTIME_DIR", below("run")),
        ("XDG_SESSION_TYPE", "x11".to_owned()),
        ("LC_ALL", "C.UTF-8".to_owned()),
        ("TZ", "UTC".to_owned()),
        ("GDK_BACKEND", "x11".to_owned()),
        ("GSETTINGS_BACKEND", "memory".to_owned()),
        ("NO_AT_BRIDGE", "1".to_owned()),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
