/** One phrase in hand: what was typed, what of it is safe, and how it will read. */
import { asFailure, type Backend, type Failure, type PhraseDraft, type PhraseView, type Preview, type Saved } from "../ipc/backend";
import { newest, REST } from "../settings/later";
import type { Saving } from "../settings/saving.svelte";
import { alike, complete, draftOf, same } from "./draft";

export class Editor {
  /** Names it in the list and in what is said about saving; a new phrase keeps it when it gets an id. */
  readonly key: string;
  draft = $state.raw() as PhraseDraft;
  /** As it is on the disk; null is not there yet. */
  base = $state.raw<PhraseDraft | null>(null);
  view = $state.raw<PhraseView | null>(null);
  preview = $state.raw<Preview | null>(null);
  contact = $state<string | null>(null);
  /** Why the last attempt to save was refused. */
  failure = $state.raw<Failure | null>(null);
  previewFailure = $state.raw<Failure | null>(null);
  /** Something is missing without which it cannot be kept, and the person has turned away from it. */
  lacking = $state(false);

  readonly #backend: Backend;
  readonly #saving: Saving;
  readonly #onsaved: (editor: Editor, saved: Saved) => void;
  readonly #newest = newest();
  #work: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changes = 0;

  constructor(key: string, backend: Backend, saving: Saving, draft: PhraseDraft, onsaved: (editor: Editor, saved: Saved) => void) {
    this.key = key;
    this.#backend = backend;
    this.#saving = saving;
    this.#onsaved = onsaved;
    this.draft = draft;
  }

  get id(): string | null {
    return this.base?.id ?? null;
  }

  /** Whether the disk has not what is shown. */
  get dirty(): boolean {
    return this.base === null ? !this.#empty : !same(this.draft, this.base);
  }

  get complete(): boolean {
    return complete(this.draft);
  }

  /** The user's own, in place of a shipped or shared phrase. */
  get overrides(): boolean {
    return (this.view?.original ?? null) !== null;
  }

  get #empty(): boolean {
    const { title, text, subject, gloss, note, tags } = this.draft;
    return [title, text, subject ?? "", ...Object.values(gloss), ...Object.values(note), ...tags].every((each) => each.trim() === "");
  }

  change(change: Partial<PhraseDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.#changes += 1;
    this.lacking = false;
    clearTimeout(this.#timer);
    if (this.dirty) {
      this.#saving.begin(this.key);
      this.#timer = setTimeout(() => void this.#saveIf(this.complete), REST);
    } else this.#saving.forget(this.key);
    void this.look();
  }

  /** Saves now what is not safe yet; the answer is whether nothing is left. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (!this.dirty) {
      await this.#work;
      return !this.dirty;
    }
    this.lacking = !this.complete;
    return this.#saveIf(true);
  }

  /** The phrase as it was read; what the person has typed since stays. */
  adopt(view: PhraseView): void {
    const disk = draftOf(view.phrase);
    const untouched = this.base === null || !this.dirty;
    this.view = view;
    if (!untouched || (this.base && alike(disk, this.base))) return;
    this.base = disk;
    this.draft = disk;
    this.failure = null;
    void this.look();
  }

  /** Reads the phrase again. An answer from before a change is of no use. */
  async load(): Promise<void> {
    if (this.draft.id === null) return;
    const changes = this.#changes;
    const view = await this.#backend.show(this.draft.id);
    if (changes === this.#changes) this.adopt(view);
  }

  /** Asks how it reads. */
  async look(): Promise<void> {
    try {
      const preview = await this.#newest(() => this.#ask());
      if (preview !== undefined) [this.preview, this.previewFailure] = [preview, null];
    } catch (thrown) {
      this.previewFailure = asFailure(thrown);
    }
  }

  /** Words without a title read as they will with one; without words there is nothing to read. */
  #ask(): Promise<Preview | null> {
    const { draft } = this;
    if (draft.text.trim() === "") return Promise.resolve(null);
    return this.#backend.previewDraft({ ...draft, title: draft.title.trim() || "…" }, this.contact);
  }

  readAs(contact: string | null): Promise<void> {
    this.contact = contact;
    return this.look();
  }

  /** It is not wanted any more. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#saving.forget(this.key);
  }

  #saveIf(possible: boolean): Promise<boolean> {
    if (!possible || !this.complete) {
      this.#saving.fail(this.key, { code: "badValue", detail: "title or words are missing", names: [] });
      return Promise.resolve(false);
    }
    // One at a time: the second would overtake the first on the disk.
    const done = this.#work.then(() => this.#saveNow());
    this.#work = done;
    return done;
  }

  async #saveNow(): Promise<boolean> {
    const sent = this.draft;
    if (!this.dirty || !complete(sent)) return !this.dirty;
    this.#saving.begin(this.key);
    try {
      this.#keep(sent, await this.#backend.savePhrase(sent));
    } catch (thrown) {
      this.failure = asFailure(thrown);
      this.#saving.fail(this.key, this.failure);
      return false;
    }
    return !this.dirty;
  }

  #keep(sent: PhraseDraft, saved: Saved): void {
    this.#changes += 1;
    this.base = { ...sent, id: saved.id };
    this.draft = { ...this.draft, id: saved.id };
    this.failure = null;
    // What was typed meanwhile has its own timer.
    if (!this.dirty) this.#saving.done(this.key);
    this.#onsaved(this, saved);
  }
}
