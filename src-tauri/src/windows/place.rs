//! Where the palette goes: plain arithmetic in physical pixels of the whole desktop.

use fencun_protocol::Place;

/// The palette's size at scale 1.
pub(crate) const WIDTH: f64 = 680.0;
/// See [`WIDTH`].
pub(crate) const HEIGHT: f64 = 460.0;
/// Between the palette and the icon or the panel, at scale 1.
const GAP: f64 = 8.0;
/// How far down a monitor the palette opens when a key called it.
const FROM_TOP: f64 = 0.2;

/// A panel takes at most one part in so many of its monitor.
const THINNESS: i32 = 6;

/// A point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) x: i32,
    pub(crate) y: i32,
}

/// A rectangle; right and bottom are the first pixels outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) left: i32,
    pub(crate) top: i32,
    pub(crate) right: i32,
    pub(crate) bottom: i32,
}

/// A monitor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Screen {
    /// All of it.
    pub(crate) whole: Area,
    /// What panels leave.
    pub(crate) free: Area,
    /// Physical pixels for one of the page's.
    pub(crate) scale: f64,
}

/// The monitors, and where the pointer is among them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Desk {
    pub(crate) pointer: Point,
    pub(crate) screens: Vec<Screen>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Edge {
    Left,
    Top,
    Right,
    Bottom,
}

/// The palette's upper left corner; None without a monitor.
pub(crate) fn corner(place: Place, desk: &Desk) -> Option<Point> {
    let near = match place {
        Place::Pointer => desk.pointer,
        Place::Near { x, y } => Point { x, y },
    };
    let screen = desk.screens.iter().min_by_key(|screen| screen.whole.distance(near))?;
    let wanted = match place {
        Place::Pointer => screen.for_a_key(),
        Place::Near { .. } => screen.beside(near),
    };
    Some(screen.wholly_on(wanted))
}

impl Screen {
    /// Leaves a panel out of what is free: one between two monitors, or one that hides, keeps no strip for itself.
    /// What is thick, or lies along no edge, is no panel.
    pub(crate) fn leave_out(&mut self, panel: Area) {
        let (whole, free) = (self.whole, &mut self.free);
        let (width, height) = (panel.right - panel.left, panel.bottom - panel.top);
        let lies = width >= height;
        let (thickness, of) =
            if lies { (height, whole.bottom - whole.top) } else { (width, whole.right - whole.left) };
        if !whole.encloses(panel) || thickness * THINNESS > of {
            return;
        }
        match lies {
            true if panel.top == whole.top => free.top = free.top.max(panel.bottom),
            true if panel.bottom == whole.bottom => free.bottom = free.bottom.min(panel.top),
            false if panel.left == whole.left => free.left = free.left.max(panel.right),
            false if panel.right == whole.right => free.right = free.right.min(panel.left),
            _ => {}
        }
    }

    fn scaled(&self, length: f64) -> i32 {
        (length * self.scale).round() as i32
    }

    fn size(&self) -> (i32, i32) {
        (self.scaled(WIDTH), self.scaled(HEIGHT))
    }

    fn for_a_key(&self) -> Point {
        let from_top = f64::from(self.whole.bottom - self.whole.top) * FROM_TOP;
        let (width, _) = self.size();
        Point {
            x: self.whole.left + (self.whole.right - self.whole.left - width) / 2,
            y: self.whole.top + from_top.round() as i32,
        }
    }

    /// Beside a point that most likely lies in a panel: on the side that faces the middle of the monitor.
    fn beside(&self, near: Point) -> Point {
        let (width, height) = self.size();
        let gap = self.scaled(GAP);
        let (x, y) = (near.x - width / 2, near.y - height / 2);
        match self.edge(near) {
            Edge::Top => Point { x, y: near.y.max(self.free.top) + gap },
            Edge::Bottom => Point { x, y: near.y.min(self.free.bottom) - gap - height },
            Edge::Left => Point { x: near.x.max(self.free.left) + gap, y },
            Edge::Right => Point { x: near.x.min(self.free.right) - gap - width, y },
        }
    }

    /// The edge the panel is at: the one whose strip holds the point, else the nearest one, since not
    /// every panel keeps its strip free of windows.
    fn edge(&self, near: Point) -> Edge {
        let outside = [
            (self.free.top - near.y, Edge::Top),
            (near.y - self.free.bottom + 1, Edge::Bottom),
            (self.free.left - near.x, Edge::Left),
            (near.x - self.free.right + 1, Edge::Right),
        ];
        if let Some((_, edge)) = outside.into_iter().find(|(depth, _)| *depth > 0) {
            return edge;
        }
        let distances = [
            (near.y - self.whole.top, Edge::Top),
            (self.whole.bottom - near.y, Edge::Bottom),
            (near.x - self.whole.left, Edge::Left),
            (self.whole.right - near.x, Edge::Right),
        ];
        distances.into_iter().min_by_key(|(distance, _)| *distance).map_or(Edge::Top, |(_, edge)| edge)
    }

    fn wholly_on(&self, corner: Point) -> Point {
        let (width, height) = self.size();
        // On a monitor that is too small the upper left part, with the query in it, stays in sight.
        Point {
            x: corner.x.min(self.free.right - width).max(self.free.left),
            y: corner.y.min(self.free.bottom - height).max(self.free.top),
        }
    }
}

impl Area {
    fn encloses(&self, other: Self) -> bool {
        other.left >= self.left
            && other.top >= self.top
            && other.right <= self.right
            && other.bottom <= self.bottom
    }

    /// The square of the way from the point to the area; 0 within.
    fn distance(&self, point: Point) -> i64 {
        let beyond = |from: i32, to: i32, at: i32| i64::from((from - at).max(at - to + 1).max(0));
        let (x, y) = (beyond(self.left, self.right, point.x), beyond(self.top, self.bottom, point.y));
        x * x + y * y
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn area(left: i32, top: i32, right: i32, bottom: i32) -> Area {
        Area { left, top, right, bottom }
    }

    /// A monitor of 1920 × 1080 at the left with a panel of 40 pixels at the bottom, one of 3840 × 2160 at
    /// scale 2 to the right of it with a panel of 80 at the top.
    const DESK: [Screen; 2] = [
        Screen { whole: area(0, 0, 1920, 1080), free: area(0, 0, 1920, 1040), scale: 1.0 },
        Screen { whole: area(1920, 0, 5760, 2160), free: area(1920, 80, 5760, 2160), scale: 2.0 },
    ];

    fn check(place: Place, pointer: (i32, i32), screens: &[Screen], expected: (i32, i32)) {
        let desk = Desk { pointer: Point { x: pointer.0, y: pointer.1 }, screens: screens.to_vec() };
        let found = corner(place, &desk).expect("there is a monitor");
        assert_eq!((found.x, found.y), expected, "{place:?}, pointer at {pointer:?}");
    }

    fn near(x: i32, y: i32) -> Place {
        Place::Near { x, y }
    }

    #[test]
    fn a_key_opens_it_on_the_monitor_with_the_pointer() {
        check(Place::Pointer, (10, 10), &DESK, (620, 216));
        check(Place::Pointer, (1919, 1079), &DESK, (620, 216));
        check(Place::Pointer, (1920, 0), &DESK, (3160, 432));
        check(Place::Pointer, (5000, 2000), &DESK, (3160, 432));
    }

    #[test]
    fn a_pointer_on_no_monitor_counts_for_the_nearest() {
        check(Place::Pointer, (100, 2100), &DESK, (620, 216));
        check(Place::Pointer, (9000, 9000), &DESK, (3160, 432));
    }

    #[test]
    fn a_monitor_to_the_left_has_negative_pixels() {
        let left = Screen { whole: area(-1280, -200, 0, 824), free: area(-1280, -200, 0, 824), scale: 1.0 };
        check(Place::Pointer, (-5, 0), &[left, DESK[0]], (-980, 5));
    }

    #[test]
    fn from_the_tray_it_opens_beside_the_panel_at_any_edge() {
        let whole = area(0, 0, 1920, 1080);
        let with = |free| [Screen { whole, free, scale: 1.0 }];
        check(near(960, 1060), (0, 0), &with(area(0, 0, 1920, 1040)), (620, 572));
        check(near(960, 15), (0, 0), &with(area(0, 30, 1920, 1080)), (620, 38));
        check(near(30, 540), (0, 0), &with(area(60, 0, 1920, 1080)), (68, 310));
        check(near(1900, 540), (0, 0), &with(area(0, 0, 1860, 1080)), (1172, 310));
    }

    #[test]
    fn from_the_tray_it_stays_wholly_on_the_monitor() {
        check(near(1900, 1060), (0, 0), &DESK, (1240, 572));
        check(near(5, 1060), (0, 0), &DESK, (0, 572));
        check(near(1925, 40), (0, 0), &DESK, (1920, 96));
        check(near(5755, 40), (0, 0), &DESK, (4400, 96));
    }

    #[test]
    fn a_panel_that_keeps_no_strip_free_is_told_by_the_nearest_edge() {
        let bare = [Screen { whole: area(0, 0, 1920, 1080), free: area(0, 0, 1920, 1080), scale: 1.0 }];
        check(near(960, 1065), (0, 0), &bare, (620, 597));
        check(near(960, 12), (0, 0), &bare, (620, 20));
        check(near(12, 540), (0, 0), &bare, (20, 310));
        check(near(1908, 540), (0, 0), &bare, (1220, 310));
    }

    #[test]
    fn the_pointer_has_no_say_when_the_icon_is_known() {
        check(near(3840, 40), (10, 10), &DESK, (3160, 96));
    }

    #[test]
    fn a_small_monitor_shows_the_upper_left_part() {
        let small = [Screen { whole: area(0, 0, 640, 400), free: area(0, 24, 640, 400), scale: 1.0 }];
        check(Place::Pointer, (1, 1), &small, (0, 24));
        check(near(630, 10), (1, 1), &small, (0, 24));
    }

    #[test]
    fn a_panel_is_left_out_of_what_is_free_whether_it_keeps_a_strip_or_not() {
        let left_out = |panel| {
            let mut screen = DESK[0];
            screen.leave_out(panel);
            let Area { left, top, right, bottom } = screen.free;
            (left, top, right, bottom)
        };
        assert_eq!(left_out(area(0, 0, 1920, 30)), (0, 30, 1920, 1040));
        assert_eq!(left_out(area(600, 1030, 1300, 1080)), (0, 0, 1920, 1030));
        assert_eq!(left_out(area(0, 1040, 1920, 1080)), (0, 0, 1920, 1040), "it keeps a strip already");
        assert_eq!(left_out(area(1860, 0, 1920, 1080)), (0, 0, 1860, 1040));
        assert_eq!(left_out(area(0, 200, 48, 800)), (48, 0, 1920, 1040));
        for no_panel in [area(100, 100, 400, 130), area(0, 0, 1920, 400), area(1900, 0, 1960, 1080)] {
            assert_eq!(left_out(no_panel), (0, 0, 1920, 1040), "{no_panel:?}");
        }
    }

    #[test]
    fn without_a_monitor_there_is_no_place() {
        let desk = Desk { pointer: Point { x: 0, y: 0 }, screens: Vec::new() };
        assert_eq!(corner(Place::Pointer, &desk), None);
    }
}
