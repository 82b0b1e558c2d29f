//! What a person may rely on when a pack is read or changed.

use super::*;
use crate::problem::Cost;
use crate::{PhraseId, Rank};

const ONE: &str = r#"
# my own
schema = 1

[[phrase]]
id = "a" # first
situation = "move-to-email"
culture = "taiwan"
language = "zh-Hant-TW"
rank = ["senior", "client"]
firmness = 1
channel = "chat"
title = "先處理"
mood = "calm"
text = '''
您好，{my_email} \n {不是}
'''
gloss = { en = "hello" }
"#;

fn file(text: &str) -> PackFile {
    PackFile { name: "mine.toml".into(), layer: Layer::Mine, text: text.into() }
}

fn first(text: &str) -> Phrase {
    read(&file(text)).entries.into_iter().next().expect("one phrase").phrase.as_ref().clone()
}

#[test]
fn words_are_byte_for_byte_what_is_written_without_the_final_newline() {
    let pack = read(&file(ONE));
    assert_eq!(pack.problems, []);
    assert_eq!(pack.entries[0].phrase.text, "您好，{my_email} \\n {不是}");
    assert_eq!(pack.entries[0].phrase.ranks, [Rank::Senior, Rank::Client]);
    assert_eq!(pack.entries[0].line, 5);
    assert_eq!(pack.header.id.as_str(), "mine");
}

#[test]
fn a_bad_entry_costs_itself_and_says_where() {
    let check = |change: (&str, &str), line: usize, says: &str| {
        let good = ONE.replace("\"a\"", "\"good\"").replace("schema = 1", "");
        let bad = ONE.replace(change.0, change.1);
        let pack = read(&file(&format!("{bad}{good}")));
        assert!(pack.entries.iter().any(|entry| entry.phrase.id.as_str() == "good"), "{change:?}");
        assert_eq!(pack.entries.len(), 1, "{change:?}");
        let problem = pack.problems.iter().find(|problem| problem.cost == Cost::Entry).expect("a problem");
        assert!(problem.message.contains(says), "{}", problem.message);
        assert_eq!(problem.line, Some(line), "{}", problem.message);
    };
    check(("firmness = 1", "firmness = 9"), 11, "1 (warm) to 4");
    check(("firmness = 1", "firmness = \"1\""), 11, "number");
    check(("rank = [\"senior\", \"client\"]", "rank = []"), 10, "`rank` is empty");
    check(("\"senior\"", "\"boss\""), 10, "no rank");
    check(("title = \"先處理\"", ""), 5, "`title` is missing");
    check(("channel = \"chat\"", "channel = \"fax\""), 5, "\"chat\" or \"email\"");
    check(("culture = \"taiwan\"", "culture = 3"), 8, "in quotes");
    check(("culture = \"taiwan\"", "culture = taiwan"), 8, "not TOML");
    check(("id = \"a\" # first", "id = \"a b\""), 5, "no spaces");
}

#[test]
fn an_optional_key_of_the_wrong_form_is_a_remark() {
    let pack = read(&file(&ONE.replace("gloss = { en = \"hello\" }", "gloss = \"hello\"")));
    assert_eq!(pack.entries.len(), 1);
    assert_eq!(pack.problems[0].cost, Cost::Nothing);
}

#[test]
fn a_second_entry_of_the_same_id_is_left_out() {
    let pack = read(&file(&format!("{ONE}{}", ONE.replace("schema = 1", ""))));
    assert_eq!((pack.entries.len(), pack.problems.len()), (1, 1));
    assert_eq!(pack.problems[0].id, Some(PhraseId::new("a")));
}

#[test]
fn a_file_of_a_newer_program_is_read_and_not_changed() {
    let newer = ONE.replace("schema = 1", "schema = 7");
    let pack = read(&file(&newer));
    assert_eq!(pack.entries.len(), 1);
    assert!(pack.header.locked);
    assert_eq!(put(&newer, &first(ONE)), Err(EditError::Newer));
}

#[test]
fn an_empty_file_is_a_problem_and_not_an_empty_pack() {
    assert_eq!(read(&file(" \n")).problems.last().map(|problem| problem.cost), Some(Cost::File));
    assert_eq!(read(&file("schema = 1\n")).problems, []);
}

#[test]
fn an_edit_changes_the_entry_and_keeps_comments_and_unknown_keys() {
    let mut phrase = first(ONE);
    phrase.title = "新的".into();
    let changed = put(ONE, &phrase).expect("sound");
    assert_eq!(changed, ONE.replace("先處理", "新的"));
}

#[test]
fn putting_what_is_there_changes_nothing() {
    assert_eq!(put(ONE, &first(ONE)).expect("sound"), ONE);
    let dos = ONE.replace('\n', "\r\n");
    assert_eq!(put(&dos, &first(&dos)).expect("sound"), dos);
}

#[test]
fn a_new_phrase_comes_last_and_reads_back_the_same() {
    for text in [
        "一行",
        "two\nlines",
        "ends\n",
        "'quotes'",
        "a ''' b",
        "\\ {x} \"\"\"",
        "\n\nleading",
        "tab\there",
        "cr\rlf\r\n.",
    ] {
        let mut phrase = first(ONE);
        phrase.id = PhraseId::new("b");
        phrase.text = text.into();
        let changed = put(ONE, &phrase).unwrap_or_else(|err| panic!("{text:?}: {err}"));
        assert!(changed.starts_with(ONE), "{text:?}");
        assert_eq!(*read(&file(&changed)).entries[1].phrase, phrase);
    }
}

#[test]
fn the_first_phrase_makes_the_file() {
    let made = put("", &first(ONE)).expect("an empty file takes it");
    assert!(made.starts_with("schema = 1\n"), "{made}");
    assert_eq!(first(&made), first(ONE));
}

#[test]
fn a_damaged_file_is_not_written_into() {
    let damaged = format!("{ONE}\n[[phrase\n");
    assert!(matches!(put(&damaged, &first(ONE)), Err(EditError::Damaged { .. })));
}

#[test]
fn an_old_entry_comes_back_with_its_comments() {
    let mut phrase = first(ONE);
    phrase.title = "新的".into();
    let changed = put(ONE, &phrase).expect("sound");
    let gone = remove(&changed, &phrase.id).expect("sound").expect("it was there");
    assert!(read(&file(&gone)).entries.is_empty());
    assert_eq!(first(&get_text(ONE, &changed, &phrase.id).expect("sound")), first(ONE));
    let back = get_text(ONE, &gone, &phrase.id).expect("sound");
    assert_eq!(first(&back), first(ONE));
    assert!(back.contains("# first") && back.contains("mood = \"calm\""), "{back}");
}
