//! `cargo xtask bundle`: a release build laid out as an installed program, in a tar.gz under `target/bundle`.

use std::env::consts;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::error::Error;
use crate::places::Places;
use crate::{files, pages, process, programs, progress, system, toolchain};

const DESKTOP_ENTRY: &str = include_str!("fencun.desktop");
const TEXTS: [&str; 3] = ["README.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Sets up, builds for release and packs.
pub(crate) fn bundle(places: &Places) -> Result<(), Error> {
    toolchain::check_rust()?;
    system::ensure_libraries()?;
    pages::ensure_built(places)?;
    programs::build_release(places)?;
    let archive = progress::announced("Packing", || pack(places))?;
    println!("{}", archive.display());
    Ok(())
}

fn pack(places: &Places) -> Result<PathBuf, Error> {
    let name = format!("fencun-{}-{}-{}", env!("CARGO_PKG_VERSION"), consts::OS, consts::ARCH);
    let folder = places.target.join("bundle");
    let tree = folder.join(&name);
    if tree.exists() {
        fs::remove_dir_all(&tree).map_err(Error::file(&tree))?;
    }
    lay_out(places, &tree)?;
    let archive = folder.join(format!("{name}.tar.gz"));
    let mut tar = Command::new("tar");
    tar.arg("-czf").arg(&archive).arg("-C").arg(&folder).arg(&name);
    process::run(&mut tar)?;
    Ok(archive)
}

fn lay_out(places: &Places, tree: &Path) -> Result<(), Error> {
    for program in ["fencun", "fencun-window"] {
        let file = format!("{program}{}", consts::EXE_SUFFIX);
        files::copy(&places.built("release", program), &tree.join("bin").join(file))?;
    }
    // Built where the window program uses it; it looks for it beside itself.
    let library = format!("{}fencun_no_graphics{}", consts::DLL_PREFIX, consts::DLL_SUFFIX);
    let built = places.target.join("release/deps").join(&library);
    if built.is_file() {
        files::copy(&built, &tree.join("bin").join(library))?;
    }
    for text in TEXTS {
        files::copy(&places.root.join(text), &tree.join(text))?;
    }
    files::write(&tree.join("share/applications/fencun.desktop"), DESKTOP_ENTRY)?;
    let icons = places.root.join("icons/hicolor");
    for icon in files::under(&icons)? {
        files::copy(&icon, &tree.join("share/icons/hicolor").join(files::short_name(&icons, &icon)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_holds_what_an_installation_needs() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let places = Places { root: root.path().to_owned(), target: root.path().join("target") };
        let made = ["README.md", "LICENSE-MIT", "LICENSE-APACHE", "icons/hicolor/16x16/apps/fencun.png"];
        for name in made.map(|name| places.root.join(name)) {
            files::write(&name, "").expect("writable");
        }
        for name in ["fencun", "fencun-window"] {
            files::write(&places.built("release", name), "").expect("writable");
        }
        let library = format!("{}fencun_no_graphics{}", consts::DLL_PREFIX, consts::DLL_SUFFIX);
        files::write(&places.target.join("release/deps").join(&library), "").expect("writable");
        let tree = root.path().join("tree");
        lay_out(&places, &tree).expect("everything is there");

        let laid: Vec<_> =
            files::under(&tree).expect("readable").iter().map(|f| files::short_name(&tree, f)).collect();
        let suffix = consts::EXE_SUFFIX;
        assert_eq!(
            laid,
            [
                "LICENSE-APACHE".to_owned(),
                "LICENSE-MIT".to_owned(),
                "README.md".to_owned(),
                format!("bin/fencun{suffix}"),
                format!("bin/fencun-window{suffix}"),
                format!("bin/{library}"),
                "share/applications/fencun.desktop".to_owned(),
                "share/icons/hicolor/16x16/apps/fencun.png".to_owned(),
            ]
        );
    }

    #[test]
    fn the_desktop_entry_is_tied_to_icon_and_window() {
        for line in ["Exec=fencun", "Icon=fencun", "StartupWMClass=fencun-window"] {
            assert!(DESKTOP_ENTRY.lines().any(|found| found == line), "{line}");
        }
    }
}
