//! no-acknowledgement, curt, too-long: how a reply opens, and how much of it there is.

use std::ops::Range;

use crate::check::fold::is_han;
use crate::check::reading::Reading;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::{Place, Setting};
use crate::check::words::Class;

/// How far into a message its opening goes, in characters after the greeting.
const OPENING: usize = 22;
/// What one chat bubble holds in Chinese.
const CHINESE_CHAT: usize = 120;
/// What one chat bubble holds in English, in words.
const ENGLISH_CHAT: usize = 70;

pub(super) fn acknowledgement(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    let applies = setting.chinese && setting.place == Place::Mainland && setting.chat() && setting.upward();
    // News that one brings oneself answers nothing.
    if !applies || (setting.situation() == "on-leave" && reading.has(Class::Announce)) {
        return;
    }
    let start = after_greeting(reading);
    let end = reading.characters.len().min(start + OPENING);
    let opening = start..end;
    let opens = reading.all(Class::Acknowledge).any(|span| span.start < opening.end);
    if !opens && start < end {
        let message = "a WeChat reply in the Mainland first says that the message has arrived; without 收到 or 好的 the \
                       reader waits for it, and hears the rest as a rebuff";
        found.push(
            Finding::new(Rule::NoAcknowledgement, Severity::Caution, start..start, message).suggest("收到，"),
        );
    }
}

/// Where the message itself begins.
fn after_greeting(reading: &Reading) -> usize {
    let greeting = reading.slots.first().filter(|slot| slot.span.start == 0).map_or(0, |slot| slot.span.end);
    let rest: String = reading.folded[greeting..reading.folded.len().min(greeting + 12)].iter().collect();
    let hello = [
        "您好，",
        "您好！",
        "您好。",
        "你好，",
        "好，",
        "好！",
        "总，",
        "经理，",
        "您好,",
        "好,",
        "您好\n",
        "好～",
    ];
    let end = hello.iter().filter_map(|word| {
        let at = rest.find(word)?;
        Some(greeting + rest[..at + word.len()].chars().count())
    });
    // A greeting is a name and a hello; what comes later is no greeting.
    let end = end.min().filter(|end| *end <= greeting + 9).unwrap_or(greeting);
    let blank = |c: &&char| c.is_whitespace() || matches!(c, '，' | ',' | '！');
    end + reading.characters[end..].iter().take_while(blank).count()
}

/// Whole replies that read as a grunt, whoever reads them.
const GRUNTS: &str = "\
    收|嗯|1|哦|噢|喔|k|kk|在|在吗|在么|在不在|有空吗|有人吗|不|no|嗯哼|额|\
    呃|切|什么事|啥事|干嘛|有事吗|what|why|nope|whatever|and|so|说|讲|然后|\
    然后呢|所以|所以呢|随便|再说|呵呵|哈|知|已读|nah|n|y|hm|hmm|huh|so what|\
    what now|收收|阅|tl;dr|later|wait|等|等等|等着|忙|在忙|busy|不知道|dunno|no idea|\
    ya";
/// Whole replies that are curt to somebody above or who pays.
const SHORT_UPWARD: &str = "\
    行|好|可|可以|知道了|知道|ok|okay|okay then|fine|noted|yes|yep|sure|right|done|\
    received|好的知道了|没问题|对|是|嗯嗯|了解|收到|明白|会看|看了|see above|\
    as above|thx|ty|np|got it|yeah|yup|nothing|not now|晚点|晚点说|回头说|明天说|再看|\
    再看看|see below";

pub(super) fn curt(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    let whole = body(reading);
    let words: String = reading.folded[whole.clone()].iter().collect::<String>().trim().to_owned();
    let all = 0..reading.characters.len();
    if words.is_empty() {
        // Nothing but punctuation: "?" or "……".
        if reading.slots.is_empty()
            && reading.characters.iter().any(|c| matches!(c, '?' | '？' | '…' | '.' | '。' | '!' | '！'))
        {
            found.push(curt_finding(reading, setting, all));
        }
        return;
    }
    let grunt = GRUNTS.split('|').any(|grunt| grunt == words);
    let short = setting.upward() && SHORT_UPWARD.split('|').any(|short| short == words);
    if grunt || short {
        found.push(curt_finding(reading, setting, whole));
        return;
    }
    for sentence in &reading.sentences {
        let span = reading.trimmed(sentence);
        let words: String = reading.folded[span.clone()].iter().collect();
        let clause = words.rsplit(['，', ',']).next().unwrap_or_default();
        if ["在吗", "在么", "在不在", "收", "嗯", "有人吗"].contains(&clause) && !reading.quoted(&span)
        {
            found.push(curt_finding(reading, setting, span));
        }
    }
    if let Some(span) = marks(reading) {
        found.push(curt_finding(reading, setting, span));
    }
}

/// Two or more question marks in a row, or one that stands alone.
fn marks(reading: &Reading) -> Option<Range<usize>> {
    let is_mark = |at: usize| matches!(reading.characters.get(at), Some('?' | '？'));
    (0..reading.characters.len()).find_map(|at| {
        let mut end = at;
        while is_mark(end) {
            end += 1;
        }
        let alone = at == 0 || reading.characters[at - 1] == '\n';
        (end - at >= 2 || (end > at && alone)).then_some(at..end)
    })
}

/// The text without its greeting and the punctuation around it.
fn body(reading: &Reading) -> Range<usize> {
    let first = reading.slots.first().filter(|slot| slot.span.start == 0 && slot.name == "greeting");
    let start = first.map_or(0, |slot| slot.span.end);
    reading.trimmed(&(start..reading.characters.len()))
}

fn curt_finding(reading: &Reading, setting: &Setting<'_>, span: Range<usize>) -> Finding {
    let message = format!(
        "“{}” alone reads as a grunt to {}; say what you have seen and what happens next",
        reading.words(&span),
        setting.readers()
    );
    let words = match (setting.chinese, setting.traditional) {
        (true, true) => "收到，謝謝",
        (true, false) => "收到，谢谢",
        _ => "Thank you, I've seen this.",
    };
    Finding::new(Rule::Curt, Severity::Caution, span, message).suggest(words)
}

pub(super) fn too_long(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if !setting.chat() {
        return;
    }
    let (length, limit, unit) = length(reading);
    if length > limit {
        let place = if setting.place == Place::Mainland && setting.chinese {
            ", and one message holds one matter"
        } else {
            ""
        };
        let message = format!(
            "{length} {unit} are more than one reads in a chat (about {limit}){place}; cut it, or send it by email"
        );
        let end = reading.characters.len();
        found.push(Finding::new(Rule::TooLong, Severity::Caution, 0..end, message));
    }
}

/// The length in the unit of the language that most of it is written in; a placeholder counts as a short name.
fn length(reading: &Reading) -> (usize, usize, &'static str) {
    let in_slot = |at: usize| reading.slots.iter().any(|slot| slot.span.contains(&at));
    let written = || (0..reading.characters.len()).filter(|at| !in_slot(*at));
    let han = written().filter(|at| is_han(reading.characters[*at])).count();
    let latin = written().filter(|at| reading.characters[*at].is_ascii_alphabetic()).count();
    if han * 3 >= latin {
        let ink = written().filter(|at| !reading.characters[*at].is_whitespace()).count();
        return (ink + 4 * reading.slots.len(), CHINESE_CHAT, "characters");
    }
    let text: String = reading.characters.iter().collect();
    (
        text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count(),
        ENGLISH_CHAT,
        "words",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_begins_after_its_greeting() {
        for (text, expected) in [
            ("{greeting}收到，马上", "收到，马上"),
            ("王总您好，收到", "收到"),
            ("好的，马上", "好的，马上"),
            ("这件事我跟财务确认过了，王总好，", "这件事我跟财务确认过了，王总好，"),
        ] {
            let reading = Reading::of(text);
            let start = after_greeting(&reading);
            assert_eq!(reading.words(&(start..reading.characters.len())), expected, "{text}");
        }
    }

    #[test]
    fn length_is_counted_in_the_unit_of_the_language() {
        assert_eq!(length(&Reading::of("寄到 {my_email}。")), (7, CHINESE_CHAT, "characters"));
        assert_eq!(length(&Reading::of("Send it to {my_email}.")), (4, ENGLISH_CHAT, "words"));
    }
}
