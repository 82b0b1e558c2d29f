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

/** Chinese is written word by word, by an input method: such a word does not grow into another. */
const isWhole = (word: string) => /^\p{Script=Han}+$/u.test(word);

/**
 * Takes the words that name an audience out of a query, one of each kind: a second one is looked for.
 * A word counts as finished once a space follows it; a Chinese one also where something stands before it.
 */
export function takeTyped(query: string, known: AudienceState, before: readonly Typed[] = []): Taken {
  const typed: Typed[] = [];
  const takes = (word: string) => {
    const found = named(word, known);
    return found && ![...before, ...typed].some(({ facet }) => facet === found.facet) ? found : null;
  };
  const finished = query.replace(/(\S+)\s+/gu, (whole, word: string) => {
    const found = takes(word);
    if (found) typed.push(found);
    return found ? "" : whole;
  });
  const chips = before.length + typed.length > 0;
  // The space after a word that was taken without waiting for it.
  const rest = chips ? finished.trimStart() : finished;
  const end = /\S+$/u.exec(rest)?.[0] ?? "";
  const last = takes(end);
  const alone = !chips && rest.trim() === end;
  if (!last || alone || !isWhole(end)) return { typed, rest, last };
  return { typed: [...typed, last], rest: rest.slice(0, -end.length), last: null };
}
