//! How fast a key is answered, from 1 000 to 1 000 000 phrases, and beside `fzf --filter` on the same lines.
//!
//! `cargo xtask bench search`; `--quick` as an argument of the bench leaves out the largest library.

#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench reads the clock and files, asks fzf, and prints"
)]

mod growth;
mod library;
mod queries;
mod rival;

use std::time::{Duration, Instant};

use fencun_core::search::{Filter, Index, Query, Usage};
use fencun_core::{Audience, CultureId, Language, Library, Rank};

/// So many rows the palette draws.
const LIMIT: usize = 60;

/// What was measured in one library.
struct Row {
    phrases: usize,
    build: Duration,
    mebibytes: f64,
    median: Duration,
    p99: Duration,
    slowest: (Duration, String),
}

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let sizes: &[usize] =
        if quick { &[1_000, 2_000, 10_000, 100_000] } else { &[1_000, 2_000, 10_000, 100_000, 1_000_000] };
    println!("| phrases | index built in | index | key to results, median | p99 | slowest |");
    println!("| --- | --- | --- | --- | --- | --- |");
    let mut rows = Vec::new();
    let mut beside = Vec::new();
    for &size in sizes {
        let files = library::files(size);
        let (library, _) = Library::from_files(&files);
        drop(files);
        let row = measure(&library);
        println!("{}", told(&row));
        if matches!(size, 2_000 | 100_000) {
            beside.extend(rival::compare(&library, row.median, row.p99));
        }
        rows.push(row);
    }
    beside.iter().for_each(|line| println!("{line}"));
    if !quick {
        growth::draw(&rows.iter().map(|row| (row.phrases, row.median, row.p99)).collect::<Vec<_>>());
    }
}

fn measure(library: &Library) -> Row {
    let start = Instant::now();
    let index = Index::new(library);
    let build = start.elapsed();
    let audience = Audience {
        culture: CultureId::new("taiwan"),
        rank: Rank::Senior,
        language: Language::new("zh-Hant-TW"),
    };
    let (reader, filter, usage) = (Language::new("en"), Filter::default(), Usage::default());
    let mut times: Vec<(Duration, String)> = Vec::new();
    for key in queries::keys() {
        let query = Query {
            text: &key,
            reader: &reader,
            audience: &audience,
            filter: &filter,
            usage: &usage,
            favourites: &[],
            reasons: &[],
        };
        // The middle of five: the machine's other work is not the search's.
        let mut five = [(); 5].map(|()| {
            let start = Instant::now();
            std::hint::black_box(index.search(library, query, LIMIT));
            start.elapsed()
        });
        five.sort();
        times.push((five[2], key));
    }
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize].0;
    Row {
        phrases: library.entries().len(),
        build,
        mebibytes: index.memory() as f64 / 1_048_576.0,
        median: at(0.5),
        p99: at(0.99),
        slowest: times.last().cloned().expect("there are queries"),
    }
}

fn told(row: &Row) -> String {
    let Row { phrases, build, mebibytes, median, p99, slowest } = row;
    format!(
        "| {phrases} | {:.0} ms | {mebibytes:.1} MiB | {:.2} ms | {:.2} ms | {:.2} ms (`{}`) |",
        ms(*build),
        ms(*median),
        ms(*p99),
        ms(slowest.0),
        slowest.1
    )
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
