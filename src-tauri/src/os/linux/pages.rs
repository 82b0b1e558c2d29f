//! What the processes of WebKit find when they start, so that a page is there sooner and takes less memory.
//!
//! All of it is told to them through the environment, and only where it is known to do good: elsewhere they start as
//! they do for any other program.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use gtk::glib;

use crate::complaint::say;

/// The one WebKit with which drawing without any EGL has been tried: 2.50, which is in Debian 12 and Ubuntu 24.04.
const TRIED: (u32, u32) = (2, 50);
const EGL: &str = "__EGL_VENDOR_LIBRARY_FILENAMES";
const LIBRARY: &str = "libfencun_no_graphics.so";
/// In WebKit's folder: where libglvnd is to find the library, and that this WebKit cannot draw with it.
const DESCRIPTION: &str = "no-graphics.json";
const REFUSED: &str = "needs-graphics";

const PRELOAD: &str = "LD_PRELOAD";
/// A voice that Debian's WebKit comes with. It refers to itself 31,000 times, which is nearly half of all the names that
/// have to be looked up when one of its processes starts, each of them in 160 libraries one after the other. Where
/// it is the first of them, a process starts some 12 ms sooner.
const VOICE: &str = "libflite_cmu_time_awb.so";

/// Sets what WebKit's processes are to find; before there is a second thread.
pub(crate) fn before_pages(folder: &Path) {
    if let Some(voice) = loaded(VOICE) {
        set(PRELOAD, voice.as_os_str());
    }
    if let Some(library) = library().filter(|_| webkit() == TRIED && !is_refused(folder)) {
        match describe(&library, folder) {
            Ok(description) => set(EGL, description.as_os_str()),
            // Then a graphics driver is loaded, as for any other program.
            Err(err) => say(format_args!("{}: {err}", folder.join(DESCRIPTION).display())),
        }
    }
}

/// A page has died before it could say a word: whatever the reason, graphics are not spared it again.
pub(crate) fn page_never_began(folder: &Path) {
    if std::env::var_os(EGL).is_some_and(|file| Path::new(&file) == folder.join(DESCRIPTION)) {
        fs::write(folder.join(REFUSED), version()).unwrap_or_else(say);
    }
}

/// Who has set one of them knows why.
fn set(name: &str, value: &OsStr) {
    if let Err(err) = glib::setenv(name, value, false) {
        say(err);
    }
}

/// Where the library of that name is that this program has loaded, whatever its version.
fn loaded(name: &str) -> Option<PathBuf> {
    let maps = fs::read_to_string("/proc/self/maps").ok()?;
    let files = maps.lines().filter_map(|line| line.split_once('/'));
    let file = files.map(|(_, rest)| Path::new("/").join(rest)).find(|file| is_version_of(name, file))?;
    // A path with a blank or a colon would be taken for two.
    (!file.to_string_lossy().contains([' ', ':'])).then_some(file)
}

fn is_version_of(name: &str, file: &Path) -> bool {
    let rest = file.file_name().and_then(OsStr::to_str).and_then(|file| file.strip_prefix(name));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Beside this program, or where cargo leaves it.
fn library() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let folder = program.parent()?;
    [folder.join(LIBRARY), folder.join("deps").join(LIBRARY)].into_iter().find(|file| file.is_file())
}

/// Tells libglvnd where the library is.
fn describe(library: &Path, folder: &Path) -> io::Result<PathBuf> {
    let description =
        serde_json::json!({ "file_format_version": "1.0.0", "ICD": { "library_path": library } });
    let file = folder.join(DESCRIPTION);
    let text = description.to_string();
    if fs::read_to_string(&file).is_ok_and(|old| old == text) {
        return Ok(file);
    }
    fs::create_dir_all(folder)?;
    fs::write(&file, text)?;
    Ok(file)
}

fn is_refused(folder: &Path) -> bool {
    fs::read_to_string(folder.join(REFUSED)).is_ok_and(|version| version == self::version())
}

fn version() -> String {
    let (major, minor) = webkit();
    format!("{major}.{minor}")
}

#[allow(unsafe_code, reason = "the crate has no safe way to ask")]
fn webkit() -> (u32, u32) {
    // SAFETY: they take nothing and return a number.
    unsafe { (webkit2gtk::ffi::webkit_get_major_version(), webkit2gtk::ffi::webkit_get_minor_version()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_is_known_by_its_name_whatever_its_version() {
        for (file, is) in [
            ("/usr/lib/libflite_cmu_time_awb.so.2.2", true),
            ("/usr/lib/libflite_cmu_time_awb.so", true),
            ("/usr/lib/libflite_cmu_time_awb.so-old", false),
            ("/usr/lib/libflite_cmu_us_awb.so.1", false),
        ] {
            assert_eq!(is_version_of(VOICE, Path::new(file)), is, "{file}");
        }
    }

    #[test]
    fn what_is_loaded_is_found_where_it_lies() {
        let libc = loaded("libc.so").expect("this program is linked against it");
        assert!(libc.is_file(), "{}", libc.display());
        assert_eq!(loaded("libthere-is-none.so"), None);
    }

    #[test]
    fn the_description_names_the_library_and_is_written_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let file =
            describe(Path::new("/opt/fencun/libx.so"), &folder.path().join("webview")).expect("written");
        let text = fs::read_to_string(&file).expect("it is there");
        assert_eq!(text, r#"{"ICD":{"library_path":"/opt/fencun/libx.so"},"file_format_version":"1.0.0"}"#);
        let written = fs::metadata(&file).and_then(|data| data.modified()).expect("a time");
        describe(Path::new("/opt/fencun/libx.so"), &folder.path().join("webview")).expect("known");
        assert_eq!(fs::metadata(&file).and_then(|data| data.modified()).expect("a time"), written);
    }

    #[test]
    fn a_webkit_that_needs_graphics_is_remembered_until_there_is_another() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(!is_refused(folder.path()));
        fs::write(folder.path().join(REFUSED), version()).expect("written");
        assert!(is_refused(folder.path()));
        fs::write(folder.path().join(REFUSED), "2.38").expect("written");
        assert!(!is_refused(folder.path()));
    }
}
