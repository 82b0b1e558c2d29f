//! redirect-without-where, answers-on-wrong-channel: a boundary between channels that can be followed, and holds.

use std::ops::Range;

use crate::check::reading::Reading;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::Setting;
use crate::check::words::Class;

const ADDRESSES: &[&str] = &[
    "my_email",
    "shared_inbox",
    "link",
    "deputy_email",
    "hotline",
    "recorded_line",
    "inbox",
    "address",
    "url",
    "project_inbox",
    "upload_link",
    "form_link",
    "ticket_link",
    "work_email",
    "team_email",
];
/// Situations in which an email is about something else than the channel.
const OWN_MATTER: &[&str] = &[
    "decline-meeting",
    "decline-task",
    "deadline-push",
    "scope-creep",
    "right-channel-thanks",
    "personal-question",
];
/// Situations in which the answer belongs elsewhere.
const ELSEWHERE: &[&str] = &[
    "move-to-email",
    "press-again",
    "file-or-quote",
    "add-me",
    "confidential",
    "group-chat",
    "answer-from-email",
    "urgent-claim",
];

pub(super) fn without_where(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    // A mail shows where it comes from, and colleagues have the address.
    if !setting.chat()
        || !setting.upward()
        || OWN_MATTER.contains(&setting.situation())
        || reading.has_slot(ADDRESSES)
        || reading.has(Class::Where)
        || has_address(reading)
    {
        return;
    }
    let Some(span) = reading.first(Class::Redirect) else { return };
    let message = "asks them to write elsewhere without saying where; who has to look for the address writes here again. Add \
                   {my_email}, a link, or send a mail first and ask them to reply to it";
    found.push(
        Finding::new(Rule::RedirectWithoutWhere, Severity::Caution, span.clone(), message)
            .suggest("{my_email}"),
    );
}

fn has_address(reading: &Reading) -> bool {
    let text: String = reading.folded.iter().collect();
    let mail = text.split(|c: char| c.is_whitespace() || "，。,；;（）()「」：".contains(c)).any(|word| {
        word.split_once('@').is_some_and(|(name, host)| {
            let name = name.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
            !name.is_empty() && host.contains('.')
        })
    });
    mail || text.contains("http://") || text.contains("https://") || text.contains("www.")
}

pub(super) fn answers(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if !setting.chat() || !ELSEWHERE.contains(&setting.situation()) {
        return;
    }
    let given = reading.all(Class::Answer).cloned().chain(prices(reading));
    if let Some(span) = given.min_by_key(|span| span.start) {
        let message = format!(
            "“{}” gives here what the message asks them to fetch elsewhere; the wrong channel is rewarded and they will use it \
             again. Send it from the right one",
            reading.words(&span)
        );
        found.push(Finding::new(Rule::AnswersOnWrongChannel, Severity::Caution, span, message));
    }
}

/// Amounts of money.
fn prices(reading: &Reading) -> Vec<Range<usize>> {
    let text = &reading.folded;
    let digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) || (matches!(text.get(at), Some(',' | '.')) && digit(at + 1)) {
            at += 1;
        }
        if is_price(text, start, at) {
            found.push(start..at);
        }
    }
    found
}

fn is_price(text: &[char], start: usize, end: usize) -> bool {
    let before: String = text[start.saturating_sub(5)..start].iter().collect();
    let after: String = text[end..text.len().min(end + 8)].iter().collect();
    let before = before.trim_end();
    let after = after.trim_start();
    let currency = ["$", "€", "£", "¥", "￥", "usd", "eur", "rmb", "cny", "twd", "ntd", "nt", "gbp"];
    let units = [
        "元",
        "块",
        "万元",
        "万",
        "美金",
        "美元",
        "欧元",
        "人民币",
        "台币",
        "usd",
        "eur",
        "rmb",
        "cny",
        "twd",
        "ntd",
        "dollars",
        "euros",
        "yuan",
        "%off",
        "% off",
        "折",
    ];
    let not_money =
        ["万分", "万一", "万人", "万件", "万笔", "万次", "万个", "元件", "元月", "元旦", "万户", "万字"];
    currency.iter().any(|mark| before.ends_with(mark))
        || (units.iter().any(|unit| after.starts_with(unit))
            && !not_money.iter().any(|word| after.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_of_money_is_told_from_other_figures() {
        for (text, expected) in [
            ("NT$350 一個", Some("350")),
            ("共 25,000 元", Some("25,000")),
            ("2.5 万", Some("2.5")),
            ("打 85 折", Some("85")),
            ("EUR 4,500 net", Some("4,500")),
            ("12 dollars", Some("12")),
            ("3 個工作天", None),
            ("3 万件订单", None),
            ("30 minutes", None),
            ("1 元件", None),
        ] {
            let reading = Reading::of(text);
            let found = prices(&reading).first().map(|span| reading.words(span));
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
