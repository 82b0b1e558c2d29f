//! Reads the library folder. What cannot be read costs itself, and its last good version stays in use; nothing is written.

use std::cell::OnceCell;
use std::hash::{DefaultHasher, Hash, Hasher};

use fencun_core::pack::{self, Layer, Pack, PackFile, limits};
use fencun_core::{Cost, Problem};

use crate::disk::ReadError;
use crate::heal;
use crate::history::{History, Known};
use crate::names::{self, Kind};
use crate::places::{MINE, Target};
use crate::save::TEMPORARY;
use crate::store::Store;

/// The most phrases of all packs in the library folder together.
const PHRASES_IN_ALL: usize = 250_000;

/// What lies in the library folder.
#[derive(Clone, Default)]
pub struct Loaded {
    /// The packs, by file name.
    pub files: Vec<PackFile>,
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
        let names: Vec<&str> = self.files.iter().map(|file| file.name.as_str()).collect();
        f.debug_struct("Loaded")
            .field("files", &names)
            .field("problems", &self.problems)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Reads all packs of the library folder.
    pub fn load(&self) -> Loaded {
        let mut loader =
            Loader { store: self, history: OnceCell::new(), phrases: 0, loaded: Loaded::default() };
        match self.disk.names(&self.places.library()) {
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
        loader.loaded.mark = mark(&loader.loaded);
        loader.loaded
    }
}

struct Loader<'a> {
    store: &'a Store,
    /// Opened only when something is wrong: a sound library is read without it.
    history: OnceCell<Option<History<'a>>>,
    phrases: usize,
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
        let content = self.store.disk.read(&self.store.places.library().join(name), limits::FILE_BYTES);
        let bytes = match content {
            Ok(content) => content.bytes,
            // It was taken away since the folder was read.
            Err(ReadError::Missing) if !self.is_link(name) => return,
            Err(ReadError::Missing) => {
                return self.unusable(name, "the link leads nowhere; mend or remove it");
            }
            Err(err) => return self.unusable(name, &err.to_string()),
        };
        match String::from_utf8(bytes) {
            Ok(text) => self.text(name, text),
            Err(err) => self.unusable(name, not_text(err.as_bytes())),
        }
    }

    fn is_link(&self, name: &str) -> bool {
        self.store.disk.follow(&self.store.places.library().join(name)).is_err()
    }

    fn text(&mut self, name: &str, text: String) {
        let file = PackFile { name: name.to_owned(), layer: layer(name), text };
        let read = pack::read(&file);
        self.phrases += read.entries.len();
        if self.phrases > PHRASES_IN_ALL {
            let message =
                format!("the library holds more than {PHRASES_IN_ALL} phrases; this pack is left out");
            return self.problem(name, Cost::File, message);
        }
        if read.problems.iter().all(|problem| problem.cost == Cost::Nothing) {
            return self.loaded.files.push(file);
        }
        self.loaded.problems.extend(heal::markers(&file));
        if let Some(problem) = heal::nothing_in_it(&file, &read) {
            self.loaded.problems.push(problem);
            return self.stand_in(name);
        }
        match self.heal(&file, &read) {
            None => self.loaded.files.push(file),
            Some(text) => {
                self.loaded.problems.extend(heal::told(&read.problems));
                self.remark(name, IN_USE.to_owned());
                self.loaded.files.push(PackFile { text, ..file });
            }
        }
    }

    fn heal(&self, file: &PackFile, read: &Pack) -> Option<String> {
        let label = Target::pack(&self.store.places, &file.name).label;
        let good = self.last_good(&label)?;
        heal::heal(file, read, good, || self.versions(&label))
    }

    /// A file of which nothing can be read.
    fn unusable(&mut self, name: &str, why: &str) {
        self.problem(name, Cost::File, why.to_owned());
        self.stand_in(name);
    }

    fn stand_in(&mut self, name: &str) {
        let label = Target::pack(&self.store.places, name).label;
        if let Some(text) = self.last_good(&label) {
            self.remark(name, IN_USE.to_owned());
            self.loaded.files.push(PackFile { name: name.to_owned(), layer: layer(name), text });
        }
    }

    /// The folder cannot be read. If it was there before, it is missed and not empty.
    fn no_folder(&mut self, err: &std::io::Error) {
        let known = self.history().map(History::files).unwrap_or_default();
        let names = known.iter().filter_map(|label| label.strip_prefix("library/"));
        let names: Vec<&str> = names.filter(|name| names::is_pack(name)).collect();
        if err.kind() == std::io::ErrorKind::NotFound && names.is_empty() {
            return;
        }
        let folder = self.store.places.library();
        let message = format!(
            "the library folder {} cannot be read ({err}); bring it back (is a disk not mounted?). Until then \
             nothing is saved there",
            folder.display()
        );
        self.problem("library", Cost::File, message);
        for name in names {
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
}

fn mark(loaded: &Loaded) -> u64 {
    let mut hasher = DefaultHasher::new();
    for file in &loaded.files {
        (&file.name, &file.text).hash(&mut hasher);
    }
    for problem in &loaded.problems {
        (&problem.file, problem.line, &problem.message).hash(&mut hasher);
    }
    hasher.finish()
}

const IN_USE: &str =
    "its last good version stays in use until it is mended; nothing is written into it until then";

fn layer(name: &str) -> Layer {
    if name == MINE { Layer::Mine } else { Layer::Shared }
}

fn not_text(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "it is UTF-16 or UTF-32; save it as UTF-8 with your editor",
        _ => "it is not UTF-8 text; save it as UTF-8, or move it out of the library",
    }
}
