//! The phrases of each audience, the most needed first; sorted once for a whole menu.

use std::collections::HashMap;

use crate::fill::{Truth, reason_is_true};
use crate::{Audience, Entry, Firmness, Library, Profile, Rank};

/// Where a phrase stands: by need, then what is true of the user, then the softer one.
type Place = (usize, bool, Firmness);

/// The phrases of one culture and language, by rank.
type ByRank<'l> = [Vec<(Place, &'l Entry)>; Rank::ALL.len()];

/// All phrases of a library, by audience.
pub(super) struct Sorted<'l>(HashMap<(&'l str, &'l str), ByRank<'l>>);

impl<'l> Sorted<'l> {
    /// Goes through the library once: a menu has dozens of audiences, and a library may have 100 000 phrases.
    pub(super) fn of_library(library: &'l Library, profile: &Profile) -> Self {
        let mut sorted = Self(HashMap::new());
        for entry in library.entries() {
            let phrase = &entry.phrase;
            // Before the profile says anything, nothing is untrue and no words need be read.
            let untrue = !profile.reasons.is_empty() && reason_is_true(profile, phrase) == Truth::Untrue;
            let place = (library.need(&phrase.situation), untrue, phrase.firmness);
            let whose = (phrase.culture.as_str(), phrase.language.as_str());
            let of_ranks = sorted.0.entry(whose).or_default();
            for rank in Rank::ALL.into_iter().filter(|rank| phrase.ranks.contains(rank)) {
                of_ranks[rank as usize].push((place, entry));
            }
        }
        for phrases in sorted.0.values_mut().flatten() {
            // Equals keep the order of the library.
            phrases.sort_by_key(|(place, _)| *place);
        }
        sorted
    }

    /// Those for an audience.
    pub(super) fn of<'s>(&'s self, audience: &'s Audience) -> impl Iterator<Item = &'l Entry> + use<'s, 'l> {
        let of_ranks = self.0.get(&(audience.culture.as_str(), audience.language.as_str()));
        let phrases = of_ranks.map_or(&[][..], |of_ranks| &of_ranks[audience.rank as usize]);
        phrases.iter().map(|(_, entry)| *entry)
    }
}
