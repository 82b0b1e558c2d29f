//! A desktop in a box for the acceptance tests: X server, window manager, panel, notifications, input methods, fonts.

use std::process::Command;

use crate::error::Error;
use crate::process;

/// By Debian's names. Without recommended packages each must be named.
const PACKAGES: [&str; 31] = [
    "adwaita-icon-theme",
    "at-spi2-core",
    "dbus",
    "dbus-x11",
    "dunst",
    "fcitx5",
    "fcitx5-chewing",
    "fcitx5-chinese-addons",
    "fcitx5-frontend-gtk3",
    "fonts-noto-cjk",
    "fonts-noto-core",
    "ibus",
    "ibus-chewing",
    "ibus-gtk3",
    "ibus-libpinyin",
    "imagemagick",
    "libglib2.0-bin",
    "libnotify-bin",
    "openbox",
    "procps",
    "python3",
    "strace",
    "webkit2gtk-driver",
    "wmctrl",
    "x11-utils",
    "x11-xkb-utils",
    "x11-xserver-utils",
    "xclip",
    "xdotool",
    "xterm",
    "xvfb",
];
/// A panel that shows tray icons, with the settings daemon it will not start without.
const PANEL: [&str; 2] = ["xfce4-panel", "xfconf"];

/// What to look for where there is no dpkg to ask.
const PROGRAMS: [&str; 16] = [
    "Xvfb",
    "WebKitWebDriver",
    "dbus-daemon",
    "dunst",
    "fcitx5",
    "ibus-daemon",
    "import",
    "openbox",
    "python3",
    "strace",
    "wmctrl",
    "xclip",
    "xdotool",
    "xfce4-panel",
    "xprop",
    "xterm",
];

/// The packages of the desktop that dpkg does not count as installed.
pub(crate) fn missing_packages() -> Result<Vec<&'static str>, Error> {
    let wanted: Vec<_> = PACKAGES.into_iter().chain(PANEL).collect();
    missing_among(&wanted)
}

/// Those of these packages that dpkg does not count as installed.
pub(crate) fn missing_among(wanted: &[&'static str]) -> Result<Vec<&'static str>, Error> {
    let mut ask = Command::new("dpkg-query");
    ask.args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"]).args(wanted);
    // It ends with 1 when it does not know a name, and still lists the others.
    let output = ask.output().map_err(|source| Error::Start { program: "dpkg-query".to_owned(), source })?;
    Ok(not_installed(wanted, &String::from_utf8_lossy(&output.stdout)))
}

/// Elsewhere a person installs them: says which programs are not on the PATH.
pub(crate) fn check_programs() -> Result<(), Error> {
    check_these("the desktop tests", &PROGRAMS)
}

/// Says which of these programs are not on the PATH, and who needs them.
pub(crate) fn check_these(who: &str, programs: &[&str]) -> Result<(), Error> {
    let is_missing = |name: &&str| process::find_program(name).is_none();
    let missing: Vec<_> = programs.iter().copied().filter(is_missing).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Error::Packages(format!("{who} need these programs: {}; install them first", missing.join(", "))))
}

fn not_installed(wanted: &[&'static str], said: &str) -> Vec<&'static str> {
    let installed = |name: &str| said.lines().any(|line| line.split_once(' ') == Some((name, "installed")));
    wanted.iter().copied().filter(|name| !installed(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_wholly_installed_counts() {
        let said = "xvfb installed\nopenbox config-files\nxfconf installed\n";
        assert_eq!(not_installed(&["xvfb", "openbox", "xfconf", "dunst"], said), ["openbox", "dunst"]);
    }
}
