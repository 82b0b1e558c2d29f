/** A backend for the settings window over the sample library: it keeps what it is told, in memory. */
import type { Backend, Browse, BrowsePage, Choice, Choices, ConflictCopy, Contact, FacetValue, FormDraft, Memory, PackLook, Phrase, PhraseDraft, PhraseView, Problem, Row, Saved, Settings, SettingValue, Status } from "../src/ipc/backend";
import "../src/settings-texts";
import { failure } from "./backend";
import { sampleLibrary, type Library } from "./library";
import { checked } from "./settings-check";
import { FakeHistory } from "./settings-history";
import { contacts, fill, phrases, status, type SamplePhrase } from "./sample";

/** The backend, what was done to it, and what it holds. */
export type SettingsLibrary = Library & {
  held: Map<string, Phrase>;
  people: Contact[];
  kept: Settings;
  standing: Status;
  problems_: Problem[];
  copies: ConflictCopy[];
  /** What forms hold, by key. */
  forms: Map<string, FormDraft>;
  memory_: Memory;
  log: FakeHistory;
  /** What a pack that is looked at turns out to be. */
  look_: PackLook;
};

const choice = (id: string, name: string, help = "", languages: string[] = []): Choice => ({ id, name, help, languages });

export const cultures = [
  choice("taiwan", "Taiwan", "Companies in Taiwan, where work is often settled in LINE.", ["zh-Hant-TW", "en"]),
  choice("shanghai", "Shanghai", "Shanghai and the Chinese Mainland, where WeChat is the first door.", ["zh-Hans-CN", "en"]),
  choice("international", "International", "Plain English for readers anywhere.", ["en"]),
];

export const choices: Choices = {
  cultures,
  situations: [...new Map(phrases.map(({ situation, situation_name }) => [situation, choice(situation, situation_name)])).values()],
  reasons: [choice("rarely-checked", "Rarely checked", "You do not look at the app often."), choice("company-rule", "Company rule", "Work goes through company channels."), choice("data-protection", "Data protection")],
  languages: [choice("zh-Hant-TW", "繁體中文"), choice("zh-Hans-CN", "简体中文"), choice("en", "English")],
  packs: [
    { id: "mine", title: "Mine", layer: "mine", authors: [], licence: "", file: "/home/anna/library/mine.toml", phrases: 2, problems: 0 },
    { id: "team-shanghai", title: "上海团队", layer: "shared", authors: ["王芳"], licence: "CC-BY-4.0", file: "/home/anna/library/team-shanghai.toml", phrases: 11, problems: 1 },
    { id: "taiwan-zh", title: "台灣・繁體中文", layer: "shipped", authors: ["The Fencun developers"], licence: "MIT OR Apache-2.0", file: null, phrases: 14, problems: 0 },
  ],
  placeholders: [choice("greeting", "Greeting", "Fits rank and culture."), choice("my_email", "My work email", "From the profile."), choice("app", "Chat app", "LINE, 微信, WhatsApp …")],
};

function phraseOf(sample: SamplePhrase): Phrase {
  const { id, situation, culture, language, rank, firmness, channel, title, subject, text, gloss, note, layer } = sample;
  return { id, situation, culture, language, rank, firmness, channel, title, subject: subject || null, text, gloss: { en: gloss }, note: note ? { en: note } : {}, tags: [], serves: {}, sensitive: false, silenced: {}, pack: "taiwan-zh", layer, reason: null, source: null };
}

const shipped = new Map(phrases.map((sample) => [sample.id, phraseOf(sample)]));

function rowOf(phrase: Phrase): Row {
  const { id, title, language, situation, culture, rank, firmness, channel, layer } = phrase;
  const name = (all: Choice[], id: string) => all.find((each) => each.id === id)?.name ?? id;
  return { id, title, language, situation, situation_name: name(choices.situations, situation), culture, culture_name: name(cultures, culture), rank, firmness, channel, gloss: phrase.gloss.en ?? phrase.text, gloss_language: phrase.gloss.en ? "en" : language, open: false, layer, overrides: layer === "mine" && shipped.has(id), favourite: id === "tw-copy" };
}

function browse(held: Map<string, Phrase>, { query, filter, offset, limit }: Browse): BrowsePage {
  const all = [...held.values()];
  const fits = (phrase: Phrase) =>
    (!filter.culture || phrase.culture === filter.culture) &&
    (!filter.language || phrase.language === filter.language) &&
    (!filter.rank || phrase.rank.includes(filter.rank)) &&
    (!filter.situation || phrase.situation === filter.situation) &&
    (!filter.firmness || phrase.firmness === filter.firmness) &&
    (!filter.reason || phrase.reason === filter.reason) &&
    (!filter.mine || phrase.layer === "mine") &&
    [phrase.title, phrase.text, phrase.gloss.en ?? ""].some((text) => text.toLowerCase().includes(query.toLowerCase()));
  const found = all.filter(fits);
  const values = (of: (phrase: Phrase) => string[], name: (id: string) => string): FacetValue[] => {
    const ids = [...new Set(all.flatMap(of))];
    return ids.map((id) => ({ id, name: name(id), count: found.filter((phrase) => of(phrase).includes(id)).length }));
  };
  const named = (among: Choice[]) => (id: string) => among.find((each) => each.id === id)?.name ?? id;
  const title = (id: string) => id.charAt(0).toUpperCase() + id.slice(1);
  const facets = [
    { id: "culture", values: values(({ culture }) => [culture], named(cultures)) },
    { id: "language", values: values(({ language }) => [language], named(choices.languages)) },
    { id: "rank", values: values(({ rank }) => rank, title) },
    { id: "situation", values: values(({ situation }) => [situation], named(choices.situations)) },
    { id: "firmness", values: values(({ firmness }) => [String(firmness)], (id) => ["Warm", "Clear", "Firm", "Last notice"][Number(id) - 1] ?? id) },
    { id: "reason", values: values(({ reason }) => (reason ? [reason] : []), named(choices.reasons)) },
  ];
  return { rows: found.slice(offset, offset + limit).map(rowOf), total: found.length, all: all.length, facets };
}

const start: Settings = {
  profile: { name: "Anna Weber", email: "anna.weber@example.com", hours: "09:00-18:00", time_zone: "Europe/Berlin", deputy: "", deputy_email: "", company: "", reasons: ["company-rule"], app: { taiwan: "LINE" } },
  languages: { taiwan: ["zh-Hant-TW", "en"], shanghai: ["zh-Hans-CN", "en"], international: ["en"] },
  behaviour: { hotkey: "Ctrl+Alt+Space", notify_on_copy: true, keep_warm_minutes: 30, language: "system", theme: "system", start_at_login: false, auto_paste: false, put_back_clipboard: false, clear_sensitive_seconds: 45, remember_people: true },
};

const memory: Memory = {
  people: [
    { key: "chen", name: "陳經理", uses: [{ id: "tw-start", title: "我先處理，下次請寄信", time: "2026-11-23T09:31:00Z" }, { id: "tw-copy", title: "馬上處理，之後也寄一份到信箱", time: "2026-11-12T07:20:00Z" }], answers: { greeting: "陳經理您好，" } },
    { key: "Sam from sales", name: "Sam from sales", uses: [{ id: "gone", title: "", time: "2026-11-02T16:05:00Z" }], answers: {} },
  ],
  copied: 14,
  queries: 6,
};

const packLook: PackLook = {
  file: "team-taipei.toml",
  title: "台北團隊",
  authors: ["林佳穎"],
  licence: "CC-BY-4.0",
  phrases: 24,
  titles: ["明早第一件事就處理", "<b>粗體</b><img src=x onerror=alert(1)>", "請寄到部門信箱"],
  replaces: ["team-late"],
  problems: [{ file: "team-taipei.toml", line: 12, id: null, message: "`rank` is missing", kind: "left", mendable: false }],
  findings: 3,
};

function changed(settings: Settings, key: string, value: SettingValue): Settings {
  const next = structuredClone(settings) as unknown as Record<string, Record<string, unknown>>;
  const path = key.split(".");
  const last = path.pop()!;
  const place = path.reduce<Record<string, unknown>>((at, name) => (at[name] ??= {}) as Record<string, unknown>, next);
  place[last] = value;
  return next as unknown as Settings;
}

/** A backend that keeps what it is told; `answers` replace single functions. */
export function settingsLibrary(answers: Partial<Backend> = {}): SettingsLibrary {
  let made = 0;
  const keep = (operation: string, id: string, phrase: Phrase | undefined): Saved => ({ id, step: library.log.make(operation, new Map([[id, phrase ?? null]])), beside: null });
  const own: Partial<Backend> = {
    browse: async (asked) => browse(library.held, asked),
    show: async (id): Promise<PhraseView> => {
      const phrase = library.held.get(id);
      if (!phrase) throw failure("unknown");
      const original = phrase.layer === "mine" ? (shipped.get(id) ?? null) : null;
      return { phrase, original, favourite: id === "tw-copy", problems: library.problems_.filter((problem) => problem.id === id) };
    },
    previewDraft: async (draft: PhraseDraft, contact) => {
      const person = library.people.find(({ id }) => id === contact);
      const filled = { greeting: person ? `${person.surname}經理您好，` : "您好，", app: "LINE", my_email: library.kept.profile.email };
      const parts = fill(draft.text, filled);
      const open = [...new Set(parts.flatMap(({ kind, name }) => (kind === "open" && name ? [name] : [])))];
      return { parts, subject: draft.subject ? fill(draft.subject, filled) : [], open: open.map((name) => ({ name, label: name, kind: "text", setting: null, remembered: null })), gloss: "", gloss_language: "en", note: "", note_language: "en", reason_name: null, app: "LINE", ladder: [], row: null };
    },
    savePhrase: async (draft) => {
      library.done.push(`save ${draft.id ?? "new"} ${draft.title}`);
      const id = draft.id ?? `mine-${++made}`;
      const before = library.held.get(id);
      return keep(before ? "edit" : "add", id, { ...draft, id, serves: {}, silenced: before?.silenced ?? {}, pack: "mine", layer: "mine" });
    },
    deletePhrase: async (id) => (library.done.push(`delete ${id}`), keep("delete", id, undefined)),
    restoreOriginal: async (id) => (library.done.push(`restore ${id}`), keep("restore-original", id, shipped.get(id))),
    undo: async (steps) => {
      const undone = library.log.undo(steps);
      library.done.push(...undone.flatMap(({ ids }) => ids.map((id) => `undo ${id}`)));
      return undone;
    },
    history: async (id) => library.log.newestFirst.filter(({ ids }) => id === null || ids.includes(id)),
    changes: async (step) => library.log.changes(step),
    restore: async (id, step) => {
      library.done.push(`restore ${id}@${step}`);
      const change = library.log.changes(step).find((each) => each.id === id);
      return keep("restore", id, change?.after ?? change?.before ?? undefined);
    },
    check: async (draft) => checked(draft, library.held.get(draft.id ?? "")?.silenced),
    silence: async (id, rule, why) => {
      library.done.push(`silence ${id} ${rule} ${why}`);
      const phrase = library.held.get(id);
      if (!phrase) throw failure("unknown");
      const others = Object.fromEntries(Object.entries(phrase.silenced).filter(([each]) => each !== rule));
      return keep("edit", id, { ...phrase, layer: "mine", pack: "mine", silenced: why === null ? others : { ...others, [rule]: why } });
    },
    keepFormDraft: async (key, content) => void library.forms.set(key, { key, content, time: new Date().toISOString() }),
    dropFormDraft: async (key) => void library.forms.delete(key),
    formDrafts: async () => [...library.forms.values()],
    conflictCopies: async () => library.copies,
    mergeCopy: async (file) => {
      library.done.push(`merge ${file}`);
      library.copies = library.copies.filter((copy) => copy.file !== file);
      library.log.make("merge", new Map());
      library.log.make("merged-copy", new Map());
    },
    restoreFile: async (file) => {
      library.done.push(`put back ${file}`);
      library.problems_ = library.problems_.filter((each) => each.file !== file);
      library.log.make("restore", new Map(), file.replace(".toml", ""));
      return library.log.newestFirst[0]!;
    },
    lookAtPack: async (name) => (library.done.push(`look ${name}`), library.look_),
    importPack: async (name, text) => {
      library.done.push(`import ${name} ${text.length}`);
      return { file: library.look_.file, phrases: library.look_.phrases, step: library.log.make("import", new Map(), "new-pack") };
    },
    removePack: async (file) => (library.done.push(`remove ${file}`), library.log.make("remove-pack", new Map(), file.replace(".toml", ""))),
    exportPack: async (pack) => (library.done.push(`export ${pack}`), `/home/anna/Downloads/${pack}.toml`),
    memory: async () => library.memory_,
    forget: async (key) => {
      library.done.push(`forget ${key ?? "everything"}`);
      const people = key === null ? [] : library.memory_.people.filter((person) => person.key !== key);
      return (library.memory_ = key === null ? { people, copied: 0, queries: 0 } : { ...library.memory_, people });
    },
    settings: async () => library.kept,
    setSetting: async (key, value) => {
      library.done.push(`set ${key} ${JSON.stringify(value)}`);
      if (/email$/.test(key) && value && !/^\S+@\S+$/.test(String(value))) throw failure("badValue");
      return (library.kept = changed(library.kept, key, value));
    },
    contacts: async () => [...library.people],
    saveContact: async (contact) => {
      const kept = { ...contact, id: contact.id || `person-${library.people.length + 1}` };
      library.done.push(`keep ${kept.id} ${kept.name}`);
      library.people = [...library.people.filter(({ id }) => id !== kept.id), kept];
      return kept;
    },
    deleteContact: async (id) => {
      library.done.push(`forget ${id}`);
      library.people = library.people.filter((person) => person.id !== id);
    },
    choices: async () => choices,
    problems: async () => library.problems_,
    status: async () => library.standing,
    paths: async () => ({ home: "/home/anna", config: "/home/anna/.config/fencun", library: "/home/anna/.local/share/fencun/library", state: "/home/anna/.local/state/fencun", socket: "/run/user/1000/fencun-1a2b3c4d.sock" }),
  };
  const library: SettingsLibrary = Object.assign(sampleLibrary("chen", { ...own, ...answers }), {
    held: new Map(shipped),
    people: [...contacts],
    kept: start,
    standing: status,
    problems_: [] as Problem[],
    copies: [] as ConflictCopy[],
    forms: new Map<string, FormDraft>(),
    memory_: memory,
    log: new FakeHistory(() => library.held),
    look_: packLook,
  });
  return library;
}
