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
    let text = [
        PACK.to_owned(),
        phrase("late", "senior", "after-hours", "明早整理好寄給您", "明天早上寄到信箱，可以嗎？"),
        phrase("move", "senior", "move-to-email", "請寄信箱", "LINE 比較少看"),
        phrase("client", "client", "move-to-email", "請寄到信箱", "Ｅｍａｉｌ 給我"),
    ];
    Library::from_files(&[PackFile { name: "p.toml".into(), layer: Layer::Shipped, text: text.concat() }]).0
}

fn found(text: &str, recent: &[PhraseId]) -> Vec<String> {
    let audience = Audience {
        culture: CultureId::new("taiwan"),
        rank: Rank::Senior,
        language: Language::new("zh-Hant-TW"),
    };
    let (reader, filter) = (Language::new("en"), Filter::default());
    let query =
        Query { text, reader: &reader, audience: &audience, filter: &filter, recent, favourites: &[] };
    search(&library(), query).iter().map(|hit| hit.entry.phrase.id.to_string()).collect()
}

#[test]
fn an_empty_query_lists_the_audience_in_the_order_of_need() {
    assert_eq!(found("", &[]), ["move", "late", "client"]);
    assert_eq!(found("", &[PhraseId::new("late")])[0], "late");
}

#[test]
fn every_field_is_searched_and_the_audience_comes_first() {
    let check = |query: &str, expected: &[&str]| assert_eq!(found(query, &[]), expected, "{query}");
    check("信箱", &["move", "late", "client"]);
    check("明早", &["late"]);
    check("line", &["move"]);
    check("email", &["move", "client"]);
    check("下班", &["late"]);
    check("after hours", &["late"]);
    check("TOMORROW", &["move", "late", "client"]);
    check("records", &["move", "late", "client"]);
    check("tag-client", &["client"]);
    check("信箱 明早", &["late"]);
    check("nothing of the kind", &[]);
}

#[test]
fn matches_tell_where_in_characters() {
    let audience = Audience {
        culture: CultureId::new("taiwan"),
        rank: Rank::Client,
        language: Language::new("zh-Hant-TW"),
    };
    let (library, reader, filter) = (library(), Language::new("en"), Filter::default());
    let query = Query {
        text: "email",
        reader: &reader,
        audience: &audience,
        filter: &filter,
        recent: &[],
        favourites: &[],
    };
    let hits = search(&library, query);
    assert_eq!(
        hits[0].matches,
        [
            Match { field: Field::Text, start: 0, end: 5 },
            Match { field: Field::Situation, start: 8, end: 13 }
        ]
    );
}

#[test]
fn a_filter_narrows() {
    let filter = Filter { rank: Some(Rank::Client), ..Filter::default() };
    assert_eq!(library().entries().iter().filter(|entry| filter.passes(entry)).count(), 1);
    let filter = Filter { mine: true, ..Filter::default() };
    assert!(!library().entries().iter().any(|entry| filter.passes(entry)));
}
