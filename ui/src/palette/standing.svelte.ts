/** How the resident program stands, as far as the palette shows it. */
import type { Backend, Status } from "../ipc/backend";

export class Standing {
  #known = $state.raw<Status | null>(null);
  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Packs are still being read. */
  get loading(): boolean {
    return this.#known?.loading === true;
  }

  /** Copied words are pasted at once. */
  get pastes(): boolean {
    return this.#known?.auto_paste === true && this.#known.can_paste;
  }

  /** Asks how it stands; says how many phrases wait. Without an answer the last one holds. */
  async learn(): Promise<number> {
    const known = await this.#backend.status().catch(() => null);
    this.#known = known ?? this.#known;
    return known?.reminders ?? 0;
  }
}
