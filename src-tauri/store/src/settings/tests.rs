//! What a person may rely on when settings are read or changed.

use fencun_core::Cost;

use super::read::settings;
use super::*;

const WHOLE: &str = r#"# mine
[profile]
name = "Anna Weber"   # as on the badge
email = "anna.weber@example.com"
hours = "09:00-18:00"
time_zone = "Europe/Berlin"
reasons = ["company-rule", "rarely-checked"]
shoe_size = 38

[profile.app]
taiwan = "LINE"
shanghai = "微信"

[languages]
taiwan = ["zh-Hant-TW", "en"]
international = ["en"]

[behaviour]
hotkey = ""
notify_on_copy = false
keep_warm_minutes = 0
language = "zh-Hant-TW"
theme = "dark"
start_at_login = true
"#;

fn set(text: &str, key: &str, value: &SettingValue) -> Result<String, StoreError> {
    keys::check(key, value).map(|path| changed(text, &path, value))
}

fn text(words: &str) -> SettingValue {
    SettingValue::Text(words.to_owned())
}

#[test]
fn every_key_is_read() {
    let (settings, problems) = settings("settings.toml", WHOLE);
    assert_eq!(settings.profile.name, "Anna Weber");
    assert_eq!(settings.profile.reasons.len(), 2);
    assert_eq!(settings.profile.app.len(), 2);
    assert_eq!(settings.languages[1].0.as_str(), "international");
    assert_eq!((settings.behaviour.keep_warm_minutes, settings.behaviour.hotkey.as_str()), (0, ""));
    assert!(settings.behaviour.start_at_login && !settings.behaviour.notify_on_copy);
    let remarks: Vec<_> = problems.iter().map(|problem| (problem.line, problem.cost)).collect();
    assert_eq!(remarks, [(Some(8), Cost::Nothing)], "the unknown key");
}

#[test]
fn a_bad_key_costs_itself_and_says_what_it_must_be() {
    let check = |change: (&str, &str), line: usize, says: &str| {
        let (settings, problems) = settings("settings.toml", &WHOLE.replace(change.0, change.1));
        assert_eq!(settings.profile.name, "Anna Weber", "{change:?}");
        let problem = problems.iter().find(|problem| problem.cost == Cost::Entry).expect("a problem");
        assert_eq!(problem.line, Some(line), "{}", problem.message);
        assert!(problem.message.contains(says), "{}", problem.message);
    };
    check(("keep_warm_minutes = 0", "keep_warm_minutes = 9999"), 21, "0 to 1440");
    check(("keep_warm_minutes = 0", "keep_warm_minutes = \"0\""), 21, "without quotes");
    check(("\"dark\"", "\"pink\""), 23, "\"light\"");
    check(("09:00-18:00", "nine to six"), 5, "09:00-18:00");
    check(("anna.weber@example.com", "anna.weber"), 4, "an email address");
    check(("[\"en\"]", "\"en\""), 16, "a list of language tags");
    check(("theme = \"dark\"", "theme = dark"), 23, "not TOML");
}

#[test]
fn a_change_keeps_comments_and_unknown_keys() {
    let changed = set(WHOLE, "profile.name", &text("A. Weber")).expect("a name");
    assert_eq!(changed, WHOLE.replace("\"Anna Weber\"", "\"A. Weber\""));
    let dos = WHOLE.replace('\n', "\r\n");
    let changed = set(&dos, "behaviour.theme", &text("light")).expect("a theme");
    assert_eq!(changed, dos.replace("\"dark\"", "\"light\""));
}

#[test]
fn only_what_differs_from_the_defaults_is_in_the_file() {
    let changed = set(WHOLE, "behaviour.keep_warm_minutes", &SettingValue::Number(30)).expect("the default");
    assert!(!changed.contains("keep_warm"), "{changed}");
    let changed = set(WHOLE, "profile.app.taiwan", &SettingValue::Nothing).expect("nothing");
    assert!(!changed.contains("LINE") && changed.contains("微信"), "{changed}");
    assert_eq!(set("", "behaviour.theme", &text("system")).expect("the default"), "");
}

#[test]
fn a_new_key_reads_back() {
    let tags = SettingValue::Texts(vec!["zh-Hans-CN".into()]);
    let made = set("", "languages.shanghai", &tags).expect("a new file");
    let made = set(&made, "profile.app.shanghai", &text("企业微信")).expect("a new table");
    let made = set(&made, "profile.deputy", &text("\"Q\"\\")).expect("a new key");
    let (settings, problems) = settings("settings.toml", &made);
    assert_eq!(problems, []);
    assert_eq!(settings.profile.deputy, "\"Q\"\\");
    assert_eq!(settings.languages[0].1[0].as_str(), "zh-Hans-CN");
    assert_eq!(settings.profile.app.values().next().map(String::as_str), Some("企业微信"));
}

#[test]
fn a_value_that_cannot_be_used_is_refused() {
    let check = |key: &str, value: &SettingValue| {
        assert!(matches!(set(WHOLE, key, value), Err(StoreError::BadValue { .. })), "{key} {value:?}");
    };
    check("profile.email", &text("anna @ example.com"));
    check("profile.email", &text("anna@example.com\nbcc: x"));
    check("profile.name", &SettingValue::Truth(true));
    check("profile.name", &text("two\nlines"));
    for hours in ["9", "09:00", "25:00-26:00", "09:00-18:60", "09:00-18:00-20:00"] {
        check("profile.hours", &text(hours));
    }
    check("profile.reasons", &SettingValue::Texts(vec!["not an id".into()]));
    check("behaviour.language", &text("tlh"));
    check("behaviour.keep_warm_minutes", &SettingValue::Number(1441));
    check("behaviour.keep_warm_minutes", &SettingValue::Number(-1));
    check("languages.taiwan", &text("en"));
    for key in ["", "profile", "profile.x", "profile.app", "profile.app.a.b", "profile.app.a b", "schema"] {
        assert!(matches!(set(WHOLE, key, &text("x")), Err(StoreError::UnknownSetting(_))), "{key}");
    }
}
