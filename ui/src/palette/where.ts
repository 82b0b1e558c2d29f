/** Where a phrase was found, as a list shows it. */
import type { Hit, MatchField } from "../ipc/backend";
import type { Range } from "../shared/ranges";
import type { PlainTextId } from "../shared/texts.svelte";

/** No name of a placeholder is longer, its brackets included. */
const LONGEST_SLOT = 64;

/** The places in one of the phrase's texts. */
export function ranges(hit: Hit, field: MatchField): Range[] {
  return hit.matches.filter((match) => match.field === field);
}

/**
 * A text with what is filled in later as “…”, and its places moved along. What the query matched stays as it is, for it
 * was looked for.
 */
export function withGaps(text: string, ranges: readonly Range[]): { text: string; ranges: Range[] } {
  if (!text.includes("{")) return { text, ranges: [...ranges] };
  const letters = [...text];
  const shift: number[] = [];
  let shown = "";
  for (let at = 0, now = 0; at <= letters.length; at++) {
    shift[at] = now;
    const slot = /^\{[a-z][a-z0-9_]*\}/.exec(letters.slice(at, at + LONGEST_SLOT).join(""))?.[0] ?? "";
    const matched = ranges.some(({ start, end }) => start < at + slot.length && at < end);
    const skipped = slot !== "" && !matched ? slot.length : 1;
    for (let each = 1; each < skipped; each++) shift[++at] = now;
    shown += skipped > 1 ? "…" : (letters[at] ?? "");
    now += 1;
  }
  const moved = ({ start, end, ...rest }: Range): Range => ({ ...rest, start: shift[start] ?? start, end: shift[end] ?? end });
  return { text: shown, ranges: ranges.map(moved) };
}

/** What a line out of the phrase is, where it does not speak for itself. */
export const sources: Readonly<Partial<Record<MatchField, PlainTextId>>> = {
  situation: "palette-found-situation",
  tags: "palette-found-tags",
  reason: "palette-found-reason",
};
