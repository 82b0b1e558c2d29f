//! The icon: a name the panel draws in its own colours where a theme has it, else pixels of ours.

use std::path::PathBuf;

use ksni::Icon;

/// The glyph in an icon theme, which panels recolour to fit.
const SYMBOLIC: &str = "fencun-symbolic";

/// Side and ARGB pixels, made from the coloured app icon when the program was built.
///
/// Pixels are never recoloured and nothing tells the colour of the panel: a black or a white glyph is lost on one
/// half of the desktops. The app icon brings its own ground, so it reads on light and on dark.
const PIXMAPS: &[(i32, &[u8])] = include!(concat!(env!("OUT_DIR"), "/pixmaps.rs"));

/// How the icon is drawn.
pub(super) enum Look {
    /// By the panel, from a theme.
    Themed,
    /// From our pixels.
    Pixels,
}

impl Look {
    /// A theme's icon where one is installed.
    pub(super) fn find() -> Self {
        let places = icon_folders().into_iter();
        let mut files =
            places.map(|icons| icons.join("hicolor/symbolic/apps").join(format!("{SYMBOLIC}.svg")));
        if files.any(|file| file.is_file()) { Self::Themed } else { Self::Pixels }
    }

    pub(super) fn name(&self) -> String {
        match self {
            Self::Themed => SYMBOLIC.to_owned(),
            Self::Pixels => String::new(),
        }
    }

    pub(super) fn pixmaps(&self) -> Vec<Icon> {
        match self {
            Self::Themed => Vec::new(),
            Self::Pixels => PIXMAPS.iter().map(|(side, data)| icon(*side, data)).collect(),
        }
    }
}

fn icon(side: i32, data: &[u8]) -> Icon {
    Icon { width: side, height: side, data: data.to_vec() }
}

/// Where icon themes are, by the base directory rules.
fn icon_folders() -> Vec<PathBuf> {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = absolute("XDG_DATA_HOME").or_else(|| absolute("HOME").map(|home| home.join(".local/share")));
    let shared = std::env::var_os("XDG_DATA_DIRS").filter(|dirs| !dirs.is_empty());
    let shared = shared.unwrap_or_else(|| "/usr/local/share:/usr/share".into());
    home.into_iter().chain(std::env::split_paths(&shared)).map(|data| data.join("icons")).collect()
}
