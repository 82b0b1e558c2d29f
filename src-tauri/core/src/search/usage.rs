//! What the user has copied before: often and lately counts more than once and long ago.

use crate::PhraseId;

/// How often and how lately a phrase was copied.
#[derive(Clone, Debug, PartialEq)]
pub struct Use {
    /// The phrase.
    pub id: PhraseId,
    /// How often it was copied.
    pub times: u64,
    /// How many days ago it was copied last.
    pub days: f64,
}

/// What the user has copied, and what was chosen for which query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Usage {
    /// Each phrase once.
    pub copied: Vec<Use>,
    /// The phrase that was chosen last, by query as [`super::remembered`] tells it.
    pub chosen: Vec<(String, PhraseId)>,
}

impl Usage {
    /// What was chosen last for a query.
    pub(super) fn choice(&self, query: &str) -> Option<&PhraseId> {
        let query = super::remembered(query);
        self.chosen.iter().find(|(asked, _)| *asked == query).map(|(_, id)| id)
    }
}

/// The most that use can count.
pub(super) const MOST: u16 = 1023;
/// After so many days a phrase counts half.
const HALF_LIFE: f64 = 14.0;

impl Use {
    /// How much it counts, 0 to [`MOST`].
    pub(super) fn warmth(&self) -> u16 {
        let times = u32::try_from(self.times.min(1000)).unwrap_or(1000);
        let days = if self.days.is_finite() { self.days.clamp(0.0, 10_000.0) } else { 10_000.0 };
        let warmth = f64::from(times).sqrt() * (-days / HALF_LIFE).exp2();
        (f64::from(MOST) * warmth / (warmth + 1.0)) as u16
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn often_and_lately_is_warm() {
        let warmth = |times, days| Use { id: PhraseId::new("a"), times, days }.warmth();
        assert!(warmth(9, 0.0) > warmth(1, 0.0));
        assert!(warmth(1, 0.0) > warmth(1, 7.0));
        assert!(warmth(1, 0.0) > warmth(4, 60.0));
        assert_eq!(warmth(0, 0.0), 0);
        assert!(warmth(u64::MAX, -5.0) <= MOST);
        assert_eq!(warmth(3, f64::NAN), 0);
    }
}
