//! What a person may rely on when a pack is read or changed.

use super::*;
use crate::problem::Cost;
use crate::{PhraseId, Rank};

pub(super) const ONE: &str = r#"
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

pub(super) fn file(text: &str) -> PackFile {
    PackFile { name: "mine.toml".into(), layer: Layer::Mine, text: text.into() }
}

pub(super) fn first(text: &str) -> Phrase {
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

/// What a broken entry between two good ones costs, and where it is told.
fn costs(broken: &str, line: usize, says: &str) {
    let [before, after] = ["before", "after"].map(|id| ONE.replace("\"a\"", &format!("\"{id}\"")));
    let after = after.replace("schema = 1", "");
    for end in ["\n", "\r\n"] {
        let text = format!("{before}{broken}{after}").replace('\n', end);
        let pack = read(&file(&text));
        let ids: Vec<_> = pack.entries.iter().map(|entry| entry.phrase.id.as_str()).collect();
        assert_eq!(ids, ["before", "after"], "{broken}");
        let told: Vec<_> = pack.problems.iter().map(|problem| problem.line).collect();
        let before = before.matches('\n').count();
        assert_eq!(told, [Some(before + line)], "{broken}: {:?}", pack.problems);
        assert!(pack.problems[0].message.contains(says), "{}", pack.problems[0].message);
        let start = pack.entries[1].line;
        assert_eq!(text.lines().nth(start - 1), Some("[[phrase]]"), "{broken}");
    }
}

#[test]
fn a_syntax_error_costs_its_own_entry_only() {
    let entry = |text: &str| format!("[[phrase]]\nid = \"b\"\ntitle = \"t\"\n{text}\n");
    costs(&entry("a key without a value"), 4, "not TOML");
    costs(&entry("text = '''\nwords"), 4, "not TOML");
    costs(&entry("text = \"\"\"\nwords"), 4, "not TOML");
    costs(&entry("text = \"words"), 4, "not TOML");
    costs(&entry("rank = [\"peer\""), 4, "not TOML");
    costs(&entry("gloss = { en = \"\""), 4, "not TOML");
    costs(&entry("\u{c}"), 4, "not TOML");
    costs(&entry("<<<<<<< HEAD"), 4, "not TOML");
    costs(&entry("text = \"\0\""), 4, "not TOML");
    costs("[[p\nid = \"b\"\n", 1, "unclosed");
    costs("[[phrase]\nid = \"b\"\n", 1, "unclosed");
    costs("[phrase]\nid = \"b\"\n", 1, "write `[[phrase]]`");
    costs("[]\n", 1, "not TOML");
    costs("[[phrase]] id = \"b\"\n", 1, "not TOML");
}

#[test]
fn a_broken_entry_is_known_by_its_id() {
    let pack = read(&file(&ONE.replace("title = ", "title")));
    assert_eq!(pack.problems[0].id, Some(PhraseId::new("a")));
}

#[test]
fn ids_that_cannot_be_read_or_typed_are_not_taken() {
    let check = |from: &str, to: &str, phrases: usize, says: &str| {
        let pack = read(&file(&ONE.replace(from, to)));
        assert_eq!((pack.entries.len(), pack.problems.len()), (phrases, 1), "{to}");
        assert!(pack.problems[0].message.contains(says), "{}", pack.problems[0].message);
        assert!(!pack.problems[0].message.contains('\u{202e}'));
    };
    check("\"a\"", "\"a\u{202e}b\"", 0, "cannot be seen");
    check("\"a\"", "\"../a\"", 0, "`/`");
    check("\"move-to-email\"", "\"move\u{202e}\"", 0, "`situation`: ");
    check("\"taiwan\"", "\"tai\u{200b}wan\"", 0, "`culture`: ");
    check("\"zh-Hant-TW\"", "\"zh Hant\"", 0, "`language`: ");
    check("mood = \"calm\"", "reason = \"a\u{202e}\"", 1, "passed over");
    check("schema = 1", "[pack]\nid = \"a/b\"\ntitle = \"T\"", 1, "file's name");
    check("schema = 1", "[[culture]]\nid = \"a\u{202e}\"", 1, "cannot be seen");
    let phrase = Phrase { id: PhraseId::new("a b"), ..first(ONE) };
    assert!(matches!(put(ONE, &phrase), Err(EditError::Id(_))));
}

#[test]
fn the_phrases_of_a_pack_share_the_names_they_have_in_common() {
    let pack = read(&file(&format!("{ONE}{}", ONE.replace("schema = 1", "").replace("\"a\"", "\"b\""))));
    let cultures: Vec<_> = pack.entries.iter().map(|entry| entry.phrase.culture.as_str().as_ptr()).collect();
    assert_eq!(cultures[0], cultures[1]);
}
