//! A menu that is open on the screen, used with the pointer.

use crate::desktop::Desktop;
use crate::geometry::Rect;
use crate::menu::MenuRow;
use crate::screen::Screen;
use crate::tray::TrayItem;
use crate::wait::{DEADLINE, try_wait_until, wait_until};

/// Heights that the panel's style gives to rows and to lines between them.
const ROW: i32 = 28;
const LINE: i32 = 7;

/// An open menu of the panel.
pub struct Popup<'d> {
    desktop: &'d Desktop,
    item: TrayItem<'d>,
}

impl<'d> Popup<'d> {
    #[track_caller]
    pub(crate) fn wait(desktop: &'d Desktop, item: &TrayItem<'d>) -> Self {
        let popup = Self { desktop, item: item.clone() };
        popup.wait_for_level(&[]);
        popup
    }

    /// Moves along the rows that the labels lead to, opening submenus, and clicks the last.
    #[track_caller]
    pub fn click(self, path: &[&str]) {
        let place = self.point_at(path);
        self.desktop.pointer().click(place);
        self.wait_until_closed();
    }

    /// Opens the submenus on the way and rests on the last row; the answer is where that is.
    #[track_caller]
    pub fn point_at(&self, path: &[&str]) -> (i32, i32) {
        let mut place = self.desktop.pointer().place();
        for depth in 0..path.len() {
            let (window, rows) = self.wait_for_level(&path[..depth]);
            place = row_area(window, &rows, path[depth]).centre();
            self.desktop.pointer().move_to(place);
        }
        place
    }

    /// Where the open menus are, the outermost first.
    #[must_use]
    pub fn areas(&self) -> Vec<Rect> {
        // A submenu opens above what it came from.
        open_menus(self.desktop.screen())
    }

    /// Closes it without choosing.
    #[track_caller]
    pub fn dismiss(self) {
        while !self.areas().is_empty() {
            let open = self.areas().len();
            self.desktop.keyboard().press("Escape");
            wait_until("a menu to close", DEADLINE, || (self.areas().len() < open).then_some(()));
        }
    }

    /// Waits until the menu below these labels is on the screen with all its rows.
    #[track_caller]
    fn wait_for_level(&self, path: &[&str]) -> (Rect, MenuRow) {
        let what = format!("the menu below {path:?} to be open");
        let open = try_wait_until(&what, DEADLINE, || {
            let rows = self.item.row(path);
            let window = self.areas().get(path.len()).copied()?;
            (window.height == height_of(&rows)).then_some((window, rows))
        });
        match open {
            Ok(level) => level,
            Err(timed_out) => panic!(
                "{timed_out}: it needs {} pixels of height; open are {:?}",
                height_of(&self.item.row(path)),
                self.areas()
            ),
        }
    }

    #[track_caller]
    fn wait_until_closed(&self) {
        wait_until("the menu to close", DEADLINE, || self.areas().is_empty().then_some(()));
    }
}

/// Windows of the menus on the screen, the lowest first.
fn open_menus(screen: &Screen) -> Vec<Rect> {
    let kinds = ["_NET_WM_WINDOW_TYPE_POPUP_MENU", "_NET_WM_WINDOW_TYPE_DROPDOWN_MENU"];
    let kinds = kinds.map(|kind| screen.atom(kind));
    let is_menu = |&id: &u32| {
        screen.viewable(id)
            && screen.numbers(id, "_NET_WM_WINDOW_TYPE").iter().any(|kind| kinds.contains(kind))
    };
    let menus = screen.children(screen.root).into_iter().filter(is_menu);
    menus.filter_map(|id| screen.geometry(id)).collect()
}

fn height_of(menu: &MenuRow) -> i32 {
    menu.children.iter().map(height).sum()
}

fn height(row: &MenuRow) -> i32 {
    match (row.visible, row.separator) {
        (false, _) => 0,
        (true, true) => LINE,
        (true, false) => ROW,
    }
}

#[track_caller]
fn row_area(window: Rect, menu: &MenuRow, label: &str) -> Rect {
    let Some(index) = menu.children.iter().position(|row| row.visible && row.label == label) else {
        panic!("the menu has no row {label:?}:\n{}", menu.outline());
    };
    let above: i32 = menu.children[..index].iter().map(height).sum();
    Rect::new(window.x, window.y + above, window.width, ROW)
}
