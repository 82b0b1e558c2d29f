//! In which fields something is found, and what is shown of it.

use fencun_core::pack::{Layer, PackFile};
use fencun_core::search::{Field, Filter, Found, Index, Query, Usage};
use fencun_core::{Audience, CultureId, Language, Library, Rank};

const PACK: &str = r#"
[[situation]]
id = "files"
name = { en = "Files", zh-Hant-TW = "傳檔案" }

[[phrase]]
id = "mail"
situation = "files"
culture = "taiwan"
language = "zh-Hant-TW"
rank = ["peer"]
firmness = 1
channel = "email"
title = "寄到信箱"
subject = "Minutes of the {topic} committee"
text = "請用 Email 寄給我"
gloss = { zh-Hans-CN = "请用 Email 发给我", en = "Please use email" }
tags = ["寄信"]

[[phrase]]
id = "mention"
situation = "other"
culture = "taiwan"
language = "zh-Hant-TW"
rank = ["peer"]
firmness = 1
channel = "chat"
title = "改天再說"
text = "這份附件改天再說"
tags = ["延後"]

[[phrase]]
id = "about"
situation = "other"
culture = "taiwan"
language = "zh-Hant-TW"
rank = ["peer"]
firmness = 2
channel = "chat"
title = "請放共用資料夾"
text = "請放共用資料夾"
tags = ["檔案"]
"#;

fn found<T>(text: &str, reader: &str, told: impl Fn(&Found<'_>) -> T) -> T {
    let file = PackFile { name: "p.toml".into(), layer: Layer::Shipped, text: PACK.to_owned() };
    let (library, _) = Library::from_files(&[file]);
    let (reader, filter, usage) = (Language::new(reader), Filter::default(), Usage::default());
    let audience = Audience {
        culture: CultureId::new("taiwan"),
        rank: Rank::Peer,
        language: Language::new("zh-Hant-TW"),
    };
    let query = Query {
        text,
        reader: &reader,
        audience: &audience,
        filter: &filter,
        usage: &usage,
        favourites: &[],
        reasons: &[],
    };
    told(&Index::new(&library).search(&library, query, 10))
}

fn ids(text: &str) -> Vec<String> {
    found(text, "en", |found| found.hits.iter().map(|hit| hit.entry.phrase.id.to_string()).collect())
}

#[test]
fn the_subject_of_an_email_is_searched_and_shown_but_not_its_placeholders() {
    for query in ["committee", "comittee", "minutes"] {
        assert_eq!(ids(query), ["mail"], "{query}");
        let excerpt = found(query, "en", |found| found.hits[0].excerpt.clone()).expect("no title shows it");
        assert_eq!(excerpt.text, "Minutes of the {topic} committee");
        assert!(excerpt.field == Field::Text && !excerpt.marks.is_empty());
    }
    assert_eq!(ids("topic"), [""; 0]);
}

#[test]
fn a_find_is_shown_in_the_language_of_the_reader() {
    let language = |reader: &str| {
        let excerpt =
            found("email", reader, |found| found.hits[0].excerpt.clone()).expect("no title shows it");
        excerpt.language.map(|language| language.to_string())
    };
    assert_eq!(language("en").as_deref(), Some("en"));
    assert_eq!(language("zh-Hans-CN").as_deref(), Some("zh-Hans-CN"));
    assert_eq!(language("zh-Hant-TW").as_deref(), Some("zh-Hant-TW"));
}

#[test]
fn what_a_phrase_is_about_goes_before_what_it_mentions() {
    let found = ids("附件");
    let place = |id: &str| found.iter().position(|there| there == id).expect("both are found");
    assert!(place("about") < place("mention"), "{found:?}");
}

#[test]
fn english_ties_may_be_missing_and_alone_are_looked_for() {
    assert_eq!(ids("could you send the committee minutes to me"), ["mail"]);
    assert_eq!(ids("use"), ["mail"]);
    assert_eq!(ids("of"), ["mail"]);
}

#[test]
fn a_slip_in_pinyin_is_forgiven_where_nothing_sounds_as_typed() {
    for query in ["xinxinag", "xinxaing", "xinxianng", "xinxang"] {
        assert!(ids(query).contains(&"mail".to_owned()), "{query}");
    }
    assert_eq!(ids("xinxiongg"), [""; 0]);
}
