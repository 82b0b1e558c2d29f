/** Not yet: putting a phrase off for some minutes, and what was put off and waits. */
import type { Backend, Filling, Reminder } from "../ipc/backend";

/** How long a phrase can be put off, in minutes: long enough not to reward the wrong channel with an answer at once. */
export const choices = [5, 15, 30, 60] as const;

export class Later {
  /** Whether the choice is open. */
  open = $state(false);
  /** It was asked for, and opens once it is known which phrase is meant. */
  coming = false;
  waiting = $state.raw<readonly Reminder[]>([]);
  /** The one that is being taken now; it is over once its phrase is copied. */
  taken = $state.raw<Reminder | null>(null);

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Asks what waits, if the resident program says that anything does. */
  async load(count: number): Promise<void> {
    this.waiting = count > 0 ? await this.#backend.reminders() : [];
  }

  close(): void {
    this.open = false;
    this.coming = false;
  }

  async putOff(filling: Filling, minutes: number): Promise<void> {
    await this.#backend.remind(filling, minutes);
    this.open = false;
  }

  async drop(number: number): Promise<void> {
    this.waiting = await this.#backend.dropReminder(number);
    if (this.taken?.number === number) this.taken = null;
  }
}
