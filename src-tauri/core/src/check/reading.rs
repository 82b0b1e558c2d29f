//! A text made ready for the rules: characters, folded words, sentences, placeholders, quotes, and the words found.

use std::ops::Range;

use super::fold;
use super::words::{Class, LEXICON};
use crate::{Piece, pieces};

/// A word of the lexicon that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) class: Class,
    pub(super) span: Range<usize>,
}

/// A placeholder and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) name: String,
    pub(super) span: Range<usize>,
}

/// A text as the rules read it. All spans are in characters.
pub(super) struct Reading {
    pub(super) characters: Vec<char>,
    pub(super) folded: Vec<char>,
    pub(super) sentences: Vec<Range<usize>>,
    pub(super) slots: Vec<Slot>,
    pub(super) quotes: Vec<Range<usize>>,
    pub(super) hits: Vec<Hit>,
}

impl Reading {
    pub(super) fn of(text: &str) -> Self {
        let characters: Vec<char> = text.chars().collect();
        let folded: Vec<char> = characters.iter().map(|c| fold::fold(*c)).collect();
        let (sentences, slots, quotes) = (sentences(&characters), slots(text), quotes(&characters));
        let mut hits = LEXICON.find(&folded);
        // What a placeholder is called says nothing about the words around it.
        hits.retain(|hit| {
            !slots.iter().any(|slot| overlap(&slot.span, &hit.span) && !covers(&hit.span, &slot.span))
        });
        Self { characters, folded, sentences, slots, quotes, hits }
    }

    /// The finds of a class, in order.
    pub(super) fn all(&self, class: Class) -> impl Iterator<Item = &Range<usize>> {
        self.hits.iter().filter(move |hit| hit.class == class).map(|hit| &hit.span)
    }

    /// The first find of a class.
    pub(super) fn first(&self, class: Class) -> Option<&Range<usize>> {
        self.all(class).next()
    }

    /// Whether a class is found at all.
    pub(super) fn has(&self, class: Class) -> bool {
        self.first(class).is_some()
    }

    /// Whether a class is found inside a span.
    pub(super) fn has_in(&self, class: Class, span: &Range<usize>) -> bool {
        self.all(class).any(|found| found.start >= span.start && found.end <= span.end)
    }

    /// The sentence a place is in.
    pub(super) fn sentence_at(&self, at: usize) -> Range<usize> {
        let found = self.sentences.iter().find(|sentence| sentence.contains(&at));
        found.cloned().unwrap_or(0..self.characters.len())
    }

    /// The clause a place is in, without the marks around it.
    pub(super) fn clause_at(&self, at: usize) -> Range<usize> {
        let stop =
            |c: &char| matches!(c, '，' | ',' | '。' | '.' | '；' | ';' | '！' | '!' | '？' | '?' | '\n');
        let start = self.characters[..at].iter().rposition(stop).map_or(0, |stop| stop + 1);
        let end = self.characters[at..].iter().position(stop).map_or(self.characters.len(), |stop| at + stop);
        start..end
    }

    /// Whether one of these placeholders is in the text.
    pub(super) fn has_slot(&self, names: &[&str]) -> bool {
        self.slots.iter().any(|slot| names.contains(&slot.name.as_str()))
    }

    /// Whether a place is inside quotation marks: somebody else's words.
    pub(super) fn quoted(&self, span: &Range<usize>) -> bool {
        self.quotes.iter().any(|quote| covers(quote, span))
    }

    /// The words of a span, as written.
    pub(super) fn words(&self, span: &Range<usize>) -> String {
        self.characters[span.clone()].iter().collect()
    }

    /// The span without blanks and punctuation at its ends.
    pub(super) fn trimmed(&self, span: &Range<usize>) -> Range<usize> {
        let is_word = |at: &usize| !self.characters[*at].is_whitespace() && !is_stop(self.characters[*at]);
        let Some(start) = span.clone().find(is_word) else { return span.start..span.start };
        let end = span.clone().rev().find(is_word).map_or(start, |last| last + 1);
        start..end
    }
}

/// Whether two spans share a character.
pub(super) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether the second span is inside the first.
pub(super) fn covers(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start <= b.start && b.end <= a.end
}

/// Whether a character ends a clause.
pub(super) fn is_stop(c: char) -> bool {
    matches!(
        c,
        '，' | ','
            | '。'
            | '.'
            | '！'
            | '!'
            | '？'
            | '?'
            | '；'
            | ';'
            | '：'
            | ':'
            | '、'
            | '\n'
            | '…'
            | '~'
            | '～'
            | '—'
            | '('
            | ')'
            | '（'
            | '）'
            | '「'
            | '」'
            | '『'
            | '』'
            | '“'
            | '”'
            | '"'
            | '【'
            | '】'
    )
}

fn sentences(characters: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..characters.len() {
        if ends_sentence(characters, at) {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < characters.len() {
        found.push(start..characters.len());
    }
    found.retain(|sentence| characters[sentence.clone()].iter().any(|c| c.is_alphanumeric()));
    found
}

fn ends_sentence(characters: &[char], at: usize) -> bool {
    match characters[at] {
        '。' | '！' | '？' | '；' | '\n' | '!' | '?' => true,
        // A full stop inside an address, a number or a title ends nothing.
        '.' => {
            let last = characters.get(at + 1).is_none_or(|next| next.is_whitespace());
            let word: String = characters[..at]
                .iter()
                .rev()
                .take_while(|c| c.is_alphabetic())
                .map(char::to_ascii_lowercase)
                .collect();
            last && !["rm", "srm", "sm", "rd", "forp"].contains(&word.as_str())
        }
        '～' | '~' => characters.get(at + 1).is_none_or(|next| !next.is_ascii_digit()),
        _ => false,
    }
}

fn slots(text: &str) -> Vec<Slot> {
    let mut at = 0;
    let mut found = Vec::new();
    for piece in pieces(text) {
        match piece {
            Piece::Words(words) => at += words.chars().count(),
            Piece::Placeholder(name) => {
                let end = at + name.as_str().len() + 2;
                found.push(Slot { name: name.as_str().to_owned(), span: at..end });
                at = end;
            }
        }
    }
    found
}

fn quotes(characters: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (open, close) in [('「', '」'), ('『', '』'), ('“', '”')] {
        let mut at = 0;
        while let Some(start) = characters[at..].iter().position(|c| *c == open).map(|found| at + found) {
            let Some(end) = characters[start..].iter().position(|c| *c == close).map(|found| start + found)
            else {
                break;
            };
            found.push(start..end + 1);
            at = end + 1;
        }
    }
    let marks: Vec<usize> = (0..characters.len()).filter(|at| characters[*at] == '"').collect();
    found.extend(marks.chunks_exact(2).map(|pair| pair[0]..pair[1] + 1));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_stop_in_an_address_or_a_title_ends_no_sentence() {
        let reading = Reading::of("Dear Mr. Chen, write to a.b@c.com. Thank you! 好的。謝謝～");
        let sentences: Vec<_> =
            reading.sentences.iter().map(|span| reading.words(&reading.trimmed(span))).collect();
        assert_eq!(sentences, ["Dear Mr. Chen, write to a.b@c.com", "Thank you", "好的", "謝謝"]);
    }

    #[test]
    fn placeholders_and_quotes_are_found_in_characters() {
        let reading = Reading::of("寄到 {my_email}，寫「好」");
        assert_eq!(reading.slots, [Slot { name: "my_email".into(), span: 3..13 }]);
        assert_eq!(reading.quotes.first(), Some(&(15..18)));
    }
}
