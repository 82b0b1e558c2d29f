//! Nobody else may read what is written, whatever the umask is. It is the process's, so this test has one of its own.

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use fencun_core::PhraseId;
use fencun_store::SettingValue;
use rustix::fs::Mode;
use support::{Home, phrase};

fn everything(folder: &Path) -> Vec<(PathBuf, u32)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("readable").flatten() {
        let mode = entry.metadata().expect("it is there").permissions().mode() & 0o7777;
        found.push((entry.path(), mode));
        if entry.path().is_dir() {
            found.extend(everything(&entry.path()));
        }
    }
    found
}

#[test]
fn nobody_else_may_read_what_is_written() {
    for umask in [0o000, 0o022, 0o077, 0o277, 0o777] {
        let home = Home::new();
        let before = rustix::process::umask(Mode::from_raw_mode(umask));
        home.add("a", "one");
        home.store().save_phrase(&phrase("a", "two"), None, "edit").expect("saved");
        home.store().set_favourite(&PhraseId::new("a"), true).expect("saved");
        home.store().set_setting("profile.name", &SettingValue::Text("Anna".into())).expect("saved");
        home.store().save_draft("a", "words").expect("kept");
        home.store().change_state(|state| state.copied(&PhraseId::new("a"))).expect("saved");
        rustix::process::umask(before);
        let all = everything(&home.path(""));
        assert!(all.len() > 12, "{all:?}");
        assert_eq!(home.leftovers(), Vec::<String>::new());
        for (path, mode) in all {
            assert_eq!(
                mode,
                if path.is_dir() { 0o700 } else { 0o600 },
                "umask {umask:o}: {}",
                path.display()
            );
        }
    }
}
