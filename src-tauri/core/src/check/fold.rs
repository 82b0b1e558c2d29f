//! Characters of the two Chinese scripts: which is which, and one form of both for the rules of tone.

use std::collections::HashMap;
use std::sync::LazyLock;

/// To which script a character belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// Written so in Traditional only.
    Traditional,
    /// Written so in Simplified only.
    Simplified,
    /// Shared, or no Chinese character.
    Either,
}

struct Tables {
    script: HashMap<char, Script>,
    folded: HashMap<char, char>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables { script: HashMap::new(), folded: HashMap::new() };
    let mut part = "";
    for line in include_str!("data/scripts.txt").lines() {
        match line {
            "" => {}
            _ if line.starts_with('#') => {}
            _ if line.starts_with('[') => part = line,
            _ => tables.add(part, line),
        }
    }
    tables
});

impl Tables {
    fn add(&mut self, part: &str, line: &str) {
        let characters: Vec<char> = line.chars().collect();
        if part == "[simplified]" {
            self.script.extend(characters.iter().map(|c| (*c, Script::Simplified)));
            return;
        }
        for pair in characters.chunks_exact(2) {
            self.folded.insert(pair[0], pair[1]);
            if part == "[traditional]" {
                self.script.insert(pair[0], Script::Traditional);
            }
        }
    }
}

/// The script of a character.
pub(super) fn script(c: char) -> Script {
    if !is_han(c) {
        return Script::Either;
    }
    TABLES.script.get(&c).copied().unwrap_or(Script::Either)
}

/// The one form in which rules of tone read a character: Simplified, lower case, half width.
pub(super) fn fold(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '’' | '‘' | 'ʼ' => '\'',
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            char::from_u32(u32::from(c) - 0xfee0).map_or(c, |half| half.to_ascii_lowercase())
        }
        _ if is_han(c) => TABLES.folded.get(&c).copied().unwrap_or(c),
        _ => c,
    }
}

/// The same for a text; it keeps its number of characters.
pub(super) fn fold_text(text: &str) -> String {
    text.chars().map(fold).collect()
}

/// Whether a character is a Chinese one.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_scripts_fold_to_one() {
        assert_eq!(
            fold_text("麻煩您寄到信箱，妳甚麼時候回覆？Ｅmail"),
            fold_text("麻烦您寄到信箱，你甚么时候回覆？email")
        );
    }

    #[test]
    fn a_character_of_both_scripts_belongs_to_neither() {
        for c in "后里台只干面准床峰群著着才".chars() {
            assert_eq!(script(c), Script::Either, "{c}");
        }
        for c in "後裡週說請為沒體".chars() {
            assert_eq!(script(c), Script::Traditional, "{c}");
        }
        for c in "说请为没体邮箱们".chars().filter(|c| *c != '箱') {
            assert_eq!(script(c), Script::Simplified, "{c}");
        }
    }
}
