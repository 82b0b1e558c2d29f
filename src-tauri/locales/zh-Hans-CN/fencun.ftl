### 常驻程序的文字：托盘、通知、命令行。
### 情境、地区和说法的名称来自资料库，不在这里。

## 托盘菜单

tray-tooltip = 分寸
# $audience 是地区、身份和语言：台湾 · 领导 · 中文
tray-writing-to = 写给：{ $audience }
tray-more-situations = 更多情境
tray-other-audiences = 其他对象
tray-favourites = 收藏
tray-recent = 最近使用
tray-find = 找一句说法…
tray-settings = 设置…
tray-quit = 退出
# 接在情境名称后面，表示用邮件回复：婉拒任务 · 发邮件
tray-by-email = · 发邮件

## 对方与用户的关系；中文没有大小写，两种写法相同

rank-junior = 下属
rank-peer = 同事
rank-senior = 领导
rank-client = 客户
rank-junior-lower = 下属
rank-peer-lower = 同事
rank-senior-lower = 领导
rank-client-lower = 客户

## 各语言用自己的名称

language-zh-Hant-TW = 繁體中文
language-zh-Hans-CN = 简体中文
language-en = English
language-short-zh-Hant-TW = 中文
language-short-zh-Hans-CN = 中文
language-short-en = English

## 语气的力度

firmness-1 = 温和
firmness-2 = 明确
firmness-3 = 坚决
firmness-4 = 最后提醒

## 通知：不会出现说法的内容

notify-copied = 已复制
notify-copied-mail = 已打开邮件程序，内容也复制好了

notify-no-tray = 当前桌面环境没有托盘
notify-no-tray-body =
    { $hotkey ->
        [none] 分寸照常工作：运行 fencun toggle 即可打开。再启动一次分寸，会打开设置。
       *[other] 分寸照常工作：按 { $hotkey }，或运行 fencun toggle，即可打开。再启动一次分寸，会打开设置。
    }

notify-hotkey-taken = { $hotkey } 已被占用
notify-hotkey-taken-body = 其他程序正在使用 { $hotkey }。请在“设置”的“快捷键与行为”里另选一个。

notify-hotkey-unavailable = 当前桌面环境不允许分寸设置快捷键
notify-hotkey-unavailable-body = 请在桌面环境的键盘设置里，给 fencun toggle 指定一个快捷键。

notify-not-copied = 未复制
notify-not-copied-busy = 其他程序正在使用剪贴板，请重试。
notify-not-copied-no-clipboard = 当前桌面环境没有剪贴板，可以改用 fencun print 显示内容。

# $whom is a name, or culture and rank
notify-reminder = 该回复{ $whom }了
notify-reminder-body = { $situation }：您选好的话已经备好。
notify-reminder-copy = 复制
notify-paste-unavailable = 此桌面环境不允许程序代为粘贴，请按 Ctrl+V。
notify-paste-lost = 原来的窗口已不在最前面，请到要粘贴的位置按 Ctrl+V。
notify-paste-terminal = 终端会把这段文字当作命令执行；确定要用的话，请自行粘贴。

notify-window-failed = 窗口打不开
notify-window-failed-body = 窗口程序无法启动：{ $why }。托盘和命令行仍可使用。

notify-no-mail = 邮件程序无法打开，内容已复制到剪贴板。

## Placeholders: what a form and the editor call them

placeholder-greeting = 称呼
placeholder-greeting-help = 按文化和身份而定，自带标点
placeholder-their_name = 对方的称谓
placeholder-their_name-help = 取自联系人
placeholder-their_email = 对方的邮箱
placeholder-their_email-help = 取自联系人
placeholder-my_name = 您的姓名
placeholder-my_name-help = 取自个人资料
placeholder-my_email = 您的工作邮箱
placeholder-my_email-help = 取自个人资料
placeholder-my_hours = 您的工作时间
placeholder-my_hours-help = 同时以对方的时区表示
placeholder-deputy = 您的代理同事
placeholder-deputy-help = 取自个人资料
placeholder-deputy_email = 代理同事的邮箱
placeholder-deputy_email-help = 取自个人资料
placeholder-company = 您的公司
placeholder-company-help = 取自个人资料
placeholder-app = 聊天软件
placeholder-app-help = 对方习惯的叫法：微信、LINE……
placeholder-reason = 理由
placeholder-reason-help = 这句说法所用理由的措辞
placeholder-today = 今天
placeholder-today-help = 以日期表示
placeholder-next_workday = 下一个工作日
placeholder-next_workday-help = 以日期表示，不含周末
placeholder-topic = 主题
placeholder-date = 日期
placeholder-time = 时间
placeholder-hotline = 紧急联系电话
placeholder-link = 链接
placeholder-task_a = 第一项工作
placeholder-task_b = 第二项工作
placeholder-colleague = 同事
placeholder-shared_inbox = 公共邮箱
placeholder-recorded_line = 录音电话
placeholder-area = 范围
