//! `cargo xtask bench`: lists what can be measured and runs cargo's benches.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::places::Places;
use crate::{files, pages, process, programs, system, toolchain};

/// Its benches measure the built programs, so these must be there first.
const ACCEPTANCE: &str = "fencun-acceptance";

/// What is measured beside us, by bench.
const PEERS: [(&str, &[&str]); 2] = [("desk", &["copyq", "autokey-gtk", "rofi"]), ("search", &["fzf"])];

/// A bench and the package it belongs to.
#[derive(Debug, PartialEq, Eq)]
struct Bench {
    package: String,
    name: String,
}

/// Runs all benches, or those of these names; what follows `--` is for them. None at all is said plainly and is no failure.
pub(crate) fn bench(places: &Places, words: &[String]) -> Result<(), Error> {
    toolchain::check_rust()?;
    let (names, wishes) = words.split_at(words.iter().position(|word| word == "--").unwrap_or(words.len()));
    let all = benches(&places.root)?;
    if let Some(unknown) = names.iter().find(|name| all.iter().all(|bench| bench.name != **name)) {
        return Err(Error::Usage(format!("there is no bench `{unknown}`{}", listed(&all))));
    }
    if all.is_empty() {
        println!("there are no benches yet: nothing was measured");
        return Ok(());
    }
    let chosen: Vec<_> =
        all.into_iter().filter(|bench| names.is_empty() || names.contains(&bench.name)).collect();
    println!("measuring{}", listed(&chosen));
    for (_, peers) in PEERS.iter().filter(|(name, _)| chosen.iter().any(|bench| bench.name == *name)) {
        system::ensure_peers(peers)?;
    }
    if chosen.iter().any(|bench| bench.package == ACCEPTANCE) {
        system::ensure_libraries()?;
        system::ensure_desktop()?;
        pages::ensure_built(places)?;
        programs::build_release(places)?;
    }
    chosen.iter().try_for_each(|bench| run(places, bench, wishes))
}

fn run(places: &Places, bench: &Bench, wishes: &[String]) -> Result<(), Error> {
    let mut command = process::cargo(&places.root);
    command.args(["bench", "--package", &bench.package, "--bench", &bench.name]).args(wishes);
    if process::follow(&mut command, |_| ())? {
        return Ok(());
    }
    Err(Error::Failed { program: format!("bench {}", bench.name), code: Some(1) })
}

fn listed(benches: &[Bench]) -> String {
    let names: Vec<_> =
        benches.iter().map(|bench| format!("{} (in {})", bench.name, bench.package)).collect();
    if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) }
}

/// Where cargo looks for them: `benches/NAME.rs` or `benches/NAME/main.rs` beside a Cargo.toml.
fn benches(root: &Path) -> Result<Vec<Bench>, Error> {
    let mut found = Vec::new();
    for folder in ["src-tauri", "tests"] {
        for file in files::with_ending(&root.join(folder), &["rs"])? {
            let Some((package, name)) = owner(&file) else { continue };
            found.push(Bench { package: package_name(&files::read(&package)?), name });
        }
    }
    Ok(found)
}

/// The Cargo.toml beside the `benches` folder that holds this file, and the bench's name.
fn owner(file: &Path) -> Option<(PathBuf, String)> {
    let target = if file.ends_with("main.rs") { file.parent()? } else { file };
    let folder = target.parent()?;
    let package = folder.parent()?.join("Cargo.toml");
    let is_bench = folder.ends_with("benches") && package.is_file();
    is_bench.then(|| Some((package, target.file_stem()?.to_string_lossy().into_owned())))?
}

fn package_name(manifest: &str) -> String {
    let name = manifest.lines().find_map(|line| line.strip_prefix("name = "));
    name.unwrap_or_default().trim_matches('"').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn benches_are_found_where_cargo_finds_them() {
        let root = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in [
            ("src-tauri/core/Cargo.toml", "[package]\nname = \"fencun-core\"\n"),
            ("src-tauri/core/benches/search.rs", ""),
            ("src-tauri/core/src/search.rs", ""),
            ("tests/Cargo.toml", "[package]\nname = \"fencun-acceptance\"\n"),
            ("tests/benches/start/main.rs", ""),
            ("tests/benches/start/clock.rs", ""),
        ] {
            files::write(&root.path().join(name), text).expect("writable");
        }
        let bench = |package: &str, name: &str| Bench { package: package.to_owned(), name: name.to_owned() };
        let found = benches(root.path()).expect("readable");
        assert_eq!(found, [bench("fencun-core", "search"), bench("fencun-acceptance", "start")]);
    }
}
