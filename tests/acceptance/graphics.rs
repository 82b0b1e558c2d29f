//! The pages are drawn without a graphics driver, where WebKit can do so; where it cannot, with one.

use std::fs;
use std::process::Command;

use support::*;

use crate::at_home::*;

const PALETTE: &str = "Fencun palette";
const LIBRARY: &str = "libfencun_no_graphics.so";

/// Where the drivers of Mesa lie, and of others.
const DRIVERS: [&str; 4] = ["_dri.so", "libgallium", "libLLVM", "libEGL_nvidia"];

/// Only with this WebKit it has been tried.
fn is_tried() -> bool {
    let asked = Command::new("pkg-config").args(["--modversion", "webkit2gtk-4.1"]).output();
    asked.expect("it builds the window program").stdout.starts_with(b"2.50.")
}

/// What the process that draws the palette has loaded.
fn loaded(desktop: &Desktop) -> Option<String> {
    let processes = desktop.processes();
    let page = processes.running("WebKitWebProcess").first().copied()?.pid;
    fs::read_to_string(format!("/proc/{page}/maps")).ok()
}

#[track_caller]
fn wait_until_drawn(desktop: &Desktop) {
    let palette = desktop.windows().wait_for_active(PALETTE);
    wait_until("it to be drawn", DEADLINE, || (palette.colours() > 8).then_some(()));
}

#[test]
fn the_palette_is_drawn_without_a_driver() {
    let desktop = Desktop::start();
    let app = started_with(&desktop, &[phrase("one", "alpha", "words of alpha")]);
    let _ = app.command(&["open", "palette"]).done();
    wait_until_drawn(&desktop);
    let loaded = loaded(&desktop).expect("it has drawn");
    assert_eq!(loaded.contains(LIBRARY), is_tried());
    assert_eq!(DRIVERS.iter().any(|driver| loaded.contains(driver)), !is_tried());
}

#[test]
fn it_is_drawn_with_a_driver_where_it_cannot_be_without() {
    let desktop = Desktop::start();
    let app = App::new(&desktop);
    app.write("config/settings.toml", PROFILE);
    let alone = desktop.folder().join("alone");
    fs::create_dir(&alone).expect("the folder is ours");
    for program in ["fencun", "fencun-window"] {
        fs::copy(app.program(program).get_program(), alone.join(program)).expect("the program is built");
    }
    fs::write(alone.join(LIBRARY), "no library").expect("the folder is ours");
    let program = |arguments: &[&str]| {
        let mut command = desktop.command(alone.join("fencun"));
        command.arg("--home").arg(app.home()).args(arguments);
        command
    };
    let _resident = desktop.spawn(program(&["--background"]));
    app.wait_until_answering();

    // The first time its page dies before it says a word, and is not spared the driver again.
    wait_until("it to be drawn all the same", DEADLINE, || {
        let _ = desktop.run(program(&["open", "palette"]));
        let drawn = || desktop.windows().titled(PALETTE).filter(|palette| palette.colours() > 8).map(|_| ());
        try_wait_until("it to be drawn", DEADLINE / 10, drawn).ok()
    });

    assert!(loaded(&desktop).expect("it has drawn").contains(DRIVERS[0]));
    assert_eq!(fs::exists(app.home().join("state/webview/needs-graphics")).ok(), Some(is_tried()));
}
