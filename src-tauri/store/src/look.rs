//! What lies on the disk, compared with what the history knows: outside changes are noted, what a crash left is cleared.

use std::io;
use std::path::{Path, PathBuf};

use fencun_core::pack::limits;

use crate::disk::{Disk, ReadError};
use crate::error::{StoreError, refused};
use crate::history::{Hash, History, Known, MERGE, OUTSIDE, Record};
use crate::merge;
use crate::names;
use crate::os;
use crate::places::Target;
use crate::save::{Note, Old, TEMPORARY, Work, change, not_saved};

/// Of how many changes a torn temporary file may be the beginning.
const RECENT: usize = 8;

impl Work<'_> {
    /// Reads a file that is about to be changed. What others did to it since is in the history when this returns.
    pub(crate) fn look(&mut self, target: &Target) -> Result<Old, StoreError> {
        let old = self.read(target)?;
        self.settle(target, old.hash.as_ref());
        self.note(target, &old)?;
        Ok(old)
    }

    fn read(&self, target: &Target) -> Result<Old, StoreError> {
        let damaged = |why: String| StoreError::Damaged { file: target.name.clone(), line: None, why };
        let content = match self.disk.read_whole(&target.path, limits::FILE_BYTES) {
            Ok(content) => content,
            Err(ReadError::Missing) => return self.nothing(target),
            Err(ReadError::BeingWritten) => return Err(StoreError::Busy { file: target.name.clone() }),
            Err(ReadError::Io(err)) => return Err(not_saved(target, "reading it", err)),
            Err(other) => return Err(damaged(other.to_string())),
        };
        let text =
            String::from_utf8(content.bytes.clone()).map_err(|_| damaged("it is not UTF-8 text".into()))?;
        let hash = Hash::of(&content.bytes);
        // What the history knows as the file was sound when it was noted; to look at it again takes as long as to load it.
        if self.history.known(&target.label) != Known::As(hash.clone()) {
            check(target, &text)?;
        }
        let hash = Some(hash);
        Ok(Old { bytes: Some(content.bytes), text, mode: content.mode, hash })
    }

    /// A file that is not there yet. A folder that was there must not be replaced by a new one.
    fn nothing(&self, target: &Target) -> Result<Old, StoreError> {
        // A link that leads nowhere is no missing file: what it leads to may come back.
        self.disk.follow(&target.path).map_err(|err| leads_nowhere(target, err))?;
        let gone = match self.disk.names(target.folder()) {
            Err(err) => err.kind() == io::ErrorKind::NotFound,
            Ok(names) => target.is_pack() && names.is_empty() && self.is_another_folder(),
        };
        if gone && !target.label.starts_with("config/") && !self.packs_on_record().is_empty() {
            return Err(StoreError::FolderGone { folder: target.folder().display().to_string() });
        }
        Ok(Old { bytes: None, text: String::new(), mode: os::PRIVATE, hash: None })
    }

    /// Whether there is another folder in the library's place, such as the one on which a disk was mounted.
    fn is_another_folder(&self) -> bool {
        is_another(self.disk, &self.places.library(), &self.history)
    }

    /// Notes which folder the library is now that something lies in it.
    pub(crate) fn note_folder(&mut self) {
        let Some(identity) = self.disk.identity(&self.places.library()) else { return };
        if self.history.folder() != Some(identity.as_str()) {
            self.end(Record::Folder { identity });
        }
    }

    pub(crate) fn packs_on_record(&self) -> Vec<Target> {
        let labels = self.history.files();
        labels.iter().filter_map(|label| Target::of_label(self.places, label)).collect()
    }

    /// Finds out whether a change that a crash interrupted has happened.
    fn settle(&mut self, target: &Target, now: Option<&Hash>) {
        let Some(change) = self.history.unfinished(&target.label) else { return };
        let step = change.step;
        let undone = change.before.as_ref() == now && change.after.as_ref() != now;
        self.end(if undone { Record::Void { step } } else { Record::Done { step } });
    }

    /// Notes in the history what somebody else did to a sound file.
    pub(crate) fn note(&mut self, target: &Target, old: &Old) -> Result<(), StoreError> {
        let known = self.history.known(&target.label);
        let same = match &known {
            Known::Never | Known::Absent => old.hash.is_none(),
            Known::As(hash) => Some(hash) == old.hash.as_ref(),
        };
        if same {
            return Ok(());
        }
        let seen = self.record(target, &known, old);
        seen.map_err(|err| not_saved(target, "noting an outside change in the history", err))
    }

    fn record(&mut self, target: &Target, known: &Known, old: &Old) -> io::Result<()> {
        let keep = |bytes: &[u8]| match known {
            // Nothing is replaced by looking: a library of a thousand packs need not wait for the disk each time.
            Known::Never => self.history.note(bytes),
            Known::Absent | Known::As(_) => self.history.keep(&target.label, bytes),
        };
        let hash = old.bytes.as_deref().map(keep).transpose()?;
        let before = match known {
            Known::As(before) => Some(before.clone()),
            Known::Absent | Known::Never => None,
        };
        // A pack that is seen for the first time, or whose old version is lost, was changed by nobody.
        let text =
            self.history.text(before.as_ref()).ok().filter(|_| target.is_pack() && *known != Known::Never);
        let ids = text.map_or_else(Vec::new, |text| merge::changed_ids(&text, &old.text));
        if ids.is_empty() {
            return self.history.remark(Record::Seen { file: target.label.clone(), hash });
        }
        let step = self.history.next_step();
        let note = Note { operation: OUTSIDE.into(), ids, undoes: None };
        self.history.add(Record::Change(change(target, &note, step, &old.text, (before, hash))))?;
        self.history.remark(Record::Done { step })
    }

    /// Notes what others did to the library since it was last looked at. Damaged files wait until they are mended.
    pub(crate) fn take_stock(&mut self) -> Result<(), StoreError> {
        self.sweep();
        let Ok(names) = self.disk.names(&self.places.library()) else { return Ok(()) };
        if !names.is_empty() {
            self.note_folder();
        }
        let packs = names.iter().filter_map(|name| name.to_str()).filter(|name| names::is_pack(name));
        let mut targets: Vec<Target> = packs.map(|name| Target::pack(self.places, name)).collect();
        for target in self.packs_on_record() {
            if !targets.contains(&target) {
                targets.push(target);
            }
        }
        for target in &targets {
            match self.look(target) {
                Ok(_) | Err(StoreError::Damaged { .. } | StoreError::Refused { .. }) => {}
                Err(err) => tracing::warn!("{} is not in the history yet: {err}", target.name),
            }
        }
        Ok(())
    }

    /// Clears what a crash left behind. Nothing goes that is not in the history.
    pub(crate) fn sweep(&mut self) {
        for (target, temp) in self.left_behind() {
            if let Err(err) = self.clear(&target, &temp) {
                tracing::warn!("a temporary file of {} stays for now: {err}", target.name);
            }
        }
        let history = self.places.history();
        for folder in [self.places.state.clone(), self.places.drafts(), history.join("objects"), history] {
            for (temp, _) in self.temporaries(&folder) {
                let _ = self.disk.remove(&temp);
            }
        }
    }

    /// Our temporary files beside the files they are for.
    fn left_behind(&self) -> Vec<(Target, PathBuf)> {
        let mut found = Vec::new();
        let (library, config, data) = (self.places.library(), &self.places.config, &self.places.data);
        let here = |folder: &Path| self.temporaries(folder).into_iter();
        found.extend(here(&library).map(|(temp, name)| (Target::pack(self.places, &name), temp)));
        found.extend(here(config).map(|(temp, name)| (Target::config(self.places, &name), temp)));
        found.extend(here(data).map(|(temp, name)| (Target::data(self.places, &name), temp)));
        // Those of a file that is only linked to lie where it really is, under its real name.
        let linked = self.packs_on_record().into_iter().filter_map(|target| {
            let real = self.disk.follow(&target.path).ok().filter(|real| *real != target.path)?;
            Some((target, real))
        });
        for (target, real) in linked.collect::<Vec<_>>() {
            let (folder, name) = (real.parent().unwrap_or(&real), real.file_name());
            let its = here(folder).filter(|(_, of)| name.is_some_and(|name| name == of.as_str()));
            found.extend(its.map(|(temp, _)| (target.clone(), temp)));
        }
        found
    }

    /// Our temporary files in a folder, each with the name of the file it was for.
    fn temporaries(&self, folder: &Path) -> Vec<(PathBuf, String)> {
        let names = self.disk.names(folder).unwrap_or_default();
        let ours = names.iter().filter_map(|name| {
            let (target, word) = name.to_str()?.strip_suffix(TEMPORARY)?.rsplit_once('.')?;
            let target = target.strip_prefix('.').unwrap_or(target);
            (word.len() == 16 && !target.is_empty()).then(|| (folder.join(name), target.to_owned()))
        });
        ours.collect()
    }

    /// Takes one temporary file away: at once if its bytes are in the history or are the beginning of what we were
    /// about to write, else after bringing what somebody else wrote back in.
    fn clear(&mut self, target: &Target, temp: &Path) -> Result<(), StoreError> {
        let refused = |err| not_saved(target, "reading a temporary file", err);
        let bytes = self.disk.read(temp, u64::MAX).map_err(|err| refused(err.into_io()))?.bytes;
        if !self.is_ours(target, &bytes) {
            let hash = self.history.keep(&target.label, &bytes).map_err(refused)?;
            self.history.add(Record::Kept { file: target.label.clone(), hash }).map_err(refused)?;
            self.bring_back(target, &bytes)?;
        }
        self.disk.remove(temp).map_err(refused)
    }

    fn is_ours(&self, target: &Target, bytes: &[u8]) -> bool {
        let intended = self.history.intended(&target.label).take(RECENT);
        let mut texts = intended.filter_map(|change| self.history.bytes(change.after.as_ref()?).ok());
        self.history.bytes(&Hash::of(bytes)).is_ok() || texts.any(|new| new.starts_with(bytes))
    }

    /// Somebody's version of a pack was displaced by a save that did not live to look at it.
    fn bring_back(&mut self, target: &Target, bytes: &[u8]) -> Result<(), StoreError> {
        let Some(theirs) = std::str::from_utf8(bytes).ok().filter(|text| check(target, text).is_ok()) else {
            return Ok(());
        };
        if !target.is_pack() {
            return Ok(());
        }
        let base = self.history.intended(&target.label).next().and_then(|change| change.before.clone());
        let base = self.history.text(base.as_ref()).unwrap_or_default();
        let now = self.look(target)?.text;
        let day = crate::clock::day();
        let merged =
            merge::merge_packs(&base, &now, theirs, &day).map_err(|err| refused(&target.name, err))?;
        let note = Note { operation: MERGE.into(), ids: merge::changed_ids(&now, &merged), undoes: None };
        self.replace(target, &note, &|_| Ok(Some(merged.clone()))).map(drop)
    }
}

fn leads_nowhere(target: &Target, err: io::Error) -> StoreError {
    if err.kind() != io::ErrorKind::NotFound && !os::leads_nowhere(&err) {
        return not_saved(target, "following the link", err);
    }
    StoreError::Damaged {
        file: target.name.clone(),
        line: None,
        why: "it is a link that leads nowhere".into(),
    }
}

/// Whether a folder is another than the one the history knows the library as.
pub(crate) fn is_another(disk: &dyn Disk, folder: &Path, history: &History<'_>) -> bool {
    let now = disk.identity(folder);
    history.folder().is_some_and(|known| now.is_some_and(|now| now != known))
}

/// Whether a text is what this file should hold: what is not sound is never written into.
pub(crate) fn check(target: &Target, text: &str) -> Result<(), StoreError> {
    let sound = if target.is_pack() { merge::check(text) } else { plain_toml(text) };
    sound.map_err(|err| refused(&target.name, err))
}

fn plain_toml(text: &str) -> Result<(), fencun_core::pack::EditError> {
    let parsed = text.parse::<toml_edit::DocumentMut>();
    parsed.map(drop).map_err(|err| {
        let at = err.span().map_or(0, |span| span.start);
        let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
        fencun_core::pack::EditError::Damaged { line, message: err.message().to_owned() }
    })
}
