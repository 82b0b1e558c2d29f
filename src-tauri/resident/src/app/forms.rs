//! Whether a form opens before a phrase can be copied, for many phrases at once.

use std::cell::RefCell;

use fencun_core::fill::{Occasion, values};
use fencun_core::{Audience, Channel, Contact, Phrase, Piece, Values, pieces};

use super::Snapshot;
use crate::moment;

/// What can be filled in without asking, worked out once for each audience that comes up: a list has many phrases and
/// few audiences.
pub(crate) struct Forms<'s> {
    snapshot: &'s Snapshot,
    known: RefCell<Vec<Known<'s>>>,
}

struct Known<'s> {
    audience: Audience,
    contact: Option<&'s str>,
    values: Values,
}

impl<'s> Forms<'s> {
    /// Nothing is worked out yet.
    pub(crate) fn of(snapshot: &'s Snapshot) -> Self {
        Self { snapshot, known: RefCell::default() }
    }

    /// Whether something in the phrase has to be asked for. The audience must fit the phrase.
    pub(crate) fn opens(&self, phrase: &Phrase, audience: &Audience, contact: Option<&'s Contact>) -> bool {
        let subject = match phrase.channel {
            Channel::Email => phrase.subject.as_deref().unwrap_or_default(),
            Channel::Chat => "",
        };
        let texts = [phrase.text.as_str(), subject];
        let names = texts.iter().flat_map(|text| pieces(text)).filter_map(|piece| match piece {
            Piece::Placeholder(name) => Some(name),
            Piece::Words(_) => None,
        });
        let (mut reason, mut open) = (false, false);
        for name in names {
            reason |= name.as_str() == "reason";
            open |= name.as_str() != "reason" && !self.knows(name.as_str(), audience, contact);
        }
        // Which reason is given depends on the phrase.
        let filled = || self.snapshot.filled(phrase, audience, contact, &Values::new());
        open || (reason && !filled().open().is_empty())
    }

    fn knows(&self, name: &str, audience: &Audience, contact: Option<&'s Contact>) -> bool {
        let mut known = self.known.borrow_mut();
        let id = contact.map(|contact| contact.id.as_str());
        let there = known.iter().position(|known| known.contact == id && known.audience == *audience);
        let at = there.unwrap_or_else(|| {
            let profile = &self.snapshot.settings.profile;
            let day = moment::day(profile, audience);
            let values = values(Occasion { profile, audience, contact, day });
            known.push(Known { audience: audience.clone(), contact: id, values });
            known.len() - 1
        });
        known[at].values.contains_key(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fencun_core::{Rank, ReasonId, Settings};
    use fencun_store::{Places, Store};

    fn snapshot() -> Snapshot {
        let dir = tempfile::tempdir().expect("a folder");
        let at = |name: &str| dir.path().join(name);
        Snapshot::read(&Store::open(Places { config: at("config"), data: at("data"), state: at("state") }))
    }

    fn check(settings: Settings) {
        let mut snapshot = snapshot();
        snapshot.settings = settings;
        let forms = Forms::of(&snapshot);
        let mut opened = 0;
        for entry in snapshot.library.entries() {
            for rank in Rank::ALL {
                let phrase = &entry.phrase;
                let audience = Audience { rank, ..snapshot.audience.clone() }.fitting(phrase);
                let filled = snapshot.filled(phrase, &audience, None, &Values::new());
                let opens = forms.opens(phrase, &audience, None);
                assert_eq!(opens, !filled.open().is_empty(), "{} {rank:?}", phrase.id);
                opened += usize::from(opens);
            }
        }
        assert!(opened > 0 && opened < snapshot.library.entries().len() * 4, "{opened}");
    }

    #[test]
    fn a_form_opens_where_filling_leaves_something_open() {
        let mut settings = Settings::default();
        check(settings.clone());
        settings.profile.email = "lin@example.com".into();
        settings.profile.reasons = vec![ReasonId::new("records")];
        check(settings);
    }
}
