//! Words of a query that name an audience: `tw senior late` looks for “late” among the words for seniors in Taiwan.

use super::fold::is_han;
use super::synonyms::read;
use crate::pack::Culture;
use crate::{CultureId, Language, Rank};

/// What people call the places we ship words for, beside the names their packs give.
const CULTURES: [(&str, &[&str]); 3] = [
    ("taiwan", &["tw", "taiwan", "taipei", "台灣", "臺灣", "台北", "臺北", "台湾", "臺"]),
    ("shanghai", &["sh", "cn", "shanghai", "china", "mainland", "上海", "大陸", "中国", "中國"]),
    ("international", &["intl", "int", "international", "國際", "国际", "overseas"]),
];

const RANKS: [(Rank, &[&str]); 4] = [
    (Rank::Junior, &["junior", "juniors", "部屬", "下屬", "下属", "晚輩", "晚辈"]),
    (Rank::Peer, &["peer", "peers", "同事", "平輩", "平辈", "同级", "同級"]),
    (
        Rank::Senior,
        &["senior", "seniors", "主管", "領導", "领导", "上司", "長官", "长官", "老闆", "老板", "boss"],
    ),
    (Rank::Client, &["client", "clients", "customer", "customers", "客戶", "客户"]),
];

/// Languages by the start of their tag.
const LANGUAGES: [(&str, &[&str]); 4] = [
    ("en", &["english", "英文", "英語", "英语"]),
    ("zh-Hant", &["繁體", "繁体", "繁中", "正體"]),
    ("zh-Hans", &["简体", "簡體", "简中"]),
    ("zh", &["chinese", "中文"]),
];

/// Two names that stand together are no longer than this.
const LONGEST_NAMES: usize = 12;

/// What a query says of its audience, and what is left to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// What the wording is tuned to.
    pub culture: Option<CultureId>,
    /// Who they are to the user.
    pub rank: Option<Rank>,
    /// The start of a language tag.
    pub language: Option<Language>,
    /// The other words.
    pub rest: String,
}

/// Takes the words that name an audience out of a query: one of each kind, the first. `cultures` brings the names that
/// packs give to theirs.
///
/// ```
/// # use fencun_core::{Rank, search::take_audience};
/// let named = take_audience("tw senior late", &[]);
/// assert_eq!((named.rank, named.rest.as_str()), (Some(Rank::Senior), "late"));
/// ```
pub fn take_audience(query: &str, cultures: &[Culture]) -> Named {
    let mut named = Named::default();
    let mut rest = Vec::new();
    for word in query.split_whitespace() {
        if !named.take(word, cultures) && !named.take_both(word, cultures) {
            rest.push(word);
        }
    }
    named.rest = rest.join(" ");
    named
}

impl Named {
    /// Takes two names that stand together, as Chinese is written: `上海客户`. Nothing else may be in the word.
    fn take_both(&mut self, word: &str, cultures: &[Culture]) -> bool {
        let both = |middle: usize| {
            let mut named = self.clone();
            let (one, other) = word.split_at(middle);
            (named.take(one, cultures) && named.take(other, cultures)).then_some(named)
        };
        let middles = word.char_indices().skip(1).filter(|(_, c)| is_han(*c)).map(|(middle, _)| middle);
        let found = middles.take(LONGEST_NAMES).find_map(both);
        let any = found.is_some();
        if let Some(named) = found {
            *self = named;
        }
        any
    }

    fn take(&mut self, word: &str, cultures: &[Culture]) -> bool {
        let sought = read(word);
        let among = |names: &[&str]| names.iter().any(|name| read(name) == sought);
        let of_pack = cultures.iter().find(|culture| {
            read(culture.id.as_str()) == sought || culture.name.iter().any(|(_, name)| read(name) == sought)
        });
        let shipped = CULTURES.iter().find(|(_, names)| among(names)).map(|(id, _)| CultureId::new(*id));
        let culture = of_pack.map(|culture| culture.id.clone()).or(shipped);
        if self.culture.is_none() && culture.is_some() {
            self.culture = culture;
            return true;
        }
        let rank = RANKS.iter().find(|(_, names)| among(names)).map(|(rank, _)| *rank);
        if self.rank.is_none() && rank.is_some() {
            self.rank = rank;
            return true;
        }
        let language = LANGUAGES.iter().find(|(_, names)| among(names)).map(|(tag, _)| Language::new(*tag));
        if self.language.is_none() && language.is_some() {
            self.language = language;
            return true;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_name_an_audience_are_taken_out() {
        let check =
            |query: &str, culture: Option<&str>, rank: Option<Rank>, language: Option<&str>, rest: &str| {
                let named = take_audience(query, &[]);
                let told = (
                    named.culture.as_ref().map(CultureId::as_str),
                    named.rank,
                    named.language.as_ref().map(Language::as_str),
                );
                assert_eq!((told, named.rest.as_str()), ((culture, rank, language), rest), "{query}");
            };
        check("tw senior late", Some("taiwan"), Some(Rank::Senior), None, "late");
        check("上海 客户", Some("shanghai"), Some(Rank::Client), None, "");
        check("臺灣 主管 郵箱", Some("taiwan"), Some(Rank::Senior), None, "郵箱");
        check("CLIENT", None, Some(Rank::Client), None, "");
        check("client senior", None, Some(Rank::Client), None, "senior");
        check("taiwan english on leave", Some("taiwan"), None, Some("en"), "on leave");
        check("上海客户 发票", Some("shanghai"), Some(Rank::Client), None, "发票");
        check("台灣老闆", Some("taiwan"), Some(Rank::Senior), None, "");
        check("客戶郵箱", None, None, None, "客戶郵箱");
        check("客戶客戶", None, None, None, "客戶客戶");
        check("twist seniority", None, None, None, "twist seniority");
        check("", None, None, None, "");
    }
}
