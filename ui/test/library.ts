/** A backend over the sample library, for tests and for looking at the pages: it searches, fills and remembers, and copies nothing. */
import type { Audience, Backend, Copied, Filling, Found, Hit, Match, Proposal, Reminder, Row, Search } from "../src/ipc/backend";
import { isHarmful } from "../src/palette/harmful";
import { fakeBackend, failure, type FakeBackend } from "./backend";
import { audienceState, contacts, hidden, phrases, preview, status, type SamplePhrase } from "./sample";

/** A sample backend and what was done to it. */
export type Library = FakeBackend & {
  readonly done: string[];
  /** Placeholders that nobody has filled. */
  missing: string[];
  /** Answers of the last time, by person and placeholder. */
  remembered: Record<string, Record<string, string>>;
  proposal: Proposal | null;
  waiting: Reminder[];
  loading: boolean;
};

function matches(phrase: SamplePhrase, query: string): Match[] {
  const fields = { title: phrase.title, gloss: phrase.gloss, text: phrase.text } as const;
  return Object.entries(fields).flatMap(([field, text]) => {
    const at = query ? text.toLowerCase().indexOf(query.toLowerCase()) : -1;
    if (at < 0) return [];
    const start = [...text.slice(0, at)].length;
    return [{ field: field as Match["field"], start, end: start + [...query].length }];
  });
}

function isFor(audience: Audience, phrase: SamplePhrase): boolean {
  return phrase.culture === audience.culture && phrase.language === audience.language && phrase.rank.includes(audience.rank);
}

function search(query: string, audience: Audience, filter: Search["filter"], limit: number): Found {
  const hits = phrases
    .filter((phrase) => !filter?.situation || phrase.situation === filter.situation)
    .map((phrase): Hit => ({ row: phrase satisfies Row, score: 1, matches: matches(phrase, query), here: isFor(audience, phrase) }))
    .filter((hit) => (query ? hit.matches.length > 0 : hit.here));
  const sorted = [...hits.filter(({ here }) => here), ...hits.filter(({ here }) => !here)];
  const here = hits.filter((hit) => hit.here).length;
  return { hits: sorted.slice(0, limit), here, elsewhere: hits.length - here, proposal: null };
}

/** Starts with somebody to write to; `answers` replace single functions. */
export function sampleLibrary(contact: string | null = "chen", answers: Partial<Backend> = {}): Library {
  let state = audienceState(contact);
  const own: Pick<Library, "done" | "missing" | "remembered" | "proposal" | "waiting" | "loading"> = { done: [], missing: [], remembered: {}, proposal: null, waiting: [], loading: false };
  const { done } = own;
  const find = (id: string) => [...phrases, ...hidden].find((phrase) => phrase.id === id);
  const give = (verb: string, mail: boolean) => async (filling: Filling): Promise<Copied> => {
    const phrase = find(filling.id);
    if (!phrase) throw failure("unknown");
    if (isHarmful(phrase.text) && !filling.sure) throw { ...failure("unsafe"), names: ["U+001B ESCAPE"] };
    done.push([verb, filling.id, ...Object.entries(filling.set).map(([name, value]) => `${name}=${value}`)].join(" "));
    return { id: filling.id, situation: phrase.situation_name, culture: phrase.culture_name, rank: phrase.rank[0]!, mail, paste: "off" };
  };
  const backend = fakeBackend({
    search: async (asked) => ({ ...search(asked.query.trim(), asked.audience ?? state.audience, asked.filter, asked.limit), proposal: library.proposal }),
    preview: async ({ id, set, contact: known, person }) => {
      const phrase = find(id);
      if (!phrase) throw failure("unknown");
      return preview(phrase, known, set, library.missing, library.remembered[known ?? person ?? ""]);
    },
    copy: give("copy", false),
    mail: give("mail", true),
    audience: async () => state,
    setAudience: async (audience, person) => (state = audienceState(person, audience)),
    setFavourite: async (id, favourite) => (done.push(`favourite ${id} ${favourite}`), favourite),
    contacts: async () => [...contacts],
    status: async () => ({ ...status, reminders: library.waiting.length, loading: library.loading }),
    setSetting: async (key, value) => (done.push(`set ${key} ${String(value)}`), undefined as never),
    openSettings: async (phrase, write) => void done.push(write === null ? `settings ${phrase}` : `write ${write}`),
    hidePalette: async () => void done.push("hide"),
    remind: async ({ id }, minutes) => (done.push(`remind ${id} ${minutes}`), undefined as never),
    reminders: async () => [...library.waiting],
    dropReminder: async (number) => (done.push(`drop ${number}`), (library.waiting = library.waiting.filter((each) => each.number !== number))),
    ...answers,
  });
  const library: Library = Object.assign(Object.create(backend) as FakeBackend, own);
  return library;
}
