//! english-for-chinese-readers, idiom: English that lands otherwise than it was meant.

use std::ops::Range;

use crate::check::reading::Reading;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::{Place, Setting};
use crate::check::words::Class;

/// Verbs that open an order.
const ORDERS: &str = "\
    send inform notify advise arrange collect consider continue decide describe download enter find \
    go install leave pick print say select set speak summarise summarize take talk transfer turn \
    verify email e-mail mail resend forward use write reply call give check confirm provide put \
    submit contact stop make tell move add attach fill upload share review revise update finish \
    complete prepare read sign return get bring do fix correct remove answer respond explain copy \
    keep wait don't ask schedule cancel change file post try ensure follow clarify include remember \
    see look come join approve pay ship deliver translate";
/// Verbs that are nouns as well: they order something only before what they are done to.
const VERBS: &str = "\
    type write jot list outline note record paste drop pass hand bring collect order book reserve \
    print scan photograph translate draft rewrite edit shorten extend reduce increase close open \
    start begin pause cancel hold leave meet visit invite introduce assign approve reject choose \
    pick select sign stamp test try run install restart switch set reset use avoid remove delete \
    replace rename save export import convert merge split sort count calculate measure weigh \
    compare match clean clear load unload deliver ship pack label refund charge invoice bill \
    credit transfer deposit withdraw quote offer sell buy negotiate discuss define specify state \
    mention report request demand phone text message ring address settle solve process handle \
    manage organise organize clarify rework redo undo attach mark highlight number date copy paint \
    cut cover design build produce sample pay double-check recheck show tell let have";
/// What follows a verb that is one.
const OBJECTS: &[&str] = &[
    "it",
    "me",
    "us",
    "them",
    "him",
    "her",
    "this",
    "that",
    "these",
    "those",
    "the",
    "a",
    "an",
    "your",
    "my",
    "our",
    "all",
    "everything",
    "both",
];
/// Openings with one of those verbs that order nothing.
const NO_ORDERS: &str = "\
    take care|take your time|leave it with me|leave is|talk to you|talk soon|speak to you|\
    speak soon|go well|find out more|say hello|do you|do we|do they|get well|see you|look forward|\
    keep well|don't worry|don't hesitate|see below|do let me|wait until|do i |do not worry|\
    do not hesitate|update:|update on|update from|file received|mail received|email reaches|\
    email is|email works|email me any time if|email received|review meeting|call me if|email makes|\
    use of|do have a|email keeps|change of|copy received|email lets|email gets|look after|\
    don't feel|don't rush|hold the line|have a|have the honour|let me|let us|note that the|list of|leave a message|state of|use the link|tell me|email would|email and|mail is|email stays|read and understood";
const OBLIGING: &str = "\
    let us have|let me have|we expect you to|we need you to|you need to|you must|you have to|\
    you should|i need you to|i want you to|you had better|you'd better|i expect you to|\
    you are required to|you will have to|you'll have to";

pub(super) fn for_chinese_readers(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if !setting.english || setting.place == Place::Elsewhere {
        return;
    }
    for sentence in &reading.sentences {
        let span = start_of_words(reading, sentence);
        let words: String = reading.folded[span.clone()].iter().collect();
        if let Some(message) = harsh(&words) {
            found.push(
                Finding::new(Rule::EnglishForChineseReaders, Severity::Caution, span, message)
                    .suggest("Could you please"),
            );
        } else if words.starts_with("why ") || words == "why" {
            let message = "a question that opens with “Why” is rated less polite by Chinese readers than by native ones; \
                           ask “Could you tell me …”";
            found.push(
                Finding::new(
                    Rule::EnglishForChineseReaders,
                    Severity::Caution,
                    span.start..span.start + 3,
                    message,
                )
                .suggest("Could you tell me"),
            );
        }
    }
    if let Some(at) = reading.characters.iter().position(|c| matches!(c, '!' | '！')) {
        let message = "an exclamation mark warms a native reader and does little for a Chinese one; a full stop is safe";
        found.push(
            Finding::new(Rule::EnglishForChineseReaders, Severity::Hint, at..at + 1, message).suggest("."),
        );
    }
}

/// How many sentences order something, with nothing to soften it.
pub(in crate::check) fn orders(reading: &Reading) -> usize {
    let words = |sentence| reading.folded[start_of_words(reading, sentence)].iter().collect::<String>();
    reading.sentences.iter().filter(|sentence| harsh(&words(sentence)).is_some()).count()
}

/// The sentence without a greeting, a "so" or a "then" before it.
fn start_of_words(reading: &Reading, sentence: &Range<usize>) -> Range<usize> {
    let mut span = reading.trimmed(sentence);
    if let Some(slot) =
        reading.slots.iter().find(|slot| slot.span.start == span.start && slot.name == "greeting")
    {
        span = reading.trimmed(&(slot.span.end..span.end));
    }
    let words: String = reading.folded[span.clone()].iter().collect();
    let greets = ["hi ", "hello ", "dear ", "hey "].iter().any(|word| words.starts_with(word))
        || words.starts_with("hello,");
    if greets && let Some(comma) = words.find(',').filter(|at| *at < 32) {
        span = reading.trimmed(&(span.start + words[..comma].chars().count()..span.end));
    }
    let words: String = reading.folded[span.clone()].iter().collect();
    let recalls = ["as i ", "as we ", "as you ", "as discussed", "as agreed", "as mentioned"];
    if recalls.iter().any(|word| words.starts_with(word))
        && let Some(comma) = words.find(',').filter(|at| *at < 48)
    {
        span = reading.trimmed(&(span.start + words[..comma].chars().count()..span.end));
    }
    for opener in [
        "so ",
        "then ",
        "and ",
        "now ",
        "also, ",
        "next time, ",
        "again, ",
        "in future, ",
        "but ",
        "from now on, ",
        "first, ",
        "ok, ",
        "just ",
    ] {
        let words: String = reading.folded[span.clone()].iter().collect();
        if words.starts_with(opener) {
            span = reading.trimmed(&(span.start + opener.len()..span.end));
        }
    }
    span
}

fn harsh(words: &str) -> Option<&'static str> {
    let softened = ["could ", "please", "would ", "kindly", "may i", "might ", "perhaps"]
        .iter()
        .any(|soft| words.contains(soft));
    if softened {
        return None;
    }
    let first = words.split([' ', ',']).next().unwrap_or_default();
    let mut rest = words.split([' ', ',']).skip(1);
    let object = rest.next().is_some_and(|next| OBJECTS.contains(&next));
    let named = |verbs: &str| verbs.split(' ').any(|verb| verb == first);
    let more = words.len() > first.len();
    if more
        && (named(ORDERS) || (object && named(VERBS)))
        && !NO_ORDERS.split('|').any(|fine| words.starts_with(fine))
    {
        return Some(
            "a request without “could you” or “please”: native readers hardly miss it, Chinese readers rate the message clearly \
             less polite",
        );
    }
    let obliges = OBLIGING.split('|').any(|order| {
        words.find(order).is_some_and(|at| {
            let before = &words[..at];
            !before.ends_with("don't think ")
                && ![
                    "if ",
                    "unless ",
                    "whether ",
                    "when ",
                    "what ",
                    "all ",
                    "everything ",
                    "think ",
                    "anything ",
                ]
                .iter()
                .any(|lead| before.ends_with(lead))
        })
    });
    obliges.then_some(
        "“you need to” and its like sound like an order to Chinese readers; ask with “could you” or “please”",
    )
}

pub(super) fn idioms(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if !setting.english {
        return;
    }
    for span in reading.all(Class::Idiom) {
        let words = reading.words(span);
        let short = words.chars().all(|c| c.is_ascii_alphabetic()) && words.len() <= 4;
        let message = if short {
            format!("“{words}” is an office abbreviation; not every reader knows it. Write it out")
        } else {
            format!(
                "“{words}” is a figure of speech; a reader who learned English at school may take it literally. Say it plainly"
            )
        };
        found.push(Finding::new(Rule::Idiom, Severity::Hint, span.clone(), message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_told_from_a_request_and_from_a_statement() {
        for (words, expected) in [
            ("send this to me", true),
            ("you need to email me", true),
            ("send this to me, please", false),
            ("if you need to reach me, call", false),
            ("email is the best way", false),
            ("sending it takes a minute", false),
            ("wait", false),
        ] {
            assert_eq!(harsh(words).is_some(), expected, "{words}");
        }
    }

    #[test]
    fn a_sentence_begins_after_its_greeting() {
        for (text, expected) in [
            ("{greeting} send it", "send it"),
            ("Hi David, send it", "send it"),
            ("So send it", "send it"),
            ("Dear all", "Dear all"),
        ] {
            let reading = Reading::of(text);
            assert_eq!(reading.words(&start_of_words(&reading, &reading.sentences[0])), expected, "{text}");
        }
    }
}
