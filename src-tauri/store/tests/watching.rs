//! Edits by hand, git and sync programs are noticed without being asked for.

mod support;

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use support::{Home, phrase};

/// Long enough for the slowest machine; nobody waits for it unless the test fails.
const LONG: Duration = Duration::from_secs(30);

fn watched(home: &Home) -> (fencun_store::Watch, Receiver<()>) {
    let (sender, changes) = channel();
    let watch =
        home.store().watch(move || sender.send(()).unwrap_or_default()).expect("a thread can be started");
    (watch, changes)
}

/// Waits until the phrase reads so; each look is one that the watch asked for.
fn wait_for(home: &Home, changes: &Receiver<()>, id: &str, expected: Option<&str>) {
    while home.text_of(id).as_deref() != expected {
        changes.recv_timeout(LONG).expect("the change is noticed");
    }
}

fn replaced(path: &Path, text: &str) {
    let temp = path.with_extension("swp");
    fs::write(&temp, text).expect("written");
    fs::rename(temp, path).expect("renamed");
}

#[test]
fn every_manner_of_writing_is_noticed() {
    let home = Home::new();
    home.add("a", "one");
    let (_watch, changes) = watched(&home);
    let mine = home.path("data/library/mine.toml");
    let text = home.mine();
    fs::write(&mine, text.replace("one", "in place")).expect("written");
    wait_for(&home, &changes, "a", Some("in place"));
    replaced(&mine, &text.replace("one", "replaced"));
    wait_for(&home, &changes, "a", Some("replaced"));
    fs::remove_file(&mine).expect("removed");
    changes.recv_timeout(LONG).expect("the removal is noticed");
    home.write("team.toml", &text.replace("\"a\"", "\"t\""));
    wait_for(&home, &changes, "t", Some("one"));
}

#[test]
fn a_library_that_is_made_moved_away_and_brought_back_is_watched_again() {
    let home = Home::new();
    let (_watch, changes) = watched(&home);
    home.add("a", "one");
    changes.recv_timeout(LONG).expect("the new library is noticed");
    fs::rename(home.path("data/library"), home.path("elsewhere")).expect("moved");
    changes.recv_timeout(LONG).expect("the move is noticed");
    fs::rename(home.path("elsewhere"), home.path("data/library")).expect("moved back");
    changes.recv_timeout(LONG).expect("the move is noticed");
    let text = home.mine();
    home.write("mine.toml", &text.replace("one", "by hand"));
    wait_for(&home, &changes, "a", Some("by hand"));
}

#[test]
fn settings_by_hand_are_noticed() {
    let home = Home::new();
    fs::create_dir_all(home.path("config")).expect("a folder");
    let (_watch, changes) = watched(&home);
    fs::write(home.path("config/settings.toml"), "[profile]\nname = \"Anna\"\n").expect("written");
    while home.store().load_settings().0.profile.name != "Anna" {
        changes.recv_timeout(LONG).expect("the change is noticed");
    }
}

#[test]
fn a_mark_tells_whether_anything_changed() {
    let home = Home::new();
    home.add("a", "one");
    assert_eq!(home.leftovers(), Vec::<String>::new());
    let before = home.store().load().mark;
    home.store().save_phrase(&phrase("a", "one"), None, "edit").expect("saved");
    assert_eq!(home.store().load().mark, before);
    home.store().save_phrase(&phrase("a", "two"), None, "edit").expect("saved");
    assert_ne!(home.store().load().mark, before);
}
