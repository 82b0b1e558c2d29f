//! What a person may rely on when a pack is changed.

use super::super::tests::{ONE, file, first};
use super::super::{get_text, put, read, remove};
use super::*;
use crate::{Language, Localized};

#[test]
fn an_edit_changes_the_entry_and_keeps_comments_and_unknown_keys() {
    let mut phrase = first(ONE);
    phrase.title = "新的".into();
    let changed = put(ONE, &phrase).expect("sound");
    assert_eq!(changed, ONE.replace("先處理", "新的"));
}

#[test]
fn putting_what_is_there_changes_nothing() {
    assert_eq!(put(ONE, &first(ONE)).expect("sound"), ONE);
    let dos = ONE.replace('\n', "\r\n");
    assert_eq!(put(&dos, &first(&dos)).expect("sound"), dos);
}

#[test]
fn a_new_phrase_comes_last_and_reads_back_the_same() {
    for text in [
        "一行",
        "two\nlines",
        "ends\n",
        "'quotes'",
        "a ''' b",
        "\\ {x} \"\"\"",
        "\n\nleading",
        "tab\there",
        "cr\rlf\r\n.",
    ] {
        let mut phrase = first(ONE);
        phrase.id = PhraseId::new("b");
        phrase.text = text.into();
        let changed = put(ONE, &phrase).unwrap_or_else(|err| panic!("{text:?}: {err}"));
        assert!(changed.starts_with(ONE), "{text:?}");
        assert_eq!(*read(&file(&changed)).entries[1].phrase, phrase);
    }
}

#[test]
fn the_first_phrase_makes_the_file() {
    let made = put("", &first(ONE)).expect("an empty file takes it");
    assert!(made.starts_with("schema = 1\n"), "{made}");
    assert_eq!(first(&made), first(ONE));
}

#[test]
fn a_damaged_file_is_not_written_into() {
    let damaged = format!("{ONE}\n[[phrase\n");
    assert!(matches!(put(&damaged, &first(ONE)), Err(EditError::Damaged { .. })));
}

#[test]
fn an_old_entry_comes_back_with_its_comments() {
    let mut phrase = first(ONE);
    phrase.title = "新的".into();
    let changed = put(ONE, &phrase).expect("sound");
    let gone = remove(&changed, &phrase.id).expect("sound").expect("it was there");
    assert!(read(&file(&gone)).entries.is_empty());
    assert_eq!(first(&get_text(ONE, &changed, &phrase.id).expect("sound")), first(ONE));
    let back = get_text(ONE, &gone, &phrase.id).expect("sound");
    assert_eq!(first(&back), first(ONE));
    assert!(back.contains("# first") && back.contains("mood = \"calm\""), "{back}");
}

/// Three entries in every form, each line ended in its own way.
fn mixed() -> String {
    let entry = |id: &str, gloss: &str| {
        format!(
            "# about {id}\r\n[[phrase]]\nid = \"{id}\"\r\nsituation = \"s\"\nculture='taiwan' # here\r\n\
             language = \"en\"\nrank = [\"peer\"]\nfirmness = 1\r\nchannel = \"chat\"\ntitle = \"t\"\r\n\
             text = '''\r\none\ntwo\r\n'''\n{gloss}\n\r\n"
        )
    };
    let [inline, dotted, table] = [
        ("a", "gloss = { en = \"g\" }"),
        ("b", "gloss.en = \"g\""),
        ("c", "[phrase.gloss] # of c\r\nen = 'g'"),
    ]
    .map(|(id, gloss)| entry(id, gloss));
    format!("\u{feff}schema = 1\r\n\n{inline}# loose\n\n{dotted}{table}\r\n# the end\n")
}

#[test]
fn an_edit_leaves_every_other_byte_as_it_was() {
    let text = mixed();
    let pack = read(&file(&text));
    assert_eq!((pack.entries.len(), &pack.problems[..]), (3, &[][..]));
    for entry in &pack.entries {
        let mut phrase = entry.phrase.as_ref().clone();
        let at = text.find(&format!("# about {}", phrase.id)).expect("it is there");
        let (before, rest) = text.split_at(at);
        let check = |phrase: &Phrase, from: &str, to: &str| {
            let changed = put(&text, phrase).unwrap_or_else(|err| panic!("{}: {err}", phrase.id));
            assert_eq!(changed, format!("{before}{}", rest.replacen(from, to, 1)), "{}", phrase.id);
        };
        check(&phrase, "", "");
        phrase.title = "new".into();
        check(&phrase, "\"t\"", "\"new\"");
        phrase = entry.phrase.as_ref().clone();
        phrase.tags = vec!["one".into()];
        let quote = if phrase.id.as_str() == "c" { "'''\n" } else { "" };
        if phrase.id.as_str() == "c" {
            check(&phrase, quote, "'''\ntags = [\"one\"]\n");
        } else {
            let gloss = &rest[rest.find("gloss").expect("one")..];
            let line = &gloss[..gloss.find('\n').expect("a line") + 1];
            check(&phrase, line, &format!("{line}tags = [\"one\"]\n"));
        }
        phrase = entry.phrase.as_ref().clone();
        let g = if phrase.id.as_str() == "c" { "'g'" } else { "\"g\"" };
        phrase.gloss = Localized::new([(Language::new("en"), "h".to_owned())]);
        if phrase.id.as_str() == "a" {
            check(&phrase, "{ en = \"g\" }", "{ en = \"h\" }");
        } else {
            check(&phrase, g, "\"h\"");
        }
    }
}

#[test]
fn a_table_of_texts_is_changed_in_the_form_it_has() {
    let text = mixed();
    for entry in &read(&file(&text)).entries {
        let with = |texts: &[(&str, &str)]| {
            let texts = texts.iter().map(|(tag, text)| (Language::new(tag), (*text).to_owned()));
            Phrase { gloss: Localized::new(texts), ..entry.phrase.as_ref().clone() }
        };
        for texts in [&[("en", "g"), ("zh-Hans", "意")][..], &[("de", "x")], &[]] {
            let phrase = with(texts);
            let changed = put(&text, &phrase).unwrap_or_else(|err| panic!("{}: {err}", phrase.id));
            let back = put(&changed, &entry.phrase).unwrap_or_else(|err| panic!("{}: {err}", phrase.id));
            assert_eq!(
                *read(&file(&back)).entries.iter().find(|e| e.phrase.id == phrase.id).expect("one").phrase,
                *entry.phrase
            );
            for other in ["# about a", "# here", "# of c", "# loose", "# the end", "\u{feff}schema = 1\r\n"] {
                assert_eq!(changed.matches(other).count(), text.matches(other).count(), "{other}");
            }
        }
    }
}

#[test]
fn words_of_several_lines_keep_their_own_line_ends() {
    let dos = ONE.replace('\n', "\r\n");
    for words in ["two\nlines", "two\r\nlines", "one"] {
        let phrase = Phrase { text: words.into(), ..first(&dos) };
        let changed = put(&dos, &phrase).unwrap_or_else(|err| panic!("{words:?}: {err}"));
        assert_eq!(first(&changed).text, words);
        let new = Phrase { id: PhraseId::new("new"), ..phrase };
        let added = put(&dos, &new).unwrap_or_else(|err| panic!("{words:?}: {err}"));
        assert!(added.starts_with(&dos) && added.contains("id = \"new\"\r\n"), "{added}");
    }
}

#[test]
fn an_entry_goes_with_the_comments_right_above_it() {
    let text = mixed();
    let gone = remove(&text, &PhraseId::new("b")).expect("sound").expect("it was there");
    let (start, end) = (text.find("# about b").expect("b"), text.find("# about c").expect("c"));
    assert_eq!(gone, format!("{}{}", &text[..start], &text[end..]));
    assert_eq!(remove(&text, &PhraseId::new("x")), Ok(None));
    let last = remove(&text, &PhraseId::new("c")).expect("sound").expect("it was there");
    assert!(last.ends_with("# the end\n"), "{last}");
    let back = get_text(&text, &gone, &PhraseId::new("b")).expect("sound");
    assert!(back.starts_with(&gone) && back.contains(&text[start..end - 2]), "{back}");
    assert_eq!(get_text(&text, &text, &PhraseId::new("b")).as_deref(), Ok(&*text));
    assert_eq!(get_text(&gone, &text, &PhraseId::new("b")), Ok(gone));
}

#[test]
fn an_empty_inline_list_makes_way_for_an_entry() {
    let phrase = first(ONE);
    for empty in ["phrase = []\n", "schema = 1\nphrase = []", "# mine\n", "\u{feff}"] {
        let made = put(empty, &phrase).unwrap_or_else(|err| panic!("{empty}: {err}"));
        assert!(made.contains("[[phrase]]\n") && !made.contains("[]"), "{made}");
        assert!(made.parse::<toml_edit::DocumentMut>().is_ok() || made.starts_with('\u{feff}'), "{made}");
    }
    let inline = "phrase = [{ id = \"x\" }]\n";
    assert_eq!(put(inline, &phrase), Err(EditError::Unusual));
    assert_eq!(put(&format!("{ONE}[phrase]\nid = \"x\"\n"), &phrase), Err(EditError::Unusual));
}
