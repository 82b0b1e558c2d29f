//! Everything that is known at one moment, read from the files. A change makes a new one; nobody changes one.

use std::sync::{Arc, OnceLock};

use fencun_core::pack::{Layer, PackFile, ReadPack};
use fencun_core::people::People;
use fencun_core::search::{Index, Usage};
use fencun_core::{Audience, Contact, CultureId, Language, Library, PhraseId, Problem, Rank, Settings};
use fencun_store::{Loaded, RECENTS, Store, Traces};

use crate::texts::Texts;

/// The packs built into the program.
const SHIPPED: [(&str, &str); 6] = [
    ("fencun.toml", include_str!("../../../packs/fencun.toml")),
    ("taiwan-zh.toml", include_str!("../../../packs/taiwan-zh.toml")),
    ("taiwan-en.toml", include_str!("../../../packs/taiwan-en.toml")),
    ("shanghai-zh.toml", include_str!("../../../packs/shanghai-zh.toml")),
    ("shanghai-en.toml", include_str!("../../../packs/shanghai-en.toml")),
    ("international-en.toml", include_str!("../../../packs/international-en.toml")),
];

/// What is known at one moment.
pub(crate) struct Snapshot {
    /// Shared with later snapshots as long as no pack changes.
    pub(crate) library: Arc<Library>,
    of_packs: Arc<[Problem]>,
    /// Another whenever the packs are others.
    mark: u64,
    /// Built when something is first looked for; shared with later snapshots of the same library.
    pub(crate) index: Arc<OnceLock<Index>>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) settings: Settings,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) favourites: Vec<PhraseId>,
    pub(crate) recent: Vec<PhraseId>,
    /// What was copied and chosen, for ranking.
    pub(crate) usage: Usage,
    /// What is remembered about people.
    pub(crate) people: People,
    /// The cultures with their languages: those of the settings first.
    pub(crate) cultures: Vec<(CultureId, Vec<Language>)>,
    /// Whom the user writes to.
    pub(crate) audience: Audience,
    /// The contact behind it, by id.
    pub(crate) contact: Option<String>,
    pub(crate) texts: Arc<Texts>,
    /// Whether a crash has left something behind that taking stock clears.
    pub(crate) leftovers: bool,
    /// What the files looked like just before they were read.
    pub(crate) traces: Traces,
    /// Whether the packs of the library folder are still to be read.
    pub(crate) loading: bool,
}

impl Snapshot {
    /// Reads everything. What cannot be read costs itself and is among the problems.
    pub(crate) fn read(store: &Store) -> Self {
        Self::read_after(store, None)
    }

    /// What is built in, and what is set: enough to draw up tray and palette before the packs are read.
    pub(crate) fn before_reading(store: &Store) -> Self {
        Self { loading: true, ..Self::of(store, Traces::default(), Loaded::default(), None) }
    }

    /// The same as [`Snapshot::read`], after the files were read before: what is built of the packs stays if they are the
    /// same.
    pub(crate) fn read_after(store: &Store, before: Option<&Self>) -> Self {
        let traces = store.traces();
        let loaded = store.load();
        Self::of(store, traces, loaded, before.filter(|before| !before.loading))
    }

    fn of(store: &Store, traces: Traces, loaded: Loaded, before: Option<&Self>) -> Self {
        let (library, of_packs) = match before.filter(|before| before.mark == loaded.mark) {
            Some(before) => (Arc::clone(&before.library), Arc::clone(&before.of_packs)),
            None => built(&loaded.packs),
        };
        let mut problems = of_packs.to_vec();
        problems.extend(loaded.problems);
        let mark = loaded.mark;
        let leftovers = loaded.leftovers;
        let (settings, more) = store.load_settings();
        problems.extend(more);
        let (contacts, more) = store.load_contacts();
        problems.extend(more);
        let (favourites, more) = store.load_favourites();
        problems.extend(more);
        let state = store.load_state();
        let usage = super::searching::usage(&state);
        let cultures = cultures(&library, &settings);
        let audience = audience(&library, &cultures, state.audience);
        let language =
            Texts::choose(&settings.behaviour.language, fencun_desktop::session::language().as_deref());
        Self {
            contact: state.contact.filter(|id| contacts.iter().any(|contact| contact.id == *id)),
            usage,
            index: Arc::default(),
            recent: state.recents.into_iter().take(RECENTS).map(|recent| recent.id).collect(),
            people: store.load_people(),
            leftovers,
            texts: Arc::new(Texts::of(&language)),
            library,
            of_packs,
            mark,
            problems,
            settings,
            contacts,
            favourites,
            cultures,
            audience,
            traces,
            loading: false,
        }
    }

    /// The reader's language.
    pub(crate) fn reader(&self) -> &Language {
        self.texts.language()
    }

    /// The contact of an id.
    pub(crate) fn contact(&self, id: &str) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id == id)
    }

    /// Whom a contact is written to as.
    pub(crate) fn audience_of(&self, contact: &Contact) -> Audience {
        let languages = self.cultures.iter().find(|(culture, _)| *culture == contact.culture);
        let default =
            languages.and_then(|(_, languages)| languages.first()).unwrap_or(&self.audience.language);
        let language =
            if contact.language.is_empty() { default.clone() } else { Language::new(&contact.language) };
        Audience { culture: contact.culture.clone(), rank: contact.rank, language }
    }
}

/// The packs built into the program.
pub(crate) fn shipped() -> Vec<PackFile> {
    let file =
        |(name, text): (&str, &str)| PackFile { name: name.into(), layer: Layer::Shipped, text: text.into() };
    SHIPPED.map(file).into()
}

/// The library of the shipped packs and these, and what is wrong with its entries.
fn built(packs: &[ReadPack]) -> (Arc<Library>, Arc<[Problem]>) {
    let (library, problems) = Library::from_packs(&[shipped_read(), packs].concat());
    (Arc::new(library), problems.into())
}

/// The shipped packs, read: they never change while the program runs.
fn shipped_read() -> &'static [ReadPack] {
    static READ: OnceLock<Vec<ReadPack>> = OnceLock::new();
    READ.get_or_init(|| shipped().iter().map(ReadPack::of).collect())
}

fn cultures(library: &Library, settings: &Settings) -> Vec<(CultureId, Vec<Language>)> {
    let mut cultures: Vec<_> =
        settings.languages.iter().filter(|(_, tags)| !tags.is_empty()).cloned().collect();
    for culture in library.cultures() {
        if !cultures.iter().any(|(id, _)| *id == culture.id) && !culture.languages.is_empty() {
            cultures.push((culture.id.clone(), culture.languages.clone()));
        }
    }
    cultures
}

/// The remembered audience; at first the first culture of the settings or Taiwan, seniors, in its own language.
fn audience(
    library: &Library,
    cultures: &[(CultureId, Vec<Language>)],
    remembered: Option<Audience>,
) -> Audience {
    let known = |audience: &Audience| {
        cultures.iter().any(|(culture, _)| *culture == audience.culture)
            || library.for_audience(audience).next().is_some()
    };
    remembered.filter(known).unwrap_or_else(|| {
        let first = cultures.first().cloned();
        let (culture, languages) = first.unwrap_or_else(|| (CultureId::new("taiwan"), Vec::new()));
        let language = languages.into_iter().next().unwrap_or_else(|| Language::new("zh-Hant-TW"));
        Audience { culture, rank: Rank::Senior, language }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use fencun_core::Cost;

    #[test]
    fn the_shipped_packs_are_read_without_a_problem() {
        let (library, problems) = Library::from_files(&shipped());
        assert_eq!(problems, []);
        assert!(library.entries().len() >= 40, "{}", library.entries().len());
    }

    #[test]
    fn every_shipped_audience_can_move_a_message_to_email() {
        let (library, _) = Library::from_files(&shipped());
        for (culture, language) in
            [("taiwan", "zh-Hant-TW"), ("shanghai", "zh-Hans-CN"), ("international", "en")]
        {
            for rank in Rank::ALL {
                let audience =
                    Audience { culture: CultureId::new(culture), rank, language: Language::new(language) };
                let moves = library
                    .for_audience(&audience)
                    .any(|entry| entry.phrase.situation.as_str() == "move-to-email");
                assert!(moves, "{culture} {rank:?}");
            }
        }
    }

    #[test]
    fn a_library_without_files_starts_with_taiwan_and_seniors() {
        let dir = tempfile::tempdir().expect("a folder");
        let at = |name: &str| dir.path().join(name);
        let places = fencun_store::Places { config: at("config"), data: at("data"), state: at("state") };
        let snapshot = Snapshot::read(&Store::open(places));
        assert_eq!(snapshot.audience.culture.as_str(), "taiwan");
        assert_eq!(snapshot.audience.rank, Rank::Senior);
        assert!(
            snapshot.problems.iter().all(|problem| problem.cost == Cost::Nothing),
            "{:?}",
            snapshot.problems
        );
        assert!(!at("data").exists(), "reading makes nothing");
    }
}
