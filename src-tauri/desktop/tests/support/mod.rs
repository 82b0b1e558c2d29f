//! A desktop in a box for one test: the test runs itself again in a process of its own, with its own display and
//! session bus, as what it tests belongs to the whole process and the environment cannot be changed from inside.
#![allow(dead_code, reason = "each test binary uses its part")]

use std::ffi::{OsStr, OsString};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Set in the process that runs the test itself.
const INSIDE: &str = "FENCUN_TEST_INSIDE";

/// A test that is stuck ends here, and fails.
const PATIENCE: Duration = Duration::from_secs(90);

/// What a test finds around it.
pub(crate) struct Desktop {
    parts: Vec<Program>,
    env: Vec<(String, OsString)>,
    home: tempfile::TempDir,
}

impl Desktop {
    /// A home and nothing else: no display, no bus.
    pub(crate) fn bare() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let runtime = home.path().join("runtime");
        std::fs::create_dir(&runtime).expect("a runtime folder");
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        std::fs::set_permissions(&runtime, private).expect("a private runtime folder");
        let desktop = Self { parts: Vec::new(), env: Vec::new(), home };
        let home = desktop.home.path().to_owned();
        desktop.env("HOME", home).env("XDG_RUNTIME_DIR", runtime).env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    }

    /// With a display.
    pub(crate) fn with_display(mut self) -> Self {
        let display = Display::start(None);
        let name = format!(":{}", display.number);
        let pid = display.program.id();
        self.parts.push(display.program);
        self.env("DISPLAY", name).env("FENCUN_TEST_DISPLAY_PID", pid.to_string())
    }

    /// With a session bus that starts nothing by itself.
    pub(crate) fn with_bus(mut self) -> Self {
        let socket = self.home.path().join("bus");
        let config = self.home.path().join("bus.conf");
        let text = BUS_CONFIG.replace("SOCKET", &socket.display().to_string());
        std::fs::write(&config, text).expect("the bus's configuration");
        let config = format!("--config-file={}", config.display());
        let bus = Program::start(
            Command::new("dbus-daemon").args([&config, "--nofork", "--nopidfile"]).stderr(Stdio::null()),
        );
        until("the bus is there", || socket.exists());
        let address = format!("unix:path={}", socket.display());
        let pid = bus.id();
        self.parts.push(bus);
        self.env("DBUS_SESSION_BUS_ADDRESS", address).env("FENCUN_TEST_BUS_PID", pid.to_string())
    }

    /// With another variable in the environment.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.env.push((name.to_owned(), value.as_ref().to_owned()));
        self
    }

    /// The folder that is the test's home.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }
}

/// Runs `body` as the test `name` in a process of its own inside the desktop that `build` makes.
pub(crate) fn inside(name: &str, build: impl FnOnce() -> Desktop, body: impl FnOnce()) {
    if std::env::var_os(INSIDE).is_some_and(|inside| inside == name) {
        body();
        return;
    }
    let desktop = build();
    let mut command = Command::new(std::env::current_exe().expect("the test has a path"));
    command
        .args(["--exact", name, "--nocapture", "--test-threads=1"])
        .env(INSIDE, name)
        .stdout(Stdio::null());
    for gone in
        ["DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LC_ALL"]
    {
        command.env_remove(gone);
    }
    let mut test = Program::start(command.envs(desktop.env.iter().map(|(name, value)| (name, value))));
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = test.0.try_wait().expect("the test can be waited for") {
            assert!(status.success(), "{name}: {status}");
            return;
        }
        assert!(Instant::now() < deadline, "{name} is stuck");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Waits until the condition holds.
pub(crate) fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(15);
    while !holds() {
        assert!(Instant::now() < deadline, "waited in vain until {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A program that ends with the test.
pub(crate) struct Program(pub(crate) Child);

impl Program {
    /// Starts it.
    pub(crate) fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        Self(command.spawn().expect(&name))
    }

    /// Its number.
    pub(crate) fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// An X server.
pub(crate) struct Display {
    /// The server.
    pub(crate) program: Program,
    /// What comes after the colon.
    pub(crate) number: u32,
}

impl Display {
    /// Starts one, under this number or any.
    pub(crate) fn start(number: Option<u32>) -> Self {
        let mut command = Command::new("Xvfb");
        command.args(number.map(|number| format!(":{number}")));
        command.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]);
        let mut program = Program::start(command.stdout(Stdio::piped()).stderr(Stdio::null()));
        let mut line = String::new();
        let out = program.0.stdout.take().expect("its output is a pipe");
        BufReader::new(out).read_line(&mut line).expect("the display tells its number");
        Self { program, number: line.trim().parse().expect("a display number") }
    }
}

/// The number of a program that the desktop was built with.
pub(crate) fn part(variable: &str) -> String {
    std::env::var(variable).expect("the desktop has this part")
}

/// Sends a signal to a process.
pub(crate) fn signal(name: &str, pid: &str) {
    output("kill", &[&format!("-{name}"), pid]);
}

/// What a program prints, once it has ended well.
pub(crate) fn output(program: &str, args: &[&str]) -> Vec<u8> {
    let done = Command::new(program).args(args).stderr(Stdio::inherit()).output();
    let done = done.expect(program);
    assert!(done.status.success(), "{program} {args:?}: {}", done.status);
    done.stdout
}

/// Writes a script that can be run.
pub(crate) fn script(path: PathBuf, text: &str) {
    std::fs::write(&path, format!("#!/bin/sh\n{text}\n")).expect("the script is written");
    let all = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(path, all).expect("the script can be run");
}

const BUS_CONFIG: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;
