/** What the resident program answers. Written from the crate fencun-protocol; do not edit by hand. */

export type Localized = { [language: string]: string };
export type Rank = "junior" | "peer" | "senior" | "client";
export type Channel = "chat" | "email";
export type Layer = "shipped" | "shared" | "mine";
export type Audience = { 
/**
 * A culture's id, such as `taiwan`.
 */
culture: string, 
/**
 * Who they are to the user.
 */
rank: Rank, 
/**
 * The BCP 47 tag of the wording.
 */
language: string, };
export type Phrase = { id: string, situation: string, culture: string, language: string, rank: Array<Rank>, firmness: number, channel: Channel, reason?: string | null, title: string, subject?: string | null, text: string, gloss: { [key in string]: string }, note: { [key in string]: string }, tags: Array<string>, serves: { [key in string]: string }, sensitive: boolean, silenced: { [key in string]: string }, source?: string | null, 
/**
 * The id of the pack it is in.
 */
pack: string, 
/**
 * The layer of that pack.
 */
layer: Layer, };
export type PhraseDraft = { 
/**
 * None asks for one made from the title.
 */
id: string | null, situation: string, culture: string, language: string, rank: Array<Rank>, firmness: number, channel: Channel, reason: string | null, title: string, subject: string | null, text: string, gloss: { [key in string]: string }, note: { [key in string]: string }, tags: Array<string>, sensitive: boolean, };
export type Filling = { 
/**
 * The phrase's id.
 */
id: string, 
/**
 * Values given by hand, by placeholder name; they go before computed ones.
 */
set: { [key in string]: string }, 
/**
 * The person it goes to, by id.
 */
contact: string | null, 
/**
 * Whom it is for; None takes the current audience where it fits the phrase.
 */
audience: Audience | null, 
/**
 * The name of a person who is no contact, as typed into the form: what is remembered is remembered for them.
 */
person: string | null, 
/**
 * Whether the values given by hand are remembered for the person.
 */
remember: boolean, 
/**
 * Whether the person has agreed to copy characters that can harm.
 */
sure: boolean, 
/**
 * Whether it was chosen in a window or menu that took the focus: then the words may be pasted where it was.
 */
paste: boolean, 
/**
 * What was typed to find it: it comes up first when the same is typed again.
 */
query?: string, };
export type Filter = { culture: string | null, rank: Rank | null, language: string | null, situation: string | null, firmness: number | null, reason: string | null, pack: string | null, 
/**
 * Only what the user wrote.
 */
mine: boolean, };
export type WindowName = "palette" | "settings";
export type Code = "unknown" | "openPlaceholders" | "clipboardBusy" | "noClipboard" | "badValue" | "fileDamaged" | "notSaved" | "nothingToUndo" | "noMail" | "unsafe" | "noWindow" | "internal";
export type Failure = { 
/**
 * What to act on.
 */
code: Code, 
/**
 * What happened, to which file or id, in English; never the words of a phrase.
 */
detail: string, 
/**
 * The open placeholders, where the code is about them.
 */
names: Array<string>, };
export type Settings = { 
/**
 * The user.
 */
profile: Profile, 
/**
 * The languages of each culture; the first is the default.
 */
languages: { [key in string]: Array<string> }, 
/**
 * How the program behaves.
 */
behaviour: Behaviour, };
export type Profile = { name: string, email: string, 
/**
 * Such as `09:00-18:00`.
 */
hours: string, 
/**
 * An IANA name; empty means the machine's.
 */
time_zone: string, deputy: string, deputy_email: string, company: string, 
/**
 * The ids of the reasons that are true for the user.
 */
reasons: Array<string>, 
/**
 * What the chat app is called, by culture.
 */
app: { [key in string]: string }, };
export type Behaviour = { 
/**
 * Such as `Ctrl+Alt+Space`; empty is none.
 */
hotkey: string, 
/**
 * Whether a copy is announced.
 */
notify_on_copy: boolean, 
/**
 * How long the window program stays after the last use.
 */
keep_warm_minutes: number, 
/**
 * `system`, or a language the program speaks.
 */
language: string, 
/**
 * `system`, `light` or `dark`.
 */
theme: string, 
/**
 * Whether Fencun starts with the desktop session.
 */
start_at_login: boolean, 
/**
 * Whether the words are pasted where the focus was, after they were copied.
 */
auto_paste: boolean, 
/**
 * Whether the clipboard gets its old text back after a paste.
 */
put_back_clipboard: boolean, 
/**
 * Seconds after which a sensitive phrase is taken off the clipboard if it is still there; 0 leaves it.
 */
clear_sensitive_seconds: number, 
/**
 * Whether Fencun remembers which phrases went to whom, and the answers given for them.
 */
remember_people: boolean, };
export type Contact = { id: string, 
/**
 * The whole name as the user writes it.
 */
name: string, surname: string, given: string, title: string, culture: string, rank: Rank, language: string, email: string, app: string, };
export type Row = { 
/**
 * The phrase's id.
 */
id: string, 
/**
 * Its title, in `language`.
 */
title: string, 
/**
 * The BCP 47 tag of title and words.
 */
language: string, 
/**
 * The situation's id and its name in the app's language.
 */
situation: string, 
/**
 * The name behind `situation`.
 */
situation_name: string, 
/**
 * The culture's id.
 */
culture: string, 
/**
 * The name behind `culture`.
 */
culture_name: string, 
/**
 * For whom it is.
 */
rank: Array<Rank>, 
/**
 * 1 warm to 4 last notice.
 */
firmness: number, 
/**
 * Where the reply goes.
 */
channel: Channel, 
/**
 * What it means, in the app's language where there is such a gloss; else the start of the words.
 */
gloss: string, 
/**
 * The language of `gloss`.
 */
gloss_language: string, 
/**
 * Whether a form will open before it can be copied.
 */
open: boolean, 
/**
 * Where it comes from.
 */
layer: Layer, 
/**
 * Whether it stands in place of a shipped or shared phrase.
 */
overrides: boolean, 
/**
 * Whether it is a favourite.
 */
favourite: boolean, 
/**
 * The name of the reason its words give, if the user has not marked that one as true.
 */
untrue?: string, };
export type MatchField = "title" | "text" | "situation" | "tags" | "gloss" | "reason";
export type Match = { 
/**
 * Which field. Tags are counted as one text, parted by a comma and a blank.
 */
field: MatchField, 
/**
 * The first character.
 */
start: number, 
/**
 * One past the last character.
 */
end: number, 
/**
 * Whether what stands there is another word than was typed: one that means the same, or nearly the same letters.
 */
near?: boolean, };
export type Mark = { 
/**
 * The first character.
 */
start: number, 
/**
 * One past the last character.
 */
end: number, 
/**
 * As in [`Match`].
 */
near?: boolean, };
export type Excerpt = { 
/**
 * Where it is from.
 */
field: MatchField, 
/**
 * The BCP 47 tag of the text; tags have none.
 */
language: string | null, 
/**
 * At most 60 columns, cut between words, with … where something was left out.
 */
text: string, 
/**
 * What was found in it.
 */
marks: Array<Mark>, };
export type Hit = { 
/**
 * The phrase.
 */
row: Row, 
/**
 * Higher is better; only the order means something.
 */
score: number, 
/**
 * Where the query was found.
 */
matches: Array<Match>, 
/**
 * Whether it is for the audience that was asked for.
 */
here: boolean, 
/**
 * A line from inside it, where the title does not show all that was found.
 */
excerpt?: Excerpt, 
/**
 * How the find came about, where that is not plain: `yóuxiāng`, `ㄧㄡˊ ㄒㄧㄤ`, or `信箱 = 郵箱`.
 */
reading?: string, };
export type Found = { 
/**
 * At most as many as were asked for.
 */
hits: Array<Hit>, 
/**
 * How many phrases of the audience match in all.
 */
here: number, 
/**
 * How many others match in all.
 */
elsewhere: number, 
/**
 * The next rung for the person the user is writing to, if they got the one before lately.
 */
proposal: Proposal | null, };
export type PartKind = "words" | "filled" | "open";
export type Part = { 
/**
 * What it is.
 */
kind: PartKind, 
/**
 * What stands there; of an open placeholder its name in braces.
 */
text: string, 
/**
 * The placeholder behind it.
 */
name: string | null, 
/**
 * Where it begins in the phrase's own text, in characters.
 */
start: number, };
export type FieldKind = "text" | "date" | "time";
export type OpenField = { 
/**
 * Its name, without braces.
 */
name: string, 
/**
 * What a form calls it, in the app's language.
 */
label: string, 
/**
 * What it takes.
 */
kind: FieldKind, 
/**
 * The key of settings.toml where the value belongs if it belongs to the profile, such as `profile.email`.
 */
setting: string | null, 
/**
 * What was given for this person the last time.
 */
remembered: string | null, };
export type Rung = { 
/**
 * 1 to 4.
 */
firmness: number, 
/**
 * The phrase there, if one exists.
 */
id: string | null, 
/**
 * Its title.
 */
title: string | null, };
export type Preview = { 
/**
 * The words.
 */
parts: Array<Part>, 
/**
 * The subject, of an email.
 */
subject: Array<Part>, 
/**
 * What must be filled in before it can be copied, in the order of the words.
 */
open: Array<OpenField>, 
/**
 * What the words mean, in the app's language if possible.
 */
gloss: string, 
/**
 * The language of `gloss`.
 */
gloss_language: string, 
/**
 * Why it works, in the app's language if possible.
 */
note: string, 
/**
 * The language of `note`.
 */
note_language: string, 
/**
 * The name of the reason it gives, if any.
 */
reason_name: string | null, 
/**
 * What the chat app is called to this audience, such as LINE.
 */
app: string, 
/**
 * The four firmnesses of the situation for this audience.
 */
ladder: Array<Rung>, 
/**
 * The phrase as a line of a list; None of words that are not saved.
 */
row: Row | null, };
export type PhraseView = { 
/**
 * The phrase as it stands.
 */
phrase: Phrase, 
/**
 * The shipped or shared phrase it stands in for.
 */
original: Phrase | null, 
/**
 * Whether it is a favourite.
 */
favourite: boolean, 
/**
 * What is wrong with its entry.
 */
problems: Array<Problem>, };
export type Choice = { 
/**
 * The id in files.
 */
id: string, 
/**
 * The name people read.
 */
name: string, 
/**
 * One line of help; may be empty.
 */
help: string, 
/**
 * The languages, of a culture; else empty.
 */
languages: Array<string>, };
export type Choices = { 
/**
 * In the order of the settings.
 */
cultures: Array<Choice>, 
/**
 * In the order of need.
 */
situations: Array<Choice>, 
/**
 * Grounds for a boundary.
 */
reasons: Array<Choice>, 
/**
 * Tag and own name.
 */
languages: Array<Choice>, 
/**
 * All packs.
 */
packs: Array<Pack>, 
/**
 * The placeholders Fencun computes, with a sentence each in `help`.
 */
placeholders: Array<Choice>, };
export type AudienceState = { 
/**
 * Now.
 */
audience: Audience, 
/**
 * The contact behind it, by id.
 */
contact: string | null, 
/**
 * The cultures with their languages, in order.
 */
cultures: Array<Choice>, 
/**
 * Language tags with the names people read.
 */
languages: Array<Choice>, };
export type Copied = { 
/**
 * The phrase's id.
 */
id: string, 
/**
 * The situation's name in the app's language.
 */
situation: string, 
/**
 * The culture's name.
 */
culture: string, 
/**
 * For whom.
 */
rank: Rank, 
/**
 * Whether the mail program was opened too.
 */
mail: boolean, 
/**
 * Whether the words will be pasted too, once the window that had the focus has it again.
 */
paste: Paste, };
export type Browse = { 
/**
 * What was typed.
 */
query: string, 
/**
 * What is set in the facets.
 */
filter: Filter, 
/**
 * The first row.
 */
offset: number, 
/**
 * At most so many rows.
 */
limit: number, };
export type FacetValue = { 
/**
 * The id.
 */
id: string, 
/**
 * The name people read.
 */
name: string, 
/**
 * How many phrases, with the other facets as they are.
 */
count: number, };
export type Facet = { 
/**
 * `culture`, `language`, `rank`, `situation`, `firmness`, `reason` or `pack`.
 */
id: string, 
/**
 * What can be set.
 */
values: Array<FacetValue>, };
export type BrowsePage = { 
/**
 * The rows from `offset` on.
 */
rows: Array<Row>, 
/**
 * How many pass query and filter.
 */
total: number, 
/**
 * How many there are in all.
 */
all: number, 
/**
 * The facets.
 */
facets: Array<Facet>, };
export type Pack = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its layer.
 */
layer: Layer, 
/**
 * Who wrote it.
 */
authors: Array<string>, 
/**
 * Under which licence.
 */
licence: string, 
/**
 * The file, for packs that are files.
 */
file: string | null, 
/**
 * How many phrases it holds.
 */
phrases: number, 
/**
 * How many problems its file has.
 */
problems: number, };
export type ProblemKind = "left" | "remark";
export type Problem = { 
/**
 * The file.
 */
file: string, 
/**
 * The line, from 1; None is about the whole file.
 */
line: number | null, 
/**
 * The phrase it is about, if it has an id.
 */
id: string | null, 
/**
 * What is wrong and what to do, in English.
 */
message: string, 
/**
 * How bad it is.
 */
kind: ProblemKind, 
/**
 * Whether the history has a last good version of the file that can be put back.
 */
mendable: boolean, };
export type Saved = { 
/**
 * The phrase's id.
 */
id: string, 
/**
 * The number of the operation in the history; None if nothing had to change.
 */
step: number | null, 
/**
 * Where the user's wording lies, if somebody else had changed the same words meanwhile: the id of the phrase beside.
 */
beside: string | null, };
export type Operation = { 
/**
 * Counts up from 1.
 */
step: number, 
/**
 * When, in UTC, as RFC 3339.
 */
time: string, 
/**
 * `edit`, `add`, `delete`, `restore`, `undo` …
 */
operation: string, 
/**
 * The phrases it touched.
 */
ids: Array<string>, 
/**
 * The pack it changed.
 */
pack: string, 
/**
 * The step it took back, of an undo; 0 of a damaged file that was put back, which is no step to be taken back either.
 */
undoes?: number, };
export type HotkeyState = { "state": "off" } | { "state": "active", 
/**
 * As set.
 */
key: string, } | { "state": "taken", 
/**
 * As set.
 */
key: string, } | { "state": "unknown", 
/**
 * As set.
 */
key: string, } | { "state": "unavailable", 
/**
 * The command to bind.
 */
command: string, };
export type Status = { 
/**
 * Of the resident program.
 */
version: string, 
/**
 * The language the app speaks now: `en`, `zh-Hant-TW` or `zh-Hans-CN`.
 */
language: string, 
/**
 * `system`, `light` or `dark`.
 */
theme: string, 
/**
 * How the hotkey stands.
 */
hotkey: HotkeyState, 
/**
 * Whether a tray shows the icon.
 */
tray: boolean, 
/**
 * Whether the profile still lacks what most phrases need.
 */
first_run: boolean, 
/**
 * How many problems the files have.
 */
problems: number, 
/**
 * How many phrases there are.
 */
phrases: number, 
/**
 * Minutes the window program stays after the last use.
 */
keep_warm_minutes: number, 
/**
 * Phrases that will come back, or have and wait.
 */
reminders: number, 
/**
 * Whether the words are pasted after a copy.
 */
auto_paste: boolean, 
/**
 * Whether this desktop lets Fencun paste.
 */
can_paste: boolean, 
/**
 * Whether packs are still being read: what is on show may not be all.
 */
loading: boolean, };
export type Paths = { home: string, config: string, library: string, state: string, socket: string, };
export type Paste = "off" | "will" | "cannot";
export type Severity = "hint" | "caution" | "problem";
export type Finding = { 
/**
 * The rule's name.
 */
rule: string, 
/**
 * How much it matters.
 */
severity: Severity, 
/**
 * The first character.
 */
start: number, 
/**
 * One past the last; the same as `start` if it is about the whole.
 */
end: number, 
/**
 * What is wrong and why, for a reader.
 */
message: string, 
/**
 * What to write instead; may be empty.
 */
suggestion: string, };
export type Marker = { 
/**
 * The first character.
 */
start: number, 
/**
 * One past the last.
 */
end: number, 
/**
 * What it does, for a reader.
 */
does: string, };
export type Silenced = { 
/**
 * The finding.
 */
finding: Finding, 
/**
 * Why it does not count here.
 */
why: string, };
export type Checked = { 
/**
 * 1.0 warm to 4.0 last notice, by the words alone.
 */
firmness_score: number, 
/**
 * What the score rests on.
 */
markers: Array<Marker>, 
/**
 * What may be wrong, the worst first.
 */
findings: Array<Finding>, 
/**
 * What would have been said but for a reason the author gave.
 */
silenced: Array<Silenced>, };
export type Change = { 
/**
 * The phrase's id.
 */
id: string, 
/**
 * The phrase before; None was not there.
 */
before: Phrase | null, 
/**
 * The phrase after; None is gone.
 */
after: Phrase | null, };
export type FormDraft = { 
/**
 * The id of the phrase, or a name the form gave itself.
 */
key: string, 
/**
 * When it was kept, in UTC, as RFC 3339.
 */
time: string, 
/**
 * What the form wants back; its form is the form's own business.
 */
content: string, };
export type ConflictCopy = { 
/**
 * Its file.
 */
file: string, 
/**
 * The file it is a second version of.
 */
of: string, 
/**
 * The phrases that are not the same in both.
 */
ids: Array<string>, };
export type PackLook = { 
/**
 * The name its file will have.
 */
file: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Who wrote it.
 */
authors: Array<string>, 
/**
 * Under which licence.
 */
licence: string, 
/**
 * How many phrases it would bring.
 */
phrases: number, 
/**
 * The titles of the first of them.
 */
titles: Array<string>, 
/**
 * Those whose ids the library has already, from another pack: the import would stand in for them.
 */
replaces: Array<string>, 
/**
 * What is wrong in it, in English.
 */
problems: Array<Problem>, 
/**
 * How many findings the check has of the severity caution or problem.
 */
findings: number, };
export type Imported = { 
/**
 * Its file in the library folder.
 */
file: string, 
/**
 * How many phrases it brought.
 */
phrases: number, 
/**
 * The number of the operation.
 */
step: number | null, };
export type PersonUse = { 
/**
 * The phrase's id.
 */
id: string, 
/**
 * Its title; empty if it is gone.
 */
title: string, 
/**
 * When, in UTC, as RFC 3339.
 */
time: string, };
export type Person = { 
/**
 * A contact's id, or the name that was typed into a form.
 */
key: string, 
/**
 * The name people read.
 */
name: string, 
/**
 * The phrases they got, the newest first.
 */
uses: Array<PersonUse>, 
/**
 * The answers given for them, by placeholder name.
 */
answers: { [key in string]: string }, };
export type Memory = { 
/**
 * By person, the latest first.
 */
people: Array<Person>, 
/**
 * How many phrases are remembered as copied.
 */
copied: number, 
/**
 * How many queries are remembered with what was chosen for them.
 */
queries: number, };
export type Proposal = { 
/**
 * The phrase that is proposed.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its firmness, 1 to 4.
 */
firmness: number, 
/**
 * The firmness of the one they got.
 */
last_firmness: number, 
/**
 * The title of the one they got.
 */
last_title: string, 
/**
 * Whole days since then; 0 is today.
 */
days: number, 
/**
 * The situation's name in the app's language.
 */
situation_name: string, 
/**
 * The name of the person.
 */
name: string, };
export type Reminder = { 
/**
 * Names it.
 */
number: number, 
/**
 * The phrase's id.
 */
id: string, 
/**
 * Its title.
 */
title: string, 
/**
 * For whom, in the app's language: a name, or culture and rank.
 */
whom: string, 
/**
 * As what they are written to.
 */
rank: Rank, 
/**
 * When it comes back, in UTC, as RFC 3339.
 */
due: string, 
/**
 * Whether it has come back already and waits to be copied or dropped.
 */
came: boolean, 
/**
 * What copies it, for the person it was put off for.
 */
filling: Filling, 
/**
 * Where it goes.
 */
channel: Channel, };
