//! What the chat app is called: the contact's first, then the profile's, then the place's; in the words' language.

use crate::settings::{Contact, Profile};
use crate::{Audience, Language};

/// Apps with a name of their own in each language: English, Traditional, Simplified.
const NAMES: [[&str; 3]; 5] = [
    ["WeChat", "微信", "微信"],
    ["WeCom", "企業微信", "企业微信"],
    ["DingTalk", "釘釘", "钉钉"],
    ["Feishu", "飛書", "飞书"],
    ["Xiaohongshu", "小紅書", "小红书"],
];

/// Apps written the same everywhere, however the user typed them.
const SAME: [&str; 7] = ["LINE", "WhatsApp", "Teams", "Slack", "Telegram", "Signal", "Messenger"];

pub(super) fn app(profile: &Profile, audience: &Audience, contact: Option<&Contact>) -> String {
    let own = contact.map(|contact| contact.app.trim()).filter(|app| !app.is_empty());
    let set = profile.app.get(&audience.culture).map(|app| app.trim()).filter(|app| !app.is_empty());
    let name = own.or(set).unwrap_or(match audience.culture.as_str() {
        "taiwan" => "LINE",
        "shanghai" => "微信",
        _ => "WhatsApp",
    });
    called(name, &audience.language)
}

fn called(name: &str, language: &Language) -> String {
    let column = match (language.is_chinese(), super::is_simplified(language)) {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => 2,
    };
    let own = NAMES.iter().find(|names| names.iter().any(|known| known.eq_ignore_ascii_case(name)));
    let same = || SAME.iter().find(|known| known.eq_ignore_ascii_case(name)).copied();
    own.map(|names| names[column]).or_else(same).unwrap_or(name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_app_is_called_as_the_reader_calls_it() {
        let check = |name, language, expected| assert_eq!(called(name, &Language::new(language)), expected);
        check("微信", "en", "WeChat");
        check("wechat", "zh-Hans-CN", "微信");
        check("企业微信", "zh-Hant-TW", "企業微信");
        check("企业微信", "en", "WeCom");
        check("line", "zh-Hant-TW", "LINE");
        check("Whatsapp", "en", "WhatsApp");
        check("Threema", "zh-Hans-CN", "Threema");
    }
}
