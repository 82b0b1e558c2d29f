//! Which reason is given: one that is true for the user, or none.

use crate::settings::Profile;
use crate::{Library, Phrase, ReasonId};

/// Whether what a phrase gives as its reason holds for the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It does; or the phrase gives none, or one that is filled in and so always true.
    Holds,
    /// The user has not said yet which reasons are true.
    Unanswered,
    /// The user has said which are true, and it is not among them.
    Untrue,
}

/// Reasons that choosing the phrase makes true: nobody answers "I have finished for today" at ten in the morning.
///
/// No switch in the profile could say them once and for all, and none is asked for.
const OF_THE_MOMENT: [&str; 2] = ["off-duty", "workload"];

/// What is true for everybody who prefers email enough to send such a phrase; the last resort.
const OWN_WAY: &str = "own-way";

/// Kinds of reasons for another channel: one stands in for another of its kind first.
const RULES: [&str; 5] = ["company-rule", "internal-process", "records", "listed-company", "data-protection"];
const HABITS: [&str; 3] = ["rarely-checked", "easily-missed", "family-only"];
const PRACTICE: [&str; 2] = ["deputy", "files-expire"];

/// What may stand in for any reason for another channel, best first. Not here: what is said of one message's content only
/// (data that is protected, files that expire), which another message may not have.
const STAND_INS: [&str; 8] = [
    "rarely-checked",
    "easily-missed",
    "records",
    "internal-process",
    "company-rule",
    "deputy",
    "listed-company",
    "family-only",
];

/// Whether the reason in the fixed words of a phrase is true for the user.
///
/// A list with no reason at all is not yet an answer: a new user has not been to the profile. A list with some is.
pub fn reason_is_true(profile: &Profile, phrase: &Phrase) -> Truth {
    let Some(reason) = &phrase.reason else { return Truth::Holds };
    if holds(profile, reason.as_str()) || is_filled_in(phrase) {
        Truth::Holds
    } else if profile.reasons.is_empty() {
        Truth::Unanswered
    } else {
        Truth::Untrue
    }
}

/// The words for `{reason}` in a phrase: its own reason if the user has said that it is true, else the nearest true one.
///
/// A switch that is off claims nothing, also before the user has seen it. None if nothing true serves: the place is open.
pub(crate) fn wording<'l>(library: &'l Library, profile: &Profile, phrase: &Phrase) -> Option<&'l str> {
    let own = phrase.reason.as_ref()?.as_str();
    let kind: &[&str] =
        [&RULES[..], &HABITS, &PRACTICE].into_iter().find(|kind| kind.contains(&own)).unwrap_or(&[]);
    let stands_in = |id: &&&str| kind.contains(*id) && STAND_INS.contains(*id);
    let of_kind = kind.iter().filter(stands_in);
    let any = STAND_INS.iter().chain([&OWN_WAY]).filter(|_| !kind.is_empty());
    let candidates = [own].into_iter().chain(of_kind.copied()).chain(any.copied());
    candidates.filter(|id| holds(profile, id)).find_map(|id| words(library, id, phrase))
}

fn holds(profile: &Profile, reason: &str) -> bool {
    reason == OWN_WAY
        || OF_THE_MOMENT.contains(&reason)
        || profile.reasons.iter().any(|listed| listed.as_str() == reason)
}

fn is_filled_in(phrase: &Phrase) -> bool {
    let texts = [phrase.text.as_str(), phrase.subject.as_deref().unwrap_or_default()];
    texts.iter().any(|text| text.contains("{reason}"))
}

/// A clause of another language does not fit into the sentence.
fn words<'l>(library: &'l Library, reason: &str, phrase: &Phrase) -> Option<&'l str> {
    let texts = &library.reason(&ReasonId::new(reason))?.text;
    let exact = texts.iter().find(|(language, _)| **language == phrase.language);
    exact
        .or_else(|| texts.iter().find(|(language, _)| phrase.language.serves(language)))
        .map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Layer, PackFile};
    use crate::{Language, PhraseId};

    const SHELF: &str = include_str!("../../../packs/fencun.toml");

    fn phrase_with(reason: &str, text: &str, language: &str) -> (Library, Phrase) {
        let pack = format!(
            "[[phrase]]\nid = \"p\"\nsituation = \"move-to-email\"\nculture = \"international\"\nlanguage = \"{language}\"\n\
             rank = [\"peer\"]\nfirmness = 1\nchannel = \"chat\"\nreason = \"{reason}\"\ntitle = \"t\"\ntext = \"{text}\"\n\
             [[reason]]\nid = \"cats\"\nname = {{ en = \"Cats\" }}\ntext = {{ en = \"the cat sits on my phone\" }}\n"
        );
        let shelf = PackFile { name: "fencun.toml".into(), layer: Layer::Shipped, text: SHELF.into() };
        let own = PackFile { name: "own.toml".into(), layer: Layer::Shared, text: pack };
        let library = Library::from_files(&[shelf, own]).0;
        let phrase = Phrase::clone(&library.get(&PhraseId::new("p")).expect("it is in the pack").phrase);
        (library, phrase)
    }

    fn profile(reasons: &[&str]) -> Profile {
        Profile { reasons: reasons.iter().copied().map(ReasonId::new).collect(), ..Profile::default() }
    }

    fn check(true_ones: &[&str], reason: &str, expected: Option<&str>) {
        let (library, phrase) = phrase_with(reason, "because {reason}", "en");
        let expected = expected.map(|id| {
            let reason = library.reason(&ReasonId::new(id)).expect("a reason of the shelf");
            reason.text.best(&Language::new("en")).expect("it has words").1
        });
        assert_eq!(wording(&library, &profile(true_ones), &phrase), expected, "{reason} {true_ones:?}");
    }

    #[test]
    fn a_phrase_gives_its_own_reason_where_it_is_true() {
        check(&["company-rule", "records"], "company-rule", Some("company-rule"));
        check(&["listed-company"], "listed-company", Some("listed-company"));
        check(&["data-protection"], "data-protection", Some("data-protection"));
        check(&["cats"], "cats", Some("cats"));
        check(&[], "off-duty", Some("off-duty"));
        check(&["records"], "workload", Some("workload"));
    }

    #[test]
    fn an_untrue_reason_gives_way_to_the_nearest_true_one() {
        check(&["rarely-checked", "records"], "company-rule", Some("records"));
        check(&["rarely-checked", "company-rule"], "listed-company", Some("company-rule"));
        check(&["listed-company", "rarely-checked"], "records", Some("listed-company"));
        check(&["family-only", "records"], "rarely-checked", Some("family-only"));
        check(&["deputy"], "files-expire", Some("deputy"));
        check(&["records"], "easily-missed", Some("records"));
    }

    #[test]
    fn what_is_said_of_one_message_stands_in_for_nothing() {
        check(&["data-protection"], "company-rule", Some("own-way"));
        check(&["files-expire"], "deputy", Some("own-way"));
    }

    #[test]
    fn nobody_is_said_to_work_for_a_listed_company_unless_they_do() {
        check(&[], "listed-company", Some("own-way"));
        check(&["rarely-checked"], "listed-company", Some("rarely-checked"));
    }

    #[test]
    fn before_any_answer_only_ones_own_way_is_claimed() {
        check(&[], "company-rule", Some("own-way"));
        check(&[], "rarely-checked", Some("own-way"));
    }

    #[test]
    fn where_nothing_true_serves_the_place_stays_open() {
        check(&["records", "company-rule"], "at-the-desk", None);
        check(&["records"], "cats", None);
        let (library, phrase) = phrase_with("cats", "{reason}", "zh-Hant-TW");
        assert_eq!(wording(&library, &profile(&["cats"]), &phrase), None, "it has no Chinese words");
    }

    #[test]
    fn each_reason_has_words_in_the_language_of_the_phrase() {
        for (language, expected) in [("zh-Hant-TW", "這類事項需要留紀錄"), ("zh-Hans-CN", "这类事情需要留痕")]
        {
            let (library, phrase) = phrase_with("records", "因{reason}", language);
            assert_eq!(wording(&library, &profile(&["records"]), &phrase), Some(expected));
            for reason in library.reasons().iter().filter(|reason| reason.id.as_str() != "cats") {
                assert!(words(&library, reason.id.as_str(), &phrase).is_some(), "{} {language}", reason.id);
            }
        }
    }

    #[test]
    fn fixed_words_are_true_untrue_or_not_yet_known() {
        let check = |reasons: &[&str], reason: &str, text: &str, expected| {
            let (_, phrase) = phrase_with(reason, text, "en");
            assert_eq!(reason_is_true(&profile(reasons), &phrase), expected, "{reason} {reasons:?} {text}");
        };
        check(&["company-rule"], "company-rule", "rules", Truth::Holds);
        check(&["records"], "company-rule", "rules", Truth::Untrue);
        check(&[], "company-rule", "rules", Truth::Unanswered);
        check(&["records"], "company-rule", "because {reason}", Truth::Holds);
        check(&["records"], "off-duty", "home", Truth::Holds);
    }
}
