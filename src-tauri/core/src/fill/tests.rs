//! Greetings and names as a native reader expects them, and what is filled in when.

use super::*;
use crate::Rank;

const TW: (&str, &str) = ("taiwan", "zh-Hant-TW");
const TW_EN: (&str, &str) = ("taiwan", "en");
const SH: (&str, &str) = ("shanghai", "zh-Hans-CN");
const SH_EN: (&str, &str) = ("shanghai", "en");
const INT: (&str, &str) = ("international", "en");

fn audience((culture, language): (&str, &str), rank: Rank) -> Audience {
    Audience { culture: CultureId::new(culture), rank, language: Language::new(language) }
}

/// Name, surname, given, title.
fn contact([name, surname, given, title]: [&str; 4]) -> Contact {
    let text = str::to_owned;
    Contact {
        id: "c".into(),
        name: text(name),
        surname: text(surname),
        given: text(given),
        title: text(title),
        culture: CultureId::new("taiwan"),
        rank: Rank::Senior,
        language: String::new(),
        email: String::new(),
        app: String::new(),
    }
}

/// One person, as greeted upward (senior) and as greeted by an equal.
fn check(place: (&str, &str), parts: [&str; 4], upward: &str, beside: &str) {
    let contact = contact(parts);
    let greeted = [Rank::Senior, Rank::Peer].map(|rank| greeting(&audience(place, rank), Some(&contact)));
    assert_eq!(greeted, [upward, beside], "{place:?} {parts:?}");
}

/// One person as greeted at a rank.
fn check_rank(place: (&str, &str), rank: Rank, parts: [&str; 4], expected: &str) {
    assert_eq!(
        greeting(&audience(place, rank), Some(&contact(parts))),
        expected,
        "{place:?} {rank:?} {parts:?}"
    );
}

#[test]
fn nobody_known_is_greeted_as_the_place_does() {
    let check = |place, rank, expected: &str| assert_eq!(greeting(&audience(place, rank), None), expected);
    check(TW, Rank::Senior, "您好，");
    check(TW, Rank::Client, "您好，");
    check(TW, Rank::Peer, "嗨，");
    check(TW, Rank::Junior, "嗨，");
    check(SH, Rank::Senior, "您好，");
    check(SH, Rank::Client, "您好，");
    check(SH, Rank::Peer, "");
    check(SH, Rank::Junior, "");
    check(TW_EN, Rank::Client, "Hello,");
    check(SH_EN, Rank::Peer, "Hello,");
    check(INT, Rank::Senior, "Hello,");
}

#[test]
fn taiwan_says_family_name_and_title_upward_and_the_given_name_beside() {
    check(TW, ["陳佳穎", "陳", "佳穎", "經理"], "陳經理您好，", "嗨 佳穎，");
    check(TW, ["陳佳穎", "", "", "經理"], "陳經理您好，", "嗨 佳穎，");
    check(TW, ["", "陳", "佳穎", "業務經理"], "陳經理您好，", "嗨 佳穎，");
    check(TW, ["王大明", "", "", "總經理"], "王總您好，", "嗨 大明，");
    check(TW, ["王大明", "", "", "總"], "王總您好，", "嗨 大明，");
    check(TW, ["林志豪", "", "", "副總"], "林副總您好，", "嗨 志豪，");
    check(TW, ["林志豪", "", "", "副總經理"], "林副總您好，", "嗨 志豪，");
    check(TW, ["林志豪", "", "", "副理"], "林副理您好，", "嗨 志豪，");
    check(TW, ["林志豪", "", "", "協理"], "林協理您好，", "嗨 志豪，");
    check(TW, ["林志豪", "", "", "副處長"], "林副處長您好，", "嗨 志豪，");
    check(TW, ["李美玲", "", "", "董事長"], "李董事長您好，", "嗨 美玲，");
    check(TW, ["李美玲", "", "", "董"], "李董您好，", "嗨 美玲，");
    check(TW, ["吳建宏", "", "", "醫生"], "吳醫師您好，", "嗨 建宏，");
    check(TW, ["吳建宏", "", "", "副教授"], "吳教授您好，", "嗨 建宏，");
    check(TW, ["吳建宏", "", "", "博士"], "吳博士您好，", "嗨 建宏，");
    check(TW, ["", "黃", "", "小姐"], "黃小姐您好，", "嗨 黃小姐，");
    check(TW, ["", "黃", "", "Ms"], "黃小姐您好，", "嗨 黃小姐，");
    check(TW, ["", "黃", "", "老師"], "黃老師您好，", "嗨 黃老師，");
}

#[test]
fn shanghai_drops_the_vice_and_flatters_upward() {
    check(SH, ["王小林", "王", "小林", "总"], "王总您好，", "小林，");
    check(SH, ["王晓明", "", "", "总经理"], "王总您好，", "晓明，");
    check(SH, ["王晓明", "", "", "副总"], "王总您好，", "晓明，");
    check(SH, ["王晓明", "", "", "副总裁"], "王总您好，", "晓明，");
    check(SH, ["王晓明", "", "", "销售总监"], "王总您好，", "晓明，");
    check(SH, ["王晓明", "", "", "副经理"], "王经理您好，", "晓明，");
    check(SH, ["张磊", "", "", "副主任"], "张主任您好，", "张磊，");
    check(SH, ["张磊", "", "", "高级工程师"], "张工您好，", "张磊，");
    check(SH, ["张磊", "", "", "董事长"], "张董事长您好，", "张磊，");
    check(SH, ["张磊", "", "", "CEO"], "张总您好，", "张磊，");
    check(SH, ["", "刘", "", "医师"], "刘医生您好，", "刘医生，");
    check(SH, ["", "刘", "", "小姐"], "刘女士您好，", "刘女士，");
    check(SH, ["", "刘", "", "老师"], "刘老师您好，", "刘老师，");
    check_rank(SH, Rank::Junior, ["", "林", "", ""], "小林，");
    check_rank(SH, Rank::Peer, ["", "林", "", ""], "小林，");
    check_rank(SH, Rank::Junior, ["", "林", "", "专员"], "小林，");
    check_rank(SH, Rank::Client, ["", "林", "", ""], "林总您好，");
    check_rank(SH, Rank::Senior, ["", "林", "", ""], "您好，");
    check_rank(SH, Rank::Client, ["林晓东", "", "", ""], "林晓东您好，");
}

#[test]
fn family_names_of_two_characters_stay_whole() {
    check(TW, ["歐陽娜娜", "", "", "經理"], "歐陽經理您好，", "嗨 娜娜，");
    check(TW, ["司馬光", "", "", "主任"], "司馬主任您好，", "嗨 司馬光，");
    check(TW, ["張簡秀英", "", "", "課長"], "張簡課長您好，", "嗨 秀英，");
    check(TW, ["范姜文賢", "", "", "副總"], "范姜副總您好，", "嗨 文賢，");
    check(TW, ["陳林美惠", "", "", "董事"], "陳林董事您好，", "嗨 美惠，");
    check(SH, ["欧阳修远", "", "", "总"], "欧阳总您好，", "修远，");
    check(SH, ["诸葛明", "", "", "经理"], "诸葛经理您好，", "诸葛明，");
    check(SH, ["上官婉儿", "", "", "副总"], "上官总您好，", "婉儿，");
    check(SH, ["", "夏侯", "", "总"], "夏侯总您好，", "夏侯总，");
}

#[test]
fn one_character_is_too_short_to_call_somebody_by() {
    check(TW, ["王偉", "", "", "經理"], "王經理您好，", "嗨 王偉，");
    check(TW, ["", "王", "偉", ""], "王偉您好，", "嗨 王偉，");
    check(SH, ["", "王", "伟", ""], "王伟您好，", "王伟，");
    check(SH_EN, ["Wang Wei", "", "", ""], "Dear Wang Wei,", "Hi Wang Wei,");
    check(SH_EN, ["", "Wang", "Wei", "Mr"], "Dear Mr Wang,", "Hi Wang Wei,");
}

#[test]
fn a_title_may_sit_in_the_name_and_a_name_in_the_title() {
    check(SH, ["王总", "", "", ""], "王总您好，", "王总，");
    check(SH, ["王总", "", "", "总"], "王总您好，", "王总，");
    check(SH, ["王总", "王", "", "总"], "王总您好，", "王总，");
    check(SH, ["王总", "", "", "王总"], "王总您好，", "王总，");
    check(SH, ["", "", "", "王总"], "王总您好，", "王总，");
    check(SH, ["", "", "王总", ""], "王总您好，", "王总，");
    check(SH, ["王副总", "", "", ""], "王总您好，", "王总，");
    check(TW, ["陳經理", "", "", ""], "陳經理您好，", "嗨 陳經理，");
    check(TW, ["陳經理", "", "", "陳經理"], "陳經理您好，", "嗨 陳經理，");
    check(TW, ["陳佳穎經理", "", "", ""], "陳經理您好，", "嗨 佳穎，");
    check(TW, ["陳佳穎", "陳", "佳穎", "陳經理"], "陳經理您好，", "嗨 佳穎，");
    check(TW, ["林副總", "", "", "副總"], "林副總您好，", "嗨 林副總，");
    check(TW, ["歐陽老師", "", "", ""], "歐陽老師您好，", "嗨 歐陽老師，");
    check(TW_EN, ["Ms. Chen", "", "", ""], "Dear Ms Chen,", "Dear Ms Chen,");
    check(TW_EN, ["Dr Amy Chen", "", "", ""], "Dear Dr Chen,", "Hi Amy,");
}

#[test]
fn a_title_alone_is_said_to_ones_own_superior_only() {
    check_rank(TW, Rank::Senior, ["", "", "", "經理"], "經理您好，");
    check_rank(TW, Rank::Senior, ["", "", "", "總經理"], "總經理您好，");
    check_rank(TW, Rank::Client, ["", "", "", "經理"], "您好，");
    check_rank(TW, Rank::Client, ["", "", "", "老師"], "老師您好，");
    check_rank(TW, Rank::Client, ["", "", "", "董事長"], "董事長您好，");
    check_rank(TW, Rank::Senior, ["", "", "", "小姐"], "您好，");
    check_rank(SH, Rank::Senior, ["", "", "", "总"], "您好，");
    check_rank(SH, Rank::Senior, ["", "", "", "主任"], "主任您好，");
    check_rank(SH, Rank::Client, ["", "", "", "老师"], "老师您好，");
    check_rank(SH, Rank::Peer, ["", "", "", "经理"], "");
}

#[test]
fn a_family_name_alone_is_no_way_to_call_anybody() {
    check(TW, ["", "陳", "", ""], "您好，", "嗨，");
    check(TW_EN, ["", "Chen", "", ""], "Hello,", "Hello,");
    check(INT, ["", "Weber", "", ""], "Hello,", "Hello,");
}

#[test]
fn nicknames_are_used_as_they_are() {
    check(TW, ["小陳", "", "", ""], "小陳您好，", "嗨 小陳，");
    check(TW, ["阿明", "", "", ""], "阿明您好，", "嗨 阿明，");
    check(TW, ["佳穎", "", "", ""], "佳穎您好，", "嗨 佳穎，");
    check(SH, ["小林", "", "", ""], "小林您好，", "小林，");
    check(SH, ["老王", "", "", ""], "老王您好，", "老王，");
    check(TW, ["田中太郎", "", "", ""], "田中太郎您好，", "嗨 田中太郎，");
    check(SH, ["阿不都·热合曼", "", "", ""], "阿不都·热合曼您好，", "阿不都·热合曼，");
}

#[test]
fn a_latin_name_in_a_chinese_message() {
    check(TW, ["David", "", "", ""], "David 您好，", "嗨 David，");
    check(SH, ["David", "", "", ""], "David您好，", "David，");
    check(TW, ["David Smith", "", "", "經理"], "Smith 經理您好，", "嗨 David，");
    check(TW, ["David Smith", "", "", "Mr"], "Smith 先生您好，", "嗨 David，");
    check(SH, ["Anna Weber", "", "", "Ms."], "Weber女士您好，", "Anna，");
    check(SH, ["David Smith", "", "", "总"], "David您好，", "David，");
    check(TW, ["Vivian", "陳", "Vivian", "經理"], "陳經理您好，", "嗨 Vivian，");
    check(TW, ["Vivian Chen 陳佳穎", "", "", "協理"], "陳協理您好，", "嗨 佳穎，");
    check(TW, ["陳佳穎（Vivian）", "", "", "經理"], "陳經理您好，", "嗨 佳穎，");
    check(TW, ["陳佳穎", "", "Vivian", "經理"], "陳經理您好，", "嗨 Vivian，");
}

#[test]
fn a_chinese_colleague_in_an_english_message() {
    check(SH_EN, ["Amy Chen", "Chen", "Amy", "Ms"], "Dear Ms Chen,", "Hi Amy,");
    check(TW_EN, ["David Chen", "", "", "Mr."], "Dear Mr Chen,", "Hi David,");
    check(TW_EN, ["Chen Wei-Ting", "", "", "Ms"], "Dear Ms Chen,", "Hi Wei-Ting,");
    check(TW_EN, ["CHEN Wei-Ting", "", "", "Mr"], "Dear Mr Chen,", "Hi Wei-Ting,");
    check(TW_EN, ["Wei-Ting CHEN", "", "", ""], "Dear Wei-Ting CHEN,", "Hi Wei-Ting,");
    check(TW_EN, ["Chen, Amy", "", "", "Ms"], "Dear Ms Chen,", "Hi Amy,");
    check(TW_EN, ["Chen, Amy", "Chen", "", ""], "Dear Amy Chen,", "Hi Amy,");
    check(SH_EN, ["", "Wang", "Xiaolin", "经理"], "Dear Wang Xiaolin,", "Hi Xiaolin,");
    check(SH_EN, ["", "Wang", "Xiaolin", "Manager"], "Dear Wang Xiaolin,", "Hi Xiaolin,");
    check(TW_EN, ["", "Chen", "Vivian", "經理"], "Dear Vivian Chen,", "Hi Vivian,");
    check(TW_EN, ["", "Lin", "Chia-Ying", "小姐"], "Dear Ms Lin,", "Hi Chia-Ying,");
    check(TW_EN, ["", "Lin", "Chia-Ying", "教授"], "Dear Professor Lin,", "Hi Chia-Ying,");
    check(TW_EN, ["Vivian", "", "", "Ms"], "Dear Vivian,", "Hi Vivian,");
    check(TW_EN, ["Vivian 陳佳穎", "", "", "經理"], "Dear Vivian,", "Hi Vivian,");
    check(TW_EN, ["陳佳穎", "", "Vivian", "經理"], "Dear Vivian,", "Hi Vivian,");
    check(TW_EN, ["陳佳穎", "陳", "佳穎", "經理"], "Hello,", "Hello,");
    check(SH_EN, ["王总", "", "", ""], "Hello,", "Hello,");
}

#[test]
fn elsewhere_everybody_is_on_first_names_but_for_doctors() {
    check(INT, ["Anna Weber", "", "", ""], "Hi Anna,", "Hi Anna,");
    check(INT, ["Amy Chen", "Chen", "Amy", "Ms"], "Hi Amy,", "Hi Amy,");
    check(INT, ["Anna Weber", "", "", "Dr"], "Dear Dr Weber,", "Hi Anna,");
    check(INT, ["Prof. Ludwig van Beethoven", "", "", ""], "Dear Professor van Beethoven,", "Hi Ludwig,");
    check(INT, ["", "Weber", "", "Mr"], "Dear Mr Weber,", "Dear Mr Weber,");
    check(INT, ["Chen Wei-Ting", "", "", ""], "Hi Wei-Ting,", "Hi Wei-Ting,");
    check(INT, ["Mary Jane Watson", "", "", ""], "Hi Mary,", "Hi Mary,");
    check(INT, ["Wang Wei", "", "", ""], "Hi Wang Wei,", "Hi Wang Wei,");
}

#[test]
fn spaces_are_no_part_of_a_name() {
    check(TW, ["  陳 佳穎 ", " ", "\u{3000}", " 經理\n"], "陳經理您好，", "嗨 佳穎，");
    check(INT, [" Anna   Weber\t", "", "", " "], "Hi Anna,", "Hi Anna,");
    check(TW, [" ", "\u{3000}", "", ""], "您好，", "嗨，");
}

#[test]
fn family_name_and_title_are_in_the_readers_script() {
    check(SH, ["陳大文", "", "", "總經理"], "陈总您好，", "大文，");
    check(TW, ["张伟", "", "", "副总"], "張副總您好，", "嗨 张伟，");
    check(TW, ["欧阳明", "", "", "经理"], "歐陽經理您好，", "嗨 欧阳明，");
}

#[test]
fn a_name_is_called_within_the_words_as_in_the_greeting() {
    let check = |place, rank, parts, expected: &str| {
        assert_eq!(their_name(&contact(parts), &audience(place, rank)), expected);
    };
    check(TW, Rank::Client, ["陳佳穎", "", "", "經理"], "陳經理");
    check(SH, Rank::Junior, ["", "林", "", ""], "小林");
    check(TW_EN, Rank::Senior, ["Amy Chen", "", "", "Ms"], "Ms Chen");
    check(TW_EN, Rank::Senior, ["陳佳穎", "", "", ""], "");
}

#[test]
fn what_the_profile_lacks_stays_open_and_the_contacts_app_goes_first() {
    let today = jiff::civil::date(2026, 12, 24);
    let shanghai = audience(SH_EN, Rank::Client);
    let of = |profile: &Profile, contact: Option<&Contact>, zone: &str| {
        let day = Day { today, ahead: None, calendar: Calendar::of_zone(zone) };
        values(Occasion { profile, audience: &shanghai, contact, day })
    };
    let mut profile = Profile::default();
    let empty = of(&profile, None, "");
    assert_eq!((empty.get("my_email"), empty.get("their_name")), (None, None));
    assert_eq!(empty["app"], "WeChat");
    profile.email = "a@b.example".into();
    profile.app.insert(CultureId::new("shanghai"), "钉钉".into());
    let full = of(&profile, None, "Asia/Taipei");
    assert_eq!((full["my_email"].as_str(), full["app"].as_str()), ("a@b.example", "DingTalk"));
    assert_eq!(full["next_workday"], "Monday, 28 December");
    assert_eq!(of(&profile, None, "Asia/Shanghai")["next_workday"], "Friday, 25 December");
    let lin = Contact { app: "line".into(), ..contact(["Lin", "", "", ""]) };
    assert_eq!(of(&profile, Some(&lin), "")["app"], "LINE");
}

#[test]
fn days_are_written_as_in_a_message() {
    let friday = jiff::civil::date(2026, 11, 27);
    let monday = Calendar::WEEKDAYS.next_workday(friday);
    assert_eq!(date(monday, &Language::new("zh-Hant-TW")), "11月30日（週一）");
    assert_eq!(date(monday, &Language::new("zh-Hans-CN")), "11月30日（周一）");
    assert_eq!(date(friday, &Language::new("en")), "Friday, 27 November");
}
