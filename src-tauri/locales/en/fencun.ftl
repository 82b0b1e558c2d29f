### What the resident program says: the tray, the notifications, the command line.
### Names of situations, cultures and phrases come from the library and are not here.

## The tray menu

tray-tooltip = Fencun
# $audience is culture, rank and short language: Taiwan · Senior · 中文
tray-writing-to = Writing to: { $audience }
tray-more-situations = More situations
tray-other-audiences = Other audiences
tray-favourites = Favourites
tray-recent = Recent
tray-find = Find a phrase…
tray-settings = Settings…
tray-quit = Quit
# After the name of a situation, when the reply goes out as a mail: Decline a task by email
tray-by-email = by email

## Who they are to you; the lower form stands inside a line, as in: Move to email · Taiwan · senior

rank-junior = Junior
rank-peer = Peer
rank-senior = Senior
rank-client = Client
rank-junior-lower = junior
rank-peer-lower = peer
rank-senior-lower = senior
rank-client-lower = client

## Languages, each by its own name

language-zh-Hant-TW = 繁體中文
language-zh-Hans-CN = 简体中文
language-en = English
language-short-zh-Hant-TW = 中文
language-short-zh-Hans-CN = 中文
language-short-en = English

## Firmness

firmness-1 = warm
firmness-2 = clear
firmness-3 = firm
firmness-4 = last notice

## Notifications: never the words of a phrase

notify-copied = Copied
notify-copied-mail = Opened in your mail program, and copied

notify-no-tray = This desktop has no tray
notify-no-tray-body =
    { $hotkey ->
        [none] Fencun works all the same: the command fencun toggle opens it. Start Fencun again to open its settings.
       *[other] Fencun works all the same: { $hotkey } or the command fencun toggle opens it. Start Fencun again to open its settings.
    }

notify-hotkey-taken = { $hotkey } is taken
notify-hotkey-taken-body = Another program uses { $hotkey }. Choose another key under Settings, Hotkey and behaviour.

notify-hotkey-unavailable = This desktop does not let Fencun set a hotkey
notify-hotkey-unavailable-body = Bind the command fencun toggle to a key in the keyboard settings of your desktop.

notify-not-copied = Not copied
notify-not-copied-busy = Another program is using the clipboard. Try again.
notify-not-copied-no-clipboard = There is no clipboard on this desktop. The command fencun print shows the words instead.

# $whom is a name, or culture and rank
notify-reminder = Time to answer { $whom }
notify-reminder-body = { $situation }: the phrase you chose is ready.
notify-reminder-copy = Copy
notify-paste-unavailable = This desktop lets no program paste. Press Ctrl+V.
notify-paste-lost = The window you came from is not in front any more. Press Ctrl+V where you want it.
notify-paste-terminal = A terminal would take these words as commands. If you mean it, paste them yourself.

notify-window-failed = The window did not open
notify-window-failed-body = The window program could not start: { $why }. The tray and the command line still work.

notify-no-mail = No mail program could be started. The words are on the clipboard.

## Placeholders: what a form and the editor call them

placeholder-greeting = Greeting
placeholder-greeting-help = Fits culture and rank, with its own punctuation
placeholder-their_name = Their name
placeholder-their_name-help = From the contact
placeholder-their_email = Their email
placeholder-their_email-help = From the contact
placeholder-my_name = Your name
placeholder-my_name-help = From your profile
placeholder-my_email = Your work email
placeholder-my_email-help = From your profile
placeholder-my_hours = Your working hours
placeholder-my_hours-help = In their time zone too
placeholder-deputy = Your deputy
placeholder-deputy-help = From your profile
placeholder-deputy_email = Your deputy’s email
placeholder-deputy_email-help = From your profile
placeholder-company = Your company
placeholder-company-help = From your profile
placeholder-app = The chat app
placeholder-app-help = What it is called to people of the culture: LINE, WeChat …
placeholder-reason = The reason
placeholder-reason-help = The wording of the phrase’s reason
placeholder-today = Today
placeholder-today-help = As a date
placeholder-next_workday = The next working day
placeholder-next_workday-help = As a date, without weekends
placeholder-topic = Topic
placeholder-date = Date
placeholder-time = Time
placeholder-hotline = Emergency number
placeholder-link = Link
placeholder-task_a = First task
placeholder-task_b = Second task
placeholder-colleague = Colleague
placeholder-shared_inbox = Shared mailbox
placeholder-recorded_line = Recorded phone line
placeholder-area = Area
