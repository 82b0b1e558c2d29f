//! Guard: only `ui/src/ipc` knows Tauri; every other page code is handed a backend.

use std::path::Path;

use super::Finding;
use crate::error::Error;
use crate::files;

const PACKAGE: &str = "@tauri-apps";

pub(super) fn find(root: &Path) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    let pages = root.join("ui/src");
    for file in files::with_ending(&pages, &["ts", "js", "svelte"])? {
        if file.starts_with(pages.join("ipc")) {
            continue;
        }
        for (number, line) in files::read(&file)?.lines().enumerate() {
            if line.contains(PACKAGE) {
                findings.push(Finding::at_line(
                    root,
                    &file,
                    number + 1,
                    format!("names {PACKAGE}; ask ui/src/ipc"),
                ));
            }
        }
    }
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::super::broken::check;
    use super::find;

    const IMPORT: &str = "/** x */\nimport { invoke } from \"@tauri-apps/api/core\";";

    #[test]
    fn tauri_is_imported_in_its_own_folder_only() {
        check(find, &[("ui/src/ipc/tauri.ts", IMPORT)], &[]);
        check(find, &[("ui/eslint.config.js", "// refuses @tauri-apps elsewhere, too")], &[]);
        check(find, &[("ui/src/palette/palette.svelte.ts", IMPORT)], &["ui/src/palette/palette.svelte.ts:2"]);
        check(
            find,
            &[("ui/src/Row.svelte", "<script>\nawait import('@tauri-apps/api')")],
            &["ui/src/Row.svelte:2"],
        );
        check(find, &[("ui/src/ipcs.ts", IMPORT)], &["ui/src/ipcs.ts:2"]);
    }
}
