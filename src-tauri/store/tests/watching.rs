//! Edits by hand, git and sync programs are noticed without being asked for.

mod support;

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use fencun_core::{Library, PhraseId};
use support::{Home, phrase};

/// Long enough for the slowest machine; nobody waits for it unless the test fails.
const LONG: Duration = Duration::from_secs(30);

fn watched(home: &Home) -> (fencun_store::Watch, Receiver<()>) {
    let (sender, changes) = channel();
    let watch =
        home.store().watch(move || sender.send(()).unwrap_or_default()).expect("a thread can be started");
    (watch, changes)
}

/// Says how a phrase reads each time the watch calls.
fn watched_phrase(home: &Home, id: &'static str) -> (fencun_store::Watch, Receiver<Option<String>>) {
    let (sender, words) = channel();
    let store = home.store();
    let read = move || {
        let (library, _) = Library::from_packs(&store.load().packs);
        let words = library.get(&PhraseId::new(id)).map(|entry| entry.phrase.text.clone());
        sender.send(words).unwrap_or_default();
    };
    (home.store().watch(read).expect("a thread can be started"), words)
}

/// Waits until the watch calls and the phrase then reads so.
fn wait_for_words(words: &Receiver<Option<String>>, expected: Option<&str>) {
    while words.recv_timeout(LONG).expect("the change is noticed").as_deref() != expected {}
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
    let (_watch, words) = watched_phrase(&home, "t");
    home.write("team.toml", &pack("one"));
    wait_for_words(&words, Some("one"));
    fs::rename(home.path("data/library"), home.path("elsewhere")).expect("moved");
    wait_for_words(&words, None);
    fs::rename(home.path("elsewhere"), home.path("data/library")).expect("moved back");
    wait_for_words(&words, Some("one"));
    home.write("team.toml", &pack("by hand"));
    wait_for_words(&words, Some("by hand"));
}

#[test]
fn folders_that_are_not_there_are_awaited_where_they_will_be() {
    let home = Home::new();
    let (_watch, words) = watched_phrase(&home, "t");
    // All at once, so that the watch on one folder comes after the next was made.
    home.write("team.toml", &pack("one"));
    wait_for_words(&words, Some("one"));
    fs::rename(home.path("data"), home.path("elsewhere")).expect("moved");
    wait_for_words(&words, None);
    home.write("team.toml", &pack("another"));
    wait_for_words(&words, Some("another"));
    fs::remove_dir_all(home.path("data")).expect("removed");
    wait_for_words(&words, None);
    fs::rename(home.path("elsewhere"), home.path("data")).expect("moved back");
    wait_for_words(&words, Some("one"));
    home.write("team.toml", &pack("two"));
    wait_for_words(&words, Some("two"));
}

fn pack(words: &str) -> String {
    fencun_core::pack::put("", &phrase("t", words)).expect("a sound pack")
}

#[test]
fn what_editors_and_sync_programs_do_is_noticed() {
    let home = Home::new();
    home.add("a", "start");
    let (_watch, changes) = watched(&home);
    let (mine, text) = (home.path("data/library/mine.toml"), home.mine());
    let says = |words: &str| text.replace("start", words);
    // vim: the old file becomes the backup, a new one takes its name, the backup goes.
    fs::rename(&mine, home.path("data/library/mine.toml~")).expect("renamed");
    fs::write(&mine, says("by vim")).expect("written");
    fs::remove_file(home.path("data/library/mine.toml~")).expect("removed");
    wait_for(&home, &changes, "a", Some("by vim"));
    // git: the file is removed and made again.
    fs::remove_file(&mine).expect("removed");
    fs::write(&mine, says("by git")).expect("written");
    wait_for(&home, &changes, "a", Some("by git"));
    // Syncthing: a hidden file is renamed.
    let temp = home.path("data/library/.syncthing.mine.toml.tmp");
    fs::write(&temp, says("by sync")).expect("written");
    fs::rename(temp, &mine).expect("renamed");
    wait_for(&home, &changes, "a", Some("by sync"));
    // In place, of the same size, and the time set back.
    let time = fs::metadata(&mine).and_then(|metadata| metadata.modified()).expect("a time");
    fs::write(&mine, says("by sinc")).expect("written");
    fs::File::options().write(true).open(&mine).and_then(|file| file.set_modified(time)).expect("set");
    wait_for(&home, &changes, "a", Some("by sinc"));
}

#[test]
fn a_file_that_is_only_linked_to_is_followed_where_it_lies() {
    let home = Home::new();
    home.add("a", "start");
    let (mine, text) = (home.path("data/library/mine.toml"), home.mine());
    let (folder, real) = (home.path("dotfiles"), home.path("dotfiles/my-phrases"));
    fs::create_dir(&folder).expect("made");
    let (_watch, changes) = watched(&home);
    // While it is watched, as those who begin to keep their files in git do.
    fs::rename(&mine, &real).expect("moved");
    std::os::unix::fs::symlink(&real, &mine).expect("linked");
    changes.recv_timeout(LONG).expect("the link is noticed");
    fs::write(&real, text.replace("start", "in place")).expect("written");
    wait_for(&home, &changes, "a", Some("in place"));
    replaced(&real, &text.replace("start", "replaced"));
    wait_for(&home, &changes, "a", Some("replaced"));
    fs::rename(&folder, home.path("elsewhere")).expect("moved");
    changes.recv_timeout(LONG).expect("its going is noticed");
    fs::rename(home.path("elsewhere"), &folder).expect("moved back");
    fs::write(&real, text.replace("start", "back")).expect("written");
    wait_for(&home, &changes, "a", Some("back"));
}

#[test]
fn reading_again_is_no_change() {
    let home = Home::new();
    home.add("a", "one");
    let before = home.store().traces();
    let (_watch, changes) = watched(&home);
    let store = home.store();
    for _ in 0..3 {
        store.load();
        store.take_stock().expect("noted");
    }
    // Whatever the reading may have set off was noticed before this.
    home.write("other.toml", "schema = 1\n");
    changes.recv_timeout(LONG).expect("the new pack is noticed");
    assert!(changes.try_recv().is_err());
    assert_ne!(store.traces(), before);
}

#[test]
fn a_pack_that_did_not_change_is_not_read_into_phrases_again() {
    let home = Home::new();
    home.add("a", "one");
    home.write("team.toml", &pack("one"));
    let store = home.store();
    let before = store.load();
    // In place, of the same size, and with the time set back.
    let team = home.path("data/library/team.toml");
    let time = fs::metadata(&team).and_then(|metadata| metadata.modified()).expect("a time");
    fs::write(&team, pack("two")).expect("written");
    fs::File::options().write(true).open(&team).and_then(|file| file.set_modified(time)).expect("set");
    let after = store.load();
    let same: Vec<bool> = before
        .packs
        .iter()
        .zip(&after.packs)
        .map(|(before, after)| std::sync::Arc::ptr_eq(&before.pack, &after.pack))
        .collect();
    assert_eq!(same, [true, false]);
    assert_ne!(before.mark, after.mark);
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
