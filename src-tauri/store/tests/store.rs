//! What a person may rely on: what was saved is there, what was there can be had back, and nothing is overwritten unseen.

mod support;

use std::fs;

use fencun_core::pack::Layer;
use fencun_core::{Cost, PhraseId};
use fencun_store::StoreError;
use support::{Home, phrase};

#[test]
fn a_saved_phrase_is_there_after_a_restart() {
    let home = Home::new();
    let saved = home.store().save_phrase(&phrase("a", "words"), None, "add").expect("saved");
    assert_eq!(saved.step, Some(1));
    assert_eq!(home.text_of("a").as_deref(), Some("words"));
    assert_eq!(home.leftovers(), Vec::<String>::new());
}

#[test]
fn loading_writes_nothing() {
    let home = Home::new();
    let loaded = home.store().load();
    assert!(loaded.packs.is_empty() && loaded.problems.is_empty());
    home.store().load_settings();
    home.store().load_contacts();
    home.store().load_favourites();
    home.store().load_state();
    assert!(home.store().history(None).expect("an empty history").is_empty());
    home.store().verify().expect("nothing to look through");
    assert_eq!(fs::read_dir(home.path("")).expect("the home").count(), 0);
}

#[test]
fn saving_what_is_there_changes_nothing() {
    let home = Home::new();
    home.add("a", "words");
    let saved = home.store().save_phrase(&phrase("a", "words"), None, "edit").expect("saved");
    assert_eq!(saved.step, None);
    assert_eq!(home.store().history(None).expect("a history").len(), 1);
}

#[test]
fn an_edit_keeps_what_a_person_wrote_by_hand() {
    let home = Home::new();
    home.add("a", "words");
    let by_hand = format!("# my phrases\n{}# the end\n", home.mine());
    home.write("mine.toml", &by_hand);
    home.store().save_phrase(&phrase("a", "other words"), None, "edit").expect("saved");
    let text = home.mine();
    assert!(text.starts_with("# my phrases\n") && text.ends_with("# the end\n"), "{text}");
}

#[test]
fn undo_steps_back_through_everything_and_is_kept_itself() {
    let home = Home::new();
    home.add("a", "one");
    home.store().save_phrase(&phrase("a", "two"), None, "edit").expect("saved");
    home.store().delete_phrase(&PhraseId::new("a")).expect("it was there");
    let check = |expected: Option<&str>| {
        home.store().undo(1).expect("something to undo");
        assert_eq!(home.text_of("a").as_deref(), expected);
    };
    check(Some("two"));
    check(Some("one"));
    check(None);
    assert!(matches!(home.store().undo(1), Err(StoreError::NothingToUndo)));
    let operations = home.store().history(None).expect("a history");
    let names: Vec<_> = operations.iter().map(|operation| operation.operation.as_str()).collect();
    assert_eq!(names, ["undo", "undo", "undo", "delete", "edit", "add"]);
}

#[test]
fn several_steps_can_be_undone_at_once() {
    let home = Home::new();
    home.add("a", "one");
    home.add("b", "two");
    home.add("c", "three");
    assert_eq!(home.store().undo(2).expect("three to undo").len(), 2);
    assert_eq!(
        (home.text_of("a").as_deref(), home.text_of("b"), home.text_of("c")),
        (Some("one"), None, None)
    );
    assert_eq!(home.store().undo(9).expect("one to undo").len(), 1);
}

#[test]
fn undo_leaves_later_changes_of_other_phrases_alone() {
    let home = Home::new();
    home.add("a", "one");
    home.store().save_phrase(&phrase("a", "two"), None, "edit").expect("saved");
    home.write("mine.toml", &home.mine().replace("schema = 1", "schema = 1 # by hand"));
    home.store().undo(1).expect("something to undo");
    assert_eq!(home.text_of("a").as_deref(), Some("one"));
    assert!(home.mine().contains("# by hand"));
}

#[test]
fn an_old_wording_comes_back() {
    let home = Home::new();
    home.add("a", "one");
    for words in ["two", "three"] {
        home.store().save_phrase(&phrase("a", words), None, "edit").expect("saved");
    }
    home.store().delete_phrase(&PhraseId::new("a")).expect("it was there");
    let id = PhraseId::new("a");
    for (step, expected) in [(1, "one"), (2, "two"), (4, "three")] {
        assert_eq!(home.store().version(&id, step).expect("a version").text, expected);
        home.store().restore(&id, step).expect("restored");
        assert_eq!(home.text_of("a").as_deref(), Some(expected));
    }
    let gone = home.store().restore(&PhraseId::new("b"), 1);
    assert!(matches!(gone, Err(StoreError::UnknownStep { .. })), "{gone:?}");
}

#[test]
fn what_others_changed_is_in_the_history_before_it_is_replaced() {
    let home = Home::new();
    home.add("a", "one");
    home.write("mine.toml", &home.mine().replace("one", "by hand"));
    home.store().save_phrase(&phrase("a", "mine"), None, "edit").expect("saved");
    let operations = home.store().history(Some(&PhraseId::new("a"))).expect("a history");
    let names: Vec<_> = operations.iter().map(|operation| operation.operation.as_str()).collect();
    assert_eq!(names, ["edit", "outside", "add"]);
    assert_eq!(home.store().version(&PhraseId::new("a"), 2).expect("a version").text, "by hand");
}

#[test]
fn an_outside_change_can_be_undone() {
    let home = Home::new();
    home.add("a", "one");
    home.write("mine.toml", "schema = 1\n");
    home.store().take_stock().expect("noted");
    assert_eq!(home.text_of("a"), None);
    home.store().undo(1).expect("something to undo");
    assert_eq!(home.text_of("a").as_deref(), Some("one"));
}

#[test]
fn a_change_on_both_sides_is_merged_by_field() {
    let home = Home::new();
    home.add("a", "one");
    let base = phrase("a", "one");
    home.write("mine.toml", &home.mine().replace("title = \"a\"", "title = \"by hand\""));
    let saved = home.store().save_phrase(&phrase("a", "two"), Some(&base), "edit").expect("saved");
    assert_eq!(saved.beside, None);
    assert_eq!(home.text_of("a").as_deref(), Some("two"));
    assert!(home.mine().contains("title = \"by hand\""));
}

#[test]
fn two_wordings_of_the_same_field_are_both_kept() {
    let home = Home::new();
    home.add("a", "one");
    let base = phrase("a", "one");
    home.write("mine.toml", &home.mine().replace("one", "theirs"));
    let saved = home.store().save_phrase(&phrase("a", "mine"), Some(&base), "edit").expect("saved");
    let beside = saved.beside.expect("a second phrase");
    assert_eq!(home.text_of("a").as_deref(), Some("theirs"));
    assert_eq!(home.text_of(beside.as_str()).as_deref(), Some("mine"));
}

#[test]
fn a_damaged_file_is_left_alone_and_its_last_good_version_stays_in_use() {
    let home = Home::new();
    home.add("a", "one");
    home.add("b", "two");
    let whole = home.mine();
    for damaged in [&whole.as_bytes()[..whole.len() - 3], b"", b"\0\0\0\0", b"\xff\xfes\0c\0", b"[[phrase"] {
        fs::write(home.path("data/library/mine.toml"), damaged).expect("written");
        let err = home.store().save_phrase(&phrase("c", "three"), None, "add").expect_err("refused");
        assert!(matches!(err, StoreError::Damaged { .. }), "{err}");
        assert_eq!(fs::read(home.path("data/library/mine.toml")).expect("it is there"), damaged);
        assert_eq!(home.text_of("a").as_deref(), Some("one"));
        assert_eq!(home.text_of("b").as_deref(), Some("two"));
        let problems = home.store().load().problems;
        assert!(problems.iter().any(|problem| problem.cost != Cost::Nothing), "{problems:?}");
    }
    home.write("mine.toml", &whole);
    assert_eq!(home.store().load().problems, []);
}

#[test]
fn an_entry_that_cannot_be_read_any_more_stays_in_use_as_it_was() {
    let home = Home::new();
    home.add("a", "one");
    home.write("mine.toml", &home.mine().replace("firmness = 1", "firmness = 9"));
    assert_eq!(home.text_of("a").as_deref(), Some("one"));
    let problems = home.store().load().problems;
    assert_eq!(problems[0].line, Some(9), "{problems:?}");
}

#[test]
fn a_library_folder_that_vanished_is_not_made_anew() {
    let home = Home::new();
    home.add("a", "one");
    fs::rename(home.path("data/library"), home.path("elsewhere")).expect("moved");
    let err = home.store().save_phrase(&phrase("b", "two"), None, "add").expect_err("refused");
    assert!(matches!(err, StoreError::FolderGone { .. }), "{err}");
    assert!(!home.path("data/library").exists());
    assert_eq!(home.text_of("a").as_deref(), Some("one"), "the last good version");
    assert_eq!(home.store().load().problems[0].cost, Cost::File);
    fs::rename(home.path("elsewhere"), home.path("data/library")).expect("moved back");
    home.add("b", "two");
}

#[test]
fn the_empty_place_of_a_disk_that_is_not_mounted_is_not_the_library() {
    let home = Home::new();
    home.add("a", "one");
    fs::rename(home.path("data/library"), home.path("elsewhere")).expect("moved");
    fs::create_dir(home.path("data/library")).expect("made");
    let err = home.store().save_phrase(&phrase("b", "two"), None, "add").expect_err("refused");
    assert!(matches!(err, StoreError::FolderGone { .. }), "{err}");
    home.store().take_stock().expect("taken");
    assert_eq!(fs::read_dir(home.path("data/library")).expect("a folder").count(), 0);
    assert_eq!(home.text_of("a").as_deref(), Some("one"), "the last good version");
    assert_eq!(home.store().load().problems[0].cost, Cost::File);
    assert_eq!(home.store().history(None).expect("a history").len(), 1, "nobody deleted anything");
    fs::remove_dir(home.path("data/library")).expect("removed");
    fs::rename(home.path("elsewhere"), home.path("data/library")).expect("moved back");
    home.add("b", "two");
}

#[test]
fn a_library_that_was_emptied_by_hand_is_empty_and_one_that_is_begun_anew_is_taken() {
    let home = Home::new();
    home.add("a", "one");
    fs::remove_file(home.path("data/library/mine.toml")).expect("removed");
    assert_eq!(home.text_of("a"), None);
    home.add("b", "two");
    fs::remove_dir_all(home.path("data/library")).expect("removed");
    home.write("mine.toml", "schema = 1\n");
    home.add("c", "three");
    assert_eq!((home.text_of("b"), home.text_of("c").as_deref()), (None, Some("three")));
}

#[test]
fn a_temporary_file_anywhere_is_a_leftover_that_a_look_at_everything_clears() {
    let home = Home::new();
    home.add("a", "one");
    for folder in ["config", "data", "data/library", "state", "state/drafts", "state/history"] {
        fs::create_dir_all(home.path(folder)).expect("a folder");
        fs::write(home.path(folder).join(".mine.toml.0123456789abcdef.fencun-tmp"), "").expect("written");
        assert!(home.store().load().leftovers, "{folder}");
        home.store().take_stock().expect("taken");
        assert!(!home.store().load().leftovers, "{folder}");
        assert_eq!(home.leftovers(), Vec::<String>::new(), "{folder}");
    }
}

#[test]
fn packs_are_told_from_backups_and_conflict_copies() {
    let home = Home::new();
    home.add("a", "one");
    let text = home.mine();
    home.write("team.toml", &text.replace("\"a\"", "\"t\""));
    for other in ["mine.toml~", ".mine.toml.swp", "notes.md", ".hidden.toml"] {
        home.write(other, &text);
    }
    home.write("mine.sync-conflict-20260131-120000-ABCDEFG.toml", &text);
    fs::create_dir(home.path("data/library/folder.toml")).expect("a folder");
    let loaded = home.store().load();
    let files: Vec<_> = loaded.packs.iter().map(|file| (file.name.as_str(), file.layer)).collect();
    assert_eq!(files, [("mine.toml", Layer::Mine), ("team.toml", Layer::Shared)]);
    let problems: Vec<_> =
        loaded.problems.iter().map(|problem| (problem.file.as_str(), problem.cost)).collect();
    let copy = "mine.sync-conflict-20260131-120000-ABCDEFG.toml";
    assert_eq!(problems, [("folder.toml", Cost::File), (copy, Cost::Nothing)]);
}

#[test]
fn favourites_keep_their_order() {
    let home = Home::new();
    for id in ["b", "a", "c"] {
        home.store().set_favourite(&PhraseId::new(id), true).expect("saved");
    }
    let all = home.store().set_favourite(&PhraseId::new("a"), false).expect("saved");
    assert_eq!(all, ["b", "c"].map(PhraseId::new));
    assert_eq!(home.store().load_favourites(), (all, Vec::new()));
}

#[test]
fn a_broken_state_file_is_moved_aside_and_stops_nothing() {
    let home = Home::new();
    home.store().change_state(|state| state.copied(&PhraseId::new("a"))).expect("saved");
    fs::write(home.path("state/state.toml"), "[[[").expect("written");
    assert_eq!(home.store().load_state().recents, []);
    let state = home.store().change_state(|state| state.copied(&PhraseId::new("b"))).expect("saved");
    assert_eq!(state.recents.len(), 1);
    assert_eq!(home.store().load_state(), state);
    assert_eq!(fs::read_to_string(home.path("state/state.toml.broken")).expect("kept"), "[[[");
}

#[test]
fn drafts_outlive_the_program() {
    let home = Home::new();
    home.store().save_draft("../../a", "half a sen").expect("kept");
    home.store().save_draft("../../a", "half a sentence").expect("kept");
    let drafts = home.store().drafts();
    assert_eq!((drafts.len(), drafts[0].content.as_str()), (1, "half a sentence"));
    home.store().drop_draft("../../a").expect("dropped");
    assert!(home.store().drafts().is_empty());
}

#[test]
fn verify_finds_a_lost_version() {
    let home = Home::new();
    home.add("a", "one");
    home.add("b", "two");
    let verified = home.store().verify().expect("a history");
    assert_eq!(
        (verified.packs, verified.operations, verified.versions, verified.problems.len()),
        (1, 2, 2, 0)
    );
    let object = fs::read_dir(home.path("state/history/objects")).expect("objects").next().expect("one");
    fs::write(object.expect("readable").path(), "x").expect("written");
    let verified = home.store().verify().expect("a history");
    assert_eq!(verified.problems.len(), 1);
}

#[test]
fn undo_takes_back_damage_first_and_sets_it_aside() {
    let home = Home::new();
    home.add("a", "one");
    home.add("b", "two");
    home.write("mine.toml", "[[phrase\nby hand");
    home.store().undo(1).expect("the damage can be taken back");
    assert_eq!((home.text_of("a").as_deref(), home.text_of("b").as_deref()), (Some("one"), Some("two")));
    assert_eq!(home.store().load().problems, []);
    let aside = fs::read_dir(home.path("state/set-aside")).expect("a folder").next().expect("a file");
    assert_eq!(fs::read_to_string(aside.expect("readable").path()).expect("text"), "[[phrase\nby hand");
    home.store().undo(1).expect("the step before it");
    assert_eq!((home.text_of("a").as_deref(), home.text_of("b")), (Some("one"), None));
}

#[test]
fn a_conflict_copy_is_brought_together_with_its_pack() {
    let home = Home::new();
    home.add("a", "one");
    home.add("b", "two");
    let base = home.mine();
    home.store().save_phrase(&phrase("a", "mine"), None, "edit").expect("saved");
    let copy = "mine.sync-conflict-20260131-120000-ABCDEFG.toml";
    home.write(copy, &base.replace("two", "theirs"));
    let copies = home.store().conflict_copies();
    assert_eq!((copies.len(), copies[0].of.as_str(), copies[0].ids.len()), (1, "mine.toml", 2));
    home.store().merge_copy(copy).expect("merged");
    assert_eq!((home.text_of("a").as_deref(), home.text_of("b").as_deref()), (Some("mine"), Some("theirs")));
    assert!(home.store().conflict_copies().is_empty());
    home.store().undo(2).expect("two steps");
    assert_eq!(home.store().conflict_copies(), copies);
    assert_eq!(home.text_of("b").as_deref(), Some("two"));
}

#[test]
fn a_write_protected_pack_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.add("a", "one");
    let mine = home.path("data/library/mine.toml");
    fs::set_permissions(&mine, fs::Permissions::from_mode(0o444)).expect("protected");
    let err = home.store().save_phrase(&phrase("a", "two"), None, "edit").expect_err("refused");
    assert!(matches!(err, StoreError::NotSaved { .. }), "{err}");
    assert_eq!(home.text_of("a").as_deref(), Some("one"));
}

#[test]
fn a_linked_pack_stays_a_link() {
    let home = Home::new();
    home.add("a", "one");
    let mine = home.path("data/library/mine.toml");
    fs::rename(&mine, home.path("elsewhere.toml")).expect("moved");
    std::os::unix::fs::symlink(home.path("elsewhere.toml"), &mine).expect("linked");
    home.store().save_phrase(&phrase("a", "two"), None, "edit").expect("saved");
    assert!(fs::symlink_metadata(&mine).expect("it is there").is_symlink());
    assert_eq!(home.text_of("a").as_deref(), Some("two"));
    home.store().undo(1).expect("undone");
    assert!(fs::symlink_metadata(&mine).expect("it is there").is_symlink());
    fs::remove_file(home.path("elsewhere.toml")).expect("removed");
    let err = home.store().save_phrase(&phrase("a", "two"), None, "edit").expect_err("it leads nowhere");
    assert!(matches!(err, StoreError::Damaged { .. }), "{err}");
    assert_eq!(home.text_of("a").as_deref(), Some("one"), "the last good version");
}

#[test]
fn the_mode_of_a_file_that_was_there_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    home.add("a", "one");
    let mine = home.path("data/library/mine.toml");
    fs::set_permissions(&mine, fs::Permissions::from_mode(0o640)).expect("changed");
    home.store().save_phrase(&phrase("a", "two"), None, "edit").expect("saved");
    assert_eq!(fs::metadata(&mine).expect("it is there").permissions().mode() & 0o7777, 0o640);
    assert_eq!(home.text_of("a").as_deref(), Some("two"));
}

#[test]
fn an_edit_that_would_change_another_phrase_is_not_written() {
    let home = Home::new();
    home.add("a", "two\nlines");
    home.add("b", "words");
    // Lines that end in two ways: an editor of another system was at work.
    let mixed = home.mine().replacen('\n', "\r\n", 6);
    home.write("mine.toml", &mixed);
    let before = home.text_of("a");
    match home.store().save_phrase(&phrase("b", "other words"), None, "edit") {
        Ok(_) => assert_eq!(home.text_of("b").as_deref(), Some("other words")),
        Err(err) => {
            assert!(matches!(err, StoreError::Refused { .. }), "{err}");
            assert_eq!(home.mine(), mixed);
        }
    }
    assert_eq!(home.text_of("a"), before);
}
