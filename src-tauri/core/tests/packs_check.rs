//! The packs we ship against our own check.

mod packs;

use std::collections::BTreeMap;

use fencun_core::check::{Context, Rule, check};
use fencun_core::{Phrase, Rank};

fn rules(phrase: &Phrase) -> Vec<Rule> {
    check(phrase, &Context::default()).findings.iter().map(|finding| finding.rule).collect()
}

#[test]
fn there_is_no_finding_that_nobody_explained() {
    let library = packs::library();
    let open: Vec<String> = library
        .entries()
        .iter()
        .flat_map(|entry| {
            rules(&entry.phrase).into_iter().map(move |rule| format!("{} {rule}", entry.phrase.id))
        })
        .collect();
    assert_eq!(open, Vec::<String>::new());
}

#[test]
fn what_is_silenced_would_speak_and_has_a_reason() {
    for entry in packs::library().entries() {
        let loud = Phrase { silenced: BTreeMap::new(), ..Phrase::clone(&entry.phrase) };
        for (rule, why) in &entry.phrase.silenced {
            let rule = Rule::parse(rule).unwrap_or_else(|| panic!("{}: no rule {rule}", entry.phrase.id));
            assert!(rules(&loud).contains(&rule), "{}: {rule} has nothing to silence", entry.phrase.id);
            assert!(
                why.split_whitespace().count() >= 3,
                "{}: {rule} is silenced without a reason",
                entry.phrase.id
            );
        }
    }
}

/// How much one rung is above the one below it.
const STEP: f64 = 0.2;

/// The score knows nothing of the rung an editor gave a phrase, yet must follow it.
#[test]
fn the_words_get_firmer_with_every_rung() {
    let library = packs::library();
    let mut wrong = Vec::new();
    for pack in packs::PACKS {
        for situation in ["move-to-email", "press-again"] {
            for rank in Rank::ALL {
                let rungs = packs::ladder(&library, pack, situation, rank);
                let scores = rungs.values().map(|phrases| {
                    phrases.iter().map(|entry| check(&entry.phrase, &Context::default()).firmness_score)
                });
                let ranges: Vec<(f64, f64)> = scores
                    .map(|scores| scores.fold((4.0_f64, 1.0_f64), |(low, high), s| (low.min(s), high.max(s))))
                    .collect();
                if !ranges.windows(2).all(|pair| pair[0].1 + STEP < pair[1].0 + 1e-9) {
                    wrong.push(format!("{pack} {situation} {}: {ranges:?}", rank.as_str()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn first_requests_are_soft_and_last_notices_are_not() {
    for entry in packs::library().entries() {
        let score = check(&entry.phrase, &Context::default()).firmness_score;
        let (low, high) = match entry.phrase.firmness.value() {
            1 => (1.0, 2.3),
            2 => (1.0, 3.0),
            3 => (1.9, 4.0),
            _ => (3.0, 4.0),
        };
        assert!((low..=high).contains(&score), "{}: {score}", entry.phrase.id);
    }
}

/// The rules that look at the script itself.
const FORM: [Rule; 4] = [Rule::ScriptMismatch, Rule::MixedScript, Rule::RegionWord, Rule::AsciiPunctuation];

/// An independent converter turns the text into the other script; what the check says of its tone stays.
#[test]
fn both_scripts_of_one_text_have_the_same_tone() {
    for entry in packs::library().entries().iter().filter(|entry| entry.phrase.language.is_chinese()) {
        let traditional = entry.phrase.language.as_str().contains("Hant");
        let text =
            if traditional { hanconv::t2s(&entry.phrase.text) } else { hanconv::s2t(&entry.phrase.text) };
        let other = Phrase { text, ..Phrase::clone(&entry.phrase) };
        let (here, there) = (check(&entry.phrase, &Context::default()), check(&other, &Context::default()));
        let tone = |phrase: &Phrase| -> Vec<Rule> {
            rules(phrase).into_iter().filter(|rule| !FORM.contains(rule)).collect()
        };
        assert_eq!(tone(&entry.phrase), tone(&other), "{}", entry.phrase.id);
        assert!((here.firmness_score - there.firmness_score).abs() < 1e-9, "{}", entry.phrase.id);
    }
}
