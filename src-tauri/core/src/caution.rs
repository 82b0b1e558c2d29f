//! Characters that can do harm where words are pasted. They are never taken out: the person is asked first.

/// Those of a text that can harm, each once, in order.
///
/// A terminal acts on control characters: an escape sequence can retype or hide a line, a carriage return runs one.
/// Line breaks and tabs are part of ordinary words. Marks that turn the direction of writing show a reader another
/// text than the one that is pasted (<https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing>).
pub fn harmful(text: &str) -> Vec<char> {
    let mut found = Vec::new();
    for c in text.chars().filter(|c| is_harmful(*c)) {
        if !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

fn is_harmful(c: char) -> bool {
    let turns_direction = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // The separators of lines and paragraphs are line breaks too, but none that a person types.
    (c.is_control() && !matches!(c, '\n' | '\t')) || turns_direction || matches!(c, '\u{2028}' | '\u{2029}')
}

/// What a person calls such a character, such as `U+001B ESCAPE`.
pub fn name(c: char) -> String {
    let words = match c {
        '\0' => "NULL",
        '\u{3}' => "INTERRUPT",
        '\u{4}' => "END OF INPUT",
        '\u{7}' => "BELL",
        '\u{8}' => "BACKSPACE",
        '\u{b}' => "VERTICAL TAB",
        '\u{c}' => "FORM FEED",
        '\r' => "CARRIAGE RETURN",
        '\u{1b}' => "ESCAPE",
        '\u{7f}' => "DELETE",
        '\u{9b}' => "CONTROL SEQUENCE",
        '\u{2028}' => "LINE SEPARATOR",
        '\u{2029}' => "PARAGRAPH SEPARATOR",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "WRITING DIRECTION",
        _ => "CONTROL CHARACTER",
    };
    format!("U+{:04X} {words}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let names: Vec<String> = harmful(text).into_iter().map(name).collect();
        assert_eq!(names, expected, "{text:?}");
    }

    #[test]
    fn what_can_harm_is_named_once_each() {
        check("rm\u{1b}[2K -rf\r\u{1b}", &["U+001B ESCAPE", "U+000D CARRIAGE RETURN"]);
        check("abc\u{202e}cba", &["U+202E WRITING DIRECTION"]);
        check("a\u{9b}31m", &["U+009B CONTROL SEQUENCE"]);
        check("a\u{85}b\u{2028}", &["U+0085 CONTROL CHARACTER", "U+2028 LINE SEPARATOR"]);
    }

    #[test]
    fn ordinary_words_hold_nothing_of_the_kind() {
        check("陳經理您好，\n\t請寄到 anna@example.com。 👍🏽 👨‍👩‍👧", &[]);
    }
}
