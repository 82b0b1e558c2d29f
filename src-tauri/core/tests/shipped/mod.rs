//! The library we ship, ready to be searched.

use fencun_core::pack::{Layer, PackFile};
use fencun_core::search::{Filter, Found, Index, Query, Usage};
use fencun_core::{Audience, CultureId, Language, Library, Rank};

/// A library with its index.
pub(crate) struct Desk {
    pub(crate) library: Library,
    pub(crate) index: Index,
    pub(crate) usage: Usage,
}

impl Desk {
    /// All packs of ours.
    pub(crate) fn shipped() -> Self {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs");
        let file = |name: &str| PackFile {
            name: name.to_owned(),
            layer: Layer::Shipped,
            text: std::fs::read_to_string(folder.join(name)).expect("we ship it"),
        };
        let names = ["fencun", "taiwan-zh", "taiwan-en", "shanghai-zh", "shanghai-en", "international-en"];
        let files = names.map(|name| file(&format!("{name}.toml")));
        let (library, _) = Library::from_files(&files);
        Self { index: Index::new(&library), library, usage: Usage::default() }
    }

    /// What a query finds.
    pub(crate) fn found(&self, text: &str, audience: &Audience, limit: usize) -> Found<'_> {
        let (reader, filter) = (Language::new("en"), Filter::default());
        let query = Query {
            text,
            reader: &reader,
            audience,
            filter: &filter,
            usage: &self.usage,
            favourites: &[],
            reasons: &[],
        };
        self.index.search(&self.library, query, limit)
    }
}

/// A place and a rank: `tw senior`.
pub(crate) fn audience(words: &str) -> Audience {
    let (place, rank) = words.split_once(' ').expect("place and rank");
    let (culture, language) = match place {
        "tw" => ("taiwan", "zh-Hant-TW"),
        "sh" => ("shanghai", "zh-Hans-CN"),
        "tw-en" => ("taiwan", "en"),
        "sh-en" => ("shanghai", "en"),
        _ => ("international", "en"),
    };
    let rank = Rank::parse(rank).unwrap_or_else(|| panic!("{rank} is no rank"));
    Audience { culture: CultureId::new(culture), rank, language: Language::new(language) }
}
