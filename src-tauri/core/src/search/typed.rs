//! What was typed, in words: parted by spaces, signs and changes of script.

use super::fold::{self, Sort};
use super::sound::is_zhuyin;
use super::tokens::WORD_BYTES;

/// What lies beyond so many characters of a query is not read.
pub const LONGEST_QUERY: usize = 200;
/// What lies beyond so many words is not read.
const MOST_WORDS: usize = 16;

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// Chinese characters, as typed.
    Han(String),
    /// Letters and digits: as typed, for their tones, and as they are read.
    Letters { typed: String, read: String },
    /// Zhuyin with its tones.
    Zhuyin(String),
}

/// The words of a query, each once.
pub(super) fn words(query: &str) -> Vec<Typed> {
    let mut words = Words::default();
    for c in query.chars().take(LONGEST_QUERY) {
        words.take(c);
    }
    words.end();
    words.done
}

/// Whether there is something to look for.
pub(super) fn is_blank(query: &str) -> bool {
    query.chars().all(|c| c.is_whitespace() || fold::sort(c) == Sort::Silent)
}

/// The query in the form in which it is remembered: what is typed otherwise and means the same is the same.
///
/// ```
/// assert_eq!(fencun_core::search::remembered("  郵箱  Late "), "邮箱 late");
/// ```
pub fn remembered(query: &str) -> String {
    let told = |word: &Typed| match word {
        Typed::Han(typed) => typed.chars().map(fold::han).collect(),
        Typed::Letters { typed, .. } => typed.to_lowercase(),
        Typed::Zhuyin(typed) => typed.clone(),
    };
    words(query).iter().map(told).collect::<Vec<String>>().join(" ")
}

#[derive(Default)]
struct Words {
    done: Vec<Typed>,
    word: Option<Typed>,
}

impl Words {
    fn take(&mut self, c: char) {
        if is_zhuyin(c) {
            return self.zhuyin(c);
        }
        match (fold::sort(c), &mut self.word) {
            (Sort::Han, Some(Typed::Han(typed))) => typed.push(c),
            (Sort::Han, _) => self.begin(Typed::Han(c.into())),
            (Sort::Letter, _) => self.letter(c),
            (Sort::Sign, _) => {
                self.begin(Typed::Letters { typed: c.into(), read: c.into() });
                self.end();
            }
            // Kept for the ear: a tone, or the end of a syllable as in xi'an.
            (Sort::Silent, Some(Typed::Letters { typed, .. })) => typed.push(c),
            // `e-mail` is one word, `follow-up` is looked for as two.
            (Sort::Hyphen, Some(Typed::Letters { read, .. })) if read.chars().count() == 1 => {}
            (Sort::Silent, _) => {}
            (Sort::Hyphen | Sort::Gap, _) => self.end(),
        }
    }

    fn letter(&mut self, c: char) {
        let small = fold::letter(c);
        match &mut self.word {
            Some(Typed::Letters { typed, read }) => {
                typed.push(c);
                if read.len() + small.len_utf8() <= WORD_BYTES {
                    read.push(small);
                }
            }
            _ => self.begin(Typed::Letters { typed: c.into(), read: small.into() }),
        }
    }

    fn zhuyin(&mut self, c: char) {
        match &mut self.word {
            Some(Typed::Zhuyin(typed)) => typed.push(c),
            // A tone alone says nothing.
            _ if !matches!(c, '\u{3105}'..='\u{312f}') => self.end(),
            _ => self.begin(Typed::Zhuyin(c.into())),
        }
    }

    fn begin(&mut self, word: Typed) {
        self.end();
        self.word = Some(word);
    }

    fn end(&mut self) {
        let Some(word) = self.word.take() else { return };
        if self.done.len() < MOST_WORDS && !self.done.contains(&word) {
            self.done.push(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_parted_where_a_person_would_part_it() {
        let check = |query: &str, expected: &[&str]| {
            let told = words(query).into_iter().map(|word| match word {
                Typed::Han(typed) | Typed::Zhuyin(typed) => typed,
                Typed::Letters { read, .. } => read,
            });
            assert_eq!(told.collect::<Vec<_>>(), expected, "{query}");
        };
        check("郵箱 late", &["郵箱", "late"]);
        check("line上的訊息", &["line", "上的訊息"]);
        check("e-mail follow-up", &["email", "follow", "up"]);
        check("yóuxiāng don’t", &["youxiang", "dont"]);
        check("ㄧㄡˊㄒㄧㄤ　信箱", &["ㄧㄡˊㄒㄧㄤ", "信箱"]);
        check("late, late!", &["late"]);
        check("👍好", &["👍", "好"]);
        check("?!，\u{0}\u{202e}", &[]);
        assert_eq!(words(&"字 ".repeat(5_000)).len(), 1);
        assert_eq!(words(&"字".repeat(5_000)), [Typed::Han("字".repeat(LONGEST_QUERY))]);
    }
}
