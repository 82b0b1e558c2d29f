/** What forms hold and the library has not: kept beside it, so that a crash costs nothing, and offered at the next start. */
import { asFailure, type Backend, type Failure, type FormDraft, type PhraseDraft } from "../ipc/backend";
import { alike, blank, draftOf } from "./draft";
import { noFilter } from "./listing.svelte";

/** What a form wants back. */
export type Held = { draft: PhraseDraft; base: PhraseDraft | null };

/** A form's words of an earlier time. */
export type Offer = Held & { key: string; time: string };

/** Reads what a form wrote; undefined is nothing that a form could take. */
export function heldOf(content: string): Held | undefined {
  try {
    const { draft, base } = JSON.parse(content) as Partial<Held>;
    if (typeof draft?.title !== "string" || typeof draft.text !== "string") return undefined;
    const whole = blank(noFilter, { situation: "", culture: "", language: "" });
    return { draft: { ...whole, ...draft }, base: base ? { ...whole, ...base } : null };
  } catch {
    return undefined;
  }
}

export class Drafts {
  offers = $state.raw<readonly Offer[]>([]);
  /** Why words could not even be kept here. */
  failure = $state.raw<Failure | null>(null);

  readonly #backend: Backend;
  /** Of this session. */
  readonly #kept = new Set<string>();
  #work: Promise<unknown> = Promise.resolve();

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Looks for what earlier sessions left behind. Words that the library has after all are let go. */
  async load(): Promise<void> {
    const found = await this.#backend.formDrafts().catch((): FormDraft[] => []);
    const offers = await Promise.all(found.filter(({ key }) => !this.#kept.has(key)).map((each) => this.#offer(each)));
    this.offers = offers.filter((offer) => offer !== undefined);
  }

  /** The key that a form may write under: one that an offer has is not overwritten. */
  keyFor(key: string): string {
    let free = key;
    for (let number = 2; this.offers.some((offer) => offer.key === free); number++) free = `${key} ${number}`;
    return free;
  }

  /** The answer is whether the words are safe. */
  keep(key: string, held: Held): Promise<boolean> {
    this.#kept.add(key);
    return this.#do(() => this.#backend.keepFormDraft(key, JSON.stringify(held)));
  }

  /** The words are in the library, or not wanted. */
  drop(key: string): void {
    if (this.#kept.delete(key)) void this.#do(() => this.#backend.dropFormDraft(key));
  }

  /** A form has the words in hand again. */
  take(offer: Offer): void {
    this.#kept.add(offer.key);
    this.offers = this.offers.filter((each) => each !== offer);
  }

  discard(offer: Offer): void {
    this.take(offer);
    this.drop(offer.key);
  }

  async #offer({ key, time, content }: FormDraft): Promise<Offer | undefined> {
    const held = heldOf(content);
    if (!held) return undefined;
    const { id } = held.draft;
    const saved = id === null ? undefined : await this.#backend.show(id).then(({ phrase }) => draftOf(phrase), () => undefined);
    if (!saved || !alike(saved, held.draft)) return { key, time, ...held };
    this.#kept.add(key);
    this.drop(key);
    return undefined;
  }

  /** One after the other: a late write must not bring back what was dropped. */
  #do(work: () => Promise<void>): Promise<boolean> {
    const done = this.#work.then(work).then(
      () => ((this.failure = null), true),
      (thrown: unknown) => ((this.failure = asFailure(thrown)), false),
    );
    this.#work = done;
    return done;
  }
}
