//! Between the core's values and those that travel on the socket.

use fencun_core as core;
use fencun_core::pack::Layer;
use fencun_protocol as wire;
use fencun_protocol::{Code, Failure};

pub(crate) fn rank(rank: core::Rank) -> wire::Rank {
    match rank {
        core::Rank::Junior => wire::Rank::Junior,
        core::Rank::Peer => wire::Rank::Peer,
        core::Rank::Senior => wire::Rank::Senior,
        core::Rank::Client => wire::Rank::Client,
    }
}

pub(crate) fn core_rank(rank: wire::Rank) -> core::Rank {
    match rank {
        wire::Rank::Junior => core::Rank::Junior,
        wire::Rank::Peer => core::Rank::Peer,
        wire::Rank::Senior => core::Rank::Senior,
        wire::Rank::Client => core::Rank::Client,
    }
}

pub(crate) fn channel(channel: core::Channel) -> wire::Channel {
    match channel {
        core::Channel::Chat => wire::Channel::Chat,
        core::Channel::Email => wire::Channel::Email,
    }
}

pub(crate) fn layer(layer: Layer) -> wire::Layer {
    match layer {
        Layer::Shipped => wire::Layer::Shipped,
        Layer::Shared => wire::Layer::Shared,
        Layer::Mine => wire::Layer::Mine,
    }
}

pub(crate) fn audience(audience: &core::Audience) -> wire::Audience {
    wire::Audience {
        culture: audience.culture.to_string(),
        rank: rank(audience.rank),
        language: audience.language.to_string(),
    }
}

pub(crate) fn core_audience(audience: &wire::Audience) -> core::Audience {
    core::Audience {
        culture: core::CultureId::new(&audience.culture),
        rank: core_rank(audience.rank),
        language: core::Language::new(&audience.language),
    }
}

fn localized(texts: &core::Localized) -> wire::Localized {
    texts.iter().map(|(language, text)| (language.to_string(), text.to_owned())).collect()
}

fn core_localized(texts: &wire::Localized) -> core::Localized {
    let filled = texts.iter().filter(|(_, text)| !text.trim().is_empty());
    core::Localized::new(filled.map(|(language, text)| (core::Language::new(language), text.clone())))
}

/// A phrase with its origin.
pub(crate) fn phrase(entry: &core::Entry) -> wire::Phrase {
    wire::Phrase { layer: layer(entry.layer), ..phrase_of(&entry.phrase, entry.pack.as_str()) }
}

/// A phrase as one line of a list for people.
pub(crate) fn titled(entry: &core::Entry) -> wire::Titled {
    wire::Titled { id: entry.phrase.id.to_string(), title: entry.phrase.title.clone() }
}

/// A phrase of the library folder as the history has it.
pub(crate) fn phrase_of(phrase: &core::Phrase, pack: &str) -> wire::Phrase {
    wire::Phrase {
        id: phrase.id.to_string(),
        situation: phrase.situation.to_string(),
        culture: phrase.culture.to_string(),
        language: phrase.language.to_string(),
        rank: phrase.ranks.iter().copied().map(rank).collect(),
        firmness: phrase.firmness.value(),
        channel: channel(phrase.channel),
        reason: phrase.reason.as_ref().map(ToString::to_string),
        title: phrase.title.clone(),
        subject: phrase.subject.clone(),
        text: phrase.text.clone(),
        gloss: localized(&phrase.gloss),
        note: localized(&phrase.note),
        tags: phrase.tags.clone(),
        serves: phrase.serves.iter().map(|(rank, why)| (rank.as_str().to_owned(), why.clone())).collect(),
        sensitive: phrase.sensitive,
        silenced: phrase.silenced.clone(),
        source: phrase.source.clone(),
        pack: pack.to_owned(),
        layer: if pack == "mine" { wire::Layer::Mine } else { wire::Layer::Shared },
    }
}

/// A phrase as an editor sent it; what editors do not show is kept from `before`.
///
/// # Errors
/// A value that is not of the form it must have.
pub(crate) fn core_phrase(
    draft: &wire::PhraseDraft,
    id: core::PhraseId,
    before: Option<&core::Phrase>,
) -> Result<core::Phrase, Failure> {
    let firmness =
        core::Firmness::new(i64::from(draft.firmness)).map_err(|err| bad_value(err.to_string()))?;
    let required = [&draft.situation, &draft.culture, &draft.language, &draft.title, &draft.text];
    if required.iter().any(|text| text.is_empty()) || draft.rank.is_empty() {
        return Err(bad_value("a phrase needs situation, culture, language, rank, title and words".into()));
    }
    let some = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    Ok(core::Phrase {
        id,
        situation: core::SituationId::new(&draft.situation),
        culture: core::CultureId::new(&draft.culture),
        language: core::Language::new(&draft.language),
        ranks: draft.rank.iter().copied().map(core_rank).collect(),
        firmness,
        channel: match draft.channel {
            wire::Channel::Chat => core::Channel::Chat,
            wire::Channel::Email => core::Channel::Email,
        },
        reason: some(&draft.reason).map(core::ReasonId::new),
        title: draft.title.clone(),
        subject: some(&draft.subject),
        text: draft.text.clone(),
        gloss: core_localized(&draft.gloss),
        note: core_localized(&draft.note),
        tags: draft.tags.clone(),
        serves: before.map(|before| before.serves.clone()).unwrap_or_default(),
        sensitive: draft.sensitive,
        silenced: before.map(|before| before.silenced.clone()).unwrap_or_default(),
        source: before.and_then(|before| before.source.clone()),
    })
}

/// A value that is not of the form it must have.
pub(crate) fn bad_value(detail: String) -> Failure {
    Failure { code: Code::BadValue, detail, names: Vec::new() }
}

pub(crate) fn problem(problem: &core::Problem) -> wire::Problem {
    wire::Problem {
        file: problem.file.clone(),
        line: problem.line,
        id: problem.id.as_ref().map(ToString::to_string),
        message: problem.message.clone(),
        kind: match problem.cost {
            core::Cost::Nothing => wire::ProblemKind::Remark,
            core::Cost::Entry | core::Cost::File => wire::ProblemKind::Left,
        },
        mendable: false,
    }
}

pub(crate) fn settings(settings: &core::Settings) -> wire::Settings {
    let core::Settings { profile, languages, behaviour } = settings;
    wire::Settings {
        profile: wire::Profile {
            name: profile.name.clone(),
            email: profile.email.clone(),
            hours: profile.hours.clone(),
            time_zone: profile.time_zone.clone(),
            deputy: profile.deputy.clone(),
            deputy_email: profile.deputy_email.clone(),
            company: profile.company.clone(),
            reasons: profile.reasons.iter().map(ToString::to_string).collect(),
            app: profile.app.iter().map(|(culture, app)| (culture.to_string(), app.clone())).collect(),
        },
        languages: languages
            .iter()
            .map(|(culture, tags)| (culture.to_string(), tags.iter().map(ToString::to_string).collect()))
            .collect(),
        behaviour: wire::Behaviour {
            hotkey: behaviour.hotkey.clone(),
            notify_on_copy: behaviour.notify_on_copy,
            keep_warm_minutes: behaviour.keep_warm_minutes,
            language: behaviour.language.clone(),
            theme: behaviour.theme.clone(),
            start_at_login: behaviour.start_at_login,
            auto_paste: behaviour.auto_paste,
            put_back_clipboard: behaviour.put_back_clipboard,
            clear_sensitive_seconds: behaviour.clear_sensitive_seconds,
            remember_people: behaviour.remember_people,
        },
    }
}

pub(crate) fn contact(contact: &core::Contact) -> wire::Contact {
    wire::Contact {
        id: contact.id.clone(),
        name: contact.name.clone(),
        surname: contact.surname.clone(),
        given: contact.given.clone(),
        title: contact.title.clone(),
        culture: contact.culture.to_string(),
        rank: rank(contact.rank),
        language: contact.language.clone(),
        email: contact.email.clone(),
        app: contact.app.clone(),
    }
}

pub(crate) fn core_contact(contact: &wire::Contact) -> core::Contact {
    core::Contact {
        id: contact.id.clone(),
        name: contact.name.clone(),
        surname: contact.surname.clone(),
        given: contact.given.clone(),
        title: contact.title.clone(),
        culture: core::CultureId::new(&contact.culture),
        rank: core_rank(contact.rank),
        language: contact.language.clone(),
        email: contact.email.clone(),
        app: contact.app.clone(),
    }
}

/// Why a phrase was not copied, as doors act on it; no wildcard arm, so that a new variant asks for a decision.
pub(crate) fn copy_failure(err: &core::copy::CopyError) -> Failure {
    use core::copy::CopyError;
    use core::ports::ClipboardError;
    let (code, names) = match err {
        CopyError::UnknownPhrase(_) => (Code::Unknown, Vec::new()),
        CopyError::Open { open, .. } => {
            (Code::OpenPlaceholders, open.iter().map(|name| name.as_str().to_owned()).collect())
        }
        CopyError::Unsafe { characters, .. } => (Code::Unsafe, characters.clone()),
        CopyError::Clipboard(ClipboardError::Missing(_)) => (Code::NoClipboard, Vec::new()),
        CopyError::Clipboard(ClipboardError::Busy | ClipboardError::TimedOut) => {
            (Code::ClipboardBusy, Vec::new())
        }
        CopyError::Mail(_) => (Code::NoMail, Vec::new()),
    };
    Failure { code, detail: err.to_string(), names }
}
