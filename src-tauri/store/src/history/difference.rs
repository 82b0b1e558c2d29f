//! Writes one version as what differs from another, so that five hundred small edits of a large pack stay small.
//!
//! Plain text on purpose: what is new in a version can be read with any editor, even if nothing else works.

use std::collections::HashMap;

/// `new` as pieces of `base` and lines of its own.
pub(super) fn write(base: &[u8], new: &[u8]) -> Vec<u8> {
    let mut pieces = Pieces::default();
    let starts = line_starts(base);
    let mut next = None;
    let mut at = 0;
    for line in new.split_inclusive(|byte| *byte == b'\n') {
        // To go on where the last line was found keeps pieces long, even among lines that occur often.
        let here = next.filter(|start| base.get(*start..).is_some_and(|rest| rest.starts_with(line)));
        match here.or_else(|| starts.get(line).copied()) {
            Some(start) => {
                pieces.copy(start, line.len());
                next = Some(start + line.len());
            }
            None => {
                pieces.own(new.get(at..at + line.len()).unwrap_or_default());
                next = None;
            }
        }
        at += line.len();
    }
    pieces.finish()
}

/// The version that was written; None if this is no difference from `base`.
pub(super) fn read(base: &[u8], mut difference: &[u8]) -> Option<Vec<u8>> {
    let mut new = Vec::new();
    while !difference.is_empty() {
        let end = difference.iter().position(|byte| *byte == b'\n')?;
        let (line, rest) = (std::str::from_utf8(difference.get(..end)?).ok()?, difference.get(end + 1..)?);
        difference = rest;
        let numbers: Vec<&str> = line.split(' ').collect();
        match numbers[..] {
            ["copy", start, length] => {
                let (start, length): (usize, usize) = (start.parse().ok()?, length.parse().ok()?);
                new.extend_from_slice(base.get(start..start.checked_add(length)?)?);
            }
            ["own", length] => {
                let length: usize = length.parse().ok()?;
                new.extend_from_slice(difference.get(..length)?);
                difference = difference.get(length..)?.strip_prefix(b"\n")?;
            }
            _ => return None,
        }
    }
    Some(new)
}

fn line_starts(base: &[u8]) -> HashMap<&[u8], usize> {
    let mut starts = HashMap::new();
    let mut at = 0;
    for line in base.split_inclusive(|byte| *byte == b'\n') {
        starts.entry(line).or_insert(at);
        at += line.len();
    }
    starts
}

#[derive(Default)]
struct Pieces {
    written: Vec<u8>,
    copied: Option<(usize, usize)>,
    own: Vec<u8>,
}

impl Pieces {
    fn copy(&mut self, start: usize, length: usize) {
        self.end_own();
        match &mut self.copied {
            Some((from, so_far)) if *from + *so_far == start => *so_far += length,
            _ => {
                self.end_copy();
                self.copied = Some((start, length));
            }
        }
    }

    fn own(&mut self, bytes: &[u8]) {
        self.end_copy();
        self.own.extend_from_slice(bytes);
    }

    fn end_copy(&mut self) {
        if let Some((start, length)) = self.copied.take() {
            self.written.extend_from_slice(format!("copy {start} {length}\n").as_bytes());
        }
    }

    fn end_own(&mut self) {
        if !self.own.is_empty() {
            self.written.extend_from_slice(format!("own {}\n", self.own.len()).as_bytes());
            self.written.append(&mut self.own);
            self.written.push(b'\n');
        }
    }

    fn finish(mut self) -> Vec<u8> {
        self.end_copy();
        self.end_own();
        self.written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(base: &str, new: &str, expected: &str) {
        let difference = write(base.as_bytes(), new.as_bytes());
        assert_eq!(read(base.as_bytes(), &difference).as_deref(), Some(new.as_bytes()), "{base:?} {new:?}");
        assert_eq!(String::from_utf8_lossy(&difference), expected, "{base:?} {new:?}");
    }

    #[test]
    fn a_version_comes_back_from_its_difference() {
        check("a\nb\nc\n", "a\nB\nc\n", "copy 0 2\nown 2\nB\n\ncopy 4 2\n");
        check("a\nb", "a\nb\nc\n", "copy 0 2\nown 4\nb\nc\n\n");
        check("", "copy 0 9\n", "own 9\ncopy 0 9\n\n");
        check("x\n", "", "");
        check("a\n\nb\n\nc\n", "a\n\nb\n\nc\n", "copy 0 8\n");
    }

    #[test]
    fn what_is_no_difference_is_refused() {
        for bad in
            ["copy 0 99\n", "copy 1\n", "own 5\nabc\n", "own 18446744073709551615\nx\n", "what\n", "copy 0 1"]
        {
            assert_eq!(read(b"base", bad.as_bytes()), None, "{bad:?}");
        }
    }

    #[test]
    fn any_version_comes_back_from_any_other() {
        let mut seed = 7_u64;
        let mut random = |most: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % most
        };
        for _ in 0..2_000 {
            let mut text = || -> Vec<u8> {
                (0..random(12))
                    .flat_map(|_| [b"a\n".as_slice(), b"\n", b"bb\n", b"c", b"\xff\n"][random(5) as usize])
                    .copied()
                    .collect()
            };
            let (base, new) = (text(), text());
            assert_eq!(read(&base, &write(&base, &new)), Some(new));
        }
    }
}
