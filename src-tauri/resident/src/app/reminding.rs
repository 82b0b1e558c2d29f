//! Phrases that come back later: kept over a restart, brought up by a notification whose button copies.

use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::time::Duration;

use fencun_core::PhraseId;
use fencun_core::ports::{Button, Notice, NoticeKind};
use fencun_protocol::{self as protocol, Code, Failure, Filling, Place, WindowName};
use fencun_store::{REMINDERS, Reminder};

use super::view::find;
use super::{Answer, App, Opening, Snapshot, json};
use crate::{moment, wire};

/// The longest a reminder can be put off, in minutes.
const LONGEST: u32 = 24 * 60;
/// The clock of a wait stands still while the machine sleeps, so the time of day is looked at this often; only while
/// something is to come back.
const LOOK: Duration = Duration::from_secs(60);

/// Wakes whoever waits for the next reminder.
#[derive(Debug, Default)]
pub(crate) struct Bell {
    rung: Mutex<bool>,
    heard: Condvar,
}

impl Bell {
    fn ring(&self) {
        *self.rung.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.heard.notify_one();
    }

    /// Waits until it rings, or for so long; for ever if there is nothing to wait for.
    fn wait(&self, patience: Option<Duration>) {
        let rung = self.rung.lock().unwrap_or_else(PoisonError::into_inner);
        let quiet = |rung: &mut bool| !*rung;
        let mut rung = match patience {
            None => self.heard.wait_while(rung, quiet).unwrap_or_else(PoisonError::into_inner),
            Some(patience) => {
                self.heard.wait_timeout_while(rung, patience, quiet).unwrap_or_else(PoisonError::into_inner).0
            }
        };
        *rung = false;
    }
}

/// Waits for reminders for as long as the app lives.
pub(crate) fn start(app: &Arc<App>) {
    let (bell, app) = (Arc::clone(&app.bell), Arc::downgrade(app));
    let work = move || {
        // Those that had come up before the program ended are brought up once more.
        let mut again = true;
        while let Some(alive) = app.upgrade() {
            alive.wait_until_read();
            alive.bring_up(&app, again);
            again = false;
            let next = alive.next_due();
            drop(alive);
            bell.wait(next);
        }
    };
    if let Err(err) = std::thread::Builder::new().name("reminders".into()).spawn(work) {
        tracing::warn!(%err, "no phrase will come back");
    }
}

impl App {
    pub(super) fn remind(&self, filling: Filling, minutes: u32) -> Answer {
        let now = self.now();
        let entry = find(&now, &filling.id)?;
        if minutes == 0 || minutes > LONGEST {
            return Err(wire::bad_value(format!("a reminder takes 1 to {LONGEST} minutes, not {minutes}")));
        }
        let contact = Self::contact_for(&now, &entry.phrase, &filling)?;
        let audience = Self::audience_for(&now, &entry.phrase, &filling, contact);
        let contact = contact.map(|contact| contact.id.clone());
        let due = moment::seconds() + i64::from(minutes) * 60;
        let mut added = None;
        let kept = self.store.change_reminders(|all| {
            if all.len() >= REMINDERS {
                return;
            }
            let number = all.iter().map(|reminder| reminder.number).max().unwrap_or(0) + 1;
            let (id, given, person) = (entry.phrase.id.clone(), filling.set, filling.person);
            let reminder = Reminder { number, id, given, contact, person, audience, due, came: false };
            added = Some(reminder.clone());
            all.push(reminder);
        });
        kept.map_err(|err| super::store_failure(&err))?;
        let Some(added) = added else {
            return Err(wire::bad_value(format!("{REMINDERS} phrases are waiting already; drop one first")));
        };
        self.bell.ring();
        json(&drawn(&now, &added))
    }

    pub(super) fn reminders(&self, now: &Snapshot) -> Answer {
        json(&self.store.load_reminders().iter().map(|reminder| drawn(now, reminder)).collect::<Vec<_>>())
    }

    pub(super) fn drop_reminder(&self, number: u64) -> Answer {
        self.forget_reminder(number)?;
        self.reminders(&self.now())
    }

    fn forget_reminder(&self, number: u64) -> Result<(), Failure> {
        let left = self.store.change_reminders(|all| all.retain(|reminder| reminder.number != number));
        left.map(drop).map_err(|err| super::store_failure(&err))?;
        self.bell.ring();
        Ok(())
    }

    /// How long until the next one; none if none is to come.
    fn next_due(&self) -> Option<Duration> {
        let waiting = self.store.load_reminders().into_iter().find(|reminder| !reminder.came)?;
        let left = u64::try_from(waiting.due - moment::seconds()).unwrap_or(0);
        Some(Duration::from_secs(left).min(LOOK))
    }

    /// Brings up what is due; with `again` also what came up before and was neither copied nor dropped.
    fn bring_up(&self, app: &Weak<Self>, again: bool) {
        let clock = moment::seconds();
        let all = self.store.load_reminders();
        let due: Vec<_> = all.into_iter().filter(|one| one.due <= clock && (again || !one.came)).collect();
        if due.is_empty() {
            return;
        }
        let came = self.store.change_reminders(|all| {
            for reminder in all.iter_mut().filter(|reminder| reminder.due <= clock) {
                reminder.came = true;
            }
        });
        if let Err(err) = came {
            tracing::warn!(%err, "it is not noted that a phrase has come back");
        }
        for reminder in due {
            self.offer(app, reminder);
        }
    }

    fn offer(&self, app: &Weak<Self>, reminder: Reminder) {
        let now = self.now();
        let drawn = drawn(&now, &reminder);
        let notice = Notice {
            kind: NoticeKind::Reminder(reminder.number),
            summary: now.texts.with("notify-reminder", &[("whom", &drawn.whom)]),
            body: now.texts.with("notify-reminder-body", &[("situation", &situation(&now, &reminder.id))]),
        };
        let app = Weak::clone(app);
        let pressed = Box::new(move || {
            if let Some(app) = app.upgrade() {
                app.answer_reminder(&reminder);
            }
        });
        self.notifier().offer(notice, Button { label: now.texts.get("notify-reminder-copy"), pressed });
    }

    /// What the button does: copies, or opens the palette where something has to be asked first.
    fn answer_reminder(&self, reminder: &Reminder) {
        match self.choose(&filling(reminder)) {
            Ok(_) => {}
            Err(failure) if matches!(failure.code, Code::OpenPlaceholders | Code::Unsafe) => {
                let phrase = Some(reminder.id.to_string());
                let opening = Opening { phrase, ..Opening::of(WindowName::Palette, Place::Pointer) };
                if let Err(failure) = self.open_window(opening) {
                    self.announce_no_window(&failure);
                }
            }
            Err(failure) => return self.announce_failure(&failure),
        }
        if let Err(failure) = self.forget_reminder(reminder.number) {
            tracing::warn!(detail = failure.detail, "a reminder that was answered is still kept");
        }
    }
}

fn filling(reminder: &Reminder) -> Filling {
    Filling {
        id: reminder.id.to_string(),
        set: reminder.given.clone(),
        contact: reminder.contact.clone(),
        audience: Some(wire::audience(&reminder.audience)),
        person: reminder.person.clone(),
        ..Filling::default()
    }
}

fn situation(now: &Snapshot, id: &PhraseId) -> String {
    let entry = now.library.get(id);
    entry.map_or_else(String::new, |entry| {
        now.library.situation_name(&entry.phrase.situation, now.reader()).to_owned()
    })
}

fn drawn(now: &Snapshot, reminder: &Reminder) -> protocol::Reminder {
    let contact = reminder.contact.as_deref().and_then(|id| now.contact(id));
    let rank = wire::rank(reminder.audience.rank);
    let entry = now.library.get(&reminder.id);
    let culture = now.library.culture_name(&reminder.audience.culture, now.reader());
    let to_all =
        || format!("{culture} · {}", now.texts.get(&format!("rank-{}", reminder.audience.rank.as_str())));
    protocol::Reminder {
        number: reminder.number,
        id: reminder.id.to_string(),
        title: entry.map(|entry| entry.phrase.title.clone()).unwrap_or_default(),
        whom: contact
            .map(|contact| contact.name.clone())
            .or_else(|| reminder.person.clone())
            .unwrap_or_else(to_all),
        rank,
        due: moment::text(reminder.due),
        came: reminder.came,
        filling: filling(reminder),
        channel: entry.map_or(protocol::Channel::Chat, |entry| wire::channel(entry.phrase.channel)),
    }
}
