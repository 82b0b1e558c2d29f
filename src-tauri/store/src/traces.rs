//! What tells one state of our files from another without reading them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::names::{self, Kind};
use crate::os;
use crate::places::Places;
use crate::store::Store;

/// The state of all files of a home: two are equal unless somebody has written in between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traces(BTreeMap<PathBuf, os::Trace>);

impl Store {
    /// The state of the packs, settings, contacts and favourites now. What cannot be looked at is as if it were not
    /// there.
    pub fn traces(&self) -> Traces {
        Traces::of(&self.places)
    }
}

impl Traces {
    pub(crate) fn of(places: &Places) -> Self {
        let traced = files(places).into_iter().filter_map(|path| {
            let trace = os::trace(&path).ok()?;
            Some((path, trace))
        });
        Self(traced.collect())
    }
}

/// All files of ours that are there.
fn files(places: &Places) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for folder in folders(places) {
        let names = os::names(&folder).unwrap_or_default();
        let names = names.iter().filter_map(|name| name.to_str());
        files.extend(names.filter(|name| names::kind(name) != Kind::Other).map(|name| folder.join(name)));
    }
    files
}

/// Where those of our files really are that are only linked to, as those who keep their settings in git do.
pub(crate) fn linked(places: &Places) -> Vec<PathBuf> {
    let leads_to = |path: &PathBuf| {
        let target = std::fs::read_link(path).ok()?;
        // What leads nowhere now may come back.
        let named = path.parent().unwrap_or(path).join(target);
        Some(path.canonicalize().unwrap_or(named))
    };
    files(places).iter().filter_map(leads_to).collect()
}

/// The folders our files are in.
pub(crate) fn folders(places: &Places) -> [PathBuf; 3] {
    [places.library(), places.data.clone(), places.config.clone()]
}
