//! Fencun's core: phrases, packs, audiences, placeholders, search, and what copying means.
//!
//! It knows no screen, no disk, no clock and no thread: everything it must know is passed in as a value,
//! everything it must do goes through [`ports`].

#[cfg(any(test, feature = "fakes"))]
pub mod fakes;
pub mod menu;
mod phrase;
pub mod ports;

pub use phrase::{
    Audience, Channel, CultureId, Firmness, FirmnessError, Language, Localized, PackId, Phrase, PhraseId,
    Rank, ReasonId, SituationId,
};
