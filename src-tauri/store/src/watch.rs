//! Notices that somebody else changed a file of ours. It only says "look again": what is there is for the look to find.
//!
//! While nothing happens nothing is done: a folder that is not there is awaited in the nearest one above it.

use std::collections::{BTreeMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, Event, EventKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::names::{self, Kind};
use crate::os;
use crate::places::Places;
use crate::store::Store;
use crate::traces::{Traces, folders, linked};

/// How long it must be quiet before a look is worth it: editors and sync programs write in several steps.
const QUIET: Duration = Duration::from_millis(250);
/// How long to wait for that at most.
const AT_MOST: Duration = Duration::from_secs(2);
/// How often to look where the system does not tell of changes.
const OFTEN: Duration = Duration::from_secs(2);
/// How often folders may come and go while the watches are being set.
const ROUNDS: usize = 8;

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
        let mut watching = Watching {
            places: self.places.clone(),
            signals: signals.clone(),
            watcher: None,
            watched: BTreeMap::new(),
            names: Arc::default(),
            is_told: false,
        };
        // What changes after this call returns is noticed, however late the thread begins.
        watching.watch_folders();
        let seen = Traces::of(&self.places);
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

/// Folders, and which folder each is: another may come in its place.
type Folders = BTreeMap<PathBuf, os::Identity>;

/// Names of files elsewhere that are ours all the same.
type Names = Arc<Mutex<HashSet<OsString>>>;

struct Watching {
    places: Places,
    signals: Sender<Signal>,
    watcher: Option<RecommendedWatcher>,
    watched: Folders,
    /// The names of what our files lead to, where they are links.
    names: Names,
    /// Whether the system tells of every change.
    is_told: bool,
}

impl Watching {
    fn run(mut self, mut seen: Traces, received: &Receiver<Signal>, changed: &dyn Fn()) {
        while self.wait(received) {
            let Some(mut quiet) = wait_for_quiet(received) else { return };
            loop {
                self.watch_folders();
                let now = Traces::of(&self.places);
                if now != seen {
                    changed();
                }
                seen = now;
                if quiet {
                    break;
                }
                // What is written while we look may have the time and the size of what is there: it is looked at again.
                seen = Traces::default();
                match wait_for_quiet(received) {
                    Some(now_quiet) => quiet = now_quiet,
                    None => return,
                }
            }
        }
    }

    /// Waits until a look is worth it. False if it is time to stop.
    fn wait(&self, received: &Receiver<Signal>) -> bool {
        if self.is_told {
            return matches!(received.recv(), Ok(Signal::Changed));
        }
        match received.recv_timeout(OFTEN) {
            Ok(Signal::Changed) | Err(RecvTimeoutError::Timeout) => true,
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => false,
        }
    }

    /// Watches the folders that are there now, each anew if it is another than before; for one that is not there, the
    /// nearest above it.
    fn watch_folders(&mut self) {
        for _ in 0..ROUNDS {
            let wanted = self.wanted();
            if wanted == self.watched {
                break;
            }
            let all = self.watch_only(&wanted);
            self.is_told =
                all && wanted.keys().all(|folder| os::tells_of_changes(folder)) && !self.is_awaited();
            if !all {
                break;
            }
            // A folder may have come between the look and the watch.
        }
    }

    fn wanted(&self) -> Folders {
        let nearest = |folder: &Path| {
            let found = folder.ancestors().find(|above| above.is_dir())?;
            Some((found.to_owned(), os::identity(found).ok()?))
        };
        let linked = linked(&self.places);
        *self.names.lock().unwrap_or_else(PoisonError::into_inner) =
            linked.iter().filter_map(|path| path.file_name().map(OsStr::to_owned)).collect();
        let elsewhere = linked.iter().filter_map(|path| path.parent());
        folders(&self.places).iter().map(PathBuf::as_path).chain(elsewhere).filter_map(nearest).collect()
    }

    /// An empty library may be the place of a disk that is not mounted. Nobody tells of its coming.
    fn is_awaited(&self) -> bool {
        os::names(&self.places.library()).is_ok_and(|names| names.is_empty())
    }

    /// Says whether all of them are watched now.
    fn watch_only(&mut self, wanted: &Folders) -> bool {
        let watcher = &mut self.watcher;
        self.watched.retain(|folder, is| {
            let stays = wanted.get(folder) == Some(is);
            if let (false, Some(watcher)) = (stays, watcher.as_mut()) {
                // A folder that was removed is not watched any more anyway.
                let _ = watcher.unwatch(folder);
            }
            stays
        });
        let mut all = true;
        for (folder, is) in wanted {
            if self.watched.contains_key(folder) {
                continue;
            }
            match self.watch_folder(folder) {
                Ok(()) => drop(self.watched.insert(folder.clone(), *is)),
                Err(err) => {
                    all = false;
                    tracing::warn!("a folder is looked at every two seconds instead of being watched: {err}");
                }
            }
        }
        all
    }

    fn watch_folder(&mut self, folder: &Path) -> notify::Result<()> {
        let watcher = match &mut self.watcher {
            Some(watcher) => watcher,
            none => {
                let names = Arc::clone(&self.names);
                none.insert(new_watcher(self.signals.clone(), &self.places, names)?)
            }
        };
        watcher.watch(folder, RecursiveMode::NonRecursive)
    }
}

fn new_watcher(signals: Sender<Signal>, places: &Places, names: Names) -> notify::Result<RecommendedWatcher> {
    let folders = folders(places);
    notify::recommended_watcher(move |event: notify::Result<Event>| {
        let linked = names.lock().unwrap_or_else(PoisonError::into_inner);
        if event.map_or(true, |event| tells_of_a_change(&event, &folders, &linked)) {
            let _ = signals.send(Signal::Changed);
        }
    })
}

/// Takes in what comes until nothing has come for a moment, and says whether that moment came. None if it is time to
/// stop.
fn wait_for_quiet(received: &Receiver<Signal>) -> Option<bool> {
    let until = Instant::now() + AT_MOST;
    while Instant::now() < until {
        match received.recv_timeout(QUIET) {
            Ok(Signal::Changed) => {}
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => return Some(true),
        }
    }
    Some(false)
}

/// Reading changes nothing, and what editors put beside our files is not ours; nor is what others do in a folder where
/// we only wait for one of ours.
fn tells_of_a_change(event: &Event, folders: &[PathBuf], linked: &HashSet<OsString>) -> bool {
    let read_only = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
        EventKind::Access(_) => true,
        _ => false,
    };
    // By name only: some systems tell of a path by another way than the one that was asked for.
    let leads_to_ours = |name: &OsStr| folders.iter().any(|folder| folder.iter().any(|part| part == name));
    let ours = |path: &PathBuf| {
        path.file_name().is_none_or(|name| {
            linked.contains(name)
                || leads_to_ours(name)
                || name.to_str().is_some_and(|name| names::kind(name) != Kind::Other)
        })
    };
    event.need_rescan() || (!read_only && (event.paths.is_empty() || event.paths.iter().any(ours)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, ModifyKind, RemoveKind};

    #[test]
    fn our_own_reading_and_the_files_of_others_are_not_followed() {
        let folders = [PathBuf::from("/home/anna/.local/share/fencun/library")];
        let check = |kind: EventKind, path: &str, expected: bool| {
            let event = Event::new(kind).add_path(path.into());
            let linked = HashSet::from([OsString::from("dotfile")]);
            assert_eq!(tells_of_a_change(&event, &folders, &linked), expected, "{kind:?} {path}");
        };
        let pack = "/home/anna/.local/share/fencun/library/mine.toml";
        check(EventKind::Access(AccessKind::Open(AccessMode::Any)), pack, false);
        check(EventKind::Access(AccessKind::Close(AccessMode::Read)), pack, false);
        check(EventKind::Access(AccessKind::Close(AccessMode::Write)), pack, true);
        check(EventKind::Modify(ModifyKind::Any), pack, true);
        check(EventKind::Remove(RemoveKind::File), pack, true);
        check(EventKind::Modify(ModifyKind::Any), "/home/anna/dotfiles/dotfile", true);
        check(EventKind::Modify(ModifyKind::Any), "/home/anna/dotfiles/bashrc", false);
        check(
            EventKind::Create(CreateKind::File),
            "/home/anna/.local/share/fencun/library/.mine.toml.swp",
            false,
        );
        check(EventKind::Create(CreateKind::Folder), "/home/anna/.local/share/fencun", true);
        check(EventKind::Create(CreateKind::Folder), "/home/anna/.local/share/other", false);
        check(EventKind::Modify(ModifyKind::Any), "/home/anna/.xsession-errors", false);
    }
}
