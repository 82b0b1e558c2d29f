//! A text as what can be found in it: Chinese characters, words of other scripts, and the gaps between.

use std::ops::Range;

use super::fold::{self, Sort};

/// More of a word than that is not read.
pub(super) const WORD_BYTES: usize = 64;

/// Takes a text in, piece by piece. Offsets are in characters.
pub(super) trait Reader {
    /// A Chinese character, as written.
    fn han(&mut self, c: char, at: usize);
    /// A word, as it is read. A word with a hyphen comes in parts and then once more as a whole.
    fn word(&mut self, word: &str, span: Range<usize>);
    /// What stood before does not touch what follows.
    fn gap(&mut self);
}

/// Reads a text. The names of placeholders are none of its words.
pub(super) fn read(text: &str, reader: &mut impl Reader) {
    let mut words = Words { whole: String::with_capacity(WORD_BYTES), ..Words::default() };
    let mut skip = 0;
    for (at, (byte, c)) in text.char_indices().enumerate() {
        if skip > 0 {
            skip -= 1;
            continue;
        }
        match fold::sort(c) {
            Sort::Letter => words.letter(fold::letter(c), at),
            Sort::Silent => {}
            Sort::Hyphen => words.hyphen(reader),
            Sort::Han => {
                words.end(reader);
                reader.han(c, at);
            }
            Sort::Sign => {
                words.end(reader);
                words.letter(c, at);
                words.end(reader);
            }
            Sort::Gap => {
                words.end(reader);
                reader.gap();
                skip = if c == '{' { placeholder(&text.as_bytes()[byte..]) } else { 0 };
            }
        }
    }
    words.end(reader);
}

/// How many characters after this brace belong to a placeholder.
fn placeholder(text: &[u8]) -> usize {
    let name = text[1..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
    if name > 0 && text.get(name + 1) == Some(&b'}') { name + 1 } else { 0 }
}

/// The word being read.
#[derive(Default)]
struct Words {
    whole: String,
    parts: usize,
    part: usize,
    start: usize,
    part_start: usize,
    end: usize,
}

impl Words {
    fn letter(&mut self, c: char, at: usize) {
        if self.whole.is_empty() {
            self.start = at;
        }
        if self.whole.len() == self.part {
            self.part_start = at;
        }
        if self.whole.len() + c.len_utf8() <= WORD_BYTES {
            self.whole.push(c);
        }
        self.end = at + 1;
    }

    fn hyphen(&mut self, reader: &mut impl Reader) {
        if self.whole.len() > self.part {
            reader.gap();
            reader.word(&self.whole[self.part..], self.part_start..self.end);
            self.parts += 1;
            self.part = self.whole.len();
        } else {
            self.end(reader);
            reader.gap();
        }
    }

    fn end(&mut self, reader: &mut impl Reader) {
        if self.whole.is_empty() {
            return;
        }
        reader.gap();
        if self.whole.len() > self.part {
            reader.word(&self.whole[self.part..], self.part_start..self.end);
            if self.parts > 0 {
                reader.word(&self.whole, self.start..self.end);
            }
        }
        self.whole.clear();
        (self.parts, self.part) = (0, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Told(Vec<String>);

    impl Reader for Told {
        fn han(&mut self, c: char, at: usize) {
            self.0.push(format!("{c}{at}"));
        }
        fn word(&mut self, word: &str, span: Range<usize>) {
            self.0.push(format!("{word}{}-{}", span.start, span.end));
        }
        fn gap(&mut self) {}
    }

    #[test]
    fn a_text_is_read_in_pieces() {
        let check = |text: &str, expected: &[&str]| {
            let mut told = Told::default();
            read(text, &mut told);
            assert_eq!(told.0, expected, "{text}");
        };
        check("寄到 Email，謝謝", &["寄0", "到1", "email3-8", "謝9", "謝10"]);
        check("don’t e-mail", &["dont0-5", "e6-7", "mail8-12", "email6-12"]);
        check("a {my_email} b {no", &["a0-1", "b13-14", "no16-18"]);
        check("- a- -b", &["a2-3", "b6-7"]);
        check("好👍🏽of", &["好0", "👍1-2", "of3-5"]);
        check("", &[]);
    }
}
