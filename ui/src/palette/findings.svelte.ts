/** What a search found, which row is selected, and how that phrase reads. An answer that a later question overtook is dropped. */
import type { Backend, Filling, Filter, Found, Hit, Preview, Rung } from "../ipc/backend";
import type { AudienceChoice } from "./audience.svelte";

/** How many rows a search may bring; nobody reads further. */
const LIMIT = 60;
/** How many are looked through for one phrase by its id. */
const WIDE = 5000;

/** A phrase with how it reads. They change together, so that neither is drawn beside the other's neighbour. */
export type Shown = { hit: Hit; preview: Preview };

const everything: Filter = { culture: null, rank: null, language: null, situation: null, firmness: null, reason: null, pack: null, mine: false };

export class Findings {
  found = $state.raw<Found | null>(null);
  at = $state(0);
  shown = $state.raw<Shown | null>(null);

  readonly #backend: Backend;
  readonly #audience: AudienceChoice;
  #searches = 0;
  #previews = 0;

  constructor(backend: Backend, audience: AudienceChoice) {
    this.#backend = backend;
    this.#audience = audience;
  }

  get hits(): readonly Hit[] {
    return this.found?.hits ?? [];
  }

  get selected(): Hit | null {
    return this.hits[this.at] ?? null;
  }

  /**
   * Looks for phrases and selects the first, or keeps what is selected when the answer comes.
   * Says which phrase was selected and is no longer among them; nothing at all if a later search overtook this one.
   */
  async search(query: string, keep: boolean): Promise<{ lost: string | null } | null> {
    const number = ++this.#searches;
    const asked = this.#backend.search({ query, audience: this.#audience.searched, limit: LIMIT });
    const found = await asked.catch((thrown: unknown) => this.#unless(number !== this.#searches, thrown));
    if (!found || number !== this.#searches) return null;
    const kept = (keep && this.selected?.row.id) || null;
    const at = kept === null ? 0 : found.hits.findIndex(({ row }) => row.id === kept);
    this.found = found;
    this.at = Math.max(0, at);
    return { lost: at < 0 ? kept : null };
  }

  /** Asks how the selected phrase reads with these answers filled in. */
  async look(set: Record<string, string>): Promise<void> {
    const number = ++this.#previews;
    const hit = this.selected;
    const asked = hit && this.#backend.preview(this.filling(hit, set));
    const preview = await asked?.catch((thrown: unknown) => this.#unless(number !== this.#previews, thrown));
    if (number === this.#previews) this.shown = hit && preview ? { hit, preview } : null;
  }

  select(index: number): void {
    this.at = Math.max(0, Math.min(index, this.hits.length - 1));
  }

  /** Selects a phrase by its id; puts it below the selected row if the search did not bring it. Says whether there is one. */
  async bring(id: string, situation: string | null): Promise<boolean> {
    const at = this.hits.findIndex(({ row }) => row.id === id);
    if (at >= 0) {
      this.at = at;
      return true;
    }
    const number = this.#searches;
    const wide = await this.#backend.search({ query: "", audience: this.#audience.searched, filter: { ...everything, situation }, limit: WIDE });
    const hit = wide.hits.find(({ row }) => row.id === id);
    if (!hit || number !== this.#searches) return false;
    this.#insert({ ...hit, matches: [] });
    return true;
  }

  /** The nearest phrase that is firmer, or softer, than the one shown. */
  rung(by: 1 | -1): Rung | null {
    if (!this.shown) return null;
    const from = this.shown.hit.row.firmness;
    const beyond = this.shown.preview.ladder.filter(({ id, firmness }) => id !== null && (firmness - from) * by > 0);
    return beyond.sort((one, other) => (one.firmness - other.firmness) * by)[0] ?? null;
  }

  /** What to fill a phrase with. */
  filling({ row, here }: Hit, set: Record<string, string>): Filling {
    const searched = this.#audience.searched;
    return { id: row.id, set, contact: this.#audience.contact?.id ?? null, audience: (here && searched) || null };
  }

  markFavourite(id: string, favourite: boolean): void {
    if (!this.found) return;
    const hits = this.found.hits.map((hit) => (hit.row.id === id ? { ...hit, row: { ...hit.row, favourite } } : hit));
    this.found = { ...this.found, hits };
  }

  #insert(hit: Hit): void {
    if (!this.found) return;
    const { hits } = this.found;
    const below = this.selected ? this.at + 1 : 0;
    const here = this.selected?.here ?? hit.here;
    this.found = { ...this.found, hits: [...hits.slice(0, below), { ...hit, here }, ...hits.slice(below)] };
    this.at = below;
  }

  /** A failure that a later question overtook is nobody's concern. */
  #unless(overtaken: boolean, thrown: unknown): undefined {
    if (!overtaken) throw thrown;
  }
}
