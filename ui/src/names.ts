/** The names of the values that the wire has only ids for. A value without a name does not compile. */
import type { Rank } from "./ipc/types";
import { text, type PlainTextId } from "./shared/texts.svelte";

export const ranks = ["junior", "peer", "senior", "client"] as const satisfies readonly Rank[];

export const rankTexts: Record<Rank, PlainTextId> = {
  junior: "rank-junior",
  peer: "rank-peer",
  senior: "rank-senior",
  client: "rank-client",
};

/** From warm to last notice. */
const firmnessTexts: readonly PlainTextId[] = ["firmness-1", "firmness-2", "firmness-3", "firmness-4"];
const measureTexts: readonly PlainTextId[] = ["firmness-measure-1", "firmness-measure-2", "firmness-measure-3", "firmness-measure-4"];

const rung = (firmness: number) => Math.min(Math.max(firmness, 1), 4) - 1;

export const rankName = (rank: Rank): string => text(rankTexts[rank]);
export const firmnessName = (firmness: number): string => text(firmnessTexts[rung(firmness)]!);
/** What the measure reads as, such as “firmness 2 of 4, clear”. */
export const measureName = (firmness: number): string => text(measureTexts[rung(firmness)]!);
