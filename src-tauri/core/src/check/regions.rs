//! Words that one side of the Strait uses and the other side notices.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::fold::fold_text;
use super::reading::{Reading, overlap};
use super::rule::Severity;
use super::setting::Place;

/// A word of the other side, and what people here say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) from: String,
    pub(super) to: Vec<String>,
    pub(super) severity: Severity,
    /// What a reader here understands by it.
    pub(super) note: String,
    except: Vec<Vec<char>>,
    with: Vec<String>,
    without: Vec<String>,
    exact: bool,
}

/// The words to look for in the texts of one place.
pub(super) struct Words {
    automaton: AhoCorasick,
    words: Vec<Word>,
}

static IN_TAIWAN: LazyLock<Words> = LazyLock::new(|| Words::read("[mainland words in taiwan text]"));
static IN_MAINLAND: LazyLock<Words> = LazyLock::new(|| Words::read("[taiwan words in mainland text]"));

/// The words of the other side in a text for this place.
pub(super) fn find(place: Place, reading: &Reading) -> Vec<(&'static Word, Range<usize>)> {
    match place {
        Place::Taiwan => IN_TAIWAN.find(reading),
        Place::Mainland => IN_MAINLAND.find(reading),
        Place::Elsewhere => Vec::new(),
    }
}

impl Words {
    fn read(section: &str) -> Self {
        let lines = include_str!("data/regions.txt").lines();
        let lines =
            lines.skip_while(|line| *line != section).skip(1).take_while(|line| !line.starts_with('['));
        let words: Vec<Word> =
            lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(word).collect();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(words.iter().map(|word| fold_text(&word.from)))
            .expect("a few hundred short words fit into an automaton");
        Self { automaton, words }
    }

    fn find(&self, reading: &Reading) -> Vec<(&Word, Range<usize>)> {
        let text: String = reading.folded.iter().collect();
        let mut found = Vec::new();
        for one in self.automaton.find_iter(&text) {
            let start = text[..one.start()].chars().count();
            let span = start..start + text[one.start()..one.end()].chars().count();
            let word = &self.words[one.pattern().as_usize()];
            if word.means_it(reading, &text, &span) {
                found.push((word, span));
            }
        }
        found
    }
}

impl Word {
    fn means_it(&self, reading: &Reading, text: &str, span: &Range<usize>) -> bool {
        let exact = || reading.words(span) == self.from;
        let harmless = || self.except.iter().any(|word| stands_over(&reading.folded, word, span));
        (!self.exact || exact())
            && (self.with.is_empty() || self.with.iter().any(|clue| text.contains(clue.as_str())))
            && !self.without.iter().any(|clue| text.contains(clue.as_str()))
            && !harmless()
    }
}

/// Whether a longer word stands where this one was found.
fn stands_over(text: &[char], word: &[char], span: &Range<usize>) -> bool {
    let first = span.start.saturating_sub(word.len());
    (first..span.end).any(|at| text[at..].starts_with(word) && overlap(&(at..at + word.len()), span))
}

fn word(line: &str) -> Word {
    let mut parts = line.split('|').map(str::trim);
    let pair = parts.next().unwrap_or_default();
    let (from, to) = pair.split_once('>').expect("a line of the word list has two sides");
    let mut word = Word {
        from: from.trim().to_owned(),
        to: to.split(',').map(|word| word.trim().to_owned()).collect(),
        severity: Severity::Hint,
        note: String::new(),
        except: Vec::new(),
        with: Vec::new(),
        without: Vec::new(),
        exact: false,
    };
    for part in parts {
        let (key, rest) = part.split_once(' ').unwrap_or((part, ""));
        let folded = || rest.split_whitespace().map(fold_text);
        match key {
            "E" => word.severity = Severity::Problem,
            "W" => word.severity = Severity::Caution,
            "I" => word.severity = Severity::Hint,
            "exact" => word.exact = true,
            "except" => word.except = folded().map(|word| word.chars().collect()).collect(),
            "with" => word.with = folded().collect(),
            "without" => word.without = folded().collect(),
            "note" => word.note = rest.to_owned(),
            other => unreachable!("the word list knows no `{other}`"),
        }
    }
    // The characters as written decide, so the data must be in the script of the text.
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_directions_have_their_words() {
        assert!(IN_TAIWAN.words.len() >= 150, "{}", IN_TAIWAN.words.len());
        assert!(IN_MAINLAND.words.len() >= 150, "{}", IN_MAINLAND.words.len());
        for word in IN_TAIWAN.words.iter().chain(&IN_MAINLAND.words) {
            assert!(word.to.iter().all(|to| !to.is_empty()), "{}", word.from);
        }
    }

    #[test]
    fn clues_and_longer_words_decide() {
        let check = |place, text: &str, expected: &[&str]| {
            let found: Vec<_> =
                find(place, &Reading::of(text)).iter().map(|(word, _)| word.from.clone()).collect();
            assert_eq!(found, expected, "{text}");
        };
        check(Place::Taiwan, "請抄送給我的郵箱", &["抄送", "郵箱"]);
        check(Place::Taiwan, "有好消息，方案審核通過了", &[]);
        check(Place::Taiwan, "通過郵件寄給我", &["通過"]);
        check(Place::Taiwan, "下周一見，下週也可以", &["下周"]);
        check(Place::Mainland, "按信息安全规定，程序上走审批", &[]);
        check(Place::Mainland, "请回覆我的信箱", &["回覆", "信箱"]);
        check(Place::Elsewhere, "郵箱", &[]);
    }
}
