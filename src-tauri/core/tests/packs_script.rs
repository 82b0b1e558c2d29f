//! The Chinese of the packs against OpenCC's dictionaries (Apache-2.0), which know nothing of our own lists.

mod packs;

use std::collections::{BTreeMap, BTreeSet};

use fencun_core::{Library, Phrase};
use hanconv::RawDictionary;

/// Characters that one script alone has: the dictionary turns them into others and nothing into them, and they are not
/// the usual form in Taiwan (群 and 裡, where the dictionary prefers 羣 and 裏).
fn only(of: &RawDictionary) -> BTreeSet<char> {
    let single = |word: &str| {
        let mut characters = word.chars();
        characters.next().filter(|_| characters.next().is_none())
    };
    let produced: BTreeSet<char> = of
        .var_iter()
        .flat_map(|(_, variants)| variants.into_iter().filter_map(single).collect::<Vec<_>>())
        .collect();
    let in_taiwan: BTreeSet<char> =
        RawDictionary::TWVariants.iter().filter_map(|(_, usual)| single(usual)).collect();
    of.var_iter()
        .filter(|(key, variants)| !variants.contains(key))
        .filter_map(|(key, _)| single(key))
        .filter(|c| !produced.contains(c) && !in_taiwan.contains(c))
        .collect()
}

fn chinese<'a>(library: &'a Library, script: &str) -> Vec<&'a Phrase> {
    let all = library.entries().iter().map(|entry| -> &Phrase { &entry.phrase });
    let found: Vec<_> = all.filter(|phrase| phrase.language.as_str().contains(script)).collect();
    assert!(found.len() > 100, "{}", found.len());
    found
}

#[test]
fn no_phrase_holds_a_character_of_the_other_script() {
    let library = packs::library();
    let simplified = only(&RawDictionary::STCharacters);
    let traditional = only(&RawDictionary::TSCharacters);
    assert!(simplified.contains(&'们') && !simplified.contains(&'后'));
    assert!(traditional.contains(&'們') && !traditional.contains(&'后'));
    for (script, wrong) in [("Hant", &simplified), ("Hans", &traditional)] {
        for phrase in chinese(&library, script) {
            for words in [&phrase.text, &phrase.title] {
                let found: String = words.chars().filter(|c| wrong.contains(c)).collect();
                assert!(found.is_empty(), "{}: {found}", phrase.id);
            }
        }
    }
}

/// Words that the dictionary would change and that are at home here all the same.
const AT_HOME_IN_TAIWAN: &[(&str, &str)] = &[
    ("支持", "support, of a person or an idea; 支援 is what a system or a colleague gives"),
    ("權限", "what an account may do; 許可權 is no word of office messages"),
    ("窗口", "the person to turn to; 視窗 is on a screen"),
    ("文件", "a document, also on paper; 檔案 is a file of a computer"),
    ("打開", "opening anything; 開啟 is for menus"),
];
const AT_HOME_IN_THE_MAINLAND: &[(&str, &str)] = &[
    ("文件", "a file or a document; 文档 is its technical name"),
    ("资料", "documents and material; 数据 are figures"),
    ("执行", "carrying out an instruction; 运行 is for programs"),
    ("文字", "written words; 文本 is for programs"),
    ("通讯", "as in 通讯录, the address book"),
    ("新增", "adding to a list of tasks; 添加 is for menus"),
    ("核心", "the main part; 内核 is for programs"),
];

/// The words of the other side that stand in a text, by its own dictionary of the region.
fn foreign(text: &str, words: &BTreeMap<String, String>, at_home: &[(&str, &str)]) -> Vec<String> {
    let mut found: Vec<String> = words
        .iter()
        .filter(|(word, here)| text.contains(word.as_str()) && !text.contains(here.as_str()))
        .map(|(word, here)| format!("{word} > {here}"))
        .collect();
    found.retain(|pair| !at_home.iter().any(|(word, _)| pair.split(" > ").next() == Some(word)));
    found
}

#[test]
fn no_phrase_for_taiwan_holds_a_word_that_opencc_gives_to_the_mainland() {
    let library = packs::library();
    // The keys are Mainland words in Traditional characters.
    let words: BTreeMap<String, String> =
        RawDictionary::TWPhrases.iter().map(|(mainland, taiwan)| (mainland.into(), taiwan.into())).collect();
    let mut wrong = Vec::new();
    for phrase in chinese(&library, "Hant") {
        for pair in foreign(&phrase.text, &words, AT_HOME_IN_TAIWAN) {
            wrong.push(format!("{}: {pair}", phrase.id));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_phrase_for_shanghai_holds_a_word_that_opencc_gives_to_taiwan() {
    let library = packs::library();
    let words: BTreeMap<String, String> = RawDictionary::TWPhrasesRev
        .iter()
        .map(|(taiwan, mainland)| (hanconv::t2s(taiwan), hanconv::t2s(mainland)))
        .collect();
    let mut wrong = Vec::new();
    for phrase in chinese(&library, "Hans") {
        for pair in foreign(&phrase.text, &words, AT_HOME_IN_THE_MAINLAND) {
            wrong.push(format!("{}: {pair}", phrase.id));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
