/** Places in words: counted in characters as the check counts, moved along while a person types, and cut for drawing. */

export type Span = { start: number; end: number };

/** Where a place of the old text is in the new one; undefined if what changed lies in it. */
export function moved<Place extends Span>(place: Place, old: string, young: string): Place | undefined {
  if (old === young) return place;
  const [before, after] = [[...old], [...young]];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  if (place.end <= head) return place;
  const by = after.length - before.length;
  return place.start >= before.length - tail ? { ...place, start: place.start + by, end: place.end + by } : undefined;
}

/** Characters to the units that a text field counts in. */
export function unitsAt(text: string, characters: number): number {
  return [...text].slice(0, characters).join("").length;
}

/** A piece of the words with the kinds of places that it lies in. */
export type Layer = { text: string; kinds: readonly string[] };

/** Cuts a text wherever a place begins or ends. */
export function layers(text: string, places: readonly (Span & { kind: string })[]): Layer[] {
  const letters = [...text];
  const edges = new Set([0, letters.length, ...places.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].filter((edge) => edge <= letters.length).sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => ({
    text: letters.slice(start, cuts[index + 1]).join(""),
    kinds: [...new Set(places.filter((place) => place.start <= start && start < place.end).map(({ kind }) => kind))],
  }));
}

/** Where the placeholders are. */
export function tokens(text: string): Span[] {
  return [...text.matchAll(/\{\w+\}/gu)].map(({ 0: name, index }) => {
    const start = [...text.slice(0, index)].length;
    return { start, end: start + [...name].length };
  });
}
