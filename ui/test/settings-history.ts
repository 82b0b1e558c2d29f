/** A history for tests and for looking at the pages: every change of the phrases is a step, and an undo is one too. */
import type { Change, Operation, Phrase } from "../src/ipc/backend";
import { failure } from "./backend";

type Done = Operation & { changes: Change[] };

/** What was done to the phrases that `held` gives. */
export class FakeHistory {
  readonly all: Done[] = [];
  readonly #held: () => Map<string, Phrase>;
  #inForce: Done[] = [];

  constructor(held: () => Map<string, Phrase>) {
    this.#held = held;
  }

  get newestFirst(): Operation[] {
    return this.all.map(({ step, time, operation, ids, pack }) => ({ step, time, operation, ids, pack })).reverse();
  }

  /** Makes a change and notes it; the answer is its step. */
  make(operation: string, after: ReadonlyMap<string, Phrase | null>, pack = "mine", time?: string): number {
    const done = this.#note(operation, after, pack, time);
    this.#inForce.push(done);
    return done.step;
  }

  undo(steps: number): Operation[] {
    const undone = this.#inForce.splice(-steps).reverse();
    if (undone.length === 0) throw failure("nothingToUndo");
    for (const { changes, pack } of undone) this.#note("undo", new Map(changes.map(({ id, before }) => [id, before])), pack);
    return undone;
  }

  changes(step: number): Change[] {
    const done = this.all.find((each) => each.step === step);
    if (!done) throw failure("unknown");
    return done.changes;
  }

  #note(operation: string, after: ReadonlyMap<string, Phrase | null>, pack: string, time = new Date().toISOString()): Done {
    const held = this.#held();
    const changes = [...after].map(([id, next]): Change => ({ id, before: held.get(id) ?? null, after: next }));
    for (const { id, after: next } of changes) if (next) held.set(id, next);
      else held.delete(id);
    const done = { step: this.all.length + 1, time, operation, ids: changes.map(({ id }) => id), pack, changes };
    this.all.push(done);
    return done;
  }
}
