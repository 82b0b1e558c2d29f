//! Finding phrases through the door: what was chosen, who is meant, and what a change does to it.

use std::sync::Arc;

use fencun_protocol::{Audience, Filling, Filter, Rank, Request};
use serde_json::{Value, json};

use super::{Bench, filling};

fn search(bench: &Bench, query: &str, audience: Option<Audience>) -> Vec<Value> {
    let request = Request::Search { query: query.into(), audience, filter: Filter::default(), limit: 20 };
    bench.ask(request)["hits"].as_array().expect("hits").clone()
}

fn id(hit: &Value) -> String {
    hit["row"]["id"].as_str().expect("an id").to_owned()
}

fn shanghai_client() -> Option<Audience> {
    Some(Audience { culture: "shanghai".into(), rank: Rank::Client, language: "zh-Hans-CN".into() })
}

#[test]
fn what_was_chosen_for_a_query_comes_first_for_it_also_after_a_restart() {
    let mut bench = Bench::new();
    bench.set("profile.email", json!("anna@example.com"));
    let hits = search(&bench, "邮件", shanghai_client());
    let third = id(&hits[2]);
    assert_ne!(id(&hits[0]), third);
    bench.ask(Request::Copy(Filling { query: Some(" 郵件 ".into()), ..filling(&third) }));
    assert_eq!(id(&search(&bench, "邮件", shanghai_client())[0]), third);
    bench.restart();
    assert_eq!(id(&search(&bench, "郵件", shanghai_client())[0]), third);
    assert_eq!(bench.ask(Request::Memory)["queries"], 1);
    bench.ask(Request::Forget { key: None });
    assert_eq!(id(&search(&bench, "邮件", shanghai_client())[0]), id(&hits[0]));
}

#[test]
fn words_that_name_an_audience_are_read_where_no_door_names_one() {
    let bench = Bench::new();
    let check = |query: &str, culture: &str, rank: &str, language: &str| {
        let first = &search(&bench, query, None)[0];
        let row = &first["row"];
        assert_eq!((&row["culture"], &row["language"]), (&json!(culture), &json!(language)), "{query}");
        assert!(row["rank"].as_array().expect("ranks").contains(&json!(rank)), "{query}");
        assert_eq!(first["here"], true, "{query}");
    };
    check("tw senior 信箱", "taiwan", "senior", "zh-Hant-TW");
    check("上海 客户 youxiang", "shanghai", "client", "zh-Hans-CN");
    check("international peer agenda", "international", "peer", "en");
    check("taiwan english client email", "taiwan", "client", "en");
    check("客戶", "taiwan", "client", "zh-Hant-TW");
}

#[test]
fn a_find_is_explained() {
    let bench = Bench::new();
    let first = &search(&bench, "youxiang", shanghai_client())[0];
    assert_eq!(first["reading"], "yóuxiāng");
    assert!(first.get("excerpt").is_none(), "it is in the title");
    let near = &search(&bench, "信箱", shanghai_client())[0];
    assert_eq!(near["matches"][0]["near"], true);
    assert_eq!(near["reading"], "邮箱 = 信箱");
}

#[test]
fn a_new_phrase_is_found_at_once_and_a_copy_does_not_cost_the_index() {
    let bench = Bench::new();
    assert!(search(&bench, "zanzibar", None).is_empty());
    let id_of_mine = bench.add("zanzibar", "words");
    assert_eq!(id(&search(&bench, "zanzibar", None)[0]), id_of_mine);
    let before = bench.app.now();
    bench.ask(Request::Copy(filling(&id_of_mine)));
    let after = bench.app.now();
    assert!(!Arc::ptr_eq(&before, &after) && Arc::ptr_eq(&before.index, &after.index));
    assert!(after.index.get().is_some());
}
