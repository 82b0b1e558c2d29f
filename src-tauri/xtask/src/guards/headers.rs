//! Guard: every source file opens by saying what it is.

use std::path::Path;

use super::Finding;
use crate::error::Error;
use crate::files;

pub(super) fn find(root: &Path) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    for folder in ["src-tauri", "tests", "ui/src"] {
        for file in files::with_ending(&root.join(folder), &["rs", "ts", "svelte"])? {
            let text = files::read(&file)?;
            if let Some(opening) = missing_opening(&file, &text) {
                findings.push(Finding::in_file(
                    root,
                    &file,
                    format!("does not begin with `{opening}` and what it is"),
                ));
            }
        }
    }
    Ok(findings)
}

/// The opening that a file of this kind should have and has not.
fn missing_opening(file: &Path, text: &str) -> Option<&'static str> {
    let openings: &[&'static str] = match file.extension().and_then(|ending| ending.to_str()) {
        Some("rs") => &["//!"],
        Some("ts") => &["/**", "//", "/*"],
        _ => &["<!--"],
    };
    let says_something = openings.iter().any(|opening| {
        text.strip_prefix(opening)
            .is_some_and(|rest| rest.lines().find(|line| !line.trim().is_empty()).is_some())
    });
    if says_something { None } else { Some(openings[0]) }
}

#[cfg(test)]
mod tests {
    use super::super::broken::check;
    use super::find;

    #[test]
    fn a_file_without_an_opening_is_found() {
        check(
            find,
            &[("src-tauri/core/src/a.rs", "//! A phrase.\n"), ("ui/src/a.ts", "/** The keys. */\n")],
            &[],
        );
        check(find, &[("ui/src/A.svelte", "<!-- A row. -->\n"), ("ui/src/made.ts", "// Generated.\n")], &[]);
        check(
            find,
            &[("src-tauri/core/src/a.rs", "use std::fmt;\n//! A phrase.\n")],
            &["src-tauri/core/src/a.rs"],
        );
        check(find, &[("tests/a.rs", "// A phrase.\n")], &["tests/a.rs"]);
        check(find, &[("ui/src/a.ts", "import x from \"y\";\n")], &["ui/src/a.ts"]);
        check(find, &[("ui/src/A.svelte", "<script>\n// x\n</script>\n")], &["ui/src/A.svelte"]);
        check(find, &[("src-tauri/src/main.rs", "")], &["src-tauri/src/main.rs"]);
    }
}
