### 设置窗口的文字；两个窗口共用的文字在 ui.ftl。

## 窗口

settings-pages = 页面
settings-page = 页面
settings-library = 资料库
settings-profile = 个人资料
settings-behaviour = 快捷键与行为
settings-packs = 说法包
settings-about = 关于
settings-saved = 已保存
settings-saving = 正在保存…
settings-not-saved = 未保存
settings-undo = 撤销
settings-undone = 已撤销
settings-again = 重试
settings-history = 历史
settings-cancel = 取消

## 资料库：列表

library-list = 资料库
library-find = 在资料库里查找
library-new = 新建说法
library-facets = 缩小范围
library-facet-set = { $facet }：{ $value }
library-any = 不限
library-view = 谁的说法
library-all = 全部
library-mine = 我的
library-count = { $shown } / { $all } 句
library-phrases = 说法
library-yours = 我的
library-not-yet = 尚未保存
library-more = 显示更多
library-none-own = 您还没有自己的说法
library-none-own-help = 改一句自带的说法，改过的就是您的；也可以自己写一句。
library-nothing = 没有符合条件的说法
library-nothing-help = 查找范围包括标题、正文、情境、标签和释义。
library-clear = 清除搜索和筛选
library-empty = 资料库是空的
library-empty-help = 没有能读取的说法包，原因见“说法包”页面。
library-stuck =
    { $count ->
       *[other] 有 { $count } 句没有保存，您输入的内容都还在。
    }
library-offers = 尚未保存
library-offer = “{ $title }”
library-take-up = 继续写
library-take-up-one = 继续写“{ $title }”
library-discard-one = 放弃“{ $title }”

## 资料库：说法

library-back = 返回列表
library-none-in-hand = 从列表里选一句，或新建一句。
library-title = 标题
library-words = 正文
library-insert = 插入
library-gloss = 释义
library-note = 备注
library-copy = 复制
library-copied = 已复制
library-copy-open = 还没填：{ $names }。小窗口会先问，再复制。
library-copy-of = { $title }（副本）
library-not-saved = 这一句没有保存
library-still-here = 您输入的内容都还在。
library-lacking = 说法要有标题和正文
library-lacking-new = 有了标题和正文就会保存。
library-lacking-old = 在此之前，资料库里还是原来那一句。
library-problems = 文件里的问题
library-only-here = 您输入的内容也没能另外存放，只在这个窗口里。请先不要关闭，再试一次。
library-beside = 这段时间有人改了同样的内容
library-beside-help = 两种写法都保留了。这里是您的，另一种是
library-beside-open = 另一句
library-merged = 这段时间有人改了这一句
library-merged-help = 对方改的地方和您不同，现在看到的是合并后的结果。
library-seen = 知道了

## 资料库：读起来怎样，写给谁

library-side = 读起来怎样，写给谁
library-reads = 读起来是这样
library-reader = 谁会读到
library-as = { $name } 读到的
library-open = 复制前会先问：{ $names }
library-situation = 情境
library-culture = 地区
library-rank = 身份
library-language = 语言
library-firmness = 力度
library-channel = 渠道
library-chat = 聊天软件
library-email = 邮件
library-reason = 理由
library-no-reason = 无
library-tags = 标签
library-tag-add = 添加
library-tag-new = 新标签
library-tag-remove = 移除标签“{ $tag }”
library-pack = 说法包
library-and = 、
library-sensitive = 内容敏感
library-sensitive-help = 请剪贴板历史工具不要留存
library-overrides = 这是您的版本，代替了自带的说法。
library-shipped = 自带的说法。改过就成为您的版本，原文仍在。
library-shared = 共享的说法。改过就成为您的版本，原文仍在。
library-compare-open = 对比
library-compare = 您在原文上改了什么。
library-compare-same = 标题和正文与原文相同。
library-back-to-phrase = 返回说法
library-restore = 恢复原文
library-restored = 已恢复原文
library-duplicate = 创建副本
library-delete = 删除
library-deleted = 已删除：{ $title }
library-discard = 放弃
library-history = 历史
library-yes = 是
library-no = 否

## 资料库：检查

check-findings = 检查结果
check-show = 在正文里标出“{ $words }”
check-whole = 整句
check-use = 改用 { $words }
check-such = 例如：{ $words }
check-take-out = 去掉
check-why = 为什么重要
check-details = 细节（英文）
check-silence = 此处不提醒…
check-reason = 为什么此处没问题
check-reason-help = 与这一句一起保存，给下一位读者看
check-silence-now = 不再提醒
check-silenced =
    { $count ->
       *[other] 此处有 { $count } 项不再提醒
    }
check-listen = 恢复提醒
check-listen-to = 恢复 { $rule } 的提醒
check-answered = 不再提醒的项目
check-firmness = 力度
check-scale = 标示：{ $stated }；按正文：{ $score }／4
check-firmer = 正文比“{ $stated }”更强硬：缓和一些，或把力度标高。
check-softer = 正文比“{ $stated }”更委婉：明确一些，或把力度标低。
check-markers = 从哪里看出来
check-marker = { $words }：{ $does }
check-markers-help = 指向一个词，就会说明它的作用。

## 检查的每条规则为什么重要

rule-script-mismatch = 整段用的是另一地的字体，读的人一眼就知道不是写给他的。
rule-mixed-script = 只要混进一个另一种字体的字，看起来就像转换时没校对。
rule-region-word = 用了对岸的词，对方注意的就是用词，而不是事情。
rule-pronoun-rank = 你和您说明了两人的距离，用错了，对方最先注意到。
rule-pronoun-mixed = 读的人会注意到客气从哪里开始、到哪里为止，然后猜测用意。
rule-title = 称呼是对方最先读到的，叫错比不叫更失礼。
rule-refusal-without-alternative = 拒绝又给出路，是回答；只有拒绝，就是把话说死，对方可能直接找您的上级。
rule-over-apology = 道歉一次是礼貌，再多就显得理亏，对方也就开始讨价还价。
rule-apology-at-firm = 到了这个力度，是规定在说话；一道歉就等于收回。
rule-blunt-upward = 对上位者下指令或直接说不，会让对方没面子，对方回应的就是语气了。
rule-no-acknowledgement = 工作微信里先回“收到”；少了它，后面的话听起来像在推。
rule-english-for-chinese-readers = 祈使句和感叹号，在学校学英文的人读来比较凶。
rule-cant-dont = “没法”是外来的规定，“不”是自己的原则；用错了就会有人来争。
rule-promise-to-delete = 公司可能有保存记录的义务，答应删除可能比留着更严重。
rule-legal-overclaim = 法律没这么说，对方一查，其他的话也就不信了。
rule-no-time-or-zone = 不知道要等到何时，对方等不了多久就会再问。
rule-wrong-app = 提到当地人不用的软件，等于告诉对方这不是写给他的。
rule-curt = 朋友之间一个字就够，这里读来像在敷衍。
rule-prc-jargon = 大陆的职场用语在台湾很显眼，也把要求说得不清楚。
rule-idiom = 习语可能被照字面理解，或根本看不懂。
rule-over-honorific-to-peer = 平辈之间太客套，读来像刻意拉开距离。
rule-redirect-without-where = 对方若还得找邮箱，就会继续写在这里。
rule-answers-on-wrong-channel = 如果这里还是给了答案，下次就没人会改用别的渠道。
rule-unsafe-characters = 看不见的字符可能把文字倒过来，粘贴到终端时甚至会执行命令。
rule-ascii-punctuation = 中文里的半角标点看起来像匆忙的草稿。
rule-placeholder = 没有东西会填进去的地方，会连同括号原样发出。
rule-too-long = 聊天里的长消息只会被扫过，最后的要求就漏掉了。

## 历史

history-steps = 做过的事，由新到旧
history-none = 还没有任何变更
history-none-help = 资料库的每项变更都会列在这里，至少 90 天内都能撤销。
history-all-phrases = 只看“{ $title }”；显示全部
history-more = 另 { $count } 句
history-phrases =
    { $count ->
       *[other] { $count } 句
    }
history-add = 新增
history-edit = 修改
history-delete = 删除
history-restored = 恢复旧的写法
history-restored-original = 恢复原文
history-mended = 修复损坏的文件
history-undone = 撤销
history-outside = 在分寸以外修改
history-merge = 与外部修改合并
history-import = 导入说法包
history-remove-pack = 移除说法包
history-merged-copy = 收起另一个版本
history-taken-back = 已撤销
history-no-phrase = 这一步没有改动任何说法。
history-other = 只改了这里没有显示的部分。
history-came = 这一步加进来的：
history-went = 这一步去掉的：
history-present = 这就是现在的写法。
history-restore = 恢复成这个写法
history-restore-one = 把“{ $title }”恢复成这个写法
history-show = 显示说法
history-show-one = 显示说法“{ $title }”
history-stays = 现在的内容会留在历史里。
history-undo-last = 撤销这一步
history-undo-to = 撤销到这里（{ $count } 步）
history-undo-ask =
    { $count ->
        [1] 要撤销这一步吗？
       *[other] 要撤销 { $count } 步吗？包括这一步和之后的全部。
    }
history-undo-help = 什么都不会丢失：每一步都留在这份列表里，可以再恢复。
history-undo-others = 其中也有其他说法的步骤。
history-undo-now =
    { $count ->
        [1] 撤销
       *[other] 撤销 { $count } 步
    }
history-took-back =
    { $count ->
       *[other] 已撤销 { $count } 步
    }
history-undone-already = 这一步已经撤销了。

## 个人资料

profile-you = 您自己
profile-you-help = 用来填进说法：谁写的，以及希望对方改发到哪里。
profile-name = 姓名
profile-email = 工作邮箱
profile-company = 公司
profile-needs-email = 请填 anna@example.com 这样的邮箱
profile-when = 工作时间
profile-when-help = 对方在别的时区时，也会附上当地时间。
profile-hours = 工作时间
profile-from = 从
profile-to = 到
profile-needs-hours = 请填两个时间，例如 09:00 和 18:00
profile-zone = 时区
profile-zone-help = 留空则使用这台电脑的：{ $zone }
profile-needs-zone = 请填 Asia/Shanghai 这样的时区
profile-deputy-part = 代班同事
profile-deputy-help = 说法里提到您不在时可以找谁，就是这一位。
profile-deputy = 代班同事
profile-deputy-email = 代班同事的邮箱
profile-reasons = 属实的理由
profile-reasons-help = 理由不怪任何人，但必须属实。填进说法的，只会是您在这里勾选的。
profile-places = 地区和语言
profile-places-help = 每个地区的说法都是单独写的。排在第一的语言就是默认语言。
profile-languages-of = { $place }的语言
profile-first = 默认：
profile-first-of = { $place }的默认语言
profile-app-of = { $place }用的聊天软件怎么称呼
profile-people = 您回复的人
profile-people-help = 选了联系人，地区、身份和语言就随之确定，称呼也会填好。只保存在这台电脑上。
profile-nobody = 还没有联系人。
profile-person = 联系人
profile-person-add = 添加联系人
profile-person-delete = 删除 { $name }
profile-person-done = 完成
profile-person-name = 全名
profile-person-surname = 姓
profile-person-given = 名
profile-person-given-help = 您怎么叫对方，例如 晓明、小林、Vivian
profile-person-title = 称呼或职务
profile-person-title-help = 例如 总、经理、老师
profile-person-email = 邮箱
profile-person-app = 聊天软件
profile-person-app-help = 和平时用的不同才填

## 个人资料：记住了什么

memory-remembered = 记住了什么
memory-remembered-help = 谁收到过哪些说法，以及您为他们填过的内容。只在这台电脑上；忘掉就找不回来。
memory-remember = 记住联系人用过的说法
memory-remember-help = 这样才能建议下一级力度，填过的也不用再填
memory-nothing = 没有记住任何内容。
memory-people = 记住的人
memory-gone = 已经不在的说法
memory-forget = 忘掉
memory-forget-one = 忘掉 { $name }
memory-counts = 排序用的：{ $copied } 句复制过的说法、{ $queries } 次搜索。
memory-forget-all = 全部忘掉
memory-ask = 要全部忘掉吗？
memory-ask-help = 包括联系人的记录、填过的内容、复制和搜索，无法撤销。说法和联系人都还在。
memory-forget-now = 确定忘掉

## 首次使用

first-step = 第 { $at } 步，共 { $all } 步
first-who = 您是哪位？
first-who-help = 大多数说法会请对方改发到您的工作邮箱。姓名和邮箱只保存在这台电脑上，不会发往别处。
first-email-help = 希望对方发到这里
first-whom = 您最常回复谁？
first-whom-help = 每个地区的说法都是单独写的，不是互相翻译。托盘菜单会从这些人开始，以后点一下就能换。
first-language = 用哪种语言
first-rank = 对方的身份
first-samples = 分寸在各地怎么说
first-sample = 写给客户：{ $place }
first-later = 先跳过，以后再设置
first-back = 上一步
first-next = 继续
first-finish = 打开资料库

## 快捷键与行为

behaviour-hotkey = 快捷键
behaviour-hotkey-help = 无论在做什么，按一下就能打开小窗口。
behaviour-record = 换一组
behaviour-record-first = 设置快捷键
behaviour-record-now = 请按下按键
behaviour-record-help = 按住 Ctrl、Alt 或 Super 再按一个键；F1 到 F24 可以单独使用。按 Esc 保留原来的。
behaviour-record-unfit = 这样会变成打字。请按住 Ctrl、Alt 或 Super，再按字母、数字或功能键。
behaviour-no-hotkey = 不用快捷键
behaviour-no-hotkey-set = 无
behaviour-taken = { $hotkey } 已被其他程序占用
behaviour-unknown = 这个键盘没有 { $hotkey }
behaviour-hotkey-still = 换一组之前，可以从托盘图标打开分寸，或把命令 { $command } 绑定到桌面的按键上。
behaviour-unavailable = 当前桌面环境不允许程序自己设置快捷键
behaviour-unavailable-help = 请在桌面的键盘设置里添加一个快捷键，运行下面的命令，就能打开和隐藏小窗口。
behaviour-command = 命令
behaviour-others = 可以改试
behaviour-refused = 这一项没有保存
behaviour-copying = 复制之后
behaviour-copying-help = 确认可以粘贴了，才会说“已复制”。
behaviour-notify = 告诉我复制了什么、写给谁
behaviour-notify-help = 不会显示说法的内容
behaviour-paste = 直接粘贴到原来的地方
behaviour-paste-help = 在小窗口选好后，就粘贴到原来正在打字的地方
behaviour-cannot-paste = 当前桌面环境不允许分寸代按按键
behaviour-cannot-paste-help = 内容仍会在剪贴板上：到要粘贴的地方按 Ctrl+V。
behaviour-put-back = 粘贴后恢复原来的剪贴板
behaviour-put-back-help = 只在自动粘贴之后；只限文字
behaviour-clear = 敏感内容几秒后离开剪贴板
behaviour-clear-help = 还在剪贴板上才清除；0 表示不清除。
behaviour-needs-seconds = 请填 0 到 { $most } 的整数
behaviour-starting = 启动
behaviour-login = 登录时启动
behaviour-warm = 小窗口保持待命
behaviour-warm-for =
    { $minutes ->
        [0] 不待命
        [60] 1 小时
        [240] 4 小时
       *[other] { $minutes } 分钟
    }
behaviour-warm-help = 待命时打开更快，但会占用一些内存。
behaviour-looks = 外观
behaviour-theme = 主题
behaviour-language = 语言
behaviour-system = 跟随桌面
behaviour-light = 浅色
behaviour-dark = 深色

## 说法包

packs-packs = 说法包
packs-shipped = 自带
packs-shared = 共享
packs-mine = 我的
packs-unread = 无法读作说法包
packs-problems =
    { $count ->
       *[other] { $count } 个问题
    }
packs-left =
    { $count ->
       *[other] { $file } 有 { $count } 条不能用，其余照常使用
    }
packs-remarks =
    { $count ->
       *[other] { $file } 照常使用，另有 { $count } 条提醒
    }
packs-mend = 用任意文本编辑器改好下列各行并保存，分寸就会读到。文件内容没有被改动。
packs-line = 第 { $line } 行
packs-at = { $file } 第 { $line } 行
packs-whole-file = 整个文件
packs-layer = 来源
packs-phrases = 句数
packs-authors = 作者
packs-licence = 许可
packs-id = 标识
packs-file = 文件
packs-folder = 资料库文件夹：
packs-import = 导入…
packs-drop = 或把说法包拖到这里
packs-second = 有另一个版本
packs-look = 要导入吗？
packs-no-licence = 没有注明
packs-first-titles = 前几句的标题
packs-more-titles = 另 { $count } 项
packs-check = 检查
packs-findings =
    { $count ->
        [0] 没有让人读来卡住的地方
       *[other] { $count } 处可能让人读来卡住
    }
packs-replaces =
    { $count ->
       *[other] 有 { $count } 句会取代您现有的说法
    }
packs-import-now = 导入
packs-not-imported = { $file } 没有导入
packs-too-large = 文件超过 8 MB，说法包不会这么大，所以没有读取。
packs-not-text = 这不是 UTF-8 文本文件。
packs-not-read = 无法读取这个文件。
packs-imported = 已导入：{ $file }
packs-export = 导出
packs-written = 已写入
packs-remove = 移除
packs-remove-ask = 要移除 { $file } 吗？
packs-remove-help = 里面的说法会离开资料库；按“撤销”就会回来。
packs-remove-now = 移除说法包
packs-removed = 已移除：{ $file }
packs-damaged = { $file } 有无法读取的地方
packs-damaged-help = 或放回最后一个完好的版本：当前的文件会原样移到“set-aside”文件夹，不会丢掉任何东西。
packs-put-back = 放回最后一个完好的版本
packs-put-back-done = { $file } 已恢复完好
packs-copy =
    { $count ->
        [0] 同步带来了 { $file } 的另一个版本，内容没有不同
       *[other] 同步带来了 { $file } 的另一个版本，有 { $count } 句不同
    }
packs-copy-help = 目前没有使用它。合并不会丢失任何写法：两边都改过的，两种都会保留。文件：
packs-merge = 合并
packs-merge-one = 把 { $file } 合并进它的说法包
packs-merged = { $file } 现在包含两个版本

## 关于

about-fencun = 分寸
about-fencun-help = 话说得恰到好处：守住界线，也顾全大家的面子。
about-version = 版本 { $version }
about-licence = 自由软件，可按 MIT 或 Apache-2.0 任选其一使用。
about-privacy = 隐私
about-private = 任何内容都不会离开这台电脑：分寸没有联网代码，没有账号，也不做统计。说法、联系人和历史都是您自己的文件。
about-files = 文件位置
about-files-help = 都可以直接打开、手动修改。
about-config = 设置
about-library = 资料库
about-state = 状态
about-socket = 套接字
