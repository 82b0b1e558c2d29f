/** What is being done: it says what went wrong with it, and whoever needs the answers waits for them. */
export class Work {
  readonly #failed: (thrown: unknown) => void;
  #all: Promise<void> = Promise.resolve();

  constructor(failed: (thrown: unknown) => void) {
    this.#failed = failed;
  }

  /** Everything so far. */
  get all(): Promise<void> {
    return this.#all;
  }

  /** Does some work and says what went wrong with it. */
  do(work: () => Promise<void>): Promise<void> {
    const done = work().catch((thrown: unknown) => this.#failed(thrown));
    this.#all = Promise.all([this.#all, done]).then(() => undefined);
    return done;
  }
}
