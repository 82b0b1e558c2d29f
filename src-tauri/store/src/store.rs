//! The store itself: it holds no phrases, only the way to the files.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::cache::Cache;
use crate::clock;
use crate::disk::{Disk, RealDisk};
use crate::error::StoreError;
use crate::history::History;
use crate::places::Places;
use crate::save::{ATTEMPTS, Work};

/// All files of one person's Fencun. Cheap to clone; several programs may have one on the same places.
#[derive(Clone)]
pub struct Store {
    pub(crate) disk: Arc<dyn Disk>,
    pub(crate) places: Places,
    /// How long the list of operations was when it was tidied last.
    pub(crate) tidied: Arc<AtomicUsize>,
    /// How the packs read that were read last.
    pub(crate) cache: Arc<Cache>,
}

/// After how many more lines the list of operations is tidied again.
const MORE: usize = 200;

impl Store {
    /// A store on these places. Nothing is made or read yet.
    pub fn open(places: Places) -> Self {
        Self::on(Arc::new(RealDisk), places)
    }

    pub(crate) fn on(disk: Arc<dyn Disk>, places: Places) -> Self {
        Self { disk, places, tidied: Arc::default(), cache: Arc::default() }
    }

    /// Where everything lies.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// Notes in the history what others changed since, and clears what a crash left behind. To be called at start and
    /// when the library folder has changed; writes to the state folder, and to the library only if a crash came
    /// between a save and its look at what somebody else had written.
    ///
    /// # Errors
    /// If the state folder cannot be written. Everything else works on.
    pub fn take_stock(&self) -> Result<(), StoreError> {
        let mut work = self.work("the history")?;
        work.take_stock()?;
        let before = self.tidied.load(Ordering::Relaxed);
        if before == 0 || work.history.records().len() >= before + MORE {
            let unreadable = |source| StoreError::Unreadable { file: "the history".into(), source };
            work.history.tidy(clock::seconds()).map_err(unreadable)?;
            self.tidied.store(work.history.records().len().max(1), Ordering::Relaxed);
        }
        Ok(())
    }

    /// Waits until nobody else writes.
    pub(crate) fn work(&self, file: &str) -> Result<Work<'_>, StoreError> {
        let file = file.to_owned();
        let lock =
            self.disk.make_folder(&self.places.state).and_then(|()| self.disk.lock(&self.places.lock()));
        let lock = lock.map_err(|source| match source.kind() {
            io::ErrorKind::WouldBlock => StoreError::Busy { file: file.clone() },
            _ => StoreError::NotSaved { file: file.clone(), doing: "writing to the state folder", source },
        })?;
        let history = self.read_history()?;
        Ok(Work { disk: &*self.disk, places: &self.places, history, rounds: ATTEMPTS, _lock: lock })
    }

    pub(crate) fn read_history(&self) -> Result<History<'_>, StoreError> {
        let history = History::open(&*self.disk, &self.places.history());
        history.map_err(|source| StoreError::Unreadable { file: "the history".into(), source })
    }
}
