//! Words that stand for each other: what the regions call the same thing, and what a person might type instead.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold;

/// A word, and those that stand for it.
#[derive(Debug)]
pub(super) struct Synonym {
    /// As it is read.
    pub(super) read: String,
    /// As it is shown.
    pub(super) shown: String,
    /// The numbers of the others.
    pub(super) others: Vec<usize>,
    /// Whether it is Chinese.
    pub(super) han: bool,
}

/// All words that stand for others.
pub(super) fn all() -> &'static [Synonym] {
    &SYNONYMS.words
}

/// The number of a word, as it is read.
pub(super) fn find(read: &str) -> Option<usize> {
    SYNONYMS.numbers.get(read).copied()
}

/// A text as it is read, character by character.
pub(super) fn read(text: &str) -> String {
    text.chars().map(|c| if fold::is_han(c) { fold::han(c) } else { fold::letter(c) }).collect()
}

#[derive(Default)]
struct Synonyms {
    words: Vec<Synonym>,
    numbers: HashMap<String, usize>,
}

static SYNONYMS: LazyLock<Synonyms> = LazyLock::new(|| {
    let mut synonyms = Synonyms::default();
    for line in include_str!("data/synonyms.txt").lines().filter(|line| !line.starts_with('#')) {
        let group: Vec<usize> = line.split_whitespace().map(|word| synonyms.number(word)).collect();
        for &word in &group {
            synonyms.add(word, &group);
        }
    }
    // The check's regional words: each pair, but not what two words share with a third.
    for line in include_str!("../check/data/regions.txt").lines() {
        for (word, other) in regional(line) {
            let pair = [synonyms.number(word), synonyms.number(other)];
            synonyms.add(pair[0], &pair);
            synonyms.add(pair[1], &pair);
        }
    }
    synonyms
});

impl Synonyms {
    fn number(&mut self, word: &str) -> usize {
        let read = read(word);
        if let Some(&number) = self.numbers.get(&read) {
            return number;
        }
        let number = self.words.len();
        let han = read.chars().all(fold::is_han);
        self.words.push(Synonym { read: read.clone(), shown: word.to_owned(), others: Vec::new(), han });
        self.numbers.insert(read, number);
        number
    }

    fn add(&mut self, word: usize, group: &[usize]) {
        let there = &mut self.words[word].others;
        for &other in group {
            if other != word && !there.contains(&other) {
                there.push(other);
            }
        }
    }
}

/// The pairs of a line `word > other, other | …`. Words that differ in script only are the same here.
fn regional(line: &str) -> Vec<(&str, &str)> {
    let mut parts = line.split('|');
    let Some((word, others)) = parts.next().and_then(|pair| pair.split_once('>')) else { return Vec::new() };
    if line.starts_with('#') || parts.any(|part| part.trim() == "exact") {
        return Vec::new();
    }
    let fit = |word: &&str| (2..=6).contains(&word.chars().count()) && word.chars().all(fold::is_han);
    let word = word.trim();
    let others = others.split(',').map(str::trim).filter(fit);
    others.filter(|other| fit(&word) && read(other) != read(word)).map(|other| (word, other)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_sides_find_each_other() {
        let check = |word: &str, other: &str| {
            let others = find(&read(word)).map(|number| &all()[number].others).expect("a known word");
            assert!(others.iter().any(|number| all()[*number].read == read(other)), "{word} {other}");
        };
        for (word, other) in [
            ("郵箱", "信箱"),
            ("邮箱", "電子郵件"),
            ("信息", "訊息"),
            ("視頻", "影片"),
            ("手机", "行動電話"),
            ("主管", "领导"),
            ("軟件", "軟體"),
            ("boss", "manager"),
        ] {
            check(word, other);
            check(other, word);
        }
    }

    #[test]
    fn a_word_is_no_synonym_of_itself() {
        assert!(all().iter().enumerate().all(|(number, word)| !word.others.contains(&number)));
        assert!(all().len() > 300, "{}", all().len());
    }
}
