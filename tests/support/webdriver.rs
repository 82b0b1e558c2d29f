//! A window's page, used through WebKit's own driver.

use std::fmt;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use base64::Engine as _;
use serde_json::{Value, json};

use crate::desktop::Desktop;
use crate::element::Element;
use crate::program::Program;
use crate::wait::{DEADLINE, wait_until};
use crate::{http, screenshot};

/// A program with web pages, started by the driver. Dropping it ends both.
pub struct WebDriver {
    driver: Program,
    port: u16,
    session: String,
}

/// What the driver answers instead of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The kind, such as `no such element`.
    pub error: String,
    /// What it says about it.
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.error, self.message)
    }
}

impl std::error::Error for Refused {}

impl WebDriver {
    /// Has the driver start the program, with the arguments and the environment of `program`.
    #[track_caller]
    #[must_use]
    pub fn open(desktop: &Desktop, program: &Command) -> Self {
        let (driver, port) = start_driver(desktop, program);
        let arguments: Vec<_> = program.get_args().map(|argument| argument.to_string_lossy()).collect();
        let binary = program.get_program().to_string_lossy();
        // A browser's name, or the wish for the newer protocol, makes this driver refuse.
        let options = json!({"webkitgtk:browserOptions": {"binary": binary, "args": arguments}});
        let mut page = Self { driver, port, session: "/session".to_owned() };
        let asked = page.ask("POST", "", &json!({"capabilities": {"alwaysMatch": options}}));
        let id = asked.expect("the program opens a page the driver can use")["sessionId"].take();
        page.session = format!("/session/{}", id.as_str().expect("a session has a name"));
        page
    }

    /// The process of the driver; the program is its child.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.driver.pid()
    }

    /// Waits for the first element that matches.
    #[track_caller]
    #[must_use]
    pub fn find(&self, css: &str) -> Element<'_> {
        let what = format!("{css} on the page");
        wait_until(&what, DEADLINE, || self.all(css).into_iter().next())
    }

    /// The elements that match now.
    #[track_caller]
    #[must_use]
    pub fn all(&self, css: &str) -> Vec<Element<'_>> {
        let found = self.post("/elements", &json!({"using": "css selector", "value": css}));
        found.as_array().into_iter().flatten().map(|reference| Element::new(self, reference)).collect()
    }

    /// The element that has the focus.
    #[track_caller]
    #[must_use]
    pub fn focused(&self) -> Element<'_> {
        Element::new(self, &self.get("/element/active"))
    }

    /// Runs the body of a function in the page; what it returns is the answer.
    #[track_caller]
    pub fn script(&self, body: &str, arguments: &[Value]) -> Value {
        self.post("/execute/sync", &json!({"script": body, "args": arguments}))
    }

    /// Waits until the body of a function returns something true.
    #[track_caller]
    pub fn wait_for_script(&self, body: &str) {
        let what = format!("{body} in the page");
        wait_until(&what, DEADLINE, || (self.script(body, &[]) == Value::Bool(true)).then_some(()));
    }

    /// Presses keys together, such as `[Key::CONTROL, Key::ENTER]`, and lets them go in reverse.
    #[track_caller]
    pub fn press(&self, keys: &[&str]) {
        let step = |kind: &str, key: &&str| json!({"type": kind, "value": key});
        let down = keys.iter().map(|key| step("keyDown", key));
        let up = keys.iter().rev().map(|key| step("keyUp", key));
        let steps: Vec<_> = down.chain(up).collect();
        self.post("/actions", &json!({"actions": [{"type": "key", "id": "keyboard", "actions": steps}]}));
    }

    /// Loads a page.
    #[track_caller]
    pub fn go_to(&self, url: &str) {
        self.post("/url", &json!({"url": url}));
    }

    /// The page's address.
    #[track_caller]
    #[must_use]
    pub fn url(&self) -> String {
        text(self.get("/url"))
    }

    /// The page's title.
    #[track_caller]
    #[must_use]
    pub fn title(&self) -> String {
        text(self.get("/title"))
    }

    /// The windows the driver can reach.
    #[track_caller]
    #[must_use]
    pub fn windows(&self) -> Vec<String> {
        let handles = self.get("/window/handles");
        handles.as_array().into_iter().flatten().cloned().map(text).collect()
    }

    /// Goes on in another window.
    #[track_caller]
    pub fn switch_to(&self, window: &str) {
        self.post("/window", &json!({"handle": window}));
    }

    /// Saves what the page shows as `target/acceptance/NAME.png`.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let encoded = text(self.get("/screenshot"));
        let picture = base64::prelude::BASE64_STANDARD.decode(encoded).expect("a picture comes in base64");
        let file = screenshot::file(name);
        fs::write(&file, picture).expect("the target folder is ours");
        file
    }

    /// One request of the protocol, below the session, for what has no method here.
    ///
    /// # Errors
    /// When the driver, or the page, refuses.
    pub fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, Refused> {
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let answer = http::request(self.port, method, &format!("{}{path}", self.session), &body);
        let answer = answer.map_err(|err| refused("no answer", &err.to_string()))?;
        let mut answer: Value = serde_json::from_slice(&answer)
            .map_err(|_| refused("no answer", &String::from_utf8_lossy(&answer)))?;
        let value = answer["value"].take();
        match value.get("error").and_then(Value::as_str) {
            Some(error) => Err(refused(error, value["message"].as_str().unwrap_or_default())),
            None => Ok(value),
        }
    }

    #[track_caller]
    pub(crate) fn get(&self, path: &str) -> Value {
        done(path, self.ask("GET", path, &Value::Null))
    }

    #[track_caller]
    pub(crate) fn post(&self, path: &str, body: &Value) -> Value {
        done(path, self.ask("POST", path, body))
    }
}

impl Drop for WebDriver {
    fn drop(&mut self) {
        // The program is ended by the driver; if it is gone already there is nothing to end.
        let _ = self.ask("DELETE", "", &Value::Null);
    }
}

fn start_driver(desktop: &Desktop, program: &Command) -> (Program, u16) {
    let start = || {
        let port = http::free_port();
        let mut command = desktop.command("WebKitWebDriver");
        let environment = program.get_envs().filter_map(|(name, value)| Some((name, value?)));
        command.envs(environment).env("TAURI_WEBVIEW_AUTOMATION", "true");
        let mut driver = desktop.spawn({
            command.arg(format!("--port={port}"));
            command
        });
        let listening = || http::request(port, "GET", "/status", "").is_ok();
        let answer = wait_until("the driver", DEADLINE, || match driver.ended() {
            Some(_) => Some(false),
            None => listening().then_some(true),
        });
        answer.then_some((driver, port))
    };
    // Another program may take the port between looking and using it.
    (0..5).find_map(|_| start()).expect("one of five ports stays free")
}

fn refused(error: &str, message: &str) -> Refused {
    Refused { error: error.to_owned(), message: message.to_owned() }
}

#[track_caller]
fn done(path: &str, answer: Result<Value, Refused>) -> Value {
    match answer {
        Ok(value) => value,
        Err(refused) => panic!("the driver refused {path}: {refused}"),
    }
}

/// The text an answer must be.
#[track_caller]
pub(crate) fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => panic!("the driver answered {other} where it should have been text"),
    }
}
