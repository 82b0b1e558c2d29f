//! What building needs from the system, and its packages' names on each family of Linux.

use std::process::{Command, Stdio};

use super::distribution::Family;
use crate::error::Error;
use crate::process;

/// A library or program that building needs.
#[derive(Debug)]
pub(crate) struct Requirement {
    name: &'static str,
    debian: &'static str,
    fedora: &'static str,
    arch: &'static str,
    suse: &'static str,
}

const PROGRAMS: [Requirement; 2] = [
    Requirement { name: "cc", debian: "gcc libc6-dev", fedora: "gcc", arch: "gcc", suse: "gcc" },
    Requirement {
        name: "pkg-config",
        debian: "pkg-config",
        fedora: "pkgconf-pkg-config",
        arch: "pkgconf",
        suse: "pkgconf-pkg-config",
    },
];

/// By the names of pkg-config; it answers for what each of them requires in turn.
const LIBRARIES: [Requirement; 2] = [
    Requirement {
        name: "webkit2gtk-4.1",
        debian: "libwebkit2gtk-4.1-dev",
        fedora: "webkit2gtk4.1-devel",
        arch: "webkit2gtk-4.1",
        suse: "pkgconfig(webkit2gtk-4.1)",
    },
    Requirement {
        name: "gtk+-3.0",
        debian: "libgtk-3-dev",
        fedora: "gtk3-devel",
        arch: "gtk3",
        suse: "pkgconfig(gtk+-3.0)",
    },
];

/// What is not there. Without pkg-config nobody can tell, so then every library counts as missing.
pub(crate) fn missing() -> Vec<&'static Requirement> {
    let mut missing: Vec<_> =
        PROGRAMS.iter().filter(|program| process::find_program(program.name).is_none()).collect();
    if !exist(&LIBRARIES.each_ref()) {
        missing.extend(LIBRARIES.iter().filter(|library| !exist(&[library])));
    }
    missing
}

/// The packages that bring them, each once.
pub(crate) fn packages(missing: &[&Requirement], family: Family) -> Vec<&'static str> {
    missing.iter().flat_map(|one| one.package(family).split_whitespace()).collect()
}

/// What to type where this program does not install by itself.
pub(crate) fn advice(missing: &[&Requirement], family: Family) -> Error {
    let names: Vec<_> = missing.iter().map(|one| one.name).collect();
    let names = names.join(", ");
    let installer = match family {
        Family::Debian => "apt-get install",
        Family::Fedora => "dnf install",
        Family::Arch => "pacman -S --needed",
        Family::Suse => "zypper install",
        Family::Other => {
            return Error::Packages(format!(
                "missing: {names}; install their development packages, then start again"
            ));
        }
    };
    let packages: Vec<_> = packages(missing, family).into_iter().map(quoted).collect();
    Error::Packages(format!(
        "missing: {names}; install them with `sudo {installer} {}`, then start again",
        packages.join(" ")
    ))
}

impl Requirement {
    fn package(&self, family: Family) -> &'static str {
        match family {
            Family::Debian => self.debian,
            Family::Fedora => self.fedora,
            Family::Arch => self.arch,
            Family::Suse => self.suse,
            Family::Other => self.name,
        }
    }
}

fn exist(libraries: &[&Requirement]) -> bool {
    let names = libraries.iter().map(|library| library.name);
    let asked = Command::new("pkg-config")
        .arg("--exists")
        .args(names)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .status();
    asked.is_ok_and(|status| status.success())
}

/// Brackets mean something to a shell.
fn quoted(package: &str) -> String {
    if package.contains('(') { format!("'{package}'") } else { package.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(family: Family, expected: &str) {
        let missing = [&PROGRAMS[1], &LIBRARIES[0]];
        assert_eq!(advice(&missing, family).to_string(), expected);
    }

    #[test]
    fn each_family_is_told_its_own_packages() {
        check(
            Family::Fedora,
            "missing: pkg-config, webkit2gtk-4.1; install them with \
             `sudo dnf install pkgconf-pkg-config webkit2gtk4.1-devel`, then start again",
        );
        check(
            Family::Arch,
            "missing: pkg-config, webkit2gtk-4.1; install them with \
             `sudo pacman -S --needed pkgconf webkit2gtk-4.1`, then start again",
        );
        check(
            Family::Suse,
            "missing: pkg-config, webkit2gtk-4.1; install them with \
             `sudo zypper install pkgconf-pkg-config 'pkgconfig(webkit2gtk-4.1)'`, then start again",
        );
        check(
            Family::Other,
            "missing: pkg-config, webkit2gtk-4.1; install their development packages, then start again",
        );
    }

    #[test]
    fn a_compiler_on_debian_is_two_packages() {
        assert_eq!(packages(&[&PROGRAMS[0]], Family::Debian), ["gcc", "libc6-dev"]);
    }

    #[test]
    fn a_library_that_nobody_has_does_not_exist() {
        let made_up = Requirement { name: "no-such-library-9", debian: "", fedora: "", arch: "", suse: "" };
        assert!(!exist(&[&made_up]));
    }
}
