//! Notifications: what they carry, and the real daemon that shows them.

use std::collections::HashMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use zbus::zvariant::OwnedValue;

use crate::desktop::Desktop;
use crate::wait::{DEADLINE, wait_until};

/// The name on the bus that shows notifications.
pub(crate) const DAEMON: &str = "org.freedesktop.Notifications";

/// A notification as a daemon received it.
#[derive(Clone, Debug)]
pub struct Notification {
    /// Its number.
    pub id: u32,
    /// The program that sent it.
    pub app_name: String,
    /// The number of the one it takes the place of, or zero.
    pub replaces: u32,
    /// The name or path of its icon.
    pub icon: String,
    /// Its first line.
    pub summary: String,
    /// The rest.
    pub body: String,
    /// Keys and labels of its buttons, in turn.
    pub actions: Vec<String>,
    /// Further wishes, such as `transient`.
    pub hints: HashMap<String, OwnedValue>,
    /// How long it is to stay, in milliseconds; -1 leaves it to the daemon.
    pub timeout: i32,
}

impl Notification {
    /// Whether it asks not to be kept.
    #[must_use]
    pub fn transient(&self) -> bool {
        self.hints.get("transient").and_then(|value| bool::try_from(value).ok()).unwrap_or(false)
    }
}

impl Desktop {
    /// What the real daemon was asked to show so far: the program, the first line, the rest.
    #[must_use]
    pub fn notifications(&self) -> Vec<[String; 3]> {
        let log = fs::read_to_string(record_of(self)).unwrap_or_default();
        let entries = log.split_terminator('\u{1e}');
        entries
            .filter_map(|entry| <[&str; 3]>::try_from(entry.split('\u{1f}').collect::<Vec<_>>()).ok())
            .map(|fields| fields.map(str::to_owned))
            .collect()
    }

    /// Waits until the real daemon was asked to show one with this first line; the answer is the rest.
    #[track_caller]
    pub fn wait_for_notification(&self, summary: &str) -> String {
        let what = format!("a notification {summary:?}");
        wait_until(&what, DEADLINE, || {
            self.notifications().into_iter().rfind(|[_, first, _]| first == summary).map(|[_, _, body]| body)
        })
    }
}

/// How the real daemon is started: it shows what comes and notes it down.
pub(crate) fn command(desktop: &Desktop) -> Command {
    let folder = desktop.folder();
    let script = folder.join("note-down.sh");
    let settings = folder.join("dunstrc");
    // One write for each entry, so that two never mix.
    let note = format!(
        "#!/bin/sh\nprintf '%s\\037%s\\037%s\\036' \"$DUNST_APP_NAME\" \"$DUNST_SUMMARY\" \"$DUNST_BODY\" >> '{}'\n",
        record_of(desktop).display()
    );
    write_program(&script, &note);
    let rule = format!("[note-down]\nsummary = \"*\"\nscript = {}\n", script.display());
    fs::write(&settings, format!("[global]\nfollow = none\n{rule}")).expect("the folder is ours");
    let mut command = desktop.command("dunst");
    command.arg("-conf").arg(settings);
    command
}

fn record_of(desktop: &Desktop) -> PathBuf {
    desktop.folder().join("log/notifications")
}

fn write_program(file: &Path, text: &str) {
    fs::write(file, text).expect("the folder is ours");
    fs::set_permissions(file, fs::Permissions::from_mode(0o755)).expect("the folder is ours");
}
