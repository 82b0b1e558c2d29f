//! The app behind its doors, with stand-ins for the machine.

use std::collections::BTreeMap;
use std::sync::Arc;

use fencun_core::fakes::{FakeClipboard, FakeMail, FakeNotifier, FakePaster};
use fencun_core::ports::ClipboardError;
use fencun_protocol::{Audience, Code, Failure, Filling, Home, PhraseDraft, Rank, Request};
use serde_json::{Value, json};

use super::{App, Ports};

mod loading;
mod packs;
mod pasting;
mod people;
mod reminding;
mod searching;

/// An app on an empty home, and what it did to the machine.
pub(crate) struct Bench {
    app: Arc<App>,
    clipboard: Arc<FakeClipboard>,
    notifier: Arc<FakeNotifier>,
    mail: Arc<FakeMail>,
    paster: Arc<FakePaster>,
    home: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        Self::with_clipboard(FakeClipboard::default())
    }

    fn with_clipboard(clipboard: FakeClipboard) -> Self {
        Self::with(clipboard, FakePaster::default())
    }

    fn with_paster(paster: FakePaster) -> Self {
        Self::with(FakeClipboard::default(), paster)
    }

    fn with(clipboard: FakeClipboard, paster: FakePaster) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let (clipboard, paster) = (Arc::new(clipboard), Arc::new(paster));
        let (notifier, mail) = (Arc::default(), Arc::default());
        let app = start(&home, &clipboard, &notifier, &mail, &paster);
        Self { app, clipboard, notifier, mail, paster, home }
    }

    fn restart(&mut self) {
        self.app = start(&self.home, &self.clipboard, &self.notifier, &self.mail, &self.paster);
    }

    fn ask(&self, request: Request) -> Value {
        value(&self.app.answer(request).expect("it is done"))
    }

    fn refused(&self, request: Request) -> Failure {
        self.app.answer(request).expect_err("it is not done")
    }

    fn set(&self, key: &str, value: Value) {
        self.ask(Request::SetSetting { key: key.into(), value });
    }

    /// A phrase of the user's own.
    fn add(&self, title: &str, text: &str) -> String {
        let saved = self.ask(Request::SavePhrase { draft: draft(None, title, text), base: None });
        saved["id"].as_str().expect("an id").to_owned()
    }
}

fn start(
    home: &tempfile::TempDir,
    clipboard: &Arc<FakeClipboard>,
    notifier: &Arc<FakeNotifier>,
    mail: &Arc<FakeMail>,
    paster: &Arc<FakePaster>,
) -> Arc<App> {
    let home = Home::under(home.path()).expect("absolute");
    let socket = home.socket(None);
    let ports = Ports {
        clipboard: Arc::clone(clipboard) as _,
        notifier: Arc::clone(notifier) as _,
        mail: Box::new(Arc::clone(mail)),
        paster: Arc::clone(paster) as _,
    };
    Arc::new(App::new(home, socket, ports))
}

fn draft(id: Option<&str>, title: &str, text: &str) -> PhraseDraft {
    PhraseDraft {
        id: id.map(str::to_owned),
        situation: "after-hours".into(),
        culture: "taiwan".into(),
        language: "zh-Hant-TW".into(),
        rank: vec![Rank::Senior],
        firmness: 2,
        channel: fencun_protocol::Channel::Chat,
        reason: None,
        title: title.into(),
        subject: None,
        text: text.into(),
        gloss: BTreeMap::new(),
        note: BTreeMap::new(),
        tags: Vec::new(),
        sensitive: false,
    }
}

/// An answer taken apart.
fn value(answer: &serde_json::value::RawValue) -> Value {
    serde_json::from_str(answer.get()).expect("json")
}

fn filling(id: &str) -> Filling {
    Filling { id: id.into(), ..Filling::default() }
}

const SHIPPED: &str = "tw-zh-move-senior-start";

#[test]
fn a_copied_phrase_is_announced_without_its_words_and_is_among_the_recent_ones_after_a_restart() {
    let mut bench = Bench::new();
    bench.set("profile.email", json!("anna@example.com"));
    bench.ask(Request::Copy(filling(SHIPPED)));
    assert!(bench.clipboard.written()[0].contains("anna@example.com"));
    let notice = bench.notifier.notices().pop().expect("a notice");
    assert_eq!(notice.body.matches('·').count(), 2, "{}", notice.body);
    assert!(!notice.body.contains("anna@example.com") && !notice.body.contains("您"), "{}", notice.body);
    bench.restart();
    assert_eq!(bench.app.now().recent[0].as_str(), SHIPPED);
}

#[test]
fn notices_of_copies_can_be_switched_off() {
    let bench = Bench::new();
    let id = bench.add("t", "words");
    bench.set("behaviour.notify_on_copy", json!(false));
    bench.ask(Request::Copy(filling(&id)));
    assert!(bench.notifier.notices().is_empty());
}

#[test]
fn an_open_phrase_is_not_copied_and_names_what_is_missing() {
    let bench = Bench::new();
    let failure = bench.refused(Request::Copy(filling(SHIPPED)));
    assert_eq!((failure.code, failure.names), (Code::OpenPlaceholders, vec!["my_email".to_owned()]));
    assert!(bench.clipboard.written().is_empty() && bench.app.now().recent.is_empty());
}

#[test]
fn a_busy_clipboard_is_a_failure_of_its_own_and_nothing_is_remembered() {
    let bench = Bench::with_clipboard(FakeClipboard::refusing(ClipboardError::Busy));
    let id = bench.add("t", "words");
    assert_eq!(bench.refused(Request::Copy(filling(&id))).code, Code::ClipboardBusy);
    assert!(bench.app.now().recent.is_empty() && bench.notifier.notices().is_empty());
}

#[test]
fn a_phrase_can_be_added_changed_deleted_and_all_of_it_undone() {
    let mut bench = Bench::new();
    let id = bench.add("Not tonight", "明天再說");
    assert_eq!(id, "not-tonight");
    bench.ask(Request::SavePhrase { draft: draft(Some(&id), "Not tonight", "後天再說"), base: None });
    bench.ask(Request::DeletePhrase { id: id.clone() });
    assert_eq!(bench.refused(Request::Show { id: id.clone() }).code, Code::Unknown);
    bench.restart();
    bench.ask(Request::Undo { steps: 2 });
    assert_eq!(bench.ask(Request::Show { id })["phrase"]["text"], "明天再說");
}

#[test]
fn editing_a_shipped_phrase_makes_an_override_that_can_be_taken_back() {
    let bench = Bench::new();
    let before = bench.ask(Request::Show { id: SHIPPED.into() });
    assert_eq!(before["phrase"]["layer"], "shipped");
    bench.ask(Request::SavePhrase { draft: draft(Some(SHIPPED), "mine", "my words"), base: None });
    let after = bench.ask(Request::Show { id: SHIPPED.into() });
    assert_eq!(
        (&after["phrase"]["layer"], &after["original"]["text"]),
        (&json!("mine"), &before["phrase"]["text"])
    );
    bench.ask(Request::RestoreOriginal { id: SHIPPED.into() });
    assert_eq!(bench.ask(Request::Show { id: SHIPPED.into() }), before);
}

#[test]
fn the_audience_and_the_favourites_survive_a_restart() {
    let mut bench = Bench::new();
    let audience = Audience { culture: "shanghai".into(), rank: Rank::Client, language: "zh-Hans-CN".into() };
    bench.ask(Request::SetAudience { audience: audience.clone(), contact: None });
    bench.ask(Request::SetFavourite { id: SHIPPED.into(), favourite: true });
    bench.restart();
    assert_eq!(bench.ask(Request::Audience)["audience"], json!(audience));
    assert_eq!(bench.ask(Request::Show { id: SHIPPED.into() })["favourite"], true);
}

#[test]
fn a_letter_is_opened_in_the_mail_program_and_copied() {
    let bench = Bench::new();
    bench.set("profile.email", json!("anna@example.com"));
    let id = bench.add("t", "words");
    let mut letter = draft(Some(&id), "t", "words");
    (letter.channel, letter.subject) = (fencun_protocol::Channel::Email, Some("Re: {topic}".into()));
    bench.ask(Request::SavePhrase { draft: letter, base: None });
    let set = BTreeMap::from([("topic".to_owned(), "offer".to_owned())]);
    let copied = bench.app.choose(&Filling { set, ..filling(&id) }).expect("all is filled");
    assert!(copied.mail);
    assert_eq!(bench.mail.letters()[0].subject, "Re: offer");
    assert_eq!(bench.clipboard.written(), ["words"]);
}

#[test]
fn a_hotkey_is_kept_in_its_usual_spelling_and_nonsense_is_refused() {
    let bench = Bench::new();
    bench.set("behaviour.hotkey", json!("alt+ctrl+k"));
    assert_eq!(bench.ask(Request::Settings)["behaviour"]["hotkey"], "Ctrl+Alt+K");
    let value = json!("banana");
    assert_eq!(
        bench.refused(Request::SetSetting { key: "behaviour.hotkey".into(), value }).code,
        Code::BadValue
    );
    bench.set("behaviour.hotkey", json!(""));
    assert_eq!(bench.ask(Request::Settings)["behaviour"]["hotkey"], "");
}

#[test]
fn facets_count_what_each_value_would_leave() {
    let bench = Bench::new();
    let browse = |filter: Value| {
        bench.ask(Request::Browse(
            serde_json::from_value(json!({"limit": 3, "filter": filter})).expect("a request"),
        ))
    };
    let all = browse(json!({"mine": false}));
    assert_eq!(all["rows"].as_array().map(Vec::len), Some(3));
    assert_eq!(all["total"], all["all"]);
    let taiwan = all["facets"][0]["values"][0].clone();
    assert_eq!(taiwan["id"], "taiwan");
    assert_eq!(browse(json!({"culture": "taiwan", "mine": false}))["total"], taiwan["count"]);
}

#[test]
fn windows_need_the_resident_program() {
    let bench = Bench::new();
    let failure = bench.refused(Request::Toggle { place: fencun_protocol::Place::Pointer });
    assert!(failure.detail.contains("running fencun"), "{failure}");
}
