//! The syllables of Mandarin, as pinyin and zhuyin spell them, and which characters are read so.

use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

/// The alphabet somebody types sounds in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alphabet {
    /// Latin letters: `youxiang`.
    Pinyin,
    /// ㄧㄡㄒㄧㄤ.
    Zhuyin,
}

/// One way to read a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// Which of [`all`].
    pub(super) syllable: u16,
    /// 1 to 4; 5 is the neutral one.
    pub(super) tone: u8,
    /// Whether it is the usual one.
    pub(super) usual: bool,
}

/// A syllable and its spellings.
pub(super) struct Syllable {
    pub(super) plain: &'static str,
    pinyin: Vec<Vec<u8>>,
    slurred: Vec<Vec<u8>>,
    zhuyin: Vec<Vec<u8>>,
}

impl Syllable {
    /// How it may be typed; zhuyin symbols are counted from ㄅ on.
    pub(super) fn spellings(&self, alphabet: Alphabet) -> &[Vec<u8>] {
        match alphabet {
            Alphabet::Pinyin => &self.pinyin,
            Alphabet::Zhuyin => &self.zhuyin,
        }
    }

    /// How it is typed by people who do not tell its sounds from others, as many between Taipei and Canton: the same pairs
    /// that pinyin input methods forgive.
    pub(super) fn slurred(&self, alphabet: Alphabet) -> &[Vec<u8>] {
        match alphabet {
            Alphabet::Pinyin => &self.slurred,
            Alphabet::Zhuyin => &[],
        }
    }
}

/// All syllables, in alphabetical order.
pub(super) fn all() -> &'static [Syllable] {
    static ALL: LazyLock<Vec<Syllable>> = LazyLock::new(|| {
        let lines = include_str!("data/syllables.txt").lines().filter(|line| !line.starts_with('#'));
        let mut plain: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
        plain.sort_unstable();
        plain.into_iter().map(syllable).collect()
    });
    &ALL
}

/// The number of a syllable, as pinyin is typed.
pub(super) fn find(typed: &str) -> Option<u16> {
    let found = all().binary_search_by(|syllable| syllable.plain.cmp(typed)).ok();
    let found = found.or_else(|| all().binary_search_by(|it| it.plain.cmp(&typed.replace('v', "ü"))).ok());
    found.and_then(|number| u16::try_from(number).ok())
}

/// No syllable is longer.
pub(super) const LONGEST: usize = 6;

/// Whether a word can be read as syllables in full: then it may be meant as pinyin.
pub(super) fn is_row(typed: &str) -> bool {
    is_row_of(typed, 1)
}

/// Whether a word can be read as syllables of so many letters or more.
pub(super) fn is_row_of(typed: &str, shortest: usize) -> bool {
    let mut reached = vec![false; typed.len() + 1];
    reached[0] = true;
    for start in 0..typed.len() {
        for end in start + shortest..=(start + LONGEST).min(typed.len()) {
            reached[end] |= reached[start] && typed.get(start..end).is_some_and(|part| find(part).is_some());
        }
    }
    reached[typed.len()]
}

/// How a character is read, the usual way first; nothing for other signs.
pub(super) fn readings(c: char) -> impl Iterator<Item = Reading> {
    let found = c.to_pinyin_multi().into_iter().flatten();
    found.enumerate().filter_map(|(at, sound)| {
        let syllable = all().binary_search_by(|syllable| syllable.plain.cmp(sound.plain())).ok()?;
        let tone = sound
            .with_tone_num_end()
            .bytes()
            .last()
            .filter(u8::is_ascii_digit)
            .map_or(5, |digit| digit - b'0');
        Some(Reading { syllable: u16::try_from(syllable).ok()?, tone, usual: at == 0 })
    })
}

/// The reading for people, with its tone: `yóu` or `ㄧㄡˊ`.
pub(super) fn written(reading: Reading, alphabet: Alphabet) -> String {
    let syllable = &all()[usize::from(reading.syllable)];
    match alphabet {
        Alphabet::Pinyin => marked(syllable.plain, reading.tone),
        Alphabet::Zhuyin => {
            let symbols = syllable.zhuyin.first().into_iter().flatten();
            let letters = symbols.filter_map(|symbol| char::from_u32(FIRST_ZHUYIN + u32::from(*symbol)));
            let tone = ["", "", "ˊ", "ˇ", "ˋ", "˙"][usize::from(reading.tone.min(5))];
            letters.chain(tone.chars()).collect()
        }
    }
}

/// The first symbol of zhuyin, ㄅ.
pub(super) const FIRST_ZHUYIN: u32 = 0x3105;

fn syllable(plain: &'static str) -> Syllable {
    let mut pinyin = vec![plain.replace('ê', "e")];
    if plain.contains('ü') {
        pinyin = ["v", "u", "yu"].map(|letters| plain.replace('ü', letters)).into();
    } else if let Some(rest) =
        plain.strip_prefix(['j', 'q', 'x', 'y']).and_then(|rest| rest.strip_prefix('u'))
    {
        pinyin.push(format!("{}v{rest}", &plain[..1]));
    }
    let symbols = zhuyin(plain);
    let zhuyin: Vec<u8> =
        symbols.chars().filter_map(|c| u8::try_from(u32::from(c) - FIRST_ZHUYIN).ok()).collect();
    Syllable {
        plain,
        pinyin: pinyin.into_iter().map(String::into_bytes).collect(),
        slurred: slurred(plain).into_iter().map(String::into_bytes).collect(),
        zhuyin: if zhuyin.is_empty() { Vec::new() } else { vec![zhuyin] },
    }
}

/// The other spellings of a syllable whose initial, final or both are not told from their neighbours.
fn slurred(plain: &str) -> Vec<String> {
    let initials = [("zh", "z"), ("ch", "c"), ("sh", "s"), ("z", "zh"), ("c", "ch"), ("s", "sh")];
    let finals = [("ang", "an"), ("eng", "en"), ("ing", "in"), ("an", "ang"), ("en", "eng"), ("in", "ing")];
    let initial =
        initials.iter().find_map(|(one, other)| Some(format!("{other}{}", plain.strip_prefix(one)?)));
    let other_final = |plain: &str| {
        finals.iter().find_map(|(one, other)| Some(format!("{}{other}", plain.strip_suffix(one)?)))
    };
    let both = initial.as_deref().and_then(other_final);
    [initial, other_final(plain), both].into_iter().flatten().collect()
}

/// The initials; those of two letters first.
const INITIALS: [(&str, &str); 21] = [
    ("zh", "ㄓ"),
    ("ch", "ㄔ"),
    ("sh", "ㄕ"),
    ("b", "ㄅ"),
    ("p", "ㄆ"),
    ("m", "ㄇ"),
    ("f", "ㄈ"),
    ("d", "ㄉ"),
    ("t", "ㄊ"),
    ("n", "ㄋ"),
    ("l", "ㄌ"),
    ("g", "ㄍ"),
    ("k", "ㄎ"),
    ("h", "ㄏ"),
    ("j", "ㄐ"),
    ("q", "ㄑ"),
    ("x", "ㄒ"),
    ("r", "ㄖ"),
    ("z", "ㄗ"),
    ("c", "ㄘ"),
    ("s", "ㄙ"),
];

/// What follows an initial, and what stands alone.
const FINALS: [(&str, &str); 66] = [
    ("", ""),
    ("a", "ㄚ"),
    ("o", "ㄛ"),
    ("e", "ㄜ"),
    ("ê", "ㄝ"),
    ("ai", "ㄞ"),
    ("ei", "ㄟ"),
    ("ao", "ㄠ"),
    ("ou", "ㄡ"),
    ("an", "ㄢ"),
    ("en", "ㄣ"),
    ("ang", "ㄤ"),
    ("eng", "ㄥ"),
    ("er", "ㄦ"),
    ("i", "ㄧ"),
    ("ia", "ㄧㄚ"),
    ("ie", "ㄧㄝ"),
    ("iao", "ㄧㄠ"),
    ("iu", "ㄧㄡ"),
    ("ian", "ㄧㄢ"),
    ("in", "ㄧㄣ"),
    ("iang", "ㄧㄤ"),
    ("ing", "ㄧㄥ"),
    ("u", "ㄨ"),
    ("ua", "ㄨㄚ"),
    ("uo", "ㄨㄛ"),
    ("uai", "ㄨㄞ"),
    ("ui", "ㄨㄟ"),
    ("uan", "ㄨㄢ"),
    ("un", "ㄨㄣ"),
    ("uang", "ㄨㄤ"),
    ("ong", "ㄨㄥ"),
    ("ü", "ㄩ"),
    ("üe", "ㄩㄝ"),
    ("üan", "ㄩㄢ"),
    ("ün", "ㄩㄣ"),
    ("iong", "ㄩㄥ"),
    ("yi", "ㄧ"),
    ("ya", "ㄧㄚ"),
    ("yo", "ㄧㄛ"),
    ("ye", "ㄧㄝ"),
    ("yai", "ㄧㄞ"),
    ("yao", "ㄧㄠ"),
    ("you", "ㄧㄡ"),
    ("yan", "ㄧㄢ"),
    ("yin", "ㄧㄣ"),
    ("yang", "ㄧㄤ"),
    ("ying", "ㄧㄥ"),
    ("wu", "ㄨ"),
    ("wa", "ㄨㄚ"),
    ("wo", "ㄨㄛ"),
    ("wai", "ㄨㄞ"),
    ("wei", "ㄨㄟ"),
    ("wan", "ㄨㄢ"),
    ("wen", "ㄨㄣ"),
    ("wang", "ㄨㄤ"),
    ("weng", "ㄨㄥ"),
    ("yu", "ㄩ"),
    ("yue", "ㄩㄝ"),
    ("yuan", "ㄩㄢ"),
    ("yun", "ㄩㄣ"),
    ("yong", "ㄩㄥ"),
    ("uang", "ㄨㄤ"),
    ("io", "ㄧㄛ"),
    ("uê", "ㄩㄝ"),
    ("iai", "ㄧㄞ"),
];

fn zhuyin(plain: &str) -> String {
    let initial = INITIALS.iter().find(|(latin, _)| plain.starts_with(latin));
    let (latin, symbol) = initial.copied().unwrap_or(("", ""));
    let rest = &plain[latin.len()..];
    let buzzing = matches!(latin, "zh" | "ch" | "sh" | "r" | "z" | "c" | "s") && rest == "i";
    let round = matches!(latin, "j" | "q" | "x");
    let rest = match rest.strip_prefix('u') {
        _ if buzzing => String::new(),
        Some(rest) if round => format!("ü{rest}"),
        _ => rest.to_owned(),
    };
    let found = FINALS.iter().find(|(latin, _)| *latin == rest);
    found.map_or_else(String::new, |(_, symbols)| format!("{symbol}{symbols}"))
}

/// Puts the tone's mark where pinyin has it: on a or e, on the o of ou, else on the last vowel.
fn marked(plain: &str, tone: u8) -> String {
    let letters: Vec<char> = plain.chars().collect();
    let vowel = |c: &char| "aeiouü".contains(*c);
    let first = letters.iter().position(|c| matches!(c, 'a' | 'e'));
    let at = first.or_else(|| plain.find("ou")).or_else(|| letters.iter().rposition(vowel));
    let mark = |c: char| -> char {
        let row = match c {
            'a' => "āáǎà",
            'e' => "ēéěè",
            'i' => "īíǐì",
            'o' => "ōóǒò",
            'u' => "ūúǔù",
            'ü' => "ǖǘǚǜ",
            _ => "",
        };
        row.chars().nth(usize::from(tone).wrapping_sub(1)).unwrap_or(c)
    };
    letters.iter().enumerate().map(|(index, c)| if Some(index) == at { mark(*c) } else { *c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_told_apart_has_other_spellings() {
        assert_eq!(slurred("zhang"), ["zang", "zhan", "zan"]);
        assert_eq!(slurred("yin"), ["ying"]);
        assert_eq!(slurred("si"), ["shi"]);
        assert!(slurred("you").is_empty());
    }

    fn told(c: char, alphabet: Alphabet) -> String {
        readings(c).next().map(|reading| written(reading, alphabet)).unwrap_or_default()
    }

    #[test]
    fn a_character_is_written_as_it_sounds() {
        let check = |c: char, pinyin: &str, zhuyin: &str| {
            assert_eq!(
                (told(c, Alphabet::Pinyin).as_str(), told(c, Alphabet::Zhuyin).as_str()),
                (pinyin, zhuyin),
                "{c}"
            );
        };
        check('邮', "yóu", "ㄧㄡˊ");
        check('箱', "xiāng", "ㄒㄧㄤ");
        check('女', "nǚ", "ㄋㄩˇ");
        check('略', "lüè", "ㄌㄩㄝˋ");
        check('学', "xué", "ㄒㄩㄝˊ");
        check('四', "sì", "ㄙˋ");
        check('吃', "chī", "ㄔ");
        check('兄', "xiōng", "ㄒㄩㄥ");
        check('用', "yòng", "ㄩㄥˋ");
        check('翁', "wēng", "ㄨㄥ");
        check('东', "dōng", "ㄉㄨㄥ");
        check('军', "jūn", "ㄐㄩㄣ");
        check('回', "huí", "ㄏㄨㄟˊ");
        check('楼', "lóu", "ㄌㄡˊ");
        check('您', "nín", "ㄋㄧㄣˊ");
        check('a', "", "");
    }

    #[test]
    fn every_syllable_is_in_the_table_and_nearly_every_one_has_zhuyin() {
        let missing = |c: &char| c.to_pinyin_multi().into_iter().flatten().count() != readings(*c).count();
        assert_eq!(('\u{3400}'..='\u{9fff}').find(missing), None);
        let silent: Vec<_> = all().iter().filter(|it| it.zhuyin.is_empty()).map(|it| it.plain).collect();
        assert!(silent.len() < 8, "{silent:?}");
    }
}
