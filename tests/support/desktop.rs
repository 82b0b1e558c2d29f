//! The desktop: a display, a bus and what runs on them, in a folder of its own.

use std::collections::BTreeMap;
use std::fs::{self, File, Permissions};
use std::io::{BufRead, BufReader};
use std::ops::Deref;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::bus::{self, Bus};
use crate::clipboard::Clipboard;
use crate::geometry::Rect;
use crate::keeper::{Keeper, MARK};
use crate::keyboard::Keyboard;
use crate::panel::Panel;
use crate::pointer::Pointer;
use crate::processes::Processes;
use crate::program::Program;
use crate::screen::Screen;
use crate::tray::Tray;
use crate::wait::{DEADLINE, wait_until};
use crate::window::Windows;
use crate::{monitors, notifications, panel, screenshot};

/// A desktop nobody else sees. Dropping it ends every program in it and removes its folder.
///
/// Desktops do not disturb each other. One desktop has one focus, one pointer and one clipboard: two tests that need them take turns.
pub struct Desktop {
    keeper: Keeper,
    folder: PathBuf,
    environment: BTreeMap<String, String>,
    screen: Screen,
    bus: Bus,
    parts: Mutex<BTreeMap<Part, Program>>,
    _servers: [Program; 2],
}

/// What a desktop may lack, and may get or lose later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    WindowManager,
    Panel,
    NotificationDaemon,
}

/// How a desktop is to be.
#[derive(Clone, Debug)]
#[must_use]
pub struct DesktopBuilder {
    size: (u16, u16),
    monitors: Vec<Rect>,
    environment: Vec<(String, String)>,
    parts: Vec<Part>,
    host_services: bool,
}

impl DesktopBuilder {
    /// The size of the whole screen in pixels; 1280 × 800 if nothing is said.
    pub const fn screen(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// Divides the screen into monitors, the primary one first.
    pub fn monitors(mut self, monitors: &[Rect]) -> Self {
        self.monitors = monitors.to_vec();
        self
    }

    /// The language of the session, such as `zh_TW.UTF-8`; `C.UTF-8` if nothing is said.
    pub fn locale(self, locale: &str) -> Self {
        self.env("LC_ALL", locale)
    }

    /// A variable for every program of the desktop.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// No window manager: nothing has a frame, and nobody hands out the focus.
    pub fn without_window_manager(self) -> Self {
        self.without(Part::WindowManager)
    }

    /// No panel, so no tray.
    pub fn without_panel(self) -> Self {
        self.without(Part::Panel)
    }

    /// Nobody shows notifications.
    pub fn without_notification_daemon(self) -> Self {
        self.without(Part::NotificationDaemon)
    }

    /// Lets the bus start the services that are installed on this machine.
    pub const fn with_host_services(mut self) -> Self {
        self.host_services = true;
        self
    }

    /// Starts it, and returns when all of it answers.
    #[track_caller]
    pub fn start(self) -> Desktop {
        let folder = new_folder();
        let keeper = Keeper::start(&folder);
        let mut environment = environment(&folder);
        environment.extend(self.environment.iter().cloned());
        let (xserver, display) = start_display(&folder, &environment, self.size);
        environment.insert("DISPLAY".to_owned(), display);
        let (daemon, address) = start_bus(&folder, &environment, self.host_services);
        environment.insert("DBUS_SESSION_BUS_ADDRESS".to_owned(), address);
        let desktop = Desktop {
            keeper,
            screen: Screen::connect(&environment["DISPLAY"]),
            bus: Bus::connect(&environment["DBUS_SESSION_BUS_ADDRESS"]),
            folder,
            environment,
            parts: Mutex::default(),
            _servers: [daemon, xserver],
        };
        screenshot::watch(&desktop);
        monitors::set(&desktop.screen, &self.monitors);
        self.parts.into_iter().for_each(|part| desktop.start_part(part));
        desktop
    }

    fn without(mut self, part: Part) -> Self {
        self.parts.retain(|&other| other != part);
        self
    }
}

impl Desktop {
    /// A desktop with everything: window manager, panel with a tray, notification daemon.
    #[track_caller]
    #[must_use]
    pub fn start() -> Self {
        Self::builder().start()
    }

    /// A desktop with everything, unless told otherwise.
    pub fn builder() -> DesktopBuilder {
        DesktopBuilder {
            size: (1280, 800),
            monitors: Vec::new(),
            environment: Vec::new(),
            parts: vec![Part::WindowManager, Part::Panel, Part::NotificationDaemon],
            host_services: false,
        }
    }

    /// One desktop with everything for all tests of the program, each in its turn.
    ///
    /// A test that uses it leaves no window, no icon and no open menu behind.
    #[track_caller]
    pub fn shared() -> Turn {
        static SHARED: OnceLock<Mutex<Desktop>> = OnceLock::new();
        let desktop = SHARED.get_or_init(|| Mutex::new(Self::start()));
        // A test that failed before has left the desktop as usable as one that passed.
        let turn = Turn(desktop.lock().unwrap_or_else(PoisonError::into_inner));
        screenshot::watch(&turn);
        turn
    }

    /// Its folder; homes of programs and test files go below it.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// A variable as the desktop's programs see it.
    #[must_use]
    pub fn env(&self, name: &str) -> Option<&str> {
        self.environment.get(name).map(String::as_str)
    }

    /// A command in the desktop's environment, and in nothing of the machine's but `PATH`.
    #[must_use]
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        command(&self.folder, &self.environment, program.as_ref())
    }

    /// Starts a program of the desktop; what it prints goes to a log in the folder.
    #[track_caller]
    #[must_use]
    pub fn spawn(&self, mut command: Command) -> Program {
        log_output(&self.folder, &mut command);
        Program::start(command)
    }

    /// Starts a program of the desktop and hands over what it prints.
    #[track_caller]
    #[must_use]
    pub fn spawn_piped(&self, mut command: Command) -> (Program, ChildStdout) {
        log_output(&self.folder, &mut command);
        Program::start_piped(command)
    }

    /// Starts a program that is fed through its standard input.
    #[track_caller]
    pub(crate) fn spawn_fed(&self, mut command: Command) -> Program {
        command.stdin(Stdio::piped());
        self.spawn(command)
    }

    /// The session bus.
    #[must_use]
    pub const fn bus(&self) -> &Bus {
        &self.bus
    }

    /// The panel at the top.
    #[must_use]
    pub const fn panel(&self) -> Panel<'_> {
        Panel::new(self)
    }

    /// The tray, seen over the bus.
    #[must_use]
    pub const fn tray(&self) -> Tray<'_> {
        Tray::new(self)
    }

    /// The clipboard, as other programs see it.
    #[must_use]
    pub const fn clipboard(&self) -> Clipboard<'_> {
        Clipboard::new(self)
    }

    /// The keyboard.
    #[must_use]
    pub const fn keyboard(&self) -> Keyboard<'_> {
        Keyboard::new(self)
    }

    /// The pointer.
    #[must_use]
    pub const fn pointer(&self) -> Pointer<'_> {
        Pointer::new(self)
    }

    /// The windows.
    #[must_use]
    pub const fn windows(&self) -> Windows<'_> {
        Windows::new(self)
    }

    /// The processes that run in it, wherever they were started from.
    #[must_use]
    pub fn processes(&self) -> Processes {
        Processes::marked(&self.folder)
    }

    /// The monitors, the primary one first.
    #[must_use]
    pub fn monitors(&self) -> Vec<Rect> {
        monitors::list(&self.screen)
    }

    /// Saves what is on the screen as `target/acceptance/NAME.png`, for people to look at.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        screenshot::save(self, "root", name)
    }

    /// Starts the window manager, if it is not running.
    #[track_caller]
    pub fn start_window_manager(&self) {
        self.start_part(Part::WindowManager);
    }

    /// Starts the panel, if it is not running; returns when the tray takes icons.
    #[track_caller]
    pub fn start_panel(&self) {
        self.start_part(Part::Panel);
    }

    /// Ends the panel, and with it the tray.
    #[track_caller]
    pub fn stop_panel(&self) {
        self.stop_part(Part::Panel);
        self.bus.wait_for_no_owner(panel::WATCHER);
    }

    /// Starts the notification daemon, if it is not running.
    #[track_caller]
    pub fn start_notification_daemon(&self) {
        self.start_part(Part::NotificationDaemon);
    }

    /// Ends the notification daemon.
    #[track_caller]
    pub fn stop_notification_daemon(&self) {
        self.stop_part(Part::NotificationDaemon);
        self.bus.wait_for_no_owner(notifications::DAEMON);
    }

    pub(crate) const fn screen(&self) -> &Screen {
        &self.screen
    }

    #[track_caller]
    fn start_part(&self, part: Part) {
        if !self.parts().contains_key(&part) {
            let command = match part {
                Part::WindowManager => self.command("openbox"),
                Part::Panel => panel::command(self),
                Part::NotificationDaemon => notifications::command(self),
            };
            let program = self.spawn(command);
            self.parts().insert(part, program);
        }
        match part {
            Part::WindowManager => self.wait_for_window_manager(),
            Part::Panel => panel::wait(self),
            Part::NotificationDaemon => self.bus.wait_for_owner(notifications::DAEMON),
        }
    }

    fn stop_part(&self, part: Part) {
        drop(self.parts().remove(&part));
    }

    fn parts(&self) -> MutexGuard<'_, BTreeMap<Part, Program>> {
        self.parts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[track_caller]
    fn wait_for_window_manager(&self) {
        // The check window appears first; the list of windows when the manager is ready to manage.
        wait_until("the window manager", DEADLINE, || {
            let ready = self.screen.text(self.screen.root, "_NET_CLIENT_LIST").is_some();
            ready.then_some(())
        });
    }
}

/// The turn of one test on the shared desktop.
pub struct Turn(MutexGuard<'static, Desktop>);

impl Deref for Turn {
    type Target = Desktop;

    fn deref(&self) -> &Desktop {
        &self.0
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        screenshot::look_away(self);
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        screenshot::look_away(self);
        self.keeper.finish();
    }
}

fn new_folder() -> PathBuf {
    // The keeper removes it, also when this program is killed.
    let folder = tempfile::Builder::new().prefix("desktop-").tempdir().expect("there is room for a folder").keep();
    for name in ["home", "config", "data", "state", "cache", "run", "log"] {
        fs::create_dir(folder.join(name)).expect("the folder is ours");
    }
    let private = Permissions::from_mode(0o700);
    fs::set_permissions(folder.join("run"), private).expect("the folder is ours");
    folder
}

fn environment(folder: &Path) -> BTreeMap<String, String> {
    let below = |name: &str| folder.join(name).display().to_string();
    let own = |name: &str| std::env::var(name).unwrap_or_default();
    let pairs = [
        (MARK, folder.display().to_string()),
        ("PATH", own("PATH")),
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

fn command(folder: &Path, environment: &BTreeMap<String, String>, program: &std::ffi::OsStr) -> Command {
    let mut command = Command::new(program);
    command.env_clear().envs(environment).current_dir(folder.join("home")).stdin(Stdio::null());
    command
}

fn log_output(folder: &Path, command: &mut Command) {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let file = folder.join("log").join(program).with_extension("log");
    let log = File::options().create(true).append(true).open(file).expect("the folder is ours");
    command.stdout(log.try_clone().expect("an open file can be shared")).stderr(log);
}

#[track_caller]
fn start_display(folder: &Path, env: &BTreeMap<String, String>, size: (u16, u16)) -> (Program, String) {
    let mut xserver = command(folder, env, "Xvfb".as_ref());
    // With -displayfd the server looks for a free number itself, so that two never take the same.
    xserver.args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-dpi", "96", "+extension", "RANDR"]);
    xserver.args(["-screen", "0", &format!("{}x{}x24", size.0, size.1)]);
    let (program, number) = start_and_read_line(folder, xserver);
    (program, format!(":{number}"))
}

#[track_caller]
fn start_bus(folder: &Path, env: &BTreeMap<String, String>, host_services: bool) -> (Program, String) {
    let mut daemon = command(folder, env, "dbus-daemon".as_ref());
    daemon.arg("--config-file").arg(bus::configure(folder, host_services)).args(["--nofork", "--print-address=1"]);
    start_and_read_line(folder, daemon)
}

/// Starts a server that prints where it is as soon as it listens.
#[track_caller]
fn start_and_read_line(folder: &Path, mut command: Command) -> (Program, String) {
    log_output(folder, &mut command);
    let (program, stdout) = Program::start_piped(command);
    let mut line = String::new();
    BufReader::new(stdout).read_line(&mut line).expect("a pipe can be read");
    assert!(!line.trim().is_empty(), "the server ended at once; its log is in {}", folder.display());
    (program, line.trim().to_owned())
}
