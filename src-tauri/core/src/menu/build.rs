//! Draws up the tray menu: what this audience needs most, one click away.

use std::collections::HashMap;

use super::label::{self, Kind};
use super::sorted::Sorted;
use super::{Action, Item};
use crate::{Audience, CultureId, Entry, Language, Library, Phrase, PhraseId, Profile, Rank};

/// At most so many phrases stand at the top of the menu.
pub const TOP: usize = 10;

/// At most so many phrases stand in one submenu; the palette finds the others.
const SUBMENU: usize = 60;

/// The app's own words in the menu, in its language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MenuWords {
    /// Before the audience, with its colon and space: `Writing to: `.
    pub writing_to: String,
    /// The label of the submenu with what does not fit at the top.
    pub more_situations: String,
    /// The label of the submenu by culture and rank.
    pub other_audiences: String,
    /// The label of the marked phrases.
    pub favourites: String,
    /// The label of the phrases copied lately.
    pub recent: String,
    /// Opens the palette.
    pub find: String,
    /// Opens the settings window.
    pub settings: String,
    /// Ends the program.
    pub quit: String,
    /// After the situation of a phrase that is an email.
    pub by_email: String,
    /// Junior, peer, senior, client.
    pub ranks: [String; 4],
    /// Warm, clear, firm, last notice.
    pub firmness: [String; 4],
    /// The name of each language, and its short name.
    pub languages: HashMap<String, (String, String)>,
}

impl MenuWords {
    fn rank(&self, rank: Rank) -> &str {
        &self.ranks[rank as usize]
    }

    fn language<'a>(&'a self, language: &'a Language) -> &'a str {
        self.languages.get(language.as_str()).map_or(language.as_str(), |(long, _)| long)
    }

    fn short_language<'a>(&'a self, language: &'a Language) -> &'a str {
        self.languages.get(language.as_str()).map_or(language.as_str(), |(_, short)| short)
    }
}

/// What the menu is drawn up from.
pub struct MenuInput<'a> {
    /// The phrases.
    pub library: &'a Library,
    /// Whom the user writes to.
    pub audience: &'a Audience,
    /// The cultures with their languages, in order; the first language is the default.
    pub cultures: &'a [(CultureId, Vec<Language>)],
    /// The reader's language, for names.
    pub reader: &'a Language,
    /// The app's own words.
    pub words: &'a MenuWords,
    /// Copied lately, newest first.
    pub recent: &'a [PhraseId],
    /// Marked by the user.
    pub favourites: &'a [PhraseId],
    /// Whether a form will open before this phrase can be copied for this audience.
    pub opens_form: &'a dyn Fn(&Phrase, &Audience) -> bool,
    /// The user, for what is true of them: a phrase whose reason is not comes after those whose is.
    pub profile: &'a Profile,
    /// The key that opens the palette.
    pub hotkey: Option<&'a str>,
}

impl<'a> MenuInput<'a> {
    /// The whole menu.
    pub fn build(&self) -> Vec<Item> {
        let sorted = Sorted::of_library(self.library, self.profile);
        let (top, more) = top_and_more(&sorted, self.audience);
        let mut items = vec![self.audience_choice(), Item::Separator];
        let drawn_top = self.entries(&top, self.audience, TOP);
        if !drawn_top.is_empty() {
            items.extend(drawn_top);
            items.push(Item::Separator);
        }
        items.push(submenu(&self.words.more_situations, self.entries(&more, self.audience, SUBMENU)));
        items.push(submenu(&self.words.other_audiences, self.other_audiences(&sorted)));
        items.push(submenu(&self.words.favourites, self.listed(self.favourites)));
        items.push(submenu(&self.words.recent, self.listed(self.recent)));
        items.push(Item::Separator);
        items.push(Item::Entry {
            label: label::one_line(&self.words.find),
            action: Action::OpenPalette,
            shortcut: self.hotkey.map(str::to_owned),
        });
        items.push(entry(&self.words.settings, Action::OpenSettings));
        items.push(entry(&self.words.quit, Action::Quit));
        items
    }

    /// `Writing to: Taiwan · Senior · 中文`, and behind it the radio items.
    fn audience_choice(&self) -> Item {
        let Audience { culture, rank, language } = self.audience;
        let name = self.library.culture_name(culture, self.reader);
        let whom = format!("{name} · {} · {}", self.words.rank(*rank), self.words.short_language(language));
        let label = label::cut(&format!("{}{whom}", self.words.writing_to));
        let items = vec![
            self.culture_radio(),
            Item::Separator,
            self.rank_radio(),
            Item::Separator,
            self.language_radio(),
        ];
        Item::Submenu { label, items }
    }

    fn culture_radio(&self) -> Item {
        let option = |(culture, languages): &(CultureId, Vec<Language>)| {
            let keeps = languages.contains(&self.audience.language) && *culture == self.audience.culture;
            let default = languages.first().unwrap_or(&self.audience.language);
            let language = if keeps { &self.audience.language } else { default };
            let audience =
                Audience { culture: culture.clone(), language: language.clone(), ..self.audience.clone() };
            (label::cut(self.library.culture_name(culture, self.reader)), Action::SetAudience(audience))
        };
        let selected = self.cultures.iter().position(|(culture, _)| *culture == self.audience.culture);
        Item::Radio { options: self.cultures.iter().map(option).collect(), selected }
    }

    fn rank_radio(&self) -> Item {
        let option = |rank: Rank| {
            let audience = Audience { rank, ..self.audience.clone() };
            (label::cut(self.words.rank(rank)), Action::SetAudience(audience))
        };
        Item::Radio { options: Rank::ALL.map(option).into(), selected: Some(self.audience.rank as usize) }
    }

    fn language_radio(&self) -> Item {
        let languages = self.languages_of(&self.audience.culture);
        let option = |language: &Language| {
            let audience = Audience { language: language.clone(), ..self.audience.clone() };
            (label::cut(self.words.language(language)), Action::SetAudience(audience))
        };
        let selected = languages.iter().position(|language| *language == self.audience.language);
        Item::Radio { options: languages.iter().map(option).collect(), selected }
    }

    fn languages_of(&self, culture: &CultureId) -> &[Language] {
        self.cultures.iter().find(|(id, _)| id == culture).map_or(&[], |(_, languages)| languages)
    }

    fn other_audiences(&self, sorted: &Sorted<'a>) -> Vec<Item> {
        let of_culture = |(culture, languages): &(CultureId, Vec<Language>)| {
            let ranks = Rank::ALL.map(|rank| self.of_rank(sorted, (culture, rank), languages));
            submenu(self.library.culture_name(culture, self.reader), ranks.into())
        };
        self.cultures.iter().map(of_culture).collect()
    }

    fn of_rank(
        &self,
        sorted: &Sorted<'a>,
        (culture, rank): (&CultureId, Rank),
        languages: &[Language],
    ) -> Item {
        let phrases = |language: &Language| {
            let audience = Audience { culture: culture.clone(), rank, language: language.clone() };
            let (top, more) = top_and_more(sorted, &audience);
            self.entries(&[top, more].concat(), &audience, SUBMENU)
        };
        let items = match languages {
            // The level of languages is there only where there is a choice.
            [only] => phrases(only),
            several => several.iter().map(|tag| submenu(self.words.language(tag), phrases(tag))).collect(),
        };
        submenu(self.words.rank(rank), items)
    }

    /// Phrases by id, each for the audience it fits best; ids that are gone are passed over.
    fn listed(&self, ids: &[PhraseId]) -> Vec<Item> {
        let found: Vec<(&Entry, Audience)> = ids
            .iter()
            .filter_map(|id| self.library.get(id))
            .take(SUBMENU)
            .map(|entry| (entry, self.audience.fitting(&entry.phrase)))
            .collect();
        let mut labels: Vec<String> =
            found.iter().map(|(entry, audience)| self.label(&entry.phrase, audience, None)).collect();
        self.tell_apart(&mut labels, &found.iter().map(|(entry, _)| *entry).collect::<Vec<_>>());
        let drawn = found.into_iter().zip(labels);
        drawn.map(|((found, audience), label)| copy_entry(label, found, audience)).collect()
    }

    fn entries(&self, found: &[&Entry], audience: &Audience, most: usize) -> Vec<Item> {
        let found = &found[..found.len().min(most)];
        let mut labels: Vec<String> =
            found.iter().map(|entry| self.label(&entry.phrase, audience, None)).collect();
        self.tell_apart(&mut labels, found);
        let drawn = found.iter().zip(labels);
        drawn.map(|(found, label)| copy_entry(label, found, audience.clone())).collect()
    }

    /// Two equal labels get their firmness.
    fn tell_apart(&self, labels: &mut [String], found: &[&Entry]) {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for label in labels.iter() {
            *counts.entry(label.clone()).or_default() += 1;
        }
        for (label, entry) in labels.iter_mut().zip(found) {
            if counts.get(label).is_some_and(|count| *count > 1) {
                let audience = self.audience.fitting(&entry.phrase);
                *label = self.label(&entry.phrase, &audience, Some(entry.phrase.firmness));
            }
        }
    }

    fn label(&self, phrase: &Phrase, audience: &Audience, firmness: Option<crate::Firmness>) -> String {
        let rung = firmness.map(|firmness| {
            let at = firmness.value();
            format!("{at} {}", self.words.firmness[usize::from(at) - 1])
        });
        label::of_phrase(&label::PhraseLabel {
            situation: self.library.situation_name(&phrase.situation, self.reader),
            title: &phrase.title,
            kind: Kind::of(phrase, (self.opens_form)(phrase, audience)),
            by_email: &self.words.by_email,
            rung: rung.as_deref(),
        })
    }
}

/// The best phrase of each situation, and the others, both in the order of need.
fn top_and_more<'l>(sorted: &Sorted<'l>, audience: &Audience) -> (Vec<&'l Entry>, Vec<&'l Entry>) {
    let mut seen = Vec::new();
    let (mut top, mut more) = (Vec::new(), Vec::new());
    for found in sorted.of(audience) {
        if top.len() < TOP && !seen.contains(&&found.phrase.situation) {
            seen.push(&found.phrase.situation);
            top.push(found);
        } else if more.len() < SUBMENU {
            more.push(found);
        }
    }
    (top, more)
}

fn copy_entry(label: String, found: &Entry, audience: Audience) -> Item {
    Item::Entry { label, action: Action::Copy { id: found.phrase.id.clone(), audience }, shortcut: None }
}

fn entry(label: &str, action: Action) -> Item {
    Item::Entry { label: label::cut(label), action, shortcut: None }
}

fn submenu(label: &str, items: Vec<Item>) -> Item {
    Item::Submenu { label: label::cut(label), items }
}
