//! refusal-without-alternative, blunt-upward: how a no is said.

use crate::check::reading::Reading;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::{Place, Setting};
use crate::check::words::Class;

/// What a placeholder gives the reader to go on with.
const WAYS: &[&str] = &[
    "my_email",
    "shared_inbox",
    "link",
    "deputy",
    "deputy_email",
    "hotline",
    "date",
    "time",
    "next_workday",
    "my_hours",
    "colleague",
    "phone",
    "recorded_line",
];

pub(super) fn without_alternative(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    // From rung 3 on the consequence is the message.
    if setting.firmness() >= 3 {
        return;
    }
    // Upward, a bare no is a refusal too; among equals it may as well be a request to stop.
    let bare = reading.first(Class::BareNo).filter(|_| setting.upward());
    let no = reading.first(Class::Refusal).or(bare);
    let Some(refusal) = no.filter(|no| !reading.quoted(no)) else { return };
    if goes_on(reading) {
        return;
    }
    let message = match (setting.place, setting.upward()) {
        (Place::Taiwan, _) if setting.chinese => {
            "a no and nothing else: readers in Taiwan expect a reason and another way. Add a day, a colleague, or a \
             number for emergencies"
        }
        (_, true) => {
            "a no that leaves the reader with nothing; upward it ends the talk. Offer a day, another person, or let them \
             choose what comes first"
        }
        _ => {
            "a no that leaves the reader with nothing; add a day, another person, or what you can do instead"
        }
    };
    let words = match (setting.chinese, setting.traditional) {
        (true, true) => "如果不急，我{next_workday}再處理，可以嗎？",
        (true, false) => "不急的话，我{next_workday}处理，您看可以吗？",
        _ => "I could do it by {next_workday}. Would that help?",
    };
    found.push(
        Finding::new(Rule::RefusalWithoutAlternative, Severity::Caution, refusal.clone(), message)
            .suggest(words),
    );
}

/// Whether the reader has something to go on with: a day, another person, another way.
fn goes_on(reading: &Reading) -> bool {
    let ways = [Class::Alternative, Class::Person, Class::Door];
    reading.all(Class::Time).any(|day| promises(reading, day))
        || ways.iter().any(|class| reading.has(*class))
        || reading.has_slot(WAYS)
        || has_address(reading)
        || names_somebody(reading)
}

/// "Ask Jonas", "speak to Ms Lin": a name after a verb that sends the reader there.
fn names_somebody(reading: &Reading) -> bool {
    let text: String = reading.characters.iter().collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let verb = pair[0].to_ascii_lowercase();
        ["ask", "try", "contact", "see", "to", "with", "check"].contains(&verb.as_str())
            && pair[1].starts_with(|c: char| c.is_ascii_uppercase())
            && pair[1].len() > 2
            && !pair[1].starts_with("I'")
            && !DAYS.contains(&pair[1].trim_end_matches(|c: char| !c.is_alphabetic()))
    })
}

/// Capitalised, and nobody's name.
const DAYS: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "WhatsApp",
    "LINE",
    "WeChat",
    "Christmas",
    "Easter",
];

/// A day helps only where something is offered for it: "not today" and "busy that day" offer nothing.
fn promises(reading: &Reading, day: &std::ops::Range<usize>) -> bool {
    let clause = reading.clause_at(day.start);
    reading.has_in(Class::Offer, &clause) && !reading.has_in(Class::Refusal, &clause)
}

fn has_address(reading: &Reading) -> bool {
    let text: String = reading.folded.iter().collect();
    text.contains('@') && text.contains('.') || text.contains("http")
}

pub(super) fn blunt_upward(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if !setting.upward() {
        return;
    }
    let who = if setting.is_for(crate::Rank::Senior) { "a superior" } else { "a client" };
    for span in reading.all(Class::BareNo).filter(|span| !reading.quoted(span)) {
        // An adverb before it softens nothing, a hedge around it does.
        if softened(reading, span, setting) {
            continue;
        }
        let message = format!(
            "“{}” is a bare no to {who}; it is heard as the end of the talk. Give the fact first, then the day or the \
             choice you can offer",
            reading.words(span).trim_end_matches(['，', ',', '.'])
        );
        let words =
            if setting.chinese { soft_no(setting) } else { "I'm afraid I can't before {next_workday}" };
        found.push(Finding::new(Rule::BluntUpward, Severity::Problem, span.clone(), message).suggest(words));
    }
    for (class, fault) in [
        (Class::Order, "gives {who} an order; ask, or say what you will do yourself"),
        (Class::Reproach, "blames {who}; say what is missing and when you need it"),
    ] {
        let heard =
            reading.all(class).filter(|span| !reading.quoted(span) && !softened(reading, span, setting));
        for span in heard {
            let message = format!("“{}” {}", reading.words(span), fault.replace("{who}", who));
            found.push(Finding::new(Rule::BluntUpward, Severity::Problem, span.clone(), message));
        }
    }
    cold(reading, setting, who, found);
}

/// A no without one word of courtesy, reason or help around it is as bare as "no".
fn cold(reading: &Reading, setting: &Setting<'_>, who: &str, found: &mut Vec<Finding>) {
    const COURTESIES: &[Class] = &[
        Class::Soft,
        Class::Thanks,
        Class::Apology,
        Class::Warm,
        Class::Request,
        Class::Acknowledge,
        Class::Rule,
    ];
    let said = found.iter().any(|finding| finding.rule == Rule::BluntUpward);
    let courteous = COURTESIES.iter().any(|class| reading.has(*class)) || goes_on(reading);
    if said || courteous || setting.firmness() >= 3 {
        return;
    }
    if let Some(span) = reading.first(Class::Refusal).filter(|span| !reading.quoted(span)) {
        let message = format!(
            "“{}” and no word of courtesy around it: {who} hears a door closing. Thank them, give the reason, and say what \
             you can do",
            reading.words(span)
        );
        found.push(Finding::new(Rule::BluntUpward, Severity::Caution, span.clone(), message));
    }
}

fn soft_no(setting: &Setting<'_>) -> &'static str {
    if setting.traditional { "目前恐怕有困難" } else { "目前可能有点困难" }
}

/// Hedges in the same sentence; in English "please" does it.
fn softened(reading: &Reading, span: &std::ops::Range<usize>, setting: &Setting<'_>) -> bool {
    let sentence = reading.sentence_at(span.start);
    if setting.chinese {
        let clauses = sentence.start..span.end;
        return reading.has_in(Class::Soft, &clauses);
    }
    reading.all(Class::Soft).any(|soft| {
        soft.start >= sentence.start
            && soft.end <= sentence.end
            && !matches!(
                reading.words(soft).to_lowercase().as_str(),
                "just" | "a bit" | "i think" | "a little" | "usually"
            )
    })
}
