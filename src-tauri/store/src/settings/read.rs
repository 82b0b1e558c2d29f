//! Reads `settings.toml`: every key is optional, and one that cannot be used costs itself.

use fencun_core::{Cost, CultureId, Language, Problem, Profile, ReasonId, Settings};
use toml::de::{DeTable, DeValue};

use crate::reading::{self, Reading, Value};

use super::keys::{self, Rule};
use super::value::SettingValue;

/// The settings of a file.
pub(super) fn settings(file: &str, text: &str) -> (Settings, Vec<Problem>) {
    Reading::of(file, text, |reading, table| {
        let mut settings = Settings::default();
        for (key, value) in reading.table(table, "profile") {
            if key == "app" {
                app(reading, table, &mut settings.profile);
            } else if let Some(found) = known(reading, &keys::PROFILE, key, value) {
                profile(&mut settings.profile, key, found);
            }
        }
        for (key, value) in reading.table(table, "behaviour") {
            if let Some(found) = known(reading, &keys::BEHAVIOUR, key, value) {
                behaviour(&mut settings.behaviour, key, found);
            }
        }
        for (culture, value) in reading.table(table, "languages") {
            if let Some(SettingValue::Texts(tags)) = used(reading, Rule::Tags, culture, value) {
                let tags = tags.into_iter().map(Language::new).collect();
                settings.languages.push((CultureId::new(culture), tags));
            }
        }
        settings
    })
}

/// A value of a table of which all keys are known.
fn known(
    reading: &mut Reading<'_>,
    rules: &[(&str, Rule)],
    key: &str,
    value: &Value<'_>,
) -> Option<SettingValue> {
    match rules.iter().find(|(name, _)| *name == key) {
        Some((_, rule)) => used(reading, *rule, key, value),
        None => {
            let message =
                format!("there is no setting `{key}` here; mend the spelling, or leave it: it is kept");
            reading.problem(value.span().start, Cost::Nothing, message);
            None
        }
    }
}

fn used(reading: &mut Reading<'_>, rule: Rule, key: &str, value: &Value<'_>) -> Option<SettingValue> {
    let found = read(value.get_ref()).filter(|found| rule.accepts(found));
    if found.is_none() {
        let message = format!("`{key}` must be {}; its default holds", rule.needs());
        reading.problem(value.span().start, Cost::Entry, message);
    }
    found
}

fn read(value: &DeValue<'_>) -> Option<SettingValue> {
    reading::text(value)
        .map(SettingValue::Text)
        .or_else(|| value.as_bool().map(SettingValue::Truth))
        .or_else(|| reading::integer(value).map(SettingValue::Number))
        .or_else(|| reading::texts(value).map(SettingValue::Texts))
}

fn app(reading: &mut Reading<'_>, table: &DeTable<'_>, profile: &mut Profile) {
    let Some(DeValue::Table(inner)) = reading::get(table, "profile").map(|value| value.get_ref().clone())
    else {
        return;
    };
    for (culture, value) in reading.table(&inner, "app") {
        if let Some(SettingValue::Text(name)) = used(reading, Rule::Line, culture, value) {
            profile.app.insert(CultureId::new(culture), name);
        }
    }
}

fn profile(profile: &mut Profile, key: &str, value: SettingValue) {
    match (key, value) {
        ("name", SettingValue::Text(text)) => profile.name = text,
        ("email", SettingValue::Text(text)) => profile.email = text,
        ("hours", SettingValue::Text(text)) => profile.hours = text,
        ("time_zone", SettingValue::Text(text)) => profile.time_zone = text,
        ("deputy", SettingValue::Text(text)) => profile.deputy = text,
        ("deputy_email", SettingValue::Text(text)) => profile.deputy_email = text,
        ("company", SettingValue::Text(text)) => profile.company = text,
        ("reasons", SettingValue::Texts(ids)) => {
            profile.reasons = ids.into_iter().map(ReasonId::new).collect();
        }
        _ => {}
    }
}

fn behaviour(behaviour: &mut fencun_core::Behaviour, key: &str, value: SettingValue) {
    match (key, value) {
        ("hotkey", SettingValue::Text(text)) => behaviour.hotkey = text,
        ("language", SettingValue::Text(text)) => behaviour.language = text,
        ("theme", SettingValue::Text(text)) => behaviour.theme = text,
        ("notify_on_copy", SettingValue::Truth(truth)) => behaviour.notify_on_copy = truth,
        ("start_at_login", SettingValue::Truth(truth)) => behaviour.start_at_login = truth,
        ("keep_warm_minutes", SettingValue::Number(minutes)) => {
            behaviour.keep_warm_minutes = u32::try_from(minutes).unwrap_or(behaviour.keep_warm_minutes);
        }
        ("auto_paste", SettingValue::Truth(truth)) => behaviour.auto_paste = truth,
        ("put_back_clipboard", SettingValue::Truth(truth)) => behaviour.put_back_clipboard = truth,
        ("remember_people", SettingValue::Truth(truth)) => behaviour.remember_people = truth,
        ("clear_sensitive_seconds", SettingValue::Number(seconds)) => {
            behaviour.clear_sensitive_seconds =
                u32::try_from(seconds).unwrap_or(behaviour.clear_sensitive_seconds);
        }
        _ => {}
    }
}
