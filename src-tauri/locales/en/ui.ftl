### What the palette says, and what both windows share. Rows, words and names come from the library and are not here.

## Who they are to the user

rank-junior = Junior
rank-peer = Peer
rank-senior = Senior
rank-client = Client

## How firm the words are

firmness-1 = Warm
firmness-2 = Clear
firmness-3 = Firm
firmness-4 = Last notice
firmness-measure-1 = firmness 1 of 4, warm
firmness-measure-2 = firmness 2 of 4, clear
firmness-measure-3 = firmness 3 of 4, firm
firmness-measure-4 = firmness 4 of 4, last notice

## Why something was not done, and what to do

failure-unknown = That is no longer in the library.
failure-open-placeholders = Something is still open. Fill it in first.
failure-clipboard-busy = Another program is using the clipboard. Try again.
failure-no-clipboard = This desktop gives Fencun no clipboard.
failure-bad-value = That value cannot be used.
failure-file-damaged = The file is damaged or newer than this Fencun. It was left as it is.
failure-not-saved = The disk refused. What was saved before is still there.
failure-nothing-to-undo = There is nothing to undo.
failure-no-mail = The mail program did not start. The words were copied.
failure-unsafe = These words hold characters that can harm where they are pasted.
failure-no-window = The window could not be opened.
failure-internal = Fencun could not do that. The log says why.

## The palette

palette-query = Find a phrase
palette-phrases = Phrases
palette-whom = Whom you are writing to
palette-culture = Place
palette-rank = Who they are to you
palette-language = Language
palette-contact = Person
palette-anyone = Anyone
palette-others = Other audiences
palette-loading = Reading the library …
palette-found-situation = Situation
palette-found-tags = Tags
palette-found-reason = Reason
palette-by-mail = Answers by email
palette-form-opens = asks for something first
palette-favourite = favourite
palette-in-app = in { $app }
palette-to = To
palette-subject = Subject
palette-untrue = Gives the reason “{ $reason }”, which your profile does not list
palette-untrue-open = Open the settings
palette-why = Why it works

# The first row where nothing was found; the second is for an audience without any phrase.
palette-write = Write a phrase for { $query }
palette-write-first = Write a phrase for this audience
palette-write-under =
    { $culture }, { $rank ->
        [junior] junior
        [peer] peer
        [senior] senior
       *[client] client
    }, { $language }
palette-none = No phrase speaks of { $query } yet
palette-none-help = Looked in titles, words, glosses, tags and pinyin, for every audience. A phrase of your own is found here from then on.
palette-none-first = No phrase for this audience yet
palette-none-first-help = Choose another audience above, or type to look through all of them. A phrase of your own is found here from then on.

palette-rung-none = None yet for this audience
palette-rung-went =
    rung { $rung } went to { $name } { $days ->
        [0] today
        [1] yesterday
       *[other] { $days } days ago
    }

## The next rung for somebody who got the one before lately

palette-proposal =
    Firmer than what { $name } got { $days ->
        [0] today
        [1] yesterday
       *[other] { $days } days ago
    }
palette-proposal-long =
    { $name } got “{ $last }” { $days ->
        [0] today
        [1] yesterday
       *[other] { $days } days ago
    }. This is the next rung.

## Not yet: a phrase that comes back

palette-later = Not yet: remind me (Alt+R)
palette-later-when = Remind me in
palette-later-minutes = { $minutes } minutes
palette-later-done = Comes back in { $minutes } minutes
palette-waiting = What comes back
palette-comes-back = Back at { $time }
palette-came-back = Back since { $time }
palette-waiting-take = Take it now
palette-waiting-drop = Drop it
palette-waiting-dropped = It will not come back

## Words that can harm where they are pasted

palette-unsafe = These words hold characters that can harm where they are pasted, above all in a terminal.
palette-unsafe-copy = Copy all the same
palette-unsafe-mail = Open in mail all the same
palette-unsafe-no = Do not copy

## The palette's form

palette-form = Fill in
palette-remember = Keep in my profile
palette-remember-person = Remember for { $name }
palette-recalled = as last time
palette-calendar = Calendar
palette-no-time = No clock shows that time
palette-times = Times of the day
palette-month-before = The month before
palette-month-after = The month after

## The palette's status, which readers hear

palette-count =
    { $count ->
        [0] No phrases
        [one] { $count } phrase
       *[other] { $count } phrases
    }
palette-found = { $here } here, { $elsewhere } elsewhere
palette-open =
    { $open ->
        [0] All { $all } filled in
        [one] { $open } of { $all } is open
       *[other] { $open } of { $all } are open
    }
palette-rung = Rung { $at } of 4: { $name }
palette-no-firmer = Nothing firmer for this audience
palette-no-softer = Nothing softer for this audience
palette-copied =
    Copied: { $situation } · { $culture } · { $rank ->
        [junior] junior
        [peer] peer
        [senior] senior
       *[client] client
    }
palette-copied-pasting = Copied, and pasted where you were
palette-copied-press = Copied. Press Ctrl+V to paste
palette-favourite-added = Added to the favourites
palette-favourite-removed = Taken from the favourites

## The palette's keys

palette-key-copy = Copy
palette-key-paste = Copy and paste
palette-key-mail = Open in mail, and copy
palette-key-only-copy = Only copy
palette-key-email = Email
palette-key-firmness = Firmness
palette-key-ladder = Firmer, softer
palette-key-proposal = Next rung
palette-key-fill = Fill in
palette-key-calendar = Calendar
palette-key-times = Times
palette-key-choose = Choose
palette-key-close = Close
palette-key-next = Next
palette-key-copy-complete = Copy when complete
palette-key-mail-complete = Open in mail when complete
palette-key-write = Write this phrase
palette-key-clear = Clear
