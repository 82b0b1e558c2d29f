//! Tray icons, seen and used over the bus as a panel does.

use zbus::blocking::Proxy;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

use crate::desktop::Desktop;
use crate::menu::{Layout, MenuRow};
use crate::panel::WATCHER;
use crate::wait::{DEADLINE, wait_until};

/// The tray of a desktop.
#[derive(Clone, Copy)]
pub struct Tray<'d> {
    desktop: &'d Desktop,
}

/// One icon and its menu.
#[derive(Clone)]
pub struct TrayItem<'d> {
    desktop: &'d Desktop,
    name: String,
    path: String,
}

impl<'d> Tray<'d> {
    pub(crate) const fn new(desktop: &'d Desktop) -> Self {
        Self { desktop }
    }

    /// The icons that are registered and answer.
    #[must_use]
    pub fn items(self) -> Vec<TrayItem<'d>> {
        let registered = self.registered().unwrap_or_default();
        let items = registered.iter().map(|entry| TrayItem::parse(self.desktop, entry));
        items.filter(|item| item.id().is_some()).collect()
    }

    /// The icon with this id, if there is one now.
    #[must_use]
    pub fn find(self, id: &str) -> Option<TrayItem<'d>> {
        self.items().into_iter().find(|item| item.id().as_deref() == Some(id))
    }

    /// Waits for the icon with this id.
    #[track_caller]
    pub fn wait_for(self, id: &str) -> TrayItem<'d> {
        let what = format!("the icon {id:?} in the tray");
        wait_until(&what, DEADLINE, || self.find(id))
    }

    /// Waits until there is no icon with this id.
    #[track_caller]
    pub fn wait_for_none(self, id: &str) {
        let what = format!("the icon {id:?} to leave the tray");
        wait_until(&what, DEADLINE, || self.find(id).is_none().then_some(()));
    }

    /// Without a panel there is no list.
    fn registered(self) -> Option<Vec<String>> {
        let bus = self.desktop.bus();
        // Asking a name that nobody owns would start whoever could own it.
        if !bus.has_owner(WATCHER) {
            return None;
        }
        let watcher = Proxy::new(bus.connection(), WATCHER, "/StatusNotifierWatcher", WATCHER).ok()?;
        watcher.get_property("RegisteredStatusNotifierItems").ok()
    }
}

impl TrayItem<'_> {
    /// An icon is registered as `NAME/PATH`, or by its name alone.
    fn parse<'d>(desktop: &'d Desktop, entry: &str) -> TrayItem<'d> {
        let slash = entry.find('/').unwrap_or(entry.len());
        let (name, path) = entry.split_at(slash);
        let path = if path.is_empty() { "/StatusNotifierItem" } else { path };
        TrayItem { desktop, name: name.to_owned(), path: path.to_owned() }
    }

    /// Its owner on the bus.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The process it belongs to.
    #[must_use]
    pub fn pid(&self) -> Option<u32> {
        self.desktop.bus().pid(&self.name)
    }

    /// What it calls itself; nothing once it is gone.
    #[must_use]
    pub fn id(&self) -> Option<String> {
        self.property("Id")
    }

    /// What a person reads.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.property("Title")
    }

    /// `Active`, `Passive` or `NeedsAttention`.
    #[must_use]
    pub fn status(&self) -> Option<String> {
        self.property("Status")
    }

    /// The icon's name in the icon theme.
    #[must_use]
    pub fn icon_name(&self) -> Option<String> {
        self.property("IconName")
    }

    /// The icon as pictures: width, height, and the bytes of each pixel as alpha, red, green, blue.
    #[must_use]
    pub fn icon_pixmaps(&self) -> Vec<(i32, i32, Vec<u8>)> {
        self.property("IconPixmap").unwrap_or_default()
    }

    /// The main click, at a place on the screen.
    #[track_caller]
    pub fn activate(&self, x: i32, y: i32) {
        self.call_item("Activate", (x, y));
    }

    /// The click of the middle button.
    #[track_caller]
    pub fn secondary_activate(&self, x: i32, y: i32) {
        self.call_item("SecondaryActivate", (x, y));
    }

    /// The menu as it is now, all of it; the answer's children are its rows.
    #[track_caller]
    #[must_use]
    pub fn menu(&self) -> MenuRow {
        // A program that fills its menu late does it now.
        let _: Result<bool, _> = self.menu_proxy().call("AboutToShow", &(0i32,));
        self.layout()
    }

    /// The row the labels lead to, as it is now.
    #[track_caller]
    #[must_use]
    pub fn row(&self, path: &[&str]) -> MenuRow {
        let menu = self.menu();
        match menu.find(path) {
            Some(row) => row.clone(),
            None => panic!("the menu has no row {path:?}:\n{}", menu.outline()),
        }
    }

    /// Clicks the row the labels lead to, opening the submenus on the way as a panel would.
    #[track_caller]
    pub fn click(&self, path: &[&str]) {
        for depth in 1..path.len() {
            let submenu = self.row(&path[..depth]).id;
            let _: Result<bool, _> = self.menu_proxy().call("AboutToShow", &(submenu,));
        }
        // Ids change with the menu, also between reading and clicking; a click on an id that is gone did nothing.
        wait_until(&format!("a click on {path:?}"), DEADLINE, || {
            let row = self.row(path);
            assert!(row.enabled && row.visible && !row.submenu, "nobody can choose {path:?}: {row:?}");
            match self.event(row.id, "clicked") {
                Err(zbus::Error::MethodError(_, Some(why), _)) if why == "id not found" => None,
                answer => {
                    answer.expect("the menu takes the click");
                    Some(())
                }
            }
        });
    }

    /// Tells the menu that it was opened, as a panel does.
    #[track_caller]
    pub fn send_opened(&self) {
        self.send_event(0, "opened");
    }

    /// Tells the menu that it was closed, as a panel does.
    #[track_caller]
    pub fn send_closed(&self) {
        self.send_event(0, "closed");
    }

    #[track_caller]
    fn layout(&self) -> MenuRow {
        let none: Vec<String> = Vec::new();
        let answer: Result<(u32, Layout), _> = self.menu_proxy().call("GetLayout", &(0i32, -1i32, none));
        MenuRow::from_layout(answer.expect("the menu answers").1)
    }

    #[track_caller]
    fn send_event(&self, id: i32, event: &str) {
        self.event(id, event).expect("the menu takes the event");
    }

    fn event(&self, id: i32, event: &str) -> zbus::Result<()> {
        self.menu_proxy().call("Event", &(id, event, Value::from(0i32), 0u32))
    }

    #[track_caller]
    fn call_item(&self, method: &str, place: (i32, i32)) {
        let answer = self.proxy(&self.path, "org.kde.StatusNotifierItem").call(method, &place);
        let () = answer.expect("the icon takes the click");
    }

    #[track_caller]
    fn menu_proxy(&self) -> Proxy<'_> {
        let path: OwnedObjectPath = self.property("Menu").expect("the icon has a menu");
        self.proxy(path.as_str(), "com.canonical.dbusmenu")
    }

    fn property<T>(&self, name: &str) -> Option<T>
    where
        T: TryFrom<OwnedValue>,
        T::Error: Into<zbus::Error>,
    {
        self.proxy(&self.path, "org.kde.StatusNotifierItem").get_property(name).ok()
    }

    fn proxy(&self, path: &str, interface: &'static str) -> Proxy<'_> {
        let connection = self.desktop.bus().connection();
        let builder = zbus::blocking::proxy::Builder::new(connection)
            .destination(self.name.clone())
            .and_then(|builder| builder.path(path.to_owned()))
            .and_then(|builder| builder.interface(interface));
        // What was read once may be wrong now: an icon changes.
        let builder = builder.expect("what is registered has a valid name");
        builder.cache_properties(zbus::proxy::CacheProperties::No).build().expect("a proxy asks nobody")
    }
}
