### 常駐程式的文字：系統匣、通知、命令列。
### 情境、地區與說法的名稱來自資料庫，不在這裡。

## 系統匣選單

tray-tooltip = 分寸
# $audience 是地區、身分與語言：台灣 · 主管 · 中文
tray-writing-to = 寫給：{ $audience }
tray-more-situations = 更多情境
tray-other-audiences = 其他對象
tray-favourites = 我的最愛
tray-recent = 最近使用
tray-find = 找一句說法…
tray-settings = 設定…
tray-quit = 結束
# 接在情境名稱後面，表示會以電子郵件回覆：婉拒工作 · 寄信
tray-by-email = · 寄信

## 對方與使用者的關係；中文沒有大小寫，兩種寫法相同

rank-junior = 部屬
rank-peer = 同事
rank-senior = 主管
rank-client = 客戶
rank-junior-lower = 部屬
rank-peer-lower = 同事
rank-senior-lower = 主管
rank-client-lower = 客戶

## 各語言以自己的名稱表示

language-zh-Hant-TW = 繁體中文
language-zh-Hans-CN = 简体中文
language-en = English
language-short-zh-Hant-TW = 中文
language-short-zh-Hans-CN = 中文
language-short-en = English

## 語氣的力道

firmness-1 = 溫和
firmness-2 = 明確
firmness-3 = 堅定
firmness-4 = 最後提醒

## 通知：不會出現說法的內容

notify-copied = 已複製
notify-copied-mail = 已開啟郵件程式，也複製好了

notify-no-tray = 這個桌面環境沒有系統匣
notify-no-tray-body =
    { $hotkey ->
        [none] 分寸照常運作：執行 fencun toggle 就能開啟。再啟動一次分寸，會開啟設定。
       *[other] 分寸照常運作：按 { $hotkey }，或執行 fencun toggle，就能開啟。再啟動一次分寸，會開啟設定。
    }

notify-hotkey-taken = { $hotkey } 已被占用
notify-hotkey-taken-body = 其他程式正在使用 { $hotkey }。請到「設定」的「快速鍵與行為」另選一組。

notify-hotkey-unavailable = 這個桌面環境不讓分寸設定快速鍵
notify-hotkey-unavailable-body = 請在桌面環境的鍵盤設定裡，把 fencun toggle 指定給一組按鍵。

notify-not-copied = 沒有複製
notify-not-copied-busy = 其他程式正在使用剪貼簿，請再試一次。
notify-not-copied-no-clipboard = 這個桌面環境沒有剪貼簿，可以改用 fencun print 顯示內容。

# $whom is a name, or culture and rank
notify-reminder = 該回覆{ $whom }了
notify-reminder-body = { $situation }：您選好的句子準備好了。
notify-reminder-copy = 複製
notify-paste-unavailable = 這個桌面環境不允許程式代為貼上，請按 Ctrl+V。
notify-paste-lost = 原本的視窗已不在最前面，請到要貼的地方按 Ctrl+V。
notify-paste-terminal = 終端機會把這段文字當成指令執行；確定要用的話，請自行貼上。

notify-window-failed = 視窗打不開
notify-window-failed-body = 視窗程式無法啟動：{ $why }。系統匣和命令列仍可使用。

notify-no-mail = 郵件程式無法開啟，內容已複製到剪貼簿。

## Placeholders: what a form and the editor call them

placeholder-greeting = 稱呼
placeholder-greeting-help = 依文化與身分而定，自帶標點
placeholder-their_name = 對方的稱謂
placeholder-their_name-help = 取自聯絡人
placeholder-their_email = 對方的電子郵件
placeholder-their_email-help = 取自聯絡人
placeholder-my_name = 您的姓名
placeholder-my_name-help = 取自個人資料
placeholder-my_email = 您的公司信箱
placeholder-my_email-help = 取自個人資料
placeholder-my_hours = 您的上班時間
placeholder-my_hours-help = 同時以對方的時區表示
placeholder-deputy = 您的職務代理人
placeholder-deputy-help = 取自個人資料
placeholder-deputy_email = 職務代理人的電子郵件
placeholder-deputy_email-help = 取自個人資料
placeholder-company = 您的公司
placeholder-company-help = 取自個人資料
placeholder-app = 通訊軟體
placeholder-app-help = 對方慣用的名稱：LINE、微信……
placeholder-reason = 理由
placeholder-reason-help = 這句說法所用理由的措辭
placeholder-today = 今天
placeholder-today-help = 以日期表示
placeholder-next_workday = 下一個工作天
placeholder-next_workday-help = 以日期表示，不含週末
placeholder-topic = 主題
placeholder-date = 日期
placeholder-time = 時間
placeholder-hotline = 緊急聯絡電話
placeholder-link = 連結
placeholder-task_a = 第一項工作
placeholder-task_b = 第二項工作
placeholder-colleague = 同事
placeholder-shared_inbox = 共用信箱
placeholder-recorded_line = 錄音電話
placeholder-area = 範圍
