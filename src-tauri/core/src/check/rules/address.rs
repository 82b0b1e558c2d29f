//! pronoun-rank, pronoun-mixed, title, over-honorific-to-peer: how the other person is addressed.

use std::ops::Range;

use crate::Rank;
use crate::check::reading::Reading;
use crate::check::rule::{Finding, Rule, Severity};
use crate::check::setting::{Place, Setting};
use crate::check::words::{Class, starts_clause};

pub(super) fn pronouns(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if !setting.chinese {
        return;
    }
    let (plain, polite) = (places(reading, '你'), places(reading, '您'));
    if setting.upward() {
        for span in &plain {
            let message = format!(
                "{} expect 您 from {}; 你 sounds as if there were no distance",
                setting.readers(),
                if setting.is_for(Rank::Client) { "a supplier or partner" } else { "somebody below them" }
            );
            found.push(
                Finding::new(Rule::PronounRank, Severity::Caution, span.clone(), message)
                    .suggest(polite_words(reading, span, setting)),
            );
        }
    } else {
        for span in &polite {
            let message = match setting.place {
                Place::Taiwan => {
                    "您 between colleagues who know each other sounds stiff in Taiwan, or like a joke"
                }
                _ => "您 to a colleague of the same standing or below sounds distant, or ironic",
            };
            found.push(Finding::new(Rule::PronounRank, Severity::Hint, span.clone(), message).suggest("你"));
        }
    }
    if let (Some(a), Some(b)) = (plain.first(), polite.first()) {
        let later = if a.start > b.start { a } else { b };
        let message =
            "你 and 您 in one message: the reader notices where the politeness starts or stops; keep to one";
        let words = if setting.upward() { "您" } else { "你" };
        found
            .push(Finding::new(Rule::PronounMixed, Severity::Caution, later.clone(), message).suggest(words));
    }
}

/// 你們 is whoever they work with, so it is not simply 您.
fn polite_words(reading: &Reading, span: &Range<usize>, setting: &Setting<'_>) -> &'static str {
    let many = matches!(reading.folded.get(span.end), Some('们'));
    match (many, setting.traditional) {
        (false, _) => "您",
        (true, true) => "貴公司",
        (true, false) => "贵公司",
    }
}

/// Where a pronoun stands for the reader: not in somebody else's words, not in 迷你.
fn places(reading: &Reading, pronoun: char) -> Vec<Range<usize>> {
    let is = |at: usize| reading.folded[at] == pronoun;
    let harmless = |at: usize| {
        let around: String =
            reading.folded[at.saturating_sub(1)..reading.folded.len().min(at + 3)].iter().collect();
        ["迷你", "你侬我侬", "你一言", "你追我", "你来我"].iter().any(|word| around.contains(word))
    };
    (0..reading.folded.len())
        .filter(|at| is(*at) && !harmless(*at) && !reading.quoted(&(*at..at + 1)))
        .map(|at| at..at + 1)
        .collect()
}

pub(super) fn title(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if !setting.upward() {
        return;
    }
    for span in reading.all(Class::Nameless) {
        let message = format!(
            "“{}” is nobody's name: {} hear a mass mailing or a market stall. Use surname and title, or a plain greeting",
            reading.words(span).trim_end_matches(['，', ',']),
            setting.readers()
        );
        let words = if setting.chinese { "您好，" } else { "Hello," };
        found.push(Finding::new(Rule::Title, Severity::Caution, span.clone(), message).suggest(words));
    }
    for span in reading.all(Class::BareTitle) {
        // One's own superior is greeted by title alone; a client is not.
        if setting.chinese && !setting.is_for(Rank::Client) && !is_civil(&reading.words(span)) {
            continue;
        }
        found.push(Finding::new(Rule::Title, Severity::Caution, span.clone(), bare(setting)));
    }
    if setting.chinese {
        wrong_place(reading, setting, found);
        deputy(reading, setting, found);
        ceremony_with_a_first_name(reading, found);
    }
}

fn is_civil(words: &str) -> bool {
    ["先生", "小姐", "女士"].iter().any(|word| words.starts_with(word))
}

fn bare(setting: &Setting<'_>) -> &'static str {
    if setting.chinese {
        "a title without a surname is for one's own superior; to somebody outside put the surname before it, or write 您好"
    } else {
        "this form of address is not English: write “Dear Ms Chen” or “Hi David”, the surname with Mr or Ms, the first \
         name without"
    }
}

fn wrong_place(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    let (class, message) = match setting.place {
        Place::Taiwan => (
            Class::MainlandTitle,
            "this title or form of address is the Mainland's; in Taiwan it is 處長, 協理, 主管 …",
        ),
        Place::Mainland => (
            Class::TaiwanTitle,
            "this title or form of address is Taiwan's; in the Mainland only Taiwan-funded firms have it. Write 总 or 经理",
        ),
        Place::Elsewhere => return,
    };
    for span in reading.all(class) {
        if !reading.has_in(Class::Nameless, span) && !reading.quoted(span) {
            found.push(Finding::new(Rule::Title, Severity::Caution, span.clone(), message));
        }
    }
}

/// 王副总您好: in the Mainland an outsider leaves the 副 out.
fn deputy(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if setting.place != Place::Mainland || !setting.is_for(Rank::Client) {
        return;
    }
    for at in 1..reading.folded.len() {
        let after: String = reading.folded[at..reading.folded.len().min(at + 5)].iter().collect();
        let greets =
            ["副总您好", "副总好", "副总，", "副经理您", "副局您好", "副处长您", "副主任您", "副总经理您"]
                .iter()
                .any(|word| after.starts_with(word));
        if greets && starts_clause(&reading.folded, at - 1) {
            let message = "an outsider leaves the 副 out when addressing a deputy in the Mainland; naming it sounds like \
                           a reminder of who comes first";
            found.push(Finding::new(Rule::Title, Severity::Hint, at..at + 1, message));
        }
    }
}

/// 尊敬的 wants a surname and title, not a first name.
fn ceremony_with_a_first_name(reading: &Reading, found: &mut Vec<Finding>) {
    let opener: Vec<char> = "尊敬的".chars().collect();
    for at in 0..reading.folded.len() {
        let Some(rest) = reading.folded[at..].strip_prefix(opener.as_slice()) else { continue };
        let latin = rest.iter().find(|c| **c != ' ').is_some_and(char::is_ascii_alphabetic);
        if latin {
            let message = "尊敬的 before a first name mixes ceremony and familiarity; take the surname and title, or the \
                           name alone";
            found.push(Finding::new(Rule::Title, Severity::Caution, at..at + 3, message));
        }
    }
}

pub(super) fn honorifics(reading: &Reading, setting: &Setting<'_>, found: &mut Vec<Finding>) {
    if !setting.among_peers() {
        return;
    }
    for span in reading.all(Class::Honorific).filter(|span| !reading.quoted(span)) {
        let message = format!(
            "“{}” is for letters upward; between colleagues it reads as officialese, or as distance taken on purpose",
            reading.words(span)
        );
        let finding = Finding::new(Rule::OverHonorificToPeer, Severity::Caution, span.clone(), message);
        found.push(match (setting.chinese, setting.traditional) {
            (true, true) => finding.suggest("麻煩你，謝謝"),
            (true, false) => finding.suggest("麻烦你，谢谢"),
            _ => finding.suggest("could you …, please"),
        });
    }
}
