//! Guard: every language has the same messages, so nobody meets a bare message id.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::Finding;
use crate::error::Error;
use crate::files;

const FOLDER: &str = "src-tauri/locales";

/// The messages of one language: the file's name and the id in it.
type Messages = BTreeSet<(String, String)>;

pub(super) fn find(root: &Path) -> Result<Vec<Finding>, Error> {
    let languages = read(&root.join(FOLDER))?;
    if languages.len() < 2 {
        return Ok(vec![Finding {
            place: FOLDER.to_owned(),
            what: "there are no two languages to compare".to_owned(),
        }]);
    }
    let all: Messages = languages.values().flatten().cloned().collect();
    let missing = languages.iter().flat_map(|(language, messages)| {
        all.difference(messages).map(move |(file, id)| Finding {
            place: format!("{FOLDER}/{language}/{file}"),
            what: format!("`{id}` is missing; another language has it"),
        })
    });
    Ok(missing.collect())
}

/// Reads `LANGUAGE/FILE.ftl`.
fn read(folder: &Path) -> Result<BTreeMap<String, Messages>, Error> {
    let mut languages = BTreeMap::<String, Messages>::new();
    for path in files::with_ending(folder, &["ftl"])? {
        let name = files::short_name(folder, &path);
        let (language, file) = name.split_once('/').unwrap_or(("", &name));
        let ids = ids(&files::read(&path)?);
        languages
            .entry(language.to_owned())
            .or_default()
            .extend(ids.into_iter().map(|id| (file.to_owned(), id)));
    }
    Ok(languages)
}

/// Ids of messages, of terms with their dash, and of attributes as `message.attribute`.
fn ids(catalogue: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut message = "";
    for line in catalogue.lines() {
        let Some((start, _)) = line.split_once('=') else { continue };
        let name = start.trim();
        if let Some(attribute) = name.strip_prefix('.').filter(|_| start.starts_with(' ')) {
            found.push(format!("{message}.{attribute}"));
        } else if is_id(start.trim_end()) {
            message = start.trim_end();
            found.push(message.to_owned());
        }
    }
    found
}

/// At the line's start, a letter or a term's dash, then letters, digits, `-` and `_`.
fn is_id(text: &str) -> bool {
    let name = text.strip_prefix('-').unwrap_or(text);
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::super::broken::{check, findings};
    use super::*;

    const EN: (&str, &str) =
        ("src-tauri/locales/en/tray.ftl", "quit = Quit\nfind = Find\n    .hint = Press { $key }\n");

    #[test]
    fn the_same_messages_in_any_order_are_fine() {
        let same = "find = 找\n    .hint = 按 { $key }\n# a comment = none\nquit = 結束\n    在這裡 = 續行\n";
        check(find, &[EN, ("src-tauri/locales/zh-Hant-TW/tray.ftl", same)], &[]);
    }

    #[test]
    fn what_one_language_lacks_is_found_in_it() {
        let found = findings(
            find,
            &[EN, ("src-tauri/locales/zh-Hant-TW/tray.ftl", "find = 找\nquit = 結束\nmore = 多")],
        );
        let told: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "src-tauri/locales/en/tray.ftl: `more` is missing; another language has it",
                "src-tauri/locales/zh-Hant-TW/tray.ftl: `find.hint` is missing; another language has it",
            ]
        );
    }

    #[test]
    fn a_missing_file_lacks_all_its_messages() {
        let other = ("src-tauri/locales/zh-Hant-TW/words.ftl", "quit = 結束");
        assert_eq!(findings(find, &[EN, other]).len(), 4);
    }

    #[test]
    fn no_catalogues_are_no_success() {
        check(find, &[], &[FOLDER]);
        check(find, &[EN], &[FOLDER]);
    }
}
