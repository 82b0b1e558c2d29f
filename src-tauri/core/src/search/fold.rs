//! How a character is read when it is looked for: small, without marks, half width, and in one of the two Chinese scripts.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a character does in a text that is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A Chinese character: a word or part of one.
    Han,
    /// A letter or digit of any other script.
    Letter,
    /// A picture, which is a word of its own.
    Sign,
    /// Parts a word that is also read as one: `e-mail`.
    Hyphen,
    /// Not read at all: apostrophes in words, marks on letters, invisible characters.
    Silent,
    /// Everything between words.
    Gap,
}

/// What a character does.
#[inline]
pub(super) fn sort(c: char) -> Sort {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Sort::Letter,
        '\u{4e00}'..='\u{9fff}' => Sort::Han,
        '-' => Sort::Hyphen,
        '\'' => Sort::Silent,
        _ if c.is_ascii() => Sort::Gap,
        _ => sort_rare(c),
    }
}

fn sort_rare(c: char) -> Sort {
    match c {
        '\u{2010}' | '\u{2011}' => Sort::Hyphen,
        '’' | '‘' | 'ʼ' | '＇' | '\u{ad}' | '\u{300}'..='\u{36f}' => Sort::Silent,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {
            Sort::Silent
        }
        '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' => Sort::Silent,
        _ if is_han(c) => Sort::Han,
        // Chinese and general punctuation, before the slow question.
        '\u{3000}'..='\u{303f}'
        | '\u{2012}'..='\u{206f}'
        | '\u{ff00}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' => Sort::Gap,
        '\u{2190}'..='\u{21ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' => Sort::Sign,
        '\u{1f000}'..='\u{1faff}' => Sort::Sign,
        _ if c.is_alphanumeric() => Sort::Letter,
        _ => Sort::Gap,
    }
}

/// Whether a character is a Chinese one.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{3005}' | '\u{3007}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// A Chinese character in the script both are read in.
pub(super) fn han(c: char) -> char {
    SCRIPTS.get(&c).copied().unwrap_or(c)
}

/// A letter as it is read: half width, small, without its mark.
#[inline]
pub(super) fn letter(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let half = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let mut small = half.to_lowercase();
    bare(small.next().unwrap_or(half))
}

/// A Latin letter without its mark.
fn bare(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ǐ' => 'i',
        'ł' | 'ľ' | 'ĺ' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ǹ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ǒ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ǔ' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => c,
    }
}

/// The characters that are written otherwise in the script both are read in. The check of phrases reads the same table.
static SCRIPTS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let mut pairs = HashMap::new();
    let mut part = "";
    for line in include_str!("../check/data/scripts.txt").lines() {
        if line.starts_with('[') {
            part = line;
        } else if matches!(part, "[traditional]" | "[folded]") && !line.starts_with('#') {
            let characters: Vec<char> = line.chars().collect();
            pairs.extend(characters.chunks_exact(2).map(|pair| (pair[0], pair[1])));
        }
    }
    pairs
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_scripts_and_all_widths_are_read_as_one() {
        let read =
            |text: &str| text.chars().map(|c| if is_han(c) { han(c) } else { letter(c) }).collect::<String>();
        let check = |text: &str, expected: &str| assert_eq!(read(text), expected);
        check("郵箱", "邮箱");
        check("臺灣台湾", "台湾台湾");
        check("Ｅｍａｉｌ", "email");
        check("Café Zürich", "cafe zurich");
        check("lǜ", "lu");
    }

    #[test]
    fn every_character_has_its_sort() {
        let check = |c: char, expected: Sort| assert_eq!(sort(c), expected, "{c:?}");
        check('信', Sort::Han);
        check('é', Sort::Letter);
        check('ㄧ', Sort::Letter);
        check('か', Sort::Letter);
        check('👍', Sort::Sign);
        check('’', Sort::Silent);
        check('-', Sort::Hyphen);
        check('，', Sort::Gap);
        check('\u{0}', Sort::Gap);
    }
}
