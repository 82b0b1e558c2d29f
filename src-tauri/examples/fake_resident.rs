//! Stands in for the resident program, to try the window program alone:
//!
//! ```text
//! cargo run -p fencun-window --example fake_resident -- SOCKET [ANSWERS.json]
//! ```
//!
//! Answers each verb with what the file's object holds under it, prints what it hears, one JSON object a
//! line, and sends the events that are typed: `open palette|settings [ID]`, `toggle`, `near X Y`,
//! `changed`, `quit`; `end` hangs up.

use std::collections::BTreeMap;
use std::io::{self, BufReader, Write as _};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use fencun_protocol::{
    Code, Event, Failure, Hello, Place, Reply, Request, Role, WindowName, read_line, write_line,
};
use interprocess::local_socket::traits::ListenerExt as _;
use interprocess::local_socket::{GenericFilePath, ListenerOptions, Stream, ToFsName as _};
use serde_json::{Value, json};

type Caller = BufReader<Stream>;

#[derive(Default)]
struct Fake {
    answers: serde_json::Map<String, Value>,
    ear: Mutex<Option<Stream>>,
    sent: Mutex<BTreeMap<u64, Instant>>,
}

fn main() -> io::Result<()> {
    let mut words = std::env::args().skip(1);
    let socket = words.next().ok_or_else(|| io::Error::other("name a socket"))?;
    let answers = words.next().map_or(Ok("{}".to_owned()), std::fs::read_to_string)?;
    let fake = Arc::new(Fake { answers: serde_json::from_str(&answers)?, ..Fake::default() });
    let listener = ListenerOptions::new().name(socket.to_fs_name::<GenericFilePath>()?).create_sync()?;
    say(&json!({"listening": true}));
    let typed = Arc::clone(&fake);
    std::thread::spawn(move || typed.obey());
    for caller in listener.incoming().flatten() {
        let fake = Arc::clone(&fake);
        std::thread::spawn(move || fake.serve(BufReader::new(caller)));
    }
    Ok(())
}

impl Fake {
    fn serve(&self, mut caller: Caller) -> io::Result<()> {
        let hello: Hello = read_line(&mut caller)?;
        write_line(caller.get_mut(), &Hello::of(Role::Resident))?;
        if hello.role == Role::Ear {
            say(&json!({"ear": hello.pid}));
            *locked(&self.ear) = Some(caller.into_inner());
            return Ok(());
        }
        loop {
            let request: Request = read_line(&mut caller)?;
            write_line(caller.get_mut(), &self.reply(&request)?)?;
        }
    }

    fn reply(&self, request: &Request) -> io::Result<Reply> {
        if let Request::Done { event } = request {
            let after = locked(&self.sent).get(event).map(|at| at.elapsed().as_secs_f64() * 1000.0);
            say(&json!({"done": event, "after_ms": after}));
            return Ok(Reply::Done(Value::Null));
        }
        let said = serde_json::to_value(request)?;
        say(&said);
        if let Request::Open { window, place, phrase, .. } = request {
            self.open(*window, *place, phrase.clone(), false)?;
            return Ok(Reply::Done(Value::Null));
        }
        let verb = said["verb"].as_str().unwrap_or_default();
        Ok(self.answers.get(verb).map_or_else(|| Reply::Failed(unknown(verb)), |it| Reply::Done(it.clone())))
    }

    fn obey(&self) {
        for line in io::stdin().lines().map_while(Result::ok) {
            if let Err(err) = self.send(&line) {
                say(&json!({"error": err.to_string()}));
            }
        }
    }

    fn send(&self, line: &str) -> io::Result<()> {
        let words: Vec<_> = line.split_whitespace().collect();
        let number = |word: &str| word.parse().map_err(io::Error::other);
        match words.as_slice() {
            ["open", "settings", id @ ..] => {
                let id = id.first().map(|id| (*id).to_owned());
                self.open(WindowName::Settings, Place::Pointer, id, false)
            }
            ["open", "palette", id @ ..] => {
                let id = id.first().map(|id| (*id).to_owned());
                self.open(WindowName::Palette, Place::Pointer, id, false)
            }
            ["toggle"] => self.open(WindowName::Palette, Place::Pointer, None, true),
            ["near", x, y] => {
                let place = Place::Near { x: number(x)?, y: number(y)? };
                self.open(WindowName::Palette, place, None, true)
            }
            ["changed"] => self.tell(&Event::Changed),
            ["quit"] => self.tell(&Event::Quit),
            ["end"] => std::process::exit(0),
            _ => Err(io::Error::other("unknown")),
        }
    }

    fn open(&self, window: WindowName, place: Place, phrase: Option<String>, toggle: bool) -> io::Result<()> {
        let number = {
            let mut sent = locked(&self.sent);
            let number = sent.len() as u64 + 1;
            sent.insert(number, Instant::now());
            number
        };
        self.tell(&Event::Open { number, window, place, toggle, phrase, write: None, activation_token: None })
    }

    fn tell(&self, event: &Event) -> io::Result<()> {
        match locked(&self.ear).as_mut() {
            Some(ear) => write_line(ear, event),
            None => Err(io::Error::other("nobody listens")),
        }
    }
}

fn unknown(verb: &str) -> Failure {
    Failure { code: Code::Internal, detail: format!("no answer to {verb}"), names: Vec::new() }
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn say(value: &Value) {
    let _ = writeln!(io::stdout(), "{value}");
}
