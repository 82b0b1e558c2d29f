//! The steps of a test run, cheapest first, and what each needs.

use std::fs;
use std::process::Command;

use super::count::Count;
use super::preparation::Need;
use super::vitest;
use crate::error::Error;
use crate::places::Places;
use crate::torture::{self, Length};
use crate::{deny, files, guards, process};

/// One part of the test run, which can be run alone.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) does: &'static str,
    pub(crate) needs: &'static [Need],
    pub(crate) run: fn(&Places) -> Result<Count, Error>,
}

/// Crates that build without system libraries, pages or a desktop.
const LIGHT: [&str; 4] = ["fencun-core", "fencun-store", "fencun-protocol", "xtask"];
const ACCEPTANCE: &str = "fencun-acceptance";
/// The test that compares the pages' types with ours is behind it.
const FEATURES: [&str; 2] = ["--features", "fencun-protocol/typescript"];

/// All of them, in the order they run.
pub(crate) const STEPS: &[Step] = &[
    Step { name: "fmt", does: "Rust is laid out by rustfmt", needs: &[], run: fmt },
    Step { name: "guards", does: "what must be absent is absent", needs: &[], run: guards::run },
    Step { name: "core", does: "tests of core, store, protocol and xtask", needs: &[], run: core },
    Step { name: "ui", does: "lint, types and tests of the pages", needs: &[Need::Packages], run: ui },
    Step {
        name: "clippy",
        does: "Rust without warnings",
        needs: &[Need::Libraries, Need::Pages],
        run: clippy,
    },
    Step {
        name: "programs",
        does: "tests of both programs and of what they ask of the desktop",
        needs: &[Need::Libraries, Need::Desktop, Need::Pages],
        run: programs,
    },
    Step {
        name: "torture",
        does: "what the store must survive, in short",
        needs: &[Need::Desktop],
        run: |places| torture::run(places, Length::Short),
    },
    Step { name: "deny", does: "licences, refused crates, sources", needs: &[Need::Deny], run: deny_step },
    Step {
        name: "acceptance",
        does: "the built programs on a desktop in a box",
        needs: &[Need::Libraries, Need::Desktop, Need::Pages, Need::Programs],
        run: acceptance,
    },
];

fn fmt(places: &Places) -> Result<Count, Error> {
    check("fmt", process::cargo(&places.root).args(["fmt", "--all", "--check"]))
}

fn clippy(places: &Places) -> Result<Count, Error> {
    let mut command = process::cargo(&places.root);
    command.args(["clippy", "--workspace", "--all-targets"]).args(FEATURES).args(["--", "-D", "warnings"]);
    check("clippy", &mut command)
}

fn deny_step(places: &Places) -> Result<Count, Error> {
    check("deny", &mut deny::command(places))
}

fn core(places: &Places) -> Result<Count, Error> {
    let mut command = process::cargo(&places.root);
    command.args(["test", "--no-fail-fast"]).args(FEATURES);
    for name in LIGHT {
        command.args(["--package", name]);
    }
    cargo_test("core", &mut command)
}

/// Everything that is not tested elsewhere, so that a new crate is tested without being listed here.
fn programs(places: &Places) -> Result<Count, Error> {
    let mut command = process::cargo(&places.root);
    command.args(["test", "--no-fail-fast", "--workspace", "--exclude", ACCEPTANCE]);
    for name in LIGHT {
        command.args(["--exclude", name]);
    }
    cargo_test("programs", &mut command)
}

fn acceptance(places: &Places) -> Result<Count, Error> {
    cargo_test(
        "acceptance",
        process::cargo(&places.root).args(["test", "--no-fail-fast", "--package", ACCEPTANCE]),
    )
}

fn ui(places: &Places) -> Result<Count, Error> {
    let mut count = Count::default();
    for script in ["lint", "check"] {
        let name = format!("ui {script}");
        println!("-- {name}");
        count += check(&name, process::npm(&places.ui()).args(["run", "--silent", script]))?;
    }
    count += page_tests(places)?;
    Ok(count)
}

fn page_tests(places: &Places) -> Result<Count, Error> {
    println!("-- ui test");
    let report = places.memory().join("vitest.json");
    let _ = fs::remove_file(&report); // An old report must not speak for this run.
    let mut command = process::npm(&places.ui());
    command.args(["run", "--silent", "test", "--", "--reporter=default", "--reporter=json"]);
    command.arg(format!("--outputFile.json={}", report.display()));
    let ended_well = process::follow(&mut command, |_| ())?;
    let count = files::read(&report).ok().and_then(|text| vitest::read(&text)).unwrap_or_default();
    Ok(count.closed("ui test", ended_well))
}

/// One check, passed or failed as a whole.
fn check(name: &str, command: &mut Command) -> Result<Count, Error> {
    Ok(Count::one(name, process::follow(command, |_| ())?))
}

/// The tests of one `cargo test`, counted one by one.
fn cargo_test(name: &str, command: &mut Command) -> Result<Count, Error> {
    let mut count = Count::default();
    let ended_well = process::follow(command, |line| count.read_cargo_line(line))?;
    Ok(count.closed(name, ended_well))
}
