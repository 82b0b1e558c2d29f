//! The pages of the windows: npm's packages, and the files that vite makes of `ui/`.

use std::fs;
use std::path::PathBuf;

use crate::error::Error;
use crate::places::Places;
use crate::stamp::Stamp;
use crate::{process, progress, toolchain};

/// npm will be needed: packages or pages are missing or made from something older.
pub(crate) fn are_stale(places: &Places) -> Result<bool, Error> {
    Ok(!packages_are_fresh(places)? || !pages_are_fresh(places)?)
}

/// Installs the packages that `ui/package-lock.json` names, unless they are there.
pub(crate) fn ensure_packages(places: &Places) -> Result<(), Error> {
    if packages_are_fresh(places)? {
        return Ok(());
    }
    toolchain::check_node()?;
    progress::announced("Installing the pages' packages with npm (about 20 seconds)", || {
        // No package needs its install script: esbuild's program comes in a package of its own.
        let quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        process::run(process::npm(&places.ui()).arg("ci").args(quiet))
    })?;
    packages_stamp(places)?.set()
}

/// Builds `ui/dist`, unless it was made from what is there now.
pub(crate) fn ensure_built(places: &Places) -> Result<(), Error> {
    ensure_packages(places)?;
    if pages_are_fresh(places)? {
        return Ok(());
    }
    toolchain::check_node()?;
    progress::announced("Building the pages (about 10 seconds)", || {
        process::run(process::npm(&places.ui()).args(["run", "build", "--silent"]))
    })?;
    pages_stamp(places)?.set()
}

fn packages_are_fresh(places: &Places) -> Result<bool, Error> {
    let installed = places.ui().join("node_modules/.package-lock.json").is_file();
    Ok(packages_stamp(places)?.is_fresh() && installed)
}

fn pages_are_fresh(places: &Places) -> Result<bool, Error> {
    let built = fs::read_dir(places.ui().join("dist")).is_ok_and(|mut files| files.next().is_some());
    Ok(built && pages_stamp(places)?.is_fresh())
}

fn packages_stamp(places: &Places) -> Result<Stamp, Error> {
    let lock = places.ui().join("package-lock.json");
    if !lock.is_file() {
        return Err(Error::Project(
            "ui/package-lock.json is missing; `npm install` in ui/ writes it".to_owned(),
        ));
    }
    Stamp::of(&places.memory(), "npm-packages", &[lock])
}

fn pages_stamp(places: &Places) -> Result<Stamp, Error> {
    Stamp::of(&places.memory(), "pages", &page_inputs(places))
}

/// The catalogues are built into the pages, so they are an input too.
fn page_inputs(places: &Places) -> Vec<PathBuf> {
    vec![places.ui(), places.root.join("src-tauri/locales")]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;

    /// A project whose packages and pages are as fresh as can be.
    fn fresh(root: &tempfile::TempDir) -> Places {
        let places = Places { root: root.path().to_owned(), target: root.path().join("target") };
        for name in
            ["package-lock.json", "node_modules/.package-lock.json", "dist/palette.html", "src/main.ts"]
        {
            files::write(&places.ui().join(name), name).expect("writable");
        }
        packages_stamp(&places).and_then(|stamp| stamp.set()).expect("writable");
        pages_stamp(&places).and_then(|stamp| stamp.set()).expect("writable");
        places
    }

    fn check(change: impl FnOnce(&Places), stale: bool) {
        let root = tempfile::tempdir().expect("a temporary folder");
        let places = fresh(&root);
        change(&places);
        assert_eq!(are_stale(&places).expect("readable"), stale);
    }

    fn rewrite(name: &str) -> impl FnOnce(&Places) {
        let name = name.to_owned();
        move |places| files::write(&places.root.join(name), "changed").expect("writable")
    }

    fn remove(name: &str) -> impl FnOnce(&Places) {
        let name = name.to_owned();
        move |places| fs::remove_dir_all(places.root.join(name)).expect("removable")
    }

    #[test]
    fn npm_is_needed_only_when_something_it_uses_changed() {
        check(|_| (), false);
        check(rewrite("README.md"), false);
        check(rewrite("ui/dist/palette.html"), false);
        check(rewrite("ui/src/main.ts"), true);
        check(rewrite("ui/package-lock.json"), true);
        check(rewrite("src-tauri/locales/en/tray.ftl"), true);
        check(remove("ui/dist"), true);
        check(remove("ui/node_modules"), true);
    }

    #[test]
    fn a_missing_lock_file_is_said_not_guessed() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let places = Places { root: root.path().to_owned(), target: root.path().join("target") };
        let error = are_stale(&places).expect_err("there is no lock file");
        assert!(error.to_string().contains("package-lock.json"), "{error}");
    }
}
