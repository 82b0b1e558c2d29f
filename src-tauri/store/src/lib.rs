//! Fencun's store: packs, settings, contacts, favourites, recents and history on disk.
//!
//! A phrase that was saved is never lost: `save` keeps what was there before it replaces a file, `look` notes what others
//! changed, `merge` brings two versions together. Loading never writes.

mod error;
mod places;

mod disk;
mod os;

mod clock;
mod names;
mod random;

mod history;
mod look;
pub mod merge;
mod save;
mod swap;
mod together;

mod cache;
mod heal;
mod load;
mod phrases;
mod store;

mod changes;
mod conflict;
mod contacts;
mod damage;
mod drafts;
mod favourites;
mod id;
mod import;
mod people;
mod reading;
mod reminders;
mod settings;
mod state;
mod traces;
mod uses;
mod verify;
mod watch;

#[cfg(test)]
mod powercut;

pub use changes::PhraseChange;
pub use conflict::ConflictCopy;
pub use drafts::Draft;
pub use error::StoreError;
pub use history::Operation;
pub use id::{IdParts, new_id};
pub use import::Imported;
pub use load::Loaded;
pub use phrases::Saved;
pub use places::Places;
pub use reminders::{REMINDERS, Reminder};
pub use settings::SettingValue;
pub use state::{RECENTS, REMEMBERED, Recent, State};
pub use store::Store;
pub use traces::Traces;
pub use uses::{CHOSEN, Chosen};
pub use verify::Verified;
pub use watch::Watch;
