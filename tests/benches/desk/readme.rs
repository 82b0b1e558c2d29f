//! The README's copy of the table, between two marks.

use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- bench desk -->\n";
const END: &str = "<!-- end of bench desk -->";

/// Replaces what stands between the marks.
#[track_caller]
pub(crate) fn write(table: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let text = fs::read_to_string(&file).expect("there is a README");
    let marks = "the README says where the table goes";
    let (before, rest) = text.split_once(BEGIN).expect(marks);
    let (_, after) = rest.split_once(END).expect(marks);
    fs::write(&file, format!("{before}{BEGIN}{table}{END}{after}")).expect("the README can be written");
}
