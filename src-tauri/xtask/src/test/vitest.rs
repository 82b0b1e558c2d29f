//! vitest's own count, read from its JSON report.

use super::count::Count;

/// Reads the three totals; `None` if the report does not hold them.
pub(crate) fn read(report: &str) -> Option<Count> {
    Some(Count {
        passed: total(report, "numPassedTests")?,
        failed: total(report, "numFailedTests")?,
        skipped: total(report, "numPendingTests")?,
        failures: failures(report),
    })
}

/// The totals stand before any text of a test, so the first hit is the right one.
fn total(report: &str, key: &str) -> Option<u32> {
    let (_, rest) = report.split_once(&format!("\"{key}\":"))?;
    let digits: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Each result says its status and then its title, so the names come from pieces cut at the status.
fn failures(report: &str) -> Vec<String> {
    let mut pieces: Vec<_> = report.split("\"fullName\":\"").skip(1).collect();
    pieces.retain(|piece| {
        piece.split_once("\"status\":\"").is_some_and(|(_, rest)| rest.starts_with("failed"))
    });
    pieces.iter().filter_map(|piece| Some(piece.split_once("\",\"")?.0.replace("\\\"", "\""))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"{"numTotalTestSuites":3,"numPassedTestSuites":3,"numFailedTestSuites":0,"numPendingTestSuites":0,
        "numTotalTests":7,"numPassedTests":5,"numFailedTests":1,"numPendingTests":1,"numTodoTests":0,"success":false,
        "testResults":[{"assertionResults":[
        {"ancestorTitles":["keys"],"fullName":"keys Enter copies","status":"passed","title":"Enter copies"},
        {"ancestorTitles":["keys"],"fullName":"keys Esc \"hides\"","status":"failed","title":"Esc \"hides\""}]}]}"#;

    #[test]
    fn the_totals_and_the_failed_names_are_read() {
        let count = read(REPORT).expect("all three are there");
        assert_eq!((count.passed, count.failed, count.skipped), (5, 1, 1));
        assert_eq!(count.failures, ["keys Esc \"hides\""]);
    }

    #[test]
    fn half_a_report_is_none() {
        assert_eq!(read("{\"numPassedTests\":5"), None);
        assert_eq!(read(""), None);
    }
}
