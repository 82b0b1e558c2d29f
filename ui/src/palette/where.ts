/** Where a phrase was found, as a list shows it. */
import type { Hit, MatchField } from "../ipc/backend";
import type { Range } from "../shared/ranges";
import type { PlainTextId } from "../shared/texts.svelte";

/** The places in one of the phrase's texts. */
export function ranges(hit: Hit, field: MatchField): Range[] {
  return hit.matches.filter((match) => match.field === field);
}

/** What a line out of the phrase is, where it does not speak for itself. */
export const sources: Readonly<Partial<Record<MatchField, PlainTextId>>> = {
  situation: "palette-found-situation",
  tags: "palette-found-tags",
  reason: "palette-found-reason",
};
