//! Mutated packs, settings, contacts and placeholders: whatever the bytes are, nothing panics, and what is written reads
//! back.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use fencun_core::pack::{self, Layer, PackFile};
use fencun_core::{Phrase, PhraseId, Piece, pieces};
use fencun_store::merge;

use crate::Length;
use crate::home::{phrase, store};

/// A target: what it is called, and what must not panic.
type Target = (&'static str, fn(&str, &str));

const TARGETS: [Target; 5] = [
    ("pack", read_and_write),
    ("settings", |text, _| from_disk("settings.toml", text)),
    ("contacts", |text, _| from_disk("contacts.toml", text)),
    ("merge", merge_both),
    ("placeholders", |text, _| {
        let together: String = pieces(text).iter().map(as_written).collect();
        assert_eq!(together, text, "the pieces are the text");
    }),
];

/// All targets. The answer is how many inputs went wrong.
pub(crate) fn all(length: Length) -> usize {
    let time = Duration::from_secs(if length == Length::Long { 60 } else { 2 });
    let seeds = seeds();
    // A panic is counted and told by its input; the stack is of no use a thousand times.
    std::panic::set_hook(Box::new(|_| {}));
    TARGETS.iter().map(|target| fuzz(target, time, &seeds)).sum()
}

fn fuzz((name, target): &Target, time: Duration, seeds: &[String]) -> usize {
    let (mut tried, mut wrong, mut dice) = (0_usize, 0, Dice(9));
    let until = Instant::now() + time;
    while Instant::now() < until {
        let (one, other) = (mutated(seeds, &mut dice), mutated(seeds, &mut dice));
        tried += 1;
        if catch_unwind(AssertUnwindSafe(|| target(&one, &other))).is_err() {
            wrong += 1;
            println!("fuzz, {name}: {one:?} {other:?}");
        }
    }
    println!("fuzz, {name}: {tried} inputs, {wrong} went wrong");
    wrong
}

fn read_and_write(text: &str, _: &str) {
    let read = |text: &str| {
        pack::read(&PackFile { name: "x.toml".into(), layer: Layer::Mine, text: text.to_owned() })
    };
    let others = |text: &str, id: &PhraseId| -> Vec<_> {
        let phrases = read(text).entries.into_iter().map(|entry| entry.phrase);
        phrases.filter(|phrase| phrase.id != *id).collect()
    };
    let new = phrase("fuzz", "words");
    if let Ok(changed) = pack::put(text, &new) {
        assert_eq!(others(text, &new.id), others(&changed, &new.id), "an edit changes its own entry only");
        assert!(text.contains("[]") || changed.starts_with(text), "what is added comes last");
    }
    if let Some(there) = read(text).entries.into_iter().next().map(|entry| entry.phrase) {
        let edited = Phrase { title: "fuzz".to_owned(), gloss: new.gloss, ..there.as_ref().clone() };
        if let Ok(changed) = pack::put(text, &edited) {
            assert_eq!(
                others(text, &there.id),
                others(&changed, &there.id),
                "an edit changes its own entry only"
            );
        }
        if let Ok(Some(gone)) = pack::remove(text, &there.id) {
            assert_eq!(
                others(text, &there.id),
                others(&gone, &there.id),
                "a removal takes its own entry only"
            );
        }
    }
}

fn merge_both(ours: &str, theirs: &str) {
    if let Ok(merged) = merge::merge_packs("", ours, theirs, "2026-01-31") {
        assert_eq!(merge::merge_packs(&merged, &merged, &merged, "2026-01-31").as_ref(), Ok(&merged));
    }
    assert!(merge::changed_ids(theirs, theirs).is_empty());
}

/// Reads it as a file of a home in memory.
fn from_disk(name: &str, text: &str) {
    let home = Path::new("/dev/shm").join(format!("fencun-fuzz-{}", std::process::id()));
    let _ = std::fs::create_dir_all(home.join("config"));
    if std::fs::write(home.join("config").join(name), text).is_ok() {
        store(&home).load_settings();
        store(&home).load_contacts();
    }
    let _ = std::fs::remove_dir_all(home);
}

fn as_written(piece: &Piece<'_>) -> String {
    match piece {
        Piece::Words(words) => (*words).to_owned(),
        Piece::Placeholder(name) => format!("{{{}}}", name.as_str()),
    }
}

fn seeds() -> Vec<String> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/broken");
    let files = std::fs::read_dir(fixtures).into_iter().flatten().flatten();
    let mut seeds: Vec<String> = files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect();
    seeds.push(
        "[profile]\nname = \"A\"\n[profile.app]\ntaiwan = \"LINE\"\n[languages]\ntaiwan = [\"en\"]\n[behaviour]\nhotkey = \"\"\n".into(),
    );
    seeds.push("[[contact]]\nid = \"a\"\nname = \"A\"\nculture = \"taiwan\"\nrank = \"peer\"\n".into());
    seeds.push("您好 {greeting}{{x}} {a b} {} {my_email".into());
    seeds
}

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

const PIECES: [&str; 24] = [
    "[[phrase]]",
    "[phrase]",
    "id = \"x-1\"",
    "'''",
    "\"\"\"",
    "{",
    "}",
    "[",
    "]",
    "=",
    "\n",
    "\r",
    "\0",
    "\u{202e}",
    "\u{feff}",
    "#",
    ".",
    ",",
    "\\u0000",
    "1e999",
    "schema = 2",
    "text = \"\"",
    "[pack]",
    "𝕏",
];

/// A seed with a few pieces put in, taken out, doubled or taken from another.
fn mutated(seeds: &[String], dice: &mut Dice) -> String {
    let pick = |dice: &mut Dice| seeds.get(dice.roll(seeds.len())).cloned().unwrap_or_default();
    let mut text: Vec<char> = pick(dice).chars().collect();
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(text.len() + 1);
        let end = (at + dice.roll(20)).min(text.len());
        match dice.roll(4) {
            0 => drop(text.splice(at..at, PIECES[dice.roll(PIECES.len())].chars())),
            1 => drop(text.drain(at..end)),
            2 => {
                let doubled: Vec<char> = text[at..end].to_vec();
                text.splice(end..end, doubled);
            }
            _ => {
                let other: Vec<char> = pick(dice).chars().collect();
                let from = dice.roll(other.len() + 1);
                text.splice(at..end, other[from..].iter().take(200).copied());
            }
        }
    }
    text.into_iter().collect()
}
