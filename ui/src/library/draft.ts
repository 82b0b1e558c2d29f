/** A phrase as it is being written. */
import type { Filter, Localized, Phrase, PhraseDraft } from "../ipc/backend";

export function draftOf(phrase: Phrase): PhraseDraft {
  const { id, situation, culture, language, rank, firmness, channel, title, text, gloss, note, tags, sensitive } = phrase;
  return { id, situation, culture, language, rank, firmness, channel, reason: phrase.reason ?? null, title, subject: phrase.subject ?? null, text, gloss, note, tags, sensitive };
}

export type Start = { situation: string; culture: string; language: string };

/** An empty phrase for what the list shows now. */
export function blank(filter: Filter, start: Start): PhraseDraft {
  return {
    id: null,
    situation: filter.situation ?? start.situation,
    culture: filter.culture ?? start.culture,
    language: filter.language ?? start.language,
    rank: [filter.rank ?? "senior"],
    firmness: filter.firmness ?? 1,
    channel: "chat",
    reason: filter.reason,
    title: "",
    subject: null,
    text: "",
    gloss: {},
    note: {},
    tags: [],
    sensitive: false,
  };
}

/** The same text for two drafts that say the same, in whatever order their parts came. */
function shape(draft: PhraseDraft): string {
  const sorted = (texts: Localized) => Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1));
  const parts = { ...draft, gloss: sorted(draft.gloss), note: sorted(draft.note), rank: [...draft.rank].sort() };
  return JSON.stringify(Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1)));
}

export function same(one: PhraseDraft, other: PhraseDraft): boolean {
  return shape(one) === shape(other);
}

/** The same but for the end of the words: a file does not keep the last line break. */
export function alike(one: PhraseDraft, other: PhraseDraft): boolean {
  const bare = (draft: PhraseDraft) => ({ ...draft, text: draft.text.replace(/\n+$/, "") });
  return same(bare(one), bare(other));
}

/** Whether it can be kept: everything else has a value from the start. */
export function complete(draft: PhraseDraft): boolean {
  return draft.title.trim() !== "" && draft.text.trim() !== "" && draft.rank.length > 0;
}

/** Which entry a reader of `language` is given: the same tag, or one that begins the other. */
export function entryFor(texts: Localized, language: string): string {
  const serves = (tag: string) => tag.startsWith(`${language}-`) || language.startsWith(`${tag}-`);
  return language in texts ? language : (Object.keys(texts).find(serves) ?? language);
}

/** The texts with one entry changed; an empty one goes. */
export function withEntry(texts: Localized, language: string, value: string): Localized {
  const others = Object.entries(texts).filter(([tag]) => tag !== language);
  return Object.fromEntries(value ? [...others, [language, value]] : others);
}
