//! What a person may rely on when contacts are read or changed.

use super::*;
use crate::Places;

const TWO: &str = r#"# people
[[contact]]
id = "chen" # 經理
name = "陳美玲"
surname = "陳"
title = "經理"
culture = "taiwan"
rank = "senior"
birthday = "May"

[[contact]]
id = "david"
name = "David"
culture = "international"
rank = "boss"
"#;

fn contact(name: &str) -> Contact {
    Contact {
        id: String::new(),
        name: name.into(),
        surname: String::new(),
        given: String::new(),
        title: String::new(),
        culture: CultureId::new("international"),
        rank: Rank::Peer,
        language: String::new(),
        email: String::new(),
        app: String::new(),
    }
}

fn store(text: &str) -> (tempfile::TempDir, Store) {
    let home = tempfile::tempdir().expect("a folder for the test");
    let at = |name: &str| home.path().join(name);
    std::fs::create_dir(at("config")).expect("a new folder");
    std::fs::write(at("config/contacts.toml"), text).expect("a new file");
    let store = Store::open(Places { config: at("config"), data: at("data"), state: at("state") });
    (home, store)
}

#[test]
fn a_bad_contact_costs_itself() {
    let (contacts, problems) = read(TWO);
    assert_eq!(contacts.len(), 1);
    assert_eq!((contacts[0].id.as_str(), contacts[0].rank), ("chen", Rank::Senior));
    let lines: Vec<_> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [Some(15), Some(11)]);
}

#[test]
fn a_contact_without_an_id_gets_one_from_the_name() {
    let (_home, store) = store("");
    let check = |name: &str, expected: &str| {
        assert_eq!(store.save_contact(&contact(name)).expect("a good contact").id, expected);
    };
    check("David Miller", "david-miller");
    check("David Miller", "david-miller-2");
    check("陳美玲", "contact");
    assert_eq!(store.load_contacts().0.len(), 3);
}

#[test]
fn a_change_keeps_comments_unknown_keys_and_neighbours() {
    let (home, store) = store(TWO);
    let mut chen = store.load_contacts().0.remove(0);
    chen.email = "chen@example.com".into();
    chen.surname = String::new();
    assert_eq!(store.save_contact(&chen).expect("a good contact"), chen);
    let text = std::fs::read_to_string(home.path().join("config/contacts.toml")).expect("it is there");
    let expected = TWO.replace("surname = \"陳\"\n", "");
    let expected =
        expected.replace("birthday = \"May\"\n", "birthday = \"May\"\nemail = \"chen@example.com\"\n");
    assert_eq!(text, expected);
    store.delete_contact("chen").expect("it is there");
    assert!(matches!(store.delete_contact("chen"), Err(StoreError::UnknownContact(_))));
    let text = std::fs::read_to_string(home.path().join("config/contacts.toml")).expect("it is there");
    assert!(text.contains("boss") && !text.contains("chen@"), "{text}");
}

#[test]
fn a_contact_that_cannot_be_used_is_refused() {
    let (_home, store) = store("");
    let check = |contact: &Contact| {
        assert!(matches!(store.save_contact(contact), Err(StoreError::BadValue { .. })));
    };
    check(&contact(""));
    check(&contact("two\nlines"));
    check(&Contact { email: "a@b\r\nBcc: c@d".into(), ..contact("A") });
    assert_eq!(store.load_contacts().0, []);
}
