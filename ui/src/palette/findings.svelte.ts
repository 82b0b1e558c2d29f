/** What a search found, which row is selected, and how that phrase reads. An answer that a later question overtook is dropped. */
import { asFailure, type Audience, type Backend, type Filling, type Found, type Hit, type Preview, type Proposal, type Row, type Rung } from "../ipc/backend";
import type { AudienceChoice } from "./audience.svelte";

/** How many rows a search brings at first; twice as many come each time somebody goes near the end of them. */
export const AT_FIRST = 30;

/** A phrase with how it reads. They change together, so that neither is drawn beside the other's neighbour. */
export type Shown = { hit: Hit; preview: Preview };

/** What is typed or chosen beside the phrase. */
export type Given = { set: Record<string, string>; person?: string | null; remember?: boolean };

export class Findings {
  found = $state.raw<Found | null>(null);
  at = $state(0);
  shown = $state.raw<Shown | null>(null);
  /** Goes up with every search whose rows begin at the top. */
  fresh = $state(0);

  #query = "";
  readonly #backend: Backend;
  readonly #audience: AudienceChoice;
  #searches = 0;
  #limit = AT_FIRST;
  #last: Promise<unknown> = Promise.resolve();
  #unanswered = 0;
  #previews = 0;

  constructor(backend: Backend, audience: AudienceChoice) {
    this.#backend = backend;
    this.#audience = audience;
  }

  get hits(): readonly Hit[] {
    return this.found?.hits ?? [];
  }

  /** The next rung for the person who is written to, if they got the one before lately. */
  get proposal(): Proposal | null {
    return this.found?.proposal ?? null;
  }

  get selected(): Hit | null {
    return this.hits[this.at] ?? null;
  }

  /**
   * Looks for phrases and selects the first, or keeps what is selected when the answer comes.
   * Says which phrase was selected and is no longer among them; nothing at all if a later search overtook this one.
   */
  search(query: string, keep: boolean): Promise<{ lost: string | null } | null> {
    this.#unanswered += 1;
    const search = this.#search(query, keep).finally(() => (this.#unanswered -= 1));
    this.#last = search.catch(() => undefined);
    return search;
  }

  /** The next search brings more rows; says whether there are any. */
  grow(): boolean {
    const more = this.found !== null && this.found.here + this.found.elsewhere > this.#limit;
    if (more) this.#limit *= 2;
    return more;
  }

  /** A search has no answer yet. */
  get searching(): boolean {
    return this.#unanswered > 0;
  }

  /** Waits until the last search has its answer. */
  async settled(): Promise<void> {
    for (let seen; seen !== this.#last; ) await (seen = this.#last);
  }

  async #search(query: string, keep: boolean): Promise<{ lost: string | null } | null> {
    const number = ++this.#searches;
    if (!keep) this.#limit = AT_FIRST;
    const asked = this.#backend.search({ query, audience: this.#audience.searched, limit: this.#limit });
    const found = await asked.catch((thrown: unknown) => this.#unless(number !== this.#searches, thrown));
    if (!found || number !== this.#searches) return null;
    const kept = (keep && this.selected?.row.id) || null;
    const at = kept === null ? 0 : found.hits.findIndex(({ row }) => row.id === kept);
    this.found = found;
    if (!keep) this.fresh += 1;
    this.#query = query.trim();
    this.at = Math.max(0, at);
    return { lost: at < 0 ? kept : null };
  }

  /** Asks how the selected phrase reads with these answers filled in. */
  async look(given: Given): Promise<void> {
    const number = ++this.#previews;
    const hit = this.selected;
    const asked = hit && this.#backend.preview(this.filling(hit, given));
    const preview = await asked?.catch((thrown: unknown) => this.#unless(number !== this.#previews, thrown));
    if (number === this.#previews) this.shown = hit && preview ? { hit, preview } : null;
  }

  select(index: number): void {
    this.at = Math.max(0, Math.min(index, this.hits.length - 1));
  }

  /** Selects a phrase by its id; puts it below the selected row if the search did not bring it. Says whether there is one. */
  async bring(id: string): Promise<boolean> {
    const number = this.#searches;
    const at = this.hits.findIndex(({ row }) => row.id === id);
    const row = at < 0 ? await this.#row(id) : null;
    if (number !== this.#searches) return false;
    if (row) this.#insert({ row, score: 0, matches: [], here: this.#isHere(row) });
    else if (at >= 0) this.at = at;
    return row !== null || at >= 0;
  }

  /** The nearest phrase that is firmer, or softer, than the one shown. */
  rung(by: 1 | -1): Rung | null {
    if (!this.shown) return null;
    const from = this.shown.hit.row.firmness;
    const beyond = this.shown.preview.ladder.filter(({ id, firmness }) => id !== null && (firmness - from) * by > 0);
    return beyond.sort((one, other) => (one.firmness - other.firmness) * by)[0] ?? null;
  }

  /** What to fill a phrase with. */
  filling({ row, here }: Hit, { set, person = null, remember = false }: Given): Filling {
    const audience = (here && this.#audience.searched) || null;
    const contact = this.#audience.contact?.id ?? null;
    // The words go to where the focus was before the palette took it; what was typed leads here at once the next time.
    return { id: row.id, set, contact, audience, person, remember, sure: false, paste: true, ...(this.#query && { query: this.#query }) };
  }

  /** Makes the selected phrase a favourite, or takes it from them; says which. */
  async favour(): Promise<boolean | null> {
    const row = this.selected?.row;
    if (!row) return null;
    const favourite = await this.#backend.setFavourite(row.id, !row.favourite);
    if (!this.found) return favourite;
    const hits = this.found.hits.map((hit) => (hit.row.id === row.id ? { ...hit, row: { ...hit.row, favourite } } : hit));
    this.found = { ...this.found, hits };
    return favourite;
  }

  /** A phrase as a line of the list; nothing if it is no longer in the library. */
  async #row(id: string): Promise<Row | null> {
    const asked = this.#backend.preview({ id, set: {}, contact: null, audience: null, person: null, remember: false, sure: false, paste: false });
    const preview = await asked.catch((thrown: unknown) => this.#unless(asFailure(thrown).code === "unknown", thrown));
    return preview?.row ?? null;
  }

  #isHere(row: Row): boolean {
    const now: Audience | null = this.#audience.now;
    return now !== null && row.culture === now.culture && row.language === now.language && row.rank.includes(now.rank);
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
