//! One element of a page, and the keys a page may be sent.

use serde_json::{Value, json};

use crate::webdriver::{WebDriver, text};

/// How the protocol marks a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Keys that have no character.
pub struct Key;

#[allow(missing_docs, reason = "the names are on the keys")]
impl Key {
    pub const ALT: &str = "\u{e00a}";
    pub const BACKSPACE: &str = "\u{e003}";
    pub const CONTROL: &str = "\u{e009}";
    pub const DELETE: &str = "\u{e017}";
    pub const DOWN: &str = "\u{e015}";
    pub const END: &str = "\u{e010}";
    pub const ENTER: &str = "\u{e007}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const HOME: &str = "\u{e011}";
    pub const LEFT: &str = "\u{e012}";
    pub const PAGE_DOWN: &str = "\u{e00f}";
    pub const PAGE_UP: &str = "\u{e00e}";
    pub const RIGHT: &str = "\u{e014}";
    pub const SHIFT: &str = "\u{e008}";
    pub const TAB: &str = "\u{e004}";
    pub const UP: &str = "\u{e013}";
}

/// An element of the page.
#[derive(Clone)]
pub struct Element<'w> {
    page: &'w WebDriver,
    id: String,
}

impl<'w> Element<'w> {
    /// From a reference as the driver answers it.
    #[track_caller]
    pub(crate) fn new(page: &'w WebDriver, reference: &Value) -> Self {
        Self { page, id: text(reference[ELEMENT].clone()) }
    }

    /// Clicks in its middle.
    #[track_caller]
    pub fn click(&self) {
        self.post("click", &json!({}));
    }

    /// Types into it; keys of [`Key`] may be among the text.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.post("value", &json!({"text": text}));
    }

    /// Empties it.
    #[track_caller]
    pub fn clear(&self) {
        self.post("clear", &json!({}));
    }

    /// Its text, as it is to be read.
    #[track_caller]
    #[must_use]
    pub fn text(&self) -> String {
        text(self.get("text"))
    }

    /// An attribute as written.
    #[track_caller]
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.get(&format!("attribute/{name}")).as_str().map(str::to_owned)
    }

    /// A property as scripts see it, such as the `value` of a field.
    #[track_caller]
    #[must_use]
    pub fn property(&self, name: &str) -> Value {
        self.get(&format!("property/{name}"))
    }

    /// What a field holds.
    #[track_caller]
    #[must_use]
    pub fn value(&self) -> String {
        text(self.property("value"))
    }

    /// A style as it is in force.
    #[track_caller]
    #[must_use]
    pub fn css(&self, property: &str) -> String {
        text(self.get(&format!("css/{property}")))
    }

    /// Whether a person sees it.
    #[track_caller]
    #[must_use]
    pub fn displayed(&self) -> bool {
        self.get("displayed") == Value::Bool(true)
    }

    /// Whether it can be used.
    #[track_caller]
    #[must_use]
    pub fn enabled(&self) -> bool {
        self.get("enabled") == Value::Bool(true)
    }

    /// How a script is handed this element.
    #[must_use]
    pub fn reference(&self) -> Value {
        json!({ ELEMENT: self.id })
    }

    #[track_caller]
    fn get(&self, what: &str) -> Value {
        self.page.get(&format!("/element/{}/{what}", self.id))
    }

    #[track_caller]
    fn post(&self, what: &str, body: &Value) {
        self.page.post(&format!("/element/{}/{what}", self.id), body);
    }
}
