//! No two phrases are one phrase: by character trigrams, script and placeholders folded.

mod packs;

use std::collections::BTreeSet;

use fencun_core::{Entry, Piece, pieces};

/// Two phrases of one culture may share their turns of phrase, not their whole.
const ALIKE: f64 = 0.8;
/// Across cultures this much already is a translation, or a phrase with its names changed.
const ACROSS: f64 = 0.5;

/// The text in one script, lower case, without blanks, each placeholder as one sign.
fn folded(text: &str) -> Vec<char> {
    let words = pieces(text).into_iter().map(|piece| match piece {
        Piece::Words(words) => hanconv::t2s(words).to_lowercase(),
        Piece::Placeholder(_) => "\u{fffc}".to_owned(),
    });
    words.collect::<String>().chars().filter(|c| !c.is_whitespace()).collect()
}

fn trigrams(text: &str) -> BTreeSet<[char; 3]> {
    threes(&folded(text))
}

/// The same of the text as it stands in the pack.
fn as_written(text: &str) -> BTreeSet<[char; 3]> {
    threes(&text.chars().collect::<Vec<_>>())
}

fn threes(characters: &[char]) -> BTreeSet<[char; 3]> {
    characters.windows(3).map(|three| [three[0], three[1], three[2]]).collect()
}

/// Shared trigrams over all trigrams, twice counted: Dice's measure, from 0 to 1.
fn likeness(a: &BTreeSet<[char; 3]>, b: &BTreeSet<[char; 3]>) -> f64 {
    let number = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    let all = number(a.len()) + number(b.len());
    if all == 0.0 { 0.0 } else { 2.0 * number(a.intersection(b).count()) / all }
}

#[test]
fn no_two_phrases_are_alike() {
    let library = packs::library();
    let both = |text: &str| [trigrams(text), as_written(text)];
    let all: Vec<(&Entry, [BTreeSet<[char; 3]>; 2])> =
        library.entries().iter().map(|entry| (entry, both(&entry.phrase.text))).collect();
    let mut wrong = Vec::new();
    for (at, (one, its)) in all.iter().enumerate() {
        for (other, theirs) in &all[at + 1..] {
            let limit = if one.phrase.culture == other.phrase.culture { ALIKE } else { ACROSS };
            let like = likeness(&its[0], &theirs[0]).max(likeness(&its[1], &theirs[1]));
            if like > limit {
                wrong.push(format!("{like:.2} {} {}", one.phrase.id, other.phrase.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_measure_tells_a_copy_from_another_phrase() {
    let like = |a: &str, b: &str| likeness(&trigrams(a), &trigrams(b));
    assert!((like("麻煩您寄到 {my_email}", "麻烦您寄到{shared_inbox}") - 1.0).abs() < 1e-9);
    assert!(like("Could you send it by email?", "I have finished for today.") < 0.2);
}
