//! Turns the icons into plain pixels, as the desktops take them: ARGB, most significant byte first.

use std::error::Error;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// The sizes that Linux panels choose from.
const SIDES: [u32; 4] = [22, 24, 32, 48];

fn main() -> Result<(), Box<dyn Error>> {
    let icons = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("../../icons");
    let app = |side| format!("hicolor/{side}x{side}/apps/fencun.png");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let mut list = String::from("&[\n");
    for side in SIDES {
        let pixels = pixels(&icons.join(app(side)), side, &out)?;
        list += &format!("    ({side}, include_bytes!({pixels:?})),\n");
    }
    fs::write(out.join("pixmaps.rs"), list + "]\n")?;

    // The menu bar of macOS recolours a black glyph; Windows has no such thing, and shows the app icon.
    let template = std::env::var("CARGO_CFG_TARGET_OS")? == "macos";
    let (file, side) = if template { ("tray/light-44.png".to_owned(), 44) } else { (app(32), 32) };
    let pixels = pixels(&icons.join(file), side, &out)?;
    let glyph = format!(
        "const GLYPH_SIDE: u32 = {side};\n\
         const GLYPH_IS_TEMPLATE: bool = {template};\n\
         const GLYPH: &[u8] = include_bytes!({pixels:?});\n"
    );
    fs::write(out.join("glyph.rs"), glyph)?;
    Ok(())
}

/// Writes the pixels of the picture into a file, and returns its name.
fn pixels(picture: &Path, side: u32, out: &Path) -> Result<String, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", picture.display());
    let pixels = argb(picture, side).map_err(|error| format!("{}: {error}", picture.display()))?;
    let file = out.join(format!("{side}.argb"));
    fs::write(&file, pixels)?;
    Ok(file.display().to_string())
}

fn argb(file: &Path, side: u32) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut decoder = png::Decoder::new(BufReader::new(File::open(file)?));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::ALPHA);
    let mut reader = decoder.read_info()?;
    let mut rgba = vec![0; reader.output_buffer_size().ok_or("too large")?];
    let info = reader.next_frame(&mut rgba)?;
    if (info.width, info.height, info.color_type) != (side, side, png::ColorType::Rgba) {
        return Err(format!("not {side} by {side} pixels in colour").into());
    }
    rgba.truncate(info.buffer_size());
    for pixel in rgba.chunks_exact_mut(4) {
        pixel.rotate_right(1);
    }
    Ok(rgba)
}
