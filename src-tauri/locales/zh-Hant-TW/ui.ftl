### 小視窗的文字，以及兩個視窗共用的文字。說法、標題與名稱來自資料庫，不在這裡。

## 對方與使用者的關係

rank-junior = 部屬
rank-peer = 同事
rank-senior = 主管
rank-client = 客戶

## 語氣的力道

firmness-1 = 溫和
firmness-2 = 明確
firmness-3 = 堅定
firmness-4 = 最後提醒
firmness-measure-1 = 力道 4 之 1，溫和
firmness-measure-2 = 力道 4 之 2，明確
firmness-measure-3 = 力道 4 之 3，堅定
firmness-measure-4 = 力道 4 之 4，最後提醒

## 沒有完成的原因與對策

failure-unknown = 資料庫裡已經沒有這一項了。
failure-open-placeholders = 還有空格沒填，請先填好。
failure-clipboard-busy = 其他程式正在使用剪貼簿，請再試一次。
failure-no-clipboard = 這個桌面環境沒有可用的剪貼簿。
failure-bad-value = 這個值無法使用。
failure-file-damaged = 檔案已損毀，或版本比目前的分寸新，因此維持原樣。
failure-not-saved = 無法寫入磁碟，先前儲存的內容都還在。
failure-nothing-to-undo = 沒有可以復原的動作。
failure-no-mail = 郵件程式沒有啟動，內容已經複製。
failure-unsafe = 這段文字含有貼上後可能造成危害的字元。
failure-no-window = 視窗打不開。
failure-internal = 分寸沒能完成這個動作，原因寫在記錄檔裡。

## 小視窗

palette-query = 找一句說法
palette-phrases = 說法
palette-whom = 寫給誰
palette-culture = 地區
palette-rank = 對方的身分
palette-language = 語言
palette-contact = 聯絡人
palette-anyone = 不指定
palette-others = 其他對象
palette-loading = 正在讀取資料庫……
palette-found-situation = 情境
palette-found-tags = 標籤
palette-found-reason = 理由
palette-by-mail = 用電子郵件回覆
palette-form-opens = 要先填空
palette-favourite = 我的最愛
palette-in-app = 在 { $app } 回覆
palette-to = 收件人
palette-subject = 主旨
palette-untrue = 用的理由是「{ $reason }」，您在個人資料裡沒有勾選
palette-untrue-open = 開啟設定
palette-why = 為什麼有效

# 找不到時的第一列；第二句用在這個對象還沒有任何說法時。
palette-write = 為「{ $query }」寫一句
palette-write-first = 為這個對象寫一句
palette-write-under =
    { $culture }、{ $rank ->
        [junior] 部屬
        [peer] 同事
        [senior] 主管
       *[client] 客戶
    }、{ $language }
palette-none = 還沒有提到「{ $query }」的說法
palette-none-help = 已經找過所有對象的標題、內文、釋義、標籤與拼音、注音。自己寫一句，以後在這裡就找得到。
palette-none-first = 這個對象還沒有說法
palette-none-first-help = 可以在上方換一個對象，或直接輸入文字，在全部對象裡尋找。自己寫一句，以後在這裡就找得到。

palette-rung-none = 這個對象還沒有這一級
palette-rung-went =
    { $days ->
        [0] 今天
        [1] 昨天
       *[other] { $days } 天前
    }寄給{ $name }的是第 { $rung } 級

## 最近才收過前一級的人，接下來的一級

palette-proposal =
    比{ $days ->
        [0] 今天
        [1] 昨天
       *[other] { $days } 天前
    }給{ $name }的更堅定
palette-proposal-long =
    { $days ->
        [0] 今天
        [1] 昨天
       *[other] { $days } 天前
    }給了{ $name }「{ $last }」，這是下一級。

## 晚點再說：會再回來的說法

palette-later = 晚點再說：到時提醒我（Alt+R）
palette-later-when = 多久後提醒我
palette-later-minutes = { $minutes } 分鐘
palette-later-done = { $minutes } 分鐘後回來
palette-waiting = 會再回來的說法
palette-comes-back = { $time } 回來
palette-came-back = { $time } 已回來
palette-waiting-take = 現在就用
palette-waiting-drop = 不用提醒了
palette-waiting-dropped = 不會再提醒

## 貼上後可能造成危害的文字

palette-unsafe = 這段文字含有貼上後可能造成危害的字元，在終端機裡尤其危險。
palette-unsafe-copy = 仍要複製
palette-unsafe-mail = 仍要開啟郵件
palette-unsafe-no = 不要複製

## 填空

palette-form = 填空
palette-remember = 存到我的個人資料
palette-remember-person = 為{ $name }記住
palette-recalled = 和上次一樣
palette-calendar = 月曆
palette-no-time = 沒有這個時間
palette-times = 一天的時間
palette-month-before = 上個月
palette-month-after = 下個月

## 狀態列，螢幕報讀器會唸出來

palette-count =
    { $count ->
        [0] 沒有說法
       *[other] { $count } 句
    }
palette-found = 這裡 { $here } 句，其他對象 { $elsewhere } 句
palette-open =
    { $open ->
        [0] { $all } 格都填好了
       *[other] { $all } 格還有 { $open } 格沒填
    }
palette-rung = 4 級中的第 { $at } 級：{ $name }
palette-no-firmer = 這個對象沒有更堅定的說法了
palette-no-softer = 這個對象沒有更溫和的說法了
palette-copied =
    已複製：{ $situation } · { $culture } · { $rank ->
        [junior] 部屬
        [peer] 同事
        [senior] 主管
       *[client] 客戶
    }
palette-copied-pasting = 已複製，並貼到剛才的地方
palette-copied-press = 已複製，請按 Ctrl+V 貼上
palette-favourite-added = 已加入我的最愛
palette-favourite-removed = 已從我的最愛移除

## 按鍵

palette-key-copy = 複製
palette-key-paste = 複製並貼上
palette-key-mail = 開啟郵件並複製
palette-key-only-copy = 只複製
palette-key-email = 電子郵件
palette-key-firmness = 力道
palette-key-ladder = 更堅定、更溫和
palette-key-proposal = 下一級
palette-key-fill = 填空
palette-key-calendar = 月曆
palette-key-times = 時間
palette-key-choose = 選擇
palette-key-close = 關閉
palette-key-next = 下一格
palette-key-copy-complete = 填好後複製
palette-key-mail-complete = 填好後開啟郵件
palette-key-write = 寫這一句
palette-key-clear = 清除
