//! Guard: the core's own code names no module of std that touches the machine.
//!
//! Clippy refuses the calls; this finds the imports too. Tests of the core may read files.

use std::path::Path;

use super::{Finding, source};
use crate::error::Error;
use crate::files;

const FOLDER: &str = "src-tauri/core/src";
const MODULES: [&str; 7] = ["fs", "env", "time", "thread", "net", "process", "os"];

pub(super) fn find(root: &Path) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    for file in files::with_ending(&root.join(FOLDER), &["rs"])? {
        if file.file_name().is_some_and(|name| name == "tests.rs") {
            continue;
        }
        let code = source::without_tests(&source::code_only(&files::read(&file)?));
        for (offset, module) in std_modules(&code, &MODULES) {
            let line = source::line_of(&code, offset);
            findings.push(Finding::at_line(
                root,
                &file,
                line,
                format!("names std::{module}; let the caller pass it in"),
            ));
        }
    }
    Ok(findings)
}

/// Each of these modules of std that the code names, as `std::fs` or in `std::{fs, …}`.
pub(super) fn std_modules<'a>(code: &str, modules: &[&'a str]) -> Vec<(usize, &'a str)> {
    let mut found = Vec::new();
    for offset in source::word_offsets(code, "std") {
        let Some(path) = code[offset + 3..].trim_start().strip_prefix("::") else { continue };
        let named = first_segments(path.trim_start());
        found.extend(modules.iter().filter(|module| named.contains(module)).map(|module| (offset, *module)));
    }
    found
}

/// The first name of a path, or of each path in a group in braces.
fn first_segments(path: &str) -> Vec<&str> {
    let Some(group) = path.strip_prefix('{') else { return vec![first_name(path)] };
    let mut segments = Vec::new();
    let mut depth = 0;
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                segments.push(first_name(&group[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => (),
        }
    }
    segments
}

fn first_name(path: &str) -> &str {
    path.trim_start().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::broken;
    use super::*;

    fn check(text: &str, lines: &[usize]) {
        let places: Vec<_> = lines.iter().map(|line| format!("src-tauri/core/src/a.rs:{line}")).collect();
        let places: Vec<_> = places.iter().map(String::as_str).collect();
        broken::check(find, &[("src-tauri/core/src/a.rs", text)], &places);
    }

    #[test]
    fn every_way_to_name_a_module_is_found() {
        check("use std::fs;", &[1]);
        check("\nlet now = ::std::time::SystemTime::now();", &[2]);
        check("use std::{fmt, env::{self, args}, thread};", &[1, 1]);
        check("use std::{\n    collections::BTreeMap,\n    net::IpAddr,\n};", &[1]);
        check("let x = std :: process :: id();", &[1]);
    }

    #[test]
    fn other_modules_and_other_words_are_not() {
        check("use std::{fmt, collections::{BTreeMap, HashMap}};\nuse crate::time::Moment;", &[]);
        check("//! Not std::fs.\nlet words = \"std::env\"; let x = my_std::fs::read();", &[]);
        check("use core::time::Duration;", &[]);
    }

    #[test]
    fn tests_may_read_files() {
        check("#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n", &[]);
        broken::check(find, &[("src-tauri/core/src/a/tests.rs", "use std::fs;")], &[]);
    }

    #[test]
    fn other_crates_may_use_the_machine() {
        broken::check(find, &[("src-tauri/store/src/a.rs", "use std::fs;")], &[]);
    }
}
