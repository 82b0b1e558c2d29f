//! What a person may rely on when two versions of a pack are brought together.
//!
//! `PROPTEST_CASES` says how many cases the properties are tried on.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use fencun_core::{Channel, CultureId, Firmness, Language, Localized, Rank, SituationId};

use super::*;

fn phrase(id: &str, title: &str, text: &str) -> Phrase {
    Phrase {
        id: PhraseId::new(id),
        situation: SituationId::new("after-hours"),
        culture: CultureId::new("taiwan"),
        language: Language::new("zh-Hant-TW"),
        ranks: vec![Rank::Senior],
        firmness: Firmness::ALL[0],
        channel: Channel::Chat,
        reason: None,
        title: title.to_owned(),
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

/// Written by hand, because a property needs thousands.
fn pack(all: &[Phrase]) -> String {
    let entry = |Phrase { id, title, text, .. }: &Phrase| {
        format!(
            "\n[[phrase]]\nid = \"{id}\"\nsituation = \"after-hours\"\nculture = \"taiwan\"\nlanguage = \"zh-Hant-TW\"\n\
             rank = [\"senior\"]\nfirmness = 1\nchannel = \"chat\"\ntitle = \"{title}\"\ntext = \"{text}\"\n"
        )
    };
    let entries: String = all.iter().map(entry).collect();
    format!("schema = 1\n{entries}")
}

const DAY: &str = "2026-01-31";

fn merged(base: &str, ours: &str, theirs: &str) -> BTreeMap<PhraseId, Phrase> {
    phrases(&merge_packs(base, ours, theirs, DAY).expect("sound packs"))
}

/// One phrase in three versions: what the merge makes of it.
fn check(base: Option<&str>, ours: Option<&str>, theirs: Option<&str>, expected: &[(&str, &str)]) {
    let one =
        |text: Option<&str>| pack(&text.map(|text| phrase("a", "a", text)).into_iter().collect::<Vec<_>>());
    let merged = merged(&one(base), &one(ours), &one(theirs));
    let found: Vec<_> = merged.values().map(|phrase| (phrase.id.as_str(), phrase.text.as_str())).collect();
    assert_eq!(found, expected, "{base:?} {ours:?} {theirs:?}");
}

#[test]
fn each_side_keeps_what_it_did() {
    check(Some("x"), Some("x"), Some("x"), &[("a", "x")]);
    check(Some("x"), Some("y"), Some("x"), &[("a", "y")]);
    check(Some("x"), Some("x"), Some("y"), &[("a", "y")]);
    check(Some("x"), Some("y"), Some("y"), &[("a", "y")]);
    check(None, Some("y"), None, &[("a", "y")]);
    check(None, None, Some("y"), &[("a", "y")]);
    check(None, Some("y"), Some("y"), &[("a", "y")]);
    check(Some("x"), None, Some("x"), &[]);
    check(Some("x"), Some("x"), None, &[]);
    check(Some("x"), None, None, &[]);
}

#[test]
fn a_change_goes_before_a_deletion() {
    check(Some("x"), None, Some("y"), &[("a", "y")]);
    check(Some("x"), Some("y"), None, &[("a", "y")]);
}

#[test]
fn two_wordings_are_both_kept() {
    check(Some("x"), Some("y"), Some("z"), &[("a", "z"), ("a-mine", "y")]);
    check(None, Some("y"), Some("z"), &[("a", "z"), ("a-mine", "y")]);
}

#[test]
fn different_fields_are_brought_together() {
    let base = phrase("a", "title", "text");
    let (ours, theirs) = (phrase("a", "title", "my text"), phrase("a", "their title", "text"));
    let merged = merge_phrase(Some(&base), &ours, &theirs);
    assert_eq!(merged, Merged { phrase: phrase("a", "their title", "my text"), other: None });
}

#[test]
fn the_second_wording_says_whose_it_is_and_is_put_there_once() {
    let (base, theirs) = (pack(&[phrase("a", "t", "x")]), pack(&[phrase("a", "t", "z")]));
    let ours = pack(&[phrase("a", "t", "y")]);
    let once = merge_packs(&base, &ours, &theirs, DAY).expect("sound packs");
    let other = &phrases(&once)[&PhraseId::new("a-mine")];
    assert_eq!(
        (other.title.as_str(), other.tags.as_slice()),
        ("t (my version, 2026-01-31)", ["conflict".to_owned()].as_slice())
    );
    assert_eq!(merge_packs(&base, &ours, &once, "2026-02-01").expect("sound packs"), once);
}

#[test]
fn what_a_person_wrote_by_hand_stays() {
    let base = pack(&[phrase("a", "t", "x")]);
    let theirs = format!("# by hand\n{}mood = \"calm\"\n", base.replace("schema = 1", "schema = 1 # mine"));
    let ours = pack(&[phrase("a", "t", "x"), phrase("b", "t", "new")]);
    let text = merge_packs(&base, &ours, &theirs, DAY).expect("sound packs");
    assert!(text.starts_with(&theirs), "{text}");
    assert!(text.contains("new"));
}

/// Few ids, titles and texts, so that the sides meet often.
fn any_pack() -> impl Strategy<Value = Vec<Phrase>> {
    let phrase = ("[a-d]", "[st]", "[x-z]{1,2}").prop_map(|(id, title, text)| phrase(&id, &title, &text));
    prop::collection::vec(phrase, 0..4).prop_map(|mut all| {
        all.sort_by(|a, b| a.id.cmp(&b.id));
        all.dedup_by(|a, b| a.id == b.id);
        all
    })
}

/// Tries a property on packs of three sides: what both began from, ours, and theirs.
fn property(name: &str, holds: impl Fn(&[Vec<Phrase>; 3], &[String; 3]) -> Result<(), TestCaseError>) {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(4_000);
    // A failure is told in full; it need not be kept in a file beside the source.
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let sides = [any_pack(), any_pack(), any_pack()];
    let result = TestRunner::new(config).run(&sides, |sides| {
        let texts = [pack(&sides[0]), pack(&sides[1]), pack(&sides[2])];
        holds(&sides, &texts)
    });
    println!("merge, {name}: {cases} cases");
    result.expect("the property holds");
}

#[test]
fn equal_sides_make_no_conflict() {
    property("equal sides", |_, [base, x, _]| {
        prop_assert_eq!(&merge_packs(base, x, x, DAY).expect("sound packs"), x);
        Ok(())
    });
}

#[test]
fn a_side_that_did_nothing_has_no_say() {
    property("one side", |_, [base, x, _]| {
        prop_assert_eq!(&merge_packs(base, base, x, DAY).expect("sound packs"), x);
        prop_assert_eq!(merged(base, x, base), phrases(x));
        Ok(())
    });
}

#[test]
fn nothing_vanishes() {
    property("nothing vanishes", |[base, ours, theirs], texts| {
        let find = |side: &[Phrase], id: &PhraseId| side.iter().find(|phrase| phrase.id == *id).cloned();
        let merged = merged(&texts[0], &texts[1], &texts[2]);
        for (side, other) in [(ours, theirs), (theirs, ours)] {
            for phrase in side {
                let before = find(base, &phrase.id);
                // What the other side has seen, it may have changed or taken away; everything else is there.
                let seen = match find(other, &phrase.id) {
                    None => before.as_ref() == Some(phrase),
                    Some(_) => before.is_some_and(|before| before.text == phrase.text),
                };
                let is_there = merged.values().any(|kept| kept.text == phrase.text);
                prop_assert!(seen || is_there, "{:?}", phrase);
            }
        }
        Ok(())
    });
}

#[test]
fn merging_again_changes_nothing() {
    property("twice", |_, [base, ours, theirs]| {
        let once = merge_packs(base, ours, theirs, DAY).expect("sound packs");
        let again = merge_packs(base, ours, &once, DAY).expect("sound packs");
        prop_assert_eq!(phrases(&again).len(), phrases(&once).len());
        prop_assert_eq!(merge_packs(&once, &once, &once, DAY).expect("sound packs"), once);
        Ok(())
    });
}

#[test]
fn both_orders_keep_the_same_words() {
    property("both orders", |_, [base, ours, theirs]| {
        let words = |merged: BTreeMap<PhraseId, Phrase>| -> std::collections::BTreeSet<String> {
            merged.into_values().map(|phrase| phrase.text).collect()
        };
        prop_assert_eq!(words(merged(base, ours, theirs)), words(merged(base, theirs, ours)));
        Ok(())
    });
}
