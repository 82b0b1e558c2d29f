//! The packs that are shipped, as the tests of their words read them.
#![allow(dead_code, reason = "each test file takes what it needs")]

use std::collections::BTreeMap;

use fencun_core::pack::{Layer, PackFile};
use fencun_core::{Entry, Firmness, Library, Rank};

const FILES: [(&str, &str); 6] = [
    ("fencun.toml", include_str!("../../../packs/fencun.toml")),
    ("international-en.toml", include_str!("../../../packs/international-en.toml")),
    ("shanghai-en.toml", include_str!("../../../packs/shanghai-en.toml")),
    ("shanghai-zh.toml", include_str!("../../../packs/shanghai-zh.toml")),
    ("taiwan-en.toml", include_str!("../../../packs/taiwan-en.toml")),
    ("taiwan-zh.toml", include_str!("../../../packs/taiwan-zh.toml")),
];

/// All of them as one library, which must have nothing to complain of.
pub(crate) fn library() -> Library {
    let files =
        FILES.map(|(name, text)| PackFile { name: name.into(), layer: Layer::Shipped, text: text.into() });
    let (library, problems) = Library::from_files(&files);
    assert_eq!(problems, []);
    library
}

/// The packs that hold phrases.
pub(crate) const PACKS: [&str; 5] =
    ["international-en", "shanghai-en", "shanghai-zh", "taiwan-en", "taiwan-zh"];

/// The phrases of one situation for one rank in one pack, by rung.
pub(crate) fn ladder<'a>(
    library: &'a Library,
    pack: &str,
    situation: &str,
    rank: Rank,
) -> BTreeMap<Firmness, Vec<&'a Entry>> {
    let mut rungs: BTreeMap<Firmness, Vec<&Entry>> = BTreeMap::new();
    for entry in library.entries() {
        let phrase = &entry.phrase;
        let for_them = phrase.ranks.contains(&rank) || phrase.serves.contains_key(&rank);
        if entry.pack.as_str() == pack && phrase.situation.as_str() == situation && for_them {
            rungs.entry(phrase.firmness).or_default().push(entry);
        }
    }
    rungs
}
