//! Packs from elsewhere: looked at first, taken in under a name made here, and taken out again by an undo.

use std::path::Path;

use fencun_core::PhraseId;
use fencun_core::pack::{Layer, PackFile, limits};

use crate::disk::ReadError;
use crate::error::{StoreError, refused};
use crate::names;
use crate::places::Target;
use crate::save::Note;
use crate::store::Store;
use crate::{id, merge};

/// A pack that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The file's name in the library.
    pub file: String,
    /// The number of the operation.
    pub step: Option<u64>,
    /// The phrases in it.
    pub ids: Vec<PhraseId>,
}

impl Store {
    /// Reads a pack from anywhere, for a person to look at before it is taken in. Nothing of a file that is no pack is
    /// told, whatever it is.
    ///
    /// # Errors
    /// If it is no ordinary file, too large, no text or no pack.
    pub fn look_at_pack(&self, path: &Path) -> Result<PackFile, StoreError> {
        let given = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let damaged = |why: String| StoreError::Damaged { file: given.clone(), line: None, why };
        let content = match self.disk.read_whole(path, limits::FILE_BYTES) {
            Ok(content) => content,
            Err(ReadError::Io(source)) => return Err(StoreError::Unreadable { file: given, source }),
            Err(err) => return Err(damaged(err.to_string())),
        };
        let text = String::from_utf8(content.bytes).map_err(|_| damaged("it is not UTF-8 text".into()))?;
        self.look_at_text(&given, text)
    }

    /// The same for a pack whose text somebody else has read; `given` is the name of its file.
    ///
    /// # Errors
    /// If it is too large or no pack.
    pub fn look_at_text(&self, given: &str, text: String) -> Result<PackFile, StoreError> {
        let damaged = |why: String| StoreError::Damaged { file: given.to_owned(), line: None, why };
        if text.len() as u64 > limits::FILE_BYTES {
            return Err(damaged(format!("it has {} bytes, more than a pack may have", text.len())));
        }
        merge::check(&text).map_err(|err| refused(given, err))?;
        let read = merge::read(&text);
        if read.entries.is_empty()
            && read.situations.is_empty()
            && read.cultures.is_empty()
            && read.reasons.is_empty()
        {
            return Err(damaged("there is no phrase in it that can be used".into()));
        }
        Ok(PackFile { name: self.name_for(given, read.header.id.as_str()), layer: Layer::Shared, text })
    }

    /// Takes a pack that was looked at into the library.
    ///
    /// # Errors
    /// If it is not safe on disk; the library is then as it was.
    pub fn import_pack(&self, pack: &PackFile) -> Result<Imported, StoreError> {
        merge::check(&pack.text).map_err(|err| refused(&pack.name, err))?;
        let mut work = self.work(&pack.name)?;
        // Between the look and now another may have taken the name.
        let file = self.name_for(&pack.name, "");
        let ids: Vec<PhraseId> = merge::phrases(&pack.text).into_keys().collect();
        let note = Note { operation: "import".into(), ids: ids.clone(), undoes: None };
        let target = Target::pack(&self.places, &file);
        let step = work.replace(&target, &note, &|old| match &old.bytes {
            None => Ok(Some(pack.text.clone())),
            Some(_) => Err(StoreError::Busy { file: file.clone() }),
        })?;
        Ok(Imported { file, step, ids })
    }

    /// Takes a pack out of the library; an undo brings it back.
    ///
    /// # Errors
    /// If there is no such pack, or it cannot be taken out.
    pub fn remove_pack(&self, file: &str) -> Result<Option<u64>, StoreError> {
        let unknown = || StoreError::UnknownFile(file.to_owned());
        let target =
            Target::of_label(&self.places, &format!("library/{file}")).filter(|_| names::is_pack(file));
        let target = target.ok_or_else(unknown)?;
        let mut work = self.work(file)?;
        let now = work.look(&target)?;
        if now.bytes.is_none() {
            return Err(unknown());
        }
        let ids = merge::phrases(&now.text).into_keys().collect();
        let note = Note { operation: "remove-pack".into(), ids, undoes: None };
        work.replace(&target, &note, &|_| Ok(None))
    }

    /// A file name that every system can have and no file in the library has: from the id of the pack, else from the
    /// name it came with.
    fn name_for(&self, given: &str, id: &str) -> String {
        let slugs = [id, given.strip_suffix(".toml").unwrap_or(given)].map(id::slug);
        let start = slugs.into_iter().find(|slug| !slug.is_empty()).unwrap_or_else(|| "pack".to_owned());
        // What some systems keep for devices, and what is the user's own.
        let reserved = ["con", "prn", "aux", "nul", "mine"].contains(&start.as_str());
        let numbered = start.strip_prefix("com").or_else(|| start.strip_prefix("lpt"));
        let device = numbered.is_some_and(|rest| rest.len() == 1);
        let start = if reserved || device { format!("pack-{start}") } else { start };
        let taken = self.disk.names(&self.places.library()).unwrap_or_default();
        let taken: Vec<String> = taken.iter().map(|name| name.to_string_lossy().to_lowercase()).collect();
        let is_taken = |id: &PhraseId| taken.contains(&format!("{id}.toml"));
        format!("{}.toml", id::distinct(&start, is_taken))
    }
}
