//! What a person sees of a find: where to mark the phrase, one line from deeper inside it, and how the find came about.

use std::borrow::Cow;
use std::ops::Range;

use super::close::Find;
use super::excerpt;
use super::index::Index;
use super::marks::{self, Way, is_plain, parts};
use super::rank::Word;
use super::text::Text;
use super::{Excerpt, Field, Mark, Match};
use crate::{Entry, Language, Library, Localized};

/// A text of a phrase in which something may be found.
struct Place<'l> {
    field: Field,
    language: Option<&'l Language>,
    raw: &'l str,
    text: Cow<'l, Text>,
    /// Where it begins in the field as it is shown; None if it is not shown.
    offset: Option<usize>,
    /// The field that it is searched as: a subject is short, and shown among the words.
    like: Field,
}

impl Place<'_> {
    /// How gladly it is read: in the reader's own language most, in that of the phrase more than in others.
    fn is_read(&self, reader: &Language) -> u8 {
        match self.language {
            Some(language) if !reader.serves(language) => u8::from(self.offset.is_some()),
            _ => 2,
        }
    }
}

/// A find and where it is.
struct Found {
    place: usize,
    word: usize,
    form: usize,
    find: Find,
}

/// Everything that is shown of a find.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) matches: Vec<Match>,
    pub(super) excerpt: Option<Excerpt>,
    pub(super) reading: Option<String>,
}

/// Looks a phrase through, word by word.
pub(super) fn show(
    index: &Index,
    library: &Library,
    phrase: usize,
    reader: &Language,
    words: &mut [Word],
) -> Shown {
    let Some(entry) = library.entries().get(phrase).filter(|_| !words.is_empty()) else {
        return Shown::default();
    };
    let places = places(index, library, (phrase, entry), reader);
    let found = finds(index, &places, words);
    let matches = matches(&places, &found);
    let excerpt = best_place(&places, &found, words.len(), reader).map(|place| line(place, &places, &found));
    let seen = excerpt.as_ref().map_or(Field::Title, |excerpt| excerpt.field);
    let told = found.iter().filter(|found| [Field::Title, seen].contains(&places[found.place].field));
    let mut told: Vec<&Found> = told.collect();
    told.sort_by_key(|found| (places[found.place].field != Field::Title, std::cmp::Reverse(found.find.mark)));
    let reading = told.into_iter().find_map(|found| reading(index, &places[found.place], found, words));
    Shown { matches, excerpt, reading }
}

/// How a find came about: how the characters sound, or what they stand for.
fn reading(index: &Index, place: &Place<'_>, found: &Found, words: &mut [Word]) -> Option<String> {
    let form = &mut words[found.word][found.form];
    if let Some(near) = &form.near {
        let span = found.find.span.clone();
        let written: String = place.raw.chars().skip(span.start).take(span.len()).collect();
        return Some(format!("{written} = {}", near.typed));
    }
    form.spoken(index, &place.text, &found.find)
}

/// The best finds of each word: those made in a worse way than the best one say nothing.
fn finds(index: &Index, places: &[Place<'_>], words: &mut [Word]) -> Vec<Found> {
    let mut all = Vec::new();
    for (word, forms) in words.iter_mut().enumerate() {
        let (mut found, mut best) = (Vec::new(), 0);
        // The word itself first: where it is found, what stands for it says nothing more.
        for near in [false, true] {
            for (form, it) in forms.iter_mut().enumerate().filter(|(_, it)| it.near.is_some() == near) {
                if near && best >= PARTLY {
                    break;
                }
                for (at, place) in places.iter().enumerate() {
                    let finds = it.finds(index, &place.text, place.like);
                    found.extend(finds.into_iter().map(|find| Found { place: at, word, form, find }));
                }
            }
            best = found.iter().map(|found: &Found| goodness(found.find.mark)).max().unwrap_or(0);
        }
        found.retain(|found| goodness(found.find.mark) == best);
        all.extend(found);
    }
    all
}

/// How good a find is to be shown, wherever it is: with a slip, another word, partly, plainly.
fn goodness(mark: marks::Mark) -> u8 {
    match parts(mark).0 {
        0 => 0,
        _ if is_plain(mark) => 4,
        way if way == Way::Partly as u16 => PARTLY,
        way if way == Way::Slip as u16 => 1,
        _ => 2,
    }
}

const PARTLY: u8 = 3;

fn places<'l>(
    index: &'l Index,
    library: &'l Library,
    (number, entry): (usize, &'l Entry),
    reader: &Language,
) -> Vec<Place<'l>> {
    let phrase = &entry.phrase;
    let place = |field, language, raw: &'l str, offset| {
        let text = Cow::Owned(Text::read(raw, &index.letters));
        Place { field, language, raw, text, offset, like: field }
    };
    let mut places = vec![
        place(Field::Title, Some(&phrase.language), &phrase.title, Some(0)),
        place(Field::Text, Some(&phrase.language), &phrase.text, Some(0)),
    ];
    if let Some(subject) = &phrase.subject {
        let subject = place(Field::Text, Some(&phrase.language), subject, None);
        places.push(Place { like: SUBJECT, ..subject });
    }
    let best = phrase.gloss.best(reader).map(|(language, _)| language);
    for (language, raw) in phrase.gloss.iter() {
        places.push(place(Field::Gloss, Some(language), raw, (best == Some(language)).then_some(0)));
    }
    let names_of = index.names_of(number);
    let situation = library.situation(&phrase.situation).map(|situation| &situation.name);
    places.extend(names(Field::Situation, (phrase.situation.as_str(), situation), names_of.0, reader));
    if let Some(id) = &phrase.reason {
        let reason = library.reason(id).map(|reason| &reason.name);
        places.extend(names(Field::Reason, (id.as_str(), reason), names_of.1, reader));
    }
    let mut offset = 0;
    for tag in &phrase.tags {
        places.push(place(Field::Tags, None, tag, Some(offset)));
        offset += tag.chars().count() + TAG_GAP;
    }
    places
}

/// The names of a situation or reason, as the index has read them; what has no name is shown by its id.
fn names<'l>(
    field: Field,
    (id, names): (&'l str, Option<&'l Localized>),
    read: &'l [Text],
    reader: &Language,
) -> Vec<Place<'l>> {
    let best = names.and_then(|names| names.best(reader)).map(|(language, _)| language);
    let named = names.into_iter().flat_map(Localized::iter).map(|(language, raw)| (Some(language), raw));
    let all = named.chain(names.is_none().then_some((None, id)));
    let place = |((language, raw), text)| {
        let offset = (best == language).then_some(0);
        Place { field, language, raw, text: Cow::Borrowed(text), offset, like: field }
    };
    all.zip(read).map(place).collect()
}

/// A subject weighs as much as what the words mean: more than the words themselves.
const SUBJECT: Field = Field::Gloss;

/// Tags are shown as one text, parted by a comma and a blank.
const TAG_GAP: usize = 2;

fn is_near(find: &Find) -> bool {
    marks::is_near(find.mark)
}

fn matches(places: &[Place<'_>], found: &[Found]) -> Vec<Match> {
    let shown = found.iter().filter_map(|found| {
        let (place, span) = (&places[found.place], &found.find.span);
        let offset = place.offset?;
        let (start, end) = (span.start + offset, span.end + offset);
        Some(Match { field: place.field, start, end, near: is_near(&found.find) })
    });
    let mut matches: Vec<Match> = shown.collect();
    matches.sort_by_key(|found| (found.field, found.start, found.end));
    let mut merged: Vec<Match> = Vec::with_capacity(matches.len());
    for found in matches {
        match merged.last_mut().filter(|last| last.field == found.field && found.start < last.end) {
            Some(last) => {
                last.end = last.end.max(found.end);
                last.near &= found.near;
            }
            None => merged.push(found),
        }
    }
    merged
}

/// The place that best shows what the title does not; the reader's own language goes before others.
fn best_place(places: &[Place<'_>], found: &[Found], words: usize, reader: &Language) -> Option<usize> {
    let titled = |word: usize| {
        found.iter().any(|found| found.word == word && places[found.place].field == Field::Title)
    };
    let missing: Vec<usize> = (0..words).filter(|word| !titled(*word)).collect();
    if missing.is_empty() {
        return None;
    }
    let worth = |place: usize| {
        let best = |word: &usize| {
            let of = found.iter().filter(|found| found.place == place && found.word == *word);
            of.map(|found| u32::from(found.find.mark)).max().unwrap_or(0)
        };
        let marks: Vec<u32> = missing.iter().map(best).collect();
        let goodness = marks.iter().map(|mark| u32::from(goodness(*mark as marks::Mark))).sum::<u32>();
        // Where each word is found as well in a language that the reader reads, that one is shown.
        (goodness, places[place].is_read(reader), marks.iter().sum::<u32>())
    };
    let others = (0..places.len()).filter(|place| places[*place].field != Field::Title);
    // Of equals the first counts, which is the words before names.
    let best = others.map(|place| (worth(place), std::cmp::Reverse(place))).max()?;
    (best.0.2 > 0).then_some(best.1.0)
}

fn line(place: usize, places: &[Place<'_>], found: &[Found]) -> Excerpt {
    let mut spans: Vec<(Range<usize>, bool)> = found
        .iter()
        .filter(|found| found.place == place)
        .map(|found| (found.find.span.clone(), is_near(&found.find)))
        .collect();
    spans.sort_by_key(|(span, _)| (span.start, span.end));
    let Place { field, language, raw, .. } = &places[place];
    let line = excerpt::around(raw, spans.first().map_or(0, |(span, _)| span.start));
    let mut marks: Vec<Mark> = Vec::new();
    for (span, near) in spans {
        let (start, end) = (span.start.max(line.shown.start), span.end.min(line.shown.end));
        if start >= end {
            continue;
        }
        let moved = |at: usize| at - line.shown.start + line.lead;
        let mark = Mark { start: moved(start), end: moved(end), near };
        match marks.last_mut().filter(|last| mark.start < last.end) {
            Some(last) => {
                last.end = last.end.max(mark.end);
                last.near &= mark.near;
            }
            None => marks.push(mark),
        }
    }
    Excerpt { field: *field, language: language.cloned(), text: line.text, marks }
}
