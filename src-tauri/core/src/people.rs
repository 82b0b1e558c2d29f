//! What is remembered about the people the user answers: which phrases they got, and the answers given for them.

use std::collections::BTreeMap;

use crate::{Audience, Entry, Library, PhraseId};

/// How many phrases are remembered for one person.
pub const USES: usize = 20;
/// How many answers are remembered for one person.
pub const ANSWERS: usize = 40;
/// How many people are remembered.
pub const PEOPLE: usize = 300;
/// For so many days a phrase counts as sent lately: who presses again after that has forgotten, not insisted.
pub const LATELY: i64 = 14;

const DAY: i64 = 24 * 60 * 60;

/// One person.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// A contact's id, or the name that was typed into a form.
    pub key: String,
    /// The phrases they got, the newest first.
    pub uses: Vec<Use>,
    /// The answers given for them, by placeholder.
    pub answers: BTreeMap<String, String>,
}

/// Names and answers are the user's: debugging output shows how much there is.
impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person").field("uses", &self.uses).field("answers", &self.answers.len()).finish()
    }
}

/// A phrase that went to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The phrase.
    pub id: PhraseId,
    /// When, in seconds since 1970.
    pub time: i64,
}

/// Everybody who is remembered, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// In the order of the last thing that was noted.
    pub all: Vec<Person>,
}

impl People {
    /// One of them.
    pub fn get(&self, key: &str) -> Option<&Person> {
        self.all.iter().find(|person| person.key == key)
    }

    /// Notes that a phrase went to somebody, and the answers that are to be remembered for them.
    pub fn got(&mut self, key: &str, id: &PhraseId, answers: &BTreeMap<String, String>, now: i64) {
        let known = self.all.iter().position(|person| person.key == key).map(|at| self.all.remove(at));
        let mut person = known.unwrap_or_else(|| Person { key: key.to_owned(), ..Person::default() });
        person.uses.insert(0, Use { id: id.clone(), time: now });
        person.uses.truncate(USES);
        for (name, answer) in answers {
            if person.answers.len() < ANSWERS || person.answers.contains_key(name) {
                person.answers.insert(name.clone(), answer.clone());
            }
        }
        self.all.insert(0, person);
        self.all.truncate(PEOPLE);
    }

    /// Forgets one of them; says whether they were known.
    pub fn forget(&mut self, key: &str) -> bool {
        let before = self.all.len();
        self.all.retain(|person| person.key != key);
        self.all.len() < before
    }
}

/// The phrase one rung up from what a person got lately.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NextRung<'l> {
    /// What is proposed.
    pub entry: &'l Entry,
    /// What they got.
    pub last: &'l Entry,
    /// Whole days since then; a clock that was set back counts as today.
    pub days: u32,
}

/// What to say next to a person who presses on: the next firmness of the situation whose phrase they got last, in the
/// words for this audience. None if that was long ago, or there is nothing firmer.
pub fn next_rung<'l>(
    library: &'l Library,
    audience: &Audience,
    person: &Person,
    now: i64,
) -> Option<NextRung<'l>> {
    let latest = person.uses.first()?;
    let days = (now - latest.time).max(0) / DAY;
    if days > LATELY {
        return None;
    }
    let last = library.get(&latest.id)?;
    let firmer = |entry: &&Entry| entry.phrase.firmness > last.phrase.firmness;
    let here = |entry: &&Entry| entry.phrase.is_for(audience);
    let rungs = library.of_situation(&last.phrase.situation).filter(here).filter(firmer);
    // Of two on one rung, the one that goes where the last one went.
    let entry = rungs.min_by_key(|entry| {
        (entry.phrase.firmness, entry.phrase.channel != last.phrase.channel, entry.phrase.id.clone())
    })?;
    Some(NextRung { entry, last, days: u32::try_from(days).unwrap_or(0) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Layer, PackFile};
    use crate::{CultureId, Language, Rank};

    fn library() -> Library {
        let entry = |id: &str, situation: &str, firmness: u8, channel: &str| {
            format!(
                "[[phrase]]\nid = \"{id}\"\nsituation = \"{situation}\"\nculture = \"taiwan\"\nlanguage = \"en\"\n\
                 rank = [\"senior\"]\nfirmness = {firmness}\nchannel = \"{channel}\"\ntitle = \"t\"\ntext = \"x\"\n"
            )
        };
        let text = [
            entry("warm", "move", 1, "chat"),
            entry("firm-email", "move", 3, "email"),
            entry("firm", "move", 3, "chat"),
            entry("last", "move", 4, "chat"),
            entry("other", "late", 1, "chat"),
        ]
        .concat();
        Library::from_files(&[PackFile { name: "p.toml".into(), layer: Layer::Shared, text }]).0
    }

    fn check(sent: &[(&str, i64)], now: i64, expected: Option<(&str, u32)>) {
        let (library, mut people) = (library(), People::default());
        for (id, time) in sent {
            people.got("chen", &PhraseId::new(*id), &BTreeMap::new(), *time);
        }
        let audience =
            Audience { culture: CultureId::new("taiwan"), rank: Rank::Senior, language: Language::new("en") };
        let person = people.get("chen").cloned().unwrap_or_default();
        let next = next_rung(&library, &audience, &person, now);
        assert_eq!(next.map(|next| (next.entry.phrase.id.as_str(), next.days)), expected, "{sent:?}");
    }

    #[test]
    fn who_got_the_warm_one_lately_gets_the_next_rung_in_the_same_channel() {
        check(&[("warm", 0)], 2 * DAY + 5, Some(("firm", 2)));
        check(&[("warm", 0), ("firm", DAY)], DAY, Some(("last", 0)));
        check(&[("warm", 100)], 0, Some(("firm", 0)));
    }

    #[test]
    fn nothing_is_proposed_after_the_last_rung_or_a_long_time_or_for_a_lone_phrase() {
        check(&[("last", 0)], 0, None);
        check(&[("warm", 0)], (LATELY + 1) * DAY, None);
        check(&[("other", 0)], 0, None);
        check(&[("gone", 0)], 0, None);
        check(&[], 0, None);
    }

    #[test]
    fn answers_are_kept_for_the_person_and_replaced_by_later_ones() {
        let mut people = People::default();
        let answer = |text: &str| BTreeMap::from([("topic".to_owned(), text.to_owned())]);
        people.got("chen", &PhraseId::new("warm"), &answer("price"), 1);
        people.got("wang", &PhraseId::new("warm"), &BTreeMap::new(), 2);
        people.got("chen", &PhraseId::new("firm"), &answer("samples"), 3);
        let keys: Vec<_> = people.all.iter().map(|person| person.key.as_str()).collect();
        assert_eq!(keys, ["chen", "wang"]);
        assert_eq!(people.get("chen").map(|chen| chen.answers["topic"].as_str()), Some("samples"));
        assert!(people.forget("chen") && !people.forget("chen"));
    }

    #[test]
    fn what_is_remembered_stays_bounded() {
        let mut people = People::default();
        for n in 0..i64::try_from(PEOPLE).expect("small") + 50 {
            people.got(&format!("p{n}"), &PhraseId::new("warm"), &BTreeMap::new(), n);
        }
        for n in 0..50 {
            let answers = BTreeMap::from([(format!("a{n}"), "x".to_owned())]);
            people.got("p7", &PhraseId::new("warm"), &answers, n);
        }
        let last = &people.all[0];
        assert_eq!((people.all.len(), last.uses.len(), last.answers.len()), (PEOPLE, USES, ANSWERS));
    }
}
