//! Guard: a `cfg` that names an operating system stands only under a folder called `os`.

use std::path::Path;

use super::{Finding, source};
use crate::error::Error;
use crate::files;

const NAMES: [&str; 5] = ["target_os", "target_family", "target_vendor", "unix", "windows"];

pub(super) fn find(root: &Path) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    for file in files::with_ending(&root.join("src-tauri"), &["rs"])? {
        if is_free(root, &file) {
            continue;
        }
        let code = source::code_only(&files::read(&file)?);
        for (offset, name) in named_platforms(&code) {
            let line = source::line_of(&code, offset);
            findings.push(Finding::at_line(root, &file, line, format!("a cfg names `{name}` outside os/")));
        }
    }
    Ok(findings)
}

/// Build scripts and this program run on the developer's machine and may ask which it is.
fn is_free(root: &Path, file: &Path) -> bool {
    let name = files::short_name(root, file);
    name.contains("/os/") || name.ends_with("/build.rs") || name.starts_with("src-tauri/xtask/")
}

/// Each platform inside the brackets of a `cfg`, `cfg!` or `cfg_attr`, with its place.
fn named_platforms(code: &str) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for start in ["cfg", "cfg_attr"].into_iter().flat_map(|word| source::word_offsets(code, word)) {
        let (from, condition) = brackets_after(code, start);
        for name in NAMES {
            found.extend(source::word_offsets(condition, name).map(|offset| (from + offset, name)));
        }
    }
    found.sort_unstable();
    found
}

/// What stands in the brackets that follow a word, perhaps after a `!`; empty if none do.
fn brackets_after(code: &str, start: usize) -> (usize, &str) {
    let word = code[start..].find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(0);
    let after = code[start + word..].trim_start_matches(['!', ' ']);
    let from = code.len() - after.len();
    if !after.starts_with('(') {
        return (from, "");
    }
    let mut depth = 0;
    let end = after.char_indices().find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        depth == 0
    });
    (from, &after[..end.map_or(after.len(), |(at, _)| at)])
}

#[cfg(test)]
mod tests {
    use super::super::broken;
    use super::*;

    fn check(text: &str, lines: &[usize]) {
        let places: Vec<_> = lines.iter().map(|line| format!("src-tauri/store/src/save.rs:{line}")).collect();
        let places: Vec<_> = places.iter().map(String::as_str).collect();
        broken::check(find, &[("src-tauri/store/src/save.rs", text)], &places);
    }

    #[test]
    fn every_way_to_name_a_platform_is_found() {
        check("#[cfg(unix)]\nfn f() {}", &[1]);
        check("\n#[cfg(not(windows))]\nfn f() {}", &[2]);
        check("#[cfg(all(\n    test,\n    target_os = \"linux\",\n))]\nmod x;", &[3]);
        check("#![cfg_attr(target_family = \"unix\", allow(dead_code))]", &[1]);
        check("fn f() { if cfg!(target_os = \"macos\") {} }", &[1]);
        check("#[cfg(any(unix, windows))] mod x;", &[1, 1]);
    }

    #[test]
    fn other_conditions_and_other_words_are_not() {
        check("#[cfg(test)]\nmod tests {}\n#[cfg(feature = \"windows\")]\nfn windows() { unix() }", &[]);
        check("// #[cfg(unix)]\nconst A: &str = \"#[cfg(windows)]\";", &[]);
    }

    #[test]
    fn os_folders_build_scripts_and_this_program_are_free() {
        let text = "#[cfg(unix)] fn f() {}";
        let free = ["src-tauri/resident/src/os/tray.rs", "src-tauri/build.rs", "src-tauri/xtask/src/main.rs"];
        broken::check(find, &free.map(|name| (name, text)), &[]);
        let bound = "src-tauri/resident/src/cosmos/tray.rs";
        broken::check(find, &[(bound, text)], &["src-tauri/resident/src/cosmos/tray.rs:1"]);
    }
}
