//! Homes of Fencun for the bench: with a profile, so that no phrase asks for anything, and the shipped phrases.

use support::{App, Desktop};

const PROFILE: &str = "[profile]\nname = \"Anna Weber\"\nemail = \"anna@example.com\"\ncompany = \"Weber AG\"\n\
    deputy = \"Max Braun\"\ndeputy_email = \"max@example.com\"\nhours = \"09:00-18:00\"\ntime_zone = \"Europe/Berlin\"\n";

/// A home whose windows stay warm for as long as they do when nothing is set.
pub(crate) fn usual(desktop: &Desktop) -> App<'_> {
    with(desktop, "")
}

/// A home whose window program ends as soon as its window is hidden.
pub(crate) fn that_keeps_nothing_warm(desktop: &Desktop) -> App<'_> {
    with(desktop, "\n[behaviour]\nkeep_warm_minutes = 0\n")
}

fn with<'d>(desktop: &'d Desktop, behaviour: &str) -> App<'d> {
    let app = App::new(desktop);
    app.write("config/settings.toml", &format!("{PROFILE}{behaviour}"));
    app
}
