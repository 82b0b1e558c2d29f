/** A backend for the settings window over the sample library: it keeps what it is told, in memory. */
import type { Backend, Browse, BrowsePage, Choice, Choices, Contact, FacetValue, Operation, Phrase, PhraseDraft, PhraseView, Problem, Row, Settings, SettingValue, Status } from "../src/ipc/backend";
import "../src/settings-texts";
import { failure } from "./backend";
import { sampleLibrary, type Library } from "./library";
import { contacts, fill, phrases, status, type SamplePhrase } from "./sample";

/** The backend, what was done to it, and what it holds. */
export type SettingsLibrary = Library & { held: Map<string, Phrase>; people: Contact[]; kept: Settings; standing: Status; problems_: Problem[] };

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
  behaviour: { hotkey: "Ctrl+Alt+Space", notify_on_copy: true, keep_warm_minutes: 30, language: "system", theme: "system", start_at_login: false },
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
  const before: Map<string, Phrase>[] = [];
  const undone: string[] = [];
  let made = 0;
  const keep = (id: string, phrase: Phrase | undefined) => {
    before.push(new Map(library.held));
    undone.push(id);
    if (phrase) library.held.set(id, phrase);
    else library.held.delete(id);
    return { id, step: before.length };
  };
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
      return { parts, subject: draft.subject ? fill(draft.subject, filled) : [], open: open.map((name) => ({ name, label: name, kind: "text", setting: null })), gloss: "", gloss_language: "en", note: "", note_language: "en", reason_name: null, app: "LINE", ladder: [], row: null };
    },
    savePhrase: async (draft) => {
      library.done.push(`save ${draft.id ?? "new"} ${draft.title}`);
      const id = draft.id ?? `mine-${++made}`;
      return keep(id, { ...draft, id, serves: {}, silenced: {}, pack: "mine", layer: "mine" });
    },
    deletePhrase: async (id) => (library.done.push(`delete ${id}`), keep(id, undefined)),
    restoreOriginal: async (id) => (library.done.push(`restore ${id}`), keep(id, shipped.get(id))),
    undo: async (): Promise<Operation[]> => {
      const last = before.pop();
      const id = undone.pop();
      if (!last || id === undefined) throw failure("nothingToUndo");
      library.held = last;
      library.done.push(`undo ${id}`);
      return [{ step: before.length + 1, time: "", operation: "edit", ids: [id], pack: "mine" }];
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
  });
  return library;
}
