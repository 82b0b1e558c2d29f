//! What the check promises of every text, whatever its words.

use std::collections::BTreeMap;

use super::*;
use crate::{Channel, CultureId, Firmness, Language, Localized, PhraseId, Rank, SituationId};

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
    assert_eq!(unknown_silences(&quiet).count(), 0);
}

#[test]
fn a_misspelt_rule_silences_nothing_and_is_told() {
    let silenced = BTreeMap::from([("pronoun-rnak".to_owned(), "an old friend".to_owned())]);
    let phrase = Phrase { silenced, ..phrase("你好，訊息收到了。") };
    assert_eq!(unknown_silences(&phrase).collect::<Vec<_>>(), ["pronoun-rnak"]);
    assert_eq!(check(&phrase, &Context::default()).findings.len(), 1);
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
