//! Counts how often the process wakes up at rest, with clipboard, hotkey, tray, paster and notifier running.
//!
//! `cargo run -p fencun-desktop --example at_rest -- 20` watches for twenty seconds.
#![allow(clippy::print_stdout, reason = "an example speaks on its terminal")]

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use fencun_core::menu::{Action, Item};
use fencun_core::ports::{Button, Care, Clipboard as _, Notice, NoticeKind, Notifier as _, Paster as _};
use fencun_desktop::clipboard::SystemClipboard;
use fencun_desktop::hotkey::{Hotkey, SystemHotkey};
use fencun_desktop::notifier::SystemNotifier;
use fencun_desktop::paste::SystemPaster;
use fencun_desktop::tray::{Tray, TrayFace};

fn main() {
    let seconds = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(10);
    let clipboard = SystemClipboard::start();
    let started = Instant::now();
    let copied = clipboard.write_text("分寸", Care::Ordinary);
    println!("first copy: {copied:?} after {:?}", started.elapsed());
    for length in [100, 1 << 20] {
        let (text, started) = ("x".repeat(length), Instant::now());
        let copied = clipboard.write_text(&text, Care::Ordinary);
        println!("a copy of {length} bytes: {copied:?} after {:?}", started.elapsed());
    }

    let paster = SystemPaster::start();
    println!("pasting: {}", paster.can_paste());
    for _ in 0..3 {
        let started = Instant::now();
        paster.note_target();
        println!("a window noted after {:?}", started.elapsed());
    }

    let hotkey = SystemHotkey::start(Box::new(|| println!("pressed")));
    println!("hotkey: {:?}", hotkey.set(Hotkey::parse("Ctrl+Alt+Space").ok().as_ref()));
    let items = vec![Item::Entry { label: "Quit".into(), action: Action::Quit, shortcut: None }];
    let face = TrayFace { title: "Fencun".into(), tooltip: "Fencun".into(), items };
    let _tray = Tray::start(face, Box::new(|event| println!("{event:?}")));
    let notifier = SystemNotifier::start("Fencun", "fencun");
    let (summary, body) = ("Copied".into(), "an example".into());
    notifier.notify(Notice { kind: NoticeKind::Copied, summary, body });
    let (summary, body) = ("Not yet".into(), "an example".into());
    let button = Button { label: "Copy".into(), pressed: Box::new(|| println!("pressed")) };
    notifier.offer(Notice { kind: NoticeKind::Reminder(1), summary, body }, button);

    // What starting up needs is over by then.
    thread::sleep(Duration::from_secs(3));
    let before = switches();
    thread::sleep(Duration::from_secs(seconds));
    for (thread, (name, after)) in switches() {
        let before = before.get(&thread).map_or(0, |(_, before)| *before);
        println!("{name}: woken {} times in {seconds} s", after - before);
    }
    println!("{}", memory());
}

/// Name and context switches of every thread but this one.
fn switches() -> BTreeMap<OsString, (String, u64)> {
    let threads = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let read = |thread: fs::DirEntry| {
        let status = fs::read_to_string(thread.path().join("status")).unwrap_or_default();
        let value = |key: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(key));
            line.unwrap_or_default().trim().to_owned()
        };
        let count = |key| value(key).parse::<u64>().unwrap_or_default();
        let switches = count("voluntary_ctxt_switches:") + count("nonvoluntary_ctxt_switches:");
        (thread.file_name(), (value("Name:"), switches))
    };
    let own = std::process::id().to_string();
    threads.filter(|thread| thread.file_name() != own.as_str()).map(read).collect()
}

fn memory() -> String {
    let rollup = fs::read_to_string("/proc/self/smaps_rollup").unwrap_or_default();
    rollup.lines().filter(|line| line.starts_with("Pss:")).collect()
}
