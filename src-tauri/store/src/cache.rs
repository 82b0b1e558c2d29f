//! Remembers how packs read, so that a change of one does not cost the reading of all.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use fencun_core::pack::{self, Pack};

use crate::os::Settled;

/// What was read of each file, by name, and of which content.
#[derive(Default)]
pub(crate) struct Cache(Mutex<HashMap<String, Remembered>>);

/// A file that was read.
#[derive(Clone)]
pub(crate) struct Remembered {
    /// Tells its content from others.
    pub(crate) content: u64,
    /// What could be read of it.
    pub(crate) pack: Arc<Pack>,
    length: usize,
    settled: Option<Settled>,
}

/// Tells one content of a file from another.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

impl Cache {
    /// What is remembered of a file that must still be what it was, if `settled` says so.
    pub(crate) fn unchanged(&self, name: &str, settled: Option<Settled>) -> Option<Remembered> {
        let all = self.all();
        all.get(name).filter(|known| settled.is_some() && known.settled == settled).cloned()
    }

    /// The pack that a text holds, read anew only if it is another text than the last of this name.
    pub(crate) fn read(&self, name: &str, content: u64, settled: Option<Settled>, text: &str) -> Arc<Pack> {
        let is_it = |known: &&mut Remembered| (known.content, known.length) == (content, text.len());
        if let Some(known) = self.all().get_mut(name).filter(is_it) {
            known.settled = settled;
            return Arc::clone(&known.pack);
        }
        let pack = Arc::new(pack::read_text(name, text));
        let remembered = Remembered { content, pack: Arc::clone(&pack), length: text.len(), settled };
        self.all().insert(name.to_owned(), remembered);
        pack
    }

    /// Forgets the files that are not there any more.
    pub(crate) fn keep_only(&self, names: &HashSet<String>) {
        self.all().retain(|name, _| names.contains(name));
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Remembered>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_is_read_anew_if_its_content_is_another() {
        let cache = Cache::default();
        let read = |text: &str| cache.read("a.toml", hash(text.as_bytes()), None, text);
        let one = read("schema = 1\n");
        assert!(Arc::ptr_eq(&one, &read("schema = 1\n")));
        assert!(!Arc::ptr_eq(&one, &read("schema = 2\n")));
        assert!(cache.unchanged("a.toml", None).is_none(), "nothing says that the file is the same");
        cache.keep_only(&HashSet::new());
        assert!(cache.all().is_empty());
    }
}
