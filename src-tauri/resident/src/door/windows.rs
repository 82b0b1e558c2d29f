//! The windows: drawn by a program of their own that is started when one is wanted, and replaced when it does not answer.

use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender, SyncSender};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use fencun_desktop::launch::Child;
use fencun_protocol::{Code, Event, Failure, write_line};

use crate::app::Opening;

/// How long a running window program may take to show a window before it counts as hung.
const ANSWER: Duration = Duration::from_secs(4);

/// How long a fresh one may take to come up and show it: WebKit's first start on a slow disk.
const START: Duration = Duration::from_secs(20);

/// The window program, as the resident one sees it.
pub(crate) struct Windows {
    program: PathBuf,
    args: Vec<OsString>,
    state: Mutex<State>,
    heard: Condvar,
    /// One opening at a time: two at once would start two programs.
    opening: Mutex<()>,
}

#[derive(Default)]
struct State {
    child: Option<Child>,
    ear: Option<Ear>,
    sent: u64,
    done: u64,
}

/// Where events go; gone when the window program is.
struct Ear {
    pid: u32,
    events: Sender<Event>,
}

impl Windows {
    /// The program beside this one, and what it is started with.
    pub(crate) fn new(program: PathBuf, args: Vec<OsString>) -> Self {
        Self { program, args, state: Mutex::default(), heard: Condvar::new(), opening: Mutex::default() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a window and waits until it is there. A program that hangs is ended and started afresh, once.
    pub(crate) fn open(&self, opening: &Opening) -> Result<(), Failure> {
        let _one_at_a_time = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if self.has_ear() {
            if self.send_and_wait(opening, ANSWER) {
                return Ok(());
            }
            tracing::warn!("the window program does not answer and is started afresh");
        }
        // What was on the screen a moment ago hangs or is gone: a toggle can only mean to open it.
        let opening = Opening { toggle: false, ..opening.clone() };
        self.start()?;
        if self.send_and_wait(&opening, ANSWER) {
            Ok(())
        } else {
            Err(self.gave_up("it does not show a window"))
        }
    }

    fn has_ear(&self) -> bool {
        self.state().ear.is_some()
    }

    /// Ends what is left of an old program, starts a new one and waits until it listens.
    fn start(&self) -> Result<(), Failure> {
        self.end();
        let child = Child::spawn(&self.program, &self.args).map_err(|err| {
            let name = self.program.display();
            failure(format!("the window program {name} cannot be started: {err}"))
        })?;
        self.state().child = Some(child);
        let until = Instant::now() + START;
        let mut state = self.state();
        while state.ear.is_none() {
            let left = until.saturating_duration_since(Instant::now());
            let alive = state.child.as_ref().is_some_and(Child::is_alive);
            if left.is_zero() || !alive {
                drop(state);
                return Err(self.gave_up(if alive { "it does not answer" } else { "it ended at once" }));
            }
            // The end of a program is not announced, so it is looked for now and then.
            let wait = left.min(Duration::from_millis(100));
            state = self.heard.wait_timeout(state, wait).unwrap_or_else(PoisonError::into_inner).0;
        }
        Ok(())
    }

    fn gave_up(&self, why: &str) -> Failure {
        self.end();
        failure(format!("the window program could not open a window: {why}; see fencun-window in a terminal"))
    }

    /// Sends the event; whether it was done in time.
    fn send_and_wait(&self, opening: &Opening, patience: Duration) -> bool {
        let mut state = self.state();
        state.sent += 1;
        let number = state.sent;
        let event = Event::Open {
            number,
            window: opening.window,
            place: opening.place,
            toggle: opening.toggle,
            phrase: opening.phrase.clone(),
            write: opening.write.clone(),
            activation_token: opening.activation_token.clone(),
        };
        let Some(true) = state.ear.as_ref().map(|ear| ear.events.send(event).is_ok()) else { return false };
        let until = Instant::now() + patience;
        while state.done < number {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || state.ear.is_none() {
                return false;
            }
            state = self.heard.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    /// The window program has done an event.
    pub(crate) fn done(&self, event: u64) {
        let mut state = self.state();
        state.done = state.done.max(event);
        self.heard.notify_all();
    }

    /// Tells the pages to ask again.
    pub(crate) fn changed(&self) {
        if let Some(ear) = &self.state().ear {
            // A program that is just ending needs no news.
            let _ = ear.events.send(Event::Changed);
        }
    }

    /// Ends the window program, politely if it listens.
    pub(crate) fn end(&self) {
        let mut state = self.state();
        if let Some(ear) = state.ear.take() {
            let _ = ear.events.send(Event::Quit);
        }
        // Dropping the child ends its whole process group: WebKit's helpers outlive a window program that hangs.
        state.child = None;
        self.heard.notify_all();
    }

    /// Serves the window program's ear until it is gone.
    pub(crate) fn listen(
        &self,
        pid: u32,
        mut from: impl BufRead + Send + 'static,
        mut to: impl Write,
    ) -> io::Result<()> {
        let (events, incoming) = mpsc::channel();
        let older = self.state().ear.replace(Ear { pid, events: events.clone() });
        if let Some(older) = older {
            // Two window programs would show everything twice; the one that came last is the one that was wanted.
            let _ = older.events.send(Event::Quit);
        }
        self.heard.notify_all();
        let (gone, is_gone) = mpsc::sync_channel::<()>(1);
        std::thread::Builder::new()
            .name("ear".into())
            .spawn(move || wait_for_end(&mut from, &events, &gone))?;
        let mut written = Ok(());
        for event in incoming {
            written = write_line(&mut to, &event);
            if written.is_err() || is_gone.try_recv().is_ok() || event == Event::Quit {
                break;
            }
        }
        let mut state = self.state();
        if state.ear.as_ref().is_some_and(|ear| ear.pid == pid) {
            state.ear = None;
        }
        self.heard.notify_all();
        written
    }
}

/// An ear says nothing, so the first thing heard from it is its end; an event of no weight wakes the writer.
fn wait_for_end(from: &mut impl BufRead, wake: &Sender<Event>, gone: &SyncSender<()>) {
    let mut rest = Vec::new();
    let _ = io::Read::read_to_end(&mut io::Read::take(from, 4096), &mut rest);
    let _ = gone.try_send(());
    let _ = wake.send(Event::Changed);
}

fn failure(detail: String) -> Failure {
    Failure { code: Code::NoWindow, detail, names: Vec::new() }
}
