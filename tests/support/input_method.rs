//! An input method as people have it who write Chinese: ibus or fcitx, each with pinyin and chewing.

use std::fs;

use crate::builder::DesktopBuilder;
use crate::desktop::Desktop;
use crate::geometry::Rect;
use crate::program::Program;
use crate::wait::{DEADLINE, wait_until};

/// What brings the keys to an engine and shows its candidates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Framework {
    /// With the engines `libpinyin` and `chewing`.
    Ibus,
    /// With the engines `pinyin` and `chewing`.
    Fcitx,
}

impl Framework {
    /// The class of the windows that show candidates.
    const fn panel(self) -> &'static str {
        match self {
            Self::Ibus => "ibus-ui-gtk3",
            Self::Fcitx => "fcitx",
        }
    }
}

/// Its windows that show nothing are smaller.
const NARROWEST: i32 = 40;

/// A running input method. Dropping it ends it.
pub struct InputMethod<'d> {
    desktop: &'d Desktop,
    framework: Framework,
    _daemon: Program,
}

impl DesktopBuilder {
    /// Every program of the desktop takes its keys through ibus, as the session's settings make them.
    pub fn for_input_method(self) -> Self {
        self.env("GTK_IM_MODULE", "ibus").env("XMODIFIERS", "@im=ibus")
    }

    /// The same through fcitx.
    pub fn for_fcitx(self) -> Self {
        self.env("GTK_IM_MODULE", "fcitx").env("XMODIFIERS", "@im=fcitx")
    }
}

impl<'d> InputMethod<'d> {
    /// Starts ibus with this engine. The desktop must be made for it.
    #[track_caller]
    #[must_use]
    pub fn start(desktop: &'d Desktop, engine: &str) -> Self {
        // The daemon ends with the thread that started it, which is the test's own.
        let mut command = desktop.command("ibus-daemon");
        command.arg("--xim").env("GSETTINGS_BACKEND", "keyfile");
        write_settings(desktop, engine);
        let method = Self { desktop, framework: Framework::Ibus, _daemon: desktop.spawn(command) };
        method.wait_for_engine(engine);
        method
    }

    /// Starts fcitx with this engine. The desktop must be made for it.
    #[track_caller]
    #[must_use]
    pub fn start_fcitx(desktop: &'d Desktop, engine: &str) -> Self {
        write_profile(desktop, engine);
        let mut command = desktop.command("fcitx5");
        command.arg("--disable=wayland,notificationitem");
        let method = Self { desktop, framework: Framework::Fcitx, _daemon: desktop.spawn(command) };
        method.wait_for_engine(engine);
        method
    }

    /// Where candidates are to be seen now.
    #[must_use]
    pub fn candidates(&self) -> Option<Rect> {
        let screen = self.desktop.screen();
        let of_panel = |&id: &u32| {
            screen.text(id, "WM_CLASS").is_some_and(|class| class.starts_with(self.framework.panel()))
        };
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
    fn wait_for_engine(&self, engine: &str) {
        wait_until(&format!("the engine {engine}"), DEADLINE, || (self.engine() == engine).then_some(()));
    }

    #[track_caller]
    fn engine(&self) -> String {
        let (program, argument) = match self.framework {
            Framework::Ibus => ("ibus", "engine"),
            // It names no engine before somebody types, but its group, which is called as its only engine.
            Framework::Fcitx => ("fcitx5-remote", "-q"),
        };
        let mut command = self.desktop.command(program);
        command.arg(argument);
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

/// The same for fcitx.
fn write_profile(desktop: &Desktop, engine: &str) {
    let folder = desktop.folder().join("config/fcitx5");
    fs::create_dir_all(&folder).expect("the folder is ours");
    let profile = format!(
        "[Groups/0]\nName={engine}\nDefault Layout=us\nDefaultIM={engine}\n\n\
         [Groups/0/Items/0]\nName={engine}\nLayout=\n\n[GroupOrder]\n0={engine}\n"
    );
    fs::write(folder.join("profile"), profile).expect("the folder is ours");
}
