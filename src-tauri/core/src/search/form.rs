//! The forms in which one typed word may be found.

use super::fold;
use super::index::Index;
use super::letters::{Letter, Letters};
use super::lookup::AS_WRITTEN;
use super::marks::Way;
use super::mended;
use super::sound::{Sound, Spelt, Step, Steps};
use super::synonyms::{self, Synonym};
use super::text::FIRST;
use super::typed::Typed;
use super::typo::{self, Tolerance};

/// So many words that stand for a typed one are looked for.
const MOST_SYNONYMS: usize = 16;

/// One form of a word.
pub(super) struct Form {
    pub(super) kind: Kind,
    /// What it stands for, where it is another word.
    pub(super) near: Option<Near>,
}

/// What a word stands for, and how closely.
#[derive(Clone, Debug)]
pub(super) struct Near {
    /// The word that was typed or heard.
    pub(super) typed: String,
    /// More is closer.
    pub(super) closely: u16,
}

impl Near {
    /// Of several words the first is the closest.
    fn new(typed: &str, place: usize) -> Self {
        let place = u16::try_from(place).unwrap_or(u16::MAX);
        Self { typed: typed.to_owned(), closely: AS_WRITTEN.saturating_sub(place.saturating_mul(2)) }
    }
}

/// What a form is looked for by.
pub(super) enum Kind {
    /// Chinese characters, as in a [`super::text::Text`].
    Han(Vec<u16>),
    /// A word of letters.
    Letters(Written),
    /// What a Chinese word sounds like.
    Sound(Ear),
}

/// A word of letters, and what is forgiven in it.
pub(super) struct Written {
    pub(super) word: String,
    pub(super) bits: u32,
    pub(super) tolerance: Option<Tolerance>,
}

impl Form {
    /// The ways a typed word may be found in a library.
    pub(super) fn all(typed: &Typed, index: &Index) -> Vec<Self> {
        match typed {
            Typed::Han(typed) => han_forms(typed, index),
            Typed::Letters { typed, read } => letter_forms(typed, read, index),
            Typed::Zhuyin(typed) => {
                Sound::zhuyin(typed).map_or_else(Vec::new, |sound| sound_forms(sound, false, index))
            }
        }
    }

    /// How a find by this form is made at best, and how closely.
    pub(super) fn best_way(&self) -> (Way, u16) {
        self.near.as_ref().map_or((Way::Plainly, AS_WRITTEN), |near| (Way::Near, near.closely))
    }

    /// Chinese characters and nothing else.
    pub(super) fn han(
        characters: impl Iterator<Item = char>,
        letters: &Letters,
        near: Option<Near>,
    ) -> Option<Self> {
        let numbers = characters.map(|c| letters.get(c).map(|letter| letter + FIRST));
        numbers.collect::<Option<Vec<_>>>().map(|numbers| Self { kind: Kind::Han(numbers), near })
    }

    fn word(word: &str, index: &Index, near: Option<Near>) -> Self {
        let known = || index.words.beginning(word).next().is_some();
        let tolerance = if near.is_none() { Tolerance::of(word, word.len() < 6 && known()) } else { None };
        let letters = Written { word: word.to_owned(), bits: typo::letters(word), tolerance };
        Self { kind: Kind::Letters(letters), near }
    }

    fn synonym(synonym: &Synonym, index: &Index, near: Near) -> Option<Self> {
        let near = Some(near);
        if synonym.han {
            Self::han(synonym.read.chars(), &index.letters, near)
        } else {
            Some(Self::word(&synonym.read, index, near))
        }
    }
}

impl Form {
    /// A word that only ties others together: it is looked for as it is and no other way.
    pub(super) fn tie(typed: &Typed, index: &Index) -> Vec<Self> {
        match typed {
            Typed::Letters { read, .. } => {
                let letters = Written { word: read.clone(), bits: 0, tolerance: None };
                vec![Self { kind: Kind::Letters(letters), near: None }]
            }
            _ => Self::all(typed, index),
        }
    }

    /// What may be meant by pinyin with one slip in it.
    pub(super) fn mended(typed: &str, index: &Index) -> Vec<Self> {
        let mut forms = Vec::new();
        for word in mended::mended(typed, index) {
            for mut form in
                Sound::pinyin(&word).map_or_else(Vec::new, |sound| sound_forms(sound, true, index))
            {
                match (&mut form.kind, &mut form.near) {
                    (Kind::Sound(ear), _) => ear.mended = true,
                    (_, Some(near)) => near.closely = 0,
                    _ => {}
                }
                forms.push(form);
            }
        }
        forms
    }
}

fn han_forms(typed: &str, index: &Index) -> Vec<Form> {
    let (letters, whole) = (&index.letters, read_bytes(typed));
    let characters: Vec<char> = typed.chars().collect();
    let mut forms: Vec<Form> = Form::han(characters.iter().copied(), letters, None).into_iter().collect();
    for start in 0..characters.len().min(24) {
        for end in start + 2..=(start + 6).min(characters.len()) {
            let part: String = characters[start..end].iter().map(|c| fold::han(*c)).collect();
            let Some(number) = synonyms::find(&part) else { continue };
            let others = synonyms::all()[number].others.iter().map(|other| &synonyms::all()[*other]);
            for (place, other) in others.enumerate() {
                if !other.han {
                    // A word of letters stands for the whole only.
                    forms.extend(
                        (part.len() == whole)
                            .then(|| Form::synonym(other, index, Near::new(typed, place)))
                            .flatten(),
                    );
                    continue;
                }
                let all = characters[..start]
                    .iter()
                    .copied()
                    .chain(other.read.chars())
                    .chain(characters[end..].iter().copied());
                forms.extend(Form::han(all, letters, Some(Near::new(typed, place))));
            }
        }
    }
    forms.truncate(MOST_SYNONYMS);
    forms
}

fn read_bytes(typed: &str) -> usize {
    typed.chars().map(|c| fold::han(c).len_utf8()).sum()
}

fn letter_forms(typed: &str, read: &str, index: &Index) -> Vec<Form> {
    let mut forms = vec![Form::word(read, index, None)];
    let single = read.strip_suffix('s').filter(|single| single.len() > 2);
    // Many say `meetings` where one is written.
    if let Some(single) = single.filter(|single| index.words.has(single)) {
        let letters = Written { word: single.to_owned(), bits: 0, tolerance: None };
        forms.push(Form { kind: Kind::Letters(letters), near: None });
    }
    let number = synonyms::find(read).or_else(|| synonyms::find(single?));
    for (place, other) in number.map_or(&[][..], |number| &synonyms::all()[number].others).iter().enumerate()
    {
        forms.extend(Form::synonym(&synonyms::all()[*other], index, Near::new(read, place)));
    }
    forms.truncate(MOST_SYNONYMS);
    let is_word = index.words.has(read);
    forms.extend(Sound::pinyin(typed).into_iter().flat_map(|sound| sound_forms(sound, is_word, index)));
    forms
}

/// A sound, and what stands for the words that sound so.
fn sound_forms(sound: Sound, is_word: bool, index: &Index) -> Vec<Form> {
    let mut ear = Ear::new(sound);
    ear.is_word = is_word;
    let mut forms = Vec::new();
    if ear.sound.len() > 2 {
        for synonym in synonyms::all().iter().filter(|synonym| synonym.han) {
            if ear.spells(&synonym.read, &index.letters) {
                let others = synonym.others.iter().map(|other| &synonyms::all()[*other]).enumerate();
                let others = others.filter(|(_, other)| other.han);
                let near = |place| Near::new(&synonym.shown, place);
                forms.extend(others.filter_map(|(place, other)| Form::synonym(other, index, near(place))));
            }
        }
    }
    forms.truncate(MOST_SYNONYMS);
    forms.push(Form { kind: Kind::Sound(ear), near: None });
    forms
}

/// A sound that is listened for; remembers what it has worked out.
pub(super) struct Ear {
    pub(super) sound: Sound,
    /// Whether phrases hold what was typed as a word of letters: then it hardly stands for initials.
    is_word: bool,
    /// Whether a slip was mended in what was typed.
    pub(super) mended: bool,
    /// From where the end can be reached, a bit each.
    ways_out: u64,
    known: Vec<Vec<Option<Steps>>>,
    /// Some texts of one repeated character could be read in millions of ways.
    patience: u32,
}

impl Ear {
    fn new(sound: Sound) -> Self {
        Self {
            is_word: false,
            mended: false,
            ways_out: sound.ways_out(),
            known: vec![Vec::new(); sound.len()],
            sound,
            patience: 0,
        }
    }

    /// Whether a find spelt so says something in a long text: one symbol is the initial of a twentieth of all
    /// characters, and `NDA` is rarely meant as three initials.
    pub(super) fn is_heard_in_long_texts(&self, spelt: Spelt) -> bool {
        self.sound.len() > 1 && !(self.is_word && spelt == Spelt::Loosely)
    }

    /// Whether what is typed from there on can be a row of syllables.
    pub(super) fn may_end(&self, from: u8) -> bool {
        self.ways_out >> from & 1 == 1
    }

    /// The ways to go on over a character from the symbol at `from`.
    pub(super) fn steps(&mut self, letters: &Letters, letter: Letter, from: usize) -> Steps {
        if !letters.starts_with(letter, self.sound.alphabet, self.sound.symbol(from)) {
            return Steps::default();
        }
        let known = &mut self.known[from];
        if known.is_empty() {
            known.resize(letters.len(), None);
        }
        let there = &mut known[usize::from(letter)];
        *there.get_or_insert_with(|| self.sound.steps(letters.readings(letter), from))
    }

    /// How well these characters begin with what was typed, and over how many of them it goes.
    pub(super) fn hear(&mut self, letters: &Letters, run: &[u16]) -> Option<(Spelt, usize)> {
        self.patience = 2_000;
        self.hear_from(letters, run, 0)
    }

    fn hear_from(&mut self, letters: &Letters, run: &[u16], from: usize) -> Option<(Spelt, usize)> {
        let letter = run.first()?.checked_sub(FIRST)?;
        self.patience = self.patience.checked_sub(1)?;
        let mut best = None;
        for (to, spelt) in self.steps(letters, letter, from).iter() {
            let to = usize::from(to);
            let found = if to == self.sound.len() {
                Some((spelt, 1))
            } else {
                self.hear_from(letters, &run[1..], to).map(|(rest, count)| (spelt.min(rest), count + 1))
            };
            best = best.max(found);
        }
        best
    }

    /// Which step each of these characters takes, as well as they are spelt at all.
    pub(super) fn path(&mut self, letters: &Letters, run: &[u16]) -> Vec<Step> {
        let (mut path, mut from) = (Vec::new(), 0);
        for at in 0..run.len() {
            let Some(letter) = run[at].checked_sub(FIRST) else { break };
            self.patience = 2_000;
            let mut best: Option<(Spelt, usize, Step)> = None;
            for (to, spelt) in self.steps(letters, letter, from).iter() {
                let end = usize::from(to) == self.sound.len();
                let rest = if end { None } else { self.hear_from(letters, &run[at + 1..], usize::from(to)) };
                let found = rest.or(end.then_some((Spelt::Fully, 0)));
                best = best.max(found.map(|(rest, count)| (rest.min(spelt), count, (to, spelt))));
            }
            let Some((_, _, step)) = best else { break };
            path.push(step);
            from = usize::from(step.0);
            if from == self.sound.len() {
                break;
            }
        }
        path
    }

    /// Whether a whole word sounds so.
    fn spells(&mut self, word: &str, letters: &Letters) -> bool {
        let Some(first) = word.chars().next().and_then(|c| letters.get(c)) else { return false };
        if self.steps(letters, first, 0).is_empty() {
            return false;
        }
        let run: Vec<u16> = word.chars().map(|c| letters.get(c).map_or(0, |letter| letter + FIRST)).collect();
        self.hear(letters, &run).is_some_and(|(spelt, count)| spelt >= Spelt::Rarely && count == run.len())
    }
}
