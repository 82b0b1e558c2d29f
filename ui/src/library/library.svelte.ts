/** The library page: which phrase is in hand, and what a person does with it. Whatever was typed stays until it is safe. */
import { asFailure, type Backend, type Failure, type Operation, type PhraseDraft, type Saved } from "../ipc/backend";
import type { Known } from "../settings/known.svelte";
import type { Saving } from "../settings/saving.svelte";
import type { Undoing } from "../settings/undoing.svelte";
import { sentence } from "../shared/failure";
import { text } from "../shared/texts.svelte";
import { blank } from "./draft";
import { Drafts, type Offer } from "./drafts.svelte";
import { Editor } from "./editor.svelte";
import { Listing } from "./listing.svelte";

/** Words longer than this are no title. */
const TITLE = 40;

export class Library {
  readonly listing: Listing;
  readonly drafts: Drafts;
  readonly known: Known;
  editor = $state.raw<Editor | null>(null);
  /** Those that were left before they were safe. */
  left = $state.raw<readonly Editor[]>([]);
  /** The phrase was chosen to be read: on a narrow window it stands in front of the list. */
  reading = $state(false);
  comparing = $state(false);
  /** The title should have the focus; it says when it has. */
  naming = $state(false);
  /** The words should have the focus; they say when they have. */
  wording = $state(false);
  /** The list should have the focus; it says when it has. */
  listed = $state(false);
  failure = $state.raw<Failure | null>(null);

  /** Asked for what was done to a phrase. */
  ontrace: (id: string) => void = () => {};

  readonly #backend: Backend;
  readonly #saving: Saving;
  readonly #undoing: Undoing;
  /** Sets the new phrases of this session apart from those that another one left. */
  readonly #session = Date.now().toString(36);
  #made = 0;
  #chosen = 0;

  constructor(backend: Backend, known: Known, saving: Saving, undoing: Undoing) {
    this.#backend = backend;
    this.#saving = saving;
    this.#undoing = undoing;
    this.known = known;
    this.listing = new Listing(backend);
    this.drafts = new Drafts(backend);
  }

  /** Where the phrase in hand is in the list; -1 if it is not. */
  get at(): number {
    return this.listing.rows.findIndex(({ id }) => id === this.editor?.id);
  }

  /** New phrases that no list has yet. */
  get fresh(): readonly Editor[] {
    const all = this.editor && !this.left.includes(this.editor) ? [this.editor, ...this.left] : this.left;
    return all.filter((editor) => editor.base === null).sort((one, other) => (one.key < other.key ? -1 : 1));
  }

  /** Those not in hand that could not be saved. */
  get stuck(): readonly Editor[] {
    return this.left.filter((editor) => editor !== this.editor && editor.dirty && editor.failure !== null);
  }

  /** Begins with a phrase, or with the first of the list. */
  async begin(phrase: string | null): Promise<void> {
    await Promise.all([this.listing.load(), this.drafts.load()]);
    const id = phrase ?? this.listing.rows[0]?.id;
    if (id !== undefined && (phrase !== null || this.editor === null)) await this.select(id);
    if (phrase !== null) this.reading = true;
  }

  /** Takes a phrase into the hand. What was changed in the last one is saved behind its back. */
  async select(id: string): Promise<void> {
    if (this.editor?.id === id) return;
    const turn = ++this.#chosen;
    this.#leave();
    const known = this.left.find((editor) => editor.id === id);
    if (known) return this.#take(known);
    try {
      const view = await this.#backend.show(id);
      if (turn !== this.#chosen) return;
      const editor = this.#edit(id, { ...blank(this.listing.filter, { situation: "", culture: "", language: "" }), id });
      editor.adopt(view);
      this.#take(editor);
    } catch (thrown) {
      if (turn === this.#chosen) this.failure = asFailure(thrown);
    }
  }

  /** Takes one in hand again that was left. */
  take(editor: Editor): void {
    if (editor === this.editor) return;
    this.#chosen += 1;
    this.#leave();
    this.#take(editor);
  }

  /** Up or down in the list, new phrases first. */
  async step(by: number): Promise<void> {
    const { fresh } = this;
    const rows = this.listing.rows;
    const here = this.editor?.base === null ? fresh.indexOf(this.editor) : this.at < 0 ? -1 : fresh.length + this.at;
    const next = Math.min(Math.max(here + by, 0), fresh.length + rows.length - 1);
    if (next >= fresh.length + rows.length - 1) await this.listing.more();
    const editor = fresh[next];
    const row = this.listing.rows[next - fresh.length];
    if (editor) this.take(editor);
    else if (row) await this.select(row.id);
  }

  /** A new phrase for what the list shows. */
  add(): void {
    const { choices } = this.known;
    const culture = choices.cultures.find(({ id }) => id === this.listing.filter.culture) ?? choices.cultures[0];
    const start = { situation: choices.situations[0]?.id ?? "", culture: culture?.id ?? "", language: culture?.languages[0] ?? "en" };
    this.#addDraft(blank(this.listing.filter, start));
  }

  /** A new phrase that begins with some words: as its title if they are short enough for one. */
  write(words: string): void {
    const begun = words.trim();
    this.add();
    this.editor?.change([...begun].length > TITLE ? { text: begun } : { title: begun });
    this.naming = false;
    this.wording = true;
  }

  /** What of an earlier session belongs to the phrase in hand. */
  get offer(): Offer | undefined {
    const id = this.editor?.id;
    return id ? this.drafts.offers.find(({ draft }) => draft.id === id) : undefined;
  }

  /** Opens the editor with what was typed and not saved in an earlier session. */
  async takeUp(offer: Offer): Promise<void> {
    const { id } = offer.draft;
    if (id !== null) await this.select(id);
    if (this.editor === null || this.editor.id !== id) this.#addDraft(offer.draft);
    this.editor?.takeUp(offer);
    this.naming = false;
    this.wording = true;
    this.reading = true;
  }

  /** A copy of the phrase in hand, to be changed. */
  duplicate(): void {
    if (!this.editor) return;
    const { draft } = this.editor;
    const editor = this.#addDraft({ ...draft, id: null, title: text("library-copy-of", { title: draft.title }) });
    void editor.save();
  }

  async remove(): Promise<void> {
    const { editor } = this;
    if (!editor) return;
    const { title } = editor.draft;
    const next = this.listing.rows[this.at + 1] ?? this.listing.rows[this.at - 1];
    await this.#do(async () => {
      if (editor.id !== null) {
        await this.#backend.deletePhrase(editor.id);
        this.#noteUndo(editor.id);
      }
      this.#forget(editor);
      await this.listing.load();
      if (next) await this.select(next.id);
      this.reading = false;
      this.listed = true;
      if (editor.base) this.#saving.say(text("library-deleted", { title }));
    });
  }

  /** The shipped words come back; the user's are in the history. */
  async restore(): Promise<void> {
    const { editor } = this;
    if (!editor?.id) return;
    const { id } = editor;
    await this.#do(async () => {
      await this.#backend.restoreOriginal(id);
      this.#noteUndo(id);
      await this.#again(id);
      this.#saving.say(text("library-restored"));
    });
  }

  /** Answers a finding of the phrase in hand, or listens to it again. */
  silence(rule: string, why: string | null): Promise<void> {
    const { editor } = this;
    return editor ? this.#do(async () => void (await editor.silence(rule, why))) : Promise.resolve();
  }

  /** Shows what was done to the phrase in hand, once what was typed is part of it. */
  async trace(): Promise<void> {
    const id = this.editor?.id;
    if (!id) return;
    await this.editor?.save();
    this.ontrace(id);
  }

  favour(): Promise<void> {
    const { editor } = this;
    if (!editor?.view || editor.id === null) return Promise.resolve();
    const { view, id } = editor;
    return this.#do(async () => {
      const favourite = await this.#backend.setFavourite(id, !view.favourite);
      editor.view = { ...view, favourite };
      await this.listing.load();
    });
  }

  copy(): Promise<void> {
    const { editor } = this;
    if (!editor) return Promise.resolve();
    return this.#do(async () => {
      if (!(await editor.save()) || editor.id === null) return;
      const { culture, rank, language } = editor.draft;
      const audience = { culture, rank: rank[0]!, language };
      const nothing = { set: {}, person: null, remember: false, sure: false, paste: false };
      await this.#backend.copy({ ...nothing, id: editor.id, contact: editor.contact, audience: editor.contact === null ? audience : null });
      this.#saving.say(text("library-copied"));
    });
  }

  /** Takes the last change of the library back, and shows what it was about. */
  async undoLast(): Promise<void> {
    await this.flush();
    const undone: Operation[] = await this.#backend.undo(1);
    await this.#again(undone[0]?.ids[0] ?? null);
  }

  /** Saves whatever is not safe yet. */
  async flush(): Promise<void> {
    await Promise.all([this.editor, ...this.left].map((editor) => editor?.save()));
  }

  /** The library is another than before. */
  async refresh(): Promise<void> {
    const { editor } = this;
    await this.listing.load();
    if (!editor?.id || editor.dirty || this.editor !== editor) return;
    await editor.load().catch((thrown: unknown) => {
      if (asFailure(thrown).code === "unknown" && this.editor === editor) this.#forget(editor);
    });
    void editor.look();
    void editor.check.ask(editor.draft);
  }

  /** Back from the phrase to the list, where there is room for one of them only. */
  close(): void {
    this.reading = false;
    this.listed = true;
  }

  #edit(key: string, draft: PhraseDraft): Editor {
    const onsaved = (editor: Editor, saved: Saved) => void this.#saved(editor, saved);
    return new Editor(key, draft, { backend: this.#backend, saving: this.#saving, drafts: this.drafts, onsaved });
  }

  #addDraft(draft: PhraseDraft): Editor {
    this.#chosen += 1;
    this.#leave();
    this.#made += 1;
    const editor = this.#edit(`new-${this.#session}-${String(this.#made).padStart(3, "0")}`, draft);
    this.#take(editor);
    void editor.look();
    this.reading = true;
    this.naming = true;
    return editor;
  }

  async #saved(editor: Editor, saved: Saved): Promise<void> {
    if (saved.step !== null) this.#noteUndo(saved.id);
    if (!editor.dirty && editor !== this.editor) this.left = this.left.filter((each) => each !== editor);
    await Promise.allSettled([editor.load(), this.listing.load()]);
  }

  #noteUndo(id: string): void {
    this.#undoing.note({ what: id, library: true, undo: () => this.undoLast() });
  }

  /** The phrase in hand goes to the others until it is safe; an empty new one just goes. */
  #leave(): void {
    const { editor } = this;
    if (!editor) return;
    if (editor.dirty) {
      if (!this.left.includes(editor)) this.left = [...this.left, editor];
      void editor.save();
    } else if (!this.left.includes(editor)) editor.drop();
  }

  #take(editor: Editor): void {
    this.editor = editor;
    this.failure = null;
    this.comparing = false;
    this.left = this.left.filter((each) => each !== editor);
  }

  #forget(editor: Editor): void {
    editor.drop();
    this.left = this.left.filter((each) => each !== editor);
    if (this.editor === editor) this.editor = null;
  }

  /** Reads list and phrase anew; a phrase that is no more leaves the hand. */
  async #again(id: string | null): Promise<void> {
    await this.listing.load();
    if (id === null) return;
    if (this.editor?.id === id) this.#forget(this.editor);
    const there = await this.#backend.show(id).then(() => true, () => false);
    const next = there ? id : this.listing.rows[0]?.id;
    if (next !== undefined && (there || this.editor === null)) await this.select(next);
  }

  async #do(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const failure = asFailure(thrown);
      const names = failure.names.join(", ");
      this.#saving.say(failure.code === "openPlaceholders" && names ? text("library-copy-open", { names }) : sentence(failure));
    }
  }
}
