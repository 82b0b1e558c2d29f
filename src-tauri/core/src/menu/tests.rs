//! What a person finds in the menu.

use super::*;
use crate::pack::{Layer, PackFile};
use crate::{CultureId, Language, Library, Phrase, Profile, Rank, ReasonId};

fn phrase(id: &str, situation: &str, rank: &str, firmness: u8, title: &str) -> String {
    format!(
        "[[phrase]]\nid = \"{id}\"\nsituation = \"{situation}\"\nculture = \"taiwan\"\nlanguage = \"zh-Hant-TW\"\n\
         rank = [\"{rank}\"]\nfirmness = {firmness}\nchannel = \"chat\"\ntitle = \"{title}\"\ntext = \"words\"\n"
    )
}

fn library(phrases: &[String]) -> Library {
    let situations: String =
        (0..14).map(|n| format!("[[situation]]\nid = \"s{n}\"\nname = {{ en = \"Sit {n}\" }}\n")).collect();
    let culture =
        "[[culture]]\nid = \"taiwan\"\nname = { en = \"Taiwan\" }\nlanguages = [\"zh-Hant-TW\", \"en\"]\n";
    let text = format!("{situations}{culture}{}", phrases.concat());
    Library::from_files(&[PackFile { name: "p.toml".into(), layer: Layer::Shipped, text }]).0
}

fn build(library: &Library, recent: &[PhraseId], languages: &[&str]) -> Vec<Item> {
    let audience = Audience {
        culture: CultureId::new("taiwan"),
        rank: Rank::Senior,
        language: Language::new("zh-Hant-TW"),
    };
    let languages = languages.iter().map(|tag| Language::new(*tag)).collect();
    let words = MenuWords {
        writing_to: "Writing to: ".into(),
        more_situations: "More".into(),
        other_audiences: "Other".into(),
        favourites: "Favourites".into(),
        recent: "Recent".into(),
        find: "Find".into(),
        settings: "Settings".into(),
        quit: "Quit".into(),
        by_email: "by email".into(),
        ranks: ["Junior", "Peer", "Senior", "Client"].map(str::to_owned),
        firmness: ["warm", "clear", "firm", "last notice"].map(str::to_owned),
        languages: [("zh-Hant-TW".into(), ("繁體中文".into(), "中文".into()))].into(),
    };
    let profile = Profile { reasons: vec![ReasonId::new("records")], ..Profile::default() };
    let opens_form = |_: &Phrase, _: &Audience| false;
    MenuInput {
        library,
        audience: &audience,
        cultures: &[(CultureId::new("taiwan"), languages)],
        reader: &Language::new("en"),
        words: &words,
        recent,
        favourites: &[PhraseId::new("gone")],
        opens_form: &opens_form,
        profile: &profile,
        hotkey: Some("Ctrl+Alt+Space"),
    }
    .build()
}

fn labels(items: &[Item]) -> Vec<&str> {
    items
        .iter()
        .map(|item| match item {
            Item::Separator => "-",
            Item::Entry { label, .. } | Item::Submenu { label, .. } => label,
            Item::Radio { .. } => "radio",
        })
        .collect()
}

fn inside<'a>(items: &'a [Item], wanted: &str) -> &'a [Item] {
    items
        .iter()
        .find_map(|item| match item {
            Item::Submenu { label, items } if label == wanted => Some(items.as_slice()),
            _ => None,
        })
        .unwrap_or_else(|| panic!("no submenu {wanted} in {:?}", labels(items)))
}

#[test]
fn the_top_holds_the_softest_phrase_of_each_situation_and_the_rest_is_below() {
    let mut phrases: Vec<String> =
        (0..12).map(|n| phrase(&format!("p{n}"), &format!("s{n}"), "senior", 2, "t")).collect();
    phrases.push(phrase("soft", "s0", "senior", 1, "soft"));
    phrases.push(phrase("other", "s0", "client", 1, "other"));
    let library = library(&phrases);
    let menu = build(&library, &[], &["zh-Hant-TW"]);
    let shown = labels(&menu);
    assert_eq!(shown[..4], ["Writing to: Taiwan · Senior · 中文", "-", "Sit 0 · soft", "Sit 1 · t"]);
    assert_eq!(shown[2..2 + TOP + 1].last(), Some(&"-"));
    assert_eq!(labels(inside(&menu, "More")), ["Sit 0 · t", "Sit 10 · t", "Sit 11 · t"]);
    assert_eq!(shown[TOP + 3..], ["More", "Other", "Favourites", "Recent", "-", "Find", "Settings", "Quit"]);
}

#[test]
fn languages_are_a_level_only_where_there_is_a_choice() {
    let library = library(&[phrase("a", "s0", "client", 1, "甲")]);
    let one = build(&library, &[], &["zh-Hant-TW"]);
    let culture = inside(inside(&one, "Other"), "Taiwan");
    assert_eq!(labels(culture), ["Junior", "Peer", "Senior", "Client"]);
    assert_eq!(labels(inside(culture, "Client")), ["Sit 0 · 甲"]);
    let two = build(&library, &[], &["zh-Hant-TW", "en"]);
    assert_eq!(labels(inside(inside(inside(&two, "Other"), "Taiwan"), "Client")), ["繁體中文", "en"]);
}

#[test]
fn equal_labels_are_told_apart_by_firmness_and_gone_ids_are_passed_over() {
    let library = library(&[phrase("a", "s0", "senior", 1, "t"), phrase("b", "s0", "senior", 3, "t")]);
    let menu = build(&library, &[PhraseId::new("b"), PhraseId::new("a")], &["zh-Hant-TW"]);
    assert_eq!(labels(inside(&menu, "Recent")), ["Sit 0 · t · 3 firm", "Sit 0 · t · 1 warm"]);
    assert!(inside(&menu, "Favourites").is_empty());
}

#[test]
fn an_audience_without_phrases_still_has_the_whole_menu() {
    let library = library(&[]);
    let menu = build(&library, &[], &["zh-Hant-TW", "en"]);
    assert_eq!(labels(&menu)[1..4], ["-", "More", "Other"]);
    let choice = inside(&menu, "Writing to: Taiwan · Senior · 中文");
    assert!(matches!(&choice[4], Item::Radio { options, selected: Some(0) } if options.len() == 2));
}

#[test]
fn a_phrase_whose_reason_is_not_true_for_the_user_comes_after_one_whose_is() {
    let with_reason = |id: &str, title: &str, firmness: u8, reason: &str| {
        phrase(id, "s1", "senior", firmness, title) + &format!("reason = \"{reason}\"\n")
    };
    let library = library(&[
        with_reason("untrue", "Our rule", 1, "company-rule"),
        with_reason("true", "For the records", 2, "records"),
    ]);
    let items = build(&library, &[], &["zh-Hant-TW"]);
    let first = items.iter().find_map(|item| match item {
        Item::Entry { action: Action::Copy { id, .. }, .. } => Some(id.as_str()),
        _ => None,
    });
    assert_eq!(first, Some("true"));
}
