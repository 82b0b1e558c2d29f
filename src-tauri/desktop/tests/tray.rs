//! The tray icon against a panel of our own on a session bus of its own.

mod support;

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use fencun_core::menu::{Action, Item};
use fencun_core::{Audience, CultureId, Language, PhraseId, Rank};
use fencun_desktop::tray::{Tray, TrayEvent, TrayFace};
use support::{Desktop, inside, until};
use zbus::blocking::{Connection, Proxy, connection};
use zbus::zvariant::{OwnedValue, Value};

const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// A panel: it hears who registers.
struct Watcher(Sender<String>);

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: String) {
        self.0.send(service).expect("the test listens");
    }

    #[zbus(property)]
    #[allow(clippy::unused_self, reason = "the bus calls it on the object")]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }
}

struct Panel {
    bus: Connection,
    registered: Receiver<String>,
}

impl Panel {
    fn start() -> Self {
        let (tell, registered) = mpsc::channel();
        let bus = connection::Builder::session()
            .and_then(|bus| bus.serve_at("/StatusNotifierWatcher", Watcher(tell)))
            .and_then(|bus| bus.name(WATCHER))
            .and_then(connection::Builder::build)
            .expect("a bus to be a panel on");
        Self { bus, registered }
    }

    /// The item that registers next.
    fn item(&self) -> Shown<'_> {
        let name = self.registered.recv_timeout(Duration::from_secs(15)).expect("an item registers");
        Shown { bus: &self.bus, name }
    }
}

/// An item as a panel sees it.
struct Shown<'a> {
    bus: &'a Connection,
    name: String,
}

/// One line of the menu as a panel gets it.
#[derive(Debug)]
struct Line {
    id: i32,
    properties: HashMap<String, OwnedValue>,
    below: Vec<Line>,
}

impl Shown<'_> {
    fn item(&self) -> Proxy<'_> {
        Proxy::new(self.bus, self.name.as_str(), "/StatusNotifierItem", "org.kde.StatusNotifierItem")
            .expect("a proxy")
    }

    fn menu(&self) -> Proxy<'_> {
        Proxy::new(self.bus, self.name.as_str(), "/MenuBar", "com.canonical.dbusmenu").expect("a proxy")
    }

    fn property<T: TryFrom<OwnedValue>>(&self, name: &str) -> T
    where
        T::Error: Into<zbus::Error>,
    {
        self.item().get_property(name).expect("the property is there")
    }

    /// How often the menu was laid out anew, and its lines.
    fn layout(&self) -> (u32, Vec<Line>) {
        type Root = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);
        let none: &[&str] = &[];
        let (times, root): (u32, Root) = self.menu().call("GetLayout", &(0, -1, none)).expect("a menu");
        (times, root.2.into_iter().map(Line::read).collect())
    }

    fn lines(&self) -> Vec<Line> {
        self.layout().1
    }

    /// The panel is about to open the menu.
    fn open(&self) {
        let _: bool = self.menu().call("AboutToShow", &(0,)).expect("an answer");
    }

    fn click(&self, id: i32) {
        self.menu().call_method("Event", &(id, "clicked", Value::from(0), 0_u32)).expect("a click");
    }
}

impl Line {
    fn read(value: OwnedValue) -> Self {
        let (id, properties, below): (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>) =
            value.try_into().expect("a line of a menu");
        Self { id, properties, below: below.into_iter().map(Self::read).collect() }
    }

    fn text(&self, property: &str) -> Option<String> {
        self.properties.get(property).map(|value| value.downcast_ref::<String>().expect("text"))
    }

    fn label(&self) -> String {
        self.text("label").unwrap_or_default()
    }

    fn number(&self, property: &str) -> Option<i32> {
        self.properties.get(property).map(|value| value.downcast_ref::<i32>().expect("a number"))
    }
}

/// A tray and what it tells.
fn tray(face: TrayFace) -> (Tray, Receiver<TrayEvent>) {
    let (tell, told) = mpsc::channel();
    let tell = Mutex::new(tell);
    let on_event = move |event| {
        let _ = tell.lock().expect("no test panics holding it").send(event);
    };
    (Tray::start(face, Box::new(on_event)), told)
}

fn next(told: &Receiver<TrayEvent>) -> TrayEvent {
    told.recv_timeout(Duration::from_secs(15)).expect("the tray tells")
}

fn face(items: Vec<Item>) -> TrayFace {
    TrayFace { title: "Fencun".into(), tooltip: "Taiwan · Senior".into(), items }
}

fn entry(label: &str, action: Action) -> Item {
    Item::Entry { label: label.into(), action, shortcut: None }
}

fn audience(rank: Rank) -> Audience {
    Audience { culture: CultureId::new("taiwan"), rank, language: Language::new("zh-Hant-TW") }
}

fn on_bus(name: &str, body: impl FnOnce()) {
    inside(name, || Desktop::bare().with_bus(), body);
}

#[test]
fn the_icon_says_what_it_is() {
    on_bus("the_icon_says_what_it_is", || {
        let panel = Panel::start();
        let (_tray, told) = tray(face(vec![]));
        let item = panel.item();
        assert_eq!(next(&told), TrayEvent::HostOnline);
        assert_eq!(item.property::<String>("Id"), "fencun");
        assert_eq!(item.property::<String>("Title"), "Fencun");
        assert_eq!(item.property::<String>("Category"), "Communications");
        assert_eq!(item.property::<String>("Status"), "Active");
        assert!(!item.property::<bool>("ItemIsMenu"));
        let tip = item.item().get_property::<(String, Vec<(i32, i32, Vec<u8>)>, String, String)>("ToolTip");
        assert_eq!(tip.expect("a tool tip").2, "Taiwan · Senior");
    });
}

#[test]
fn without_a_theme_the_icon_brings_its_pixels() {
    on_bus("without_a_theme_the_icon_brings_its_pixels", || {
        let panel = Panel::start();
        let _tray = tray(face(vec![]));
        let item = panel.item();
        assert_eq!(item.property::<String>("IconName"), "");
        let pixmaps = item.item().get_property::<Vec<(i32, i32, Vec<u8>)>>("IconPixmap").expect("pixels");
        assert_eq!(pixmaps.iter().map(|(width, ..)| *width).collect::<Vec<_>>(), [22, 24, 32, 48]);
        for (width, height, pixels) in pixmaps {
            assert_eq!(pixels.len(), usize::try_from(width * height * 4).expect("a size"));
            assert!(pixels.chunks(4).any(|argb| argb[0] == 255), "something can be seen at {width}");
        }
    });
}

#[test]
fn a_themed_icon_is_drawn_by_the_panel() {
    let build = || {
        let desktop = Desktop::bare().with_bus();
        let apps = desktop.home().join("share/icons/hicolor/symbolic/apps");
        std::fs::create_dir_all(&apps).expect("a theme");
        std::fs::write(apps.join("fencun-symbolic.svg"), "<svg/>").expect("an icon");
        let share = desktop.home().join("share");
        desktop.env("XDG_DATA_DIRS", share)
    };
    inside("a_themed_icon_is_drawn_by_the_panel", build, || {
        let panel = Panel::start();
        let _tray = tray(face(vec![]));
        assert_eq!(panel.item().property::<String>("IconName"), "fencun-symbolic");
    });
}

#[test]
fn labels_stay_what_they_are() {
    on_bus("labels_stay_what_they_are", || {
        let panel = Panel::start();
        let labels = ["a_b__c", "R&D <b>", "下班後 · 我先處理", "", "…"];
        let mut items: Vec<_> = labels.iter().map(|label| entry(label, Action::OpenPalette)).collect();
        items.push(Item::Separator);
        items.push(Item::Entry {
            label: "Find".into(),
            action: Action::OpenPalette,
            shortcut: Some("Ctrl+Alt+Space".into()),
        });
        items.push(Item::Submenu { label: "Recent".into(), items: vec![] });
        let _tray = tray(face(items));
        let lines = panel.item().lines();
        let shown: Vec<_> = lines.iter().take(5).map(Line::label).collect();
        assert_eq!(shown, ["a__b____c", "R&D <b>", "下班後 · 我先處理", "—", "…"]);
        assert_eq!(lines[5].text("type").as_deref(), Some("separator"));
        let shortcut =
            Vec::<Vec<String>>::try_from(lines[6].properties["shortcut"].try_clone().expect("a value"));
        assert_eq!(shortcut.expect("keys"), [["Control", "Alt", "space"]]);
        assert_eq!(lines[7].label(), "Recent");
        assert!(!bool::try_from(&lines[7].properties["enabled"]).expect("a bool"));
    });
}

#[test]
fn a_click_says_what_was_chosen() {
    on_bus("a_click_says_what_was_chosen", || {
        let panel = Panel::start();
        let copy = |id: &str| Action::Copy { id: PhraseId::new(id), audience: audience(Rank::Peer) };
        let below = vec![entry("deep", copy("deep"))];
        let items = vec![entry("one", copy("one")), Item::Submenu { label: "More".into(), items: below }];
        let (_tray, told) = tray(face(items));
        let item = panel.item();
        assert_eq!(next(&told), TrayEvent::HostOnline);
        let lines = item.lines();
        item.click(lines[0].id);
        assert_eq!(next(&told), TrayEvent::Chosen { action: copy("one"), token: None });
        item.item().call_method("ProvideXdgActivationToken", &("raise-me")).expect("a token");
        item.click(lines[1].below[0].id);
        assert_eq!(next(&told), TrayEvent::Chosen { action: copy("deep"), token: Some("raise-me".into()) });
    });
}

#[test]
fn a_left_click_says_where() {
    on_bus("a_left_click_says_where", || {
        let panel = Panel::start();
        let (_tray, told) = tray(face(vec![]));
        let item = panel.item();
        assert_eq!(next(&told), TrayEvent::HostOnline);
        item.item().call_method("Activate", &(12, 34)).expect("a click");
        assert_eq!(next(&told), TrayEvent::Activated { x: 12, y: 34, token: None });
    });
}

#[test]
fn one_of_several_is_marked() {
    on_bus("one_of_several_is_marked", || {
        let panel = Panel::start();
        let options = [Rank::Junior, Rank::Senior];
        let radio = |selected| Item::Radio {
            options: options.map(|rank| (rank.as_str().into(), Action::SetAudience(audience(rank)))).into(),
            selected,
        };
        let (tray, told) = tray(face(vec![radio(Some(1))]));
        let item = panel.item();
        assert_eq!(next(&told), TrayEvent::HostOnline);
        let marks = || item.lines().iter().map(|line| line.number("toggle-state")).collect::<Vec<_>>();
        let lines = item.lines();
        assert!(lines.iter().all(|line| line.text("toggle-type").as_deref() == Some("radio")));
        assert_eq!(marks(), [Some(0), Some(1)]);
        item.click(lines[0].id);
        let action = Action::SetAudience(audience(Rank::Junior));
        assert_eq!(next(&told), TrayEvent::Chosen { action, token: None });
        tray.show(face(vec![radio(Some(0))]));
        until("the other one is marked", || marks() == [Some(1), Some(0)]);
        tray.show(face(vec![radio(None)]));
        until("none is marked", || marks() == [Some(0), Some(0)]);
    });
}

#[test]
fn a_panel_that_missed_a_change_is_told_again_when_it_opens_the_menu() {
    on_bus("a_panel_that_missed_a_change_is_told_again_when_it_opens_the_menu", || {
        let panel = Panel::start();
        let (tray, _told) = tray(face(vec![entry("one", Action::OpenPalette)]));
        let item = panel.item();
        item.open();
        assert_eq!(item.layout().0, 0, "nothing has changed");
        tray.show(face(vec![entry("one", Action::OpenPalette), entry("two", Action::Quit)]));
        until("the other face is shown", || item.lines().len() == 2);
        assert_eq!(item.layout().0, 1);
        item.open();
        let (times, lines) = item.layout();
        assert_eq!(times, 2);
        let seen = lines.iter().filter(|line| !line.properties.contains_key("visible"));
        assert_eq!(seen.count(), 2, "{lines:?}");
        item.open();
        assert_eq!(item.layout().0, 2, "once is enough");
    });
}

#[test]
fn an_equal_face_leaves_an_open_menu_alone() {
    on_bus("an_equal_face_leaves_an_open_menu_alone", || {
        let panel = Panel::start();
        let one = || face(vec![entry("one", Action::OpenPalette)]);
        let two = || face(vec![entry("one", Action::OpenPalette), entry("two", Action::Quit)]);
        let (tray, _told) = tray(one());
        let item = panel.item();
        let before = item.layout().0;
        for _ in 0..5 {
            tray.show(one());
        }
        tray.show(two());
        until("the other face is shown", || item.lines().len() == 2);
        assert_eq!(item.layout().0, before + 1);
    });
}

#[test]
fn a_panel_may_come_late_and_come_again() {
    on_bus("a_panel_may_come_late_and_come_again", || {
        let (_tray, told) = tray(face(vec![entry("one", Action::Quit)]));
        assert_eq!(next(&told), TrayEvent::HostOffline);
        for _ in 0..2 {
            let panel = Panel::start();
            assert_eq!(panel.item().lines().len(), 1);
            assert_eq!(next(&told), TrayEvent::HostOnline);
            panel.bus.close().expect("the panel leaves");
            assert_eq!(next(&told), TrayEvent::HostOffline);
        }
    });
}

#[test]
fn without_a_bus_there_is_no_icon_and_no_harm() {
    inside("without_a_bus_there_is_no_icon_and_no_harm", Desktop::bare, || {
        let (tray, told) = tray(face(vec![]));
        assert_eq!(next(&told), TrayEvent::HostOffline);
        tray.show(face(vec![entry("one", Action::Quit)]));
        drop(tray);
        // The thread has ended without another word.
        assert!(told.recv_timeout(Duration::from_secs(15)) == Err(mpsc::RecvTimeoutError::Disconnected));
    });
}

#[test]
fn the_icon_goes_with_the_tray() {
    on_bus("the_icon_goes_with_the_tray", || {
        let panel = Panel::start();
        let (tray, _told) = tray(face(vec![]));
        let item = panel.item();
        assert_eq!(item.property::<String>("Id"), "fencun");
        drop(tray);
        until("the item has left the bus", || item.item().get_property::<String>("Id").is_err());
    });
}
