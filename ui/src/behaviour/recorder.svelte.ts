/** The hotkey while it is being recorded: the next press becomes it. */
import type { Preferences } from "../settings/preferences.svelte";
import { isSuper, pressed } from "./pressed";

export const HOTKEY = "behaviour.hotkey";

export class Recorder {
  on = $state(false);
  held = $state.raw<readonly string[]>([]);
  /** The last press cannot be a hotkey. */
  unfit = $state(false);

  readonly #preferences: Preferences;
  #super = false;

  constructor(preferences: Preferences) {
    this.#preferences = preferences;
  }

  start(): void {
    this.on = true;
    this.#rest();
  }

  stop(): void {
    this.on = false;
    this.#rest();
  }

  /** Whether the press was for the recorder: it leaves Tab alone, so that nobody is caught in it. */
  press(event: KeyboardEvent): boolean {
    if (isSuper(event)) this.#super = true;
    const found = pressed(event, this.#super);
    if (found.kind === "unfit" && event.code === "Tab") return false;
    if (found.kind === "unfit" && event.code === "Escape") this.stop();
    else if (found.kind === "held") this.held = found.held;
    else if (found.kind === "unfit") this.unfit = true;
    else {
      this.stop();
      void this.#preferences.set(HOTKEY, found.hotkey);
    }
    return true;
  }

  release(event: KeyboardEvent): void {
    if (isSuper(event)) this.#super = false;
    const found = pressed({ ...held(event), code: "ShiftLeft", key: "", getModifierState: () => false }, this.#super);
    this.held = found.kind === "held" ? found.held : [];
  }

  #rest(): void {
    this.held = [];
    this.unfit = false;
    this.#super = false;
  }
}

function held({ ctrlKey, altKey, shiftKey, metaKey }: KeyboardEvent) {
  return { ctrlKey, altKey, shiftKey, metaKey };
}
