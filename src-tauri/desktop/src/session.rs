//! What the desktop session says about the person: their language and time zone.

/// The language of the desktop as a BCP 47 tag; none if the desktop does not say.
///
/// Chinese always has its script, as the region alone says it only by custom: `zh_TW.UTF-8` is `zh-Hant-TW`.
pub fn language() -> Option<String> {
    crate::os::user_language().as_deref().and_then(tag_of_locale)
}

/// The name of the time zone, such as `Europe/Berlin`; none if the system only knows its offset.
pub fn time_zone_name() -> Option<String> {
    jiff::tz::TimeZone::system().iana_name().map(str::to_owned)
}

/// Turns `language_REGION.charset@modifier` or a tag into a tag.
fn tag_of_locale(locale: &str) -> Option<String> {
    let (locale, modifier) = locale.split_once('@').unwrap_or((locale, ""));
    let name = locale.split('.').next().unwrap_or_default();
    if name.eq_ignore_ascii_case("C") || name.eq_ignore_ascii_case("POSIX") {
        return Some("en".to_owned());
    }
    let mut parts: Vec<&str> = name.split(['_', '-']).collect();
    let fits = |part: &&str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_language =
        |part: &&str| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
    if !parts.iter().all(fits) || !parts.first().is_some_and(is_language) {
        return None;
    }
    if let Some(script) = script(&parts, modifier) {
        parts.insert(1, script);
    }
    let written = parts.iter().enumerate().map(|(place, part)| spelt(place, part));
    Some(written.collect::<Vec<_>>().join("-"))
}

/// The script that the locale leaves unsaid.
fn script(parts: &[&str], modifier: &str) -> Option<&'static str> {
    if parts.iter().skip(1).any(|part| part.len() == 4) {
        return None;
    }
    match modifier {
        "latin" => return Some("Latn"),
        "cyrillic" => return Some("Cyrl"),
        _ => {}
    }
    let region = parts.get(1).map(|region| region.to_ascii_uppercase());
    let chinese = parts.first().is_some_and(|language| language.eq_ignore_ascii_case("zh"));
    match region.as_deref() {
        Some("TW" | "HK" | "MO") if chinese => Some("Hant"),
        Some("CN" | "SG") if chinese => Some("Hans"),
        _ => None,
    }
}

/// Languages are written small, scripts with a capital, regions in capitals.
fn spelt(place: usize, part: &str) -> String {
    match (place, part.len()) {
        (1.., 2) => part.to_ascii_uppercase(),
        (1.., 4) => {
            let (first, rest) = part.split_at(1);
            first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
        }
        _ => part.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_is_a_language_tag() {
        let check = |locale: &str, expected: Option<&str>| {
            assert_eq!(tag_of_locale(locale).as_deref(), expected, "{locale}");
        };
        check("C", Some("en"));
        check("C.UTF-8", Some("en"));
        check("POSIX", Some("en"));
        check("en_GB.UTF-8", Some("en-GB"));
        check("de", Some("de"));
        check("de_DE@euro", Some("de-DE"));
        check("zh_TW.UTF-8", Some("zh-Hant-TW"));
        check("zh_HK", Some("zh-Hant-HK"));
        check("zh_CN.GB18030", Some("zh-Hans-CN"));
        check("zh-Hans-CN", Some("zh-Hans-CN"));
        check("zh_hant_tw", Some("zh-Hant-TW"));
        check("zh", Some("zh"));
        check("sr_RS.UTF-8@latin", Some("sr-Latn-RS"));
        check("es-419", Some("es-419"));
        check("", None);
        check("_", None);
        check("../../etc", None);
        check("分寸", None);
    }
}
