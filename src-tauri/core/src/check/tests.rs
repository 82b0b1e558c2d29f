//! The check against messages whose findings people have named, and against the packs we ship.

use std::collections::BTreeMap;

use super::*;
use crate::pack::{Layer, PackFile};
use crate::{Channel, CultureId, Firmness, Language, Library, Localized, PhraseId, Rank, SituationId};

const LABELLED: &[(&str, &str)] = &[
    ("script-and-words", include_str!("labelled/script-and-words.txt")),
    ("address", include_str!("labelled/address.txt")),
    ("refusal", include_str!("labelled/refusal.txt")),
    ("channel", include_str!("labelled/channel.txt")),
    ("english", include_str!("labelled/english.txt")),
    ("more", include_str!("labelled/more.txt")),
];

pub(super) fn phrase(text: &str) -> Phrase {
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

/// `culture language rank firmness channel situation`, in one line.
fn set(phrase: &mut Phrase, line: &str) {
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

struct Labelled {
    rule: Rule,
    wanted: bool,
    phrase: Phrase,
}

fn labelled() -> Vec<Labelled> {
    let mut all = Vec::new();
    for (name, file) in LABELLED {
        let (mut rule, mut template) = (None, phrase(""));
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(word) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                rule = Some(Rule::parse(word).unwrap_or_else(|| panic!("{name}: no rule {word}")));
                continue;
            }
            let (mark, text) = line.split_once(' ').expect("a mark and a text");
            match mark {
                "@" => set(&mut template, text),
                "+" | "-" => {
                    let phrase = Phrase { text: unescaped(text), ..template.clone() };
                    all.push(Labelled { rule: rule.expect("a rule first"), wanted: mark == "+", phrase });
                }
                other => panic!("{name}: no mark {other}"),
            }
        }
    }
    all
}

#[derive(Default)]
struct Tally {
    found: u32,
    missed: u32,
    wrong: u32,
    right_to_be_quiet: u32,
}

impl Tally {
    fn precision(&self) -> f64 {
        f64::from(self.found) / f64::from((self.found + self.wrong).max(1))
    }

    fn recall(&self) -> f64 {
        f64::from(self.found) / f64::from((self.found + self.missed).max(1))
    }
}

#[test]
fn every_rule_finds_what_people_named_and_little_else() {
    let mut tallies: BTreeMap<Rule, Tally> = BTreeMap::new();
    let mut mistakes = String::new();
    for Labelled { rule, wanted, phrase } in labelled() {
        let report = check(&phrase, &Context::default());
        let found = report.findings.iter().any(|finding| finding.rule == rule);
        let tally = tallies.entry(rule).or_default();
        *match (wanted, found) {
            (true, true) => &mut tally.found,
            (true, false) => &mut tally.missed,
            (false, true) => &mut tally.wrong,
            (false, false) => &mut tally.right_to_be_quiet,
        } += 1;
        if wanted != found {
            let (kind, text) = (if wanted { "missed" } else { "wrong" }, &phrase.text);
            mistakes.push_str(&format!("{rule} {kind}: {text}\n"));
        }
    }
    println!("{:<30}{:>6}{:>6}{:>11}{:>8}", "rule", "+", "-", "precision", "recall");
    for (rule, tally) in &tallies {
        let (wanted, quiet) = (tally.found + tally.missed, tally.wrong + tally.right_to_be_quiet);
        println!(
            "{:<30}{wanted:>6}{quiet:>6}{:>11.2}{:>8.2}",
            rule.as_str(),
            tally.precision(),
            tally.recall()
        );
    }
    println!("{mistakes}");
    for rule in Rule::ALL {
        let tally = &tallies[rule];
        assert!(tally.found + tally.missed >= 10, "{rule} has too few messages that must be found");
        assert!(tally.wrong + tally.right_to_be_quiet >= 10, "{rule} has too few near misses");
        assert!(tally.precision() >= 0.9, "{rule}: {mistakes}");
        assert!(tally.recall() >= 0.9, "{rule}: {mistakes}");
    }
}

/// The packs beside this crate.
fn shipped() -> Library {
    let files = [
        ("fencun.toml", include_str!("../../../packs/fencun.toml")),
        ("international-en.toml", include_str!("../../../packs/international-en.toml")),
        ("shanghai-en.toml", include_str!("../../../packs/shanghai-en.toml")),
        ("shanghai-zh.toml", include_str!("../../../packs/shanghai-zh.toml")),
        ("taiwan-zh.toml", include_str!("../../../packs/taiwan-zh.toml")),
    ];
    let files =
        files.map(|(name, text)| PackFile { name: name.into(), layer: Layer::Shipped, text: text.into() });
    Library::from_files(&files).0
}

#[test]
fn the_packs_we_ship() {
    let library = shipped();
    let mut by_rung: BTreeMap<u8, Vec<f64>> = BTreeMap::new();
    for entry in library.entries() {
        let report = check(&entry.phrase, &Context::default());
        by_rung.entry(entry.phrase.firmness.value()).or_default().push(report.firmness_score);
        for finding in &report.findings {
            let words: String =
                entry.phrase.text.chars().skip(finding.span.start).take(finding.span.len().min(30)).collect();
            println!("{} {} {}: {words}", entry.phrase.id, finding.rule, finding.severity.as_str());
        }
    }
    for (rung, scores) in &by_rung {
        let count = f64::from(u32::try_from(scores.len()).expect("not that many"));
        println!("rung {rung}: {} phrases, mean {:.2}", scores.len(), scores.iter().sum::<f64>() / count);
    }
}

#[test]
fn zz_dump_for_fit() {
    use super::words::Class as C;
    let classes = [
        C::Before,
        C::LastNotice,
        C::Consequence,
        C::Duty,
        C::Rule,
        C::BareNo,
        C::Order,
        C::Refusal,
        C::Soft,
        C::Warm,
        C::Thanks,
        C::Apology,
    ];
    for entry in shipped().entries() {
        let p = &entry.phrase;
        let r = Reading::of(&p.text);
        let counts: Vec<String> = classes.iter().map(|c| r.all(*c).count().to_string()).collect();
        let q = u8::from(p.text.contains(['?', '？']));
        println!(
            "FIT {} {} {} {} {}",
            p.id,
            p.firmness.value(),
            u8::from(p.language.is_chinese()),
            q,
            counts.join(" ")
        );
    }
}

#[test]
fn zz_draft() {
    let text = include_str!("/work/shared/phrases-draft.md");
    let mut p = phrase("");
    for line in text.lines() {
        if let Some(h) = line.strip_prefix("### ") {
            let parts: Vec<&str> = h.split(" · ").collect();
            let (c, l) = match &parts[0][..2] {
                "TW" => ("taiwan", "zh-Hant-TW"),
                "CN" => ("shanghai", "zh-Hans-CN"),
                _ => ("international", "en"),
            };
            p.id = PhraseId::new(parts[0]);
            p.culture = CultureId::new(c);
            p.language = Language::new(l);
            p.ranks = vec![Rank::parse(parts[1]).unwrap()];
            let s = if parts[2].contains("after") {
                "after-hours"
            } else if parts[2].contains("meeting") {
                "decline-meeting"
            } else if parts[2].contains("extra") {
                "decline-task"
            } else if parts[2].contains("repeat") {
                "press-again"
            } else if parts[2].contains("redirect") {
                "move-to-email"
            } else {
                "other"
            };
            p.situation = SituationId::new(s);
            p.firmness = Firmness::new(parts[3][9..10].parse().unwrap()).unwrap();
        } else if let Some(ch) = line.strip_prefix("Channel: ") {
            p.channel = if ch.starts_with("email") { Channel::Email } else { Channel::Chat };
        } else if let Some(t) = line.strip_prefix("> ") {
            p.text = t
                .replace("{recipient}", "{greeting}")
                .replace("{name}", "{their_name}")
                .replace("{email}", "{my_email}");
            let r = check(&p, &Context::default());
            println!(
                "DRAFT {} f{} score {} {:?}",
                p.id,
                p.firmness.value(),
                r.firmness_score,
                r.findings
                    .iter()
                    .map(|f| format!(
                        "{} {:?}",
                        f.rule,
                        p.text.chars().skip(f.span.start).take(f.span.len().min(12)).collect::<String>()
                    ))
                    .collect::<Vec<_>>()
            );
        }
    }
}
