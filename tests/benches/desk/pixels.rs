//! The screen as an eye sees it: when it changed last, and when it has come to rest.

use std::thread::sleep;
use std::time::{Duration, Instant};

use support::Desktop;
use x11rb::NONE;
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::damage::{ConnectionExt as _, ReportLevel};
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};

use crate::display::Display;

/// Between two looks for news; a look costs nothing beside it.
const PAUSE: Duration = Duration::from_micros(200);
/// Without a change for so long, the picture is whole.
const STILL: Duration = Duration::from_millis(700);
/// Fewer pixels than these are a caret that blinks.
const CARET: usize = 150;
/// Whoever shows nothing in this time will not.
const PATIENCE: Duration = Duration::from_secs(20);

/// Looks at the middle of the screen, where palettes open; the panel is left out.
pub(crate) struct Eye {
    display: Display,
    damage: u32,
    area: (i16, i16, u16, u16),
}

/// The colours of all pixels.
pub(crate) type Picture = Vec<u8>;

impl Eye {
    #[track_caller]
    pub(crate) fn open(desktop: &Desktop) -> Self {
        let display = Display::connect(desktop);
        let connection = &display.connection;
        connection.damage_query_version(1, 1).expect("asked").reply().expect("the display tells of changes");
        let damage = connection.generate_id().expect("there are numbers left");
        let created = connection.damage_create(damage, display.root, ReportLevel::NON_EMPTY);
        created.expect("asked").check().expect("the root can be watched");
        let whole = connection.get_geometry(display.root).expect("asked").reply().expect("the root is there");
        let panel = 48;
        Self { display, damage, area: (0, panel, whole.width, whole.height - panel as u16) }
    }

    /// What is to be seen now.
    #[track_caller]
    pub(crate) fn look(&self) -> Picture {
        let (x, y, width, height) = self.area;
        let display = &self.display;
        let image =
            display.connection.get_image(ImageFormat::Z_PIXMAP, display.root, x, y, width, height, u32::MAX);
        image.expect("asked").reply().expect("the area is on the screen").data
    }

    /// Does something, and says when after that the screen took its final look, and how it looks.
    #[track_caller]
    pub(crate) fn settles(&self, begin: impl FnOnce()) -> (Duration, Picture) {
        self.settles_like(|_| true, begin)
    }

    /// Likewise, where it is known how it will look: a pause on the way there is not the end.
    ///
    /// The time is that at which the picture was in our hands: what is said is never too early.
    #[track_caller]
    pub(crate) fn settles_like(
        &self,
        whole: impl Fn(&Picture) -> bool,
        begin: impl FnOnce(),
    ) -> (Duration, Picture) {
        while self.display.event().is_some() {}
        self.forget();
        let mut picture = self.look();
        let start = Instant::now();
        begin();
        let mut last = None;
        while start.elapsed() < PATIENCE {
            if self.changed() {
                let now = self.look();
                let seen = start.elapsed();
                if different(&picture, &now) > CARET {
                    last = Some(seen);
                    picture = now;
                }
            }
            match last {
                Some(last) if start.elapsed() - last >= STILL && whole(&picture) => return (last, picture),
                _ => sleep(PAUSE),
            }
        }
        panic!("what was to come to the screen has not come")
    }

    fn changed(&self) -> bool {
        let mut changed = false;
        while let Some(event) = self.display.event() {
            changed |= matches!(event, Event::DamageNotify(_));
        }
        if changed {
            self.forget();
        }
        changed
    }

    /// From now on a change is news again.
    fn forget(&self) {
        self.display.connection.damage_subtract(self.damage, NONE, NONE).expect("the display answers");
        self.display.connection.flush().expect("the display answers");
    }
}

/// How many pixels differ.
pub(crate) fn different(one: &[u8], other: &[u8]) -> usize {
    one.chunks_exact(4).zip(other.chunks_exact(4)).filter(|(one, other)| one[..3] != other[..3]).count()
}
