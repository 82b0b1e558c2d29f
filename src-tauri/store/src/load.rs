//! Reads the library folder. What cannot be read costs itself, and its last good version stays in use; nothing is written.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::string::FromUtf8Error;
use std::sync::Arc;

use fencun_core::pack::{Layer, Pack, ReadPack, limits};
use fencun_core::{Cost, Problem};

use crate::cache;
use crate::disk::ReadError;
use crate::heal;
use crate::history::{History, Known};
use crate::look;
use crate::names::{self, Kind};
use crate::places::{MINE, Places, Target};
use crate::save::TEMPORARY;
use crate::store::Store;

/// The most phrases of all packs in the library folder together.
const PHRASES_IN_ALL: usize = 250_000;

/// What lies in the library folder.
#[derive(Clone, Default)]
pub struct Loaded {
    /// The packs, by file name. Those whose bytes are what they were when this store read them last are the same ones.
    pub packs: Vec<ReadPack>,
    /// What is wrong with files; what is wrong with single entries of sound files is the library's to find.
    pub problems: Vec<Problem>,
    /// Another whenever names or contents of packs are others: a library that was built from the same mark is the same.
    pub mark: u64,
    /// Whether a crash has left something behind that [`Store::take_stock`] would clear.
    pub leftovers: bool,
}

/// The words of packs are the user's: debugging output shows the names of files only.
impl std::fmt::Debug for Loaded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = self.packs.iter().map(|read| read.name.as_str()).collect();
        f.debug_struct("Loaded")
            .field("packs", &names)
            .field("problems", &self.problems)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Reads all packs of the library folder.
    ///
    /// Making phrases of text is costly, and done only for the packs that are others than the last time; what has not
    /// been touched for a while is not even read.
    pub fn load(&self) -> Loaded {
        let mut loader = Loader {
            store: self,
            history: OnceCell::new(),
            phrases: 0,
            hasher: DefaultHasher::new(),
            seen: HashSet::new(),
            loaded: Loaded::default(),
        };
        loader.loaded.leftovers = self.leftovers();
        match self.disk.names(&self.places.library()) {
            Ok(names) if names.is_empty() => loader.empty_folder(),
            Ok(names) => {
                for name in names {
                    loader.loaded.leftovers |= name.to_string_lossy().ends_with(TEMPORARY);
                    match name.into_string() {
                        Ok(name) => loader.file(&name),
                        Err(name) => loader.unnamed(&name.to_string_lossy()),
                    }
                }
            }
            Err(err) => loader.no_folder(&err),
        }
        self.cache.keep_only(&loader.seen);
        loader.done()
    }

    /// Whether a crash left a temporary file anywhere but among the packs.
    fn leftovers(&self) -> bool {
        let Places { config, data, state } = &self.places;
        let folders =
            [config.clone(), data.clone(), state.clone(), self.places.history(), self.places.drafts()];
        let names = folders.iter().flat_map(|folder| self.disk.names(folder).unwrap_or_default());
        names.into_iter().any(|name| name.to_string_lossy().ends_with(TEMPORARY))
    }
}

struct Loader<'a> {
    store: &'a Store,
    /// Opened only when something is wrong: a sound library is read without it.
    history: OnceCell<Option<History<'a>>>,
    phrases: usize,
    /// Takes in what the mark is made of.
    hasher: DefaultHasher,
    /// The files whose reading is remembered.
    seen: HashSet<String>,
    loaded: Loaded,
}

impl Loader<'_> {
    fn file(&mut self, name: &str) {
        match names::kind(name) {
            Kind::Other => {}
            Kind::Pack => self.pack(name),
            Kind::ConflictCopy(original) => self.remark(
                name,
                format!(
                    "a second version of {original} that a sync program left; it is not loaded. Merge it into \
                     {original} in the settings, or move it out of the library"
                ),
            ),
        }
    }

    fn pack(&mut self, name: &str) {
        let path = self.store.places.library().join(name);
        // Before it is read: what is written while we read must not be taken for what we read.
        let settled = self.store.disk.settled(&path);
        let known = self.store.cache.unchanged(name, settled);
        if let Some(known) = known.filter(|known| is_sound(&known.pack)) {
            (name, known.content).hash(&mut self.hasher);
            return self.within_limits(name, known.pack);
        }
        let content = self.store.disk.read(&path, limits::FILE_BYTES);
        let bytes = match content {
            Ok(content) => content.bytes,
            // It was taken away since the folder was read.
            Err(ReadError::Missing) if !self.is_link(name) => return,
            Err(ReadError::Missing) => {
                return self.unusable(name, None, "the link leads nowhere; mend or remove it");
            }
            Err(err) => return self.unusable(name, None, &err.to_string()),
        };
        let content = cache::hash(&bytes);
        (name, content).hash(&mut self.hasher);
        match String::from_utf8(bytes) {
            Ok(text) => {
                let read = self.store.cache.read(name, content, settled, &text);
                self.text(name, &text, read);
            }
            Err(err) => {
                let (line, why) = not_text(&err);
                self.unusable(name, line, why);
            }
        }
    }

    fn is_link(&self, name: &str) -> bool {
        self.store.disk.follow(&self.store.places.library().join(name)).is_err()
    }

    fn within_limits(&mut self, name: &str, read: Arc<Pack>) {
        self.seen.insert(name.to_owned());
        self.phrases += read.entries.len();
        if self.phrases <= PHRASES_IN_ALL {
            return self.take(name, read);
        }
        let message = format!("the library holds more than {PHRASES_IN_ALL} phrases; this pack is left out");
        self.problem(name, Cost::File, message);
    }

    fn text(&mut self, name: &str, text: &str, read: Arc<Pack>) {
        if is_sound(&read) {
            return self.within_limits(name, read);
        }
        self.seen.insert(name.to_owned());
        self.loaded.problems.extend(heal::markers(name, text));
        if let Some(problem) = heal::nothing_in_it(name, text, &read) {
            self.loaded.problems.push(problem);
            return self.stand_in(name);
        }
        match self.heal(name, text, &read) {
            None => self.within_limits(name, read),
            Some(healed) => {
                self.loaded.problems.extend(heal::told(&read.problems));
                self.remark(name, IN_USE.to_owned());
                self.within_limits(name, Arc::new(healed));
            }
        }
    }

    /// Takes a pack into what is loaded.
    fn take(&mut self, name: &str, pack: Arc<Pack>) {
        self.loaded.packs.push(ReadPack { name: name.to_owned(), layer: layer(name), pack });
    }

    fn heal(&self, name: &str, text: &str, read: &Pack) -> Option<Pack> {
        let label = Target::pack(&self.store.places, name).label;
        let good = self.last_good(&label)?;
        heal::heal(name, text, read, &good, || self.versions(&label))
    }

    /// A file of which nothing can be read.
    fn unusable(&mut self, name: &str, line: Option<usize>, why: &str) {
        let (file, message) = (name.to_owned(), why.to_owned());
        self.loaded.problems.push(Problem { file, line, id: None, message, cost: Cost::File });
        self.stand_in(name);
    }

    fn stand_in(&mut self, name: &str) {
        let label = Target::pack(&self.store.places, name).label;
        if let Some(text) = self.last_good(&label) {
            self.remark(name, IN_USE.to_owned());
            self.take(name, Arc::new(heal::sound_part(name, &text)));
        }
    }

    /// The folder cannot be read. If it was there before, it is missed and not empty.
    fn no_folder(&mut self, err: &std::io::Error) {
        let known = self.packs_on_record();
        if err.kind() != std::io::ErrorKind::NotFound || !known.is_empty() {
            self.missed(&known, &format!("cannot be read ({err}); bring it back (is a disk not mounted?)"));
        }
    }

    /// A folder in the library's place that is another and empty is the one on which a disk was mounted.
    fn empty_folder(&mut self) {
        let folder = self.store.places.library();
        let is_another = |history: &History<'_>| look::is_another(&*self.store.disk, &folder, history);
        let known = self.packs_on_record();
        if !known.is_empty() && self.history().is_some_and(is_another) {
            self.missed(
                &known,
                "is empty and not the one it was; bring that one back (is a disk not mounted?), or put a mine.toml \
                 with the line `schema = 1` there to start afresh",
            );
        }
    }

    fn packs_on_record(&self) -> Vec<String> {
        let known = self.history().map(History::files).unwrap_or_default();
        let names = known.iter().filter_map(|label| label.strip_prefix("library/"));
        names.filter(|name| names::is_pack(name)).map(str::to_owned).collect()
    }

    fn missed(&mut self, packs: &[String], why: &str) {
        let folder = self.store.places.library();
        let message =
            format!("the library folder {} {why}. Until then nothing is saved there", folder.display());
        self.problem("library", Cost::File, message);
        for name in packs {
            self.stand_in(name);
        }
    }

    fn unnamed(&mut self, name: &str) {
        if name.ends_with(".toml") {
            self.problem(name, Cost::File, "its name is not valid text; rename the file".to_owned());
        }
    }

    fn last_good(&self, label: &str) -> Option<String> {
        let history = self.history()?;
        match history.known(label) {
            Known::As(hash) => history.text(Some(&hash)).ok(),
            Known::Never | Known::Absent => None,
        }
    }

    /// Older versions of a file, newest first.
    fn versions<'s>(&'s self, label: &str) -> impl Iterator<Item = String> + 's {
        let history = self.history();
        let hashes = history.map(|history| history.versions(label)).unwrap_or_default();
        hashes.into_iter().filter_map(move |hash| history?.text(Some(&hash)).ok())
    }

    fn history(&self) -> Option<&History<'_>> {
        self.history.get_or_init(|| self.store.read_history().ok()).as_ref()
    }

    fn problem(&mut self, name: &str, cost: Cost, message: String) {
        let file = name.to_owned();
        self.loaded.problems.push(Problem { file, line: None, id: None, message, cost });
    }

    fn remark(&mut self, name: &str, message: String) {
        self.problem(name, Cost::Nothing, message);
    }

    fn done(mut self) -> Loaded {
        for read in &self.loaded.packs {
            (&read.name, read.pack.entries.len()).hash(&mut self.hasher);
        }
        for problem in &self.loaded.problems {
            (&problem.file, problem.line, &problem.message).hash(&mut self.hasher);
        }
        self.loaded.mark = self.hasher.finish();
        self.loaded
    }
}

const IN_USE: &str =
    "its last good version stays in use until it is mended; nothing is written into it until then";

fn is_sound(read: &Pack) -> bool {
    read.problems.iter().all(|problem| problem.cost == Cost::Nothing)
}

fn layer(name: &str) -> Layer {
    if name == MINE { Layer::Mine } else { Layer::Shared }
}

/// In which line a file stops being text, where that can be told, and what to do about it.
fn not_text(err: &FromUtf8Error) -> (Option<usize>, &'static str) {
    let (bytes, sound) = (err.as_bytes(), err.utf8_error().valid_up_to());
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..]) {
        return (None, "it is UTF-16 or UTF-32; save it as UTF-8 with your editor");
    }
    let line = bytes.iter().take(sound).filter(|byte| **byte == b'\n').count() + 1;
    (Some(line), "it is not UTF-8 text; save it as UTF-8, or move it out of the library")
}
