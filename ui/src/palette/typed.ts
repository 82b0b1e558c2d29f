/** Typed words that name an audience, such as “上海” or “client”: they narrow the search instead of being looked for. */
import type { AudienceState, Rank } from "../ipc/backend";
import { ranks, rankTexts } from "../names";
import { inEveryLanguage } from "../shared/texts.svelte";

/** A word that was taken out of the query. */
export type Typed = { word: string; facet: "culture"; value: string } | { word: string; facet: "rank"; value: Rank };

/** What people call the places we ship words for, besides the name the app shows. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  taiwan: ["taiwan", "taipei", "台灣", "臺灣", "台湾", "台北", "臺北"],
  shanghai: ["shanghai", "上海"],
  international: ["international", "國際", "国际"],
};

const fold = (word: string) => word.normalize("NFKC").toLowerCase();

function named(word: string, known: AudienceState): Typed | null {
  const sought = fold(word);
  const culture = known.cultures.find(({ id, name }) => [id, name, ...(otherNames[id] ?? [])].some((each) => fold(each) === sought));
  if (culture) return { word, facet: "culture", value: culture.id };
  const rank = ranks.find((each) => [each, ...inEveryLanguage(rankTexts[each])].some((name) => fold(name) === sought));
  return rank ? { word, facet: "rank", value: rank } : null;
}

/** Takes the words that name an audience out of a query. A word counts once a space follows it. */
export function takeTyped(query: string, known: AudienceState): { typed: Typed[]; rest: string } {
  const typed: Typed[] = [];
  const rest = query.replace(/(\S+)\s+/gu, (whole, word: string) => {
    const found = named(word, known);
    if (found) typed.push(found);
    return found ? "" : whole;
  });
  return { typed, rest };
}
