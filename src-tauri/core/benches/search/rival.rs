//! `fzf --filter` on the same lines.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fencun_core::Library;

/// A line for the report, or why there is none.
pub(crate) fn compare(library: &Library, median: Duration, p99: Duration) -> Option<String> {
    if Command::new("fzf").arg("--version").stdout(Stdio::null()).status().is_err() {
        return Some("fzf is not installed, so nothing was compared".to_owned());
    }
    let file = std::env::temp_dir().join(format!("fencun-bench-{}.txt", std::process::id()));
    write_lines(library, &file).ok()?;
    let mut times: Vec<Duration> = crate::queries::whole().filter_map(|query| time(query, &file)).collect();
    let _ = std::fs::remove_file(&file);
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize].as_secs_f64() * 1000.0;
    let ours = |time: Duration| time.as_secs_f64() * 1000.0;
    Some(format!(
        "{} phrases: fzf --filter takes {:.1} ms (p99 {:.1} ms) a query, from starting it to its last line; a key here {:.2} ms (p99 {:.2} ms)",
        library.entries().len(),
        at(0.5),
        at(0.99),
        ours(median),
        ours(p99)
    ))
}

fn write_lines(library: &Library, file: &std::path::Path) -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::fs::File::create(file)?);
    for entry in library.entries() {
        let phrase = &entry.phrase;
        let gloss: String = phrase.gloss.iter().map(|(_, text)| text).collect();
        writeln!(
            out,
            "{}\t{}\t{}\t{}",
            phrase.title,
            phrase.text.replace('\n', " "),
            gloss,
            phrase.situation
        )?;
    }
    out.flush()
}

fn time(query: &str, file: &std::path::Path) -> Option<Duration> {
    let lines = std::fs::File::open(file).ok()?;
    let start = Instant::now();
    Command::new("fzf").args(["--filter", query]).stdin(lines).stdout(Stdio::null()).status().ok()?;
    Some(start.elapsed())
}
