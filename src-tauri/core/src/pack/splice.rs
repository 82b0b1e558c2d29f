//! Pieces of a text that are put in place of others.

use std::ops::Range;

/// What is to be put where. The places do not overlap.
#[derive(Default)]
pub(super) struct Splices(Vec<(Range<usize>, String)>);

impl Splices {
    /// Whether nothing is to change.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a text in place of what is there.
    pub(super) fn replace(&mut self, range: Range<usize>, with: impl Into<String>) {
        self.0.push((range, with.into()));
    }

    /// Puts a text in, after what was put in there before.
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// The text with every piece in its place.
    pub(super) fn apply(mut self, text: &str) -> String {
        // Stable, so that what is put in at one place stays in order.
        self.0.sort_by_key(|(range, _)| range.start);
        let (mut changed, mut at) = (String::with_capacity(text.len()), 0);
        for (range, with) in &self.0 {
            changed.push_str(&text[at..range.start]);
            changed.push_str(with);
            at = range.end;
        }
        changed.push_str(&text[at..]);
        changed
    }
}
