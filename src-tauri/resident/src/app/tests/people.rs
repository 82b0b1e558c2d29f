//! What is remembered about people: who got what, the next rung, and forgetting.

use std::collections::BTreeMap;

use fencun_protocol::{Filling, Request};
use serde_json::{Value, json};

use super::{Bench, filling};

const WARM: &str = "tw-zh-move-senior-start";

/// A contact the user is writing to.
fn chen(bench: &Bench) -> String {
    bench.set("profile.email", json!("anna@example.com"));
    let contact = json!({"name": "陳佳穎", "surname": "陳", "given": "佳穎", "title": "經理", "culture": "taiwan",
        "rank": "senior", "language": "zh-Hant-TW"});
    let contact = serde_json::from_value(contact).expect("a contact");
    let id = bench.ask(Request::SaveContact { contact })["id"].as_str().expect("an id").to_owned();
    let audience = bench.ask(Request::Audience)["audience"].clone();
    let audience = serde_json::from_value(audience).expect("an audience");
    bench.ask(Request::SetAudience { audience, contact: Some(id.clone()) });
    id
}

fn search(bench: &Bench) -> Value {
    let found =
        Request::Search { query: String::new(), audience: None, filter: Default::default(), limit: 5 };
    bench.ask(found)
}

#[test]
fn who_got_the_warm_one_is_offered_the_next_rung_even_after_a_restart() {
    let mut bench = Bench::new();
    chen(&bench);
    assert_eq!(search(&bench)["proposal"], Value::Null);
    bench.ask(Request::Copy(filling(WARM)));
    bench.restart();
    let proposal = search(&bench)["proposal"].clone();
    assert_eq!((&proposal["last_firmness"], &proposal["days"]), (&json!(1), &json!(0)));
    assert_eq!(proposal["name"], "陳佳穎");
    let firmer = bench.ask(Request::Show { id: proposal["id"].as_str().expect("an id").to_owned() });
    assert_eq!(firmer["phrase"]["situation"], "move-to-email");
    assert!(firmer["phrase"]["firmness"].as_u64() > Some(1));
}

#[test]
fn nothing_is_remembered_about_people_if_the_user_does_not_want_it() {
    let bench = Bench::new();
    chen(&bench);
    bench.set("behaviour.remember_people", json!(false));
    bench.ask(Request::Copy(filling(WARM)));
    assert_eq!(bench.ask(Request::Memory)["people"], json!([]));
    assert_eq!(search(&bench)["proposal"], Value::Null);
}

#[test]
fn answers_given_for_a_name_come_back_for_that_name_only() {
    let bench = Bench::new();
    let id = bench.add("t", "關於{topic}，{name}");
    let set =
        BTreeMap::from([("topic".to_owned(), "報價".to_owned()), ("name".to_owned(), "Kim".to_owned())]);
    let asked = Filling { set, person: Some("Kim".into()), remember: true, ..filling(&id) };
    bench.ask(Request::Copy(asked));
    let remembered = |person: &str| {
        let preview = bench.ask(Request::Preview(Filling { person: Some(person.into()), ..filling(&id) }));
        preview["open"][0]["remembered"].clone()
    };
    assert_eq!(remembered("Kim"), "報價");
    assert_eq!(remembered("Lee"), Value::Null);
    let memory = bench.ask(Request::Memory);
    assert_eq!(memory["people"][0]["name"], "Kim");
    assert_eq!(memory["people"][0]["answers"], json!({"topic": "報價"}), "the name is no answer");
}

#[test]
fn one_person_or_everything_is_forgotten() {
    let bench = Bench::new();
    let contact = chen(&bench);
    bench.ask(Request::Copy(filling(WARM)));
    let id = bench.add("t", "{name}");
    let set = BTreeMap::from([("name".to_owned(), "Kim".to_owned())]);
    bench.ask(Request::Copy(Filling {
        set,
        person: Some("Kim".into()),
        audience: Some(fencun_protocol::Audience {
            culture: "shanghai".into(),
            rank: fencun_protocol::Rank::Peer,
            language: "en".into(),
        }),
        ..filling(&id)
    }));
    let left = bench.ask(Request::Forget { key: Some(contact) });
    let keys: Vec<_> =
        left["people"].as_array().expect("a list").iter().map(|one| one["key"].clone()).collect();
    assert_eq!(keys, ["Kim"]);
    bench.ask(Request::Forget { key: None });
    assert!(bench.app.now().recent.is_empty() && bench.app.now().people.all.is_empty());
    assert!(!bench.home.path().join("state/people.toml").exists());
}

#[test]
fn a_contact_keeps_its_name_in_the_list() {
    let bench = Bench::new();
    let id = chen(&bench);
    bench.ask(Request::Copy(filling(WARM)));
    let memory = bench.ask(Request::Memory);
    assert_eq!((&memory["people"][0]["key"], &memory["people"][0]["name"]), (&json!(id), &json!("陳佳穎")));
    assert_eq!(memory["people"][0]["uses"][0]["id"], WARM);
}
