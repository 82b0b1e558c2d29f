//! Firmness on texts of all kinds: of two ways to say one thing, the check knows the firmer.

mod labelled;

use fencun_core::Phrase;
use fencun_core::check::{Context, check};

fn score(setting: &str, text: &str) -> f64 {
    let mut phrase: Phrase = labelled::phrase(text);
    labelled::set(&mut phrase, setting);
    check(&phrase, &Context::default()).firmness_score
}

/// A setting, and one matter in several ways, from the softest to the firmest.
const WAYS: &[(&str, &[&str])] = &[
    (
        "international en client 1 email move-to-email",
        &[
            "Could you please send the report by Friday, if that works for you? Thank you.",
            "Send the report by Friday.",
            "You must send the report by Friday, otherwise the order will be cancelled.",
        ],
    ),
    (
        "international en peer 1 chat move-to-email",
        &[
            "Would you mind taking another look at my edit when you have a moment?",
            "Why did you revert my edit?",
            "Stop reverting my edits. This is the last time I ask.",
        ],
    ),
    (
        "international en client 1 email press-again",
        &[
            "Just checking whether you had a chance to look at the invoice.",
            "We are still waiting for payment of invoice 20. Please arrange it this week.",
            "Final notice: unless invoice 20 is paid by Friday, we will take legal action.",
        ],
    ),
    (
        "taiwan zh-Hant-TW client 1 chat move-to-email",
        &[
            "方便的話，再麻煩您寄一份到公司信箱，謝謝您！",
            "請於週五前寄到公司信箱。",
            "最後一次通知：週五前未以信件提出者，一律不予受理。",
        ],
    ),
    (
        "taiwan zh-Hant-TW peer 1 chat press-again",
        &[
            "可以幫我改寄信箱嗎？感謝～",
            "上次有說過，工作的事請寄信箱。",
            "到底要說幾次？以後傳這裡的我一律不處理。",
        ],
    ),
    (
        "shanghai zh-Hans-CN client 1 chat move-to-email",
        &[
            "好的，麻烦您方便的时候发到我邮箱，辛苦您了！",
            "请务必在周五前发到我邮箱。",
            "如周五前仍未收到邮件，我们将暂停发货，由此造成的损失由贵司承担。",
        ],
    ),
    (
        "shanghai zh-Hans-CN junior 1 chat press-again",
        &[
            "这个发我邮箱好吗？辛苦了。",
            "这个必须走邮件，今天下班前补上。",
            "说了几遍了？再有一次就按违规上报。",
        ],
    ),
    (
        "taiwan en client 1 email deadline-push",
        &[
            "May I ask whether the date could move by two days? Thank you for your help.",
            "We need two more days for the tests.",
            "We have told you several times that the date is not possible, and we will not accept any further change.",
        ],
    ),
];

#[test]
fn the_firmer_of_two_wordings_has_the_higher_score() {
    for (setting, ways) in WAYS {
        let scores: Vec<f64> = ways.iter().map(|text| score(setting, text)).collect();
        assert!(scores.windows(2).all(|pair| pair[0] + 0.25 < pair[1]), "{scores:?}: {}", ways[0]);
        assert!(scores[0] < 1.8, "{scores:?}: {}", ways[0]);
    }
}

#[test]
fn courtesy_takes_something_off_and_a_sanction_puts_something_on() {
    for (setting, plain) in [
        ("international en client 1 email press-again", "Send the signed copy to our office."),
        ("taiwan zh-Hant-TW client 1 email press-again", "請將簽回的合約寄到公司。"),
        ("shanghai zh-Hans-CN client 1 email press-again", "请将签回的合同寄到公司。"),
    ] {
        let english = setting.contains(" en ");
        let (please, or_else) = if english {
            ("Could you please help: ", " Otherwise we will terminate the agreement.")
        } else {
            ("不好意思，方便的话麻烦您：", "否则将终止合作。")
        };
        let base = score(setting, plain);
        assert!(score(setting, &format!("{please}{plain}")) < base, "{plain}");
        assert!(score(setting, &format!("{plain}{or_else}")) > base + 0.5, "{plain}");
    }
}
