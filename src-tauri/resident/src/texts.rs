//! What the program says, in the language of the person: Fluent catalogues, one a language.

use std::borrow::Cow;
use std::collections::HashMap;

use fencun_core::Language;
use fencun_core::menu::MenuWords;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

const CATALOGUES: [(&str, &str); 3] = [
    ("en", include_str!("../../locales/en/fencun.ftl")),
    ("zh-Hant-TW", include_str!("../../locales/zh-Hant-TW/fencun.ftl")),
    ("zh-Hans-CN", include_str!("../../locales/zh-Hans-CN/fencun.ftl")),
];

/// The words of one language, English where it lacks one.
pub(crate) struct Texts {
    language: Language,
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Texts {
    /// The language the program speaks: the one that was set, else the desktop's, else English.
    pub(crate) fn choose(set: &str, desktop: Option<&str>) -> Language {
        let wanted = if set == "system" || set.is_empty() { desktop.unwrap_or("en") } else { set };
        let wanted = Language::new(wanted);
        let exact = CATALOGUES.iter().find(|(tag, _)| *tag == wanted.as_str());
        // A desktop in `zh-Hant-HK` is nearer to Taiwan's words than to English ones.
        let script = CATALOGUES.iter().find(|(tag, _)| {
            let script = tag.split('-').take(2).collect::<Vec<_>>().join("-");
            script.contains('-') && wanted.as_str().starts_with(&script)
        });
        Language::new(exact.or(script).map_or("en", |(tag, _)| tag))
    }

    /// The catalogue of a language this program speaks.
    pub(crate) fn of(language: &Language) -> Self {
        let spoken = CATALOGUES.iter().filter(|(tag, _)| *tag == language.as_str());
        let bundles = spoken.chain(&CATALOGUES[..1]).map(|(tag, source)| bundle(tag, source)).collect();
        Self { language: language.clone(), bundles }
    }

    /// The language.
    pub(crate) fn language(&self) -> &Language {
        &self.language
    }

    /// The text of an id, or nothing.
    pub(crate) fn find(&self, id: &str, args: &[(&str, &str)]) -> Option<String> {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            fluent.set(*name, Cow::Owned::<str>((*value).to_owned()));
        }
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(id)?.value()?;
            Some(bundle.format_pattern(pattern, Some(&fluent), &mut Vec::new()).into_owned())
        })
    }

    /// The text of an id; the id itself if no catalogue has it, which a test rules out.
    pub(crate) fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The text of an id with values in it.
    pub(crate) fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// The words of the tray menu.
    pub(crate) fn menu(&self) -> MenuWords {
        let writing_to = self.with("tray-writing-to", &[("audience", "\u{1}")]);
        let languages = ["zh-Hant-TW", "zh-Hans-CN", "en"].map(|tag| {
            (
                tag.to_owned(),
                (self.get(&format!("language-{tag}")), self.get(&format!("language-short-{tag}"))),
            )
        });
        MenuWords {
            writing_to: writing_to.replace('\u{1}', ""),
            more_situations: self.get("tray-more-situations"),
            other_audiences: self.get("tray-other-audiences"),
            favourites: self.get("tray-favourites"),
            recent: self.get("tray-recent"),
            find: self.get("tray-find"),
            settings: self.get("tray-settings"),
            quit: self.get("tray-quit"),
            by_email: self.get("tray-by-email"),
            ranks: ["junior", "peer", "senior", "client"].map(|rank| self.get(&format!("rank-{rank}"))),
            firmness: ["1", "2", "3", "4"].map(|at| self.get(&format!("firmness-{at}"))),
            languages: HashMap::from(languages),
        }
    }

    /// What people call a language.
    pub(crate) fn language_name(&self, tag: &str) -> String {
        self.find(&format!("language-{tag}"), &[]).unwrap_or_else(|| tag.to_owned())
    }
}

fn bundle(tag: &str, source: &str) -> FluentBundle<FluentResource> {
    let identifier = tag.parse().expect("the tags above are language tags");
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolating marks would show as boxes in menus of some panels.
    bundle.set_use_isolating(false);
    // A catalogue with a mistake still serves what it has; a test reads all three without one.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_the_one_set_else_the_desktops_else_english() {
        let check = |set, desktop, expected: &str| assert_eq!(Texts::choose(set, desktop).as_str(), expected);
        check("zh-Hans-CN", Some("zh-Hant-TW"), "zh-Hans-CN");
        check("system", Some("zh-Hant-TW"), "zh-Hant-TW");
        check("system", Some("zh-Hant-HK"), "zh-Hant-TW");
        check("system", Some("zh-Hans-SG"), "zh-Hans-CN");
        check("system", Some("de-DE"), "en");
        check("system", None, "en");
        check("klingon", None, "en");
    }

    #[test]
    fn every_catalogue_is_sound_and_says_the_menu() {
        for (tag, source) in CATALOGUES {
            assert!(FluentResource::try_new(source.to_owned()).is_ok(), "{tag}");
            let words = Texts::of(&Language::new(tag)).menu();
            assert!(!words.writing_to.contains('\u{1}') && !words.writing_to.starts_with("tray-"), "{tag}");
            assert!(!words.quit.starts_with("tray-"), "{tag}");
        }
    }
}
