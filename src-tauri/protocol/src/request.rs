//! What a door may ask of the resident program.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Audience, Browse, Contact, PhraseDraft, Place, Rank, WindowName};

/// One line to the resident program. The comment of each variant names its answer.
#[allow(
    clippy::large_enum_variant,
    reason = "one request lives at a time, and a box would be in the way of every door"
)]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "verb", rename_all = "kebab-case")]
pub enum Request {
    /// The phrases that pass a filter: `Vec<Phrase>`.
    List {
        /// Empty passes everything.
        #[serde(default)]
        filter: Filter,
        /// Only what a list for people shows of each: `Vec<Titled>`.
        #[serde(default)]
        brief: bool,
    },
    /// One phrase with its origin: [`crate::PhraseView`].
    Show {
        /// The phrase's id.
        id: String,
    },
    /// The filled words: `String`.
    Print(Filling),
    /// Puts the filled words on the clipboard: [`crate::Copied`].
    Copy(Filling),
    /// Opens the mail program with the filled words, and copies them: [`crate::Copied`].
    Mail(Filling),
    /// Looks for phrases, those of the audience first: [`crate::Found`].
    Search {
        /// What was typed; empty asks for what the audience most likely needs.
        query: String,
        /// None takes the current one.
        #[serde(default)]
        audience: Option<Audience>,
        /// Narrows the search, as the command line does.
        #[serde(default)]
        filter: Filter,
        /// At most so many hits.
        limit: usize,
    },
    /// One page of the library for the settings window: [`crate::BrowsePage`].
    Browse(Browse),
    /// How a phrase reads, filled as far as possible: [`crate::Preview`].
    Preview(Filling),
    /// How unsaved words would read: [`crate::Preview`].
    PreviewDraft {
        /// What the editor holds.
        draft: PhraseDraft,
        /// As whom to read it; None takes the draft's own culture, language and first rank.
        #[serde(default)]
        contact: Option<String>,
    },
    /// Whom the user writes to, and whom they could: [`crate::AudienceState`].
    Audience,
    /// Writes to somebody else from now on: [`crate::AudienceState`].
    SetAudience {
        /// The new audience.
        audience: Audience,
        /// The contact behind it, if one was chosen.
        #[serde(default)]
        contact: Option<String>,
    },
    /// Adds to the favourites or takes away: `bool`, what holds now.
    SetFavourite {
        /// The phrase's id.
        id: String,
        /// Whether it is a favourite from now on.
        favourite: bool,
    },
    /// Cultures, situations, reasons, packs and languages to choose from: [`crate::Choices`].
    Choices,
    /// Keeps a phrase in the user's own pack: [`crate::Saved`].
    SavePhrase {
        /// The whole phrase.
        draft: PhraseDraft,
        /// The phrase as the form opened it: what others changed since is brought together with it. None takes it as it
        /// stands now.
        #[serde(default)]
        base: Option<PhraseDraft>,
    },
    /// What the check says about unsaved words: [`crate::Checked`].
    Check {
        /// What the editor holds.
        draft: PhraseDraft,
    },
    /// Answers a finding for good, or listens to it again: [`crate::Saved`].
    Silence {
        /// The phrase's id.
        id: String,
        /// The rule's name.
        rule: String,
        /// Why it does not count here; None listens to it again.
        why: Option<String>,
    },
    /// Keeps what a form holds and has not saved: `()`.
    KeepFormDraft {
        /// The phrase's id, or a name of the form's own.
        key: String,
        /// What the form wants back.
        content: String,
    },
    /// Forgets what a form held: `()`.
    DropFormDraft {
        /// As it was kept.
        key: String,
    },
    /// What forms held when they were last seen: `Vec<FormDraft>`.
    FormDrafts,
    /// Deletes a phrase of the user's: [`crate::Saved`].
    DeletePhrase {
        /// The phrase's id.
        id: String,
    },
    /// Gives a shipped or shared phrase its own words back: [`crate::Saved`].
    RestoreOriginal {
        /// The phrase's id.
        id: String,
    },
    /// Takes back the last operations: `Vec<Operation>`, those that were undone.
    Undo {
        /// How many; at least 1.
        steps: usize,
    },
    /// What was done to the library, newest first: `Vec<Operation>`.
    History {
        /// Only what touched this phrase.
        #[serde(default)]
        id: Option<String>,
    },
    /// What an operation did, phrase by phrase: `Vec<Change>`.
    Changes {
        /// The operation's number.
        step: u64,
    },
    /// Gives a phrase the wording it had after a step: [`crate::Saved`].
    Restore {
        /// The phrase's id.
        id: String,
        /// The step.
        step: u64,
    },
    /// Puts the last good version of a damaged file in its place; the damaged one is set aside: [`crate::Operation`].
    RestoreFile {
        /// The file's name in the library folder.
        file: String,
    },
    /// Second versions of packs that a sync program left: `Vec<ConflictCopy>`.
    ConflictCopies,
    /// Brings such a copy together with its pack and takes it away: `()`.
    MergeCopy {
        /// The copy's file.
        file: String,
    },
    /// Looks at a pack from elsewhere: [`crate::PackLook`].
    LookAtPack {
        /// The file's name.
        name: String,
        /// What is in it.
        text: String,
    },
    /// Takes a pack into the library: [`crate::Imported`].
    ImportPack {
        /// The file's name.
        name: String,
        /// What is in it.
        text: String,
    },
    /// Takes a shared pack out of the library; an undo brings it back: `Option<u64>`, the step.
    RemovePack {
        /// Its file.
        file: String,
    },
    /// Writes a pack to the user's folder for downloads: `String`, the file.
    ExportPack {
        /// The pack's id.
        pack: String,
    },
    /// Which situations and ranks each pack answers: [`crate::Coverage`].
    Coverage,
    /// Looks whether packs and history are sound: [`crate::Verified`].
    Verify,
    /// The settings with defaults filled in: [`crate::Settings`].
    Settings,
    /// Changes one setting: [`crate::Settings`] after the change.
    SetSetting {
        /// The key as in the file, such as `profile.email`.
        key: String,
        /// Text, truth, number or a list of texts; null takes the key out of the file.
        value: serde_json::Value,
    },
    /// The people the user answers: `Vec<Contact>`.
    Contacts,
    /// Keeps a contact: `Contact`, with its id.
    SaveContact {
        /// An empty id asks for one made from the name.
        contact: Contact,
    },
    /// Forgets a contact: `()`.
    DeleteContact {
        /// The contact's id.
        id: String,
    },
    /// What is remembered about people and queries: [`crate::Memory`].
    Memory,
    /// Forgets all of it, or one person: [`crate::Memory`], what is left.
    Forget {
        /// The person's key; None forgets everything.
        #[serde(default)]
        key: Option<String>,
    },
    /// Brings a phrase back after some minutes: [`crate::Reminder`].
    Remind {
        /// The phrase and what fills it.
        filling: Filling,
        /// How long; 1 to 1440.
        minutes: u32,
    },
    /// What will come back, the next first: `Vec<Reminder>`.
    Reminders,
    /// Takes a reminder back: `Vec<Reminder>`, those that are left.
    DropReminder {
        /// Its number.
        number: u64,
    },
    /// What a person can mend in the files: `Vec<Problem>`.
    Problems,
    /// How the program stands: [`crate::Status`].
    Status,
    /// Where the files are: [`crate::Paths`].
    Paths,
    /// Opens the palette, or hides it if it is open: `()`.
    Toggle {
        /// Where it should open.
        #[serde(default)]
        place: Place,
    },
    /// Opens a window: `()`.
    Open {
        /// Which one.
        window: WindowName,
        /// Where it should open.
        #[serde(default)]
        place: Place,
        /// The phrase to show in it, if any.
        #[serde(default)]
        phrase: Option<String>,
        /// What a new phrase begins with, in the settings: opens the editor on it.
        #[serde(default)]
        write: Option<String>,
    },
    /// The window program has done what event `event` asked: `()`.
    Done {
        /// The number that came with the event.
        event: u64,
    },
    /// Ends the program: `()`.
    Quit,
}

/// A phrase and what fills it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Filling {
    /// The phrase's id.
    pub id: String,
    /// Values given by hand, by placeholder name; they go before computed ones.
    #[serde(default)]
    pub set: BTreeMap<String, String>,
    /// The person it goes to, by id.
    #[serde(default)]
    pub contact: Option<String>,
    /// Whom it is for; None takes the current audience where it fits the phrase.
    #[serde(default)]
    pub audience: Option<Audience>,
    /// The name of a person who is no contact, as typed into the form: what is remembered is remembered for them.
    #[serde(default)]
    pub person: Option<String>,
    /// Whether the values given by hand are remembered for the person.
    #[serde(default)]
    pub remember: bool,
    /// Whether the person has agreed to copy characters that can harm.
    #[serde(default)]
    pub sure: bool,
    /// Whether it was chosen in a window or menu that took the focus: then the words may be pasted where it was.
    #[serde(default)]
    pub paste: bool,
    /// What was typed to find it: it comes up first when the same is typed again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub query: Option<String>,
}

/// What a phrase must be to pass; None passes all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "each field is the phrase's field of that name")]
pub struct Filter {
    #[serde(default)]
    pub culture: Option<String>,
    #[serde(default)]
    pub rank: Option<Rank>,
    #[serde(default)]
    pub language: Option<String>,
    #[serde(default)]
    pub situation: Option<String>,
    #[serde(default)]
    pub firmness: Option<u8>,
    #[serde(default)]
    pub reason: Option<String>,
    #[serde(default)]
    pub pack: Option<String>,
    /// Only what the user wrote.
    #[serde(default)]
    pub mine: bool,
}
