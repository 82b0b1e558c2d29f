//! How long a library takes to load, and how much memory: 2,000 and 100,000 phrases of natural length in 20 packs.
//!
//! `cargo bench -p fencun-store --bench load`. It fails when a figure is over its limit.

#![allow(clippy::print_stdout, reason = "a bench tells what it measured")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use fencun_core::{Library, Problem};
use fencun_store::{Places, Store};

const PACKS: usize = 20;

/// So often a library is loaded; the middle counts.
const RUNS: usize = 5;

/// The most that 100,000 phrases may take up, so that the index and the rest of the program fit into 400 MiB.
const MEBIBYTES: u64 = 180;

fn main() -> ExitCode {
    let folder = std::env::temp_dir().join(format!("fencun-load-{}", std::process::id()));
    let before = peak();
    let small = measure(&folder.join("small"), 2_000, Duration::from_millis(60));
    let large = measure(&folder.join("large"), 100_000, Duration::from_secs(3));
    let memory = peak().zip(before).map(|(after, before)| after.saturating_sub(before));
    if let Some(memory) = memory {
        println!("100000 phrases: {memory} MiB at most, of {MEBIBYTES}");
    }
    let _ = fs::remove_dir_all(folder);
    let fits = memory.is_none_or(|memory| memory <= MEBIBYTES);
    if small && large && fits { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Loads a library of so many phrases, then once more after one of its packs has changed.
fn measure(home: &Path, phrases: usize, limit: Duration) -> bool {
    let bytes = write_library(&home.join("data/library"), phrases);
    let [config, data, state] = ["config", "data", "state"].map(|name| home.join(name));
    let places = Places { config, data, state };
    let mut firsts: Vec<Duration> = (0..RUNS).map(|_| load(&Store::open(places.clone())).0).collect();
    firsts.sort();
    let first = firsts[RUNS / 2];
    let store = Store::open(places);
    let (_, library, problems) = load(&store);
    let undefined = problems.iter().filter(|problem| problem.message.starts_with("no pack defines")).count();
    assert_eq!((library.entries().len(), problems.len()), (phrases, undefined), "everything is read");
    let pack = home.join("data/library/pack-07.toml");
    let text = fs::read_to_string(&pack).expect("it was written just now");
    fs::write(&pack, text.replacen("firmness = 1", "firmness = 2", 1)).expect("writable");
    let (second, again, _) = load(&store);
    assert_eq!(again.entries().len(), phrases);
    println!(
        "{phrases} phrases, {} bytes each: {first:.1?} of {limit:.1?}; again after a change of one pack: {second:.1?}",
        bytes / phrases
    );
    first <= limit
}

fn load(store: &Store) -> (Duration, Library, Vec<Problem>) {
    let start = Instant::now();
    let (library, problems) = Library::from_packs(&store.load().packs);
    (start.elapsed(), library, problems)
}

/// Writes packs of phrases in Chinese and English. The answer is how many bytes they have.
fn write_library(folder: &Path, phrases: usize) -> usize {
    fs::create_dir_all(folder).expect("a folder for the bench");
    let (mut dice, mut bytes) = (Dice(7), 0);
    for pack in 0..PACKS {
        let mut text = format!("schema = 1\n\n[pack]\nid = \"pack-{pack:02}\"\ntitle = \"Pack {pack}\"\n");
        for number in 0..phrases / PACKS {
            entry(&mut text, &format!("p{pack:02}-{number:05}"), &mut dice);
        }
        bytes += text.len();
        fs::write(folder.join(format!("pack-{pack:02}.toml")), text).expect("writable");
    }
    bytes
}

fn entry(text: &mut String, id: &str, dice: &mut Dice) {
    let (culture, language) = dice.of(&[
        ("taiwan", "zh-Hant-TW"),
        ("shanghai", "zh-Hans-CN"),
        ("international", "en"),
        ("taiwan", "en"),
    ]);
    let clauses: &[&str] = if language == "en" { &ENGLISH } else { &CHINESE };
    let words = |dice: &mut Dice, least: usize| {
        let mut words = String::new();
        while words.len() < least {
            words.push_str(dice.of(clauses));
        }
        words
    };
    let (title, body, gloss, note) = (words(dice, 12), words(dice, 150), words(dice, 30), words(dice, 20));
    let situation = dice.of(&["move-to-email", "after-hours", "voice-message", "missed-call", "on-leave"]);
    let ranks = dice.of(&["\"senior\"", "\"peer\", \"junior\"", "\"client\"", "\"senior\", \"client\""]);
    let firmness = dice.roll(4) + 1;
    writeln!(
        text,
        "\n[[phrase]]\nid = \"{id}\"\nsituation = \"{situation}\"\nculture = \"{culture}\"\nlanguage = \"{language}\"\n\
         rank = [{ranks}]\nfirmness = {firmness}\nchannel = \"chat\"\ntitle = \"{title}\"\ntext = '''\n{{greeting}}{body}\n'''\n\
         gloss = {{ en = \"{gloss}\" }}\nnote = {{ en = \"{note}\" }}\ntags = [\"late\", \"work\"]"
    )
    .expect("a String takes everything");
}

const CHINESE: [&str; 12] = [
    "這件事麻煩您寄到我的信箱，",
    "我会尽快在邮件里回复您，",
    "這樣主管也看得到進度，",
    "不好意思現在不方便看手機，",
    "为了方便存档，",
    "請把檔案和報價一起附上，",
    "今天下班前给您答复，",
    "若是急件請直接來電，",
    "谢谢您的理解。",
    "謝謝您！",
    "我们公司规定客户资料只走邮件，",
    "明天早上九點以後再與您確認。",
];

const ENGLISH: [&str; 10] = [
    "could you send this to my email, please, ",
    "so that the whole team can follow it; ",
    "I do not check this app during the day, ",
    "and I would hate to miss your message. ",
    "I will answer by tomorrow noon, ",
    "our policy keeps client files in the mailbox, ",
    "thank you for understanding. ",
    "If it is urgent, please call the office; ",
    "kindly attach the quote as well, ",
    "and copy my deputy. ",
];

/// The same numbers on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())]
    }
}

/// The most memory this process has had, in MiB; None where the system does not say.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kibibytes| kibibytes / 1024)
}
