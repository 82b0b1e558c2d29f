/** Ranges of a text counted in Unicode scalar values, as the Rust side counts, and never in UTF-16 units. */

/** `near` is a place that says the same in another word. */
export type Range = { start: number; end: number; near?: boolean };

export type Piece = { text: string; marked: boolean; near?: boolean };

/** Cuts `text` where ranges begin and end. `offset` is where the text begins in whatever the ranges count from. */
export function cut(text: string, ranges: readonly Range[], offset = 0): Piece[] {
  const pieces: Piece[] = [];
  let at = offset;
  for (const character of text) {
    const within = ranges.filter(({ start, end }) => start <= at && at < end);
    const marked = within.length > 0;
    const near = (marked && within.every((range) => range.near)) || undefined;
    const last = pieces.at(-1);
    if (last?.marked === marked && last.near === near) last.text += character;
    else pieces.push({ text: character, marked, near });
    at += 1;
  }
  return pieces;
}

/** How many scalar values a text has. */
export function length(text: string): number {
  return [...text].length;
}
