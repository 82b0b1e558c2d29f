//! Labels of the menu: one line, no wider than the menu, nothing in them that acts.

use unicode_width::UnicodeWidthChar;

use super::LABEL_COLUMNS;
use crate::{Channel, Phrase};

/// What a click on a phrase will do beside copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// The mail program opens.
    mail: bool,
    /// A form opens first.
    form: bool,
}

impl Kind {
    pub(super) fn of(phrase: &Phrase, form: bool) -> Self {
        Self { mail: phrase.channel == Channel::Email, form }
    }
}

/// What the label of a phrase is made of.
pub(super) struct PhraseLabel<'a> {
    pub(super) situation: &'a str,
    pub(super) title: &'a str,
    pub(super) kind: Kind,
    pub(super) by_email: &'a str,
    pub(super) rung: Option<&'a str>,
}

/// `situation · title`, with “by email”, “…” and the rung where they are needed. The title is cut, never the situation.
pub(super) fn of_phrase(label: &PhraseLabel<'_>) -> String {
    let mut head = one_line(label.situation);
    if label.kind.mail {
        head = format!("{head} {}", one_line(label.by_email));
    }
    if label.kind.form {
        head.push('…');
    }
    let tail = label.rung.map(|rung| format!(" · {}", one_line(rung))).unwrap_or_default();
    let room = LABEL_COLUMNS.saturating_sub(width(&head) + width(&tail) + 3);
    match cut_to(&one_line(label.title), room) {
        title if title.is_empty() => cut(&format!("{head}{tail}")),
        title => format!("{head} · {title}{tail}"),
    }
}

/// At most as wide as the menu, with “…” where something was cut.
pub(super) fn cut(text: &str) -> String {
    cut_to(&one_line(text), LABEL_COLUMNS)
}

fn cut_to(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let Some(room) = columns.checked_sub(2) else { return String::new() };
    let mut cut = String::new();
    for c in text.chars() {
        if width(&cut) + c.width().unwrap_or(0) > room {
            break;
        }
        cut.push(c);
    }
    format!("{}…", cut.trim_end())
}

fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// A text on one line, for menus and terminals: newlines and tabs become spaces; control and direction marks go.
pub fn one_line(text: &str) -> String {
    let spaced =
        text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}') { ' ' } else { c });
    let plain: String = spaced.filter(|c| !c.is_control() && !is_direction_mark(*c)).collect();
    plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Marks that turn text around or hide in it: bidi controls, zero-width space and joiner of words, tags.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(situation: &str, title: &str, (mail, form): (bool, bool), rung: Option<&str>, expected: &str) {
        let label = PhraseLabel { situation, title, kind: Kind { mail, form }, by_email: "by email", rung };
        let drawn = of_phrase(&label);
        assert_eq!(drawn, expected);
        assert!(width(&drawn) <= LABEL_COLUMNS, "{drawn} is {} wide", width(&drawn));
    }

    #[test]
    fn a_label_says_situation_title_and_what_else_will_happen() {
        check(
            "Move to email",
            "我先處理，下次請寄信",
            (false, false),
            None,
            "Move to email · 我先處理，下次請寄信",
        );
        check("After hours", "明早寄給您", (false, true), None, "After hours… · 明早寄給您");
        check("Decline a task", "哪一件？", (true, true), None, "Decline a task by email… · 哪一件？");
        check("Move", "t", (false, false), Some("2 clear"), "Move · t · 2 clear");
    }

    #[test]
    fn a_label_is_one_line_and_no_wider_than_the_menu() {
        check("S", &"字".repeat(40), (false, false), None, &format!("S · {}…", "字".repeat(27)));
        check(
            "S",
            "two\nlines\u{202e}\u{1b}[31m & <b>_x_</b>",
            (false, false),
            None,
            "S · two lines[31m & <b>_x_</b>",
        );
        check(&"s".repeat(70), "t", (false, false), None, &format!("{}…", "s".repeat(58)));
        assert_eq!(one_line(" a \u{200b}\t b "), "a b");
    }
}
