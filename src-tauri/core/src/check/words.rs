//! The lexicon: words and turns of phrase by what they do, in both languages, found in one pass.
//!
//! A line of the data is a pattern, several are parted by ` | `. `a*b` is a, then b, in the same clause; `^` stands for
//! the start of a clause, `$` for its end; `!` before a pattern says that its words are harmless there. Chinese
//! patterns are read in either script. An English pattern matches whole words.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::fold::fold_text;
use super::reading::{Hit, is_stop, overlap};

macro_rules! classes {
    ($($name:ident = $word:literal),+ $(,)?) => {
        /// What words do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(super) enum Class {
            $($name),+
        }

        impl Class {
            #[cfg(test)]
            pub(super) const ALL: &[Self] = &[$(Self::$name),+];

            pub(super) fn parse(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$name),)+
                    _ => None,
                }
            }
        }
    };
}

classes! {
    Acknowledge = "acknowledge",
    Announce = "announce",
    Apology = "apology",
    Thanks = "thanks",
    Soft = "soft",
    Request = "request",
    Warm = "warm",
    Refusal = "refusal",
    Alternative = "alternative",
    Person = "person",
    Door = "door",
    Time = "time",
    Answered = "answered",
    Later = "later",
    Offer = "offer",
    DocumentPart = "document-part",
    Record = "record",
    Clock = "clock",
    Zone = "zone",
    BareNo = "bare-no",
    Order = "order",
    Rule = "rule",
    Own = "own",
    Cant = "cant",
    Dont = "dont",
    Delete = "delete",
    Law = "law",
    Claim = "claim",
    Overclaim = "overclaim",
    Redirect = "redirect",
    Where = "where",
    Answer = "answer",
    Jargon = "jargon",
    Idiom = "idiom",
    Honorific = "honorific",
    Title = "title",
    TaiwanTitle = "taiwan-title",
    MainlandTitle = "mainland-title",
    Nameless = "nameless",
    BareTitle = "bare-title",
    Before = "before",
    LastNotice = "last-notice",
    Consequence = "consequence",
    Duty = "duty",
    Condition = "condition",
    Sanction = "sanction",
    Pressing = "pressing",
    Reproach = "reproach",
    AppLine = "app-line",
    AppMainland = "app-mainland",
    AppBlocked = "app-blocked",
}

struct Pattern {
    class: Class,
    harmless: bool,
    at_start: bool,
    at_end: bool,
    tails: Vec<Vec<char>>,
}

/// All patterns in one automaton.
pub(super) struct Lexicon {
    automaton: AhoCorasick,
    // By the automaton's pattern id.
    patterns: Vec<Pattern>,
}

/// How far apart the parts of a pattern may stand.
const REACH: usize = 60;

pub(super) static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(&[include_str!("data/words-zh.txt"), include_str!("data/words-en.txt")]));

impl Lexicon {
    fn read(files: &[&str]) -> Self {
        let (mut heads, mut patterns) = (Vec::new(), Vec::new());
        for file in files {
            let mut class = None;
            for line in file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
            {
                if let Some(word) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                    class = Some(Class::parse(word).expect("the lexicon names known classes"));
                    continue;
                }
                let class = class.expect("a pattern stands under a class");
                for raw in line.split('|') {
                    let (head, pattern) = pattern(class, raw.trim());
                    heads.push(head);
                    patterns.push(pattern);
                }
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(heads)
            .expect("a few thousand short patterns fit into an automaton");
        Self { automaton, patterns }
    }

    /// Everything that is found in a folded text, the longest of each class at a place, in order.
    pub(super) fn find(&self, folded: &[char]) -> Vec<Hit> {
        let text: String = folded.iter().collect();
        let mut at_byte = vec![0; text.len() + 1];
        for (at, (byte, _)) in text.char_indices().enumerate() {
            at_byte[byte] = at;
        }
        at_byte[text.len()] = folded.len();
        let (mut hits, mut harmless) = (Vec::new(), Vec::new());
        for found in self.automaton.find_overlapping_iter(&text) {
            let pattern = &self.patterns[found.pattern().as_usize()];
            let head = at_byte[found.start()]..at_byte[found.end()];
            if let Some(span) = pattern.reach(folded, head) {
                let hit = Hit { class: pattern.class, span };
                if pattern.harmless { harmless.push(hit) } else { hits.push(hit) }
            }
        }
        hits.retain(|hit| {
            !harmless.iter().any(|not| not.class == hit.class && overlap(&not.span, &hit.span))
        });
        longest(hits)
    }
}

fn pattern(class: Class, raw: &str) -> (String, Pattern) {
    let harmless = raw.starts_with('!');
    let rest = raw.trim_start_matches('!');
    let (at_start, at_end) = (rest.starts_with('^'), rest.ends_with('$'));
    let folded = fold_text(rest.trim_start_matches('^').trim_end_matches('$'));
    let mut parts = folded.split('*').map(str::to_owned);
    let head = parts.next().unwrap_or_default();
    assert!(!head.is_empty(), "a pattern of the lexicon begins with words: {raw}");
    let tails = parts.map(|part| part.chars().collect()).collect();
    (head, Pattern { class, harmless, at_start, at_end, tails })
}

impl Pattern {
    /// The whole span if the head's neighbours and the tails fit.
    fn reach(&self, text: &[char], head: Range<usize>) -> Option<Range<usize>> {
        if !whole_words(text, &head) || (self.at_start && !starts_clause(text, head.start)) {
            return None;
        }
        let mut end = head.end;
        for tail in &self.tails {
            end = next(text, end, tail)?;
        }
        (!self.at_end || ends_clause(text, end)).then_some(head.start..end)
    }
}

/// The end of the next occurrence of some words in the same clause.
fn next(text: &[char], from: usize, words: &[char]) -> Option<usize> {
    for at in from..text.len().min(from + REACH) {
        let span = at..at + words.len();
        if text[at..].starts_with(words) && whole_words(text, &span) {
            return Some(span.end);
        }
        if parts(text, at) {
            return None;
        }
    }
    None
}

/// Whether a character parts what stands before it from what stands after it.
fn parts(text: &[char], at: usize) -> bool {
    match text[at] {
        // An English comma parts little; an address or number may hold a full stop or colon.
        ',' | '"' | '\'' | '(' | ')' | '「' | '」' | '“' | '”' | '、' => false,
        '.' | ':' => text.get(at + 1).is_none_or(|next| next.is_whitespace()),
        c => is_stop(c),
    }
}

fn whole_words(text: &[char], span: &Range<usize>) -> bool {
    let joins = |a: Option<&char>, b: Option<&char>| {
        let letter = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || *c == '_');
        letter(a) && letter(b)
    };
    let before = span.start.checked_sub(1).and_then(|at| text.get(at));
    let last = span.end.checked_sub(1).and_then(|at| text.get(at));
    !joins(before, text.get(span.start)) && !joins(last, text.get(span.end))
}

/// Whether a clause starts here; a placeholder before it may end in punctuation of its own.
pub(super) fn starts_clause(text: &[char], at: usize) -> bool {
    let before = text[..at].iter().rev().find(|c| **c != ' ' && **c != '\u{3000}');
    before.is_none_or(|c| is_stop(*c) || *c == '}' || *c == '-')
}

fn ends_clause(text: &[char], at: usize) -> bool {
    let after = text[at..].iter().find(|c| **c != ' ' && **c != '\u{3000}');
    after.is_none_or(|c| is_stop(*c))
}

/// Of finds of one class that share characters the longest stays.
fn longest(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end)));
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        let rival =
            kept.iter_mut().rev().find(|there| there.class == hit.class && overlap(&there.span, &hit.span));
        match rival {
            Some(there) if there.span.len() < hit.span.len() => *there = hit,
            Some(_) => {}
            None => kept.push(hit),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lexicon: &Lexicon, text: &str) -> Vec<String> {
        let characters: Vec<char> = text.chars().collect();
        let folded: Vec<char> = fold_text(text).chars().collect();
        lexicon.find(&folded).iter().map(|hit| characters[hit.span.clone()].iter().collect()).collect()
    }

    #[test]
    fn a_pattern_has_anchors_gaps_and_exceptions() {
        let lexicon = Lexicon::read(&["# words\n[apology]\nsorry | !sorry to hear | ^no$ | 請*寄\n對不起\n"]);
        let check = |text: &str, expected: &[&str]| assert_eq!(found(&lexicon, text), expected, "{text}");
        check("Sorry, I am sorry to hear it", &["Sorry"]);
        check("No. not no", &["No"]);
        check("no, No way", &["no"]);
        check("请您再寄一次，對不起", &["请您再寄", "對不起"]);
        check("請看。寄出", &[]);
        check("sorrysorry", &[]);
    }

    #[test]
    fn every_class_has_words() {
        for class in Class::ALL {
            assert!(
                LEXICON.patterns.iter().any(|pattern| pattern.class == *class && !pattern.harmless),
                "{class:?}"
            );
        }
    }
}
