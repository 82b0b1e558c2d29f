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
