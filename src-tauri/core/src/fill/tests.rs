//! Greetings, names, hours and days, as a native reader expects them.

use super::*;

fn audience(culture: &str, rank: Rank, language: &str) -> Audience {
    Audience { culture: CultureId::new(culture), rank, language: Language::new(language) }
}

fn contact(surname: &str, given: &str, title: &str, name: &str) -> Contact {
    let text = str::to_owned;
    Contact {
        id: "c".into(),
        name: text(name),
        surname: text(surname),
        given: text(given),
        title: text(title),
        culture: CultureId::new("taiwan"),
        rank: Rank::Senior,
        language: String::new(),
        email: String::new(),
        app: String::new(),
    }
}

#[test]
fn the_greeting_fits_culture_rank_and_what_is_known_of_the_name() {
    let chen = contact("陳", "佳穎", "經理", "陳佳穎");
    let wang = contact("王", "小林", "总", "");
    let ms = contact("Chen", "Amy", "Ms", "Amy Chen");
    let check = |culture, rank, language, contact: Option<&Contact>, expected: &str| {
        assert_eq!(
            greeting(&audience(culture, rank, language), contact),
            expected,
            "{culture} {rank:?} {language}"
        );
    };
    check("taiwan", Rank::Senior, "zh-Hant-TW", Some(&chen), "陳經理您好，");
    check("taiwan", Rank::Client, "zh-Hant-TW", None, "您好，");
    check("taiwan", Rank::Peer, "zh-Hant-TW", Some(&chen), "嗨 佳穎，");
    check("taiwan", Rank::Junior, "zh-Hant-TW", None, "嗨，");
    check("shanghai", Rank::Client, "zh-Hans-CN", Some(&wang), "王总您好，");
    check("shanghai", Rank::Peer, "zh-Hans-CN", Some(&wang), "小林，");
    check("shanghai", Rank::Junior, "zh-Hans-CN", None, "");
    check("shanghai", Rank::Senior, "en", Some(&ms), "Dear Ms Chen,");
    check("taiwan", Rank::Client, "en", None, "Hello,");
    check("taiwan", Rank::Peer, "en", Some(&ms), "Hi Amy,");
    check("international", Rank::Client, "en", Some(&ms), "Hi Amy,");
    check("international", Rank::Senior, "en", None, "Hello,");
}

#[test]
fn a_contact_without_a_name_is_greeted_like_none() {
    let nobody = contact("", "", "經理", "");
    assert_eq!(greeting(&audience("taiwan", Rank::Senior, "zh-Hant-TW"), Some(&nobody)), "您好，");
}

#[test]
fn hours_are_told_in_both_clocks_where_they_differ() {
    let check = |culture, language, ahead, expected: &str| {
        let audience = audience(culture, Rank::Client, language);
        assert_eq!(hours("09:00-18:00", &audience, ahead), expected);
    };
    check("taiwan", "zh-Hant-TW", Some(420), "09:00–18:00（台灣時間 16:00–01:00）");
    check("shanghai", "zh-Hans-CN", Some(420), "09:00–18:00（北京时间 16:00–01:00）");
    check("taiwan", "en", Some(420), "09:00–18:00 (16:00–01:00 Taipei time)");
    check("taiwan", "en", Some(0), "09:00–18:00");
    check("international", "en", None, "09:00–18:00");
    assert_eq!(hours("by appointment", &audience("taiwan", Rank::Peer, "en"), Some(60)), "by appointment");
}

#[test]
fn days_are_written_as_in_a_message() {
    let friday = Date::new(2026, 11, 27).expect("a day");
    assert_eq!(date(next_workday(friday), &Language::new("zh-Hant-TW")), "11月30日（週一）");
    assert_eq!(date(friday, &Language::new("zh-Hans-CN")), "11月27日（周五）");
    assert_eq!(date(friday, &Language::new("en")), "Friday, 27 November");
}

#[test]
fn what_the_profile_lacks_stays_open_and_the_app_has_a_name_in_each_language() {
    let mut profile = Profile::default();
    let today = Date::new(2026, 11, 25).expect("a day");
    let shanghai = audience("shanghai", Rank::Client, "en");
    let of = |profile: &Profile| {
        values(Occasion { profile, audience: &shanghai, contact: None, day: Day { today, ahead: None } })
    };
    assert_eq!(of(&profile).get("my_email"), None);
    assert_eq!(of(&profile).get("app").map(String::as_str), Some("WeChat"));
    profile.email = "a@b.example".into();
    assert_eq!(of(&profile).get("my_email").map(String::as_str), Some("a@b.example"));
}
