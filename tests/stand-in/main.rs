//! Another program with an icon in the tray: it prints a line for everything a person does to it.

use std::io::Write;

use ksni::blocking::TrayMethods;
use ksni::menu::{CheckmarkItem, MenuItem, StandardItem, SubMenu};

struct StandIn {
    checked: bool,
}

impl ksni::Tray for StandIn {
    fn id(&self) -> String {
        "stand-in".to_owned()
    }

    fn title(&self) -> String {
        "Stand-in".to_owned()
    }

    fn icon_pixmap(&self) -> Vec<ksni::Icon> {
        let size = 22;
        // Opaque orange, as alpha, red, green, blue.
        let data = [255, 230, 130, 30].repeat(22 * 22);
        vec![ksni::Icon { width: size, height: size, data }]
    }

    fn activate(&mut self, _x: i32, _y: i32) {
        say("activated");
    }

    fn secondary_activate(&mut self, _x: i32, _y: i32) {
        say("activated by the middle button");
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let checked = CheckmarkItem {
            label: "Checked".to_owned(),
            checked: self.checked,
            activate: Box::new(|stand_in: &mut Self| {
                stand_in.checked = !stand_in.checked;
                say("toggled");
            }),
            ..Default::default()
        };
        let disabled = StandardItem { label: "Disabled".to_owned(), enabled: false, ..Default::default() };
        let inner = submenu("內層", vec![row("my__email"), row("主管")]);
        vec![
            row("First"),
            MenuItem::Separator,
            checked.into(),
            disabled.into(),
            MenuItem::Separator,
            submenu("其他對象", vec![row("Second"), MenuItem::Separator, inner]),
            row("Last"),
        ]
    }
}

fn row(label: &str) -> MenuItem<StandIn> {
    let chosen = format!("chosen: {label}");
    StandardItem {
        label: label.to_owned(),
        activate: Box::new(move |_: &mut StandIn| say(&chosen)),
        ..Default::default()
    }
    .into()
}

fn submenu(label: &str, submenu: Vec<MenuItem<StandIn>>) -> MenuItem<StandIn> {
    SubMenu { label: label.to_owned(), submenu, ..Default::default() }.into()
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // Whoever reads it may be gone; then nobody is told.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

fn main() {
    let spawned = StandIn { checked: false }.assume_sni_available(true).spawn();
    let _icon = spawned.expect("there is a session bus");
    loop {
        std::thread::park();
    }
}
