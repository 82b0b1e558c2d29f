//! Requests that only read.

use fencun_core::copy::{self, Filling};
use fencun_core::fill::Occasion;
use fencun_core::{Cost, Entry, Phrase, PhraseId};
use fencun_protocol::{self as protocol, Failure, Request};
use serde_json::value::RawValue;

use super::view::{To, filter, find};
use super::{Answer, App, Snapshot, checking, json, store_failure};
use crate::{moment, wire};

/// What became of a request that may be one to read.
pub(super) enum Read {
    /// It was.
    Answered(Box<RawValue>),
    /// It asks for a change.
    Change(Box<Request>),
}

impl App {
    pub(super) fn read(&self, request: Request) -> Result<Read, Failure> {
        let now = self.now();
        let answer = match request {
            Request::List { filter: wanted, brief } => list(&now, &wanted, brief),
            Request::Show { id } => show(&now, &id),
            Request::Print(filling) => Self::print(&now, &filling),
            Request::Search { query, audience, filter, limit } => {
                now.found(&query, audience.as_ref().map(wire::core_audience), &filter, limit)
            }
            Request::Browse(asked) => json(&now.browse(&asked)?),
            Request::Preview(filling) => preview(&now, &filling),
            Request::PreviewDraft { draft, contact } => preview_draft(&now, &draft, contact.as_deref()),
            Request::Audience => json(&now.audience_state()),
            Request::Choices => json(&now.choices()),
            Request::History { id } => self.history(id.as_deref()),
            Request::Coverage => json(&coverage(&now)),
            Request::Verify => self.verify(&now),
            Request::Settings => json(&wire::settings(&now.settings)),
            Request::Contacts => json(&now.contacts.iter().map(wire::contact).collect::<Vec<_>>()),
            Request::Problems => self.problems(&now),
            Request::Check { draft } => checking::check(&now, &draft),
            Request::FormDrafts => self.form_drafts(),
            Request::Changes { step } => self.changes(step),
            Request::ConflictCopies => self.conflict_copies(),
            Request::LookAtPack { name, text } => self.look_at_pack(&now, &name, text),
            Request::ExportPack { pack } => self.export_pack(&now, &pack),
            Request::Memory => self.memory(&now),
            Request::Reminders => self.reminders(&now),
            Request::Status => json(&self.status(&now)),
            Request::Paths => json(&self.paths()),
            other => return Ok(Read::Change(Box::new(other))),
        };
        answer.map(Read::Answered)
    }

    fn print(now: &Snapshot, filling: &protocol::Filling) -> Answer {
        let entry = find(now, &filling.id)?;
        let words =
            Self::with_filling(now, entry, filling, |filling| copy::print_phrase(&now.library, filling))?;
        json(&words.map_err(|err| wire::copy_failure(&err))?)
    }

    /// Brings together what fills a phrase, for one call of the core.
    pub(super) fn with_filling<T>(
        now: &Snapshot,
        entry: &Entry,
        asked: &protocol::Filling,
        call: impl FnOnce(Filling<'_>) -> T,
    ) -> Result<T, Failure> {
        let phrase = &entry.phrase;
        let contact = Self::contact_for(now, phrase, asked)?;
        let audience = Self::audience_for(now, phrase, asked, contact);
        let profile = &now.settings.profile;
        let occasion =
            Occasion { profile, audience: &audience, contact, day: moment::day(profile, &audience) };
        Ok(call(Filling { id: &phrase.id, occasion, given: &asked.set, sure: asked.sure }))
    }

    fn problems(&self, now: &Snapshot) -> Answer {
        let problem = |problem: &fencun_core::Problem| protocol::Problem {
            mendable: problem.cost != Cost::Nothing && self.store.has_good_version(&problem.file),
            ..wire::problem(problem)
        };
        json(&now.problems.iter().map(problem).collect::<Vec<_>>())
    }

    fn form_drafts(&self) -> Answer {
        let draft = |draft: fencun_store::Draft| protocol::FormDraft {
            key: draft.key,
            time: draft.time,
            content: draft.content,
        };
        json(&self.store.drafts().into_iter().map(draft).collect::<Vec<_>>())
    }

    fn changes(&self, step: u64) -> Answer {
        let pack = self.store.history(None).map_err(|err| store_failure(&err))?;
        let pack = pack.into_iter().find(|operation| operation.step == step).map(|operation| operation.pack);
        let pack = pack.unwrap_or_default();
        let changes = self.store.changes(step).map_err(|err| store_failure(&err))?;
        let phrase = |phrase: Option<Phrase>| phrase.map(|phrase| wire::phrase_of(&phrase, &pack));
        let change = |change: fencun_store::PhraseChange| protocol::Change {
            id: change.id.to_string(),
            before: phrase(change.before),
            after: phrase(change.after),
        };
        json(&changes.into_iter().map(change).collect::<Vec<_>>())
    }

    fn history(&self, id: Option<&str>) -> Answer {
        let id = id.map(PhraseId::new);
        let operations = self.store.history(id.as_ref()).map_err(|err| store_failure(&err))?;
        json(&operations.iter().map(operation).collect::<Vec<_>>())
    }

    fn verify(&self, now: &Snapshot) -> Answer {
        let mut found = self.store.verify().map_err(|err| store_failure(&err))?;
        // What only shows when all files are seen together, such as one id in two packs.
        let between = now.problems.iter().filter(|problem| problem.cost != Cost::Nothing);
        let between: Vec<_> = between.filter(|problem| !found.problems.contains(problem)).cloned().collect();
        found.problems.extend(between);
        json(&protocol::Verified {
            packs: found.packs,
            operations: found.operations,
            versions: found.versions,
            problems: found.problems.iter().map(wire::problem).collect(),
        })
    }

    fn status(&self, now: &Snapshot) -> protocol::Status {
        let front = self.front.get();
        let behaviour = &now.settings.behaviour;
        protocol::Status {
            version: env!("CARGO_PKG_VERSION").into(),
            language: now.reader().to_string(),
            theme: behaviour.theme.clone(),
            hotkey: front.map_or(protocol::HotkeyState::Off, |front| front.hotkey()),
            tray: front.is_some_and(|front| front.tray()),
            first_run: now.settings.profile.email.is_empty(),
            problems: now.problems.len(),
            phrases: now.library.entries().len(),
            keep_warm_minutes: behaviour.keep_warm_minutes,
            reminders: self.store.load_reminders().len(),
            auto_paste: behaviour.auto_paste,
            can_paste: self.ports.paster.can_paste(),
            loading: now.loading,
        }
    }

    fn paths(&self) -> protocol::Paths {
        let text = |path: &std::path::Path| path.display().to_string();
        let home = &self.home;
        protocol::Paths {
            home: home.root().map(text).unwrap_or_default(),
            config: text(home.config()),
            library: text(&home.library()),
            state: text(home.state()),
            socket: text(&self.socket),
        }
    }
}

/// An operation of the history as it travels.
pub(super) fn operation(operation: &fencun_store::Operation) -> protocol::Operation {
    protocol::Operation {
        step: operation.step,
        time: operation.time.clone(),
        operation: operation.operation.clone(),
        ids: operation.ids.iter().map(ToString::to_string).collect(),
        pack: operation.pack.clone(),
        undoes: operation.undoes,
    }
}

fn coverage(now: &Snapshot) -> protocol::Coverage {
    let cell = |cell: fencun_core::coverage::Cell| protocol::Cell {
        situation: cell.situation.to_string(),
        rank: wire::rank(cell.rank),
        count: cell.count,
        firmness: cell.firmness.iter().map(|firmness| firmness.value()).collect(),
        served_by: cell.served_by.map(wire::rank),
    };
    let of = |pack: &fencun_core::PackInfo| {
        let cells = fencun_core::coverage::coverage(&now.library, &pack.header.id);
        protocol::PackCoverage {
            pack: pack.header.id.to_string(),
            cells: cells.into_iter().map(cell).collect(),
        }
    };
    let packs = now.library.packs().iter().filter(|pack| pack.phrases > 0);
    protocol::Coverage { packs: packs.map(of).collect() }
}

fn list(now: &Snapshot, wanted: &protocol::Filter, brief: bool) -> Answer {
    let filter = filter(wanted)?;
    let entries = || now.library.entries().iter().filter(|entry| filter.passes(entry));
    if brief {
        return json(&OneByOne(|| entries().map(wire::titled)));
    }
    json(&OneByOne(|| entries().map(wire::phrase)))
}

/// A list that is written without being there as a whole: a large library twice in memory is too much.
struct OneByOne<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: serde::Serialize>> serde::Serialize for OneByOne<F> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

fn show(now: &Snapshot, id: &str) -> Answer {
    let entry = find(now, id)?;
    let about = |problem: &&fencun_core::Problem| problem.id.as_ref() == Some(&entry.phrase.id);
    json(&protocol::PhraseView {
        phrase: wire::phrase(entry),
        original: entry.original.as_deref().map(wire::phrase),
        favourite: now.favourites.contains(&entry.phrase.id),
        problems: now.problems.iter().filter(about).map(wire::problem).collect(),
    })
}

fn preview(now: &Snapshot, filling: &protocol::Filling) -> Answer {
    let phrase = &find(now, &filling.id)?.phrase;
    let contact = App::contact_for(now, phrase, filling)?;
    let audience = App::audience_for(now, phrase, filling, contact);
    let to = To { contact, person: filling.person.as_deref() };
    json(&now.preview(phrase, &audience, to, &filling.set))
}

fn preview_draft(now: &Snapshot, draft: &protocol::PhraseDraft, contact: Option<&str>) -> Answer {
    let id = PhraseId::new(draft.id.as_deref().unwrap_or_default());
    let phrase: Phrase = wire::core_phrase(draft, id, None)?;
    let contact = contact.and_then(|id| now.contact(id));
    let base = contact.map_or_else(|| now.audience.clone(), |contact| now.audience_of(contact));
    let to = To { contact, person: None };
    json(&now.preview(&phrase, &base.fitting(&phrase), to, &fencun_core::Values::new()))
}
