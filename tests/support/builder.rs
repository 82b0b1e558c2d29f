//! How a desktop is to be, and how it is started.

use std::io::{BufRead, BufReader};
use std::process::Command;

use crate::desktop::{Desktop, Part};
use crate::geometry::Rect;
use crate::keeper::Keeper;
use crate::program::Program;
use crate::session::Session;
use crate::{bus, monitors};

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
    /// Everything, on one monitor.
    pub(crate) fn new() -> Self {
        Self {
            size: (1280, 800),
            monitors: Vec::new(),
            environment: Vec::new(),
            parts: vec![Part::WindowManager, Part::Panel, Part::NotificationDaemon],
            host_services: false,
        }
    }

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
        let mut session = Session::new(&self.environment);
        let keeper = Keeper::start(session.folder());
        let xserver = start_display(&mut session, self.size);
        let daemon = start_bus(&mut session, self.host_services);
        let desktop = Desktop::assemble(keeper, session, [daemon, xserver]);
        monitors::set(desktop.screen(), &self.monitors);
        self.parts.into_iter().for_each(|part| desktop.start_part(part));
        desktop
    }

    fn without(mut self, part: Part) -> Self {
        self.parts.retain(|&other| other != part);
        self
    }
}

#[track_caller]
fn start_display(session: &mut Session, (width, height): (u16, u16)) -> Program {
    let mut xserver = session.command("Xvfb");
    // With -displayfd the server looks for a free number itself, so that two never take the same.
    xserver.args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-dpi", "96", "+extension", "RANDR"]);
    xserver.args(["-screen", "0", &format!("{width}x{height}x24")]);
    let (program, number) = start_and_read_line(session, xserver);
    session.set("DISPLAY", &format!(":{number}"));
    program
}

#[track_caller]
fn start_bus(session: &mut Session, host_services: bool) -> Program {
    let mut daemon = session.command("dbus-daemon");
    daemon.arg("--config-file").arg(bus::configure(session.folder(), host_services));
    daemon.args(["--nofork", "--print-address=1"]);
    let (program, address) = start_and_read_line(session, daemon);
    session.set("DBUS_SESSION_BUS_ADDRESS", &address);
    program
}

/// Starts a server that prints where it is as soon as it listens.
#[track_caller]
fn start_and_read_line(session: &Session, command: Command) -> (Program, String) {
    let (program, stdout) = session.spawn_piped(command);
    let mut line = String::new();
    BufReader::new(stdout).read_line(&mut line).expect("a pipe can be read");
    assert!(
        !line.trim().is_empty(),
        "the server ended at once; its log is in {}",
        session.folder().display()
    );
    (program, line.trim().to_owned())
}
