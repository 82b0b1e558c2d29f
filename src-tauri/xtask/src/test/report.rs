//! The end of a test run: a table of the steps, what failed, and the count.

use std::fmt;
use std::time::Duration;

use super::count::Count;
use crate::progress::spoken;

/// What the steps told, in the order they ran.
#[derive(Debug, Default)]
pub(crate) struct Report {
    rows: Vec<(&'static str, Duration, u32, u32)>,
    set_up: Duration,
    total: Count,
}

impl Report {
    /// Time that went into installing and building before a step.
    pub(crate) fn add_set_up(&mut self, took: Duration) {
        self.set_up += took;
    }

    /// A step that is over.
    pub(crate) fn add(&mut self, name: &'static str, took: Duration, count: Count) {
        self.rows.push((name, took, count.passed, count.failed));
        self.total += count;
    }

    /// Anything failed at all.
    pub(crate) fn failed(&self) -> bool {
        self.total.failed > 0
    }
}

impl fmt::Display for Report {
    /// The count closes the report, alone on its line: that is the line CI reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{:<12} {:>12} {:>7} {:>7}", "step", "time", "passed", "failed")?;
        for (name, took, passed, failed) in &self.rows {
            writeln!(f, "{name:<12} {:>12} {passed:>7} {failed:>7}", spoken(*took))?;
        }
        writeln!(f, "{:<12} {:>12}", "(set-up)", spoken(self.set_up))?;
        for name in &self.total.failures {
            writeln!(f, "failed: {name}")?;
        }
        write!(f, "{} passed, {} failed", self.total.passed, self.total.failed)?;
        if self.total.skipped > 0 {
            write!(f, ", {} skipped", self.total.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_the_count_and_nothing_else() {
        let mut report = Report::default();
        report.add("fmt", Duration::from_secs(1), Count::one("fmt", true));
        report.add("core", Duration::from_secs(70), Count { passed: 40, ..Count::crashed("copy::fails") });
        let text = report.to_string();
        assert_eq!(text.lines().last(), Some("41 passed, 1 failed"));
        assert!(text.contains("failed: copy::fails"), "{text}");
        assert!(report.failed());
    }

    #[test]
    fn skipped_tests_are_not_hidden() {
        let mut report = Report::default();
        report.add("core", Duration::ZERO, Count { passed: 2, skipped: 1, ..Count::default() });
        assert!(report.to_string().ends_with("\n2 passed, 0 failed, 1 skipped"));
        assert!(!report.failed());
    }
}
