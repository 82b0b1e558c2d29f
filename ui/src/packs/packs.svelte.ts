/** The packs with what is wrong in their files, second versions that a sync left, and packs in and out. */
import { asFailure, type Backend, type ConflictCopy, type Failure, type Pack, type Paths, type Problem } from "../ipc/backend";
import type { Saving } from "../settings/saving.svelte";
import type { Undoing } from "../settings/undoing.svelte";
import { sentence } from "../shared/failure";
import { text } from "../shared/texts.svelte";
import { Importing } from "./importing.svelte";

/** A pack, or a file that is none, with its problems and second versions. */
export type Entry = { key: string; pack: Pack | null; file: string | null; problems: readonly Problem[]; copies: readonly ConflictCopy[] };

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

/** Each pack with its problems; before them the files that have problems or second versions and no pack. A second version is told of at its pack. */
export function entries(packs: readonly Pack[], told: readonly Problem[], copies: readonly ConflictCopy[] = []): Entry[] {
  const problems = told.filter(({ file }) => !copies.some((copy) => nameOf(copy.file) === nameOf(file)));
  const names = new Set(packs.flatMap(({ file }) => (file === null ? [] : [nameOf(file)])));
  const entry = (key: string, pack: Pack | null, file: string | null): Entry => {
    const isOf = (other: string) => file !== null && nameOf(other) === nameOf(file);
    return { key, pack, file, problems: problems.filter((each) => isOf(each.file)), copies: copies.filter(({ of }) => isOf(of)) };
  };
  const others = [...problems.map(({ file }) => file), ...copies.map(({ of }) => of)].filter((file) => !names.has(nameOf(file)));
  const files = others.filter((file, index) => others.findIndex((other) => nameOf(other) === nameOf(file)) === index);
  return [...files.map((file) => entry(file, null, file)), ...packs.map((pack) => entry(`${pack.layer} ${pack.id}`, pack, pack.file))];
}

/** What a file is called, without its folder. */
export const fileName = nameOf;

/** Whether something of it is to be looked at. */
export const wants = ({ problems, copies }: Entry): boolean => problems.length > 0 || copies.length > 0;

export class Packs {
  readonly importing: Importing;
  all = $state.raw<readonly Entry[]>([]);
  paths = $state.raw<Paths | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** What was asked of the pack in hand and not done. */
  refused = $state.raw<Failure | null>(null);
  loaded = $state(false);
  /** The file that is to go: asked, and not answered yet. */
  asking = $state<string | null>(null);
  /** Where the pack in hand was written to. */
  written = $state<string | null>(null);
  busy = $state(false);
  #key = $state<string | null>(null);

  readonly #backend: Backend;
  readonly #saving: Saving;
  readonly #undoing: Undoing;

  constructor(backend: Backend, saving: Saving, undoing: Undoing) {
    this.#backend = backend;
    this.#saving = saving;
    this.#undoing = undoing;
    this.importing = new Importing(backend, (file) => this.#imported(file));
  }

  /** The chosen one, else the first with a problem, else the first. */
  get entry(): Entry | undefined {
    return this.all.find(({ key }) => key === this.#key) ?? this.all.find(wants) ?? this.all[0];
  }

  get at(): number {
    return this.entry ? this.all.indexOf(this.entry) : -1;
  }

  choose(entry: Entry): void {
    this.#key = entry.key;
    this.asking = this.written = this.refused = null;
    this.importing.cancel();
  }

  step(by: number): void {
    const next = this.all[Math.min(Math.max(this.at + by, 0), this.all.length - 1)];
    if (next) this.choose(next);
  }

  async load(): Promise<void> {
    try {
      const asked = [this.#backend.choices(), this.#backend.problems(), this.#backend.paths(), this.#backend.conflictCopies()] as const;
      const [choices, problems, paths, copies] = await Promise.all(asked);
      this.all = entries(choices.packs, problems, copies);
      this.paths = paths;
      this.failure = null;
      this.loaded = true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  /** Puts the last good version of a damaged file in its place. */
  restoreFile(file: string): Promise<void> {
    return this.#do(async () => {
      await this.#backend.restoreFile(nameOf(file));
      this.#saving.say(text("packs-put-back-done", { file: nameOf(file) }));
    });
  }

  /** Brings a second version together with its pack. */
  merge({ file, of }: ConflictCopy): Promise<void> {
    return this.#do(async () => {
      await this.#backend.mergeCopy(file);
      const [copy, pack] = await this.#backend.history(null);
      // The copy that went is a step of its own, unless the pack had all of it already.
      const both = copy?.operation === "merged-copy" && pack?.operation === "merge" && pack.step === copy.step - 1;
      this.#noteUndo(file, both ? 2 : 1);
      this.#saving.say(text("packs-merged", { file: nameOf(of) }));
    });
  }

  remove(file: string): Promise<void> {
    return this.#do(async () => {
      const name = nameOf(file);
      if ((await this.#backend.removePack(name)) !== null) this.#noteUndo(name, 1);
      this.#saving.say(text("packs-removed", { file: name }));
      this.#key = null;
    });
  }

  export(pack: string): Promise<void> {
    return this.#do(async () => {
      this.written = await this.#backend.exportPack(pack);
    });
  }

  #noteUndo(what: string, steps: number): void {
    this.#undoing.note({ what, library: true, undo: () => this.#undo(steps) });
  }

  async #undo(steps: number): Promise<void> {
    await this.#backend.undo(steps);
    await this.load();
  }

  async #imported(file: string): Promise<void> {
    this.#noteUndo(file, 1);
    this.#saving.say(text("packs-imported", { file }));
    await this.load();
    const entry = this.all.find((each) => each.file !== null && nameOf(each.file) === file);
    if (entry) this.#key = entry.key;
  }

  /** One at a time; what was asked is answered, or said to be refused. */
  async #do(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refused = this.written = null;
    try {
      await work();
      this.asking = null;
      await this.load();
    } catch (thrown) {
      this.refused = asFailure(thrown);
      this.#saving.say(sentence(this.refused));
    } finally {
      this.busy = false;
    }
  }
}
