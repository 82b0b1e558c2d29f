//! Libraries of natural phrases: sentences of the packs we ship, mixed anew by a fixed seed.

use std::fmt::Write as _;

use fencun_core::Library;
use fencun_core::pack::{Layer, PackFile};

const PACKS: [&str; 6] =
    ["fencun", "taiwan-zh", "taiwan-en", "shanghai-zh", "shanghai-en", "international-en"];
const FILES: usize = 20;
/// A pack holds 20 000 phrases at most.
const PHRASES: usize = 10_000;

/// The sentences of one language.
struct Sentences {
    culture: String,
    language: String,
    titles: Vec<String>,
    texts: Vec<String>,
    glosses: Vec<String>,
    situations: Vec<String>,
}

/// Twenty packs, or more if they must, of so many phrases in all, some 500 bytes each, and the words they refer to.
pub(crate) fn files(phrases: usize) -> Vec<PackFile> {
    let shipped = shipped();
    let sentences = sentences(&Library::from_files(&shipped).0);
    let mut chance = Chance(42);
    let packs = FILES.max(phrases.div_ceil(PHRASES));
    let mut files: Vec<String> = vec!["schema = 1\n".to_owned(); packs];
    for number in 0..phrases {
        let of = &sentences[chance.below(sentences.len())];
        let pack = number * packs / phrases;
        files[pack].push_str(&phrase(number, of, &mut chance));
    }
    let file = |(number, text)| PackFile { name: format!("pack-{number}.toml"), layer: Layer::Shared, text };
    let mut all: Vec<PackFile> = files.into_iter().enumerate().map(file).collect();
    all.extend(shipped.into_iter().filter(|file| file.name == "fencun.toml"));
    all
}

fn shipped() -> Vec<PackFile> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs");
    let read = |name: &str| std::fs::read_to_string(folder.join(format!("{name}.toml"))).expect("we ship it");
    PACKS
        .map(|name| PackFile { name: format!("{name}.toml"), layer: Layer::Shipped, text: read(name) })
        .into()
}

fn sentences(library: &Library) -> Vec<Sentences> {
    let mut all: Vec<Sentences> = Vec::new();
    for entry in library.entries() {
        let phrase = &entry.phrase;
        let (culture, language) = (phrase.culture.to_string(), phrase.language.to_string());
        let found = all.iter().position(|it| it.culture == culture && it.language == language);
        let at = found.unwrap_or_else(|| {
            let (titles, texts, glosses, situations) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
            all.push(Sentences { culture, language, titles, texts, glosses, situations });
            all.len() - 1
        });
        all[at].titles.push(phrase.title.clone());
        all[at].situations.push(phrase.situation.to_string());
        all[at].texts.extend(split(&phrase.text));
        all[at].glosses.extend(
            phrase.gloss.iter().filter(|(tag, _)| tag.is_english()).flat_map(|(_, text)| split(text)),
        );
    }
    all
}

fn split(text: &str) -> Vec<String> {
    let parts = text.split_inclusive(['。', '！', '？', '.', '!', '?', ';', '；', '\n']);
    parts.map(|part| part.trim().to_owned()).filter(|part| part.len() > 8).collect()
}

fn phrase(number: usize, of: &Sentences, chance: &mut Chance) -> String {
    let rank = ["junior", "peer", "senior", "client"][chance.below(4)];
    let mut text = String::new();
    while text.len() < 180 {
        let _ = write!(text, "{} ", chance.of(&of.texts));
    }
    let mut gloss = String::new();
    while !of.glosses.is_empty() && gloss.len() < 100 {
        let _ = write!(gloss, "{} ", chance.of(&of.glosses));
    }
    let title = format!("{} {}", chance.of(&of.titles), chance.below(1_000));
    format!(
        "[[phrase]]\nid = \"made-{number}\"\nsituation = \"{}\"\nculture = \"{}\"\nlanguage = \"{}\"\nrank = [\"{rank}\"]\n\
         firmness = {}\nchannel = \"chat\"\nreason = \"records\"\ntitle = {:?}\ntext = {:?}\ngloss = {{ en = {:?} }}\ntags = [\"LINE\"]\n",
        chance.of(&of.situations),
        of.culture,
        of.language,
        1 + chance.below(4),
        title,
        text.trim(),
        gloss.trim(),
    )
}

/// The same chances every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn of<'a>(&mut self, all: &'a [String]) -> &'a str {
        &all[self.below(all.len())]
    }
}
