//! Proves the desktop itself, with other programs than ours.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use support::*;

/// The bundled programs of WebKit's own test browser; where it is differs between distributions.
const BROWSERS: [&str; 2] =
    ["/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "/usr/libexec/webkit2gtk-4.1/MiniBrowser"];

/// A second program with an icon, and what it says was done to it.
struct StandIn {
    _program: Program,
    lines: Receiver<String>,
}

impl StandIn {
    fn start(desktop: &Desktop) -> Self {
        let (program, stdout) = desktop.spawn_piped(desktop.command(env!("CARGO_BIN_EXE_stand-in")));
        let (sender, lines) = channel();
        thread::spawn(move || {
            BufReader::new(stdout).lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        Self { _program: program, lines }
    }

    #[track_caller]
    fn next_line(&self) -> String {
        self.lines.recv_timeout(DEADLINE).expect("something was done to it")
    }
}

#[test]
fn words_copied_by_one_program_reach_another() {
    let desktop = Desktop::shared();
    let words = "您好，\n謝謝您！ שלום \u{1f600}";

    let holder = desktop.clipboard().hold(words);

    assert_eq!(desktop.clipboard().text().as_deref(), Some(words));
    assert_eq!(desktop.clipboard().holder(), Some(holder.pid()));
    assert!(desktop.clipboard().targets().contains(&"UTF8_STRING".to_owned()));
    drop(holder);
    assert_eq!(desktop.clipboard().text(), None);
}

#[test]
fn a_frozen_program_keeps_the_clipboard_from_everybody() {
    let desktop = Desktop::shared();
    let holder = desktop.clipboard().hold("words");

    holder.freeze();
    let read = desktop.clipboard().read("UTF8_STRING", Duration::from_millis(300));
    assert_eq!(read, Err(NoAnswer));
}

#[test]
fn an_icon_is_on_the_panel_and_its_menu_works_over_the_bus() {
    let desktop = Desktop::shared();
    let stand_in = StandIn::start(&desktop);
    let item = desktop.tray().wait_for("stand-in");

    assert_eq!(item.title().as_deref(), Some("Stand-in"));
    assert_eq!(item.icon_pixmaps()[0].0, 22);
    assert_eq!(item.menu().labels(), ["First", "Checked", "Disabled", "其他對象", "Last"]);
    assert!(!item.row(&["Disabled"]).enabled);

    item.click(&["其他對象", "內層", "my_email"]);
    assert_eq!(stand_in.next_line(), "chosen: my__email");
    item.activate(10, 10);
    assert_eq!(stand_in.next_line(), "activated");
    item.click(&["Checked"]);
    assert_eq!(stand_in.next_line(), "toggled");
    wait_until("the check mark", DEADLINE, || item.row(&["Checked"]).on.filter(|&on| on));
}

#[test]
fn an_icon_and_its_menu_work_with_the_mouse() {
    let desktop = Desktop::shared();
    let stand_in = StandIn::start(&desktop);
    let item = desktop.tray().wait_for("stand-in");
    assert!(desktop.panel().area().encloses(desktop.panel().icon()));

    desktop.panel().click_icon();
    assert_eq!(stand_in.next_line(), "activated");
    desktop.panel().open_menu(&item).click(&["Last"]);
    assert_eq!(stand_in.next_line(), "chosen: Last");
    let menu = desktop.panel().open_menu(&item);
    menu.point_at(&["其他對象", "內層", "主管"]);
    desktop.screenshot("tray-icon-with-open-menu");
    menu.click(&["其他對象", "內層", "主管"]);
    assert_eq!(stand_in.next_line(), "chosen: 主管");
    desktop.panel().open_menu(&item).dismiss();
}

#[test]
fn an_icon_waits_for_a_panel_that_comes_late() {
    let desktop = Desktop::builder().without_panel().without_notification_daemon().start();
    let stand_in = StandIn::start(&desktop);
    assert!(desktop.tray().items().is_empty());

    desktop.start_panel();
    desktop.tray().wait_for("stand-in");
    desktop.stop_panel();
    desktop.start_panel();

    desktop.tray().wait_for("stand-in");
    desktop.panel().click_icon();
    assert_eq!(stand_in.next_line(), "activated");
}

#[test]
fn a_notification_is_shown() {
    let desktop = Desktop::shared();
    notify(&desktop, "Copied", "Move to email · Taiwan · senior");
    assert_eq!(desktop.wait_for_notification("Copied"), "Move to email · Taiwan · senior");
}

#[test]
fn a_daemon_that_hangs_has_received_the_notification() {
    let desktop = Desktop::builder().without_panel().without_notification_daemon().start();
    let daemon = FakeDaemon::start(&desktop);
    notify(&desktop, "Polite", "");
    daemon.hang();

    let mut sender = desktop.spawn(notify_send(&desktop, "Waiting", "for an answer"));

    let seen = daemon.wait_for(2);
    assert_eq!((seen[0].summary.as_str(), seen[1].body.as_str()), ("Polite", "for an answer"));
    assert!(!seen[1].transient());
    assert_eq!(sender.ended(), None);
}

#[test]
fn a_page_is_typed_into_by_the_driver_and_pasted_into_from_the_keyboard() {
    let Some(browser) = BROWSERS.iter().find(|browser| Path::new(browser).is_file()) else {
        eprintln!("WebKit's test browser is not installed: nothing to drive");
        return;
    };
    let desktop = Desktop::shared();
    let page = WebDriver::open(&desktop, &automated(&desktop, browser));
    page.go_to(&page_file(&desktop));
    let words = page.find("#words");

    words.type_text("好的，thanks");
    assert_eq!(words.value(), "好的，thanks");
    assert_eq!(page.find("#count").text(), "9");

    let _holder = desktop.clipboard().hold("謝謝您！");
    desktop.windows().wait_for("[Automation] A page").activate();
    words.click();
    desktop.keyboard().press("ctrl+a");
    desktop.keyboard().press("ctrl+v");
    wait_until("the pasted words", DEADLINE, || (words.value() == "謝謝您！").then_some(()));
    page.press(&[Key::CONTROL, "a"]);
    page.press(&[Key::DELETE]);
    assert_eq!(words.value(), "");
    page.screenshot("page-under-the-driver");
}

#[test]
fn a_hotkey_belongs_to_one_program_at_a_time() {
    let desktop = Desktop::builder().without_panel().without_notification_daemon().start();
    let mut taker = HotkeyTaker::take(&desktop).expect("nobody else is here");
    let mut neighbour = Neighbour::open(&desktop, "A neighbour");
    assert_eq!(HotkeyTaker::take(&desktop).err(), Some(HotkeyTaken));

    desktop.keyboard().press("ctrl+alt+space");
    desktop.keyboard().press("a");

    wait_until("the hotkey", DEADLINE, || (taker.presses() == 1).then_some(()));
    wait_until("the other key", DEADLINE, || neighbour.keys().last().filter(|&&key| key == 38).copied());
    drop(taker);
    assert!(HotkeyTaker::take(&desktop).is_ok());
}

#[test]
fn a_screen_can_be_two_monitors() {
    let (left, right) = (Rect::new(0, 0, 1280, 800), Rect::new(1280, 0, 1024, 768));
    let desktop =
        Desktop::builder().screen(2304, 800).monitors(&[left, right]).without_notification_daemon().start();
    assert_eq!(desktop.monitors(), [left, right]);
    assert_eq!(desktop.panel().area().width, left.width);
}

#[test]
fn nothing_of_a_desktop_outlives_it() {
    let desktop = Desktop::start();
    let folder = desktop.folder().to_owned();
    let mut daemon = desktop.command("setsid");
    daemon.args(["--fork", "sleep", "1000"]).stdout(Stdio::null());
    assert!(daemon.status().expect("setsid is installed").success());
    let before = desktop.processes();
    wait_until("the daemon", DEADLINE, || (!desktop.processes().running("sleep").is_empty()).then_some(()));
    for program in ["Xvfb", "dbus-daemon", "openbox", "xfce4-panel", "dunst"] {
        assert_eq!(before.running(program).len(), 1, "{program}: {before:?}");
    }

    drop(desktop);

    assert!(!folder.exists());
    let mark = folder.display().to_string();
    let left: Vec<_> =
        Processes::all().as_slice().iter().filter(|process| belongs(process, &mark)).cloned().collect();
    assert_eq!(left, []);
}

fn belongs(process: &Process, mark: &str) -> bool {
    let environment = fs::read(format!("/proc/{}/environ", process.pid)).unwrap_or_default();
    String::from_utf8_lossy(&environment).contains(mark)
}

fn notify_send(desktop: &Desktop, summary: &str, body: &str) -> Command {
    let mut command = desktop.command("notify-send");
    command.args([summary, body]);
    command
}

fn notify(desktop: &Desktop, summary: &str, body: &str) {
    let status = notify_send(desktop, summary, body).status();
    assert!(status.expect("notify-send is installed").success());
}

fn automated(desktop: &Desktop, browser: &str) -> Command {
    let mut command = desktop.command(browser);
    command.arg("--automation").env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    command
}

fn page_file(desktop: &Desktop) -> String {
    let page = desktop.folder().join("page.html");
    fs::write(&page, include_str!("../fixtures/page.html")).expect("the folder is ours");
    format!("file://{}", page.display())
}
