//! Packs in and out, what the check says, drafts, and what operations did.

use fencun_protocol::{Code, Request};
use serde_json::json;

use super::{Bench, draft};

const TEAM: &str = "schema = 1\n[pack]\nid = \"team\"\ntitle = \"Team <b>Shanghai</b>\"\n\n[[phrase]]\nid = \"team-late\"\n\
situation = \"after-hours\"\nculture = \"taiwan\"\nlanguage = \"zh-Hant-TW\"\nrank = [\"senior\"]\nfirmness = 2\n\
channel = \"chat\"\ntitle = \"晚點回\"\ntext = \"您好，明天上班後回覆您。\"\n";

#[test]
fn a_pack_is_looked_at_taken_in_and_taken_out_again() {
    let bench = Bench::new();
    let (name, text) = (|| "Team Shanghai.toml".to_owned(), || TEAM.to_owned());
    let look = bench.ask(Request::LookAtPack { name: name(), text: text() });
    assert_eq!((&look["title"], &look["phrases"]), (&json!("Team <b>Shanghai</b>"), &json!(1)));
    assert_eq!(look["titles"], json!(["晚點回"]));
    assert!(!bench.home.path().join("data/library").exists(), "a look writes nothing");
    let imported = bench.ask(Request::ImportPack { name: name(), text: text() });
    assert_eq!(imported["file"], "team.toml");
    let shown = bench.ask(Request::Show { id: "team-late".into() });
    assert_eq!(shown["phrase"]["layer"], "shared");
    let again = bench.ask(Request::LookAtPack { name: name(), text: text() });
    assert_eq!(again["replaces"], json!(["team-late"]));
    bench.ask(Request::RemovePack { file: "team.toml".into() });
    assert_eq!(bench.refused(Request::Show { id: "team-late".into() }).code, Code::Unknown);
    bench.ask(Request::Undo { steps: 1 });
    bench.ask(Request::Show { id: "team-late".into() });
}

#[test]
fn what_is_no_pack_is_refused_with_its_name() {
    let bench = Bench::new();
    let failure = bench.refused(Request::ImportPack { name: "notes.toml".into(), text: "just words".into() });
    assert_eq!(failure.code, Code::FileDamaged);
    assert!(failure.detail.contains("notes.toml"), "{failure}");
    let unknown = bench.refused(Request::ExportPack { pack: "nobody".into() });
    assert_eq!(unknown.code, Code::Unknown);
}

#[test]
fn a_change_tells_what_it_did_and_a_base_brings_two_changes_together() {
    let bench = Bench::new();
    let id = bench.add("t", "one");
    let opened = draft(Some(&id), "t", "one");
    // Somebody else changes the title while the form is open.
    bench.ask(Request::SavePhrase { draft: draft(Some(&id), "their title", "one"), base: None });
    let mine = draft(Some(&id), "t", "my words");
    let saved = bench.ask(Request::SavePhrase { draft: mine, base: Some(opened.clone()) });
    assert_eq!(saved["beside"], json!(null));
    let shown = bench.ask(Request::Show { id: id.clone() });
    assert_eq!(
        (&shown["phrase"]["title"], &shown["phrase"]["text"]),
        (&json!("their title"), &json!("my words"))
    );
    let changes = bench.ask(Request::Changes { step: saved["step"].as_u64().expect("a step") });
    assert_eq!(
        (&changes[0]["before"]["text"], &changes[0]["after"]["text"]),
        (&json!("one"), &json!("my words"))
    );
    // Both change the same words: both wordings are kept.
    let saved =
        bench.ask(Request::SavePhrase { draft: draft(Some(&id), "t", "other words"), base: Some(opened) });
    let beside = saved["beside"].as_str().expect("a phrase beside").to_owned();
    let texts = [id, beside].map(|id| bench.ask(Request::Show { id })["phrase"]["text"].clone());
    assert!(texts.contains(&json!("my words")) && texts.contains(&json!("other words")), "{texts:?}");
}

#[test]
fn a_draft_outlives_a_restart_until_it_is_dropped() {
    let mut bench = Bench::new();
    let kept = || Request::KeepFormDraft { key: "new-1".into(), content: "{\"text\":\"half a sen\"}".into() };
    bench.ask(kept());
    bench.restart();
    let drafts = bench.ask(Request::FormDrafts);
    assert_eq!(
        (&drafts[0]["key"], &drafts[0]["content"]),
        (&json!("new-1"), &json!("{\"text\":\"half a sen\"}"))
    );
    bench.ask(Request::DropFormDraft { key: "new-1".into() });
    assert_eq!(bench.ask(Request::FormDrafts), json!([]));
}

#[test]
fn a_finding_is_shown_silenced_with_a_reason_and_heard_again() {
    let bench = Bench::new();
    let words = "你把檔案寄給我。";
    let id = bench.add("t", words);
    let check = || bench.ask(Request::Check { draft: draft(Some(&id), "t", words) });
    let rules = |list: &serde_json::Value| -> Vec<String> {
        list.as_array()
            .expect("a list")
            .iter()
            .map(|one| one["rule"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    let found = rules(&check()["findings"]);
    assert!(found.contains(&"pronoun-rank".to_owned()), "{found:?}");
    let rule = || "pronoun-rank".to_owned();
    bench.ask(Request::Silence { id: id.clone(), rule: rule(), why: Some("we are old friends".into()) });
    let now = check();
    assert!(!rules(&now["findings"]).contains(&rule()));
    assert_eq!(now["silenced"][0]["why"], "we are old friends");
    bench.ask(Request::Silence { id: id.clone(), rule: rule(), why: None });
    assert!(rules(&check()["findings"]).contains(&rule()));
    let failure = bench.refused(Request::Silence { id: id.clone(), rule: "nonsense".into(), why: None });
    assert_eq!(failure.code, Code::BadValue);
}
