//! Broken and hostile packs: each costs itself, says what to do in the words written down beside it, and leaves its
//! neighbour alone.
//!
//! The messages expected stand in `fixtures/broken.txt`; with `FENCUN_WRITE_EXPECTED` set they are written anew, to be
//! read by a person before they are kept.

mod support;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use fencun_core::{Cost, Library, PhraseId};
use support::{Home, phrase};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// Beside each broken pack lies a good one.
fn good() -> String {
    fencun_core::pack::put("schema = 1\n", &phrase("good-1", "good words")).expect("a sound pack")
}

/// What a library with this file in it says of it; panics if the neighbour suffers.
fn messages(home: &Home, name: &str) -> String {
    let loaded = home.store().load();
    let (library, problems) = Library::from_packs(&loaded.packs);
    assert!(library.get(&PhraseId::new("good-1")).is_some(), "{name} took the good pack along");
    let mut said = String::new();
    for problem in loaded.problems.iter().chain(&problems).filter(|problem| problem.file == name) {
        let line = problem.line.map_or_else(String::new, |line| line.to_string());
        let cost = match problem.cost {
            Cost::Nothing => "remark",
            Cost::Entry => "entry",
            Cost::File => "file",
        };
        // That these names are not defined in a library without the shipped packs is no news.
        if !problem.message.starts_with("no pack defines") {
            writeln!(said, "  {line} {cost}: {}", problem.message).expect("a String takes everything");
        }
    }
    let found = library.entries().iter().filter(|entry| entry.pack.as_str() != "aaa").count();
    format!("{name}: {found} phrases\n{said}")
}

#[test]
fn every_broken_pack_says_what_to_do_and_costs_only_itself() {
    let home = Home::new();
    home.write("aaa.toml", &good());
    let mut names: Vec<_> = fs::read_dir(fixtures().join("broken")).expect("a folder").flatten().collect();
    names.sort_by_key(fs::DirEntry::file_name);
    let mut said = String::new();
    for entry in &names {
        let name = entry.file_name().into_string().expect("names made by us");
        let target = home.path("data/library").join(&name);
        fs::copy(entry.path(), &target).expect("copied");
        let message = messages(&home, &name);
        // Words of a phrase never stand in a message.
        assert!(!message.contains("Some words") && !message.contains("alert("), "{message}");
        said.push_str(&message);
        fs::remove_file(target).expect("removed");
    }
    let expected = fixtures().join("broken.txt");
    if std::env::var_os("FENCUN_WRITE_EXPECTED").is_some() {
        fs::write(&expected, &said).expect("written");
    }
    println!("broken packs: {} tried", names.len());
    assert!(names.len() >= 150, "{}", names.len());
    assert_eq!(said, fs::read_to_string(expected).expect("it is there"));
}

#[test]
fn a_broken_pack_is_never_written_into_and_never_stops_a_save() {
    for entry in fs::read_dir(fixtures().join("broken")).expect("a folder").flatten() {
        let home = Home::new();
        let before = fs::read(entry.path()).expect("readable");
        fs::create_dir_all(home.path("data/library")).expect("a folder");
        let name = entry.file_name();
        fs::write(home.path("data/library").join(&name), &before).expect("written");
        home.store().take_stock().expect("noted");
        home.add("mine", "my words");
        assert_eq!(fs::read(home.path("data/library").join(&name)).expect("readable"), before, "{name:?}");
        assert_eq!(home.text_of("mine").as_deref(), Some("my words"), "{name:?}");
    }
}

#[test]
fn a_broken_pack_of_the_users_own_is_left_as_it_is_or_keeps_what_it_holds() {
    for entry in fs::read_dir(fixtures().join("broken")).expect("a folder").flatten() {
        let home = Home::new();
        let before = fs::read(entry.path()).expect("readable");
        fs::create_dir_all(home.path("data/library")).expect("a folder");
        let mine = home.path("data/library/mine.toml");
        fs::write(&mine, &before).expect("written");
        let words = |home: &Home| {
            let (library, _) = Library::from_packs(&home.store().load().packs);
            library.entries().iter().map(|entry| entry.phrase.text.clone()).collect::<Vec<_>>()
        };
        let held = words(&home);
        match home.store().save_phrase(&phrase("new", "my words"), None, "add") {
            Err(err) => {
                assert_eq!(fs::read(&mine).expect("readable"), before, "{entry:?}: {err}");
                assert!(!err.to_string().contains("Some words"), "{err}");
            }
            Ok(_) => {
                let now = words(&home);
                assert!(held.iter().all(|text| now.contains(text)), "{entry:?}");
                assert!(now.contains(&"my words".to_owned()), "{entry:?}");
            }
        }
    }
}

/// Puts a file too large or too deep to keep beside the source into a library, and says what is said of it.
fn made(name: &str, make: impl FnOnce(&mut fs::File)) -> String {
    let home = Home::new();
    home.write("aaa.toml", &good());
    make(&mut fs::File::create(home.path("data/library").join(name)).expect("made"));
    messages(&home, name)
}

#[test]
fn size_and_depth_have_limits() {
    let check =
        |said: &str, expected: &str| assert!(said.contains(expected), "{}", &said[..said.len().min(300)]);
    let sparse = made("sparse.toml", |file| file.set_len(2 * 1024 * 1024 * 1024).expect("a sparse file"));
    check(&sparse, "file: it has 2147483648 bytes, and the most is 8388608; split it");
    let grown = made("grown.toml", |file| file.write_all(&vec![b'#'; 9 * 1024 * 1024]).expect("written"));
    check(&grown, "file: it has 9437184 bytes");
    let deep = made("deep.toml", |file| {
        write!(file, "schema = 1\nx = {}", "[".repeat(100_000)).expect("written");
    });
    check(&deep, "file: no pack can be read from it");
    let dotted =
        made("dotted.toml", |file| writeln!(file, "{} = 1", vec!["a"; 100_000].join(".")).expect("written"));
    check(&dotted, "file: no pack can be read from it");
    let many =
        made("many.toml", |file| file.write_all("[[phrase]]\n".repeat(20_100).as_bytes()).expect("written"));
    check(&many, "more than 20000 phrases");
    let long = made("long.toml", |file| {
        let text = fencun_core::pack::put("", &phrase("x", &"x".repeat(300 * 1024)));
        let text = text
            .unwrap_or_else(|_| good().replace("good-1", "x").replace("good words", &"x".repeat(300 * 1024)));
        file.write_all(text.as_bytes()).expect("written");
    });
    check(&long, "307201 bytes, more than the 262144");
}

#[test]
fn what_is_no_file_is_not_read() {
    use std::os::unix::fs::symlink;
    let home = Home::new();
    home.write("aaa.toml", &good());
    let at = |name: &str| home.path("data/library").join(name);
    fs::create_dir(at("folder.toml")).expect("made");
    rustix::fs::mknodat(rustix::fs::CWD, at("pipe.toml"), rustix::fs::FileType::Fifo, 0o600.into(), 0)
        .expect("made");
    std::os::unix::net::UnixListener::bind(at("socket.toml")).expect("made");
    symlink("/dev/zero", at("zero.toml")).expect("made");
    symlink("loop.toml", at("loop.toml")).expect("made");
    symlink("/proc/self/environ", at("environ.toml")).expect("made");
    symlink("nowhere.toml", at("nowhere.toml.toml")).expect("made");
    let check = |name: &str, expected: &str| {
        let said = messages(&home, name);
        assert!(said.contains(expected) && said.starts_with(&format!("{name}: 0 phrases")), "{said}");
    };
    check("folder.toml", "no ordinary file");
    check("pipe.toml", "no ordinary file");
    check("socket.toml", "no ordinary file");
    check("zero.toml", "no ordinary file");
    check("loop.toml", "the link leads nowhere");
    check("nowhere.toml.toml", "the link leads nowhere");
    let environ = messages(&home, "environ.toml");
    assert!(!environ.contains("PATH"), "{environ}");
    home.add("mine", "my words");
    assert_eq!(home.text_of("mine").as_deref(), Some("my words"));
}

#[test]
fn a_pack_cut_anywhere_never_loses_a_phrase_of_its_last_good_version() {
    let home = Home::new();
    for id in ["a", "b", "c"] {
        home.add(id, &format!("words of {id} 您好"));
    }
    let whole = fs::read(home.path("data/library/mine.toml")).expect("readable");
    for cut in 0..whole.len() {
        fs::write(home.path("data/library/mine.toml"), &whole[..cut]).expect("written");
        let loaded = home.store().load();
        let (library, problems) = Library::from_packs(&loaded.packs);
        let said = loaded.problems.iter().chain(&problems).any(|problem| problem.cost != Cost::Nothing);
        // A cut between two entries is a sound pack with fewer phrases; nobody can tell it from a deletion.
        let all = ["a", "b", "c"].iter().all(|id| library.get(&PhraseId::new(*id)).is_some());
        assert!(all || !said, "cut at {cut}: {problems:?}");
    }
    println!("cuts: {} tried", whole.len());
}
