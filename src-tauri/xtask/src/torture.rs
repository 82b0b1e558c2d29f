//! `cargo xtask torture`: what the store must survive. Each part prints its counts; anything lost is a failure.

use std::process::{Command, ExitCode};

use crate::error::Error;
use crate::places::Places;
use crate::test::Count;
use crate::{process, system, toolchain};

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// A part of every test run.
    Short,
    /// What a release must survive.
    Long,
}

impl Length {
    fn word(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Long => "long",
        }
    }
}

/// One kind of torture.
struct Part {
    name: &'static str,
    command: fn(&Places, Length) -> Command,
}

const PARTS: [Part; 8] = [
    Part { name: "kill", command: |places, length| store(places, "kill", length) },
    Part { name: "errno", command: |places, length| store(places, "errno", length) },
    Part { name: "writers", command: |places, length| store(places, "writers", length) },
    Part { name: "outside", command: |places, length| store(places, "outside", length) },
    Part { name: "power cuts", command: power_cuts },
    Part { name: "merge", command: merge },
    Part { name: "fuzz", command: |places, length| store(places, "fuzz", length) },
    Part { name: "fuzz hotkey and mail link", command: fuzz_texts },
];

/// Runs all of it at length.
pub(crate) fn torture(places: &Places) -> Result<ExitCode, Error> {
    toolchain::check_rust()?;
    system::ensure_desktop()?;
    let count = run(places, Length::Long)?;
    println!("{} passed, {} failed", count.passed, count.failed);
    for failure in &count.failures {
        println!("failed: {failure}");
    }
    Ok(if count.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs every part; each is passed or failed as a whole.
pub(crate) fn run(places: &Places, length: Length) -> Result<Count, Error> {
    let mut count = Count::default();
    for part in &PARTS {
        println!("-- {}", part.name);
        count += Count::one(part.name, process::follow(&mut (part.command)(places, length), |_| ())?);
    }
    Ok(count)
}

fn store(places: &Places, what: &str, length: Length) -> Command {
    let mut command = process::cargo(&places.root);
    command.args(["run", "--quiet", "--package", "fencun-store", "--example", "store-torture", "--"]);
    command.args([what, length.word()]);
    command
}

fn fuzz_texts(places: &Places, length: Length) -> Command {
    let mut command = process::cargo(&places.root);
    command.args(["run", "--quiet", "--package", "fencun-desktop", "--example", "text-fuzz", "--"]);
    command.arg(length.word());
    command
}

/// An in-memory disk that drops, reorders and tears what was not synced.
fn power_cuts(places: &Places, length: Length) -> Command {
    let mut command = unit_tests(places, "powercut");
    command.env("FENCUN_POWER_CUTS", if length == Length::Long { "10000" } else { "300" });
    command
}

/// Nothing vanishes, twice is once, equal edits are no conflict.
fn merge(places: &Places, length: Length) -> Command {
    let mut command = unit_tests(places, "merge");
    command.env("PROPTEST_CASES", if length == Length::Long { "20000" } else { "500" });
    command
}

fn unit_tests(places: &Places, filter: &str) -> Command {
    let mut command = process::cargo(&places.root);
    command.args(["test", "--package", "fencun-store", "--lib", filter, "--", "--nocapture"]);
    command
}
