//! Copying a phrase: the one way through the house for every door.

use crate::fill::{self, Occasion};
use crate::placeholder::{Filled, PlaceholderName, Values};
use crate::ports::{Care, Clipboard, ClipboardError, Letter, Mail, MailError};
use crate::{Channel, Entry, Library, Phrase, PhraseId, caution};

/// A phrase and what fills it.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// Which phrase.
    pub id: &'a PhraseId,
    /// Who writes to whom, and when.
    pub occasion: Occasion<'a>,
    /// Values given by hand; they go before computed ones.
    pub given: &'a Values,
    /// Whether the person has agreed to copy what [`caution::harmful`] finds.
    pub sure: bool,
}

/// What was put on the clipboard.
#[derive(Clone, PartialEq)]
pub struct Written<'l> {
    /// The phrase.
    pub entry: &'l Entry,
    /// Its words, filled.
    pub words: String,
}

/// The words are the user's: debugging output shows the phrase's id only.
impl std::fmt::Debug for Written<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Written").field("id", &self.entry.phrase.id).finish_non_exhaustive()
    }
}

/// Why a phrase was not copied.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CopyError {
    /// It was removed or renamed since the list was drawn.
    #[error("there is no phrase `{0}`")]
    UnknownPhrase(PhraseId),
    /// Something has to be filled in first.
    #[error("the phrase `{id}` has open places: {}", listed(.open))]
    Open {
        /// The phrase.
        id: PhraseId,
        /// The names nobody has filled, in order.
        open: Vec<PlaceholderName>,
    },
    /// The filled words hold characters that can do harm where they are pasted, and nobody has agreed to that.
    #[error("the phrase `{id}` holds characters that can do harm where it is pasted: {}", .characters.join(", "))]
    Unsafe {
        /// The phrase.
        id: PhraseId,
        /// What the characters are called.
        characters: Vec<String>,
    },
    /// The words were found but did not reach the clipboard.
    #[error("the phrase was not copied: {0}")]
    Clipboard(#[from] ClipboardError),
    /// The words are on the clipboard, but no message was opened.
    #[error("the phrase was copied, but {0}")]
    Mail(#[from] MailError),
}

fn listed(names: &[PlaceholderName]) -> String {
    names.iter().map(PlaceholderName::as_str).collect::<Vec<_>>().join(", ")
}

/// The words and the subject of a phrase, filled as far as possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledPhrase {
    /// The words.
    pub words: Filled,
    /// The subject; empty for a chat.
    pub subject: Filled,
}

impl FilledPhrase {
    /// The names nobody has filled, each once: the subject's first, as a form asks for them.
    pub fn open(&self) -> Vec<PlaceholderName> {
        let mut open = self.subject.open();
        open.extend(self.words.open().into_iter().filter(|name| !self.subject.open().contains(name)));
        open
    }
}

/// All values for a phrase: computed, a reason that is true, then those given by hand.
pub fn values(library: &Library, phrase: &Phrase, filling: Filling<'_>) -> Values {
    let mut values = fill::values(filling.occasion);
    if let Some(words) = fill::wording(library, filling.occasion.profile, phrase) {
        values.insert("reason".into(), words.to_owned());
    }
    values.extend(filling.given.iter().map(|(name, value)| (name.clone(), value.clone())));
    values
}

/// Fills a phrase as far as possible.
pub fn fill_phrase(library: &Library, phrase: &Phrase, filling: Filling<'_>) -> FilledPhrase {
    let values = values(library, phrase, filling);
    let subject = match phrase.channel {
        Channel::Email => phrase.subject.as_deref().unwrap_or_default(),
        Channel::Chat => "",
    };
    FilledPhrase { words: Filled::from(&phrase.text, &values), subject: Filled::from(subject, &values) }
}

/// The filled words of a phrase.
///
/// # Errors
/// If there is no such phrase, or something in its words is open.
pub fn print_phrase(library: &Library, filling: Filling<'_>) -> Result<String, CopyError> {
    let entry = find(library, filling.id)?;
    let words = fill_phrase(library, &entry.phrase, filling).words;
    words.complete().map_err(|open| CopyError::Open { id: filling.id.clone(), open })
}

/// Puts the filled words of a phrase on the clipboard, and says which phrase that was.
///
/// # Errors
/// A phrase with an open place is never copied half filled, and one that can do harm only if the person is sure.
pub fn copy_phrase<'l>(
    library: &'l Library,
    clipboard: &dyn Clipboard,
    filling: Filling<'_>,
) -> Result<Written<'l>, CopyError> {
    let words = print_phrase(library, filling)?;
    let entry = find(library, filling.id)?;
    ask_first(&words, filling)?;
    clipboard.write_text(&words, care(&entry.phrase))?;
    Ok(Written { entry, words })
}

/// A phrase is copied byte for byte, so whoever copies it must know what is in it.
fn ask_first(words: &str, filling: Filling<'_>) -> Result<(), CopyError> {
    let harmful = caution::harmful(words);
    if filling.sure || harmful.is_empty() {
        return Ok(());
    }
    let characters = harmful.into_iter().map(caution::name).collect();
    Err(CopyError::Unsafe { id: filling.id.clone(), characters })
}

/// Puts the filled words on the clipboard and opens a message with them.
///
/// # Errors
/// As [`copy_phrase`]; and if no mail program starts, with the words on the clipboard all the same.
pub fn mail_phrase<'l>(
    library: &'l Library,
    clipboard: &dyn Clipboard,
    mail: &dyn Mail,
    filling: Filling<'_>,
) -> Result<Written<'l>, CopyError> {
    let entry = find(library, filling.id)?;
    let filled = fill_phrase(library, &entry.phrase, filling);
    let open = filled.open();
    if !open.is_empty() {
        return Err(CopyError::Open { id: filling.id.clone(), open });
    }
    let body = filled.words.to_string();
    ask_first(&body, filling)?;
    clipboard.write_text(&body, care(&entry.phrase))?;
    let to = filling.occasion.contact.map(|contact| contact.email.clone()).unwrap_or_default();
    mail.compose(&Letter { to, subject: filled.subject.to_string(), body: body.clone() })?;
    Ok(Written { entry, words: body })
}

fn care(phrase: &Phrase) -> Care {
    if phrase.sensitive { Care::Sensitive } else { Care::Ordinary }
}

fn find<'l>(library: &'l Library, id: &PhraseId) -> Result<&'l Entry, CopyError> {
    library.get(id).ok_or_else(|| CopyError::UnknownPhrase(id.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fakes::{FakeClipboard, FakeMail};
    use crate::fill::{Calendar, Day};
    use crate::pack::{Layer, PackFile};
    use crate::{Audience, CultureId, Language, Profile, Rank};

    const PACK: &str = r#"
[[phrase]]
id = "ready"
situation = "s"
culture = "taiwan"
language = "zh-Hant-TW"
rank = ["client"]
firmness = 1
channel = "email"
title = "t"
subject = "Re: {topic}"
text = "{greeting}請寄到 {my_email}"

[[phrase]]
id = "secret"
situation = "s"
culture = "taiwan"
language = "zh-Hant-TW"
rank = ["client"]
firmness = 1
channel = "chat"
title = "t"
text = "{greeting}好"
sensitive = true

[[phrase]]
id = "terminal"
situation = "s"
culture = "taiwan"
language = "zh-Hant-TW"
rank = ["client"]
firmness = 1
channel = "chat"
title = "t"
text = "{who}\u001b[2K"

[[phrase]]
id = "because"
situation = "s"
culture = "taiwan"
language = "zh-Hant-TW"
rank = ["client"]
firmness = 1
channel = "chat"
title = "t"
reason = "company-rule"
text = "因為{reason}"

[[reason]]
id = "company-rule"
name = { en = "r" }
text = { zh-Hant-TW = "公司規定" }
"#;

    struct Bench {
        library: Library,
        profile: Profile,
        audience: Audience,
    }

    impl Bench {
        fn new(email: &str) -> Self {
            let file = PackFile { name: "p.toml".into(), layer: Layer::Shared, text: PACK.into() };
            let audience = Audience {
                culture: CultureId::new("taiwan"),
                rank: Rank::Client,
                language: Language::new("zh-Hant-TW"),
            };
            let profile = Profile { email: email.into(), ..Profile::default() };
            Self { library: Library::from_files(&[file]).0, profile, audience }
        }

        fn filling<'a>(&'a self, id: &'a PhraseId, given: &'a Values) -> Filling<'a> {
            let today = jiff::civil::date(2026, 11, 25);
            let day = Day { today, ahead: None, calendar: Calendar::WEEKDAYS };
            let occasion = Occasion { profile: &self.profile, audience: &self.audience, contact: None, day };
            Filling { id, occasion, given, sure: false }
        }
    }

    #[test]
    fn the_filled_words_are_on_the_clipboard() {
        let (bench, clipboard) = (Bench::new("a@b.example"), FakeClipboard::default());
        let (id, given) = (PhraseId::new("ready"), Values::new());
        copy_phrase(&bench.library, &clipboard, bench.filling(&id, &given)).expect("nothing is open");
        assert_eq!(clipboard.written(), ["您好，請寄到 a@b.example"]);
        assert!(!clipboard.last_was_sensitive());
    }

    #[test]
    fn a_phrase_with_an_open_place_is_never_copied_half_filled() {
        let (bench, clipboard) = (Bench::new(""), FakeClipboard::default());
        let (id, given) = (PhraseId::new("ready"), Values::new());
        let err = copy_phrase(&bench.library, &clipboard, bench.filling(&id, &given))
            .expect_err("no address is known");
        assert_eq!(err.to_string(), "the phrase `ready` has open places: my_email");
        assert!(clipboard.written().is_empty());
    }

    #[test]
    fn a_phrase_removed_meanwhile_leaves_the_clipboard_alone() {
        let (bench, clipboard) = (Bench::new("a@b.example"), FakeClipboard::default());
        let (id, given) = (PhraseId::new("gone"), Values::new());
        let err =
            copy_phrase(&bench.library, &clipboard, bench.filling(&id, &given)).expect_err("not listed");
        assert!(matches!(err, CopyError::UnknownPhrase(_)), "{err}");
        assert!(clipboard.written().is_empty());
    }

    #[test]
    fn a_sensitive_phrase_asks_histories_to_leave_it_alone() {
        let (bench, clipboard) = (Bench::new(""), FakeClipboard::default());
        let (id, given) = (PhraseId::new("secret"), Values::new());
        copy_phrase(&bench.library, &clipboard, bench.filling(&id, &given)).expect("nothing is open");
        assert!(clipboard.last_was_sensitive());
    }

    #[test]
    fn characters_that_can_harm_are_copied_only_when_the_person_is_sure() {
        let (bench, clipboard) = (Bench::new(""), FakeClipboard::default());
        let (id, given) = (PhraseId::new("terminal"), Values::from([("who".into(), "a\rb".into())]));
        let filling = bench.filling(&id, &given);
        let err = copy_phrase(&bench.library, &clipboard, filling).expect_err("an escape");
        let characters = ["U+000D CARRIAGE RETURN", "U+001B ESCAPE"].map(str::to_owned).into();
        assert_eq!(err, CopyError::Unsafe { id: id.clone(), characters });
        assert!(clipboard.written().is_empty());
        let sure = Filling { sure: true, ..filling };
        copy_phrase(&bench.library, &clipboard, sure).expect("they are sure");
        assert_eq!(clipboard.written(), ["a\rb\u{1b}[2K"]);
    }

    #[test]
    fn an_email_needs_its_subject_filled_and_is_copied_too() {
        let (bench, clipboard, mail) =
            (Bench::new("a@b.example"), FakeClipboard::default(), FakeMail::default());
        let (id, none) = (PhraseId::new("ready"), Values::new());
        let err =
            mail_phrase(&bench.library, &clipboard, &mail, bench.filling(&id, &none)).expect_err("no topic");
        assert!(matches!(err, CopyError::Open { .. }), "{err}");
        let given = Values::from([("topic".into(), "報價".into())]);
        mail_phrase(&bench.library, &clipboard, &mail, bench.filling(&id, &given)).expect("all is filled");
        assert_eq!(mail.letters()[0].subject, "Re: 報價");
        assert_eq!(clipboard.written().len(), 1);
    }

    #[test]
    fn a_reason_is_only_given_by_whom_it_is_true_for_or_by_hand() {
        let mut bench = Bench::new("");
        let id = PhraseId::new("because");
        let print = |bench: &Bench, given: &Values| print_phrase(&bench.library, bench.filling(&id, given));
        let err = print(&bench, &Values::new()).expect_err("nobody said that it is true");
        assert_eq!(err.to_string(), "the phrase `because` has open places: reason");
        let by_hand = Values::from([("reason".into(), "我很忙".into())]);
        assert_eq!(print(&bench, &by_hand).as_deref(), Ok("因為我很忙"));
        bench.profile.reasons.push(crate::ReasonId::new("company-rule"));
        assert_eq!(print(&bench, &Values::new()).as_deref(), Ok("因為公司規定"));
    }

    #[test]
    fn without_a_mail_program_the_words_are_copied_all_the_same() {
        let bench = Bench::new("a@b.example");
        let (clipboard, mail) = (FakeClipboard::default(), FakeMail::missing());
        let (id, given) = (PhraseId::new("ready"), Values::from([("topic".into(), "x".into())]));
        let err = mail_phrase(&bench.library, &clipboard, &mail, bench.filling(&id, &given))
            .expect_err("no program");
        assert!(matches!(err, CopyError::Mail(_)), "{err}");
        assert_eq!(clipboard.written().len(), 1);
    }
}
