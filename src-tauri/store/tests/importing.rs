//! Packs from elsewhere may say what they like: they stay in the library, under names made here.

mod support;

use std::fs;

use fencun_store::StoreError;
use support::{Home, phrase};

fn pack(id: &str) -> String {
    let text =
        fencun_core::pack::put("schema = 1\n", &phrase("theirs", "their words")).expect("a sound pack");
    text.replace("schema = 1\n", &format!("schema = 1\n[pack]\nid = {id}\n"))
}

#[test]
fn a_pack_is_taken_in_and_taken_out_again() {
    let home = Home::new();
    fs::write(home.path("Team Pack.toml"), pack("\"team\"")).expect("written");
    let seen = home.store().look_at_pack(&home.path("Team Pack.toml")).expect("a pack");
    assert!(!home.path("data").exists(), "looking takes nothing in");
    let imported = home.store().import_pack(&seen).expect("taken in");
    assert_eq!((imported.file.as_str(), imported.step, imported.ids.len()), ("team.toml", Some(1), 1));
    assert_eq!(home.text_of("theirs").as_deref(), Some("their words"));
    let again = home.store().import_pack(&seen).expect("taken in once more");
    assert_eq!(again.file, "team-2.toml");
    home.store().undo(1).expect("taken out");
    assert!(!home.path("data/library/team-2.toml").exists());
    home.store().remove_pack("team.toml").expect("taken out");
    assert_eq!(home.text_of("theirs"), None);
    home.store().undo(1).expect("taken in");
    assert_eq!(home.text_of("theirs").as_deref(), Some("their words"));
}

#[test]
fn what_is_no_pack_is_not_taken_in_and_not_told() {
    let home = Home::new();
    for text in ["PASSWORD=secret\n", "", "schema = 1\n", "x = \"secret\"\n"] {
        fs::write(home.path("x.toml"), text).expect("written");
        let err = home.store().look_at_pack(&home.path("x.toml")).expect_err("no pack");
        assert!(
            matches!(err, StoreError::Damaged { .. }) && !format!("{err} {err:?}").contains("secret"),
            "{err:?}"
        );
    }
    fs::create_dir(home.path("folder")).expect("made");
    std::os::unix::fs::symlink("/dev/zero", home.path("zero")).expect("made");
    for path in ["folder", "zero", "nothing"] {
        let err = home.store().look_at_pack(&home.path(path)).expect_err("no file");
        assert!(matches!(err, StoreError::Damaged { .. }), "{err:?}");
    }
    assert!(!home.path("data").exists());
}

#[test]
fn names_are_made_here_and_lead_nowhere_else() {
    let ids = [
        "../../../etc/cron.d/x",
        "/etc/passwd",
        "..",
        ".",
        ".hidden",
        "-rf",
        "CON",
        "nul",
        "com1",
        "Lpt9",
        "mine",
        "MINE.toml",
        "a:b",
        "a\\\\b",
        "trailing.",
        "trailing ",
        "a/../../b",
        "~",
        "$HOME",
        "%2e%2e%2f",
        "\\u0000x",
        "\\u202egpj",
        "Cafe\\u0301",
        "台灣",
        "x.toml.exe",
        "mine.sync-conflict-1",
    ];
    let home = Home::new();
    home.add("own", "my words");
    let mut made = 0;
    for id in ids.iter().map(|id| (*id).to_owned()).chain([String::new(), "x".repeat(300), "長".repeat(300)])
    {
        for given in ["plain.toml", "mine.toml", "-x.toml", "..toml", &format!("{}.toml", "y".repeat(200))] {
            fs::write(home.path(given), pack(&format!("\"{id}\""))).expect("written");
            let Ok(seen) = home.store().look_at_pack(&home.path(given)) else { continue };
            let imported = home.store().import_pack(&seen).expect("taken in");
            let name = &imported.file;
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            let stem = name.strip_suffix(".toml").expect("it ends so");
            assert!(stem.len() <= 64 && stem.chars().all(plain) && !stem.starts_with('-'), "{name}");
            assert!(home.path("data/library").join(name).is_file(), "{name}");
            fs::remove_file(home.path(given)).expect("removed");
            made += 1;
        }
    }
    assert!(made >= 130, "{made}");
    println!("names: {made} imports");
    assert_eq!(home.text_of("own").as_deref(), Some("my words"));
    // Nothing lies anywhere else.
    let mut outside: Vec<_> =
        fs::read_dir(home.path("")).expect("readable").flatten().map(|entry| entry.file_name()).collect();
    outside.sort();
    assert_eq!(outside, ["data", "state"]);
}
