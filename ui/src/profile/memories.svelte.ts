/** What Fencun remembers of the people the user answers: shown whole, and forgotten when asked. */
import { asFailure, type Backend, type Failure, type Memory } from "../ipc/backend";

export class Memories {
  memory = $state.raw<Memory | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** Whether everything is to go: asked, and not answered yet. */
  asking = $state(false);
  busy = $state(false);

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  get empty(): boolean {
    const { people, copied, queries } = this.memory ?? { people: [], copied: 0, queries: 0 };
    return people.length === 0 && copied === 0 && queries === 0;
  }

  load(): Promise<void> {
    return this.#do(() => this.#backend.memory());
  }

  /** Forgets one person, or with null everything. */
  async forget(key: string | null): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    await this.#do(() => this.#backend.forget(key));
    this.busy = this.asking = false;
  }

  async #do(ask: () => Promise<Memory>): Promise<void> {
    try {
      this.memory = await ask();
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}
