/** What the window says about saving: “Saved” only when nothing waits and nothing was refused. */
import type { Failure } from "../ipc/backend";

export class Saving {
  #waiting = $state.raw<ReadonlySet<string>>(new Set());
  #failed = $state.raw<ReadonlyMap<string, Failure>>(new Map());
  #saved = $state(false);
  #said = $state("");

  get state(): "rest" | "saving" | "saved" | "failed" {
    if (this.#waiting.size > 0) return "saving";
    if (this.#failed.size > 0) return "failed";
    return this.#saved ? "saved" : "rest";
  }

  /** Something else that happened, until the next change. */
  get said(): string {
    return this.#said;
  }

  /** `what` was changed and is not safe yet. */
  begin(what: string): void {
    this.#said = "";
    this.#waiting = new Set([...this.#waiting, what]);
  }

  /** `what` is safe. */
  done(what: string): void {
    this.#saved = true;
    this.forget(what);
  }

  /** `what` was refused. */
  fail(what: string, failure: Failure): void {
    this.forget(what);
    this.#failed = new Map([...this.#failed, [what, failure]]);
  }

  /** `what` no longer has to be saved. */
  forget(what: string): void {
    this.#waiting = new Set([...this.#waiting].filter((each) => each !== what));
    this.#failed = new Map([...this.#failed].filter(([each]) => each !== what));
  }

  say(said: string): void {
    this.#said = said;
  }
}
