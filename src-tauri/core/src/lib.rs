//! Fencun's core: phrases, packs, audiences, placeholders, search, and what copying means.
//!
//! It knows no screen, no disk, no clock and no thread: everything it must know is passed in as a value,
//! everything it must do goes through [`ports`].

mod phrase;
mod problem;
mod settings;

pub mod pack;

mod library;
mod placeholder;

pub mod caution;
pub mod check;
pub mod copy;
pub mod coverage;
pub mod fill;
pub mod menu;
pub mod people;
pub mod ports;
pub mod search;

#[cfg(any(test, feature = "fakes"))]
pub mod fakes;

pub use library::{Entry, Library, PackInfo};
pub use phrase::{
    Audience, Channel, CultureId, Firmness, FirmnessError, Language, Localized, PackId, Phrase, PhraseId,
    Rank, ReasonId, SituationId,
};
pub use placeholder::{Filled, Part, Piece, PlaceholderName, PlaceholderNameError, Values, pieces};
pub use problem::{Cost, Problem};
pub use settings::{Behaviour, Contact, Profile, Settings};
