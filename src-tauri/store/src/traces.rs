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
        let mut traces = BTreeMap::new();
        for folder in folders(places) {
            let names = os::names(&folder).unwrap_or_default();
            let names = names.iter().filter_map(|name| name.to_str());
            for name in names.filter(|name| names::kind(name) != Kind::Other) {
                let path = folder.join(name);
                if let Ok(trace) = os::trace(&path) {
                    traces.insert(path, trace);
                }
            }
        }
        Self(traces)
    }
}

/// The folders our files are in.
pub(crate) fn folders(places: &Places) -> [PathBuf; 3] {
    [places.library(), places.data.clone(), places.config.clone()]
}
