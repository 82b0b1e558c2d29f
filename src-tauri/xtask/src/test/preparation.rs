//! What steps need before they can run, each set up once and only if a chosen step asks for it.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::places::Places;
use crate::{deny, pages, programs, system};

/// Something a step cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// The system's libraries to build the window program with.
    Libraries,
    /// X server, window manager, panel and the like.
    Desktop,
    /// npm's packages.
    Packages,
    /// The built pages.
    Pages,
    /// Both programs.
    Programs,
    /// cargo-deny.
    Deny,
}

/// What was set up so far, and whether it worked.
#[derive(Debug)]
pub(crate) struct Preparation<'a> {
    places: &'a Places,
    done: BTreeMap<Need, bool>,
}

impl<'a> Preparation<'a> {
    pub(crate) fn new(places: &'a Places) -> Self {
        Self { places, done: BTreeMap::new() }
    }

    /// Sets it up if that was not tried yet. False if it did not work, now or then.
    pub(crate) fn ensure(&mut self, need: Need) -> bool {
        let places = self.places;
        *self.done.entry(need).or_insert_with(|| match set_up(need, places) {
            Ok(()) => true,
            Err(error) => {
                println!("error: {error}");
                false
            }
        })
    }
}

fn set_up(need: Need, places: &Places) -> Result<(), Error> {
    match need {
        Need::Libraries => system::ensure_libraries(),
        Need::Desktop => system::ensure_desktop(),
        Need::Packages => pages::ensure_packages(places),
        Need::Pages => pages::ensure_built(places),
        Need::Programs => programs::build(places),
        Need::Deny => deny::ensure(places),
    }
}
