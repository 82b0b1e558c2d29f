//! Makes the id of a new phrase from its title: what a person can read, type and find again.

use fencun_core::{Firmness, PhraseId, Rank, SituationId};

/// The longest id made here; a person may choose a longer one.
const LONGEST: usize = 48;

/// What an id is made from.
#[derive(Clone, Debug)]
pub struct IdParts<'a> {
    /// The title.
    pub title: &'a str,
    /// Used where the title has too few Latin letters.
    pub situation: &'a SituationId,
    /// Likewise.
    pub ranks: &'a [Rank],
    /// Likewise.
    pub firmness: Firmness,
}

/// An id that nothing else has: the Latin words of the title, else situation, rank and firmness; a number if needed.
///
/// ```
/// # use fencun_core::{Firmness, PhraseId, Rank, SituationId};
/// # use fencun_store::{IdParts, new_id};
/// let situation = SituationId::new("after-hours");
/// let parts = |title| IdParts { title, situation: &situation, ranks: &[Rank::Peer], firmness: Firmness::ALL[1] };
/// assert_eq!(new_id(&parts("Not tonight, sorry"), |_| false).as_str(), "not-tonight-sorry");
/// assert_eq!(new_id(&parts("明天再說"), |_| false).as_str(), "after-hours-peer-2");
/// ```
pub fn new_id(parts: &IdParts<'_>, taken: impl Fn(&PhraseId) -> bool) -> PhraseId {
    let words = slug(parts.title);
    // One or two letters, as in "OK 了", say nothing about a Chinese title.
    let latin = words.len() >= 3 && parts.title.chars().filter(|c| !c.is_ascii()).count() * 2 <= words.len();
    let start = if latin { words } else { from_audience(parts) };
    distinct(&start, taken)
}

/// `start`, else `start-2`, `start-3` …: the first that is not taken.
pub(crate) fn distinct(start: &str, taken: impl Fn(&PhraseId) -> bool) -> PhraseId {
    let numbered = (2..).map(|number: u64| PhraseId::new(format!("{start}-{number}")));
    let mut all = std::iter::once(PhraseId::new(start)).chain(numbered);
    all.find(|id| !taken(id)).expect("there are more numbers than phrases")
}

/// Latin letters and digits in words joined by `-`, cut between words.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’') {
        let word: String = word.chars().filter_map(plain).collect();
        if word.is_empty() {
            continue;
        }
        if slug.len() + word.len() + 1 > LONGEST && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST));
    }
    slug
}

fn plain(c: char) -> Option<char> {
    let c = match c {
        'à'..='å' | 'À'..='Å' => 'a',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' => 'i',
        'ò'..='ö' | 'Ò'..='Ö' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        'ç' | 'Ç' => 'c',
        'ñ' | 'Ñ' => 'n',
        other => other,
    };
    c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase())
}

fn from_audience(parts: &IdParts<'_>) -> String {
    let rank = parts.ranks.first().map_or("any", |rank| rank.as_str());
    let situation = slug(parts.situation.as_str());
    let situation = if situation.is_empty() { "phrase" } else { &situation };
    format!("{situation}-{rank}-{}", parts.firmness.value())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, taken: &[&str], expected: &str) {
        let situation = SituationId::new("move-to-email");
        let parts =
            IdParts { title, situation: &situation, ranks: &[Rank::Senior], firmness: Firmness::ALL[0] };
        let id = new_id(&parts, |id| taken.contains(&id.as_str()));
        assert_eq!(id.as_str(), expected, "{title}");
    }

    #[test]
    fn an_id_is_made_from_what_a_person_can_type() {
        check("Please write to my work address", &[], "please-write-to-my-work-address");
        check("I'll answer: tomorrow!", &[], "ill-answer-tomorrow");
        check("Grüße an alle", &[], "grue-an-alle");
        check("我先處理，下次請寄信", &[], "move-to-email-senior-1");
        check("OK 了", &[], "move-to-email-senior-1");
        check("LINE 我比較少看，請寄到信箱", &[], "move-to-email-senior-1");
        check("", &[], "move-to-email-senior-1");
        check("../../etc/passwd", &[], "etc-passwd");
        check("\u{202e}abc\u{0}", &[], "abc");
    }

    #[test]
    fn an_id_that_is_taken_gets_a_number() {
        check("Not now", &["not-now"], "not-now-2");
        check("Not now", &["not-now", "not-now-2"], "not-now-3");
    }

    #[test]
    fn a_long_title_is_cut_between_words() {
        check(&"word ".repeat(40), &[], "word-word-word-word-word-word-word-word-word");
        check(&"x".repeat(400), &[], &"x".repeat(LONGEST));
    }
}
