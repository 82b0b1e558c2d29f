/** The list of phrases: what was typed and set, and as many rows as were asked for. */
import { asFailure, type Backend, type BrowsePage, type Facet, type Failure, type Filter, type Row } from "../ipc/backend";
import { newest } from "../settings/later";

/** How many rows are asked for at a time. */
export const STEP = 100;

export const noFilter: Filter = { culture: null, rank: null, language: null, situation: null, firmness: null, reason: null, pack: null, mine: false };

export type FacetName = "culture" | "language" | "rank" | "situation" | "firmness" | "reason";

export class Listing {
  query = $state("");
  filter = $state.raw<Filter>(noFilter);
  page = $state.raw<BrowsePage | null>(null);
  failure = $state.raw<Failure | null>(null);

  readonly #backend: Backend;
  readonly #newest = newest();
  #adding = false;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  get rows(): readonly Row[] {
    return this.page?.rows ?? [];
  }

  get total(): number {
    return this.page?.total ?? 0;
  }

  /** Whether query or facets leave anything out. */
  get narrowed(): boolean {
    return this.query.trim() !== "" || Object.values(this.filter).some((value) => value !== null && value !== false);
  }

  facet(name: FacetName): Facet | undefined {
    return this.page?.facets.find(({ id }) => id === name);
  }

  /** What is set in a facet, as its id. */
  chosen(name: FacetName): string | null {
    const value = this.filter[name];
    return value === null ? null : String(value);
  }

  type(query: string): Promise<void> {
    this.query = query;
    return this.#ask(STEP);
  }

  choose(name: FacetName, id: string | null): Promise<void> {
    this.filter = { ...this.filter, [name]: id !== null && name === "firmness" ? Number(id) : id };
    return this.#ask(STEP);
  }

  showMine(mine: boolean): Promise<void> {
    this.filter = { ...this.filter, mine };
    return this.#ask(STEP);
  }

  clear(): Promise<void> {
    this.query = "";
    this.filter = noFilter;
    return this.#ask(STEP);
  }

  /** Asks again for all that is shown. */
  load(): Promise<void> {
    return this.#ask(Math.max(STEP, this.rows.length));
  }

  /** Adds the next rows, if there are any. */
  async more(): Promise<void> {
    if (this.#adding || this.rows.length >= this.total) return;
    this.#adding = true;
    await this.#ask(STEP, this.rows);
    this.#adding = false;
  }

  async #ask(limit: number, before: readonly Row[] = []): Promise<void> {
    const { query, filter } = this;
    try {
      const page = await this.#newest(() => this.#backend.browse({ query: query.trim(), filter, offset: before.length, limit }));
      if (page) this.page = { ...page, rows: [...before, ...page.rows] };
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}
