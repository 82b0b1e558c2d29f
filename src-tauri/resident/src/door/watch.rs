//! Watches the folders of the library and the settings. An event is only a hint: what holds is what is read then.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Duration, Instant};

use fencun_protocol::Home;
use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::app::App;

/// Others write a file in several steps; half of one is not worth reading.
const QUIET: Duration = Duration::from_millis(200);

/// Somebody who never stops writing is not waited for.
const LONGEST: Duration = Duration::from_secs(2);

/// How often to look where the system cannot tell.
const LOOK: Duration = Duration::from_secs(5);

/// Starts watching, as long as the app is there.
pub(crate) fn watch(app: &Arc<App>) {
    let (tell, told) = mpsc::channel();
    let (home, app) = (app.home.clone(), Arc::downgrade(app));
    let event = move |event: notify::Result<notify::Event>| {
        // Our own reading opens files and folders; to follow that would be to follow ourselves for ever.
        if event.map_or(true, |event| changes(event.kind)) {
            tell.send(()).unwrap_or_default();
        }
    };
    let watcher = notify::recommended_watcher(event)
        .inspect_err(|err| tracing::warn!(%err, "folders are looked at every few seconds"));
    let work = move || follow(&app, &home, watcher.ok(), &told);
    if let Err(err) = thread::Builder::new().name("watch".into()).spawn(work) {
        tracing::warn!(%err, "changes by others are not noticed");
    }
}

fn changes(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

fn follow(app: &Weak<App>, home: &Home, mut watcher: Option<RecommendedWatcher>, told: &Receiver<()>) {
    let mut watched = BTreeSet::new();
    loop {
        let complete = watcher.as_mut().is_some_and(|watcher| keep_watching(watcher, home, &mut watched));
        if !wait(told, complete) {
            return;
        }
        let Some(app) = app.upgrade() else { return };
        app.look_again();
    }
}

/// Watches every folder that is there, or the nearest one above it. Says whether nothing is left out.
fn keep_watching(watcher: &mut RecommendedWatcher, home: &Home, watched: &mut BTreeSet<PathBuf>) -> bool {
    let wanted: BTreeSet<PathBuf> =
        [home.config(), home.data(), &home.library()].iter().filter_map(|folder| existing(folder)).collect();
    for gone in watched.difference(&wanted) {
        // A folder that was removed is not watched any more anyway.
        let _ = watcher.unwatch(gone);
    }
    watched.retain(|folder| wanted.contains(folder));
    for folder in wanted {
        // A folder that was replaced by another of the same name has to be watched anew.
        let _ = watcher.unwatch(&folder);
        match watcher.watch(&folder, RecursiveMode::NonRecursive) {
            Ok(()) => drop(watched.insert(folder)),
            Err(err) => {
                tracing::warn!(%err, "a folder is looked at every few seconds");
                return false;
            }
        }
    }
    true
}

fn existing(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find(|above| above.is_dir()).map(Path::to_owned)
}

/// Waits until something happened and is over; false once nobody can tell any more.
fn wait(told: &Receiver<()>, complete: bool) -> bool {
    if complete {
        if told.recv().is_err() {
            return false;
        }
    } else {
        match told.recv_timeout(LOOK) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => thread::sleep(LOOK),
        }
    }
    let until = Instant::now() + LONGEST;
    while Instant::now() < until && told.recv_timeout(QUIET).is_ok() {}
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, ModifyKind, RemoveKind};

    #[test]
    fn our_own_reading_is_not_followed() {
        let open = EventKind::Access(AccessKind::Open(AccessMode::Any));
        let read = EventKind::Access(AccessKind::Close(AccessMode::Read));
        assert!(!changes(open) && !changes(read));
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        let made = EventKind::Create(CreateKind::File);
        assert!(changes(written) && changes(made));
        assert!(changes(EventKind::Modify(ModifyKind::Any)) && changes(EventKind::Remove(RemoveKind::Any)));
    }

    #[test]
    fn a_folder_that_is_not_there_is_awaited_above() {
        let dir = tempfile::tempdir().expect("a folder");
        assert_eq!(existing(&dir.path().join("data/library")).as_deref(), Some(dir.path()));
    }
}
