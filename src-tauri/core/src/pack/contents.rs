//! What a pack holds, in numbers: worked out once a reading, so that a library can be put together without looking at
//! every phrase again.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};
use std::sync::OnceLock;

use super::Entry;
use crate::{CultureId, Language, PhraseId, ReasonId, SituationId};

/// The contents of a pack, once somebody has asked for them. A copy of a pack works out its own: it may be changed.
#[derive(Debug, Default)]
pub(crate) struct Contents(OnceLock<Known>);

/// What is known of a pack's phrases.
#[derive(Debug)]
pub(crate) struct Known {
    /// The hash of each phrase's id, in order.
    pub(crate) hashes: Vec<u64>,
    /// The cultures, situations and reasons that phrases name.
    pub(crate) cultures: Vec<Named<CultureId>>,
    pub(crate) situations: Vec<Named<SituationId>>,
    pub(crate) reasons: Vec<Named<ReasonId>>,
    /// Which of the situations each phrase is about.
    pub(crate) about: Vec<u32>,
    /// The languages the phrases are written in, in the order they come up.
    pub(crate) languages: Vec<Language>,
}

/// A name that phrases of a pack have.
#[derive(Debug)]
pub(crate) struct Named<I> {
    pub(crate) id: I,
    /// The entry that has it first.
    pub(crate) first: usize,
    /// How many have it.
    pub(crate) phrases: usize,
}

impl Contents {
    /// What these entries hold; they must be those of the pack.
    pub(crate) fn of(&self, entries: &[Entry]) -> &Known {
        self.0.get_or_init(|| Known::of(entries))
    }
}

impl Clone for Contents {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// Packs that hold the same are the same, whether or not somebody has asked.
impl PartialEq for Contents {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Known {
    fn of(entries: &[Entry]) -> Self {
        let (mut cultures, mut situations, mut reasons) = Default::default();
        let mut languages: Vec<Language> = Vec::new();
        let mut hashes = Vec::with_capacity(entries.len());
        for (at, Entry { phrase, .. }) in entries.iter().enumerate() {
            hashes.push(hash(&phrase.id));
            count(&mut cultures, &phrase.culture, at);
            count(&mut situations, &phrase.situation, at);
            if let Some(reason) = &phrase.reason {
                count(&mut reasons, reason, at);
            }
            if !languages.contains(&phrase.language) {
                languages.push(phrase.language.clone());
            }
        }
        let situations = all(situations);
        let about = entries.iter().map(|entry| place(&situations, &entry.phrase.situation)).collect();
        Self { hashes, cultures: all(cultures), situations, reasons: all(reasons), about, languages }
    }
}

/// Where a situation stands among those that were counted, which are in order.
fn place(situations: &[Named<SituationId>], id: &SituationId) -> u32 {
    let at = situations.binary_search_by(|named| named.id.cmp(id)).expect("every phrase's was counted");
    u32::try_from(at).expect("a pack has a limit far below")
}

/// Where a name comes up first, and how often it does.
type Counts<'e, I> = BTreeMap<&'e I, (usize, usize)>;

fn count<'e, I: Ord>(counts: &mut Counts<'e, I>, id: &'e I, at: usize) {
    counts.entry(id).or_insert((at, 0)).1 += 1;
}

fn all<I: Clone>(counts: Counts<'_, I>) -> Vec<Named<I>> {
    counts.into_iter().map(|(id, (first, phrases))| Named { id: id.clone(), first, phrases }).collect()
}

/// What tells one id from another, as far as 64 bits can.
pub(crate) fn hash(id: &PhraseId) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(id.as_str().as_bytes());
    hasher.finish()
}
