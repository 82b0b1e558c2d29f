//! Hands garbage to what reads a hotkey and to what writes a mail link: `text-fuzz [short|long]` prints what was tried,
//! and ends with 1 if anything panicked or did not read back.

#![allow(clippy::print_stdout, reason = "it is a program for the terminal")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use fencun_core::ports::Letter;
use fencun_desktop::hotkey::Hotkey;
use fencun_desktop::mail::mailto;

const PIECES: [&str; 30] = [
    "Ctrl",
    "ctrl",
    "Control",
    "Alt",
    "Shift",
    "Super",
    "Win",
    "Cmd",
    "Meta",
    "+",
    "++",
    " ",
    "Space",
    "F1",
    "F25",
    "K",
    "k",
    "ß",
    "é",
    "中",
    "分寸",
    "-",
    "\0",
    "\u{202e}",
    "&bcc=x@y.example",
    "?",
    "#",
    "%",
    "\r\n",
    "👍🏽",
];

fn main() -> ExitCode {
    let long = std::env::args().nth(1).as_deref() == Some("long");
    let time = Duration::from_secs(if long { 60 } else { 2 });
    std::panic::set_hook(Box::new(|_| {}));
    let wrong = fuzz("hotkey", time, hotkey) + fuzz("mail link", time, mail_link);
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn fuzz(name: &str, time: Duration, target: fn(&str)) -> usize {
    let (mut tried, mut wrong, mut dice) = (0_usize, 0, 9_u64);
    let until = Instant::now() + time;
    while Instant::now() < until {
        let text = garbage(&mut dice);
        tried += 1;
        if catch_unwind(AssertUnwindSafe(|| target(&text))).is_err() {
            wrong += 1;
            println!("fuzz, {name}: {text:?}");
        }
    }
    println!("fuzz, {name}: {tried} inputs, {wrong} went wrong");
    wrong
}

/// What is a hotkey is the same one when it is written in its usual spelling.
fn hotkey(text: &str) {
    if let Ok(hotkey) = Hotkey::parse(text) {
        assert_eq!(Hotkey::parse(&hotkey.to_string()).map(|again| again.to_string()), Ok(hotkey.to_string()));
    }
}

/// Whatever the words are, the link is one word of plain signs with our own two parameters at most.
fn mail_link(text: &str) {
    let letter = Letter { to: text.to_owned(), subject: text.to_owned(), body: text.to_owned() };
    let link = mailto(&letter);
    assert!(link.starts_with("mailto:") && link.chars().all(|c| c.is_ascii_graphic()), "{link}");
    assert!(
        link.matches('?').count() <= 1 && link.matches('&').count() <= 1 && !link.contains('#'),
        "{link}"
    );
}

fn garbage(dice: &mut u64) -> String {
    let mut roll = |sides: usize| {
        *dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(*dice >> 33).unwrap_or(0) % sides
    };
    let count = roll(8);
    let mut text: String = (0..count).map(|_| PIECES[roll(PIECES.len())]).collect();
    if roll(4) == 0 {
        let any = u32::try_from(roll(0x11_0000)).ok().and_then(char::from_u32);
        text.extend(any);
    }
    text
}
