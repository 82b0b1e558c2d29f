//! The panel at the top of the screen, with nothing on it but the tray.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::desktop::Desktop;
use crate::geometry::Rect;
use crate::popup::Popup;
use crate::screen::Screen;
use crate::tray::TrayItem;
use crate::wait::{DEADLINE, try_wait_until, wait_until};

/// The name on the bus that takes icons.
pub(crate) const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// What is on the panel, written as the panel keeps it.
const SETTINGS: &str = include_str!("../fixtures/xfce4-panel.xml");

/// Rows of a known height, so that a row of an open menu can be found.
const STYLE: &str = include_str!("../fixtures/panel.css");

/// Two icons are at least this far apart, and each is at least this wide; less is a panel that is still being drawn.
const GAP: i32 = 6;
const NARROWEST: i32 = 8;

/// Where a bar lies on its monitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Along the top, as it is if nothing is said.
    Top,
    /// Along the bottom.
    Bottom,
    /// Along the left.
    Left,
    /// Along the right.
    Right,
}

impl Edge {
    /// The panel's numbers for the place and the direction of a bar.
    const fn numbers(self) -> (u8, u8) {
        match self {
            Self::Top => (6, 0),
            Self::Bottom => (8, 0),
            Self::Left => (5, 1),
            Self::Right => (1, 1),
        }
    }
}

/// The panel of a desktop.
#[derive(Clone, Copy)]
pub struct Panel<'d> {
    desktop: &'d Desktop,
}

impl<'d> Panel<'d> {
    pub(crate) const fn new(desktop: &'d Desktop) -> Self {
        Self { desktop }
    }

    /// Where the panel is.
    #[track_caller]
    #[must_use]
    pub fn area(self) -> Rect {
        let screen = self.desktop.screen();
        self.bar().and_then(|bar| screen.geometry(bar)).expect("there is a panel")
    }

    /// Where the icons are that have been drawn, from left to right.
    #[must_use]
    pub fn icons(self) -> Vec<Rect> {
        let screen = self.desktop.screen();
        let tray = self.bar().and_then(|bar| tray_window(screen, bar)).and_then(|tray| screen.geometry(tray));
        let tray = tray.filter(|area| screen.size().encloses(*area));
        tray.map(|area| drawn_on(area, &screen.pixels(area))).unwrap_or_default()
    }

    /// Waits for the only icon.
    #[track_caller]
    #[must_use]
    pub fn icon(self) -> Rect {
        let mut before = Vec::new();
        let only = try_wait_until("one icon at rest on the panel", DEADLINE, || {
            let now = self.icons();
            let at_rest = std::mem::replace(&mut before, now.clone()) == now;
            <[Rect; 1]>::try_from(now).ok().filter(|_| at_rest)
        });
        match only {
            Ok([icon]) => icon,
            Err(timed_out) => panic!("{timed_out}: there were {before:?}"),
        }
    }

    /// Clicks the only icon, as a person does to open the program.
    #[track_caller]
    pub fn click_icon(self) {
        self.desktop.pointer().click(self.icon().centre());
    }

    /// Opens the menu of the only icon with the right button.
    #[track_caller]
    #[must_use]
    pub fn open_menu(self, item: &TrayItem<'d>) -> Popup<'d> {
        self.desktop.pointer().right_click(self.icon().centre());
        Popup::wait(self.desktop, item)
    }

    fn bar(self) -> Option<u32> {
        let screen = self.desktop.screen();
        let dock = screen.atom("_NET_WM_WINDOW_TYPE_DOCK");
        let is_bar =
            |&id: &u32| screen.viewable(id) && screen.numbers(id, "_NET_WM_WINDOW_TYPE").contains(&dock);
        screen.descendants(screen.root).into_iter().find(is_bar)
    }
}

/// The window of the tray within the bar; it is as wide as its icons.
///
/// A bar that was just opened may still show what was there before: only what is in here can be clicked.
fn tray_window(screen: &Screen, bar: u32) -> Option<u32> {
    let is_tray = |&id: &u32| screen.text(id, "WM_CLASS").is_some_and(|class| class.starts_with("wrapper"));
    screen.descendants(bar).into_iter().find(|id| is_tray(id) && screen.viewable(*id))
}

/// What is drawn on a bar of one colour, piece by piece. The icons have no windows of their own to be found by.
fn drawn_on(bar: Rect, pixels: &[u32]) -> Vec<Rect> {
    let width = usize::try_from(bar.width).expect("a bar has a width");
    let background = pixels.last().copied();
    let rows = || pixels.chunks_exact(width);
    let drawn = |x: usize| rows().any(|row| Some(row[x]) != background);
    let columns = (0..bar.width).zip((0..width).map(drawn));
    let mut pieces: Vec<Rect> = Vec::new();
    for (x, _) in columns.filter(|(_, drawn)| *drawn) {
        match pieces.last_mut() {
            // An icon may have gaps, but smaller ones than between two icons.
            Some(piece) if bar.x + x < piece.x + piece.width + GAP => piece.width = bar.x + x + 1 - piece.x,
            _ => pieces.push(Rect::new(bar.x + x, bar.y, 1, bar.height)),
        }
    }
    pieces.retain(|piece| piece.width >= NARROWEST);
    pieces
}

/// How the panel is started, with its settings written beforehand.
pub(crate) fn command(desktop: &Desktop) -> Command {
    let own = desktop.folder().join("panel");
    fs::create_dir_all(own.join("gtk-3.0")).expect("the folder is ours");
    if !settings(desktop).exists() {
        put(desktop, Edge::Top);
    }
    fs::write(own.join("gtk-3.0/gtk.css"), STYLE).expect("the folder is ours");
    let mut command = desktop.command("xfce4-panel");
    // The style is for the panel alone: the programs under test look as they do anywhere.
    command.arg("--disable-wm-check").env("XDG_CONFIG_HOME", own);
    command
}

/// Says where the bar will be when the panel is first started.
pub(crate) fn put(desktop: &Desktop, edge: Edge) {
    let file = settings(desktop);
    let (place, direction) = edge.numbers();
    let mode = format!("<property name=\"mode\" type=\"uint\" value=\"{direction}\"/>");
    let written = SETTINGS
        .replace("p=6;", &format!("p={place};"))
        .replace("<property name=\"length\"", &format!("{mode}<property name=\"length\""));
    fs::create_dir_all(file.parent().expect("it is in a folder")).expect("the folder is ours");
    fs::write(file, written).expect("the folder is ours");
}

fn settings(desktop: &Desktop) -> PathBuf {
    desktop.folder().join("config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml")
}

/// Waits until the tray takes icons.
#[track_caller]
pub(crate) fn wait(desktop: &Desktop) {
    desktop.bus().wait_for_owner(WATCHER);
    wait_until("the panel on the screen", DEADLINE, || desktop.panel().bar());
}
