/** Giving words away: to the clipboard or the mail program, after a question where they can harm. */
import { asFailure, type Backend, type Copied, type Filling } from "../ipc/backend";
import { text } from "../shared/texts.svelte";

/** A phrase on its way to the clipboard or the mail program. */
export type Order = { filling: Filling; byMail: boolean };
/** Words that can harm where they are pasted: whether they are wanted all the same. */
export type Question = Order & { characters: readonly string[] };

export class Giving {
  question = $state.raw<Question | null>(null);

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Gives what was ordered; nothing where it has to be asked about first. */
  async give(order: Order): Promise<Copied | null> {
    this.question = null;
    const { filling, byMail } = order;
    try {
      return await (byMail ? this.#backend.mail(filling) : this.#backend.copy(filling));
    } catch (thrown) {
      const { code, names } = asFailure(thrown);
      if (code !== "unsafe") throw thrown;
      this.question = { ...order, characters: names };
      return null;
    }
  }
}

/** The order of a question, after a yes. */
export function agreed({ filling, byMail }: Question): Order {
  return { filling: { ...filling, sure: true }, byMail };
}

/** What was done, and what the person does next where the words are not pasted for them. */
export function copiedText({ situation, culture, rank, paste }: Copied): string {
  if (paste === "cannot") return text("palette-copied-press");
  return paste === "will" ? text("palette-copied-pasting") : text("palette-copied", { situation, culture, rank });
}
