//! Installing packages on Debian and its relatives.

use std::process::Command;

use crate::error::Error;
use crate::{process, progress};

/// Installs these packages, as root or through sudo. Asks no questions.
pub(crate) fn install(packages: &[&str]) -> Result<(), Error> {
    let prefix = prefix(packages)?;
    let how = if prefix.is_empty() { "apt-get" } else { "sudo apt-get" };
    let what = format!("Installing with {how}: {} (about 1 minute)", packages.join(" "));
    progress::announced(&what, || {
        // A list that cannot be refreshed may still be good enough; if not, the next line fails and says so.
        if process::run_quietly(&mut apt(prefix, &["update"])).is_err() {
            eprintln!("  the package lists could not be refreshed; going on with them as they are");
        }
        let mut install = apt(prefix, &["install", "--yes", "--no-install-recommends"]);
        let failed = |_| Error::Packages(format!("{how} did not install the packages; it says why above"));
        process::run_quietly(install.args(packages)).map_err(failed)
    })
}

/// Nothing for root, else sudo; without sudo the person is told what to type.
fn prefix(packages: &[&str]) -> Result<&'static [&'static str], Error> {
    if process::answer(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0") {
        return Ok(&[]);
    }
    match process::find_program("sudo") {
        Some(_) => Ok(&["sudo"]),
        None => Err(Error::Packages(format!(
            "packages are missing and there is no sudo; as root, type `apt-get install {}`, then start again",
            packages.join(" ")
        ))),
    }
}

/// Through `env`, because sudo drops variables; waits for another apt instead of failing.
fn apt(prefix: &[&str], arguments: &[&str]) -> Command {
    let start = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"];
    let mut words = prefix.iter().chain(&start).chain(arguments);
    let mut command = Command::new(words.next().expect("`start` is not empty"));
    command.args(words);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(prefix: &[&str], expected: &str) {
        let command = apt(prefix, &["update"]);
        let words: Vec<_> = std::iter::once(command.get_program())
            .chain(command.get_args())
            .map(|word| word.to_string_lossy())
            .collect();
        assert_eq!(words.join(" "), expected);
    }

    #[test]
    fn apt_is_never_asked_to_ask() {
        check(&[], "env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 update");
        check(
            &["sudo"],
            "sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 update",
        );
    }
}
