//! Somebody else writes the pack while we save: each of their versions is in the pack, in the history, or was replaced
//! by themselves; and each of our saves holds.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::Length;
use crate::home::{self, phrase, store};

/// How another program writes a file.
#[derive(Clone, Copy, Debug)]
enum Manner {
    /// Into the same file, as simple scripts do.
    InPlace,
    /// A new file in the place of the old, as editors and sync programs do.
    Renamed,
    /// Into the same file, in pieces.
    InPieces,
}

/// All manners. The answer is how many versions were overwritten unseen.
pub(crate) fn all(length: Length) -> usize {
    let versions = if length == Length::Long { 2_000 } else { 150 };
    [Manner::Renamed, Manner::InPlace, Manner::InPieces]
        .into_iter()
        .map(|manner| race(manner, versions))
        .sum()
}

fn race(manner: Manner, versions: usize) -> usize {
    let home = std::env::temp_dir().join(format!("fencun-torture-{}-{manner:?}", std::process::id()));
    let mine = home.join("data/library/mine.toml");
    store(&home).save_phrase(&phrase("theirs", "version 0"), None, "add").expect("a new home takes a phrase");
    let over = AtomicBool::new(false);
    let (ours, gone) = std::thread::scope(|scope| {
        let saving = scope.spawn(|| save_all_the_while(&home, &over));
        let gone = write(&mine, manner, versions);
        over.store(true, Ordering::SeqCst);
        (saving.join().expect("the saving thread does not panic"), gone)
    });
    let lost = lost(&home, &gone, &ours);
    let merges = store(&home).history(None).unwrap_or_default();
    let merges = merges.iter().filter(|operation| operation.operation == "merge").count();
    let saves = ours.len();
    println!(
        "outside, {manner:?}: {versions} versions against {saves} saves, {merges} at the same moment, {lost} lost"
    );
    let _ = fs::remove_dir_all(&home);
    lost
}

/// Saves phrases of our own until the other is done; the answer is what was said to be saved.
fn save_all_the_while(home: &Path, over: &AtomicBool) -> Vec<String> {
    let store = store(home);
    let mut saved = Vec::new();
    for number in 0_usize.. {
        let id = format!("ours-{}", number % 50);
        let words = format!("save {number}");
        if store.save_phrase(&phrase(&id, &words), None, "edit").is_ok() {
            saved.push(words);
        }
        if over.load(Ordering::SeqCst) {
            break;
        }
    }
    saved
}

/// Reads the pack, puts the next version of their phrase into it, and writes it, at ever other moments. The answer is
/// each version that was not there any more when they read again.
fn write(mine: &Path, manner: Manner, versions: usize) -> Vec<String> {
    let (mut gone, mut last) = (Vec::new(), "version 0".to_owned());
    for version in 1..=versions {
        std::thread::sleep(std::time::Duration::from_micros((version as u64 * 7_919) % 9_000));
        let Ok(text) = fs::read_to_string(mine) else { continue };
        if !text.lines().any(|line| line == last) {
            gone.push(last.clone());
        }
        let words = format!("version {version}");
        let Ok(changed) = fencun_core::pack::put(&text, &phrase("theirs", &words)) else { continue };
        let done = match manner {
            Manner::InPlace => fs::write(mine, &changed),
            Manner::InPieces => in_pieces(mine, &changed),
            Manner::Renamed => {
                let temp = mine.with_extension("theirs");
                fs::write(&temp, &changed).and_then(|()| fs::rename(&temp, mine))
            }
        };
        if done.is_ok() {
            last = words;
        }
    }
    gone.push(last);
    gone
}

fn in_pieces(mine: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write;
    let mut file = fs::File::create(mine)?;
    for piece in text.as_bytes().chunks(97) {
        file.write_all(piece)?;
        std::thread::yield_now();
    }
    Ok(())
}

/// Their versions that went and are nowhere to be found, and our saves that are nowhere to be found.
fn lost(home: &Path, gone: &[String], ours: &[String]) -> usize {
    let complaints = home::complaints(home);
    for complaint in &complaints {
        println!("outside: {complaint}");
    }
    let read = |path: &std::path::PathBuf| fs::read(path).ok();
    let everything: Vec<Vec<u8>> = home::files(home).iter().filter_map(read).collect();
    let texts = everything.iter().map(|bytes| String::from_utf8_lossy(bytes));
    let lines: HashSet<String> =
        texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let lost: Vec<&String> = gone.iter().chain(ours).filter(|words| !lines.contains(*words)).collect();
    for words in &lost {
        println!("outside: {words} is lost");
    }
    complaints.len() + lost.len()
}
