//! Guard: the words of a phrase are shown as text; nothing in the pages turns a string into markup or code.

use std::path::Path;

use super::Finding;
use crate::error::Error;
use crate::files;

const SINKS: [&str; 10] = [
    "{@html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "createContextualFragment",
    "setHTMLUnsafe",
    "srcdoc",
    "DOMParser",
    "new Function",
];

pub(super) fn find(root: &Path) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    for file in files::with_ending(&root.join("ui/src"), &["ts", "js", "svelte"])? {
        // A test never ships, and may look at the markup that came out.
        if files::short_name(root, &file).ends_with(".test.ts") {
            continue;
        }
        for (number, line) in files::read(&file)?.lines().enumerate() {
            let sinks = SINKS.iter().filter(|sink| line.contains(**sink));
            findings.extend(
                sinks.map(|sink| Finding::at_line(root, &file, number + 1, format!("uses `{sink}`"))),
            );
        }
    }
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::super::broken::check;
    use super::{SINKS, find};

    #[test]
    fn every_sink_is_found() {
        for sink in SINKS {
            check(
                find,
                &[("ui/src/a.svelte", &format!("<!-- x -->\n<p>\n{sink} x}}"))],
                &["ui/src/a.svelte:3"],
            );
        }
    }

    #[test]
    fn text_and_tests_are_fine() {
        check(find, &[("ui/src/a.ts", "node.textContent = phrase.text;")], &[]);
        check(find, &[("ui/src/a.test.ts", "expect(node.innerHTML).toBe(\"&lt;b&gt;\");")], &[]);
    }
}
