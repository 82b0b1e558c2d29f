### 小窗口的文字，以及两个窗口共用的文字。说法、标题和名称来自资料库，不在这里。

## 对方与用户的关系

rank-junior = 下属
rank-peer = 同事
rank-senior = 领导
rank-client = 客户

## 语气的力度

firmness-1 = 温和
firmness-2 = 明确
firmness-3 = 坚决
firmness-4 = 最后提醒
firmness-measure-1 = 力度 1/4，温和
firmness-measure-2 = 力度 2/4，明确
firmness-measure-3 = 力度 3/4，坚决
firmness-measure-4 = 力度 4/4，最后提醒

## 没有完成的原因和对策

failure-unknown = 资料库里已经没有这一项了。
failure-open-placeholders = 还有空没填，请先填好。
failure-clipboard-busy = 其他程序正在使用剪贴板，请重试。
failure-no-clipboard = 当前桌面环境没有可用的剪贴板。
failure-bad-value = 这个值不可用。
failure-file-damaged = 文件已损坏，或版本比当前的分寸新，因此保持原样。
failure-not-saved = 无法写入磁盘，之前保存的内容都还在。
failure-nothing-to-undo = 没有可以撤销的操作。
failure-no-mail = 邮件程序没有启动，内容已复制。
failure-unsafe = 这段文字含有粘贴后可能造成危害的字符。
failure-no-window = 窗口打不开。
failure-internal = 分寸未能完成这个操作，原因见日志。

## 小窗口

palette-query = 找一句说法
palette-phrases = 说法
palette-whom = 写给谁
palette-culture = 地区
palette-rank = 对方的身份
palette-language = 语言
palette-contact = 联系人
palette-anyone = 不指定
palette-others = 其他对象
palette-loading = 正在读取资料库……
palette-found-situation = 情境
palette-found-tags = 标签
palette-found-reason = 理由
palette-by-mail = 用邮件回复
palette-form-opens = 要先填空
palette-favourite = 收藏
palette-in-app = 在{ $app }回复
palette-to = 收件人
palette-subject = 主题
palette-untrue = 用的理由是“{ $reason }”，您在个人资料里没有勾选
palette-untrue-open = 打开设置
palette-why = 为什么有效

# 找不到时的第一行；第二句用于该对象还没有任何说法时。
palette-write = 为“{ $query }”写一句
palette-write-first = 为这个对象写一句
palette-write-under =
    { $culture }、{ $rank ->
        [junior] 下属
        [peer] 同事
        [senior] 领导
       *[client] 客户
    }、{ $language }
palette-none = 还没有提到“{ $query }”的说法
palette-none-help = 已经查过所有对象的标题、正文、释义、标签和拼音。自己写一句，以后在这里就能找到。
palette-none-first = 这个对象还没有说法
palette-none-first-help = 可以在上方换一个对象，或直接输入文字，在全部对象里查找。自己写一句，以后在这里就能找到。

palette-rung-none = 这个对象还没有这一级
palette-rung-went =
    { $days ->
        [0] 今天
        [1] 昨天
       *[other] { $days } 天前
    }发给{ $name }的是第 { $rung } 级

## 最近才收过前一级的人，接下来的一级

palette-proposal =
    比{ $days ->
        [0] 今天
        [1] 昨天
       *[other] { $days } 天前
    }给{ $name }的更坚决
palette-proposal-long =
    { $days ->
        [0] 今天
        [1] 昨天
       *[other] { $days } 天前
    }给了{ $name }“{ $last }”，这是下一级。

## 稍后再说：会再回来的说法

palette-later = 稍后再说：到时提醒我（Alt+R）
palette-later-when = 多久后提醒我
palette-later-minutes = { $minutes } 分钟
palette-later-done = { $minutes } 分钟后回来
palette-waiting = 会再回来的说法
palette-comes-back = { $time } 回来
palette-came-back = { $time } 已回来
palette-waiting-take = 现在就用
palette-waiting-drop = 不用提醒了
palette-waiting-dropped = 不会再提醒

## 粘贴后可能造成危害的文字

palette-unsafe = 这段文字含有粘贴后可能造成危害的字符，在终端里尤其危险。
palette-unsafe-copy = 仍要复制
palette-unsafe-mail = 仍要打开邮件
palette-unsafe-no = 不要复制

## 填空

palette-form = 填空
palette-remember = 存到我的个人资料
palette-remember-person = 为{ $name }记住
palette-recalled = 和上次一样
palette-calendar = 月历
palette-no-time = 没有这个时间
palette-times = 一天的时间
palette-month-before = 上个月
palette-month-after = 下个月

## 状态栏，读屏软件会读出来

palette-count =
    { $count ->
        [0] 没有说法
       *[other] { $count } 句
    }
palette-found = 这里 { $here } 句，其他对象 { $elsewhere } 句
palette-open =
    { $open ->
        [0] { $all } 处都填好了
       *[other] { $all } 处还有 { $open } 处没填
    }
palette-rung = 共 4 级，第 { $at } 级：{ $name }
palette-no-firmer = 这个对象没有更坚决的说法了
palette-no-softer = 这个对象没有更温和的说法了
palette-copied =
    已复制：{ $situation } · { $culture } · { $rank ->
        [junior] 下属
        [peer] 同事
        [senior] 领导
       *[client] 客户
    }
palette-copied-pasting = 已复制，并粘贴到刚才的地方
palette-copied-press = 已复制，请按 Ctrl+V 粘贴
palette-favourite-added = 已收藏
palette-favourite-removed = 已取消收藏

## 按键

palette-key-copy = 复制
palette-key-paste = 复制并粘贴
palette-key-mail = 打开邮件并复制
palette-key-only-copy = 只复制
palette-key-email = 邮件
palette-key-firmness = 力度
palette-key-ladder = 更坚决、更温和
palette-key-proposal = 下一级
palette-key-fill = 填空
palette-key-calendar = 月历
palette-key-times = 时间
palette-key-choose = 选择
palette-key-close = 关闭
palette-key-next = 下一处
palette-key-copy-complete = 填好后复制
palette-key-mail-complete = 填好后打开邮件
palette-key-write = 写这一句
palette-key-clear = 清除
