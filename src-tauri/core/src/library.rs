//! The library: all packs, layered. Built in < shared < the user's own.

mod by_id;

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use by_id::ById;

use crate::pack::{self, Culture, Header, Layer, PackFile, ReadPack, Reason, Situation};
use crate::problem::Cost;
use crate::{
    Audience, CultureId, Language, Localized, PackId, Phrase, PhraseId, Problem, ReasonId, SituationId,
};

/// A phrase in the library, and what it stands in for.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The phrase as it holds, shared with the libraries read before and after if it did not change.
    pub phrase: Arc<Phrase>,
    /// The pack it is in.
    pub pack: PackId,
    /// The layer of that pack.
    pub layer: Layer,
    /// The phrase of an earlier layer it replaces, with its pack and layer.
    pub original: Option<Box<Entry>>,
}

/// A pack as the library knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackInfo {
    /// What it says of itself.
    pub header: Header,
    /// Where it comes from.
    pub layer: Layer,
    /// The file's name.
    pub file: String,
    /// How many phrases it holds.
    pub phrases: usize,
    /// How many problems it has.
    pub problems: usize,
}

/// All phrases a person can copy, and the words for their cultures, situations and reasons.
#[derive(Clone, Debug, Default)]
pub struct Library {
    entries: Vec<Entry>,
    by_id: ById,
    /// Which entries are about a situation, in order.
    by_situation: HashMap<SituationId, Vec<u32>>,
    packs: Vec<PackInfo>,
    languages: Vec<Language>,
    cultures: Defined<CultureId, Culture>,
    situations: Defined<SituationId, Situation>,
    reasons: Defined<ReasonId, Reason>,
}

/// What packs define under a name, in order.
#[derive(Clone, Debug)]
struct Defined<I, T> {
    all: Vec<T>,
    by_id: HashMap<I, usize>,
}

impl<I, T> Default for Defined<I, T> {
    fn default() -> Self {
        Self { all: Vec::new(), by_id: HashMap::new() }
    }
}

impl<I: Clone + Eq + Hash, T: Clone> Defined<I, T> {
    /// A later definition of an id replaces the earlier one in its place.
    fn add(&mut self, new: &[T], id: impl Fn(&T) -> &I) {
        for definition in new {
            match self.by_id.get(id(definition)) {
                Some(&at) => self.all[at].clone_from(definition),
                None => {
                    self.by_id.insert(id(definition).clone(), self.all.len());
                    self.all.push(definition.clone());
                }
            }
        }
    }

    fn get(&self, id: &I) -> Option<&T> {
        self.by_id.get(id).map(|&at| &self.all[at])
    }
}

impl Library {
    /// Reads all files, the earlier layers first whatever their order here. Bad entries and files cost themselves only.
    pub fn from_files(files: &[PackFile]) -> (Self, Vec<Problem>) {
        Self::from_packs(&files.iter().map(ReadPack::of).collect::<Vec<_>>())
    }

    /// The same for packs that are read already. Their phrases are shared, not copied.
    pub fn from_packs(packs: &[ReadPack]) -> (Self, Vec<Problem>) {
        let mut sorted: Vec<&ReadPack> = packs.iter().collect();
        sorted.sort_by_key(|read| read.layer);
        let (mut library, mut problems) = (Self::default(), Vec::new());
        let phrases = sorted.iter().map(|read| read.pack.entries.len()).sum();
        library.entries.reserve_exact(phrases);
        library.by_id = ById::for_many(phrases);
        for read in &sorted {
            problems.extend(read.pack.problems.iter().cloned());
            library.add(read, &mut problems);
        }
        for read in &sorted {
            library.remark_on_undefined(read, &mut problems);
        }
        (library, problems)
    }

    fn add(&mut self, read: &ReadPack, problems: &mut Vec<Problem>) {
        let pack = &read.pack;
        self.packs.push(PackInfo {
            header: pack.header.clone(),
            layer: read.layer,
            file: read.name.clone(),
            phrases: pack.entries.len(),
            problems: pack.problems.len(),
        });
        self.cultures.add(&pack.cultures, |culture| &culture.id);
        self.situations.add(&pack.situations, |situation| &situation.id);
        self.reasons.add(&pack.reasons, |reason| &reason.id);
        let contents = pack.contents();
        for language in &contents.languages {
            if !self.languages.contains(language) {
                self.languages.push(language.clone());
            }
        }
        let about = contents.situations.iter().map(|named| &named.id);
        let mut about: Vec<About<'_>> = about.map(|id| (id, Vec::new())).collect();
        // A change of one phrase builds a library of a hundred thousand anew: no phrase is looked at here that need not be.
        for ((entry, hash), situation) in pack.entries.iter().zip(&contents.hashes).zip(&contents.about) {
            let (phrase, pack) = (Arc::clone(&entry.phrase), pack.header.id.clone());
            let new = Entry { phrase, pack, layer: read.layer, original: None };
            match self.put(new, *hash) {
                Ok(at) => about[*situation as usize].1.push(at as u32),
                Err(there) => problems.push(self.twice(read, entry, there)),
            }
        }
        for (situation, entries) in about {
            let all = self.by_situation.entry(situation.clone()).or_default();
            all.extend(entries);
            // Those that stand in an earlier one's place.
            all.sort_unstable();
        }
    }

    /// Takes an entry in and says where it stands; or where one of the same id and layer does.
    fn put(&mut self, mut entry: Entry, hash: u64) -> Result<usize, usize> {
        let new = self.entries.len();
        let is_it = |at: usize| self.entries[at].phrase.id == entry.phrase.id;
        let Some(at) = self.by_id.find_or_add(hash, new, is_it) else {
            self.entries.push(entry);
            return Ok(new);
        };
        let there = &mut self.entries[at];
        if there.layer == entry.layer {
            return Err(at);
        }
        if let Some(about) = self.by_situation.get_mut(&there.phrase.situation) {
            about.retain(|other| *other as usize != at);
        }
        entry.original = Some(Box::new(there.clone()));
        *there = entry;
        Ok(at)
    }

    fn twice(&self, read: &ReadPack, entry: &pack::Entry, there: usize) -> Problem {
        let message = format!(
            "the id `{}` is also in the pack `{}`, which goes first; give one of the two another id",
            entry.phrase.id, self.entries[there].pack
        );
        let (line, id) = (Some(entry.line), Some(entry.phrase.id.clone()));
        Problem { file: read.name.clone(), line, id, message, cost: Cost::Entry }
    }

    /// A phrase of a culture, situation or reason that no pack defines works, but has no name in menus. A name that many
    /// phrases of a file share is told once.
    fn remark_on_undefined(&self, read: &ReadPack, problems: &mut Vec<Problem>) {
        let contents = read.pack.contents();
        let mut remark = |kind: &str, id: &str, first: usize, phrases: usize| {
            let first = &read.pack.entries[first];
            let more = match phrases {
                1 => String::new(),
                _ => format!(", which {phrases} phrases of this file have"),
            };
            let message = format!(
                "no pack defines the {kind} `{id}`{more}; mend the spelling, or add a `[[{kind}]]` with this id"
            );
            let (line, id) = (Some(first.line), Some(first.phrase.id.clone()));
            problems.push(Problem { file: read.name.clone(), line, id, message, cost: Cost::Nothing });
        };
        for named in contents.cultures.iter().filter(|named| self.culture(&named.id).is_none()) {
            remark("culture", named.id.as_str(), named.first, named.phrases);
        }
        for named in contents.reasons.iter().filter(|named| self.reason(&named.id).is_none()) {
            remark("reason", named.id.as_str(), named.first, named.phrases);
        }
        for named in contents.situations.iter().filter(|named| self.situation(&named.id).is_none()) {
            remark("situation", named.id.as_str(), named.first, named.phrases);
        }
    }

    /// All phrases, in the order of layers, files and entries; one that replaces another stands in its place.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The phrase of an id.
    pub fn get(&self, id: &PhraseId) -> Option<&Entry> {
        let at = self.by_id.find(pack::hash(id), |at| self.entries[at].phrase.id == *id)?;
        Some(&self.entries[at])
    }

    /// The languages that phrases of the packs are written in.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// The phrases for an audience.
    pub fn for_audience<'a>(&'a self, audience: &'a Audience) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().filter(|entry| entry.phrase.is_for(audience))
    }

    /// The phrases about a situation, in the order of all.
    pub fn of_situation(&self, id: &SituationId) -> impl Iterator<Item = &Entry> {
        let about = self.by_situation.get(id).into_iter().flatten();
        about.map(|at| &self.entries[*at as usize])
    }

    /// A library of these entries of this one only, with the same names for everything.
    pub fn only(&self, places: impl IntoIterator<Item = usize>) -> Self {
        let mut only = Self {
            packs: self.packs.clone(),
            languages: self.languages.clone(),
            cultures: self.cultures.clone(),
            situations: self.situations.clone(),
            reasons: self.reasons.clone(),
            ..Self::default()
        };
        let entries: Vec<&Entry> = places.into_iter().filter_map(|at| self.entries.get(at)).collect();
        only.by_id = ById::for_many(entries.len());
        for entry in entries {
            let (situation, hash) = (entry.phrase.situation.clone(), pack::hash(&entry.phrase.id));
            if let Ok(at) = only.put(entry.clone(), hash) {
                only.by_situation.entry(situation).or_default().push(at as u32);
            }
        }
        only
    }

    /// All packs, in order.
    pub fn packs(&self) -> &[PackInfo] {
        &self.packs
    }

    /// All cultures, in order.
    pub fn cultures(&self) -> &[Culture] {
        &self.cultures.all
    }

    /// All situations, in the order of need.
    pub fn situations(&self) -> &[Situation] {
        &self.situations.all
    }

    /// All reasons, in order.
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons.all
    }

    /// The culture of an id.
    pub fn culture(&self, id: &CultureId) -> Option<&Culture> {
        self.cultures.get(id)
    }

    /// The situation of an id.
    pub fn situation(&self, id: &SituationId) -> Option<&Situation> {
        self.situations.get(id)
    }

    /// The reason of an id.
    pub fn reason(&self, id: &ReasonId) -> Option<&Reason> {
        self.reasons.get(id)
    }

    /// What people call a culture; its id if no pack says.
    pub fn culture_name<'a>(&'a self, id: &'a CultureId, reader: &Language) -> &'a str {
        name(self.culture(id).map(|culture| &culture.name), reader, id.as_str())
    }

    /// What people call a situation; its id if no pack says.
    pub fn situation_name<'a>(&'a self, id: &'a SituationId, reader: &Language) -> &'a str {
        name(self.situation(id).map(|situation| &situation.name), reader, id.as_str())
    }

    /// What people call a reason; its id if no pack says.
    pub fn reason_name<'a>(&'a self, id: &'a ReasonId, reader: &Language) -> &'a str {
        name(self.reason(id).map(|reason| &reason.name), reader, id.as_str())
    }

    /// Where a situation stands in the order of need; those no pack defines come last.
    pub fn need(&self, id: &SituationId) -> usize {
        self.situations.by_id.get(id).copied().unwrap_or(usize::MAX)
    }
}

/// A situation, and which entries are about it.
type About<'p> = (&'p SituationId, Vec<u32>);

fn name<'a>(names: Option<&'a Localized>, reader: &Language, id: &'a str) -> &'a str {
    names.and_then(|names| names.best(reader)).map_or(id, |(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, layer: Layer, ids: &[(&str, &str)]) -> PackFile {
        let phrase = |(id, title): &(&str, &str)| {
            format!(
                "[[phrase]]\nid = \"{id}\"\nsituation = \"s\"\nculture = \"c\"\nlanguage = \"en\"\nrank = [\"peer\"]\n\
                 firmness = 1\nchannel = \"chat\"\ntitle = \"{title}\"\ntext = \"words\"\n"
            )
        };
        PackFile { name: name.into(), layer, text: ids.iter().map(phrase).collect() }
    }

    const NAMES: &str = "[[situation]]\nid = \"s\"\nname = { en = \"Late\", zh-Hant-TW = \"晚了\" }\n\
                         [[culture]]\nid = \"c\"\nname = { en = \"Here\" }\nlanguages = [\"en\"]\n";

    #[test]
    fn the_users_own_phrase_stands_in_for_the_shipped_one_and_keeps_it() {
        let names = PackFile { name: "names.toml".into(), layer: Layer::Shipped, text: NAMES.into() };
        let mine = file("mine.toml", Layer::Mine, &[("a", "my a"), ("z", "my z")]);
        let shipped = file("shipped.toml", Layer::Shipped, &[("a", "a"), ("b", "b")]);
        let (library, problems) = Library::from_files(&[mine, names, shipped]);
        assert_eq!(problems, []);
        let titles: Vec<_> = library.entries().iter().map(|entry| entry.phrase.title.as_str()).collect();
        assert_eq!(titles, ["my a", "b", "my z"]);
        let original = library.get(&PhraseId::new("a")).and_then(|entry| entry.original.as_deref());
        assert_eq!(original.map(|entry| entry.phrase.title.as_str()), Some("a"));
    }

    #[test]
    fn the_same_id_twice_in_one_layer_costs_the_second() {
        let one = file("one.toml", Layer::Shared, &[("a", "first")]);
        let two = file("two.toml", Layer::Shared, &[("a", "second"), ("b", "b")]);
        let names = PackFile { name: "names.toml".into(), layer: Layer::Shipped, text: NAMES.into() };
        let (library, problems) = Library::from_files(&[names, one, two]);
        assert_eq!(library.entries().len(), 2);
        assert_eq!((problems.len(), problems[0].file.as_str(), problems[0].line), (1, "two.toml", Some(1)));
    }

    #[test]
    fn a_situation_that_no_pack_defines_is_a_remark() {
        let (library, problems) = Library::from_files(&[file("one.toml", Layer::Shared, &[("a", "t")])]);
        assert_eq!(library.entries().len(), 1);
        assert_eq!(problems.iter().filter(|problem| problem.cost == Cost::Nothing).count(), 2);
        assert_eq!(problems[0].line, Some(1));
        assert_eq!(library.situation_name(&SituationId::new("s"), &Language::new("en")), "s");
    }

    #[test]
    fn a_name_that_many_phrases_share_is_told_once() {
        let (_, problems) =
            Library::from_files(&[file("one.toml", Layer::Shared, &[("a", "t"), ("b", "t")])]);
        let told: Vec<_> = problems.iter().map(|problem| (problem.line, problem.message.as_str())).collect();
        assert_eq!((told.len(), told[0].0), (2, Some(1)));
        assert!(told[0].1.contains("culture `c`, which 2 phrases"), "{}", told[0].1);
    }

    #[test]
    fn a_library_shares_the_phrases_of_the_packs_it_is_made_of() {
        let read = [ReadPack::of(&file("one.toml", Layer::Shared, &[("a", "t")]))];
        let [(one, _), (other, _)] = [(); 2].map(|()| Library::from_packs(&read));
        assert!(Arc::ptr_eq(&one.entries()[0].phrase, &other.entries()[0].phrase));
    }

    #[test]
    fn a_library_knows_the_languages_of_its_phrases_and_finds_each_by_its_id() {
        let mut other = file("two.toml", Layer::Shared, &[("c", "t"), ("d", "t")]);
        other.text = other.text.replace("\"en\"", "\"de\"");
        let one = file("one.toml", Layer::Shared, &[("a", "t"), ("b", "t")]);
        let (library, _) = Library::from_files(&[one, other]);
        assert_eq!(library.languages(), [Language::new("en"), Language::new("de")]);
        for entry in library.entries() {
            assert_eq!(library.get(&entry.phrase.id), Some(entry));
        }
        let only = library.only([1, 3, 99]);
        let ids: Vec<_> = only.entries().iter().map(|entry| entry.phrase.id.as_str()).collect();
        assert_eq!(ids, ["b", "d"]);
        assert_eq!(
            (only.get(&PhraseId::new("d")), only.get(&PhraseId::new("a"))),
            (Some(&library.entries()[3]), None)
        );
        assert_eq!(only.of_situation(&SituationId::new("s")).count(), 2);
        assert_eq!(library.get(&PhraseId::new("e")), None);
        assert_eq!(Library::default().get(&PhraseId::new("a")), None);
    }

    #[test]
    fn the_phrases_about_a_situation_are_known_also_where_one_stands_in_for_another() {
        let shipped = file("shipped.toml", Layer::Shipped, &[("a", "t"), ("b", "t"), ("c", "t")]);
        let mut mine = file("mine.toml", Layer::Mine, &[("d", "t"), ("b", "moved"), ("a", "same")]);
        mine.text = mine.text.replacen("\"s\"", "\"other\"", 2);
        let (library, _) = Library::from_files(&[shipped, mine]);
        let about = |id: &str| {
            let id = SituationId::new(id);
            library.of_situation(&id).map(|entry| entry.phrase.title.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(
            (about("s"), about("other"), about("none")),
            (vec!["same", "t"], vec!["moved", "t"], vec![])
        );
    }

    #[test]
    fn a_pack_that_was_changed_after_a_copy_holds_what_it_holds() {
        let first = ReadPack::of(&file("one.toml", Layer::Shared, &[("a", "t")]));
        Library::from_packs(std::slice::from_ref(&first));
        let mut changed = (*first.pack).clone();
        changed
            .entries
            .extend(ReadPack::of(&file("one.toml", Layer::Shared, &[("b", "t")])).pack.entries.clone());
        let second = ReadPack { pack: Arc::new(changed), ..first };
        let (library, _) = Library::from_packs(&[second]);
        assert!(library.get(&PhraseId::new("b")).is_some());
    }

    #[test]
    fn names_are_told_in_the_readers_language() {
        let names = PackFile { name: "names.toml".into(), layer: Layer::Shipped, text: NAMES.into() };
        let (library, _) = Library::from_files(&[names]);
        assert_eq!(library.situation_name(&SituationId::new("s"), &Language::new("zh-Hant-TW")), "晚了");
        assert_eq!(library.situation_name(&SituationId::new("s"), &Language::new("de")), "Late");
    }
}
