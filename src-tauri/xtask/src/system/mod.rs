//! What the operating system must have: WebKit's headers to build, a desktop in a box to test.

mod apt;
mod desktop;
mod distribution;
mod libraries;

use std::env;

use crate::error::Error;
use distribution::Family;

/// Finds missing libraries and compilers; installs them where it can, else says how.
pub(crate) fn ensure_libraries() -> Result<(), Error> {
    if env::consts::OS != "linux" {
        return Ok(()); // Windows and macOS bring the web view with them.
    }
    let missing = libraries::missing();
    if missing.is_empty() {
        return Ok(());
    }
    match Family::of_this_machine() {
        Family::Debian => apt::install(&libraries::packages(&missing, Family::Debian)),
        other => Err(libraries::advice(&missing, other)),
    }
}

/// Finds what the desktop tests need and is missing; installs it where it can, else says what it is.
pub(crate) fn ensure_desktop() -> Result<(), Error> {
    if env::consts::OS != "linux" {
        return Err(Error::Packages("the desktop tests run on Linux only".to_owned()));
    }
    match Family::of_this_machine() {
        Family::Debian => match desktop::missing_packages()? {
            missing if missing.is_empty() => Ok(()),
            missing => apt::install(&missing),
        },
        _ => desktop::check_programs(),
    }
}

/// Finds the programs that benches measure us beside; each is the package of its name on Debian.
pub(crate) fn ensure_peers(names: &[&'static str]) -> Result<(), Error> {
    if Family::of_this_machine() != Family::Debian {
        return desktop::check_these("the benches", names);
    }
    match desktop::missing_among(names)? {
        missing if missing.is_empty() => Ok(()),
        missing => apt::install(&missing),
    }
}
