//! What the programs of Fencun say to each other over the local socket.
//!
//! One JSON object a line. A connection opens with a [`Hello`] from each side; then each line from the
//! caller is a [`Request`] and gets one [`Reply`]. A caller that says it is the window program's ear gets
//! [`Event`]s instead. These are wire values only: what they mean is decided in the resident program.

mod check;
mod connection;
mod event;
mod failure;
mod found;
mod history;
mod home;
mod memory;
mod phrase;
mod preview;
mod request;
mod settings;
mod view;

pub use check::{Checked, Finding, Marker, Severity, Silenced};
pub use connection::{
    AskError, ConnectError, Connection, Hello, LINE_LIMIT, Reply, Role, VERSION, read_line, write_answer,
    write_line,
};
pub use event::{Event, Place, WindowName};
pub use failure::{Code, Failure};
pub use found::{Excerpt, Found, Hit, Mark, Match, MatchField, Row};
pub use history::{Change, ConflictCopy, FormDraft, Imported, Operation, PackLook};
pub use home::{Home, HomeError, downloads};
pub use memory::{Memory, Person, PersonUse, Proposal, Reminder};
pub use phrase::{Audience, Channel, Layer, Localized, Phrase, PhraseDraft, Rank, Titled};
pub use preview::{FieldKind, OpenField, Part, PartKind, PhraseView, Preview, Rung};
pub use request::{Filling, Filter, Request};
pub use settings::{Behaviour, Contact, Profile, Settings};
pub use view::{
    AudienceState, Browse, BrowsePage, Cell, Choice, Choices, Copied, Coverage, Facet, FacetValue,
    HotkeyState, Pack, PackCoverage, Paste, Paths, Problem, ProblemKind, Saved, Status, Verified,
};
