//! Draws up answers for doors from a snapshot: names in the app's language, words filled in.

use fencun_core::copy::{FilledPhrase, Filling, fill_phrase};
use fencun_core::fill::{COMPUTED, Occasion, Truth, reason_is_true};
use fencun_core::search::Filter;
use fencun_core::{
    Audience, Contact, Cost, Entry, Filled, Firmness, Language, Localized, Part, Phrase, PhraseId, Piece,
    PlaceholderName, Values, pieces,
};
use fencun_protocol as wire;

use super::Snapshot;
use super::forms::Forms;
use crate::{moment, wire as to_wire};

/// The person words go to, as far as one is known.
#[derive(Clone, Copy, Default)]
pub(super) struct To<'a> {
    pub(super) contact: Option<&'a Contact>,
    /// The name of one who is no contact.
    pub(super) person: Option<&'a str>,
}

impl Snapshot {
    /// Fills a phrase for somebody.
    pub(crate) fn filled(
        &self,
        phrase: &Phrase,
        audience: &Audience,
        contact: Option<&Contact>,
        given: &Values,
    ) -> FilledPhrase {
        let day = moment::day(&self.settings.profile, audience);
        let occasion = Occasion { profile: &self.settings.profile, audience, contact, day };
        fill_phrase(&self.library, phrase, Filling { id: &phrase.id, occasion, given, sure: false })
    }

    /// A phrase as one line of a list.
    pub(crate) fn row<'s>(&'s self, entry: &Entry, audience: &Audience, forms: &Forms<'s>) -> wire::Row {
        let phrase = &entry.phrase;
        let fitting = audience.fitting(phrase);
        let contact = self.contact.as_deref().and_then(|id| self.contact(id));
        let (gloss_language, gloss) = gloss(phrase, self.reader());
        wire::Row {
            id: phrase.id.to_string(),
            title: phrase.title.clone(),
            language: phrase.language.to_string(),
            situation: phrase.situation.to_string(),
            situation_name: self.library.situation_name(&phrase.situation, self.reader()).to_owned(),
            culture: phrase.culture.to_string(),
            culture_name: self.library.culture_name(&phrase.culture, self.reader()).to_owned(),
            rank: phrase.ranks.iter().copied().map(to_wire::rank).collect(),
            firmness: phrase.firmness.value(),
            channel: to_wire::channel(phrase.channel),
            gloss: gloss.to_owned(),
            gloss_language: gloss_language.to_string(),
            open: forms.opens(phrase, &fitting, contact),
            layer: to_wire::layer(entry.layer),
            overrides: entry.original.is_some(),
            favourite: self.favourites.contains(&phrase.id),
            untrue: self.untrue_reason(phrase),
        }
    }

    /// The reason that a phrase gives and the user has not marked as true; None while nothing is marked at all.
    fn untrue_reason(&self, phrase: &Phrase) -> Option<String> {
        let reason = phrase.reason.as_ref()?;
        let untrue = reason_is_true(&self.settings.profile, phrase) == Truth::Untrue;
        untrue.then(|| self.library.reason_name(reason, self.reader()).to_owned())
    }

    /// How a phrase reads to the person it is for.
    pub(super) fn preview(
        &self,
        phrase: &Phrase,
        audience: &Audience,
        to: To<'_>,
        given: &Values,
    ) -> wire::Preview {
        let To { contact, person } = to;
        let person = contact.map(|contact| contact.id.as_str()).or(person);
        let filled = self.filled(phrase, audience, contact, given);
        let app = self.filled_app(audience, contact);
        let (gloss, gloss_language) = best(&phrase.gloss, self.reader());
        let (note, note_language) = best(&phrase.note, self.reader());
        let reason = phrase.reason.as_ref();
        wire::Preview {
            parts: parts(&phrase.text, &filled.words),
            subject: parts(phrase.subject.as_deref().unwrap_or_default(), &filled.subject),
            open: filled.open().iter().map(|name| self.open_field(name, audience, person)).collect(),
            gloss,
            gloss_language,
            note,
            note_language,
            reason_name: reason.map(|id| self.library.reason_name(id, self.reader()).to_owned()),
            app,
            ladder: self.ladder(phrase, audience),
            row: self.library.get(&phrase.id).map(|entry| self.row(entry, audience, &Forms::of(self))),
        }
    }

    fn filled_app(&self, audience: &Audience, contact: Option<&Contact>) -> String {
        let day = moment::day(&self.settings.profile, audience);
        let occasion = Occasion { profile: &self.settings.profile, audience, contact, day };
        fencun_core::fill::values(occasion).remove("app").unwrap_or_default()
    }

    fn open_field(
        &self,
        name: &PlaceholderName,
        audience: &Audience,
        person: Option<&str>,
    ) -> wire::OpenField {
        let name = name.as_str();
        wire::OpenField {
            name: name.to_owned(),
            label: self.placeholder_label(name),
            kind: match name.rsplit('_').next() {
                Some("date" | "day") => wire::FieldKind::Date,
                Some("time") => wire::FieldKind::Time,
                _ => wire::FieldKind::Text,
            },
            setting: setting_of(name, audience),
            remembered: self.remembered(person, name),
        }
    }

    /// What a form calls a placeholder; of a pack's own names the name itself, readable.
    pub(crate) fn placeholder_label(&self, name: &str) -> String {
        self.texts.find(&format!("placeholder-{name}"), &[]).unwrap_or_else(|| name.replace('_', " "))
    }

    /// The four firmnesses of a situation, each with the phrase of this audience that is nearest to `phrase`.
    fn ladder(&self, phrase: &Phrase, audience: &Audience) -> Vec<wire::Rung> {
        let rungs: Vec<&Phrase> = self
            .library
            .of_situation(&phrase.situation)
            .map(|entry| &*entry.phrase)
            .filter(|found| found.is_for(audience))
            .collect();
        let rung = |firmness: Firmness| {
            let of = || rungs.iter().filter(|found| found.firmness == firmness);
            let itself = of().find(|found| found.id == phrase.id);
            let same_channel = || of().find(|found| found.channel == phrase.channel);
            let found = itself.or_else(same_channel).or_else(|| of().next());
            wire::Rung {
                firmness: firmness.value(),
                id: found.map(|found| found.id.to_string()),
                title: found.map(|found| found.title.clone()),
            }
        };
        Firmness::ALL.into_iter().map(rung).collect()
    }

    /// Everything an editor or a facet offers.
    pub(crate) fn choices(&self) -> wire::Choices {
        let reader = self.reader();
        let choice = |id: &str, name: &str, help: &Localized, languages: &[Language]| wire::Choice {
            id: id.to_owned(),
            name: name.to_owned(),
            help: help.best(reader).map_or_else(String::new, |(_, text)| text.to_owned()),
            languages: languages.iter().map(ToString::to_string).collect(),
        };
        let nothing = Localized::default();
        let cultures = self.cultures.iter().map(|(id, languages)| {
            let help = self.library.culture(id).map_or(&nothing, |culture| &culture.help);
            choice(id.as_str(), self.library.culture_name(id, reader), help, languages)
        });
        let situations = self.library.situations().iter().map(|situation| {
            choice(
                situation.id.as_str(),
                self.library.situation_name(&situation.id, reader),
                &situation.help,
                &[],
            )
        });
        let reasons = self.library.reasons().iter();
        let reasons = reasons.map(|reason| {
            choice(reason.id.as_str(), self.library.reason_name(&reason.id, reader), &reason.help, &[])
        });
        wire::Choices {
            cultures: cultures.collect(),
            situations: situations.collect(),
            reasons: reasons.collect(),
            languages: self.languages(),
            packs: self.packs(),
            placeholders: COMPUTED.iter().map(|name| self.placeholder(name)).collect(),
        }
    }

    fn placeholder(&self, name: &str) -> wire::Choice {
        let help = self.texts.find(&format!("placeholder-{name}-help"), &[]).unwrap_or_default();
        wire::Choice { id: name.to_owned(), name: self.placeholder_label(name), help, languages: Vec::new() }
    }

    /// All languages that a culture or a phrase has, with their names.
    pub(crate) fn languages(&self) -> Vec<wire::Choice> {
        let mut tags: Vec<&Language> = Vec::new();
        let of_cultures = self.cultures.iter().flat_map(|(_, languages)| languages);
        let defined = self.library.cultures().iter().flat_map(|culture| &culture.languages);
        for tag in of_cultures.chain(defined).chain(self.library.languages()) {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        let choice = |tag: &&Language| wire::Choice {
            id: tag.to_string(),
            name: self.texts.language_name(tag.as_str()),
            help: String::new(),
            languages: Vec::new(),
        };
        tags.iter().map(choice).collect()
    }

    fn packs(&self) -> Vec<wire::Pack> {
        let pack = |pack: &fencun_core::PackInfo| wire::Pack {
            id: pack.header.id.to_string(),
            title: pack.header.title.clone(),
            layer: to_wire::layer(pack.layer),
            authors: pack.header.authors.clone(),
            licence: pack.header.licence.clone(),
            file: (pack.layer != fencun_core::pack::Layer::Shipped).then(|| pack.file.clone()),
            phrases: pack.phrases,
            problems: self.problems.iter().filter(|problem| problem.file == pack.file).count(),
        };
        self.library.packs().iter().map(pack).collect()
    }

    /// Whom the user writes to, and whom they could.
    pub(crate) fn audience_state(&self) -> wire::AudienceState {
        let choices = self.choices();
        wire::AudienceState {
            audience: to_wire::audience(&self.audience),
            contact: self.contact.clone(),
            cultures: choices.cultures,
            languages: choices.languages,
        }
    }
}

/// The key of settings.toml behind a placeholder of the profile.
pub(super) fn setting_of(name: &str, audience: &Audience) -> Option<String> {
    Some(match name {
        "my_name" => "profile.name".into(),
        "my_email" => "profile.email".into(),
        "my_hours" => "profile.hours".into(),
        "deputy" => "profile.deputy".into(),
        "deputy_email" => "profile.deputy_email".into(),
        "company" => "profile.company".into(),
        "app" => format!("profile.app.{}", audience.culture),
        _ => return None,
    })
}

/// The gloss for a reader, or the words themselves where there is none.
fn gloss<'p>(phrase: &'p Phrase, reader: &Language) -> (&'p Language, &'p str) {
    phrase.gloss.best(reader).unwrap_or((&phrase.language, &phrase.text))
}

fn best(texts: &Localized, reader: &Language) -> (String, String) {
    texts
        .best(reader)
        .map_or_else(Default::default, |(language, text)| (text.to_owned(), language.to_string()))
}

fn parts(text: &str, filled: &Filled) -> Vec<wire::Part> {
    let mut start = 0;
    let lengths = pieces(text).into_iter().map(|piece| match piece {
        Piece::Words(words) => words.chars().count(),
        Piece::Placeholder(name) => name.as_str().chars().count() + 2,
    });
    let part = |(part, length): (&Part, usize)| {
        let (kind, text, name) = match part {
            Part::Words(words) => (wire::PartKind::Words, words.clone(), None),
            Part::Filled(name, value) => {
                (wire::PartKind::Filled, value.clone(), Some(name.as_str().to_owned()))
            }
            Part::Open(name) => {
                (wire::PartKind::Open, format!("{{{}}}", name.as_str()), Some(name.as_str().to_owned()))
            }
        };
        let drawn = wire::Part { kind, text, name, start };
        start += length;
        drawn
    };
    filled.parts.iter().zip(lengths).map(part).collect()
}

/// The core's filter for a door's.
pub(crate) fn filter(filter: &wire::Filter) -> Result<Filter, wire::Failure> {
    let firmness = filter.firmness.map(|value| Firmness::new(i64::from(value))).transpose();
    Ok(Filter {
        culture: filter.culture.clone(),
        rank: filter.rank.map(to_wire::core_rank),
        language: filter.language.clone(),
        situation: filter.situation.clone(),
        firmness: firmness.map_err(|err| to_wire::bad_value(err.to_string()))?,
        reason: filter.reason.clone(),
        channel: None,
        pack: filter.pack.as_ref().map(fencun_core::PackId::new),
        mine: filter.mine,
    })
}

/// The phrase of an id, or that there is none.
pub(crate) fn find<'s>(snapshot: &'s Snapshot, id: &str) -> Result<&'s Entry, wire::Failure> {
    snapshot.library.get(&PhraseId::new(id)).ok_or_else(|| {
        // It may be in a file that cannot be read now: what is not seen is not said to be gone.
        let unread = snapshot.problems.iter().find(|problem| problem.cost == Cost::File);
        let where_else = unread.map(|problem| format!("; {} may have it: {}", problem.file, problem.message));
        let detail = format!("there is no phrase `{id}`{}", where_else.unwrap_or_default());
        wire::Failure { code: wire::Code::Unknown, detail, names: Vec::new() }
    })
}
