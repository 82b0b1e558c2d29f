/** Something to choose from a menu or a row of chips. */
export type Option = { value: string; name: string; lang?: string; help?: string; count?: number };

/** The next index among `length`, going round at the ends. */
export function around(index: number, step: number, length: number): number {
  return length === 0 ? -1 : (index + step + length) % length;
}
