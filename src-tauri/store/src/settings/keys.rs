//! Which settings there are, and what each can be. The same rules hold for a file and for a change.

use crate::error::StoreError;

use super::value::SettingValue;

/// What a setting can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// One line of text.
    Line,
    /// An address, or nothing.
    Email,
    /// From when to when, or nothing.
    Hours,
    /// The name of a time zone, or nothing.
    Zone,
    /// Ids.
    Ids,
    /// Language tags, at least one.
    Tags,
    /// A key with modifiers, or nothing.
    Hotkey,
    /// Yes or no.
    Truth,
    /// 0 to 1440.
    Minutes,
    /// 0 to 3600.
    Seconds,
    /// One of these words.
    Word(&'static [&'static str]),
}

const LANGUAGES: &[&str] = &["system", "en", "zh-Hant-TW", "zh-Hans-CN"];
const THEMES: &[&str] = &["system", "light", "dark"];

/// The keys of a table of settings.toml, each with its rule.
pub(super) const PROFILE: [(&str, Rule); 8] = [
    ("name", Rule::Line),
    ("email", Rule::Email),
    ("hours", Rule::Hours),
    ("time_zone", Rule::Zone),
    ("deputy", Rule::Line),
    ("deputy_email", Rule::Email),
    ("company", Rule::Line),
    ("reasons", Rule::Ids),
];

/// Likewise.
pub(super) const BEHAVIOUR: [(&str, Rule); 10] = [
    ("hotkey", Rule::Hotkey),
    ("notify_on_copy", Rule::Truth),
    ("keep_warm_minutes", Rule::Minutes),
    ("language", Rule::Word(LANGUAGES)),
    ("theme", Rule::Word(THEMES)),
    ("start_at_login", Rule::Truth),
    ("auto_paste", Rule::Truth),
    ("put_back_clipboard", Rule::Truth),
    ("clear_sensitive_seconds", Rule::Seconds),
    ("remember_people", Rule::Truth),
];

impl Rule {
    /// The end of a sentence that begins with "`key` must be".
    pub(super) fn needs(self) -> &'static str {
        match self {
            Self::Line => "one line of text in quotes",
            Self::Email => "an email address such as anna@example.com, or empty",
            Self::Hours => "hours such as 09:00-18:00, or empty",
            Self::Zone => "a time zone such as Europe/Berlin, or empty",
            Self::Ids => "a list of ids such as [\"company-rule\"]",
            Self::Tags => "a list of language tags such as [\"zh-Hant-TW\", \"en\"]",
            Self::Hotkey => "a key such as Ctrl+Alt+Space, or empty for none",
            Self::Truth => "true or false, without quotes",
            Self::Minutes => "minutes from 0 to 1440, without quotes",
            Self::Seconds => "seconds from 0 to 3600, without quotes",
            Self::Word(words) if words.len() == THEMES.len() => "\"system\", \"light\" or \"dark\"",
            Self::Word(_) => "\"system\", \"en\", \"zh-Hant-TW\" or \"zh-Hans-CN\"",
        }
    }

    /// Whether a value can be used.
    pub(super) fn accepts(self, value: &SettingValue) -> bool {
        match (self, value) {
            (Self::Line, SettingValue::Text(text)) => is_line(text),
            (Self::Email, SettingValue::Text(text)) => text.is_empty() || is_email(text),
            (Self::Hours, SettingValue::Text(text)) => text.is_empty() || is_hours(text),
            (Self::Zone, SettingValue::Text(text)) => text.is_empty() || is_zone(text),
            (Self::Hotkey, SettingValue::Text(text)) => is_line(text) && text.len() <= 64,
            (Self::Word(words), SettingValue::Text(text)) => words.contains(&text.as_str()),
            (Self::Ids, SettingValue::Texts(ids)) => ids.iter().all(|id| is_id(id)),
            (Self::Tags, SettingValue::Texts(tags)) => !tags.is_empty() && tags.iter().all(|tag| is_tag(tag)),
            (Self::Truth, SettingValue::Truth(_)) => true,
            (Self::Minutes, SettingValue::Number(minutes)) => (0..=1440).contains(minutes),
            (Self::Seconds, SettingValue::Number(seconds)) => (0..=3600).contains(seconds),
            _ => false,
        }
    }
}

/// The parts of a key, if there is such a setting and the value can be used.
pub(super) fn check(key: &str, value: &SettingValue) -> Result<Vec<String>, StoreError> {
    let path: Vec<String> = key.split('.').map(str::to_owned).collect();
    let rule = rule(&path).ok_or_else(|| StoreError::UnknownSetting(key.to_owned()))?;
    // An empty list says the same as no list.
    let empty = matches!(value, SettingValue::Nothing) || is_default(&path, value);
    if empty || rule.accepts(value) {
        Ok(path)
    } else {
        Err(StoreError::BadValue { key: key.to_owned(), needs: rule.needs() })
    }
}

fn rule(path: &[String]) -> Option<Rule> {
    let of = |rules: &[(&str, Rule)], key: &str| {
        rules.iter().find(|(name, _)| *name == key).map(|(_, rule)| *rule)
    };
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    match path[..] {
        ["profile", "app", culture] if is_id(culture) => Some(Rule::Line),
        ["languages", culture] if is_id(culture) => Some(Rule::Tags),
        ["profile", key] => of(&PROFILE, key),
        ["behaviour", key] => of(&BEHAVIOUR, key),
        _ => None,
    }
}

/// Whether a value says the same as no value.
pub(super) fn is_default(path: &[String], value: &SettingValue) -> bool {
    let behaviour = fencun_core::Behaviour::default();
    let key =
        path.get(1).filter(|_| path.first().is_some_and(|first| first == "behaviour")).map(String::as_str);
    match (key, value) {
        (Some("hotkey"), SettingValue::Text(text)) => *text == behaviour.hotkey,
        (Some("language"), SettingValue::Text(text)) => *text == behaviour.language,
        (Some("theme"), SettingValue::Text(text)) => *text == behaviour.theme,
        (Some("notify_on_copy"), SettingValue::Truth(truth)) => *truth == behaviour.notify_on_copy,
        (Some("start_at_login"), SettingValue::Truth(truth)) => *truth == behaviour.start_at_login,
        (Some("keep_warm_minutes"), SettingValue::Number(number)) => {
            *number == i64::from(behaviour.keep_warm_minutes)
        }
        (Some("auto_paste"), SettingValue::Truth(truth)) => *truth == behaviour.auto_paste,
        (Some("put_back_clipboard"), SettingValue::Truth(truth)) => *truth == behaviour.put_back_clipboard,
        (Some("remember_people"), SettingValue::Truth(truth)) => *truth == behaviour.remember_people,
        (Some("clear_sensitive_seconds"), SettingValue::Number(number)) => {
            *number == i64::from(behaviour.clear_sensitive_seconds)
        }
        (None, SettingValue::Text(text)) => text.is_empty(),
        (None, SettingValue::Texts(texts)) => texts.is_empty(),
        _ => false,
    }
}

/// One line that a form and a file can hold.
fn is_line(text: &str) -> bool {
    text.len() <= 1000 && !text.chars().any(char::is_control)
}

/// Loosely: the mail program knows better what an address is.
pub(crate) fn is_email(text: &str) -> bool {
    let parts = text.split_once('@').filter(|(name, host)| !name.is_empty() && !host.is_empty());
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | ',' | ';' | '"');
    text.len() <= 254 && parts.is_some_and(|(_, host)| !host.contains('@')) && text.chars().all(plain)
}

fn is_hours(text: &str) -> bool {
    let time = |text: &str| {
        let (hours, minutes) = text.trim().split_once(':')?;
        let digits = |text: &str, most: u8| {
            let sound = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            sound.then(|| text.parse::<u8>().ok()).flatten().filter(|value| *value <= most)
        };
        let (hours, minutes) = (digits(hours, 24)?, digits(minutes, 59).filter(|_| minutes.len() == 2)?);
        (hours < 24 || minutes == 0).then_some(())
    };
    let span = text.split_once(['-', '–', '—', '~']);
    span.is_some_and(|(from, to)| time(from).is_some() && time(to).is_some())
}

fn is_zone(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '-' | '+'))
}

fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

fn is_tag(text: &str) -> bool {
    (1..=35).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
