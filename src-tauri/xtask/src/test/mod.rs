//! `cargo xtask test`: all that CI runs, going on after a failure, with one count at the end.

mod count;
mod preparation;
mod report;
mod steps;
mod vitest;

use std::process::ExitCode;
use std::time::Instant;

use crate::error::Error;
use crate::places::Places;
use crate::toolchain;
pub(crate) use count::Count;
use preparation::Preparation;
use report::Report;
use steps::{STEPS, Step};

/// Runs every step, or those of these names; fails if anything in them failed.
pub(crate) fn test(places: &Places, names: &[String]) -> Result<ExitCode, Error> {
    let chosen = choose(names)?;
    toolchain::check_rust()?;
    let mut preparation = Preparation::new(places);
    let mut report = Report::default();
    for step in chosen {
        let start = Instant::now();
        let ready = step.needs.iter().all(|need| preparation.ensure(*need));
        report.add_set_up(start.elapsed());
        let start = Instant::now();
        let count =
            if ready { take(step, places) } else { Count::crashed(&format!("{}: not set up", step.name)) };
        report.add(step.name, start.elapsed(), count);
    }
    println!("{report}");
    Ok(if report.failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn choose(names: &[String]) -> Result<Vec<&'static Step>, Error> {
    if names.is_empty() {
        return Ok(STEPS.iter().collect());
    }
    names.iter().map(|name| find(name)).collect()
}

fn find(name: &str) -> Result<&'static Step, Error> {
    STEPS.iter().find(|step| step.name == name).ok_or_else(|| {
        let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        Error::Usage(format!("there is no step `{name}`; there are {}", known.join(", ")))
    })
}

fn take(step: &Step, places: &Places) -> Count {
    println!("\n== {}: {}", step.name, step.does);
    (step.run)(places).unwrap_or_else(|error| {
        println!("error: {error}");
        Count::crashed(step.name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_chosen_by_name_and_all_without_one() {
        assert_eq!(choose(&[]).expect("all").len(), STEPS.len());
        let chosen = choose(&["guards".to_owned(), "fmt".to_owned()]).expect("both exist");
        assert_eq!(chosen.iter().map(|step| step.name).collect::<Vec<_>>(), ["guards", "fmt"]);
        let error = choose(&["format".to_owned()]).map(|_| ()).expect_err("no such step");
        assert!(error.to_string().contains("fmt, guards"), "{error}");
    }
}
