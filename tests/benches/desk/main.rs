//! `cargo xtask bench desk`: how fast and how light Fencun is on a desktop in a box, beside CopyQ, AutoKey and rofi in the same run.
//!
//! What is compared takes turns, so that whatever else the machine does disturbs both. A figure over its limit is a finding and
//! not a failure: the table says so. `--rounds N`, `--seconds N` and `--only starts|openings|clicks` shorten a run; `--write` puts
//! the table into the README.
#![allow(clippy::panic, reason = "a step that cannot be done ends the run, at its line")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the table is what this is for")]

mod arguments;
mod clicks;
mod display;
mod figures;
mod homes;
mod openings;
mod pixels;
mod readme;
mod rest;
mod selection;
mod starts;
mod table;

use support::Desktop;

use arguments::Arguments;
use table::Table;

fn main() {
    let arguments = Arguments::parse(std::env::args().skip(1));
    let desktop = Desktop::start();
    let mut table = Table::default();
    let peers = arguments.wants("starts").then(|| starts::measure(&desktop, &arguments, &mut table));
    if arguments.wants("openings") {
        openings::measure(&desktop, &arguments, peers, &mut table);
    }
    if arguments.wants("clicks") {
        clicks::measure(&desktop, &arguments, &mut table);
    }
    println!("{table}");
    if arguments.write {
        readme::write(&table.to_string());
    }
}
