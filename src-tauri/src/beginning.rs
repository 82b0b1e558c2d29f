//! What the palette's page begins with: the answers to its first questions. They are asked for while WebKit is still
//! starting and come with the page itself, so that it is drawn once, and whole, instead of anew after every answer.

use std::sync::{Mutex, MutexGuard, PoisonError};

use fencun_protocol::{Filling, Filter, Request};
use serde::Serialize;
use serde_json::{Value, json};
use tauri::{AppHandle, Manager as _};

use crate::resident::Resident;
use crate::windows::Shown;

/// As many rows as the page asks for at first.
const LIMIT: usize = 30;
/// Where the page's head ends: what it begins with stands there as data, which no content policy takes for a script.
const HEAD_ENDS: &str = "</head>";

/// A question in the page's own words, and its answer.
#[derive(Debug, PartialEq, Serialize)]
struct Answered {
    command: &'static str,
    given: Value,
    answer: Value,
}

#[derive(Debug, Default)]
enum Progress {
    /// Nothing is asked, or what was answered holds no longer.
    #[default]
    Nothing,
    Asked,
    Answered(Vec<Answered>),
    /// The page has it; whether something has changed since.
    Given {
        stale: bool,
    },
}

/// The answers, from when the palette's window is made until its page has them.
#[derive(Debug, Default)]
pub(crate) struct Beginning {
    progress: Mutex<Progress>,
}

impl Beginning {
    /// Puts the answers into the page, if they are there, with what it is to show. Says whether they were.
    pub(crate) fn put_into(&self, page: &mut Vec<u8>, shown: impl FnOnce() -> Option<Shown>) -> bool {
        let Some(at) = find(page, HEAD_ENDS.as_bytes()) else { return false };
        let mut progress = self.progress();
        let Progress::Answered(answers) = &*progress else { return false };
        let data = script(&json!({ "shown": shown(), "answers": answers }));
        page.splice(at..at, data.into_bytes());
        *progress = Progress::Given { stale: false };
        true
    }

    /// Something is not as it was: what has been answered holds no longer.
    pub(crate) fn spoil(&self) {
        let mut progress = self.progress();
        *progress = match *progress {
            Progress::Given { .. } => Progress::Given { stale: true },
            _ => Progress::Nothing,
        };
    }

    /// The page hears now, and asks for itself from here on. Says whether it has missed a change.
    pub(crate) fn end(&self) -> bool {
        matches!(std::mem::take(&mut *self.progress()), Progress::Given { stale: true })
    }

    fn answered(&self, answers: Vec<Answered>) {
        let mut progress = self.progress();
        if matches!(*progress, Progress::Asked) {
            *progress = Progress::Answered(answers);
        }
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Asks, without holding up the window that is being made. A question that fails is left to the page.
pub(crate) fn ask(app: &AppHandle) {
    *app.state::<Beginning>().progress() = Progress::Asked;
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let answers = first_answers(&app.state::<Resident>());
        app.state::<Beginning>().answered(answers);
    });
}

fn first_answers(resident: &Resident) -> Vec<Answered> {
    let mut answers = Vec::new();
    let mut ask = |command, given, request| {
        let answer = resident.ask(&request).ok()?;
        answers.push(Answered { command, given, answer: answer.clone() });
        Some(answer)
    };
    ask("status", Value::Null, Request::Status);
    let audience = ask("audience", Value::Null, Request::Audience);
    ask("contacts", Value::Null, Request::Contacts);
    let search =
        Request::Search { query: String::new(), audience: None, filter: Filter::default(), limit: LIMIT };
    let found = ask("search", json!({ "query": "", "limit": LIMIT }), search);
    if let (Some(audience), Some(found)) = (audience, found)
        && let Some(filling) = first_filling(&audience, &found)
    {
        ask("preview", json!({ "filling": filling }), Request::Preview(filling));
    }
    answers
}

/// The first phrase as the page asks how it reads: for the contact that is set, with nothing typed.
fn first_filling(audience: &Value, found: &Value) -> Option<Filling> {
    let id = found["hits"][0]["row"]["id"].as_str()?.to_owned();
    let contact = audience["contact"].as_str().map(str::to_owned);
    Some(Filling { id, contact, paste: true, ..Filling::default() })
}

/// Data for the page. Within JSON only texts can hold a `<`, and it may be written in two ways.
fn script(data: &Value) -> String {
    let json = data.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"beginning\">{json}</script>")
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head></head><body></body></html>";

    fn put(beginning: &Beginning) -> Option<String> {
        let mut page = PAGE.as_bytes().to_vec();
        let shown = || Some(Shown { phrase: Some("a-b".into()), write: None });
        beginning.put_into(&mut page, shown).then(|| String::from_utf8(page).expect("still text"))
    }

    fn asked() -> Beginning {
        Beginning { progress: Mutex::new(Progress::Asked) }
    }

    fn one(answer: &str) -> Vec<Answered> {
        vec![Answered { command: "status", given: Value::Null, answer: json!(answer) }]
    }

    #[test]
    fn the_answers_come_with_the_page_once() {
        let beginning = asked();
        assert_eq!(put(&beginning), None, "there is no answer yet");
        beginning.answered(one("well"));
        let page = put(&beginning).expect("answered");
        let data = r#"{"answers":[{"answer":"well","command":"status","given":null}],"shown":{"phrase":"a-b","write":null}}"#;
        let script = format!(r#"<script type="application/json" id="beginning">{data}</script></head>"#);
        assert_eq!(page, PAGE.replace("</head>", &script));
        assert_eq!(put(&beginning), None, "a page that is loaded anew asks for itself");
    }

    #[test]
    fn the_page_asks_for_as_many_rows() {
        let page = include_str!("../../ui/src/palette/findings.svelte.ts");
        assert!(
            page.contains(&format!("const AT_FIRST = {LIMIT};")),
            "else it asks once more, and is drawn twice"
        );
    }

    #[test]
    fn no_answer_ends_the_script() {
        let beginning = asked();
        beginning.answered(one("</script><script>alert(1)</script><!--"));
        let page = put(&beginning).expect("answered");
        assert_eq!(page.matches('<').count(), PAGE.matches('<').count() + 2, "{page}");
        assert!(page.contains(r"\u003c/script>\u003cscript>alert(1)"), "{page}");
    }

    #[test]
    fn what_changed_while_it_was_asked_for_is_not_given() {
        let beginning = asked();
        beginning.spoil();
        beginning.answered(one("old"));
        assert_eq!(put(&beginning), None);
        assert!(!beginning.end(), "the page asks for itself");
    }

    #[test]
    fn a_page_that_could_not_hear_of_a_change_is_told() {
        let beginning = asked();
        beginning.answered(one("old"));
        assert!(put(&beginning).is_some());
        beginning.spoil();
        assert!(beginning.end());
        assert!(!beginning.end(), "it is told once");
    }

    #[test]
    fn a_page_without_a_head_is_left_as_it_is() {
        let beginning = asked();
        beginning.answered(one("well"));
        let mut page = b"<svg></svg>".to_vec();
        assert!(!beginning.put_into(&mut page, || None));
        assert_eq!(page, b"<svg></svg>");
    }

    #[test]
    fn the_first_phrase_is_filled_for_the_contact_that_is_set() {
        let found = json!({ "hits": [{ "row": { "id": "a-b" } }, { "row": { "id": "c" } }] });
        let filling = first_filling(&json!({ "contact": "anna" }), &found).expect("there is a first");
        assert_eq!(
            (filling.id.as_str(), filling.contact.as_deref(), filling.paste),
            ("a-b", Some("anna"), true)
        );
        assert_eq!(first_filling(&json!({ "contact": null }), &json!({ "hits": [] })), None);
    }
}
