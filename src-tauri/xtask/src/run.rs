//! `cargo xtask run`: from a fresh checkout to a running Fencun.

use std::process::ExitCode;

use crate::error::Error;
use crate::places::Places;
use crate::{pages, programs, system, toolchain};

/// Sets up, builds and starts. What only a person can install is asked for before anything takes long.
pub(crate) fn run(places: &Places, arguments: &[String]) -> Result<ExitCode, Error> {
    toolchain::check_rust()?;
    if pages::are_stale(places)? {
        toolchain::check_node()?;
    }
    system::ensure_libraries()?;
    pages::ensure_built(places)?;
    programs::build(places)?;
    programs::start(places, arguments)
}
