//! How many tests and checks passed and failed, read from what the runners print.

use std::ops::AddAssign;

/// Tests and checks so far, with the names of those that failed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
    pub(crate) failures: Vec<String>,
}

impl Count {
    /// A check that is one whole.
    pub(crate) fn one(name: &str, passed: bool) -> Self {
        if passed { Self { passed: 1, ..Self::default() } } else { Self::crashed(name) }
    }

    /// Something that ended before it could count.
    pub(crate) fn crashed(name: &str) -> Self {
        Self { failed: 1, failures: vec![name.to_owned()], ..Self::default() }
    }

    /// Adds what a line of `cargo test` tells, if it tells anything.
    pub(crate) fn read_cargo_line(&mut self, line: &str) {
        let plain = without_colour(line);
        if let Some(result) = plain.strip_prefix("test result: ") {
            self.passed += number_before(result, " passed");
            self.failed += number_before(result, " failed");
            self.skipped += number_before(result, " ignored");
        } else if let Some(name) =
            plain.strip_prefix("test ").and_then(|rest| rest.strip_suffix(" ... FAILED"))
        {
            self.failures.push(name.to_owned());
        }
    }

    /// A runner that failed without a failed test, or ran no test at all, counts as one failure.
    pub(crate) fn closed(mut self, name: &str, ended_well: bool) -> Self {
        if !ended_well && self.failed == 0 {
            self += Self::crashed(&format!("{name}: ended early"));
        } else if self.passed + self.failed == 0 {
            self += Self::crashed(&format!("{name}: ran no test"));
        }
        self
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.failures.extend(other.failures);
    }
}

/// The number right before these words; 0 if they are not there.
fn number_before(text: &str, words: &str) -> u32 {
    let number = text.split(words).next().filter(|start| start.len() < text.len());
    number.and_then(|start| start.rsplit([' ', ';']).next()?.parse().ok()).unwrap_or(0)
}

/// Drops the terminal's colour codes.
fn without_colour(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    plain.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[&str], (passed, failed, skipped): (u32, u32, u32), failures: &[&str]) {
        let mut count = Count::default();
        for line in lines {
            count.read_cargo_line(line);
        }
        assert_eq!((count.passed, count.failed, count.skipped), (passed, failed, skipped), "{lines:?}");
        assert_eq!(count.failures, failures, "{lines:?}");
    }

    const OK: &str =
        "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
    const BAD: &str =
        "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 2s";

    #[test]
    fn results_of_several_binaries_are_summed() {
        check(&[OK, "", "running 5 tests", BAD], (15, 2, 1), &[]);
        check(&["test result: \u{1b}[32mok\u{1b}(B\u{1b}[m. 4 passed; 0 failed; 0 ignored"], (4, 0, 0), &[]);
    }

    #[test]
    fn failed_tests_are_named() {
        check(
            &["test copy::works ... ok", "test copy::fails ... \u{1b}[31mFAILED\u{1b}[m", BAD],
            (3, 2, 0),
            &["copy::fails"],
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        check(&["12 passed; 3 failed", "my test result: ok. 9 passed;", "test result: odd"], (0, 0, 0), &[]);
    }

    #[test]
    fn a_runner_that_broke_or_ran_nothing_has_failed() {
        let passed = || Count { passed: 3, ..Count::default() };
        assert_eq!(passed().closed("core", true).failed, 0);
        assert_eq!(passed().closed("core", false).failures, ["core: ended early"]);
        assert_eq!(Count::default().closed("core", true).failures, ["core: ran no test"]);
        let failed = || Count { failed: 2, ..passed() };
        assert_eq!(failed().closed("core", false).failed, 2);
    }
}
