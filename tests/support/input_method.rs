//! An input method as people have it who write Chinese: ibus, with pinyin and chewing.

use std::fs;

use crate::builder::DesktopBuilder;
use crate::desktop::Desktop;
use crate::geometry::Rect;
use crate::program::Program;
use crate::wait::{DEADLINE, wait_until};

/// The program that shows the candidates.
const PANEL: &str = "ibus-ui-gtk3";
/// Its windows that show nothing are smaller.
const NARROWEST: i32 = 40;

/// A running input method. Dropping it ends it.
pub struct InputMethod<'d> {
    desktop: &'d Desktop,
    _daemon: Program,
}

impl DesktopBuilder {
    /// Every program of the desktop takes its keys through ibus, as the session's settings make them.
    pub fn for_input_method(self) -> Self {
        self.env("GTK_IM_MODULE", "ibus").env("XMODIFIERS", "@im=ibus")
    }
}

impl<'d> InputMethod<'d> {
    /// Starts it with this engine: `libpinyin` or `chewing`. The desktop must be made for it.
    #[track_caller]
    #[must_use]
    pub fn start(desktop: &'d Desktop, engine: &str) -> Self {
        // The daemon ends with the thread that started it, which is the test's own.
        let mut command = desktop.command("ibus-daemon");
        command.arg("--xim").env("GSETTINGS_BACKEND", "keyfile");
        write_settings(desktop, engine);
        let method = Self { desktop, _daemon: desktop.spawn(command) };
        method.wait_for_engine(engine, || ());
        method
    }

    /// Goes on with another engine.
    #[track_caller]
    pub fn switch_to(&self, engine: &str) {
        self.wait_for_engine(engine, || _ = self.engine(&[engine]));
    }

    /// Where candidates are to be seen now.
    #[must_use]
    pub fn candidates(&self) -> Option<Rect> {
        let screen = self.desktop.screen();
        let of_panel = |&id: &u32| screen.text(id, "WM_CLASS").is_some_and(|class| class.starts_with(PANEL));
        let shown = screen.children(screen.root).into_iter().filter(|&id| screen.viewable(id));
        shown.filter(of_panel).filter_map(|id| screen.geometry(id)).find(|area| area.width >= NARROWEST)
    }

    /// Waits until candidates are to be seen.
    #[track_caller]
    pub fn wait_for_candidates(&self) -> Rect {
        wait_until("candidates on the screen", DEADLINE, || self.candidates())
    }

    /// Waits until no candidates are to be seen.
    #[track_caller]
    pub fn wait_for_no_candidates(&self) {
        wait_until("the candidates to go", DEADLINE, || self.candidates().is_none().then_some(()));
    }

    #[track_caller]
    fn wait_for_engine(&self, engine: &str, ask_for_it: impl Fn()) {
        wait_until(&format!("the engine {engine}"), DEADLINE, || {
            ask_for_it();
            (self.engine(&[]) == engine).then_some(())
        });
    }

    #[track_caller]
    fn engine(&self, arguments: &[&str]) -> String {
        let mut command = self.desktop.command("ibus");
        command.arg("engine").args(arguments);
        String::from_utf8_lossy(&self.desktop.run(command).stdout).trim().to_owned()
    }
}

/// As a person has set it up: one engine, and no icon of its own in the tray.
fn write_settings(desktop: &Desktop, engine: &str) {
    let folder = desktop.folder().join("config/glib-2.0/settings");
    fs::create_dir_all(&folder).expect("the folder is ours");
    let settings = format!(
        "[desktop/ibus/general]\npreload-engines=['{engine}']\n\n[desktop/ibus/panel]\nshow-icon-on-systray=false\n"
    );
    fs::write(folder.join("keyfile"), settings).expect("the folder is ours");
}
