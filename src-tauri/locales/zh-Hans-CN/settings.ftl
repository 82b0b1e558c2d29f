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
