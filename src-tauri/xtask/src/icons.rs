//! `cargo xtask icons`: renders the pictures in `icons/` from the SVG files beside them.
//!
//! The pictures are kept in the project: only who changes a drawing needs rsvg-convert and ImageMagick.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::places::Places;
use crate::{files, process, progress};

const APP_SIZES: [u32; 9] = [16, 22, 24, 32, 48, 64, 128, 256, 512];
const TRAY_SIZES: [u32; 6] = [16, 22, 24, 32, 44, 48];
const WINDOWS_SIZES: [u32; 6] = [16, 24, 32, 48, 64, 256];
const MACOS_SIZES: [u32; 5] = [16, 32, 128, 256, 512];
/// The glyph's own colour, and what stands for it where the desktop does not recolour.
const INK: &str = "#232629";
const PANELS: [(&str, &str); 2] = [("light", "#000000"), ("dark", "#ffffff")];

/// A drawing on a square of pixels.
#[derive(Debug, PartialEq, Eq)]
struct Fit {
    /// The SVG file whose grid falls on these pixels.
    source: &'static str,
    /// How large the drawing itself is; the rest is an even margin.
    drawing: u32,
}

/// Renders everything.
pub(crate) fn render(places: &Places) -> Result<(), Error> {
    let icons = places.root.join("icons");
    progress::announced("Rendering the app's icon", || app(&icons))?;
    progress::announced("Rendering the tray's glyph", || tray(places, &icons))?;
    progress::announced("Packing fencun.ico", || windows(&icons))?;
    match process::find_program("png2icns") {
        Some(_) => progress::announced("Packing fencun.icns", || macos(&icons)),
        None => {
            eprintln!("png2icns (package icnsutils) is not installed: fencun.icns stays as it is");
            Ok(())
        }
    }
}

fn app(icons: &Path) -> Result<(), Error> {
    for size in APP_SIZES {
        let fit = app_fit(size);
        draw(&icons.join(fit.source), &fit, size, &app_picture(icons, size))?;
    }
    let hicolor = icons.join("hicolor");
    files::copy(&icons.join("fencun.svg"), &hicolor.join("scalable/apps/fencun.svg"))?;
    files::copy(&icons.join("fencun-symbolic.svg"), &hicolor.join("symbolic/apps/fencun-symbolic.svg"))?;
    files::copy(&icons.join("fencun-symbolic-16.svg"), &hicolor.join("16x16/apps/fencun-symbolic.svg"))
}

fn tray(places: &Places, icons: &Path) -> Result<(), Error> {
    for (panel, colour) in PANELS {
        for size in TRAY_SIZES {
            let fit = tray_fit(size);
            let inked = places.memory().join("glyph.svg");
            files::write(&inked, &files::read(&icons.join(fit.source))?.replace(INK, colour))?;
            draw(&inked, &fit, size, &icons.join(format!("tray/{panel}-{size}.png")))?;
        }
    }
    Ok(())
}

fn windows(icons: &Path) -> Result<(), Error> {
    let mut convert =
        Command::new(if process::find_program("magick").is_some() { "magick" } else { "convert" });
    convert.args(WINDOWS_SIZES.map(|size| app_picture(icons, size))).arg(icons.join("fencun.ico"));
    process::run(&mut convert)
}

fn macos(icons: &Path) -> Result<(), Error> {
    let mut pack = Command::new("png2icns");
    pack.arg(icons.join("fencun.icns")).args(MACOS_SIZES.map(|size| app_picture(icons, size)));
    process::run(&mut pack)
}

fn app_picture(icons: &Path, size: u32) -> PathBuf {
    icons.join(format!("hicolor/{size}x{size}/apps/fencun.png"))
}

/// The big drawing's grid is 16; 22 has a drawing of its own, which 24 frames.
fn app_fit(size: u32) -> Fit {
    match size {
        22 | 24 => Fit { source: "fencun-22.svg", drawing: 22 },
        _ => Fit { source: "fencun.svg", drawing: size },
    }
}

/// The glyph's grid is 22, which 24 and 48 frame; 16 and 32 have a drawing of their own.
fn tray_fit(size: u32) -> Fit {
    match size {
        16 | 32 => Fit { source: "fencun-symbolic-16.svg", drawing: size },
        _ => Fit { source: "fencun-symbolic.svg", drawing: size / 22 * 22 },
    }
}

fn draw(source: &Path, fit: &Fit, canvas: u32, to: &Path) -> Result<(), Error> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(Error::file(folder))?;
    }
    let margin = (canvas - fit.drawing) / 2;
    let lengths = [
        ("--width", fit.drawing),
        ("--height", fit.drawing),
        ("--page-width", canvas),
        ("--page-height", canvas),
        ("--left", margin),
        ("--top", margin),
    ];
    let mut convert = Command::new("rsvg-convert");
    for (name, length) in lengths {
        convert.arg(name).arg(length.to_string());
    }
    process::run(convert.arg("--output").arg(to).arg(source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_falls_on_whole_pixels() {
        for (sizes, fit) in [(&APP_SIZES[..], app_fit as fn(u32) -> Fit), (&TRAY_SIZES, tray_fit)] {
            for &size in sizes {
                let Fit { source, drawing } = fit(size);
                let grid = if matches!(source, "fencun.svg" | "fencun-symbolic-16.svg") { 16 } else { 22 };
                assert_eq!(drawing % grid, 0, "{source} at {size}");
                assert_eq!((size - drawing) % 2, 0, "{source} at {size} has an even margin");
            }
        }
    }

    #[test]
    fn packed_icons_use_rendered_sizes_only() {
        assert!(WINDOWS_SIZES.iter().chain(&MACOS_SIZES).all(|size| APP_SIZES.contains(size)));
    }
}
