//! Titles: how one is said after a family name, in each place; and which courtesy English makes of it.

/// A title however it may be written, and what people in Taiwan and on the Mainland say to the person's face.
type Row = (&'static [&'static str], &'static str, &'static str);

/// An empty word: nobody says it there, the name is enough.
///
/// Taiwan keeps 副 (林副總, 陳副理); the Mainland drops it, and flatters upward: 总经理, 总裁 and 总监 are all 王总.
/// 小姐 is plain courtesy in a Taiwanese office and offends on the Mainland; doctors are 醫師 here and 医生 there.
const ROWS: &[Row] = &[
    (&["副總經理", "副总经理", "副總裁", "副总裁", "副總", "副总", "vice president", "vp"], "副總", "总"),
    (&["總經理", "总经理", "老總", "老总", "general manager", "gm"], "總", "总"),
    (&["總裁", "总裁", "president"], "總裁", "总"),
    (&["副總監", "副总监"], "副總監", "总"),
    (&["總監", "总监"], "總監", "总"),
    (&["執行長", "执行长", "首席执行官", "ceo"], "執行長", "总"),
    (&["總工程師", "总工程师"], "總工程師", "总工"),
    (&["總編輯", "总编辑"], "總編輯", "总编"),
    (&["總", "总"], "總", "总"),
    (&["副董事長", "副董事长", "副董"], "副董", "董事长"),
    (&["董事長", "董事长", "chairman", "chairwoman"], "董事長", "董事长"),
    (&["董事"], "董事", "董"),
    (&["董"], "董", "董"),
    (&["副經理", "副经理", "副理"], "副理", "经理"),
    (&["經理", "经理", "manager"], "經理", "经理"),
    (&["協理", "协理"], "協理", "协理"),
    (&["襄理"], "襄理", "襄理"),
    (&["處長", "处长"], "處長", "处长"),
    (&["課長", "课长"], "課長", "课长"),
    (&["科長", "科长"], "科長", "科长"),
    (&["組長", "组长"], "組長", "组长"),
    (&["店長", "店长"], "店長", "店长"),
    (&["廠長", "厂长"], "廠長", "厂长"),
    (&["局長", "局长"], "局長", "局长"),
    (&["所長", "所长"], "所長", "所长"),
    (&["部長", "部长"], "部長", "部长"),
    (&["校長", "校长"], "校長", "校长"),
    (&["院長", "院长"], "院長", "院长"),
    (&["社長", "社长"], "社長", "社长"),
    (&["會長", "会长"], "會長", "会长"),
    (&["理事長", "理事长"], "理事長", "理事长"),
    (&["秘書長", "秘书长"], "秘書長", "秘书长"),
    (&["主任"], "主任", "主任"),
    (&["主席"], "主席", "主席"),
    (&["主管"], "主管", "主管"),
    (&["書記", "书记"], "書記", "书记"),
    (&["專員", "专员"], "專員", "专员"),
    (&["秘書", "秘书"], "秘書", "秘书"),
    (&["顧問", "顾问"], "顧問", "顾问"),
    (&["工程師", "工程师"], "工程師", "工"),
    (&["工"], "工程師", "工"),
    (&["設計師", "设计师"], "設計師", "设计师"),
    (&["會計師", "会计师"], "會計師", "会计师"),
    (&["律師", "律师"], "律師", "律师"),
    (&["老師", "老师"], "老師", "老师"),
    (&["師傅", "师傅"], "師傅", "师傅"),
    (&["醫師", "医师", "醫生", "医生", "大夫"], "醫師", "医生"),
    (&["教練", "教练"], "教練", "教练"),
    (&["導演", "导演"], "導演", "导演"),
    (&["教授", "professor", "prof"], "教授", "教授"),
    (&["博士", "dr"], "博士", "博士"),
    (&["先生", "mr", "herr"], "先生", "先生"),
    (&["小姐", "女士", "ms", "miss", "frau"], "小姐", "女士"),
    (&["太太", "夫人", "mrs"], "太太", "女士"),
    (&["mx", "director", "engineer", "head"], "", ""),
];

/// Titles that address a stranger well enough without a name.
const ALONE: [&str; 7] = ["老師", "醫師", "教授", "律師", "董事長", "校長", "院長"];

fn row_of(title: &str) -> Option<(&'static Row, &'static str)> {
    let title = title.to_lowercase();
    let title = title.trim_end_matches('.');
    let endings = ROWS.iter().flat_map(|row| row.0.iter().map(move |word| (row, *word)));
    // A Latin title is a whole one; of a Chinese one the end says what it is (業務經理).
    let fits = |word: &str| if word.is_ascii() { title == word } else { title.ends_with(word) };
    endings.filter(|(_, word)| fits(word)).max_by_key(|(_, word)| word.chars().count())
}

/// What is said after a family name: 總經理 becomes 總, 副总经理 becomes 总. One that is not known is said as it is.
pub(super) fn spoken(title: &str, mainland: bool) -> String {
    let Some((row, word)) = row_of(title) else {
        return if title.is_ascii() { String::new() } else { title.to_owned() };
    };
    let said = if mainland { row.2 } else { row.1 };
    // A 副教授 is 教授 to everybody, in Taiwan too.
    let vice = said != "教授" && title.strip_suffix(word).is_some_and(|before| before.ends_with('副'));
    if vice && !mainland { format!("副{said}") } else { said.to_owned() }
}

/// A title said to somebody whose name is not known; None where that would be rude.
///
/// One's own superior is 經理 or 主任 to the face; to anybody outside a title without a name is curt, but for those of
/// teachers, doctors and the heads of a house.
pub(super) fn spoken_alone(title: &str, mainland: bool, own_superior: bool) -> Option<String> {
    let (row, _) = row_of(title)?;
    let courtesy = matches!(row.1, "先生" | "小姐" | "太太" | "");
    let said = match (row.0.first()?, mainland) {
        // The short form needs a family name before it.
        (&"總經理", false) => "總經理".to_owned(),
        (&"總經理", true) => "总经理".to_owned(),
        _ => spoken(title, mainland),
    };
    let short = said.chars().count() < 2;
    (!courtesy && !short && (own_superior || ALONE.contains(&row.1))).then_some(said)
}

/// The title at the end of a Chinese text, and what stands before it, which must be a family name or a whole name.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let (_, word) = row_of(text).filter(|(_, word)| !word.is_ascii())?;
    let before = text.strip_suffix(word)?;
    let before = before.strip_suffix('副').unwrap_or(before);
    let named = super::surnames::is_surname(before)
        || (word.chars().count() > 1 && (2..=4).contains(&before.chars().count()));
    named.then(|| text.split_at(before.len()))
}

/// The courtesy that English puts before a family name, and whether it is an academic one.
///
/// `Manager Wang` and `Director Lin` are no English: such titles give nothing, and the whole name is written.
pub(super) fn courtesy(title: &str) -> Option<(&'static str, bool)> {
    let (row, _) = row_of(title)?;
    Some(match row.1 {
        "先生" => ("Mr", false),
        "太太" => ("Mrs", false),
        "小姐" => ("Ms", false),
        "博士" | "醫師" => ("Dr", true),
        "教授" => ("Professor", true),
        "" if title.to_lowercase().starts_with("mx") => ("Mx", false),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_said_as_people_of_the_place_say_it() {
        let check = |title: &str, taiwan: &str, mainland: &str| {
            assert_eq!((spoken(title, false).as_str(), spoken(title, true).as_str()), (taiwan, mainland));
        };
        check("總經理", "總", "总");
        check("副總經理", "副總", "总");
        check("业务副总", "副總", "总");
        check("副处长", "副處長", "处长");
        check("副教授", "教授", "教授");
        check("業務經理", "經理", "经理");
        check("协理", "協理", "协理");
        check("销售总监", "總監", "总");
        check("高级工程师", "工程師", "工");
        check("CEO", "執行長", "总");
        check("Sales wizard", "", "");
        check("里長", "里長", "里長");
        check("Ms.", "小姐", "女士");
    }

    #[test]
    fn a_name_with_a_title_is_taken_apart() {
        let check = |text: &str, expected| assert_eq!(split(text), expected, "{text}");
        check("王总", Some(("王", "总")));
        check("林副總", Some(("林", "副總")));
        check("林副處長", Some(("林", "副處長")));
        check("陳佳穎經理", Some(("陳佳穎", "經理")));
        check("歐陽老師", Some(("歐陽", "老師")));
        check("經理", None);
        check("佳總", None);
        check("陳佳穎", None);
    }
}
