//! Packs from elsewhere and to elsewhere, second versions that a sync left, and files that are damaged.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use fencun_core::check::{self, Context};
use fencun_core::pack::{self, PackFile};
use fencun_protocol::{self as protocol, Code, Failure};

use super::{Answer, App, Snapshot, checking, json, shipped, store_failure};
use crate::wire;

/// How many titles of a pack are shown before it is taken in.
const TITLES: usize = 8;
/// Under how many names an export is tried before the person is asked to tidy up.
const NAMES: usize = 1000;

impl App {
    pub(super) fn conflict_copies(&self) -> Answer {
        let copy = |copy: fencun_store::ConflictCopy| protocol::ConflictCopy {
            file: copy.file,
            of: copy.of,
            ids: copy.ids.iter().map(ToString::to_string).collect(),
        };
        json(&self.store.conflict_copies().into_iter().map(copy).collect::<Vec<_>>())
    }

    pub(super) fn look_at_pack(&self, now: &Snapshot, name: &str, text: String) -> Answer {
        let file = self.store.look_at_text(name, text).map_err(|err| store_failure(&err))?;
        json(&look(now, &file))
    }

    pub(super) fn import_pack(&self, name: &str, text: String) -> Answer {
        let file = self.store.look_at_text(name, text).map_err(|err| store_failure(&err))?;
        let imported = self.change(|store| store.import_pack(&file))?;
        let (phrases, step) = (imported.ids.len(), imported.step);
        json(&protocol::Imported { file: imported.file, phrases, step })
    }

    /// Writes a pack to the folder for downloads, under a name that nobody has there.
    pub(super) fn export_pack(&self, now: &Snapshot, pack: &str) -> Answer {
        let unknown = || Failure {
            code: Code::Unknown,
            detail: format!("there is no pack `{pack}`"),
            names: Vec::new(),
        };
        let info = now.library.packs().iter().find(|info| info.header.id.as_str() == pack);
        let file = &info.ok_or_else(unknown)?.file;
        let built_in =
            shipped().into_iter().find(|shipped| shipped.name == *file).map(|shipped| shipped.text);
        let text = match built_in {
            Some(text) => text,
            None => std::fs::read_to_string(self.home.library().join(file))
                .map_err(|err| not_written(&self.home.library().join(file), &err))?,
        };
        let folder = protocol::downloads().unwrap_or_else(|| self.home.state().join("exports"));
        let stem = file.strip_suffix(".toml").unwrap_or(file);
        let path = write_new(&folder, stem, &text).map_err(|err| not_written(&folder, &err))?;
        json(&path.display().to_string())
    }
}

fn look(now: &Snapshot, file: &PackFile) -> protocol::PackLook {
    let pack = pack::read(file);
    let phrases = pack.entries.iter().map(|entry| &entry.phrase);
    let replaces: BTreeSet<String> = phrases
        .clone()
        .filter(|phrase| now.library.get(&phrase.id).is_some())
        .map(|phrase| phrase.id.to_string())
        .collect();
    let findings =
        phrases.clone().map(|phrase| checking::serious(&check::check(phrase, &Context::default())));
    protocol::PackLook {
        file: file.name.clone(),
        title: pack.header.title.clone(),
        authors: pack.header.authors.clone(),
        licence: pack.header.licence.clone(),
        phrases: pack.entries.len(),
        titles: phrases.clone().take(TITLES).map(|phrase| phrase.title.clone()).collect(),
        replaces: replaces.into_iter().collect(),
        problems: pack.problems.iter().map(wire::problem).collect(),
        findings: findings.sum(),
    }
}

/// Never in place of a file that is there.
fn write_new(folder: &Path, stem: &str, text: &str) -> io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    for number in 1..=NAMES {
        let name = if number == 1 { format!("{stem}.toml") } else { format!("{stem}-{number}.toml") };
        let path = folder.join(name);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return write_all(file, text).map(|()| path),
            Err(err) if err.kind() == io::ErrorKind::AlreadyExists => {}
            Err(err) => return Err(err),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn write_all(mut file: File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn not_written(path: &Path, err: &io::Error) -> Failure {
    let detail = format!("the pack was not written to {}: {err}", path.display());
    Failure { code: Code::NotSaved, detail, names: Vec::new() }
}
