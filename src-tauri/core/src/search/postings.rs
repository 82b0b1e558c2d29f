//! In which phrases a term stands, and in which of their fields: packed lists, some two bytes an entry.

/// The first word of the title.
pub(super) const TITLE_START: u8 = 1;
/// Anywhere in the title.
pub(super) const TITLE: u8 = 2;
/// In a tag.
pub(super) const TAGS: u8 = 4;
/// In a gloss.
pub(super) const GLOSS: u8 = 8;
/// In the words.
pub(super) const TEXT: u8 = 16;
const MASK_BITS: u32 = 5;

/// One list while it grows. Phrases come in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Growing {
    bytes: Vec<u8>,
    last: u32,
    phrase: u32,
    mask: u8,
}

impl Growing {
    /// Notes that the term stands in a field of a phrase.
    pub(super) fn add(&mut self, phrase: u32, mask: u8) {
        if self.phrase != phrase {
            self.flush();
            self.phrase = phrase;
        }
        self.mask |= mask;
    }

    fn flush(&mut self) {
        if self.mask == 0 {
            return;
        }
        let mut rest = (u64::from(self.phrase - self.last) << MASK_BITS) | u64::from(self.mask);
        while rest > 0x7f {
            self.bytes.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
        self.last = self.phrase;
        self.mask = 0;
    }
}

/// Many lists, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Postings {
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

impl Postings {
    /// Takes the lists in the order of their numbers; each is freed as soon as it is copied.
    pub(super) fn new(lists: impl Iterator<Item = Growing>) -> Self {
        let mut postings = Self::default();
        for mut list in lists {
            list.flush();
            postings.bytes.extend_from_slice(&list.bytes);
            postings.ends.push(u32::try_from(postings.bytes.len()).unwrap_or(u32::MAX));
        }
        postings.bytes.shrink_to_fit();
        postings.ends.shrink_to_fit();
        postings
    }

    /// Each phrase of a list, with the fields.
    #[inline]
    pub(super) fn each(&self, list: usize, mut take: impl FnMut(usize, u8)) {
        let start = if list == 0 { 0 } else { self.ends[list - 1] as usize };
        let (mut phrase, mut value, mut shift) = (0_u64, 0_u64, 0_u32);
        for &byte in &self.bytes[start..self.ends[list] as usize] {
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 != 0 {
                shift += 7;
                continue;
            }
            phrase += value >> MASK_BITS;
            take(phrase as usize, (value & ((1 << MASK_BITS) - 1)) as u8);
            (value, shift) = (0, 0);
        }
    }

    /// How much memory it holds.
    pub(super) fn bytes(&self) -> usize {
        self.bytes.capacity() + self.ends.capacity() * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_comes_back() {
        let added = [(0, TITLE), (0, TEXT), (1, GLOSS), (70_000, TAGS), (1_000_000, TEXT)];
        let mut list = Growing::default();
        for (phrase, mask) in added {
            list.add(phrase, mask);
        }
        let postings = Postings::new([Growing::default(), list].into_iter());
        let mut found = Vec::new();
        postings.each(1, |phrase, mask| found.push((phrase, mask)));
        assert_eq!(found, [(0, TITLE | TEXT), (1, GLOSS), (70_000, TAGS), (1_000_000, TEXT)]);
        postings.each(0, |_, _| panic!("the other list is empty"));
    }
}
