//! How well and how fast the check reads: precision and recall of every rule over the labelled messages, and the time
//! for one phrase. Ends with 1 if a rule is under nine in ten, or a phrase takes a millisecond.
#![allow(clippy::print_stdout, reason = "the table is what this is for")]
#![allow(clippy::disallowed_methods, reason = "a bench is there to look at the clock")]

#[path = "../tests/labelled/mod.rs"]
mod labelled;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use fencun_core::check::{Context, check};
use labelled::Case;

/// Above this the editor would feel it on every key.
const LIMIT: Duration = Duration::from_millis(1);
const ROUNDS: usize = 20;

fn main() -> ExitCode {
    let cases = labelled::cases();
    let measured = labelled::measure(&cases);
    measured.print();
    let mut shortcomings = measured.shortcomings();
    let times = times(&cases);
    let (median, late) = (times[times.len() / 2], times[times.len() * 99 / 100]);
    println!("time for one phrase: median {} µs, p99 {} µs", median.as_micros(), late.as_micros());
    if late > LIMIT {
        shortcomings.push(format!("one phrase in a hundred takes more than {} µs", LIMIT.as_micros()));
    }
    shortcomings.iter().for_each(|line| println!("short of the mark: {line}"));
    if shortcomings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// From the fastest to the slowest.
fn times(cases: &[Case]) -> Vec<Duration> {
    let once = |case: &Case| {
        let start = Instant::now();
        std::hint::black_box(check(std::hint::black_box(&case.phrase), &Context::default()));
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..ROUNDS).flat_map(|_| cases.iter().map(once)).collect();
    times.sort_unstable();
    times
}
