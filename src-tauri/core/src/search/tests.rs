//! What a person finds when they type.

use super::*;
use crate::CultureId;
use crate::pack::PackFile;

const PACK: &str = r#"
[[culture]]
id = "taiwan"
languages = ["zh-Hant-TW"]
[[situation]]
id = "move-to-email"
name = { en = "Move to email", zh-Hant-TW = "改用電子郵件" }
[[situation]]
id = "after-hours"
name = { en = "After hours", zh-Hant-TW = "下班時間" }
[[reason]]
id = "records"
name = { en = "Keeping records" }
"#;

fn phrase(id: &str, rank: &str, situation: &str, title: &str, text: &str) -> String {
    format!(
        "[[phrase]]\nid = \"{id}\"\nsituation = \"{situation}\"\nculture = \"taiwan\"\nlanguage = \"zh-Hant-TW\"\n\
         rank = [\"{rank}\"]\nfirmness = 1\nchannel = \"chat\"\ntitle = \"{title}\"\ntext = \"{text}\"\n\
         tags = [\"tag-{id}\"]\nreason = \"records\"\ngloss = {{ en = \"I will look at it tomorrow\" }}\n"
    )
}

fn library() -> Library {
    read(&[
        phrase("late", "senior", "after-hours", "明早整理好寄給您", "明天早上寄到信箱，可以嗎？"),
        phrase("move", "senior", "move-to-email", "請寄信箱", "LINE 比較少看"),
        phrase("client", "client", "move-to-email", "請寄到信箱", "Ｅｍａｉｌ 給我"),
    ])
}

fn read(phrases: &[String]) -> Library {
    let text = [PACK, &phrases.concat()].concat();
    Library::from_files(&[PackFile { name: "p.toml".into(), layer: Layer::Shipped, text }]).0
}

/// Everything a search is asked with, as a test needs it.
struct Desk {
    library: Library,
    index: Index,
    usage: Usage,
    filter: Filter,
    reasons: Vec<ReasonId>,
}

impl Desk {
    fn with(library: Library) -> Self {
        Self {
            index: Index::new(&library),
            library,
            usage: Usage::default(),
            filter: Filter::default(),
            reasons: Vec::new(),
        }
    }

    fn titles(titles: &[&str]) -> Self {
        let ids = ["a", "b", "c", "d", "e", "f"].into_iter().zip(titles);
        let phrases: Vec<_> =
            ids.map(|(id, title)| phrase(id, "senior", "after-hours", title, "。")).collect();
        Self::with(read(&phrases))
    }

    fn found(&self, text: &str) -> Found<'_> {
        let audience = Audience {
            culture: CultureId::new("taiwan"),
            rank: Rank::Senior,
            language: Language::new("zh-Hant-TW"),
        };
        let reader = Language::new("en");
        let query = Query {
            text,
            reader: &reader,
            audience: &audience,
            filter: &self.filter,
            usage: &self.usage,
            favourites: &[],
            reasons: &self.reasons,
        };
        self.index.search(&self.library, query, 50)
    }

    fn ids(&self, text: &str) -> Vec<&str> {
        self.found(text).hits.iter().map(|hit| hit.entry.phrase.id.as_str()).collect()
    }

    fn first(&self, text: &str) -> Hit<'_> {
        self.found(text).hits.into_iter().next().expect("something is found")
    }
}

fn used(id: &str, times: u64, days: f64) -> Use {
    Use { id: PhraseId::new(id), times, days }
}

#[test]
fn an_empty_query_lists_the_audience_in_the_order_of_need() {
    let mut desk = Desk::with(library());
    assert_eq!(desk.ids(""), ["move", "late", "client"]);
    assert_eq!(desk.ids(" \u{3000} "), ["move", "late", "client"]);
    desk.usage.copied = vec![used("late", 1, 0.0)];
    assert_eq!(desk.ids("")[0], "late");
    desk.usage.copied = vec![used("late", 1, 200.0)];
    assert_eq!(desk.ids("")[0], "move");
}

#[test]
fn an_empty_query_shows_each_situation_before_another_way_to_say_the_same() {
    let firmer = phrase("again", "senior", "move-to-email", "還是請寄信箱", "。")
        .replace("firmness = 1", "firmness = 2");
    let late = phrase("late", "senior", "after-hours", "明早寄給您", "。");
    let mut desk =
        Desk::with(read(&[phrase("move", "senior", "move-to-email", "請寄信箱", "。"), firmer, late]));
    assert_eq!(desk.ids(""), ["move", "late", "again"]);
    desk.usage.copied = vec![used("again", 1, 0.0)];
    assert_eq!(desk.ids(""), ["again", "late", "move"]);
}

#[test]
fn every_field_is_searched_and_the_audience_comes_first() {
    let desk = Desk::with(library());
    let check = |query: &str, expected: &[&str]| assert_eq!(desk.ids(query), expected, "{query}");
    check("信箱", &["move", "late", "client"]);
    check("明早", &["late"]);
    check("line", &["move"]);
    check("下班", &["late"]);
    check("after hours", &["late"]);
    check("TOMORROW", &["move", "late", "client"]);
    check("records", &["move", "late", "client"]);
    check("tag-client", &["client"]);
    check("信箱 明早", &["late"]);
    check("信箱明早", &["late"]);
    check("nothing of the kind", &[]);
    check("「」", &[]);
    let found = desk.found("信箱");
    assert_eq!((found.here, found.elsewhere), (2, 1));
}

#[test]
fn matches_tell_where_in_characters() {
    let library = library();
    let audience = Audience {
        culture: CultureId::new("taiwan"),
        rank: Rank::Client,
        language: Language::new("zh-Hant-TW"),
    };
    let (index, reader) = (Index::new(&library), Language::new("en"));
    let query = Query {
        text: "email",
        reader: &reader,
        audience: &audience,
        filter: &Filter::default(),
        usage: &Usage::default(),
        favourites: &[],
        reasons: &[],
    };
    let hits = index.search(&library, query, 5).hits;
    assert_eq!(
        hits[0].matches,
        [
            Match { field: Field::Text, start: 0, end: 5, near: false },
            Match { field: Field::Situation, start: 8, end: 13, near: false }
        ]
    );
}

#[test]
fn chinese_is_found_by_every_road() {
    let desk = Desk::titles(&["請寄到郵箱", "銀行的事", "綠色通道", "西安見"]);
    let check = |query: &str, expected: &str| assert!(desk.ids(query).contains(&expected), "{query}");
    for query in [
        "郵箱",
        "邮箱",
        "箱",
        "youxiang",
        "yx",
        "youx",
        "yxiang",
        "yóuxiāng",
        "you2xiang1",
        "you2xiang",
        "youxi",
        "YOUXIANG",
    ] {
        check(query, "a");
    }
    for query in [
        "ㄧㄡˊㄒㄧㄤ",
        "ㄧㄡㄒㄧㄤ",
        "ㄧㄡㄒ",
        "ㄧㄒ",
        "ㄧㄡˊ",
        "you xiang",
        "qjdyx",
        "qingjidao",
        "qingjidaoyoux",
        "qing'ji",
    ] {
        check(query, "a");
    }
    for query in ["yinhang", "yh", "yhang", "yin2hang2", "ㄧㄣˊㄏㄤˊ", "银行"] {
        check(query, "b");
    }
    for query in ["lvse", "luse", "lüse", "lv4se4", "lǜsè", "ㄌㄩˋㄙㄜˋ", "lvsetd"] {
        check(query, "c");
    }
    for query in ["xian", "xi'an", "xian jian", "xianjian"] {
        check(query, "d");
    }
}

#[test]
fn a_find_tells_where_and_how() {
    let check = |title: &str, query: &str, start: usize, end: usize, near: bool, reading: Option<&str>| {
        let desk = Desk::titles(&[title]);
        let hit = desk.first(query);
        let titled: Vec<_> = hit.matches.iter().filter(|found| found.field == Field::Title).collect();
        assert_eq!(titled, [&Match { field: Field::Title, start, end, near }], "{query}");
        assert_eq!(hit.reading.as_deref(), reading, "{query}");
        assert_eq!(hit.excerpt, None);
    };
    check("請寄到郵箱", "youxiang", 3, 5, false, Some("yóuxiāng"));
    check("請寄到郵箱", "yx", 3, 5, false, Some("yóuxiāng"));
    check("請寄到郵箱", "ㄧㄡㄒ", 3, 5, false, Some("ㄧㄡˊ ㄒㄧㄤ"));
    check("請寄到郵箱", "邮箱", 3, 5, false, None);
    check("請寄到信箱", "邮箱", 3, 5, true, Some("信箱 = 邮箱"));
    check("請寄到信箱", "youxiang", 3, 5, true, Some("信箱 = 郵箱"));
    check("銀行的事", "yinhang", 0, 2, false, Some("yínháng"));
    check("西安站", "xian", 0, 2, false, Some("xī'ān"));
    check("Answer the emails", "mail", 12, 16, false, None);
    check("A café meeting", "meating", 7, 14, true, None);
    check("A café meeting", "cafe", 2, 6, false, None);
    check("Don’t call", "dont", 0, 5, false, None);
}

#[test]
fn what_the_title_does_not_show_is_shown_in_a_line() {
    let desk = Desk::with(library());
    let excerpt = |query: &str| desk.first(query).excerpt.expect("not in the title");
    let line = excerpt("早上");
    assert_eq!((line.field, line.text.as_str()), (Field::Text, "明天早上寄到信箱，可以嗎？"));
    assert_eq!(line.marks, [Mark { start: 2, end: 4, near: false }]);
    let line = excerpt("tomorrow");
    assert_eq!((line.field, line.text.as_str()), (Field::Gloss, "I will look at it tomorrow"));
    assert_eq!(line.language, Some(Language::new("en")));
    assert_eq!(line.marks, [Mark { start: 18, end: 26, near: false }]);
}

#[test]
fn exact_goes_before_beginning_before_inside_before_slip() {
    let desk = Desk::titles(&["a meating", "a premeeting", "a meetings", "a meeting"]);
    assert_eq!(desk.ids("meeting"), ["d", "c", "b", "a"]);
    // A better way goes before a better place.
    let mut phrases = vec![phrase("typo", "senior", "after-hours", "meating", "。")];
    phrases.push(phrase("exact", "senior", "after-hours", "。", "a meeting"));
    assert_eq!(Desk::with(read(&phrases)).ids("meeting"), ["exact", "typo"]);
}

#[test]
fn the_same_word_goes_before_one_that_stands_for_it() {
    let desk = Desk::titles(&["寄到信箱", "寄到郵箱"]);
    assert_eq!(desk.ids("郵箱"), ["b", "a"]);
    assert_eq!(desk.ids("信箱"), ["a", "b"]);
    assert_eq!(desk.ids("youxiang"), ["b", "a"]);
}

#[test]
fn what_was_chosen_for_a_query_comes_first_for_it() {
    let mut desk = Desk::titles(&["寄到信箱", "信箱"]);
    assert_eq!(desk.ids("信箱"), ["b", "a"]);
    desk.usage.chosen = vec![(remembered("信箱"), PhraseId::new("a"))];
    assert_eq!(desk.ids(" 信箱 "), ["a", "b"]);
    assert_eq!(desk.ids("箱"), ["a", "b"]);
    desk.usage.chosen = vec![(remembered("箱"), PhraseId::new("b"))];
    assert_eq!(desk.ids("箱"), ["b", "a"]);
    assert_eq!(desk.ids("信"), ["b", "a"]);
}

#[test]
fn use_decides_between_equals_only() {
    let mut desk = Desk::titles(&["the meeting one", "the meeting two", "premeeting"]);
    desk.usage.copied = vec![used("c", 50, 0.0), used("b", 3, 1.0)];
    assert_eq!(desk.ids("meeting"), ["b", "a", "c"]);
}

#[test]
fn slips_are_forgiven_in_short_fields_only() {
    let check = |query: &str, expected: bool| {
        let desk = Desk::with(read(&[phrase("a", "senior", "after-hours", "schedule", "appointment")]));
        assert_eq!(!desk.ids(query).is_empty(), expected, "{query}");
    };
    check("shedule", true);
    check("scehdule", true);
    check("xchedule", true);
    check("sched", true);
    check("tomorow", true);
    check("aftre", true);
    check("apointment", false);
    check("appoint", true);
}

#[test]
fn a_filter_narrows() {
    let mut desk = Desk::with(library());
    for filter in [
        Filter { rank: Some(Rank::Client), ..Filter::default() },
        Filter { mine: true, ..Filter::default() },
        Filter { situation: Some("after-hours".into()), ..Filter::default() },
        Filter { culture: Some("mars".into()), ..Filter::default() },
        Filter { reason: Some("records".into()), pack: Some(PackId::new("p")), ..Filter::default() },
    ] {
        desk.filter = filter;
        let expected: usize = desk.library.entries().iter().filter(|entry| desk.filter.passes(entry)).count();
        assert_eq!(desk.found("").hits.len(), expected, "{:?}", desk.filter);
    }
}

#[test]
fn no_query_does_harm() {
    let desk = Desk::with(library());
    let long = "信".repeat(10_000);
    let many = "a ".repeat(5_000);
    for query in [
        "\u{0}",
        "\u{202e}",
        "👍",
        "{",
        "{my_email}",
        "\u{301}",
        "ˊ",
        "'",
        "-",
        "1",
        "v",
        "ü",
        &long,
        &many,
        "𠮷",
        "\u{e000}",
        "嗯嗯嗯",
    ] {
        let found = desk.found(query);
        assert!(found.hits.len() <= 3);
    }
    let empty = Desk::with(Library::default());
    assert_eq!(empty.ids("信箱"), [""; 0]);
    assert_eq!(empty.ids(""), [""; 0]);
}

#[test]
fn what_rests_on_an_untrue_reason_comes_later_among_equals() {
    let reason = |id: &str, reason: &str, text: &str| {
        phrase(id, "senior", "after-hours", "the same", text).replace("\"records\"", &format!("\"{reason}\""))
    };
    let phrases = [
        reason("untrue", "rule", "。"),
        reason("filled", "rule", "{reason}"),
        reason("true", "records", "。"),
    ];
    let mut desk = Desk::with(read(&phrases));
    desk.usage.copied = vec![used("untrue", 100, 0.0)];
    for query in ["", "same"] {
        assert_eq!(desk.ids(query)[0], "untrue", "nothing is answered yet");
    }
    desk.reasons = vec![ReasonId::new("records")];
    for query in ["", "same"] {
        assert_eq!(desk.ids(query), ["filled", "true", "untrue"]);
    }
}
