//! One line of a longer text around what was found in it.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::fold::{Sort, sort};

/// How wide a line may be; a Chinese character takes two columns.
const COLUMNS: usize = 60;
/// How much of it may stand before the first find.
const BEFORE: usize = 16;

/// A line cut out of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    /// In characters of the text that was cut.
    pub(super) shown: Range<usize>,
    /// How many characters stand before what is shown.
    pub(super) lead: usize,
}

/// Cuts a line that begins shortly before a character, at the border of a word.
pub(super) fn around(text: &str, at: usize) -> Line {
    let characters: Vec<char> = text.chars().map(flat).collect();
    let width = |c: &char| c.width().unwrap_or(0);
    let whole = characters.iter().map(width).sum::<usize>() <= COLUMNS;
    let start = if whole { 0 } else { start(&characters, at.min(characters.len()), width) };
    let mut room = COLUMNS - if start > 0 { 1 } else { 0 };
    let fits = |end: usize| characters[start..end].iter().map(width).sum::<usize>() <= room;
    let mut end = characters.len();
    if !fits(end) {
        room -= 1;
        let fitting = characters[start..].iter().scan(0, |used, c| {
            *used += width(c);
            (*used <= room).then_some(())
        });
        end = start + fitting.count();
        end = whole_word_before(&characters, end).filter(|border| *border > at).unwrap_or(end);
    }
    let (head, tail) = (if start > 0 { "…" } else { "" }, if end < characters.len() { "…" } else { "" });
    let middle: String = characters[start..end].iter().collect();
    Line { text: format!("{head}{}{tail}", middle.trim_end()), shown: start..end, lead: head.chars().count() }
}

/// A line has no breaks in it, and nothing that is not seen.
fn flat(c: char) -> char {
    if c.is_whitespace() || c.is_control() { ' ' } else { c }
}

/// As far before the find as fits; not inside a word.
fn start(characters: &[char], at: usize, width: impl Fn(&char) -> usize) -> usize {
    let mut used = 0;
    let before = characters[..at].iter().rev().take_while(|c| {
        used += width(c);
        used <= BEFORE
    });
    let start = at - before.count();
    if start == 0 {
        return 0;
    }
    let inside =
        |border: &usize| is_letter(characters.get(*border - 1)) && is_letter(characters.get(*border));
    let start = (start..at).find(|border| !inside(border)).unwrap_or(at);
    start + characters[start..at].iter().take_while(|c| c.is_whitespace()).count()
}

fn whole_word_before(characters: &[char], end: usize) -> Option<usize> {
    let inside =
        |border: &usize| is_letter(characters.get(*border - 1)) && is_letter(characters.get(*border));
    (1..=end).rev().find(|border| !inside(border))
}

fn is_letter(c: Option<&char>) -> bool {
    c.is_some_and(|c| matches!(sort(*c), Sort::Letter | Sort::Silent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn a_line_is_cut_between_words_and_holds_the_find() {
        let check = |text: &str, find: &str, expected: &str| {
            let at = text[..text.find(find).expect("it is there")].chars().count();
            let line = around(text, at);
            assert_eq!(line.text, expected);
            assert!(line.text.width() <= COLUMNS, "{}", line.text.width());
            assert!(line.text.contains(find));
        };
        check("short and whole", "whole", "short and whole");
        check(
            "Thank you very much for your message, which I have read with care; please send it to my mailbox instead of here",
            "mailbox",
            "…send it to my mailbox instead of here",
        );
        check(
            "您好，訊息收到了，謝謝您！\n不好意思，這裡的訊息比較多，我怕漏看會耽誤到您的事，方便的話再麻煩您寄到我的公司信箱，我會優先處理。",
            "漏看",
            "…訊息比較多，我怕漏看會耽誤到您的事，方便的話再麻煩您寄到我…",
        );
        check("一\n二", "二", "一 二");
    }

    #[test]
    fn one_long_word_is_cut_all_the_same() {
        let line = around(&"x".repeat(500), 300);
        assert!(line.text.width() <= COLUMNS);
        assert_eq!(around("", 5).text, "");
    }
}
