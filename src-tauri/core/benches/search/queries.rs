//! What is typed, key by key.

/// Queries over all roads, in both scripts and in Latin letters.
const QUERIES: [&str; 53] = [
    "email",
    "move to email",
    "late",
    "meeting",
    "appointment",
    "decline politely",
    "deadline",
    "holiday",
    "boss",
    "mailbox please",
    "emial",
    "metting",
    "shedule",
    "confidental",
    "信箱",
    "郵箱",
    "邮箱",
    "訊息",
    "会议",
    "下班後",
    "麻煩您寄到",
    "不好意思",
    "的",
    "我",
    "加班",
    "周末",
    "我的 信箱",
    "明天早上 寄給您",
    "youxiang",
    "yx",
    "youx",
    "yóuxiāng",
    "you2xiang1",
    "xiaban",
    "jiaban",
    "wode",
    "mafannin",
    "mfn",
    "qingni",
    "ㄧㄡˊㄒㄧㄤ",
    "ㄧㄡㄒㄧㄤ",
    "ㄒㄧㄚˋㄅㄢ",
    "client 信箱",
    "file price quote",
    // Of these no phrase holds everything.
    "我不方便聽語音",
    "请不要周末打电话",
    "dont call me on weekends please",
    "zoumojiaban",
    "i am in a meeting right now and cannot take your call please write me an email instead",
    "我現在在開會沒有辦法接電話請您把問題寫成信寄到我的公司信箱",
    // Slips, of which many words come into question.
    "youxang",
    "zhuguan baojiadn",
    "confidentail informtion",
];

/// Every query as it grows under the fingers.
pub(crate) fn keys() -> Vec<String> {
    let grown = |query: &&str| {
        let characters: Vec<char> = query.chars().collect();
        (1..=characters.len()).map(|end| characters[..end].iter().collect::<String>()).collect::<Vec<_>>()
    };
    QUERIES.iter().flat_map(grown).collect()
}

/// The same, finished.
pub(crate) fn whole() -> impl Iterator<Item = &'static str> {
    QUERIES.into_iter()
}
