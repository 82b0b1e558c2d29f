//! How good a find is, as one number: how the word was found, then in which field, then how closely.

use super::Field;
use super::postings::{GLOSS, TAGS, TEXT, TITLE, TITLE_START};

/// How a word was found. A better way always goes before a better place, but what a phrase is about goes before what it
/// only mentions: `document` means the phrases about files, and not one in which a document occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u16)]
pub(super) enum Way {
    /// By a word that stands for it, in the words or in what they mean, or by one that hardly does.
    Far = 1,
    /// With a slip of the fingers.
    Slip = 2,
    /// In the middle of a word, or by initials.
    Partly = 3,
    /// Plainly, but in the words or in what they mean.
    Deep = 4,
    /// By a word that stands for it.
    Near = 5,
    /// As it is written or as it sounds, or the beginning of that.
    Plainly = 6,
}

impl Way {
    /// The way of a find that is made in a field.
    fn within(self, field: Field, closely: u16) -> Self {
        let deep = matches!(field, Field::Gloss | Field::Reason | Field::Text);
        match self {
            Self::Plainly if deep => Self::Deep,
            Self::Near if deep || closely < CLOSE => Self::Far,
            way => way,
        }
    }
}

/// From here on a word stands for another.
const CLOSE: u16 = 6;

/// Whether another word stands there than was typed.
pub(super) fn is_near(mark: Mark) -> bool {
    let way = mark >> 8;
    way <= Way::Slip as u16 || way == Way::Near as u16
}

/// Whether it stands there plainly, wherever that is.
pub(super) fn is_plain(mark: Mark) -> bool {
    let way = mark >> 8;
    way == Way::Plainly as u16 || way == Way::Deep as u16
}

/// A find as a number; 0 is none.
pub(super) type Mark = u16;

/// The mark of a find in a field. `closely` is 0 to 40.
pub(super) fn mark(way: Way, field: Field, start: bool, closely: u16) -> Mark {
    let place = match field {
        Field::Title if start => 53,
        Field::Title => 50,
        Field::Situation => 36,
        Field::Tags => 30,
        Field::Gloss => 20,
        Field::Reason => 16,
        Field::Text => 12,
    };
    (way.within(field, closely) as u16) << 8 | (place + closely.min(40))
}

/// What a find counts more that is made in two of title, tags and situation.
pub(super) const TWICE: Mark = 4;

/// The way and the points of a mark.
pub(super) fn parts(mark: Mark) -> (u16, u16) {
    (mark >> 8, mark & 0xff)
}

/// A mark for each set of fields.
pub(super) type Table = [Mark; 32];

/// The best mark for each set of fields, of those that are allowed.
pub(super) fn table(way: Way, closely: u16, allowed: u8) -> Table {
    let best = |fields: u8| {
        let fields = fields & allowed;
        let of = |bit: u8, field: Field, start: bool| {
            if fields & bit == 0 { 0 } else { mark(way, field, start, closely) }
        };
        let title = of(TITLE_START, Field::Title, true).max(of(TITLE, Field::Title, false));
        let tags = of(TAGS, Field::Tags, false);
        // What title and tags both say is what the phrase is about.
        let both = if title > 0 && tags > 0 { TWICE } else { 0 };
        title.max(tags).max(of(GLOSS, Field::Gloss, false)).max(of(TEXT, Field::Text, false)) + both
    };
    std::array::from_fn(|fields| best(fields as u8))
}

/// All fields.
pub(super) const ALL: u8 = TITLE_START | TITLE | TAGS | GLOSS | TEXT;
/// The fields that are short enough to forgive slips and single initials in.
pub(super) const SHORT: u8 = TITLE_START | TITLE | TAGS;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_goes_before_the_place() {
        let worst = mark(Way::Plainly, Field::Text, false, 0);
        for way in [Way::Slip, Way::Far, Way::Partly] {
            assert!(mark(way, Field::Title, true, 40) < worst);
        }
        assert!(mark(Way::Near, Field::Text, false, 40) < worst);
        assert!(mark(Way::Near, Field::Title, true, 0) < worst, "a word that hardly stands for it");
        assert!(mark(Way::Plainly, Field::Title, true, 99) & 0xff00 == (Way::Plainly as u16) << 8);
    }

    #[test]
    fn what_a_phrase_is_about_goes_before_what_it_mentions() {
        assert!(mark(Way::Near, Field::Tags, false, 14) > mark(Way::Plainly, Field::Gloss, false, 14));
        assert!(mark(Way::Plainly, Field::Tags, false, 0) > mark(Way::Near, Field::Title, true, 14));
        assert!(
            is_plain(mark(Way::Plainly, Field::Text, false, 0))
                && is_near(mark(Way::Near, Field::Tags, false, 9))
        );
    }

    #[test]
    fn the_best_field_counts() {
        let table = table(Way::Plainly, 3, ALL);
        assert_eq!(table[0], 0);
        assert_eq!(table[usize::from(TITLE | TEXT)], mark(Way::Plainly, Field::Title, false, 3));
        assert_eq!(table[usize::from(TEXT)], mark(Way::Plainly, Field::Text, false, 3));
    }
}
