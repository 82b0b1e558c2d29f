/** One phrase in hand: what was typed, what of it is safe, how it will read, and what the check says. */
import { asFailure, type Backend, type Failure, type PhraseDraft, type PhraseView, type Preview, type Saved } from "../ipc/backend";
import { newest, REST } from "../settings/later";
import type { Saving } from "../settings/saving.svelte";
import { Check } from "./check.svelte";
import { alike, complete, draftOf, same } from "./draft";
import type { Drafts, Offer } from "./drafts.svelte";
import type { Span } from "./spans";

/** What an editor works with. */
export type Means = {
  backend: Backend;
  saving: Saving;
  drafts: Drafts;
  /** Told of each change that is safe. */
  onsaved: (editor: Editor, saved: Saved) => void;
};

/** How long words that no library has may stand in the window only, in milliseconds: a little longer than the rest after which they are saved. */
export const KEEP = REST + 50;

export class Editor {
  /** Names it in the list and in what is said about saving; a new phrase keeps it when it gets an id. */
  key: string;
  readonly check: Check;
  draft = $state.raw() as PhraseDraft;
  /** As the form opened it, or as it was saved last; null is not there yet. */
  base = $state.raw<PhraseDraft | null>(null);
  view = $state.raw<PhraseView | null>(null);
  preview = $state.raw<Preview | null>(null);
  contact = $state<string | null>(null);
  /** Why the last attempt to save was refused. */
  failure = $state.raw<Failure | null>(null);
  previewFailure = $state.raw<Failure | null>(null);
  /** Something is missing without which it cannot be kept, and the person has turned away from it. */
  lacking = $state(false);
  /** Somebody else changed it meanwhile: other parts of it, or the same words, which then stand under an id. */
  meanwhile = $state.raw<{ theirs: string | null } | null>(null);
  /** A place in the words that is to be selected, and the words to put there if they are not null; the field says when it has. */
  pointed = $state.raw<(Span & { words: string | null }) | null>(null);
  /** A place that is shown while something beside the words speaks of it. */
  shown = $state.raw<Span | null>(null);

  readonly #means: Means;
  readonly #newest = newest();
  #draftKey: string;
  #work: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #changes = 0;
  /** It was saved, and not read since. */
  #unread = false;

  constructor(key: string, draft: PhraseDraft, means: Means) {
    this.key = key;
    this.draft = draft;
    this.#means = means;
    this.#draftKey = means.drafts.keyFor(key);
    this.check = new Check(means.backend);
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
      this.#means.saving.begin(this.key);
      this.#timer = setTimeout(() => void this.#saveIf(this.complete), REST);
      this.#keeping ??= setTimeout(() => this.#keepWords(), KEEP);
    } else this.#letGo();
    void this.look();
    this.check.soon(this.draft);
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
    if (!untouched) return;
    const unasked = this.#unread;
    this.#unread = false;
    if (this.base && alike(disk, this.base)) return;
    // What the disk has more than was sent came from elsewhere.
    if (unasked) this.meanwhile ??= { theirs: null };
    this.base = disk;
    this.draft = disk;
    this.failure = null;
    this.#look();
  }

  /** Goes on with words of an earlier time. */
  takeUp(offer: Offer): void {
    this.#means.drafts.take(offer);
    this.#draftKey = offer.key;
    this.base = offer.base ?? this.base;
    this.change(offer.draft);
  }

  /** Reads the phrase again. An answer from before a change is of no use. */
  async load(): Promise<void> {
    if (this.draft.id === null) return;
    const changes = this.#changes;
    const view = await this.#means.backend.show(this.draft.id);
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
    return this.#means.backend.previewDraft({ ...draft, title: draft.title.trim() || "…" }, this.contact);
  }

  #look(): void {
    void this.look();
    void this.check.ask(this.draft);
  }

  readAs(contact: string | null): Promise<void> {
    this.contact = contact;
    return this.look();
  }

  /** Answers a finding for good, or with null listens to it again. What was typed is saved before. */
  async silence(rule: string, why: string | null): Promise<Saved | null> {
    if (!(await this.save()) || this.id === null) return null;
    const saved = await this.#means.backend.silence(this.id, rule, why);
    this.#means.onsaved(this, saved);
    await this.check.ask(this.draft);
    return saved;
  }

  /** It is not wanted any more. */
  drop(): void {
    clearTimeout(this.#timer);
    this.check.stop();
    this.#letGo();
  }

  /** Nothing of it waits. */
  #letGo(): void {
    this.#means.saving.forget(this.key);
    this.#unkeep();
  }

  #unkeep(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    this.#means.drafts.drop(this.#draftKey);
  }

  /** Keeps beside the library what the library has not. */
  #keepWords(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    if (this.dirty) void this.#means.drafts.keep(this.#draftKey, { draft: this.draft, base: this.base });
  }

  #saveIf(possible: boolean): Promise<boolean> {
    if (!possible || !this.complete) {
      this.#means.saving.fail(this.key, { code: "badValue", detail: "title or words are missing", names: [] });
      this.#keepWords();
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
    this.#means.saving.begin(this.key);
    try {
      this.#settle(sent, await this.#means.backend.savePhrase(sent, this.base));
    } catch (thrown) {
      this.failure = asFailure(thrown);
      this.#means.saving.fail(this.key, this.failure);
      this.#keepWords();
      return false;
    }
    return !this.dirty;
  }

  /** Where the same words were changed elsewhere too, the person goes on with their own, which stand beside. */
  #settle(sent: PhraseDraft, saved: Saved): void {
    const id = saved.beside ?? saved.id;
    this.#changes += 1;
    this.base = { ...sent, id };
    this.draft = { ...this.draft, id };
    this.failure = null;
    this.#unread = saved.beside === null;
    if (saved.beside !== null) this.#stepAside(saved.beside, saved.id);
    // What was typed meanwhile has its own timer.
    if (!this.dirty) {
      this.#means.saving.done(this.key);
      this.#unkeep();
    }
    this.#means.onsaved(this, saved);
  }
  #stepAside(id: string, theirs: string): void {
    this.#letGo();
    this.key = id;
    this.#draftKey = this.#means.drafts.keyFor(id);
    this.meanwhile = { theirs };
  }
}
