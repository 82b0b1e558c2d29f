/** Where a phrase was found, as a list shows it: places in its texts, one line out of a longer text, and how it came about. */
import type { Hit, MatchField } from "../ipc/backend";
import type { Range } from "../shared/ranges";
import type { PlainTextId } from "../shared/texts.svelte";

/** A line out of a longer text around what was found in it. */
export type Excerpt = { field: MatchField; language?: string | null; text: string; marks: readonly Range[] };
type Told = Hit & { excerpt?: Excerpt | null; reading?: string | null };

/** The places in one of the phrase's texts. */
export function ranges(hit: Hit, field: MatchField): Range[] {
  return hit.matches.filter((match) => match.field === field);
}

/** The line that shows what the title does not. */
export function excerpt(hit: Told): Excerpt | null {
  return hit.excerpt ?? null;
}

/** How the characters sound, or what they stand for, such as “yóu xiāng” or “信箱 = 郵箱”. */
export function reading(hit: Told): string {
  return hit.reading ?? "";
}

/** What a line is out of, where it does not speak for itself. */
export const sources: Readonly<Partial<Record<MatchField, PlainTextId>>> = {
  situation: "palette-found-situation",
  tags: "palette-found-tags",
  reason: "palette-found-reason",
};
