//! What every phrase of the packs has, and how it reads once it is filled.

mod packs;

use fencun_core::copy::{Filling, fill_phrase};
use fencun_core::coverage::coverage;
use fencun_core::fill::{COMPUTED, Calendar, Day, Occasion};
use fencun_core::{
    Audience, Channel, Contact, CultureId, Language, Library, PackId, Phrase, Profile, Rank, SituationId,
    Values,
};
use unicode_width::UnicodeWidthStr;

const SITUATIONS: [&str; 20] = [
    "move-to-email",
    "press-again",
    "answer-from-email",
    "group-chat",
    "add-me",
    "after-hours",
    "weekend-holiday",
    "on-leave",
    "voice-message",
    "missed-call",
    "urgent-claim",
    "confidential",
    "file-or-quote",
    "decline-meeting",
    "decline-task",
    "scope-creep",
    "deadline-push",
    "personal-question",
    "right-channel-thanks",
    "late-answer",
];
const READERS: [&str; 3] = ["en", "zh-Hant-TW", "zh-Hans-CN"];

#[test]
fn every_situation_has_a_name_and_a_line_of_help_in_every_language() {
    let library = packs::library();
    assert_eq!(library.situations().len(), SITUATIONS.len());
    for id in SITUATIONS {
        let situation =
            library.situation(&SituationId::new(id)).unwrap_or_else(|| panic!("no situation {id}"));
        for reader in READERS {
            for (what, words) in [("name", &situation.name), ("help", &situation.help)] {
                let (tag, words) =
                    words.best(&Language::new(reader)).unwrap_or_else(|| panic!("{id}: no {what}"));
                assert_eq!(tag, &Language::new(reader), "{id} {what}");
                assert!(!words.trim().is_empty(), "{id} {what} {reader}");
            }
        }
    }
}

#[test]
fn every_cell_has_a_phrase_or_says_who_serves_and_why() {
    let library = packs::library();
    assert!(library.entries().len() >= 300, "{}", library.entries().len());
    for pack in packs::PACKS {
        let cells = coverage(&library, &PackId::new(pack));
        assert_eq!(cells.len(), SITUATIONS.len() * Rank::ALL.len());
        for cell in cells {
            let (situation, rank) = (cell.situation.as_str(), cell.rank.as_str());
            assert!(cell.count > 0 || cell.served_by.is_some(), "{pack}: {situation} {rank} is empty");
        }
    }
    for entry in library.entries() {
        for (rank, why) in &entry.phrase.serves {
            assert!(
                why.chars().count() > 10,
                "{} serves {} without saying why",
                entry.phrase.id,
                rank.as_str()
            );
        }
    }
}

#[test]
fn two_ranks_or_more_have_a_whole_ladder() {
    let library = packs::library();
    for pack in packs::PACKS {
        for situation in ["move-to-email", "press-again"] {
            let whole =
                Rank::ALL.iter().filter(|rank| packs::ladder(&library, pack, situation, **rank).len() == 4);
            assert!(whole.count() >= 2, "{pack} {situation}");
        }
    }
}

#[test]
fn every_phrase_explains_itself_and_is_as_long_as_it_should_be() {
    for entry in packs::library().entries() {
        let phrase: &Phrase = &entry.phrase;
        let Phrase { id, title, subject, gloss, note, channel, text, .. } = phrase;
        assert!((6..=60).contains(&title.width()), "{id}: a title of {} columns", title.width());
        let has_english = |words: &fencun_core::Localized| {
            words.best(&Language::new("en")).is_some_and(|(_, words)| words.len() > 20)
        };
        assert!(has_english(note), "{id} has no note");
        assert!(entry.phrase.language.is_english() || has_english(gloss), "{id} has no gloss");
        assert_eq!(
            subject.is_some(),
            *channel == Channel::Email,
            "{id}: a subject belongs to an email, and to it alone"
        );
        assert!(text.chars().count() >= 12, "{id} says hardly anything");
        if let Some(subject) = subject {
            assert!((4..=60).contains(&subject.width()), "{id}: a subject of {} columns", subject.width());
        }
    }
}

fn profile(library: &Library) -> Profile {
    Profile {
        name: "Anna Weber".into(),
        email: "anna.weber@example.com".into(),
        hours: "09:00-18:00".into(),
        time_zone: "Europe/Berlin".into(),
        deputy: "Ben Novak".into(),
        deputy_email: "ben.novak@example.com".into(),
        company: "Weber Ltd".into(),
        app: ["taiwan", "shanghai", "international"]
            .map(|culture| (CultureId::new(culture), "LINE".to_owned()))
            .into_iter()
            .collect(),
        // Those that are not true for the user stay open on purpose.
        reasons: library.reasons().iter().map(|reason| reason.id.clone()).collect(),
    }
}

fn contact(phrase: &Phrase, rank: Rank) -> Contact {
    let chinese = phrase.language.is_chinese();
    let text = |zh: &str, en: &str| if chinese { zh.to_owned() } else { en.to_owned() };
    Contact {
        id: "c".into(),
        name: text("陳佳穎", "Chen Chia-Ying"),
        surname: text("陳", "Chen"),
        given: text("佳穎", "Chia-Ying"),
        title: text("經理", "Ms"),
        culture: phrase.culture.clone(),
        rank,
        language: phrase.language.as_str().to_owned(),
        email: "chen@example.com".into(),
        app: String::new(),
    }
}

fn filled(library: &Library, phrase: &Phrase, rank: Rank, contact: Option<&Contact>) -> [String; 2] {
    let audience = Audience { culture: phrase.culture.clone(), rank, language: phrase.language.clone() };
    let profile = profile(library);
    let today = jiff::civil::date(2026, 6, 5);
    let occasion = Occasion {
        profile: &profile,
        audience: &audience,
        contact,
        day: Day { today, ahead: Some(360), calendar: Calendar::WEEKDAYS },
    };
    let given = Values::new();
    let open = Filling { id: &phrase.id, occasion, given: &given, sure: true };
    let computed = fill_phrase(library, phrase, open).open();
    let computed: Vec<_> = computed.iter().filter(|name| COMPUTED.contains(&name.as_str())).collect();
    let of_contact = contact.is_none() && computed.iter().all(|name| name.as_str().starts_with("their_"));
    assert!(
        computed.is_empty() || of_contact,
        "{} leaves {computed:?} open for {}",
        phrase.id,
        rank.as_str()
    );
    // What a person fills in by hand.
    let given: Values = fill_phrase(library, phrase, open)
        .open()
        .iter()
        .map(|name| (name.as_str().to_owned(), "3 點".into()))
        .collect();
    let done = fill_phrase(library, phrase, Filling { given: &given, ..open });
    [done.words.to_string(), done.subject.to_string()]
}

/// What no finished text holds.
const BROKEN: &[&str] = &[
    "{",
    "}",
    "，，",
    "。。",
    "，。",
    "。，",
    "、，",
    "，、",
    ",,",
    "..",
    ", ,",
    " ,",
    " .",
    ",.",
    ".,",
    "  ",
    "：，",
    "！，",
    "？，",
    "，？",
    "，！",
    "？？",
    "！！",
    "您您",
    "你你",
    ",，",
    "，,",
    " ，",
    "， ",
    " 。",
    "；，",
    "好，您好，",
    "的的",
    "了了",
];

#[test]
fn every_phrase_reads_whole_for_every_rank_it_names() {
    let library = packs::library();
    let mut wrong = Vec::new();
    for entry in library.entries() {
        let phrase: &Phrase = &entry.phrase;
        for rank in phrase.ranks.iter().chain(phrase.serves.keys()) {
            let person = contact(phrase, *rank);
            for contact in [None, Some(&person)] {
                for words in filled(&library, phrase, *rank, contact) {
                    for broken in BROKEN.iter().filter(|broken| words.contains(**broken)) {
                        wrong.push(format!("{} {}: {broken:?} in {words:?}", phrase.id, rank.as_str()));
                    }
                    if words.trim() != words || words.starts_with(['，', '。', ',', '.', '、']) {
                        wrong.push(format!("{} {}: {words:?}", phrase.id, rank.as_str()));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
