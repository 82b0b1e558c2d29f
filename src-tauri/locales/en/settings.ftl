### What the settings window says, besides what both windows share in ui.ftl.

## The window

settings-pages = Pages
settings-page = Page
settings-library = Library
settings-profile = Profile
settings-behaviour = Hotkey and behaviour
settings-packs = Packs
settings-about = About
settings-saved = Saved
settings-saving = Saving…
settings-not-saved = Not saved
settings-undo = Undo
settings-undone = Undone
settings-again = Try again
settings-history = History
settings-cancel = Cancel

## Library: the list

library-list = The library
library-find = Find in the library
library-new = New phrase
library-facets = Narrow the list
library-facet-set = { $facet }: { $value }
library-any = Any
library-view = Whose phrases
library-all = All
library-mine = Yours
library-count = { $shown } of { $all }
library-phrases = Phrases
library-yours = yours
library-not-yet = Not saved yet
library-more = Show more
library-none-own = You have no phrase of your own yet
library-none-own-help = Change a shipped phrase and the change is yours, or write a new one.
library-nothing = No phrase fits
library-nothing-help = Search looks in titles, words, situations, tags and glosses.
library-clear = Clear search and facets
library-empty = The library is empty
library-empty-help = No pack could be read. The page “Packs” says why.
library-stuck =
    { $count ->
        [one] A phrase is not saved. What you typed is still here.
       *[other] { $count } phrases are not saved. What you typed is still here.
    }
library-offers = Not saved yet
library-offer = “{ $title }” of
library-take-up = Take up
library-take-up-one = Take up “{ $title }”
library-discard-one = Discard “{ $title }”

## Library: the phrase

library-back = Back to the list
library-none-in-hand = Choose a phrase from the list, or write a new one.
library-title = Title
library-words = Words
library-insert = Insert
library-gloss = Gloss
library-note = Note
library-copy = Copy
library-copied = Copied
library-copy-open = Still open: { $names }. The palette asks for it and copies.
library-copy-of = { $title } (copy)
library-not-saved = This phrase is not saved
library-still-here = What you typed is still here.
library-lacking = A phrase needs a title and words
library-lacking-new = It is saved as soon as it has a title and words.
library-lacking-old = Until then the one before stays in the library.
library-problems = Problems in the file
library-only-here = What you typed could not be put aside either: it is in this window only. Leave it open and try again.
library-beside = Somebody else changed the same words meanwhile
library-beside-help = Both wordings are kept. Yours is here; theirs is
library-beside-open = the other phrase
library-merged = Somebody else changed this phrase meanwhile
library-merged-help = They changed other parts than you did. What you see has both.
library-seen = Seen

## Library: how it reads and for whom

library-side = How it reads and for whom
library-reads = How it reads
library-reader = Who reads it
library-as = as { $name } reads it
library-open = Asked for before copying: { $names }
library-situation = Situation
library-culture = Culture
library-rank = Rank
library-language = Language
library-firmness = Firmness
library-channel = Channel
library-chat = Chat
library-email = Email
library-reason = Reason
library-no-reason = None
library-tags = Tags
library-tag-add = Add
library-tag-new = New tag
library-tag-remove = Remove the tag { $tag }
library-pack = Pack
library-and = {", "}
library-sensitive = Sensitive
library-sensitive-help = Clipboard histories are asked not to keep it
library-overrides = Yours, in place of a shipped phrase.
library-shipped = Shipped. A change makes it yours; the original stays.
library-shared = Shared. A change makes it yours; the original stays.
library-compare-open = Compare
library-compare = What you changed in the original.
library-compare-same = Title and words are those of the original.
library-back-to-phrase = Back to the phrase
library-restore = Restore original
library-restored = The original is back
library-duplicate = Duplicate
library-delete = Delete
library-deleted = Deleted: { $title }
library-discard = Discard
library-history = History
library-yes = Yes
library-no = No

## Library: the check

check-findings = What the check says
check-show = Show “{ $words }” in the words
check-whole = The whole
check-use = Use { $words }
check-such = Such as: { $words }
check-take-out = Take it out
check-why = Why it matters
check-details = Details
check-silence = Silence here…
check-reason = Why it is right here
check-reason-help = Kept with the phrase, for whoever reads it next
check-silence-now = Silence
check-silenced =
    { $count ->
        [one] 1 finding is silenced here
       *[other] { $count } findings are silenced here
    }
check-listen = Listen again
check-listen-to = Listen to { $rule } again
check-answered = Silenced findings
check-firmness = How firm
check-scale = stated: { $stated }; by the words: { $score } of 4
check-firmer = The words are firmer than “{ $stated }”: soften them, or state a firmer rung.
check-softer = The words are softer than “{ $stated }”: sharpen them, or state a softer rung.
check-markers = What makes it so
check-marker = { $words }: { $does }
check-markers-help = Point at a word to see what it does.

## Why each rule of the check matters

rule-script-mismatch = The whole text is in the other region’s characters. Readers see at once that it was not written for them.
rule-mixed-script = One character of the other script is enough to look like a careless conversion.
rule-region-word = A word from across the Strait makes readers look at the word instead of the request.
rule-pronoun-rank = 你 and 您 say how far apart two people stand. The wrong one is noticed before anything else.
rule-pronoun-mixed = Readers notice where the politeness starts or stops, and wonder what it means.
rule-title = How somebody is addressed is the first thing they read. A wrong form costs more than a missing one.
rule-refusal-without-alternative = A no with a way forward is an answer; a no alone ends the talk and invites a call to your superior.
rule-over-apology = One apology is courtesy. More sound guilty, and guilt invites bargaining.
rule-apology-at-firm = At this rung the rule speaks. An apology takes it back.
rule-blunt-upward = An order or a bare no to somebody above costs them face, and they answer the tone.
rule-no-acknowledgement = In WeChat at work, 收到 comes first. Without it, readers wait for it and hear the rest as a rebuff.
rule-english-for-chinese-readers = Imperatives and exclamation marks read harsher to people who learned English at school.
rule-cant-dont = “Can’t” names a rule from outside, “don’t” a rule of your own. The wrong one invites an argument.
rule-promise-to-delete = Companies may have to keep records. A promise to destroy them can be worse than keeping them.
rule-legal-overclaim = A claim that the law does not make is looked up, and then nothing else is believed.
rule-no-time-or-zone = Who does not know until when waits too short a time, and asks again.
rule-wrong-app = An app that people there do not use shows that the message was meant for somebody else.
rule-curt = One word can be right between friends. Here it reads as a grunt.
rule-prc-jargon = Office words of the Mainland mark the writer in Taiwan, and hide what is asked.
rule-idiom = A figure of speech may be read literally, or not at all.
rule-over-honorific-to-peer = Ceremony between equals reads as distance taken on purpose.
rule-redirect-without-where = Who has to look for the address writes here again.
rule-answers-on-wrong-channel = If the answer comes here after all, nobody writes there next time.
rule-unsafe-characters = Invisible characters can turn words around or run a command where they are pasted.
rule-ascii-punctuation = Half-width marks in Chinese look like a hurried draft.
rule-placeholder = What nothing fills in is sent as it stands, braces and all.
rule-too-long = Long messages in a chat are skimmed, and the request at the end is missed.

## History

history-steps = What was done, newest first
history-none = Nothing was done yet
history-none-help = Every change of the library is listed here and can be taken back, for at least 90 days.
history-all-phrases = Only “{ $title }”; show all phrases
history-more = and { $count } more
history-phrases =
    { $count ->
        [0] no phrases
        [one] 1 phrase
       *[other] { $count } phrases
    }
history-add = Written
history-edit = Changed
history-delete = Deleted
history-restored = Wording restored
history-restored-original = Original restored
history-mended = Damaged file put right
history-undone = Taken back
history-outside = Changed outside Fencun
history-merge = Brought together with an outside change
history-import = Pack imported
history-remove-pack = Pack removed
history-merged-copy = Second version put away
history-taken-back = taken back
history-no-phrase = No phrase was changed by this.
history-other = Only parts that are not shown here were changed.
history-came = It came with this step:
history-went = It went with this step:
history-present = This is the present wording.
history-restore = Restore this wording
history-restore-one = Restore this wording of “{ $title }”
history-show = Show phrase
history-show-one = Show the phrase “{ $title }”
history-stays = Whatever is there now stays in the history.
history-undo-last = Undo this step
history-undo-to = Undo up to here ({ $count } steps)
history-undo-ask =
    { $count ->
        [one] Take this step back?
       *[other] Take back { $count } steps, this one and all after it?
    }
history-undo-help = Nothing is lost: each stays in this list and can be restored.
history-undo-others = Steps of other phrases are among them.
history-undo-now =
    { $count ->
        [one] Take it back
       *[other] Take back { $count } steps
    }
history-took-back =
    { $count ->
        [one] 1 step taken back
       *[other] { $count } steps taken back
    }
history-undone-already = This step was taken back already.

## Profile

profile-you = You
profile-you-help = Fills the phrases: who writes, and where people reach you instead.
profile-name = Name
profile-email = Work email
profile-company = Company
profile-needs-email = An address such as anna@example.com
profile-when = When you work
profile-when-help = Readers elsewhere are told your hours in their own time too.
profile-hours = Working hours
profile-from = From
profile-to = To
profile-needs-hours = Two times such as 09:00 and 18:00
profile-zone = Time zone
profile-zone-help = Empty takes this machine’s: { $zone }
profile-needs-zone = A time zone such as Europe/Berlin
profile-deputy-part = Who steps in
profile-deputy-help = Named where a phrase says who helps while you are away.
profile-deputy = Deputy
profile-deputy-email = Deputy’s email
profile-reasons = Reasons that are true
profile-reasons-help = A reason blames nobody, but it has to be true. Only what you mark here is filled in as a reason.
profile-places = Places and languages
profile-places-help = The words are written for each place. The first language is the one that is offered.
profile-languages-of = Languages for { $place }
profile-first = First:
profile-first-of = First language for { $place }
profile-app-of = What the chat app is called in { $place }
profile-people = People you answer
profile-people-help = A person brings culture, rank and language along, and fills names and greetings. Kept on this machine only.
profile-nobody = Nobody yet.
profile-person = Person
profile-person-add = Add a person
profile-person-delete = Delete { $name }
profile-person-done = Done
profile-person-name = Whole name
profile-person-surname = Surname
profile-person-given = Given name
profile-person-given-help = What you call them, such as 佳穎 or Vivian
profile-person-title = Title
profile-person-title-help = Such as 經理, 总 or Ms
profile-person-email = Email
profile-person-app = Chat app
profile-person-app-help = Where it is another than usual

## Profile: what is remembered

memory-remembered = What is remembered
memory-remembered-help = Which phrases people got, and what you filled in for them. It is on this machine only; forgetting is for good.
memory-remember = Remember people
memory-remember-help = So that the next rung is offered, and answers need not be typed twice
memory-nothing = Nothing is remembered.
memory-people = Remembered people
memory-gone = a phrase that is no more
memory-forget = Forget
memory-forget-one = Forget { $name }
memory-counts = For the order of the list: { $copied } phrases you copied, { $queries } searches.
memory-forget-all = Forget everything
memory-ask = Forget all of it?
memory-ask-help = People, answers, copies and searches. It cannot be undone. Phrases and contacts stay.
memory-forget-now = Forget it all

## First run

first-step = { $at } of { $all }
first-who = Who writes?
first-who-help = Most phrases ask people to write to your work address instead. Fencun keeps both on this machine and sends them nowhere.
first-email-help = Where you would like to be reached
first-whom = Whom do you answer most?
first-whom-help = The words are written for each place; none is a translation of another. The tray menu begins with these people, and one click changes it.
first-language = In which language
first-rank = Who they are to you
first-samples = What Fencun says in each place
first-sample = To a client: { $place }
first-later = Skip, and set this later
first-back = Back
first-next = Continue
first-finish = Open the library

## Hotkey and behaviour

behaviour-hotkey = Hotkey
behaviour-hotkey-help = Opens the palette over whatever you are doing.
behaviour-record = Record another
behaviour-record-first = Record a hotkey
behaviour-record-now = Press the keys
behaviour-record-help = Hold Ctrl, Alt or Super and press a key; F1 to F24 stand alone. Esc keeps the old one.
behaviour-record-unfit = That would be typed into a text. Hold Ctrl, Alt or Super with a letter, a digit or a named key.
behaviour-no-hotkey = No hotkey
behaviour-no-hotkey-set = None
behaviour-taken = Another program already has { $hotkey }
behaviour-unknown = This keyboard has no { $hotkey }
behaviour-hotkey-still = Until you choose another, Fencun opens from the tray icon, or by the command { $command } that your desktop can bind to a key.
behaviour-unavailable = This desktop gives programs no hotkeys of their own
behaviour-unavailable-help = In the desktop’s keyboard settings, add a shortcut that runs this command. It opens and hides the palette.
behaviour-command = Command
behaviour-others = Try instead
behaviour-refused = That was not saved
behaviour-copying = After copying
behaviour-copying-help = “Copied” is said only when the words can be pasted.
behaviour-notify = Say what was copied, and for whom
behaviour-notify-help = Never the words themselves
behaviour-paste = Paste where I was
behaviour-paste-help = After you choose in the palette, the words go where you were typing
behaviour-cannot-paste = This desktop does not let Fencun press keys
behaviour-cannot-paste-help = The words are on the clipboard all the same: press Ctrl+V where you want them.
behaviour-put-back = Put the old clipboard back afterwards
behaviour-put-back-help = Only after pasting; text only
behaviour-clear = Seconds until a sensitive phrase leaves the clipboard
behaviour-clear-help = If it is still there; 0 leaves it.
behaviour-needs-seconds = A whole number from 0 to { $most }
behaviour-starting = Starting
behaviour-login = Start when I log in
behaviour-warm = Keep the palette warm
behaviour-warm-for =
    { $minutes ->
        [0] not at all
        [1] for 1 minute
        [60] for an hour
        [240] for 4 hours
       *[other] for { $minutes } minutes
    }
behaviour-warm-help = A warm palette opens at once and takes some memory meanwhile.
behaviour-looks = Appearance
behaviour-theme = Theme
behaviour-language = Language
behaviour-system = As the desktop
behaviour-light = Light
behaviour-dark = Dark

## Packs

packs-packs = Packs
packs-shipped = Shipped
packs-shared = Shared
packs-mine = Yours
packs-unread = Not a pack that can be read
packs-problems =
    { $count ->
        [one] 1 problem
       *[other] { $count } problems
    }
packs-left =
    { $count ->
        [one] One entry in { $file } cannot be used; the rest is in use
       *[other] { $count } entries in { $file } cannot be used; the rest is in use
    }
packs-remarks =
    { $count ->
        [one] { $file } is in use, with one remark
       *[other] { $file } is in use, with { $count } remarks
    }
packs-mend = Mend the lines below in any text editor and save; Fencun sees it. Nothing in the file was touched.
packs-line = Line { $line }
packs-at = { $file }, line { $line }
packs-whole-file = The file
packs-layer = Layer
packs-phrases = Phrases
packs-authors = By
packs-licence = Licence
packs-id = Id
packs-file = File
packs-folder = The library’s folder:
packs-import = Import…
packs-drop = or drop a pack here
packs-second = second version
packs-look = Import?
packs-no-licence = none is named
packs-first-titles = The first titles
packs-more-titles = and { $count } more
packs-check = Check
packs-findings =
    { $count ->
        [0] nothing a reader would stumble over
        [one] 1 thing a reader may stumble over
       *[other] { $count } things a reader may stumble over
    }
packs-replaces =
    { $count ->
        [one] 1 phrase would stand in for one that you have
       *[other] { $count } phrases would stand in for some that you have
    }
packs-import-now = Import
packs-not-imported = { $file } was not imported
packs-too-large = It is larger than 8 MB; no pack is. It was not read.
packs-not-text = It is no text file in UTF-8.
packs-not-read = It could not be read.
packs-imported = Imported: { $file }
packs-export = Export
packs-written = Written to
packs-remove = Remove
packs-remove-ask = Remove { $file }?
packs-remove-help = Its phrases leave the library. Undo brings them back.
packs-remove-now = Remove the pack
packs-removed = Removed: { $file }
packs-damaged = Not all of { $file } can be read
packs-damaged-help = Or put its last good version back: the present file goes, as it is, to the folder “set-aside”; nothing is thrown away.
packs-put-back = Put the last good version back
packs-put-back-done = { $file } is whole again
packs-copy =
    { $count ->
        [0] A second version of { $file } came from sync; no phrase differs
        [one] A second version of { $file } came from sync; 1 phrase differs
       *[other] A second version of { $file } came from sync; { $count } phrases differ
    }
packs-copy-help = It is not in use. Brought together, no wording is lost: where both changed the same words, both are kept. The file:
packs-merge = Bring together
packs-merge-one = Bring { $file } together with its pack
packs-merged = { $file } has both versions now

## About

about-fencun = Fencun
about-fencun-help = 分寸, a sense of what is proper: words that hold a line and keep everybody’s face.
about-version = Version { $version }
about-licence = Free software under MIT or Apache-2.0, as you choose.
about-privacy = Privacy
about-private = Nothing leaves this machine: Fencun has no network code, no account and no statistics. Phrases, people and history are files of yours.
about-files = Where the files are
about-files-help = All can be read and edited by hand.
about-config = Settings
about-library = Library
about-state = State
about-socket = Socket
