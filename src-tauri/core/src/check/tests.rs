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
    ("third", include_str!("labelled/third.txt")),
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
        ("taiwan-en.toml", include_str!("../../../packs/taiwan-en.toml")),
        ("taiwan-zh.toml", include_str!("../../../packs/taiwan-zh.toml")),
    ];
    let files =
        files.map(|(name, text)| PackFile { name: name.into(), layer: Layer::Shipped, text: text.into() });
    Library::from_files(&files).0
}

#[test]
fn the_packs_we_ship_hold_nothing_that_is_wrong_there() {
    let mut wrong = Vec::new();
    for entry in shipped().entries() {
        for finding in check(&entry.phrase, &Context::default()).findings {
            println!("{} {} {} {:?}", entry.phrase.id, finding.rule, finding.severity.as_str(), finding.span);
            if finding.severity == Severity::Problem {
                wrong.push(format!("{} {}", entry.phrase.id, finding.rule));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The score knows nothing of the rung an editor gave a phrase, yet must follow it.
#[test]
fn the_score_rises_with_the_rungs_of_the_packs() {
    let mut rungs: BTreeMap<Firmness, Vec<f64>> = BTreeMap::new();
    for entry in shipped().entries() {
        let score = check(&entry.phrase, &Context::default()).firmness_score;
        rungs.entry(entry.phrase.firmness).or_default().push(score);
    }
    let mean =
        |scores: &Vec<f64>| scores.iter().sum::<f64>() / f64::from(u32::try_from(scores.len()).unwrap());
    let means: Vec<f64> = rungs.values().map(mean).collect();
    println!("{means:.2?}");
    assert_eq!(means.len(), 4);
    assert!(means.is_sorted_by(|a, b| a + 0.2 < *b), "{means:.2?}");
}

/// The rules that do not look at the script itself.
fn tone(phrase: &Phrase) -> Vec<(Rule, std::ops::Range<usize>)> {
    let form = [Rule::ScriptMismatch, Rule::MixedScript, Rule::RegionWord, Rule::AsciiPunctuation];
    let findings = check(phrase, &Context::default()).findings;
    findings.into_iter().filter(|f| !form.contains(&f.rule)).map(|f| (f.rule, f.span)).collect()
}

#[test]
fn both_scripts_of_one_text_get_the_same_findings_of_tone() {
    for Labelled { phrase, .. } in labelled() {
        let other = |c: char| if fold::is_han(c) { fold::fold(c) } else { c };
        let simplified = Phrase { text: phrase.text.chars().map(other).collect(), ..phrase.clone() };
        assert_eq!(tone(&phrase), tone(&simplified), "{}", phrase.text);
    }
}

#[test]
fn a_silenced_rule_is_counted_and_not_told() {
    let loud = phrase("你好，訊息收到了。");
    let rules = |phrase: &Phrase| -> Vec<Rule> {
        check(phrase, &Context::default()).findings.iter().map(|finding| finding.rule).collect()
    };
    assert_eq!(rules(&loud), [Rule::PronounRank]);
    let silenced = BTreeMap::from([("pronoun-rank".to_owned(), "an old friend".to_owned())]);
    let quiet = Phrase { silenced, ..loud };
    assert_eq!((rules(&quiet).len(), check(&quiet, &Context::default()).silenced), (0, 1));
}

#[test]
fn an_audience_overrides_whom_the_phrase_is_for() {
    let phrase = phrase("再麻煩你寄到 {my_email}，謝謝。");
    let peer =
        Audience { culture: phrase.culture.clone(), rank: Rank::Peer, language: phrase.language.clone() };
    assert_eq!(check(&phrase, &Context::default()).findings.len(), 1);
    assert_eq!(check(&phrase, &Context { audience: Some(&peer) }).findings, []);
}

#[test]
fn findings_stand_where_the_words_are_and_say_what_to_do() {
    let check_one = |text: &str, rule: Rule, words: &str, suggestion: Option<&str>| {
        let report = check(&phrase(text), &Context::default());
        let finding = report.findings.iter().find(|finding| finding.rule == rule).expect(text);
        let found: String = text.chars().skip(finding.span.start).take(finding.span.len()).collect();
        assert_eq!((found.as_str(), finding.suggestion.as_deref()), (words, suggestion), "{text}");
        assert!(finding.message.len() > 20, "{text}");
    };
    check_one("請寄到我的郵箱 {my_email}。", Rule::RegionWord, "郵箱", Some("信箱"));
    check_one("你們的資料收到了。", Rule::PronounRank, "你", Some("貴公司"));
    check_one("收到,謝謝您。", Rule::AsciiPunctuation, ",", Some("，"));
    check_one("寄到 {my_emial}。", Rule::Placeholder, "{my_emial}", Some("{my_email}"));
    check_one("𠮷先生您好，谢謝您的來信，再見", Rule::MixedScript, "谢", None);
    check_one("收到\u{200b}了，謝謝您。", Rule::UnsafeCharacters, "\u{200b}", Some(""));
}

#[test]
fn any_text_can_be_checked() {
    let odd = [
        "",
        " ",
        "\n",
        "{",
        "}{",
        "{}",
        "？",
        "LINE",
        "LIN",
        "「",
        "\"\"\"",
        "12:",
        "1",
        "@",
        "你",
        "\u{202e}",
        "é9:3",
        "收到🙂",
        "9月",
        "Hi ,",
        "may",
        "3 may",
        "嗯",
        "!",
        "{greeting}",
        "不",
        "𠮷",
    ];
    for language in ["zh-Hant-TW", "zh-Hans-CN", "en", "ja", "zh-Hant-HK"] {
        for text in odd {
            let phrase = Phrase { language: Language::new(language), ..phrase(text) };
            let report = check(&phrase, &Context::default());
            let length = text.chars().count();
            assert!(report.findings.iter().all(|finding| finding.span.end <= length), "{text:?}");
            assert!((1.0..=4.0).contains(&report.firmness_score), "{text:?}");
            assert_eq!(report, check(&phrase, &Context::default()), "{text:?}");
        }
    }
}

#[test]
fn markers_say_what_they_do_to_this_reader() {
    let markers = check(&phrase("不好意思打擾您。不好意思，再麻煩您寄信。"), &Context::default()).markers;
    let told: Vec<_> = markers.iter().map(|m| (m.text.as_str(), m.effect.as_str())).collect();
    assert_eq!(told[0], ("不好意思", "opens softly, as is usual in Taiwan; once is enough"));
    assert!(told.contains(&("不好意思", "不好意思 twice reads as servile")));
    let mut peer = phrase("Could you email me, please?");
    set(&mut peer, "shanghai en peer 1 chat move-to-email");
    let markers = check(&peer, &Context::default()).markers;
    assert!(markers.iter().any(|m| m.text == "Could" && m.effect.contains("Chinese readers")), "{markers:?}");
}
