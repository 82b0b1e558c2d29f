//! Family names: enough of them to take a name apart, and no more.

/// Family names of two characters, in both scripts. Those of Taiwan that join two families are here as well.
const DOUBLE: [&str; 52] = [
    "歐陽", "欧阳", "司馬", "司马", "上官", "諸葛", "诸葛", "司徒", "夏侯", "皇甫", "尉遲", "尉迟", "公孫",
    "公孙", "慕容", "令狐", "長孫", "长孙", "宇文", "東方", "东方", "端木", "南宮", "南宫", "西門", "西门",
    "東郭", "东郭", "呼延", "鍾離", "钟离", "申屠", "軒轅", "轩辕", "獨孤", "独孤", "拓跋", "澹臺", "澹台",
    "公羊", "公冶", "宗政", "濮陽", "濮阳", "淳于", "單于", "单于", "范姜", "張簡", "张简", "張廖", "张廖",
];

/// Family names of one character, in both scripts where they differ.
const SINGLE: &str = "王李張张劉刘陳陈楊杨黃黄趙赵周吳吴徐孫孙馬马胡朱郭何羅罗高林鄭郑梁謝谢唐許许馮冯宋韓韩鄧邓\
彭曹曾田蕭萧潘袁蔡蔣蒋余于杜葉叶程魏蘇苏呂吕丁任盧卢姚沈鍾钟姜崔譚谭陸陆范汪廖石金韋韦賈贾夏付方鄒邹熊\
白孟秦邱侯江尹薛閻阎段雷龍龙黎史陶賀贺毛郝顧顾龔龚邵萬万覃武錢钱戴嚴严莫孔向常湯汤康易喬乔賴赖文樊葛施洪\
季游辛倪梅魯鲁連连俞童簡简阮古巫凌甘柳祝左涂翁溫温詹卓歐欧柯尤穆藍蓝岳齊齐牛畢毕焦伍佟寧宁沙費费耿卞闞阚\
路関关關饒饶蒲單单冉殷裴竇窦樂乐麥麦駱骆苗龐庞舒屈項项祁庄莊瞿包解管冀桂苑鮑鲍滕成艾紀纪商鞠司應应婁娄聶聂\
房蘭兰仇景柴佘盛鄔邬車车繆缪杭";

/// Characters of family names that the two scripts write differently: Traditional, then Simplified.
///
/// Only family names are converted, and only before a title: how a given name is written is its owner's affair.
const PAIRS: &str = "陳陈張张劉刘楊杨黃黄趙赵吳吴孫孙馬马羅罗鄭郑謝谢許许馮冯韓韩鄧邓蕭萧蔣蒋葉叶蘇苏呂吕盧卢鍾钟\
譚谭陸陆韋韦賈贾鄒邹閻阎龍龙賀贺顧顾龔龚萬万錢钱嚴严湯汤喬乔賴赖魯鲁連连簡简溫温歐欧藍蓝齊齐畢毕寧宁費费\
關关饒饶單单竇窦樂乐麥麦駱骆龐庞項项莊庄鮑鲍紀纪應应婁娄聶聂蘭兰鄔邬車车繆缪陽阳諸诸遲迟長长東东宮宫門门\
離离軒轩轅辕獨独濮濮臺台";

/// Chinese family names as they are romanised in Taiwan, the Mainland and Hong Kong.
const ROMANISED: &str = " ang au bai cai cao chan chang chao chau chen cheng cheung chi chia chiang chien chin chiu cho \
chou chow choy chu chuang chui chung dai deng ding dong dou du duan fan fang feng fong fu fung gao ge gong gu guan guo han \
hao he ho hong hou hsia hsiao hsieh hsu hsueh hu huang hui hung jia jian jiang jiao jin kang kao kong ku kuan kung kuo kwok \
kwong lai lam lan lau lee lei leung li liang liao lien lim lin ling liu lo long lu lui luo lv lyu ma mai mao mei meng mo mok \
mu ng ni niu ou ouyang pai pan pang pei peng poon qi qian qiao qin qiu qu ren shao shen shi shih situ siu so song su sun sung \
szeto tai tam tan tang tao teng tian tien ting tong tsai tsang tsao tse tseng tsui tu tung wan wang wei wen weng wong wu xia \
xiang xiao xie xing xiong xu xue yan yang yao ye yeh yen yi yim yin ying yip yiu you yu yuan yue yuen yung zeng zhai zhan \
zhang zhao zheng zhong zhou zhu zhuang zhuo zou ";

/// English first names that Chinese colleagues often take, which must not be read as romanised ones.
const ENGLISH: &str = " ada alan albert alex alice allen alvin amanda amber amy andrea andrew andy angel angela anita anna \
anne annie anthony april ariel arthur ashley ben benson betty bill bob bonnie brian bruce calvin candy carol caroline cathy \
cecilia charles charlie chloe chris christina christine cindy claire clark coco connie daisy dan dana daniel danny david dean \
debbie dennis derek diana dora doris dora ed eddie edward elaine elena ella ellen emily emma eric erica ethan eva eve evelyn \
fiona frank fred gary george gina gloria grace hanna hannah harry hazel heidi helen henry howard ian iris irene ivan ivy jack \
jackie jacky james jamie jane janet jason jay jean jeff jennifer jenny jeremy jerry jessica jessie jill jim jimmy joanna joe \
joan john johnny jonathan joseph joyce judy julia julie june justin karen kate kathy kay keith kelly ken kenny kevin kitty \
kyle lana laura lena leo leon leonard lily linda lisa lucas lucy luna lynn maggie mandy maria mark mary martin max may megan \
melissa mia michael michelle mike mina miranda monica nancy nathan nick nicole nina nora oliver olivia oscar owen patrick paul \
peggy penny peter phil phoebe rachel ray raymond rebecca ricky rita robert robin roger ron rose roy ruby ryan sally sam samuel \
sandra sandy sara sarah scott sean sharon shirley simon sophia stanley stella stephanie steve steven sue sunny susan tiffany \
tim tina toby tom tommy tony tracy vanessa vera vicky victor victoria vincent vivian wanda wayne wendy will william winnie \
yvonne zoe ";

/// The family name a Chinese name begins with; the rest is the given name. None if it begins with none we know.
///
/// A name of four characters whose first two are family names is that of a wife who put her husband's before her own.
pub(super) fn split(name: &str) -> Option<(&str, &str)> {
    let at = |chars: usize| name.char_indices().nth(chars).map_or(name.len(), |(at, _)| at);
    let (one, two, length) = (at(1), at(2), name.chars().count());
    let doubled = DOUBLE.contains(&&name[..two]);
    // 張簡 and 張廖 are also a family name with the first character of a given name, which three characters leave open.
    let joined = matches!(&name[..two], "張簡" | "张简" | "張廖" | "张廖" | "范姜");
    if doubled && (!joined || length > 3) {
        return Some(name.split_at(two));
    }
    if !is_single(&name[..one]) {
        return None;
    }
    match length {
        1..=3 => Some(name.split_at(one)),
        4 if is_single(&name[one..two]) => Some(name.split_at(two)),
        _ => None,
    }
}

/// Whether a text is a Chinese family name.
pub(super) fn is_surname(text: &str) -> bool {
    is_single(text) || DOUBLE.contains(&text)
}

fn is_single(text: &str) -> bool {
    text.chars().count() == 1 && SINGLE.contains(text)
}

/// Whether a Latin word is a Chinese family name.
pub(super) fn is_romanised(word: &str) -> bool {
    listed(ROMANISED, word)
}

/// Whether a Latin word is a given name in Chinese sounds, which stands after the family name.
pub(super) fn is_chinese_given(word: &str) -> bool {
    word.split([' ', '-']).all(|part| !listed(ENGLISH, part))
}

fn listed(list: &str, word: &str) -> bool {
    !word.is_empty() && list.contains(&format!(" {} ", word.to_lowercase()))
}

/// A family name in the script of the reader.
pub(super) fn in_script(surname: &str, simplified: bool) -> String {
    let pairs: Vec<char> = PAIRS.chars().collect();
    let other = |c: char| {
        let (from, to) = if simplified { (0, 1) } else { (1, 0) };
        pairs.chunks_exact(2).find(|pair| pair[from] == c).map_or(c, |pair| pair[to])
    };
    surname.chars().map(other).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_name_is_taken_apart_where_it_can_be() {
        let check = |name: &str, expected| assert_eq!(split(name), expected, "{name}");
        check("陳佳穎", Some(("陳", "佳穎")));
        check("王伟", Some(("王", "伟")));
        check("歐陽娜娜", Some(("歐陽", "娜娜")));
        check("司马光", Some(("司马", "光")));
        check("張簡秀英", Some(("張簡", "秀英")));
        check("張簡佑", Some(("張", "簡佑")));
        check("陳林美惠", Some(("陳林", "美惠")));
        check("佳穎", None);
        check("小陳", None);
        check("阿明", None);
        check("田中太郎", None);
        check("林", Some(("林", "")));
    }

    #[test]
    fn the_table_of_both_scripts_is_in_pairs() {
        assert_eq!(PAIRS.chars().count() % 2, 0);
        assert_eq!((in_script("歐陽", true), in_script("张", false)), ("欧阳".into(), "張".into()));
        assert_eq!((in_script("范", false), in_script("于", false)), ("范".into(), "于".into()));
    }
}
