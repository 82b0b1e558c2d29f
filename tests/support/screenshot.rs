//! Pictures of what a person would see, in `target/acceptance`.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

use crate::desktop::Desktop;

/// Saves a window (`root` is the whole screen) as `NAME.png`.
#[track_caller]
pub(crate) fn save(desktop: &Desktop, window: &str, name: &str) -> PathBuf {
    let file = file(name);
    desktop.run_tool("import", &["-window", window, &file.to_string_lossy()]);
    file
}

/// Where the picture of this name goes.
pub(crate) fn file(name: &str) -> PathBuf {
    folder().join(name).with_extension("png")
}

thread_local! {
    /// The desktop that this thread's test uses: its display and its folder.
    static WATCHED: RefCell<Option<(String, PathBuf)>> = const { RefCell::new(None) };
}

/// From now on, when this thread's test fails, the picture of that moment and the logs are kept under the test's name.
pub(crate) fn watch(desktop: &Desktop) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |failure| {
            usual(failure);
            WATCHED.with_borrow(|watched| watched.iter().for_each(|(display, folder)| keep(display, folder)));
        }));
    });
    let display = desktop.env("DISPLAY").expect("a desktop has a display").to_owned();
    WATCHED.set(Some((display, desktop.folder().to_owned())));
}

/// The test is done with the desktop.
pub(crate) fn look_away(desktop: &Desktop) {
    WATCHED.with_borrow_mut(|watched| {
        watched.take_if(|(_, folder)| folder == desktop.folder());
    });
}

fn keep(display: &str, desktop: &Path) {
    let thread = std::thread::current();
    let name = format!("failed-{}", thread.name().unwrap_or("test").replace("::", "-"));
    let kept = folder().join(&name);
    // The test has failed already: what cannot be kept must not hide why.
    let picture = kept.with_extension("png");
    let _ = Command::new("import").args(["-display", display, "-window", "root"]).arg(picture).status();
    let _ = fs::create_dir_all(&kept);
    let logs = fs::read_dir(desktop.join("log")).into_iter().flatten().flatten();
    for log in logs {
        let _ = fs::copy(log.path(), kept.join(log.file_name()));
    }
}

/// `target/acceptance`, wherever the target folder is.
fn folder() -> PathBuf {
    let folder = crate::app::profile_folder().parent().unwrap_or(Path::new("target")).join("acceptance");
    fs::create_dir_all(&folder).expect("the target folder is ours");
    folder
}
