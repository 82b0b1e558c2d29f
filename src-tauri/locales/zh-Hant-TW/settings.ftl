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
