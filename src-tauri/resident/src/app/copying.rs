//! Copying for every door: the core copies, then it is remembered and announced.

use fencun_core::copy::{self, CopyError};
use fencun_core::ports::{Notice, NoticeKind};
use fencun_core::search::remembered;
use fencun_core::{Channel, PhraseId};
use fencun_protocol::{Code, Copied, Failure, Filling, Paste};
use fencun_store::State;

use super::view::find;
use super::{App, Snapshot};
use crate::wire;

impl App {
    /// Puts a phrase on the clipboard, and pastes it where the focus was if the user wants that.
    pub(crate) fn copy(&self, asked: &Filling) -> Result<Copied, Failure> {
        let now = self.now();
        let entry = find(&now, &asked.id)?;
        let paste = self.paste_for(&now, asked);
        let old = self.to_put_back(&now, paste);
        let done = Self::with_filling(&now, entry, asked, |filling| {
            copy::copy_phrase(&now.library, &*self.ports.clipboard, filling).map(|written| written.words)
        })?;
        let words = done.as_ref().ok().cloned();
        let copied = self.after(&now, asked, false, done)?;
        if let Some(words) = words.filter(|_| paste == Paste::Will) {
            self.paste(&now, words, old);
        }
        Ok(Copied { paste, ..copied })
    }

    /// Opens the mail program with a phrase, and puts it on the clipboard.
    pub(crate) fn mail(&self, asked: &Filling) -> Result<Copied, Failure> {
        let now = self.now();
        let entry = find(&now, &asked.id)?;
        let done = Self::with_filling(&now, entry, asked, |filling| {
            let mail = &*self.ports.mail;
            copy::mail_phrase(&now.library, &*self.ports.clipboard, mail, filling)
                .map(|written| written.words)
        })?;
        self.after(&now, asked, true, done)
    }

    /// What a click on a phrase does: a letter is opened in the mail program, everything else is copied.
    pub(crate) fn choose(&self, asked: &Filling) -> Result<Copied, Failure> {
        self.wait_until_read();
        let letter = find(&self.now(), &asked.id)?.phrase.channel == Channel::Email;
        if letter { self.mail(asked) } else { self.copy(asked) }
    }

    fn after(
        &self,
        now: &Snapshot,
        asked: &Filling,
        mail: bool,
        done: Result<String, CopyError>,
    ) -> Result<Copied, Failure> {
        let copied = Self::copied(now, asked, mail && done.is_ok())?;
        // Without a mail program the words are on the clipboard all the same.
        if matches!(done, Ok(_) | Err(CopyError::Mail(_))) {
            self.remember(now, asked)?;
            self.announce(now, &copied);
        }
        if let Ok(words) = &done
            && find(now, &asked.id)?.phrase.sensitive
        {
            self.clear_later(now, words);
        }
        done.map(|_| copied).map_err(|err| wire::copy_failure(&err))
    }

    fn copied(now: &Snapshot, asked: &Filling, mail: bool) -> Result<Copied, Failure> {
        let phrase = &find(now, &asked.id)?.phrase;
        let contact = Self::contact_for(now, phrase, asked)?;
        let audience = Self::audience_for(now, phrase, asked, contact);
        Ok(Copied {
            id: asked.id.clone(),
            situation: now.library.situation_name(&phrase.situation, now.reader()).to_owned(),
            culture: now.library.culture_name(&phrase.culture, now.reader()).to_owned(),
            rank: wire::rank(audience.rank),
            mail,
            paste: Paste::Off,
        })
    }

    /// Whether it can be remembered must not decide whether it was copied.
    fn remember(&self, now: &Snapshot, asked: &Filling) -> Result<(), Failure> {
        let contact = Self::contact_for(now, &find(now, &asked.id)?.phrase, asked)?;
        self.note_person(now, asked, contact.map(|contact| contact.id.as_str()));
        let id = PhraseId::new(&asked.id);
        let query = asked.query.as_deref().map(remembered).unwrap_or_default();
        let note = |state: &mut State| {
            state.copied(&id);
            state.choose(&query, &id);
        };
        if let Err(failure) = self.change(|store| store.change_state(note)) {
            tracing::warn!(reason = failure.detail, "the copy is not among the recent ones");
        }
        Ok(())
    }

    fn announce(&self, now: &Snapshot, copied: &Copied) {
        if !now.settings.behaviour.notify_on_copy {
            return;
        }
        let rank = now.texts.get(&format!("rank-{}-lower", wire::core_rank(copied.rank).as_str()));
        let summary = now.texts.get(if copied.mail { "notify-copied-mail" } else { "notify-copied" });
        let body = format!("{} · {} · {rank}", copied.situation, copied.culture);
        self.ports.notifier.notify(Notice { kind: NoticeKind::Copied, summary, body });
    }

    /// Tells the person that nothing was copied, where no window can.
    pub(crate) fn announce_failure(&self, failure: &Failure) {
        let texts = &self.now().texts;
        let body = match failure.code {
            Code::ClipboardBusy => texts.get("notify-not-copied-busy"),
            Code::NoClipboard => texts.get("notify-not-copied-no-clipboard"),
            Code::NoMail => texts.get("notify-no-mail"),
            _ => failure.detail.clone(),
        };
        let summary =
            texts.get(if failure.code == Code::NoMail { "notify-copied" } else { "notify-not-copied" });
        self.ports.notifier.notify(Notice { kind: NoticeKind::Advice, summary, body });
    }

    /// Tells the person that a window could not be opened.
    pub(crate) fn announce_no_window(&self, failure: &Failure) {
        tracing::warn!(detail = failure.detail, "no window was opened");
        let texts = &self.now().texts;
        let summary = texts.get("notify-window-failed");
        let body = texts.with("notify-window-failed-body", &[("why", &failure.detail)]);
        crate::out::message(&format!("{summary}: {body}"));
        self.ports.notifier.notify(Notice { kind: NoticeKind::Advice, summary, body });
    }
}
