//! How long the history is kept: at least ninety days and five hundred steps, and no larger than it may grow.

use std::collections::{HashMap, HashSet};
use std::io;

use jiff::Timestamp;

use super::hash::Hash;
use super::index::Index;
use super::log::{self, Change, Record};
use super::{History, list, write_new};
use crate::os;
use crate::random;
use crate::save::TEMPORARY;

/// What bounds a history.
pub(super) struct Bounds {
    /// Everything younger stays.
    pub(super) seconds: i64,
    /// At least so many steps stay, however old.
    pub(super) steps: usize,
    /// At most so many steps stay, however young.
    pub(super) most_steps: usize,
    /// At most so many bytes of old versions stay.
    pub(super) bytes: u64,
}

pub(super) const BOUNDS: Bounds =
    Bounds { seconds: 90 * 24 * 60 * 60, steps: 500, most_steps: 50_000, bytes: 256 * 1024 * 1024 };

/// So many steps stay even where they take up more than they may.
const LAST: usize = 10;

impl History<'_> {
    /// Lets go of what is older than it need be, and of bytes that no step refers to.
    pub(crate) fn tidy(&mut self, now: i64) -> io::Result<()> {
        self.tidy_to(&BOUNDS, now)
    }

    pub(super) fn tidy_to(&mut self, bounds: &Bounds, now: i64) -> io::Result<()> {
        let sizes: HashMap<Hash, u64> = self.objects.all().into_iter().collect();
        let cut = self.cut(bounds, &sizes, now);
        // A line that a crash tore says nothing any more.
        if cut > 0 || self.bad_lines > 0 || self.torn {
            self.forget_before(cut)?;
        }
        let wanted = self.referred_to(&self.records);
        for hash in sizes.keys().filter(|hash| !wanted.contains(*hash)) {
            self.objects.remove(hash);
        }
        Ok(())
    }

    /// The first line to keep.
    fn cut(&self, bounds: &Bounds, sizes: &HashMap<Hash, u64>, now: i64) -> usize {
        let changes: Vec<(usize, &Change)> = self
            .records
            .iter()
            .enumerate()
            .filter_map(|(at, record)| match record {
                Record::Change(change) => Some((at, change)),
                _ => None,
            })
            .collect();
        let last = |steps: usize| {
            changes.len().checked_sub(steps).and_then(|at| changes.get(at)).map_or(0, |(at, _)| *at)
        };
        let young = changes.iter().find(|(_, change)| now - seconds(change) < bounds.seconds);
        let young = young.map_or(usize::MAX, |(at, _)| *at);
        let cut = young.min(last(bounds.steps)).max(last(bounds.most_steps));
        let fewer = [5_000, 2_000, 1_000, 500, 200, 100, 50, LAST].map(last);
        let candidates = std::iter::once(cut).chain(fewer.into_iter().filter(|at| *at > cut));
        let fits = |at: &usize| self.size(*at, sizes) <= bounds.bytes;
        candidates.clone().find(fits).unwrap_or_else(|| candidates.last().unwrap_or(cut))
    }

    fn size(&self, cut: usize, sizes: &HashMap<Hash, u64>) -> u64 {
        let kept = self.referred_to(self.records.get(cut..).unwrap_or_default());
        kept.iter().filter_map(|hash| sizes.get(hash)).sum()
    }

    /// The versions that lines need, and those these differ from.
    fn referred_to(&self, records: &[Record]) -> HashSet<Hash> {
        let mut wanted: HashSet<Hash> = records.iter().flat_map(hashes).cloned().collect();
        wanted.extend(self.files().iter().filter_map(|file| self.index.versions(file).next().cloned()));
        let bases: Vec<Hash> = wanted.iter().filter_map(|hash| self.objects.base(hash)).collect();
        wanted.extend(bases);
        wanted
    }

    fn forget_before(&mut self, cut: usize) -> io::Result<()> {
        let known = Index::of(self.records.get(..cut).unwrap_or_default());
        let seen = known.labels().map(|label| Record::Seen {
            file: label.to_owned(),
            hash: known.versions(label).next().cloned(),
        });
        let folder = known.folder.clone().map(|identity| Record::Folder { identity });
        let rest = self.records.get(cut..).unwrap_or_default().iter().cloned();
        let records: Vec<Record> = seen.chain(folder).chain(rest).collect();
        let text: String = records.iter().map(log::line).collect();
        let path = list(&self.folder);
        let temp = self.folder.join(format!("ops.jsonl.{}{TEMPORARY}", random::word()));
        write_new(self.disk, &temp, text.as_bytes(), os::PRIVATE)?;
        self.disk.rename(&temp, &path).inspect_err(|_| drop(self.disk.remove(&temp)))?;
        self.disk.sync_folder(&self.folder)?;
        self.index = Index::of(&records);
        (self.records, self.torn, self.bad_lines) = (records, false, 0);
        Ok(())
    }
}

/// The versions a line refers to.
pub(crate) fn hashes(record: &Record) -> Vec<&Hash> {
    match record {
        Record::Change(change) => change.before.iter().chain(&change.after).collect(),
        Record::Seen { hash, .. } => hash.iter().collect(),
        Record::Kept { hash, .. } => vec![hash],
        Record::Done { .. } | Record::Void { .. } | Record::Folder { .. } => Vec::new(),
    }
}

/// A time that cannot be read counts as now: nothing goes because of it.
fn seconds(change: &Change) -> i64 {
    change.time.parse::<Timestamp>().map_or(i64::MAX / 2, Timestamp::as_second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::RealDisk;

    const DAY: i64 = 24 * 60 * 60;

    /// A history of a hundred steps, one a day from 1970 on, that each take up a file of 100 bytes.
    fn hundred_days(folder: &std::path::Path) -> History<'static> {
        let mut history = History::open(&RealDisk, folder).expect("nothing there yet");
        let mut before = None;
        for day in 0..100 {
            let after = history.keep("library/mine.toml", format!("{day:0100}").as_bytes()).expect("kept");
            let change = Change {
                step: history.next_step(),
                time: Timestamp::from_second(day * DAY).expect("in range").to_string(),
                operation: "edit".into(),
                ids: vec!["a".into()],
                pack: "mine".into(),
                file: "library/mine.toml".into(),
                before: before.replace(after.clone()),
                after: Some(after),
                undoes: None,
            };
            history.add(Record::Change(change)).expect("added");
        }
        history
    }

    fn check(bounds: &Bounds, expected: usize) {
        let home = tempfile::tempdir().expect("a folder for the test");
        let mut history = hundred_days(home.path());
        history.note(b"nobody's").expect("kept");
        history.tidy_to(bounds, 100 * DAY).expect("tidied");
        let history = History::open(&RealDisk, home.path()).expect("it is there");
        assert_eq!(history.changes().count(), expected);
        assert_eq!(history.next_step(), 101);
        // Each step's own version, and what was there before the first of them.
        assert_eq!(history.objects.all().len(), (expected + 1).min(100));
        assert!(history.changes().all(|change| history.text(change.before.as_ref()).is_ok()));
    }

    #[test]
    fn what_is_young_or_among_the_last_stays() {
        let bounds =
            |days: i64, steps, most_steps, bytes| Bounds { seconds: days * DAY, steps, most_steps, bytes };
        check(&bounds(90, 5, 1000, u64::MAX), 89);
        check(&bounds(5, 50, 1000, u64::MAX), 50);
        check(&bounds(1000, 5, 1000, u64::MAX), 100);
        check(&bounds(1000, 5, 20, u64::MAX), 20);
        check(&bounds(1000, 5, 1000, 6_000), 50);
        check(&bounds(1000, 5, 1000, 0), LAST);
    }

    #[test]
    fn a_file_that_is_not_changed_any_more_keeps_its_last_version() {
        let home = tempfile::tempdir().expect("a folder for the test");
        let mut history = History::open(&RealDisk, home.path()).expect("nothing there yet");
        let hash = history.note(b"old pack").expect("kept");
        history
            .add(Record::Seen { file: "library/old.toml".into(), hash: Some(hash.clone()) })
            .expect("added");
        drop(history);
        let mut history = hundred_days(home.path());
        history
            .tidy_to(&Bounds { seconds: 0, steps: 1, most_steps: 1, bytes: 0 }, 100 * DAY)
            .expect("tidied");
        assert_eq!(history.text(Some(&hash)).expect("it is there"), "old pack");
        assert_eq!(history.known("library/old.toml"), super::super::Known::As(hash));
    }
}
