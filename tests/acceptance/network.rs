//! Nothing leaves the machine: neither program, nor any process of theirs, ever makes a socket for the network.

use support::*;

use crate::at_home::*;

const PALETTE: &str = "Fencun palette";
const SETTINGS: &str = "Fencun settings";

/// By chat and by email, so that both ways to give words are gone.
fn two() -> [String; 2] {
    let by_mail = phrase("letter", "beta", "words of beta").replace("\"chat\"", "\"email\"");
    [phrase("one", "alpha", "words of alpha"), by_mail]
}

#[test]
fn neither_program_makes_a_network_socket_in_a_whole_use() {
    let desktop = Desktop::start();
    let mail = MailProgram::new(&desktop);
    let app = App::new(&desktop).env("PATH", mail.path());
    app.write("config/settings.toml", &format!("{PROFILE}{MY_CULTURE}"));
    app.write("data/library/own.toml", &pack(&two()));
    let mut resident = app.program("fencun");
    resident.arg("--background");
    let mut resident = Trace::start(&desktop, &resident);
    app.wait_until_answering();

    use_everything(&desktop, &app, &mail);
    let mut listing = app.program("fencun");
    listing.arg("list");
    let mut listing = Trace::start(&desktop, &listing);
    assert!(listing.program.wait(DEADLINE).success());
    app.icon().click(&["Quit"]);
    resident.program.wait(DEADLINE);

    let seen = resident.lines().concat();
    for who in ["fencun", "fencun-window", "WebKitWebProces", "WebKitNetworkPr"] {
        assert!(seen.contains(&format!("<{who}>")), "{who} was traced");
    }
    println!(
        "sockets of the running app: {:?}; of the command line: {:?}",
        resident.families(),
        listing.families()
    );
    assert!(resident.families().contains_key("AF_UNIX"));
    assert_eq!(resident.network(), [""; 0]);
    assert_eq!(listing.network(), [""; 0]);
}

/// Everything a person does in a day, by tray, hotkey, keyboard and mouse.
#[track_caller]
fn use_everything(desktop: &Desktop, app: &App<'_>, mail: &MailProgram) {
    let keyboard = desktop.keyboard();
    click(&app.icon(), "alpha");
    desktop.clipboard().wait_for_text("words of alpha");
    let open = || {
        keyboard.press("ctrl+alt+space");
        desktop.windows().wait_for_active(PALETTE)
    };
    let palette = open();
    wait_until("it to be drawn", DEADLINE, || (palette.colours() > 8).then_some(()));
    keyboard.type_text("beta");
    keyboard.press("Return");
    assert_eq!(mail.wait_for_letter().len(), 1);
    desktop.windows().wait_for_none(PALETTE);
    open();
    keyboard.type_text("alpha");
    keyboard.press("ctrl+e");
    let settings = desktop.windows().wait_for_active(SETTINGS);
    edit_title(desktop, app, settings);
    settings.close();
    desktop.windows().wait_for_none(SETTINGS);
}

/// Writes into the title, which is at the top of the middle column.
#[track_caller]
fn edit_title(desktop: &Desktop, app: &App<'_>, settings: Window<'_>) {
    wait_until("the changed title", DEADLINE, || {
        let area = settings.area()?;
        desktop.pointer().click((area.x + area.width * 2 / 5, area.y + 90));
        desktop.keyboard().press("End");
        desktop.keyboard().type_text("x");
        let saved = || {
            let title = app.command(&["show", "one", "--json"]).json()["title"].clone();
            title.as_str().filter(|title| title.starts_with("alphax")).map(str::to_owned)
        };
        try_wait_until("it to be saved", DEADLINE / 10, saved).ok()
    });
}

#[test]
fn a_network_socket_would_be_seen() {
    let desktop =
        Desktop::builder().without_panel().without_notification_daemon().without_window_manager().start();
    let mut command = desktop.command("python3");
    command.args(["-c", "import os, socket\nif os.fork() == 0: socket.socket()\nelse: os.wait()"]);

    let mut trace = Trace::start(&desktop, &command);
    trace.program.wait(DEADLINE);

    assert_eq!(trace.network().len(), 1, "{:?}", trace.lines());
}
