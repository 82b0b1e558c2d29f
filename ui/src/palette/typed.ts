/** Typed words that name an audience, such as “上海” or “client”: they narrow the search instead of being looked for. */
import type { AudienceState, Rank } from "../ipc/backend";
import { ranks, rankTexts } from "../names";
import { inEveryLanguage } from "../shared/texts.svelte";
import { languageNames, placeNames, rankNames } from "./audience-names";

/** A word that was taken out of the query. A language is the start of a tag. */
export type Typed = { word: string; facet: "culture"; value: string } | { word: string; facet: "rank"; value: Rank } | { word: string; facet: "language"; value: string };
export type Facet = Typed["facet"];

/** What a query says of its audience. */
export type Taken = {
  /** The words that are finished. */
  typed: Typed[];
  /** The query without them. */
  rest: string;
  /** The word at the end of the rest, which may still become another: “client” on the way to “clients”. */
  last: Typed | null;
};

const fold = (word: string) => word.normalize("NFKC").toLowerCase();

function named(word: string, known: AudienceState): Typed | null {
  const sought = fold(word);
  const among = (names: readonly string[] = []) => names.some((name) => fold(name) === sought);
  const culture = known.cultures.find(({ id, name }) => among([id, name]) || among(placeNames[id]));
  if (culture) return { word, facet: "culture", value: culture.id };
  const rank = ranks.find((each) => among(rankNames[each]) || among(inEveryLanguage(rankTexts[each])));
  if (rank) return { word, facet: "rank", value: rank };
  const language = Object.keys(languageNames).find((tag) => among(languageNames[tag]));
  return language ? { word, facet: "language", value: language } : null;
}

/** Two names may stand together, as Chinese is written: 上海客户. They are no longer than this. */
const LONGEST_NAMES = 12;

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);

/** The names that a word consists of, one or two, none of a kind that is taken already. */
function namesIn(word: string, known: AudienceState, taken: readonly Typed[]): Typed[] {
  const free = (part: string, others: readonly Typed[]) => {
    const found = named(part, known);
    return found && !others.some(({ facet }) => facet === found.facet) ? found : null;
  };
  const whole = free(word, taken);
  if (whole) return [whole];
  const letters = [...word];
  for (let middle = 1; middle < Math.min(letters.length, LONGEST_NAMES); middle++) {
    const one = isHan(letters[middle]!) ? free(letters.slice(0, middle).join(""), taken) : null;
    const other = one && free(letters.slice(middle).join(""), [...taken, one]);
    if (other) return [one, other];
  }
  return [];
}

/**
 * Takes the words that name an audience out of a query, one of each kind: a second one is looked for.
 * A word counts as finished once a space follows it; a Chinese one, which an input method writes as a whole, also where
 * something stands before it; two names together at once.
 */
export function takeTyped(query: string, known: AudienceState, before: readonly Typed[] = []): Taken {
  const typed: Typed[] = [];
  const finished = query.replace(/(\S+)\s+/gu, (text, word: string) => {
    const found = namesIn(word, known, [...before, ...typed]);
    typed.push(...found);
    return found.length > 0 ? "" : text;
  });
  const chips = before.length + typed.length > 0;
  // The space after a word that was taken without waiting for it.
  const rest = chips ? finished.trimStart() : finished;
  const end = /\S+$/u.exec(rest)?.[0] ?? "";
  const found = namesIn(end, known, [...before, ...typed]);
  const alone = !chips && rest.trim() === end;
  const mayGoOn = found.length === 1 && (alone || !isHan(end));
  if (found.length === 0 || mayGoOn) return { typed, rest, last: found[0] ?? null };
  return { typed: [...typed, ...found], rest: rest.slice(0, -end.length), last: null };
}
