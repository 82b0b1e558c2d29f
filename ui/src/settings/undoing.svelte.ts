/** What was changed in this window, and how each change is taken back. */

export type Step = {
  /** What was changed; changes of the same thing one after the other are one step if they join. */
  what: string;
  joins?: boolean;
  /** It takes back the newest operation of the library, whichever that is. */
  library?: boolean;
  undo: () => Promise<void>;
};

export class Undoing {
  #steps = $state.raw<readonly Step[]>([]);

  get any(): boolean {
    return this.#steps.length > 0;
  }

  note(step: Step): void {
    const last = this.#steps.at(-1);
    // The first of them knows what was there before all of them.
    if (step.joins && last?.joins && last.what === step.what) return;
    this.#steps = [...this.#steps, step];
  }

  /** The library was taken further back than this window knows. */
  forgetLibrary(): void {
    this.#steps = this.#steps.filter(({ library }) => !library);
  }

  /** Takes the last change back; if that is refused, it can be tried again. */
  async undo(): Promise<boolean> {
    const last = this.#steps.at(-1);
    if (!last) return false;
    await last.undo();
    this.#steps = this.#steps.filter((step) => step !== last);
    return true;
  }
}
