//! Shows a tray icon whose menu has every kind of line, and says what happens at it, until Quit is chosen.
#![allow(clippy::print_stdout, reason = "an example speaks on its terminal")]

use std::sync::mpsc;

use fencun_core::menu::{Action, Item};
use fencun_core::{Audience, CultureId, Language, PhraseId, Rank};
use fencun_desktop::tray::{Tray, TrayEvent, TrayFace};

fn main() {
    let (tell, told) = mpsc::channel();
    let tell = std::sync::Mutex::new(tell);
    let on_event = move |event| {
        println!("{event:?}");
        if matches!(event, TrayEvent::Chosen { action: Action::Quit, .. })
            && let Ok(tell) = tell.lock()
        {
            let _ = tell.send(());
        }
    };
    let _tray = Tray::start(face(), Box::new(on_event));
    let _ = told.recv();
}

fn face() -> TrayFace {
    let audience =
        |rank| Audience { culture: CultureId::new("taiwan"), rank, language: Language::new("zh-Hant-TW") };
    let ranks = Rank::ALL.map(|rank| (rank.as_str().to_owned(), Action::SetAudience(audience(rank))));
    let phrase = |label: &str| {
        let action = Action::Copy { id: PhraseId::new(label), audience: audience(Rank::Senior) };
        entry(label, action, None)
    };
    let chooser = Item::Radio { options: ranks.into(), selected: Some(2) };
    TrayFace {
        title: "Fencun".into(),
        tooltip: "Writing to: Taiwan · Senior · 中文 <b> & co".into(),
        items: vec![
            Item::Submenu { label: "Writing to: Taiwan · Senior · 中文".into(), items: vec![chooser] },
            Item::Separator,
            phrase("Move to email · 我先處理，下次請寄信"),
            phrase("Press again… · 已收到，請以 my_email 為準"),
            phrase("After hours by email · R&D"),
            Item::Submenu { label: "Recent".into(), items: vec![] },
            Item::Separator,
            entry("Find a phrase…", Action::OpenPalette, Some("Ctrl+Alt+Space")),
            entry("Settings…", Action::OpenSettings, None),
            entry("Quit", Action::Quit, None),
        ],
    }
}

fn entry(label: &str, action: Action, shortcut: Option<&str>) -> Item {
    Item::Entry { label: label.into(), action, shortcut: shortcut.map(str::to_owned) }
}
