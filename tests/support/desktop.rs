//! The desktop: a display, a bus and what runs on them, in a folder of its own.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Output, Stdio};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::builder::DesktopBuilder;
use crate::bus::Bus;
use crate::clipboard::Clipboard;
use crate::geometry::Rect;
use crate::keeper::Keeper;
use crate::keyboard::Keyboard;
use crate::panel::{Edge, Panel};
use crate::pointer::Pointer;
use crate::processes::Processes;
use crate::program::Program;
use crate::run::run;
use crate::screen::Screen;
use crate::session::Session;
use crate::tray::Tray;
use crate::wait::DEADLINE;
use crate::window::Windows;
use crate::{manager, monitors, notifications, panel, screenshot};

/// A desktop nobody else sees. Dropping it ends every program in it and removes its folder.
///
/// Desktops do not disturb each other. One desktop has one focus, one pointer and one clipboard: two tests that need them take turns.
pub struct Desktop {
    keeper: Keeper,
    session: Session,
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

impl Desktop {
    /// A desktop with everything: window manager, panel with a tray, notification daemon.
    #[track_caller]
    #[must_use]
    pub fn start() -> Self {
        Self::builder().start()
    }

    /// A desktop with everything, unless told otherwise.
    pub fn builder() -> DesktopBuilder {
        DesktopBuilder::new()
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
        self.session.folder()
    }

    /// A variable as the desktop's programs see it.
    #[must_use]
    pub fn env(&self, name: &str) -> Option<&str> {
        self.session.get(name)
    }

    /// A command in the desktop's environment, and in nothing of the machine's but `PATH`.
    #[must_use]
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        self.session.command(program)
    }

    /// Starts a program of the desktop; what it prints goes to a log in the folder.
    #[track_caller]
    #[must_use]
    pub fn spawn(&self, command: Command) -> Program {
        self.session.spawn(command)
    }

    /// Starts a program of the desktop and hands over what it prints.
    #[track_caller]
    #[must_use]
    pub fn spawn_piped(&self, command: Command) -> (Program, ChildStdout) {
        self.session.spawn_piped(command)
    }

    /// Runs a program to its end, or ends the test if it does not come to one.
    #[track_caller]
    pub fn run(&self, command: Command) -> Output {
        run(command, b"", DEADLINE).expect("the program comes to an end")
    }

    /// Runs a program that must be installed and must succeed.
    #[track_caller]
    pub(crate) fn run_tool(&self, program: &str, arguments: &[&str]) {
        let mut command = self.command(program);
        command.args(arguments);
        let output = self.run(command);
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program} {arguments:?} failed: {complaint}");
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
        Processes::marked(self.folder())
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

    /// Starts the panel for the first time, with its bar along this edge.
    #[track_caller]
    pub fn start_panel_at(&self, edge: Edge) {
        panel::put(self, edge);
        self.start_panel();
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

    pub(crate) fn assemble(keeper: Keeper, session: Session, servers: [Program; 2]) -> Self {
        let there = "the servers were just started";
        let screen = Screen::connect(session.get("DISPLAY").expect(there));
        let bus = Bus::connect(session.get("DBUS_SESSION_BUS_ADDRESS").expect(there));
        let desktop = Self { keeper, session, screen, bus, parts: Mutex::default(), _servers: servers };
        screenshot::watch(&desktop);
        desktop
    }

    pub(crate) const fn screen(&self) -> &Screen {
        &self.screen
    }

    #[track_caller]
    pub(crate) fn start_part(&self, part: Part) {
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
            Part::WindowManager => manager::wait(self),
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
