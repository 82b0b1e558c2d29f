### 設定視窗的文字；兩個視窗共用的文字在 ui.ftl。

## 視窗

settings-pages = 頁面
settings-page = 頁面
settings-library = 資料庫
settings-profile = 個人資料
settings-behaviour = 快速鍵與行為
settings-packs = 說法包
settings-about = 關於
settings-saved = 已儲存
settings-saving = 儲存中…
settings-not-saved = 尚未儲存
settings-undo = 復原
settings-undone = 已復原
settings-again = 再試一次
settings-history = 歷程
settings-cancel = 取消

## 資料庫：清單

library-list = 資料庫
library-find = 在資料庫裡找
library-new = 新增說法
library-facets = 縮小範圍
library-facet-set = { $facet }：{ $value }
library-any = 不限
library-view = 誰的說法
library-all = 全部
library-mine = 自己的
library-count = { $all } 句中的 { $shown } 句
library-phrases = 說法
library-yours = 自己的
library-not-yet = 還沒儲存
library-more = 顯示更多
library-none-own = 您還沒有自己的說法
library-none-own-help = 改一句內建的說法，改過的就是您的；也可以自己寫一句。
library-nothing = 沒有符合的說法
library-nothing-help = 會找標題、內文、情境、標籤與釋義。
library-clear = 清除搜尋與條件
library-empty = 資料庫是空的
library-empty-help = 沒有讀得出來的說法包，原因請看「說法包」那一頁。
library-stuck =
    { $count ->
       *[other] 有 { $count } 句沒有存到，您輸入的內容都還在。
    }
library-offers = 還沒儲存
library-offer = 「{ $title }」
library-take-up = 接著寫
library-take-up-one = 接著寫「{ $title }」
library-discard-one = 捨棄「{ $title }」

## 資料庫：說法

library-back = 回到清單
library-none-in-hand = 從清單選一句，或新增一句。
library-title = 標題
library-words = 內文
library-insert = 插入
library-gloss = 釋義
library-note = 備註
library-copy = 複製
library-copied = 已複製
library-copy-open = 還沒填：{ $names }。小視窗會先問，再複製。
library-copy-of = { $title }（複本）
library-not-saved = 這一句沒有存到
library-still-here = 您輸入的內容都還在。
library-lacking = 說法要有標題和內文
library-lacking-new = 有了標題和內文就會儲存。
library-lacking-old = 在那之前，資料庫裡仍是原來那一句。
library-problems = 檔案裡的問題
library-only-here = 您輸入的內容也沒能另外存放，只在這個視窗裡。請先不要關閉，再試一次。
library-beside = 這段期間有人改了同樣的內容
library-beside-help = 兩種寫法都留著。這裡是您的，另一種是
library-beside-open = 另一句
library-merged = 這段期間有人改了這一句
library-merged-help = 對方改的地方和您不同，現在看到的是合在一起的結果。
library-seen = 知道了

## 資料庫：讀起來怎樣，寫給誰

library-side = 讀起來怎樣，寫給誰
library-reads = 讀起來是這樣
library-reader = 誰會讀到
library-as = { $name } 讀到的
library-open = 複製前會先問：{ $names }
library-situation = 情境
library-culture = 地區
library-rank = 身分
library-language = 語言
library-firmness = 力道
library-channel = 管道
library-chat = 通訊軟體
library-email = 電子郵件
library-reason = 理由
library-no-reason = 沒有
library-tags = 標籤
library-tag-add = 新增
library-tag-new = 新標籤
library-tag-remove = 移除標籤「{ $tag }」
library-pack = 說法包
library-and = 、
library-sensitive = 內容敏感
library-sensitive-help = 請剪貼簿記錄程式不要留存
library-overrides = 這是您的版本，取代了內建的說法。
library-shipped = 內建的說法。改過就成為您的版本，原來的仍在。
library-shared = 共用的說法。改過就成為您的版本，原來的仍在。
library-compare-open = 比較
library-compare = 您在原來的說法上改了什麼。
library-compare-same = 標題和內文與原來的相同。
library-back-to-phrase = 回到說法
library-restore = 還原成原來的
library-restored = 已還原成原來的說法
library-duplicate = 建立複本
library-delete = 刪除
library-deleted = 已刪除：{ $title }
library-discard = 捨棄
library-history = 歷程
library-yes = 是
library-no = 否

## 資料庫：檢查

check-findings = 檢查結果
check-show = 在內文裡標出「{ $words }」
check-whole = 整句
check-use = 改用 { $words }
check-such = 例如：{ $words }
check-take-out = 拿掉
check-why = 為什麼要緊
check-details = 細節（英文）
check-silence = 這裡不提醒…
check-reason = 為什麼這裡沒問題
check-reason-help = 跟這一句一起留著，給下一個讀到的人看
check-silence-now = 不再提醒
check-silenced =
    { $count ->
       *[other] 這裡有 { $count } 項不再提醒
    }
check-listen = 恢復提醒
check-listen-to = 恢復 { $rule } 的提醒
check-answered = 不再提醒的項目
check-firmness = 力道
check-scale = 標示：{ $stated }；依內文：{ $score }／4
check-firmer = 內文比「{ $stated }」更強硬：緩一點，或把力道標高。
check-softer = 內文比「{ $stated }」更委婉：明確一點，或把力道標低。
check-markers = 從哪裡看出來
check-marker = { $words }：{ $does }
check-markers-help = 指到一個詞，就會說明它的作用。

## 檢查的每條規則為什麼要緊

rule-script-mismatch = 整段用的是另一地的字體，讀的人一眼就知道不是寫給他的。
rule-mixed-script = 只要混進一個另一種字體的字，看起來就像轉換時沒校對。
rule-region-word = 用了對岸的詞，對方注意的就是用詞，而不是事情。
rule-pronoun-rank = 你和您說明了兩人的距離，用錯了，對方最先注意到。
rule-pronoun-mixed = 讀的人會注意到客氣從哪裡開始、到哪裡為止，然後猜測用意。
rule-title = 稱呼是對方最先讀到的，叫錯比不叫更失禮。
rule-refusal-without-alternative = 拒絕又給出路，是回答；只有拒絕，就是把話說死，對方可能直接找您主管。
rule-over-apology = 道歉一次是禮貌，再多就顯得理虧，對方也就開始討價還價。
rule-apology-at-firm = 到了這個力道，是規定在說話；一道歉就等於收回。
rule-blunt-upward = 對上位者下指令或直接說不，會讓對方沒面子，對方回應的就是語氣了。
rule-no-acknowledgement = 工作微信裡先回「收到」；少了它，後面的話聽起來像在推。
rule-english-for-chinese-readers = 祈使句和驚嘆號，在學校學英文的人讀來比較兇。
rule-cant-dont = 「無法」是外來的規定，「不」是自己的原則；用錯了就會有人來爭。
rule-promise-to-delete = 公司可能有保存紀錄的義務，答應刪除可能比留著更嚴重。
rule-legal-overclaim = 法律沒這麼說，對方一查，其他的話也就不信了。
rule-no-time-or-zone = 不知道要等到何時，對方等不了多久就會再問。
rule-wrong-app = 提到當地人不用的軟體，等於告訴對方這不是寫給他的。
rule-curt = 朋友之間一個字就夠，這裡讀來像在敷衍。
rule-prc-jargon = 大陸的職場用語在台灣很顯眼，也把要求說得不清楚。
rule-idiom = 習語可能被照字面理解，或根本看不懂。
rule-over-honorific-to-peer = 平輩之間太客套，讀來像刻意拉開距離。
rule-redirect-without-where = 對方若還得找信箱，就會繼續寫在這裡。
rule-answers-on-wrong-channel = 如果這裡還是給了答案，下次就沒人會改用別的管道。
rule-unsafe-characters = 看不見的字元可能把文字倒過來，貼到終端機時甚至會執行指令。
rule-ascii-punctuation = 中文裡的半形標點看起來像匆忙的草稿。
rule-placeholder = 沒有東西會填進去的地方，會連同括號原樣送出。
rule-too-long = 聊天裡的長訊息只會被掃過，最後的要求就漏掉了。

## 歷程

history-steps = 做過的事，由新到舊
history-none = 還沒有任何變更
history-none-help = 資料庫的每項變更都會列在這裡，至少 90 天內都能復原。
history-all-phrases = 只看「{ $title }」；顯示全部
history-more = 另 { $count } 句
history-phrases =
    { $count ->
       *[other] { $count } 句
    }
history-add = 新增
history-edit = 修改
history-delete = 刪除
history-restored = 還原舊的寫法
history-restored-original = 還原成原來的
history-mended = 修復損壞的檔案
history-undone = 復原
history-outside = 在分寸以外修改
history-merge = 與外部修改合併
history-import = 匯入說法包
history-remove-pack = 移除說法包
history-merged-copy = 收起另一個版本
history-taken-back = 已復原
history-no-phrase = 這一步沒有改動任何說法。
history-other = 只改了這裡沒有顯示的部分。
history-came = 這一步加進來的：
history-went = 這一步拿掉的：
history-present = 這就是現在的寫法。
history-restore = 還原成這個寫法
history-restore-one = 把「{ $title }」還原成這個寫法
history-show = 顯示說法
history-show-one = 顯示說法「{ $title }」
history-stays = 現在的內容會留在歷程裡。
history-undo-last = 復原這一步
history-undo-to = 復原到這裡（{ $count } 步）
history-undo-ask =
    { $count ->
        [1] 要復原這一步嗎？
       *[other] 要復原 { $count } 步嗎？包括這一步和之後的全部。
    }
history-undo-help = 什麼都不會遺失：每一步都留在這份清單裡，可以再還原。
history-undo-others = 其中也有其他說法的步驟。
history-undo-now =
    { $count ->
        [1] 復原
       *[other] 復原 { $count } 步
    }
history-took-back =
    { $count ->
       *[other] 已復原 { $count } 步
    }
history-undone-already = 這一步已經復原了。

## 個人資料

profile-you = 您自己
profile-you-help = 用來填進說法：是誰寫的，以及希望對方改寄到哪裡。
profile-name = 姓名
profile-email = 公司信箱
profile-company = 公司
profile-needs-email = 請填 anna@example.com 這樣的信箱
profile-when = 上班時間
profile-when-help = 對方在別的時區時，也會附上當地的時間。
profile-hours = 上班時間
profile-from = 從
profile-to = 到
profile-needs-hours = 請填兩個時間，例如 09:00 和 18:00
profile-zone = 時區
profile-zone-help = 留空就用這台電腦的：{ $zone }
profile-needs-zone = 請填 Asia/Taipei 這樣的時區
profile-deputy-part = 職務代理人
profile-deputy-help = 說法提到您不在時可以找誰，就是這一位。
profile-deputy = 代理人
profile-deputy-email = 代理人的信箱
profile-reasons = 真有其事的理由
profile-reasons-help = 理由不怪任何人，但必須是真的。填進說法的，只會是您在這裡勾選的。
profile-places = 地區與語言
profile-places-help = 每個地區的說法都是另外寫的。排在第一的語言就是預設。
profile-languages-of = { $place }的語言
profile-first = 預設：
profile-first-of = { $place }的預設語言
profile-app-of = { $place }用的通訊軟體怎麼稱呼
profile-people = 您回覆的人
profile-people-help = 選了聯絡人，地區、身分和語言就跟著定了，稱呼也會填好。只存在這台電腦上。
profile-nobody = 還沒有聯絡人。
profile-person = 聯絡人
profile-person-add = 新增聯絡人
profile-person-delete = 刪除 { $name }
profile-person-done = 完成
profile-person-name = 全名
profile-person-surname = 姓
profile-person-given = 名
profile-person-given-help = 您怎麼叫對方，例如 佳穎、Vivian
profile-person-title = 職稱
profile-person-title-help = 例如 經理、協理、小姐
profile-person-email = 電子郵件
profile-person-app = 通訊軟體
profile-person-app-help = 和平常用的不同時才填

## 個人資料：記住了什麼

memory-remembered = 記住了什麼
memory-remembered-help = 誰收過哪些說法，以及您替他們填過的內容。只在這台電腦上；忘掉就找不回來。
memory-remember = 記住聯絡人用過的說法
memory-remember-help = 這樣才能建議下一個力道，填過的也不用再填
memory-nothing = 沒有記住任何內容。
memory-people = 記住的人
memory-gone = 已經不在的說法
memory-forget = 忘掉
memory-forget-one = 忘掉 { $name }
memory-counts = 排序用的：{ $copied } 句複製過的說法、{ $queries } 次搜尋。
memory-forget-all = 全部忘掉
memory-ask = 要全部忘掉嗎？
memory-ask-help = 包括聯絡人的紀錄、填過的內容、複製和搜尋，無法復原。說法和聯絡人都還在。
memory-forget-now = 確定忘掉

## 第一次使用

first-step = { $all } 之 { $at }
first-who = 您是哪一位？
first-who-help = 多數說法會請對方改寄到您的公司信箱。姓名和信箱只存在這台電腦上，不會傳到別處。
first-email-help = 希望對方寄到這裡
first-whom = 您最常回覆的是誰？
first-whom-help = 每個地區的說法都是另外寫的，不是互相翻譯。系統匣選單會從這些人開始，之後按一下就能換。
first-language = 用哪種語言
first-rank = 對方的身分
first-samples = 分寸在各地怎麼說
first-sample = 寫給客戶：{ $place }
first-later = 先略過，之後再設定
first-back = 上一步
first-next = 繼續
first-finish = 開啟資料庫

## 快速鍵與行為

behaviour-hotkey = 快速鍵
behaviour-hotkey-help = 不論正在做什麼，按一下就能叫出小視窗。
behaviour-record = 換一組
behaviour-record-first = 設定快速鍵
behaviour-record-now = 請按下按鍵
behaviour-record-help = 按住 Ctrl、Alt 或 Super 再按一個鍵；F1 到 F24 可以單獨使用。按 Esc 保留原來的。
behaviour-record-unfit = 這樣會變成打字。請按住 Ctrl、Alt 或 Super，再按字母、數字或功能鍵。
behaviour-no-hotkey = 不用快速鍵
behaviour-no-hotkey-set = 沒有
behaviour-taken = { $hotkey } 已被其他程式占用
behaviour-unknown = 這個鍵盤沒有 { $hotkey }
behaviour-hotkey-still = 換一組之前，可以從系統匣圖示開啟分寸，或把 { $command } 這個指令綁到桌面的按鍵上。
behaviour-unavailable = 這個桌面環境不讓程式自己設快速鍵
behaviour-unavailable-help = 請在桌面的鍵盤設定裡新增一組快速鍵，執行下面的指令，就能開關小視窗。
behaviour-command = 指令
behaviour-others = 可以改試
behaviour-refused = 這項沒有存到
behaviour-copying = 複製之後
behaviour-copying-help = 確定可以貼上了，才會說「已複製」。
behaviour-notify = 告訴我複製了什麼、寫給誰
behaviour-notify-help = 不會顯示說法的內容
behaviour-paste = 直接貼到原來的地方
behaviour-paste-help = 在小視窗選好後，就貼到原本正在打字的地方
behaviour-cannot-paste = 這個桌面環境不讓分寸代按按鍵
behaviour-cannot-paste-help = 內容仍會在剪貼簿上：到要貼的地方按 Ctrl+V。
behaviour-put-back = 貼上後恢復原來的剪貼簿
behaviour-put-back-help = 只在自動貼上之後；只限文字
behaviour-clear = 敏感內容幾秒後離開剪貼簿
behaviour-clear-help = 還在剪貼簿上才清除；0 表示不清除。
behaviour-needs-seconds = 請填 0 到 { $most } 的整數
behaviour-starting = 啟動
behaviour-login = 登入時啟動
behaviour-warm = 小視窗保持待命
behaviour-warm-for =
    { $minutes ->
        [0] 不待命
        [60] 1 小時
        [240] 4 小時
       *[other] { $minutes } 分鐘
    }
behaviour-warm-help = 待命時一叫就開，但會占用一些記憶體。
behaviour-looks = 外觀
behaviour-theme = 主題
behaviour-language = 語言
behaviour-system = 跟隨桌面
behaviour-light = 淺色
behaviour-dark = 深色

## 說法包

packs-packs = 說法包
packs-shipped = 內建
packs-shared = 共用
packs-mine = 自己的
packs-unread = 無法讀成說法包
packs-problems =
    { $count ->
       *[other] { $count } 個問題
    }
packs-left =
    { $count ->
       *[other] { $file } 有 { $count } 項不能用，其餘照常使用
    }
packs-remarks =
    { $count ->
       *[other] { $file } 照常使用，另有 { $count } 項提醒
    }
packs-mend = 用任何文字編輯器改好下列各行並存檔，分寸就會讀到。檔案內容沒有被動過。
packs-line = 第 { $line } 行
packs-at = { $file } 第 { $line } 行
packs-whole-file = 整個檔案
packs-layer = 來源
packs-phrases = 句數
packs-authors = 作者
packs-licence = 授權
packs-id = 代號
packs-file = 檔案
packs-folder = 資料庫的資料夾：
packs-import = 匯入…
packs-drop = 或把說法包拖到這裡
packs-second = 有另一個版本
packs-look = 要匯入嗎？
packs-no-licence = 沒有註明
packs-first-titles = 前幾句的標題
packs-more-titles = 另 { $count } 項
packs-check = 檢查
packs-findings =
    { $count ->
        [0] 沒有讓人讀來卡住的地方
       *[other] { $count } 處可能讓人讀來卡住
    }
packs-replaces =
    { $count ->
       *[other] 有 { $count } 句會取代您現有的說法
    }
packs-import-now = 匯入
packs-not-imported = { $file } 沒有匯入
packs-too-large = 檔案超過 8 MB，說法包不會這麼大，所以沒有讀取。
packs-not-text = 這不是 UTF-8 的文字檔。
packs-not-read = 讀不到這個檔案。
packs-imported = 已匯入：{ $file }
packs-export = 匯出
packs-written = 已寫入
packs-remove = 移除
packs-remove-ask = 要移除 { $file } 嗎？
packs-remove-help = 裡面的說法會離開資料庫；按「復原」就會回來。
packs-remove-now = 移除說法包
packs-removed = 已移除：{ $file }
packs-damaged = { $file } 有讀不出來的地方
packs-damaged-help = 或放回最後一個完好的版本：目前的檔案會原樣移到「set-aside」資料夾，不會丟掉任何東西。
packs-put-back = 放回最後一個完好的版本
packs-put-back-done = { $file } 已恢復完好
packs-copy =
    { $count ->
        [0] 同步帶來了 { $file } 的另一個版本，內容沒有不同
       *[other] 同步帶來了 { $file } 的另一個版本，有 { $count } 句不同
    }
packs-copy-help = 目前沒有使用它。合併不會遺失任何寫法：兩邊都改過的，兩種都會留下。檔案：
packs-merge = 合併
packs-merge-one = 把 { $file } 合併進它的說法包
packs-merged = { $file } 現在包含兩個版本

## 關於

about-fencun = 分寸
about-fencun-help = 話說到剛好：守得住界線，也顧到大家的面子。
about-version = 版本 { $version }
about-licence = 自由軟體，可依 MIT 或 Apache-2.0 擇一授權。
about-privacy = 隱私
about-private = 什麼都不會離開這台電腦：分寸沒有連網的程式碼，沒有帳號，也不做統計。說法、聯絡人和歷程都是您自己的檔案。
about-files = 檔案在哪裡
about-files-help = 都可以直接開啟、手動修改。
about-config = 設定
about-library = 資料庫
about-state = 狀態
about-socket = 通訊端
