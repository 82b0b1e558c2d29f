/** What the check says about the words in hand, while they are typed. It explains; the words are the person's. */
import { asFailure, type Backend, type Checked, type Failure, type Finding, type Marker, type PhraseDraft, type Silenced } from "../ipc/backend";
import { newest } from "../settings/later";
import { moved, type Span } from "./spans";

/** How long after the last key the check is asked, in milliseconds: it answers at once, and need not judge half a word. */
export const GLANCE = 120;

/** Rules whose suggestion can stand where the finding is; the others suggest a direction. */
const plain: ReadonlySet<string> = new Set(["region-word", "pronoun-rank", "pronoun-mixed", "title", "ascii-punctuation", "wrong-app", "prc-jargon", "idiom", "cant-dont", "curt", "placeholder"]);

/** What can be put in place of the words that were found, by itself; null if that takes a person. */
export function replacement({ rule, start, end, suggestion }: Finding): string | null {
  if (rule === "unsafe-characters" && end > start && suggestion === "") return "";
  if (suggestion === "" || suggestion.includes("…")) return null;
  if (rule === "no-acknowledgement") return start === end ? suggestion : null;
  const mark = rule === "english-for-chinese-readers" && end - start === 1;
  return end > start && (mark || plain.has(rule)) ? suggestion : null;
}

export class Check {
  checked = $state.raw<Checked | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The words that were checked. */
  #of = $state("");

  readonly #backend: Backend;
  readonly #newest = newest();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Asks once the keys rest for a moment. */
  soon(draft: PhraseDraft): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(draft), GLANCE);
  }

  async ask(draft: PhraseDraft): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const checked = await this.#newest(() => (draft.text.trim() === "" ? Promise.resolve(null) : this.#backend.check(draft)));
      if (checked === undefined) return;
      [this.checked, this.#of, this.failure] = [checked, draft.text, null];
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The findings with their places in the words as they stand now; those that were typed into are gone. */
  findings(text: string): Finding[] {
    return this.#at(this.checked?.findings ?? [], text);
  }

  markers(text: string): Marker[] {
    return this.#at(this.checked?.markers ?? [], text);
  }

  get silenced(): readonly Silenced[] {
    return this.checked?.silenced ?? [];
  }

  #at<Place extends Span>(places: readonly Place[], text: string): Place[] {
    return places.map((place) => moved(place, this.#of, text)).filter((place) => place !== undefined);
  }
}
