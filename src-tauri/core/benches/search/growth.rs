//! Draws how the time grows with the library, as a small picture for the README.

use std::fmt::Write as _;
use std::time::Duration;

const LEFT: f64 = 64.0;
const RIGHT: f64 = 500.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 216.0;
/// From 0.01 ms to 1000 ms.
const DECADES: (f64, f64) = (-2.0, 3.0);
/// From 1 000 to 1 000 000 phrases.
const SIZES: (f64, f64) = (3.0, 6.0);

/// Writes the picture beside the benches: phrases, median, p99.
pub(crate) fn draw(rows: &[(usize, Duration, Duration)]) {
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 520 260\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#807a70\">\n\
         <title>Time from a key to ranked results, by the number of phrases; both axes logarithmic</title>\n",
    );
    for decade in -2..=3 {
        let at = y(f64::from(decade));
        let _ =
            writeln!(svg, "<path d=\"M{LEFT} {at:.1}H{RIGHT}\" stroke=\"#807a70\" stroke-opacity=\".3\"/>");
        let label = 10_f64.powi(decade);
        let _ = writeln!(
            svg,
            "<text x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\">{label} ms</text>",
            LEFT - 8.0,
            at + 4.0
        );
    }
    for (decade, label) in [(3.0, "1k"), (4.0, "10k"), (5.0, "100k"), (6.0, "1M phrases")] {
        let anchor = if decade > 5.5 { "end" } else { "middle" };
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.0}\" text-anchor=\"{anchor}\">{label}</text>",
            x(decade),
            BOTTOM + 20.0
        );
    }
    let medians: Vec<_> = rows.iter().map(|(phrases, median, _)| (*phrases, *median)).collect();
    let p99s: Vec<_> = rows.iter().map(|(phrases, _, p99)| (*phrases, *p99)).collect();
    svg.push_str(&line(&p99s, ("#2a8a9c", "p99", true)));
    svg.push_str(&line(&medians, ("#b8862f", "median", false)));
    svg.push_str("</svg>\n");
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/search-growth.svg");
    match std::fs::write(&file, svg) {
        Ok(()) => println!("drawn: {}", file.display()),
        Err(err) => println!("the picture was not written: {err}"),
    }
}

fn line(points: &[(usize, Duration)], (colour, label, above): (&str, &str, bool)) -> String {
    let place = |(phrases, time): &(usize, Duration)| {
        (x((*phrases as f64).log10()), y((time.as_secs_f64() * 1000.0).max(0.001).log10()))
    };
    let places: Vec<_> = points.iter().map(place).collect();
    let path: Vec<_> = places.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    let mut out =
        format!("<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n", path.join("L"));
    for (x, y) in &places {
        let _ = writeln!(out, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/>");
    }
    if let Some((x, y)) = places.last() {
        let at = if above { y - 10.0 } else { y + 22.0 };
        let _ = writeln!(
            out,
            "<text x=\"{x:.1}\" y=\"{at:.1}\" text-anchor=\"end\" fill=\"{colour}\">{label}</text>"
        );
    }
    out
}

fn x(decade: f64) -> f64 {
    LEFT + (RIGHT - LEFT) * (decade - SIZES.0) / (SIZES.1 - SIZES.0)
}

fn y(decade: f64) -> f64 {
    BOTTOM - (BOTTOM - TOP) * (decade - DECADES.0) / (DECADES.1 - DECADES.0)
}
