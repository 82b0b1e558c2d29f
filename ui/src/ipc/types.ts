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
audience: Audience | null, };
export type Filter = { culture: string | null, rank: Rank | null, language: string | null, situation: string | null, firmness: number | null, reason: string | null, pack: string | null, 
/**
 * Only what the user wrote.
 */
mine: boolean, };
export type WindowName = "palette" | "settings";
export type Code = "unknown" | "openPlaceholders" | "clipboardBusy" | "noClipboard" | "badValue" | "fileDamaged" | "notSaved" | "nothingToUndo" | "noMail" | "noWindow" | "internal";
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
start_at_login: boolean, };
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
favourite: boolean, };
export type MatchField = "title" | "text" | "situation" | "tags" | "gloss" | "reason";
export type Match = { 
/**
 * Which field.
 */
field: MatchField, 
/**
 * The first character.
 */
start: number, 
/**
 * One past the last character.
 */
end: number, };
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
here: boolean, };
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
elsewhere: number, };
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
setting: string | null, };
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
mail: boolean, };
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
kind: ProblemKind, };
export type Saved = { 
/**
 * The phrase's id.
 */
id: string, 
/**
 * The number of the operation in the history; None if nothing had to change.
 */
step: number | null, };
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
pack: string, };
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
keep_warm_minutes: number, };
export type Paths = { home: string, config: string, library: string, state: string, socket: string, };
