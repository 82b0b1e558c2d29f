/** What the palette says in its last line, which readers hear: what happened last, else how much was found. */
import { asFailure, type Found } from "../ipc/backend";
import { sentence } from "../shared/failure";
import { text } from "../shared/texts.svelte";
import type { Form } from "./form.svelte";

/** How long typing rests before the count is said, in milliseconds: nobody wants to hear one per letter. */
const REST = 300;

export class Saying {
  /** What happened last, until something else does. */
  #said = $state("");
  #counted = $state.raw<Found | null>(null);
  #failed = $state(false);
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** It is about something that was not done. */
  get failed(): boolean {
    return this.#said !== "" && this.#failed;
  }

  status({ form, loading, empty }: { form: Form | null; loading: boolean; empty: boolean }): string {
    if (this.#said) return this.#said;
    if (form) return text("palette-open", { open: form.open.length, all: form.fields.length });
    if (loading) return text("palette-loading");
    if (!this.#counted) return "";
    const { here, elsewhere } = this.#counted;
    return empty || elsewhere === 0 ? text("palette-count", { count: here }) : text("palette-found", { here, elsewhere });
  }

  say(said: string): void {
    this.#said = said;
    this.#failed = false;
  }

  /** Says why something was not done. */
  fail(thrown: unknown): void {
    this.#said = sentence(asFailure(thrown));
    this.#failed = true;
  }

  /** Counts what was found: at once, or once typing rests. */
  count(found: Found | null, typing: boolean): void {
    clearTimeout(this.#resting);
    if (typing) this.#resting = setTimeout(() => (this.#counted = found), REST);
    else this.#counted = found;
  }
}
