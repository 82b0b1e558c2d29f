/** What was done to the library: the list, the step in hand with what it changed, and the ways back. */
import { asFailure, type Backend, type Change, type Failure, type Operation } from "../ipc/backend";
import { newest } from "../settings/later";
import type { Known } from "../settings/known.svelte";
import type { Saving } from "../settings/saving.svelte";
import type { Undoing } from "../settings/undoing.svelte";
import { text } from "../shared/texts.svelte";
import { inForce } from "./operations";

/** How many rows are drawn at a time. */
export const STEP = 100;

/** What a phrase is called now, or was when it was last there. */
type Title = { title: string; language: string };

export class History {
  all = $state.raw<readonly Operation[]>([]);
  loaded = $state(false);
  failure = $state.raw<Failure | null>(null);
  pack = $state<string | null>(null);
  phrase = $state<string | null>(null);
  changes = $state.raw<readonly Change[] | null>(null);
  changesFailure = $state.raw<Failure | null>(null);
  /** The step up to which all should be taken back: asked, and not answered yet. */
  asking = $state<number | null>(null);
  busy = $state(false);
  titles = $state.raw<ReadonlyMap<string, Title>>(new Map());
  readonly known: Known;

  readonly #backend: Backend;
  readonly #saving: Saving;
  readonly #undoing: Undoing;
  readonly #newest = newest();
  #most = $state(STEP);
  #step = $state<number | null>(null);
  /** Asked for and perhaps not there. */
  readonly #named = new Set<string>();

  constructor(backend: Backend, known: Known, saving: Saving, undoing: Undoing) {
    this.#backend = backend;
    this.known = known;
    this.#saving = saving;
    this.#undoing = undoing;
  }

  /** Those of the pack and the phrase that are set. */
  get fitting(): readonly Operation[] {
    const { pack, phrase } = this;
    return this.all.filter((each) => (pack === null || each.pack === pack) && (phrase === null || each.ids.includes(phrase)));
  }

  /** As many as are drawn. */
  get rows(): readonly Operation[] {
    return this.fitting.slice(0, this.#most);
  }

  get operation(): Operation | undefined {
    return this.fitting.find(({ step }) => step === this.#step) ?? this.fitting[0];
  }

  get at(): number {
    return this.operation ? this.fitting.indexOf(this.operation) : -1;
  }

  /** Each pack that something was done to. */
  get packs(): readonly string[] {
    return [...new Set(this.all.map(({ pack }) => pack))];
  }

  packName(id: string): string {
    const pack = this.known.choices.packs.find((each) => each.id === id);
    return pack?.layer === "mine" || id === "mine" ? text("packs-mine") : pack?.title || id;
  }

  /** How many steps an undo takes back to get before this one; 0 is none. */
  behind(operation: Operation): number {
    return inForce(this.all).findIndex(({ step }) => step === operation.step) + 1;
  }

  async load(): Promise<void> {
    try {
      const all = await this.#newest(() => this.#backend.history(null));
      if (!all) return;
      [this.all, this.failure, this.loaded] = [all, null, true];
      this.#named.clear();
      await Promise.all([this.#show(), this.#name()]);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  /** Shows what was done to one phrase, or to all. */
  trace(phrase: string | null): Promise<void> {
    this.phrase = phrase;
    this.#most = STEP;
    return this.choose(this.fitting[0] ?? null);
  }

  narrow(pack: string | null): Promise<void> {
    this.pack = pack;
    this.#most = STEP;
    return this.choose(this.fitting[0] ?? null);
  }

  async choose(operation: Operation | null): Promise<void> {
    this.#step = operation?.step ?? null;
    this.asking = null;
    await Promise.all([this.#show(), this.#name()]);
  }

  move(by: number): Promise<void> {
    const next = Math.min(Math.max(this.at + by, 0), this.fitting.length - 1);
    while (next >= this.#most) this.#most += STEP;
    const operation = this.fitting[next];
    return operation ? this.choose(operation) : Promise.resolve();
  }

  /** Draws the next rows. */
  more(): void {
    if (this.#most >= this.fitting.length) return;
    this.#most += STEP;
    void this.#name();
  }

  /** Gives a phrase the wording it had after a step. */
  restore(id: string, step: number): Promise<boolean> {
    return this.#do(async () => {
      await this.#backend.restore(id, step);
      this.#undoing.note({ what: id, library: true, undo: () => this.#undoLast() });
      this.#saving.say(text("history-restored"));
    });
  }

  /** Takes back the step that was asked about, and all after it. */
  async undo(operation: Operation): Promise<boolean> {
    const count = this.behind(operation);
    if (count === 0) return false;
    return this.#do(async () => {
      const undone = await this.#backend.undo(count);
      this.#undoing.forgetLibrary();
      this.#saving.say(text("history-took-back", { count: undone.length }));
    });
  }

  async #undoLast(): Promise<void> {
    await this.#backend.undo(1);
    await this.load();
  }

  async #do(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await work();
      this.#step = null;
      this.asking = null;
      await this.load();
      return true;
    } catch (thrown) {
      this.changesFailure = asFailure(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #show(): Promise<void> {
    const { operation } = this;
    this.changesFailure = null;
    if (!operation) return void (this.changes = null);
    try {
      const changes = await this.#backend.changes(operation.step);
      if (this.operation?.step === operation.step) this.changes = changes;
    } catch (thrown) {
      if (this.operation?.step === operation.step) [this.changes, this.changesFailure] = [null, asFailure(thrown)];
    }
  }

  /** Finds out what the phrases of the rows are called. */
  async #name(): Promise<void> {
    const wanted = new Map(this.rows.flatMap(({ ids, step }) => ids.slice(0, 1).map((id): [string, number] => [id, step])));
    if (this.phrase !== null) wanted.set(this.phrase, this.operation?.step ?? 0);
    const ids = [...wanted].filter(([id]) => !this.#named.has(id));
    ids.forEach(([id]) => this.#named.add(id));
    const found = await Promise.all(ids.map(async ([id, step]) => [id, await this.#title(id, step)] as const));
    const titles = new Map(this.titles);
    for (const [id, title] of found) if (title) titles.set(id, title);
    this.titles = titles;
  }

  async #title(id: string, step: number): Promise<Title | undefined> {
    try {
      return (await this.#backend.show(id)).phrase;
    } catch {
      const changes = await this.#backend.changes(step).catch((): Change[] => []);
      const change = changes.find((each) => each.id === id);
      return change?.before ?? change?.after ?? undefined;
    }
  }
}
