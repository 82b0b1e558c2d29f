//! Words that only tie others together: they may be missing where a sentence is looked for.

use super::syllables;
use super::typed::Typed;

/// English. Those that ask for something or greet are among them: everybody writes them, and they tell nothing apart.
const WORDS: &[&str] = &[
    "a", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can",
    "cant", "could", "did", "do", "does", "dont", "for", "from", "get", "had", "has", "have", "he", "hello",
    "her", "hi", "him", "his", "how", "i", "if", "ill", "im", "in", "into", "is", "isnt", "it", "its", "ive",
    "just", "let", "lets", "may", "me", "might", "my", "no", "not", "of", "on", "or", "our", "please", "pls",
    "she", "should", "so", "some", "that", "thats", "the", "their", "them", "then", "there", "these", "they",
    "this", "those", "to", "until", "us", "very", "via", "was", "we", "were", "what", "when", "where",
    "which", "while", "who", "why", "will", "with", "wont", "would", "you", "your", "youre",
];

/// Chinese, as it is read: in simplified script.
const CHINESE: &[&str] = &[
    "不好意思",
    "一下",
    "一个",
    "一起",
    "上次",
    "下次",
    "不会",
    "不好",
    "不是",
    "不用",
    "不能",
    "不要",
    "不想",
    "东西",
    "为了",
    "之前",
    "事情",
    "今天",
    "什么",
    "他们",
    "以后",
    "但是",
    "你们",
    "你好",
    "再说",
    "几个",
    "刚刚",
    "刚才",
    "可以",
    "可能",
    "各位",
    "因为",
    "多少",
    "如果",
    "已经",
    "应该",
    "您好",
    "我们",
    "我的",
    "所以",
    "时候",
    "明天",
    "是否",
    "昨天",
    "有没",
    "期间",
    "来不",
    "没有",
    "然后",
    "现在",
    "的话",
    "知道",
    "自己",
    "请问",
    "请您",
    "谢谢",
    "还是",
    "还有",
    "这个",
    "这些",
    "这样",
    "这边",
    "这里",
    "那个",
    "那边",
    "都是",
    "需要",
    "顺便",
    "麻烦",
];

/// Characters that say little by themselves, as they are read.
const CHARACTERS: &str =
    "的了是在我你您他她们不要请就都也很这那个吗吧呢啊给把被和跟与到从对一有没能会可再用去来说";

/// Whether some Chinese characters are a word that tells nothing apart.
pub(super) fn is_chinese(word: &str) -> bool {
    CHINESE.contains(&word)
}

/// Whether one of the characters only ties words together.
pub(super) fn holds_tie(pair: &str) -> bool {
    pair.chars().any(|c| CHARACTERS.contains(c))
}

/// Which of the words of a query may be missing: what ties English words together, beside others. What may be meant as
/// pinyin ties only words that are none.
pub(super) fn among(asked: &[Typed]) -> Vec<bool> {
    let read = |typed: &Typed| match typed {
        Typed::Letters { read, .. } => Some(read.clone()),
        _ => None,
    };
    let english = asked.iter().filter_map(read).any(|word| word.len() > 2 && !syllables::is_row(&word));
    let is_tie = |typed: &Typed| {
        read(typed)
            .is_some_and(|word| WORDS.contains(&word.as_str()) && (english || !syllables::is_row(&word)))
    };
    let ties: Vec<bool> = asked.iter().map(is_tie).collect();
    if ties.contains(&false) { ties } else { vec![false; ties.len()] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::typed;

    #[test]
    fn only_what_ties_others_together_may_be_missing() {
        let check = |query: &str, expected: &[bool]| {
            assert_eq!(among(&typed::words(query)), expected, "{query}");
        };
        check("send it to the inbox", &[false, true, true, true, false]);
        check("me", &[false]);
        check("can you", &[false, false]);
        check("you xiang", &[false, false]);
        check("email me", &[false, true]);
        check("me 信箱", &[false, false]);
    }
}
