//! cargo-deny, which checks licences, refused crates and sources by `deny.toml`; built once for this project.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::error::Error;
use crate::places::Places;
use crate::{process, progress};

const VERSION: &str = "0.20.2";

/// Fetches cargo-deny into `target/tools` unless it is there.
pub(crate) fn ensure(places: &Places) -> Result<(), Error> {
    let tools = places.tools();
    let installed = fs::read_to_string(tools.join(".crates.toml")).unwrap_or_default();
    if installed.contains(&format!("cargo-deny {VERSION} ")) {
        return Ok(());
    }
    progress::announced("Building cargo-deny for the licence check (about 1 minute, once)", || {
        let mut install = process::cargo(&places.root);
        install
            .args(["install", "cargo-deny", "--version", VERSION, "--locked", "--quiet", "--root"])
            .arg(&tools);
        // It runs for seconds, so a quick build matters more than quick code.
        install.args(["--profile", "dev"]).env("CARGO_PROFILE_DEV_DEBUG", "false");
        process::run(&mut install)
    })
}

/// The check itself. Advisories need a database, so they are read only where one has been fetched.
pub(crate) fn command(places: &Places) -> Command {
    let mut command = Command::new(places.tools().join("bin/cargo-deny"));
    command.current_dir(&places.root).args(["--log-level", "warn", "check"]);
    if advisories_at_hand() {
        command.arg("--disable-fetch").arg("advisories");
    } else {
        eprintln!(
            "no advisory database at hand: advisories are not checked (`cargo deny fetch db` gets one)"
        );
    }
    command.args(["bans", "licenses", "sources"]);
    command
}

fn advisories_at_hand() -> bool {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    home.and_then(|home| fs::read_dir(home.join("advisory-dbs")).ok())
        .is_some_and(|mut found| found.next().is_some())
}
