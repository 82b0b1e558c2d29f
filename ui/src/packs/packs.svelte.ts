/** The packs with what is wrong in their files. */
import { asFailure, type Backend, type Failure, type Pack, type Paths, type Problem } from "../ipc/backend";

/** A pack, or a file that is none, with its problems. */
export type Entry = { key: string; pack: Pack | null; file: string | null; problems: readonly Problem[] };

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

/** Each pack with its problems; then the files that have problems and no pack. */
export function entries(packs: readonly Pack[], problems: readonly Problem[]): Entry[] {
  const isOf = (pack: Pack, { file }: Problem) => pack.file !== null && nameOf(pack.file) === nameOf(file);
  const known = packs.map((pack): Entry => ({ key: `${pack.layer} ${pack.id}`, pack, file: pack.file, problems: problems.filter((problem) => isOf(pack, problem)) }));
  const others = problems.filter((problem) => !packs.some((pack) => isOf(pack, problem)));
  const files = [...new Set(others.map(({ file }) => file))];
  return [...files.map((file): Entry => ({ key: file, pack: null, file, problems: others.filter((problem) => problem.file === file) })), ...known];
}

/** What a file is called, without its folder. */
export const fileName = nameOf;

export class Packs {
  all = $state.raw<readonly Entry[]>([]);
  paths = $state.raw<Paths | null>(null);
  failure = $state.raw<Failure | null>(null);
  loaded = $state(false);
  #key = $state<string | null>(null);

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** The chosen one, else the first with a problem, else the first. */
  get entry(): Entry | undefined {
    return this.all.find(({ key }) => key === this.#key) ?? this.all.find(({ problems }) => problems.length > 0) ?? this.all[0];
  }

  get at(): number {
    return this.entry ? this.all.indexOf(this.entry) : -1;
  }

  choose(entry: Entry): void {
    this.#key = entry.key;
  }

  step(by: number): void {
    const next = this.all[Math.min(Math.max(this.at + by, 0), this.all.length - 1)];
    if (next) this.choose(next);
  }

  async load(): Promise<void> {
    try {
      const [choices, problems, paths] = await Promise.all([this.#backend.choices(), this.#backend.problems(), this.#backend.paths()]);
      this.all = entries(choices.packs, problems);
      this.paths = paths;
      this.failure = null;
      this.loaded = true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}
