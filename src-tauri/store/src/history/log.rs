//! The list of what was done: one JSON object a line, each with a checksum, only ever added to.
//!
//! A line that was torn by a crash is passed over; it can only be the last thing that was being said.

use serde::{Deserialize, Serialize};

use super::hash::{Hash, checksum};

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Record {
    /// A file is about to be changed, by us, or was changed by somebody else.
    Change(Change),
    /// The change of this step is in place.
    Done { step: u64 },
    /// The change of this step did not happen.
    Void { step: u64 },
    /// This is how a file lies on the disk; no operation of anybody is known.
    Seen { file: String, hash: Option<Hash> },
    /// These bytes of a file were on the disk for a while; they are kept for the person, and are no version to go on from.
    Kept { file: String, hash: Hash },
    /// Which folder the library was when something lay in it: an empty one in its place is not the library.
    Folder { identity: String },
}

/// One operation on one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Change {
    /// Counts up from 1.
    pub(crate) step: u64,
    /// In UTC, as RFC 3339.
    pub(crate) time: String,
    /// `add`, `edit`, `delete` …
    pub(crate) operation: String,
    /// The phrases it touches.
    pub(crate) ids: Vec<String>,
    /// The id of the pack.
    pub(crate) pack: String,
    /// The file, by its label.
    pub(crate) file: String,
    /// What was there; None if there was no file.
    pub(crate) before: Option<Hash>,
    /// What is there then; None if the file is taken away.
    pub(crate) after: Option<Hash>,
    /// The step it takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) undoes: Option<u64>,
}

const OPENING: &str = "{\"sum\":\"";
const MIDDLE: &str = "\",\"record\":";

/// A record as a line, with its end.
pub(crate) fn line(record: &Record) -> String {
    let json = serde_json::to_string(record).expect("strings, numbers and lists always have a JSON form");
    format!("{OPENING}{}{MIDDLE}{json}}}\n", checksum(json.as_bytes()))
}

/// Reads all lines, and says how many could not be read.
pub(crate) fn read(bytes: &[u8]) -> (Vec<Record>, usize) {
    let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let (mut records, mut bad) = (Vec::new(), 0);
    for line in lines {
        match std::str::from_utf8(line).ok().and_then(record) {
            Some(record) => records.push(record),
            None => bad += 1,
        }
    }
    (records, bad)
}

fn record(line: &str) -> Option<Record> {
    let (sum, rest) = line.strip_prefix(OPENING)?.split_once(MIDDLE)?;
    let json = rest.strip_suffix('}')?;
    (checksum(json.as_bytes()) == sum).then(|| serde_json::from_str(json).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_cut_anywhere_is_passed_over_and_costs_no_other() {
        let whole = line(&Record::Done { step: 1 });
        let last = line(&Record::Seen { file: "library/mine.toml".into(), hash: Some(Hash::of(b"x")) });
        for cut in 0..last.len() {
            let text = format!("{whole}{}\n{whole}", &last[..cut]);
            let (records, bad) = read(text.as_bytes());
            // The line's own end is not part of it.
            let expected = if cut == last.len() - 1 { (3, 0) } else { (2, usize::from(cut > 0)) };
            assert_eq!((records.len(), bad), expected, "cut at {cut}");
        }
    }

    #[test]
    fn a_changed_byte_is_noticed() {
        let text = line(&Record::Done { step: 1 }).replace(":1}", ":2}");
        assert_eq!(read(text.as_bytes()), (Vec::new(), 1));
    }
}
