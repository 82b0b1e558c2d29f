//! Version numbers as the tools print them.

use std::fmt;

/// A version's first two numbers: no rule here needs more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(pub(crate) u32, pub(crate) u32);

impl Version {
    /// Reads `rustc 1.95.0 (59807616e 2026-04-14)`, `v20.20.2`, `11.19.1`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let word = text.split_whitespace().find(|word| word.contains('.'))?;
        let mut numbers = word.trim_start_matches('v').split('.');
        Some(Self(numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0, self.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<Version>) {
        assert_eq!(Version::parse(text), expected, "{text}");
    }

    #[test]
    fn the_tools_ways_of_saying_it_are_read() {
        check("rustc 1.95.0 (59807616e 2026-04-14)", Some(Version(1, 95)));
        check("rustc 1.98.0-nightly (abc 2026-07-01)", Some(Version(1, 98)));
        check("v20.20.2\n", Some(Version(20, 20)));
        check("10.9.3", Some(Version(10, 9)));
        check("", None);
        check("rustc unknown", None);
        check("x.y", None);
    }

    #[test]
    fn versions_compare_by_number_not_by_letter() {
        assert!(Version(20, 9) < Version(20, 19));
        assert!(Version(9, 99) < Version(10, 0));
    }
}
