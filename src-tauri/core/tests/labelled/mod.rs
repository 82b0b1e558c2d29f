//! Messages whose findings people have named, and how well the check finds the same. The tests and the bench share it.
//!
//! A file holds lines of four kinds. `@ culture language rank firmness channel situation` sets whom the next messages
//! are for. `[rule]` names a rule, and after it `+ text` is a message in which it must find something, `- text` one in
//! which it must not. `= low-high rule rule : text` names everything that is to be found in a message (`-` is nothing),
//! and between which scores its firmness lies.

#![allow(dead_code, reason = "each test takes what it needs")]
#![allow(clippy::panic, clippy::print_stdout, reason = "only tests and a bench read this")]

use std::collections::BTreeMap;

use fencun_core::check::{self, Context, Rule};
use fencun_core::{Channel, CultureId, Firmness, Language, Localized, Phrase, PhraseId, Rank, SituationId};

const FILES: &[(&str, &str)] = &[
    ("script-and-words", include_str!("script-and-words.txt")),
    ("address", include_str!("address.txt")),
    ("refusal", include_str!("refusal.txt")),
    ("channel", include_str!("channel.txt")),
    ("english", include_str!("english.txt")),
    ("more", include_str!("more.txt")),
    ("third", include_str!("third.txt")),
    ("messages-1", include_str!("messages-1.txt")),
    ("messages-2", include_str!("messages-2.txt")),
    ("messages-3", include_str!("messages-3.txt")),
    ("messages-4", include_str!("messages-4.txt")),
    ("messages-5", include_str!("messages-5.txt")),
    ("messages-6", include_str!("messages-6.txt")),
    ("messages-7", include_str!("messages-7.txt")),
];

/// A message and what is to be said about it.
pub(crate) struct Case {
    /// In which file, for reports.
    pub(crate) file: &'static str,
    /// The message, and whom it is for.
    pub(crate) phrase: Phrase,
    /// Rules that must find something.
    pub(crate) wanted: Vec<Rule>,
    /// Rules that must not.
    pub(crate) unwanted: Vec<Rule>,
    /// Between which scores its firmness lies.
    pub(crate) firmness: Option<(f64, f64)>,
}

/// A phrase with nothing but words.
pub(crate) fn phrase(text: &str) -> Phrase {
    Phrase {
        id: PhraseId::new("p"),
        situation: SituationId::new("move-to-email"),
        culture: CultureId::new("taiwan"),
        language: Language::new("zh-Hant-TW"),
        ranks: vec![Rank::Client],
        firmness: Firmness::new(1).expect("1 is a firmness"),
        channel: Channel::Chat,
        reason: None,
        title: "t".into(),
        subject: None,
        text: text.to_owned(),
        gloss: Localized::default(),
        note: Localized::default(),
        tags: Vec::new(),
        serves: BTreeMap::new(),
        sensitive: false,
        silenced: BTreeMap::new(),
        source: None,
    }
}

/// All messages of all files.
pub(crate) fn cases() -> Vec<Case> {
    FILES.iter().flat_map(|(name, text)| read(name, text)).collect()
}

fn read(file: &'static str, text: &str) -> Vec<Case> {
    let (mut rule, mut template, mut cases) = (None, phrase(""), Vec::new());
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(word) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            rule = Some(named(file, word));
            continue;
        }
        let (mark, rest) = line.split_once(' ').expect("a mark and a text");
        let one = || vec![rule.expect("a rule stands above a message of one rule")];
        let case = |wanted, unwanted, firmness, text: &str| Case {
            file,
            phrase: Phrase { text: unescaped(text), ..template.clone() },
            wanted,
            unwanted,
            firmness,
        };
        match mark {
            "@" => set(&mut template, rest),
            "+" => cases.push(case(one(), Vec::new(), None, rest)),
            "-" => cases.push(case(Vec::new(), one(), None, rest)),
            "=" => {
                let (head, text) = rest.split_once(" : ").expect("what is to be found, and a text");
                let (low, high, wanted) = whole(file, head);
                let others = Rule::ALL.iter().copied().filter(|rule| !wanted.contains(rule)).collect();
                cases.push(case(wanted, others, Some((low, high)), text));
            }
            other => panic!("{file}: no mark {other}"),
        }
    }
    cases
}

/// `low-high rule rule`
fn whole(file: &str, head: &str) -> (f64, f64, Vec<Rule>) {
    let mut words = head.split_whitespace();
    let range = words.next().and_then(|word| word.split_once('-')).expect("two scores");
    let number = |word: &str| word.parse().expect("a score");
    (
        number(range.0),
        number(range.1),
        words.filter(|word| *word != "-").map(|word| named(file, word)).collect(),
    )
}

fn named(file: &str, word: &str) -> Rule {
    Rule::parse(word).unwrap_or_else(|| panic!("{file}: no rule {word}"))
}

/// `culture language rank firmness channel situation`, in one line.
pub(crate) fn set(phrase: &mut Phrase, line: &str) {
    let words: Vec<&str> = line.split_whitespace().collect();
    phrase.culture = CultureId::new(words[0]);
    phrase.language = Language::new(words[1]);
    phrase.ranks = words[2].split('+').map(|word| Rank::parse(word).expect("a rank")).collect();
    phrase.firmness = Firmness::new(words[3].parse().expect("a number")).expect("a firmness");
    phrase.channel = Channel::parse(words[4]).expect("a channel");
    phrase.situation = SituationId::new(words[5]);
}

fn unescaped(text: &str) -> String {
    let mut rest = text.replace("\\n", "\n");
    while let Some(at) = rest.find("\\u{") {
        let end = at + rest[at..].find('}').expect("an escape is closed");
        let code = u32::from_str_radix(&rest[at + 3..end], 16).expect("a hexadecimal number");
        let character = char::from_u32(code).expect("a character");
        rest.replace_range(at..=end, &character.to_string());
    }
    rest
}

/// How often a rule was right.
#[derive(Default)]
pub(crate) struct Tally {
    /// Found, and named by people.
    pub(crate) found: u32,
    /// Named, and not found.
    pub(crate) missed: u32,
    /// Found, and not named.
    pub(crate) wrong: u32,
    /// Neither.
    pub(crate) quiet: u32,
}

impl Tally {
    /// How much of what it finds people would name.
    pub(crate) fn precision(&self) -> f64 {
        f64::from(self.found) / f64::from((self.found + self.wrong).max(1))
    }

    /// How much of what people named it finds.
    pub(crate) fn recall(&self) -> f64 {
        f64::from(self.found) / f64::from((self.found + self.missed).max(1))
    }
}

/// The tallies of all rules, and the messages that were read otherwise than people do.
#[derive(Default)]
pub(crate) struct Measured {
    /// By rule.
    pub(crate) tallies: BTreeMap<Rule, Tally>,
    /// One line each.
    pub(crate) mistakes: Vec<String>,
    /// Messages whose firmness was named, and how many of them were scored as named.
    pub(crate) firmness: (usize, usize),
}

/// Checks all messages.
pub(crate) fn measure(cases: &[Case]) -> Measured {
    let mut measured = Measured::default();
    for case in cases {
        let report = check::check(&case.phrase, &Context::default());
        for (rules, wanted) in [(&case.wanted, true), (&case.unwanted, false)] {
            for rule in rules {
                let found = report.findings.iter().any(|finding| finding.rule == *rule);
                measured.count(*rule, wanted, found, case);
            }
        }
        if let Some((low, high)) = case.firmness {
            let right = (low..=high).contains(&report.firmness_score);
            measured.firmness.0 += 1;
            measured.firmness.1 += usize::from(right);
            if !right {
                let text = format!(
                    "{}: {} not {low}-{high}: {}",
                    case.file, report.firmness_score, case.phrase.text
                );
                measured.mistakes.push(text);
            }
        }
    }
    measured
}

impl Measured {
    fn count(&mut self, rule: Rule, wanted: bool, found: bool, case: &Case) {
        let tally = self.tallies.entry(rule).or_default();
        *match (wanted, found) {
            (true, true) => &mut tally.found,
            (true, false) => &mut tally.missed,
            (false, true) => &mut tally.wrong,
            (false, false) => &mut tally.quiet,
        } += 1;
        if wanted != found {
            let kind = if wanted { "missed" } else { "wrong" };
            self.mistakes.push(format!("{}: {rule} {kind}: {}", case.file, case.phrase.text));
        }
    }

    /// The table that people read.
    pub(crate) fn print(&self) {
        println!("{:<30}{:>6}{:>6}{:>11}{:>8}", "rule", "+", "-", "precision", "recall");
        for (rule, tally) in &self.tallies {
            let (wanted, quiet) = (tally.found + tally.missed, tally.wrong + tally.quiet);
            let (precision, recall) = (tally.precision(), tally.recall());
            println!("{:<30}{wanted:>6}{quiet:>6}{precision:>11.2}{recall:>8.2}", rule.as_str());
        }
        println!("firmness as people named it: {} of {}", self.firmness.1, self.firmness.0);
        for mistake in &self.mistakes {
            println!("{mistake}");
        }
    }

    /// What keeps the check from being good enough: rules under nine in ten, and sets that are too small to tell.
    pub(crate) fn shortcomings(&self) -> Vec<String> {
        let mut found = Vec::new();
        let empty = Tally::default();
        for rule in Rule::ALL {
            let tally = self.tallies.get(rule).unwrap_or(&empty);
            if tally.found + tally.missed < 10 || tally.wrong + tally.quiet < 10 {
                found.push(format!("{rule} has fewer than ten messages of a kind"));
            }
            if tally.precision() < 0.9 || tally.recall() < 0.9 {
                found.push(format!(
                    "{rule}: precision {:.2}, recall {:.2}",
                    tally.precision(),
                    tally.recall()
                ));
            }
        }
        found
    }
}
