//! How far a typed word is from a written one: letters left out, put in, changed, or two changed over.

use super::tokens::WORD_BYTES;

/// What is forgiven in a typed word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tolerance {
    /// So many slips.
    most: usize,
    /// Whether the written word may go on.
    unfinished: bool,
    /// Whether the first letter may be wrong too.
    first: bool,
}

impl Tolerance {
    /// What is forgiven in this word: nothing under four letters or with a digit, two slips from eight letters on.
    /// `known` words, which somebody wrote just so, are rarely slips: then the first letter counts.
    pub(super) fn of(word: &str, known: bool) -> Option<Self> {
        if word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        let long = word.len() >= 6;
        Some(Self { most: if word.len() >= 8 { 2 } else { 1 }, unfinished: long, first: long || !known })
    }

    /// How many slips lie between them, if they are forgiven. Both in small ASCII letters.
    pub(super) fn slips(self, typed: &[u8], written: &[u8]) -> Option<usize> {
        let shorter = typed.len() > written.len() + self.most;
        let longer = written.len() > typed.len() + self.most;
        if shorter || (longer && !self.unfinished) || written.len() < 3 {
            return None;
        }
        let swapped = written.get(1) == typed.first() && typed.get(1) == written.first();
        if !self.first && typed.first() != written.first() && !swapped {
            return None;
        }
        let slips = distance(typed, &written[..written.len().min(typed.len() + self.most)], self.unfinished);
        (slips <= self.most).then_some(slips)
    }

    /// Whether a word with these letters can be near; much cheaper than to measure.
    pub(super) fn may(self, typed: u32, written: u32) -> bool {
        (typed & !written).count_ones() as usize <= self.most
    }
}

/// Which letters a word has, a bit each.
pub(super) fn letters(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |bits, byte| bits | 1 << (byte - b'a'))
}

/// Between the typed word and the written one, or the best of its beginnings.
fn distance(typed: &[u8], written: &[u8], unfinished: bool) -> usize {
    const WIDTH: usize = WORD_BYTES + 4;
    let width = written.len().min(WIDTH - 1);
    let (mut before, mut last, mut row) = ([0_usize; WIDTH], [0_usize; WIDTH], [0_usize; WIDTH]);
    for (at, cell) in last.iter_mut().enumerate() {
        *cell = at;
    }
    for (down, letter) in typed.iter().enumerate() {
        row[0] = down + 1;
        for across in 0..width {
            let same = *letter == written[across];
            let mut best = (last[across] + usize::from(!same)).min(last[across + 1] + 1).min(row[across] + 1);
            let swapped = down > 0
                && across > 0
                && *letter == written[across - 1]
                && typed[down - 1] == written[across];
            if swapped {
                best = best.min(before[across - 1] + 1);
            }
            row[across + 1] = best;
        }
        (before, last, row) = (last, row, before);
    }
    let ends = if unfinished { &last[..=width] } else { &last[width..=width] };
    ends.iter().copied().min().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted_as_people_make_them() {
        let check = |typed: &str, written: &str, expected: Option<usize>| {
            let slips =
                Tolerance::of(typed, false).and_then(|it| it.slips(typed.as_bytes(), written.as_bytes()));
            assert_eq!(slips, expected, "{typed} {written}");
        };
        check("emial", "email", Some(1));
        check("meting", "meeting", Some(1));
        check("meeting", "meetings", Some(0));
        check("holliday", "holiday", Some(1));
        check("recieve", "received", Some(1));
        check("apointmnt", "appointment", Some(2));
        check("mail", "male", None);
        check("kail", "mail", Some(1));
        check("mai", "mail", None);
        check("report", "airport", None);
        check("q4", "q3", None);
    }

    #[test]
    fn a_short_word_that_somebody_wrote_begins_with_its_own_letter() {
        let late = Tolerance::of("late", true).expect("four letters");
        assert_eq!(late.slips(b"late", b"date"), None);
        assert_eq!(late.slips(b"late", b"lane"), Some(1));
        assert_eq!(late.slips(b"late", b"alte"), Some(1));
    }

    #[test]
    fn the_letters_rule_out_nothing_that_is_near() {
        for (typed, written) in [("emial", "email"), ("schedul", "schedule"), ("apointmnt", "appointment")] {
            let it = Tolerance::of(typed, false).expect("long enough");
            assert!(it.may(letters(typed), letters(written)));
        }
    }
}
