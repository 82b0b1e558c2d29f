/** Asking again and again while a person types. */

/** How long after the last key something is saved, in milliseconds: long enough for a word, short enough to trust. */
export const REST = 400;

/** Keeps only the answer to the newest question: an older one gives undefined. */
export function newest(): <Answer>(ask: () => Promise<Answer>) => Promise<Answer | undefined> {
  let last = 0;
  return async (ask) => {
    const turn = ++last;
    try {
      const answer = await ask();
      return turn === last ? answer : undefined;
    } catch (thrown) {
      if (turn === last) throw thrown;
      return undefined;
    }
  };
}
