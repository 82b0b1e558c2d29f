//! What holds for every query, over the library we ship.

#![allow(clippy::disallowed_methods, clippy::panic, reason = "the packs are files")]

mod shipped;

use std::collections::BTreeSet;

use fencun_core::pack::{Layer, PackFile};
use fencun_core::search::{Field, Filter, Hit, Index, Query, Usage};
use fencun_core::{Audience, Entry, Language, Library};
use shipped::{Desk, audience};

const QUERIES: [&str; 40] = [
    "email",
    "e",
    "mail",
    "late",
    "meeting",
    "please send",
    "holiday",
    "boss",
    "emial",
    "metting",
    "信箱",
    "邮箱",
    "訊息",
    "会议",
    "麻煩您",
    "的",
    "信",
    "加班 晚上",
    "youxiang",
    "yx",
    "y",
    "youx",
    "yóuxiāng",
    "you2xiang1",
    "jiaban",
    "women",
    "mfn",
    "wo",
    "shi",
    "ㄧㄡˊㄒㄧㄤ",
    "ㄒㄧ",
    "ㄒ",
    "LINE 信箱",
    "公司信箱寄到",
    "a b c",
    "2",
    "微信群",
    "wxq",
    "price quote",
    "xian",
];

fn ids(hits: &[Hit<'_>]) -> BTreeSet<String> {
    hits.iter().map(|hit| hit.entry.phrase.id.to_string()).collect()
}

fn every(desk: &Desk, query: &str) -> BTreeSet<String> {
    ids(&desk.found(query, &audience("tw senior"), usize::MAX).hits)
}

#[test]
fn the_audience_comes_first_and_the_counts_are_true() {
    let desk = Desk::shipped();
    for to in ["tw senior", "sh client", "int peer"].map(audience) {
        for query in QUERIES {
            let all = desk.found(query, &to, usize::MAX);
            let here: Vec<bool> = all.hits.iter().map(|hit| hit.here).collect();
            assert!(here.is_sorted_by(|a, b| a >= b), "{query}");
            assert!(all.hits.iter().all(|hit| hit.here == hit.entry.phrase.is_for(&to)), "{query}");
            assert_eq!(all.here, here.iter().filter(|here| **here).count(), "{query}");
            assert_eq!(all.here + all.elsewhere, all.hits.len(), "{query}");
            let few = desk.found(query, &to, 7);
            assert_eq!((few.here, few.elsewhere), (all.here, all.elsewhere), "{query}");
            assert_eq!(few.hits[..], all.hits[..all.hits.len().min(7)], "{query}");
        }
    }
}

#[test]
fn scores_fall_and_the_same_query_finds_the_same() {
    let (desk, again) = (Desk::shipped(), Desk::shipped());
    for query in QUERIES {
        let to = audience("sh client");
        let hits = desk.found(query, &to, 60).hits;
        for group in hits.chunk_by(|a, b| a.here == b.here) {
            assert!(group.is_sorted_by(|a, b| a.score >= b.score), "{query}");
        }
        assert_eq!(hits, again.found(query, &to, 60).hits, "{query}");
    }
}

#[test]
fn a_further_word_never_finds_more() {
    let desk = Desk::shipped();
    for first in QUERIES {
        let found = every(&desk, first);
        for second in ["信箱", "email", "yx", "late", "群"] {
            let query = format!("{first} {second}");
            assert!(is_near(&desk, &query) || every(&desk, &query).is_subset(&found), "{query}");
        }
    }
}

#[test]
fn what_only_comes_near_is_never_mixed_with_what_holds_everything() {
    let desk = Desk::shipped();
    let (mut near, mut whole) = (0, 0);
    for first in QUERIES.iter().copied().chain(["我不方便聽語音", "不加班", "acme late"]) {
        for second in ["", "信箱", "email", "zzzz"] {
            let hits = desk.found(&format!("{first} {second}"), &audience("tw senior"), usize::MAX).hits;
            let nears = hits.iter().filter(|hit| hit.score < WHOLE).count();
            assert!(nears == 0 || nears == hits.len(), "{first} {second}");
            (near, whole) = (near + usize::from(nears > 0), whole + usize::from(nears < hits.len()));
        }
    }
    assert!(near > 5 && whole > 5, "{near} {whole}");
}

/// From here on a phrase holds all that was typed.
const WHOLE: f64 = 10_000.0;

fn is_near(desk: &Desk, query: &str) -> bool {
    desk.found(query, &audience("tw senior"), 1).hits.first().is_some_and(|hit| hit.score < WHOLE)
}

#[test]
fn both_scripts_find_the_same() {
    let desk = Desk::shipped();
    for (traditional, simplified) in [
        ("信箱", "信箱"),
        ("郵箱", "邮箱"),
        ("訊息", "讯息"),
        ("會議", "会议"),
        ("請假", "请假"),
        ("報價", "报价"),
        ("檔案", "档案"),
        ("電話", "电话"),
        ("週末", "周末"),
        ("麻煩您", "麻烦您"),
        ("請寄到信箱", "请寄到信箱"),
        ("發", "发"),
        ("後", "后"),
        ("這裡", "这里"),
    ] {
        assert_eq!(every(&desk, traditional), every(&desk, simplified), "{traditional}");
    }
}

#[test]
fn what_is_typed_of_a_word_finds_what_the_word_finds() {
    let desk = Desk::shipped();
    for query in ["email", "meeting", "confidential", "youxiang", "jiaban", "baojia"] {
        let found = every(&desk, query);
        for end in 3..query.len() {
            let begun = every(&desk, &query[..end]);
            let plain = found.intersection(&begun).count();
            assert!(plain > 0, "{query} {end}");
        }
    }
}

#[test]
fn case_width_and_blanks_make_no_difference() {
    let desk = Desk::shipped();
    for query in ["email", "LINE 信箱", "youxiang", "move to email"] {
        let wide: String = query
            .chars()
            .map(|c| match c {
                'a'..='z' => char::from_u32(c as u32 + 0xfee0).expect("a letter"),
                ' ' => '\u{3000}',
                _ => c,
            })
            .collect();
        for other in [query.to_uppercase(), format!("  {query}\t"), wide] {
            assert_eq!(every(&desk, query), every(&desk, &other), "{other}");
        }
    }
}

#[test]
fn every_mark_lies_in_its_text() {
    let desk = Desk::shipped();
    let reader = Language::new("en");
    for query in QUERIES {
        for hit in desk.found(query, &audience("tw peer"), 200).hits {
            let mut end = (Field::Title, 0);
            for found in &hit.matches {
                let length = length(&desk.library, hit.entry, found.field, &reader);
                assert!(found.start < found.end && found.end <= length, "{query} {found:?} in {length}");
                assert!(found.field != end.0 || found.start >= end.1, "{query}: marks overlap");
                end = (found.field, found.end);
            }
            let titled = hit.matches.iter().any(|found| found.field == Field::Title);
            assert!(titled || hit.excerpt.is_some(), "{query} {}: nothing is shown", hit.entry.phrase.id);
            if let Some(excerpt) = &hit.excerpt {
                let length = excerpt.text.chars().count();
                assert!(!excerpt.marks.is_empty(), "{query}");
                assert!(
                    excerpt.marks.iter().all(|mark| mark.start < mark.end && mark.end <= length),
                    "{query} {excerpt:?}"
                );
                assert!(!excerpt.text.contains('\n'));
            }
        }
    }
}

fn length(library: &Library, entry: &Entry, field: Field, reader: &Language) -> usize {
    let phrase = &entry.phrase;
    let best =
        |texts: &fencun_core::Localized| texts.best(reader).map_or(0, |(_, text)| text.chars().count());
    match field {
        Field::Title => phrase.title.chars().count(),
        Field::Text => phrase.text.chars().count(),
        Field::Tags => phrase.tags.join(", ").chars().count(),
        Field::Gloss => best(&phrase.gloss),
        Field::Situation => library.situation(&phrase.situation).map_or(0, |it| best(&it.name)),
        Field::Reason => {
            phrase.reason.as_ref().and_then(|id| library.reason(id)).map_or(0, |it| best(&it.name))
        }
    }
}

#[test]
fn a_written_find_is_what_was_typed() {
    let desk = Desk::shipped();
    for query in ["email", "信箱", "会议", "line", "麻煩您"] {
        for hit in desk.found(query, &audience("tw client"), 100).hits {
            for found in hit.matches.iter().filter(|found| found.field == Field::Title && !found.near) {
                let title: Vec<char> = hit.entry.phrase.title.chars().collect();
                assert_eq!(
                    found.end - found.start,
                    query.chars().count(),
                    "{query} in {}",
                    title.iter().collect::<String>()
                );
            }
        }
    }
}

/// Every way into a phrase is tried on every title: by itself, by its sound, and with a slip.
#[test]
fn every_title_is_found_by_itself() {
    let desk = Desk::shipped();
    for entry in desk.library.entries() {
        let phrase = &entry.phrase;
        let rank = phrase.ranks[0];
        let to = Audience { culture: phrase.culture.clone(), rank, language: phrase.language.clone() };
        let first = desk.found(&phrase.title, &to, 1).hits.first().map(|hit| hit.entry.phrase.title.clone());
        assert_eq!(first.as_deref(), Some(&*phrase.title), "{}", phrase.id);
    }
}

#[test]
fn no_input_does_harm() {
    let desk = Desk::shipped();
    // The same numbers every time: every kind of character, in every order.
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize
    };
    let kinds: Vec<char> = "aeiouyxzh12345vüǚéñ'’- \u{301}\u{304}ˊˇˋ˙ˉㄅㄧㄡㄒㄢ信箱郵邮嗯的一𠮷，。！{}_\u{0}\u{7}\u{200b}\u{202e}\u{feff}👍🏽か한ß".chars().collect();
    for _ in 0..600 {
        let query: String = (0..next() % 14).map(|_| kinds[next() % kinds.len()]).collect();
        let found = desk.found(&query, &audience("tw senior"), 5);
        assert!(found.hits.len() <= 5, "{query:?}");
    }
    for query in [
        "嗯".repeat(10_000),
        "nng".repeat(3_000),
        "zh".repeat(5_000),
        "a ".repeat(5_000),
        "信 箱 ".repeat(3_000),
    ] {
        desk.found(&query, &audience("tw senior"), 5);
    }
}

#[test]
fn a_text_that_can_be_read_in_millions_of_ways_takes_no_longer() {
    let text = "嗯".repeat(3_000);
    let entry = format!(
        "[[phrase]]\nid = \"a\"\nsituation = \"s\"\nculture = \"taiwan\"\nlanguage = \"zh-Hant-TW\"\nrank = [\"peer\"]\n\
         firmness = 1\nchannel = \"chat\"\ntitle = \"{text}\"\ntext = \"{text}\"\n"
    );
    let file = PackFile { name: "a.toml".into(), layer: Layer::Mine, text: entry };
    let (library, _) = Library::from_files(&[file]);
    let index = Index::new(&library);
    let (reader, filter, usage, to) =
        (Language::new("en"), Filter::default(), Usage::default(), audience("tw peer"));
    let text = "nng".repeat(16);
    let query = Query {
        text: &text,
        reader: &reader,
        audience: &to,
        filter: &filter,
        usage: &usage,
        favourites: &[],
        reasons: &[],
    };
    assert!(index.search(&library, query, 1).hits.len() <= 1);
}
