//! Guard: the resident program and the crates below it reach no Tauri, no GTK and no WebKit.

use std::path::Path;

use super::Finding;
use crate::error::Error;
use crate::process;

const CRATES: [&str; 5] = ["fencun-core", "fencun-store", "fencun-protocol", "fencun-desktop", "fencun"];
/// Refused everywhere.
const ON_ANY_SYSTEM: [&str; 4] = ["tauri", "tauri-runtime", "tauri-runtime-wry", "wry"];
/// Refused on Linux; elsewhere the tray needs the event loop of tao.
const ON_LINUX: [&str; 6] = ["gtk", "gdk", "webkit2gtk", "javascriptcore-rs", "soup3", "tao"];

pub(super) fn find(root: &Path) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    for name in CRATES {
        for (target, refused) in [("all", &ON_ANY_SYSTEM[..]), ("x86_64-unknown-linux-gnu", &ON_LINUX[..])] {
            findings.extend(refused_in(&tree(root, name, target)?, refused).into_iter().map(|found| {
                Finding {
                    place: name.to_owned(),
                    what: format!(
                        "reaches {found}; `cargo tree -p {name} -e normal --target {target} -i {found}`"
                    ),
                }
            }));
        }
    }
    Ok(findings)
}

/// One crate a line, as `name vVERSION`.
fn tree(root: &Path, name: &str, target: &str) -> Result<String, Error> {
    let arguments = ["tree", "--edges", "normal", "--prefix", "none", "--target", target, "--package", name];
    process::answer(process::cargo(root).args(arguments))
}

fn refused_in<'a>(tree: &str, refused: &[&'a str]) -> Vec<&'a str> {
    let reached = |name: &str| tree.lines().any(|line| line.split(' ').next() == Some(name));
    refused.iter().copied().filter(|name| reached(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::broken;
    use super::*;

    /// A workspace of our crates in which core depends on what is said.
    fn check(dependency: &str, places: &[&str]) {
        let package = |name: &str, more: &str| {
            format!(
                "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[lib]\npath = \"lib.rs\"\n{more}"
            )
        };
        let mut files = vec![
            ("Cargo.toml".to_owned(), "[workspace]\nresolver = \"3\"\nmembers = [\"*\"]\n".to_owned()),
            ("tauri/Cargo.toml".to_owned(), package("tauri", "")),
            ("tao/Cargo.toml".to_owned(), package("tao", "")),
            ("fencun-core/Cargo.toml".to_owned(), package("fencun-core", dependency)),
        ];
        for name in &CRATES[1..] {
            let on_core = "[dependencies]\nfencun-core = { path = \"../fencun-core\" }\n";
            files.push((format!("{name}/Cargo.toml"), package(name, on_core)));
        }
        let libraries: Vec<_> =
            files[1..].iter().map(|(name, _)| name.replace("Cargo.toml", "lib.rs")).collect();
        files.extend(libraries.into_iter().map(|name| (name, String::new())));
        let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        broken::check(find, &files, places);
    }

    #[test]
    fn a_window_library_is_found_however_far_away() {
        check("", &[]);
        check("[dependencies]\ntauri = { path = \"../tauri\" }\n", &CRATES);
        check("[dependencies]\ntao = { path = \"../tao\" }\n", &CRATES);
    }

    #[test]
    fn tests_may_use_it_and_other_systems_may_use_tao() {
        check("[dev-dependencies]\ntauri = { path = \"../tauri\" }\n", &[]);
        check("[target.'cfg(windows)'.dependencies]\ntao = { path = \"../tao\" }\n", &[]);
        check("[target.'cfg(windows)'.dependencies]\ntauri = { path = \"../tauri\" }\n", &CRATES);
    }

    #[test]
    fn names_are_compared_whole() {
        assert_eq!(refused_in("taupe v1.0.0\ngtk-like v0.1.0\ntao v0.37.0 (*)", &ON_LINUX), ["tao"]);
    }
}
