//! Notices that somebody else changed a file of ours. It only says "look again": what is there is for the look to find.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, Event, EventKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::names::{self, Kind};
use crate::os;
use crate::places::Places;
use crate::store::Store;

/// How long it must be quiet before a look is worth it: editors and sync programs write in several steps.
const QUIET: Duration = Duration::from_millis(250);
/// How long to wait for that at most.
const AT_MOST: Duration = Duration::from_secs(2);
/// How often to look by ourselves where the system tells us of changes: it forgets some.
const SELDOM: Duration = Duration::from_secs(60);
/// How often to look by ourselves where it does not.
const OFTEN: Duration = Duration::from_secs(2);

/// Watches until it is dropped.
pub struct Watch {
    signals: Sender<Signal>,
    thread: Option<JoinHandle<()>>,
}

enum Signal {
    Changed,
    Stop,
}

impl Store {
    /// Calls `changed` from a thread of its own whenever packs, settings, contacts or favourites may have changed,
    /// whoever did it; [`crate::Loaded::mark`] tells whether packs really have.
    ///
    /// # Errors
    /// If no thread can be started.
    pub fn watch(&self, changed: impl Fn() + Send + 'static) -> io::Result<Watch> {
        let (signals, received) = channel();
        let (places, signals_too) = (self.places.clone(), signals.clone());
        let mut watching = Watching { places, signals: signals_too, watched: BTreeMap::new(), watcher: None };
        // What changes after this call returns is noticed, however late the thread begins.
        watching.watch_folders();
        let seen = watching.traces();
        let name = "library watch".to_owned();
        let run = move || watching.run(seen, &received, &changed);
        let thread = std::thread::Builder::new().name(name).spawn(run)?;
        Ok(Watch { signals, thread: Some(thread) })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.signals.send(Signal::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What tells one state of our files from another.
type Traces = BTreeMap<PathBuf, os::Trace>;

struct Watching {
    places: Places,
    signals: Sender<Signal>,
    watcher: Option<RecommendedWatcher>,
    /// Each folder that is watched, and which folder that is: another may come in its place.
    watched: BTreeMap<PathBuf, os::Identity>,
}

impl Watching {
    fn run(mut self, mut seen: Traces, received: &Receiver<Signal>, changed: &dyn Fn()) {
        loop {
            let wait = if self.watches_all() { SELDOM } else { OFTEN };
            match received.recv_timeout(wait) {
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(Signal::Changed) if !wait_for_quiet(received) => return,
                Ok(Signal::Changed) | Err(RecvTimeoutError::Timeout) => {}
            }
            self.watch_folders();
            let now = self.traces();
            if now != seen {
                seen = now;
                changed();
            }
        }
    }

    fn folders(&self) -> [PathBuf; 3] {
        [self.places.library(), self.places.data.clone(), self.places.config.clone()]
    }

    fn watches_all(&self) -> bool {
        self.folders().iter().all(|folder| self.watched.contains_key(folder))
    }

    /// Watches the folders that are there now, each anew if it is another than before.
    fn watch_folders(&mut self) {
        for folder in self.folders() {
            let now = os::identity(&folder).ok();
            if now.as_ref() == self.watched.get(&folder) {
                continue;
            }
            if let Some(watcher) = &mut self.watcher {
                let _ = watcher.unwatch(&folder);
            }
            self.watched.remove(&folder);
            let Some(now) = now else { continue };
            match self.watch_folder(&folder) {
                Ok(()) => drop(self.watched.insert(folder, now)),
                Err(err) => {
                    tracing::warn!("a folder is looked at every two seconds instead of being watched: {err}");
                }
            }
        }
    }

    fn watch_folder(&mut self, folder: &Path) -> notify::Result<()> {
        let watcher = match &mut self.watcher {
            Some(watcher) => watcher,
            none => none.insert(new_watcher(self.signals.clone())?),
        };
        watcher.watch(folder, RecursiveMode::NonRecursive)
    }

    /// What tells one state of our files from another without reading them.
    fn traces(&self) -> Traces {
        let mut traces = BTreeMap::new();
        for folder in self.folders() {
            let names = os::names(&folder).unwrap_or_default();
            for name in
                names.iter().filter_map(|name| name.to_str()).filter(|name| names::kind(name) != Kind::Other)
            {
                let path = folder.join(name);
                if let Ok(trace) = os::trace(&path) {
                    traces.insert(path, trace);
                }
            }
        }
        traces
    }
}

fn new_watcher(signals: Sender<Signal>) -> notify::Result<RecommendedWatcher> {
    notify::recommended_watcher(move |event: notify::Result<Event>| {
        if event.map_or(true, |event| tells_of_a_change(&event)) {
            let _ = signals.send(Signal::Changed);
        }
    })
}

/// Takes in what comes until nothing has come for a moment. False if it is time to stop.
fn wait_for_quiet(received: &Receiver<Signal>) -> bool {
    let until = Instant::now() + AT_MOST;
    while Instant::now() < until {
        match received.recv_timeout(QUIET) {
            Ok(Signal::Changed) => {}
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
            Err(RecvTimeoutError::Timeout) => return true,
        }
    }
    true
}

/// Reading changes nothing, and what editors put beside our files is not ours.
fn tells_of_a_change(event: &Event) -> bool {
    let read_only = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
        EventKind::Access(_) => true,
        _ => false,
    };
    let name = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
    let ours = |path: &PathBuf| {
        name(path).is_none_or(|name| !name.contains('.') || names::kind(&name) != Kind::Other)
    };
    event.need_rescan() || (!read_only && (event.paths.is_empty() || event.paths.iter().any(ours)))
}
