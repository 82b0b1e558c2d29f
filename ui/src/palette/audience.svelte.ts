/** Whom the user writes to: what is set, and what the typed words make of it for this search. */
import type { Audience, AudienceState, Backend, Choice, Contact, Rank } from "../ipc/backend";
import { ranks } from "../names";
import { around } from "../shared/choice";
import { takeTyped, type Facet, type Typed } from "./typed";

export class AudienceChoice {
  known = $state.raw<AudienceState | null>(null);
  contacts = $state.raw<readonly Contact[]>([]);
  /** The words that were taken out of the query. */
  typed = $state.raw<readonly Typed[]>([]);
  /** The word at the end of the query, which narrows already and may still become another. */
  last = $state.raw<Typed | null>(null);

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Whom it is for, typed words included. */
  get now(): Audience | null {
    if (!this.known) return null;
    const set = this.known.audience;
    const rank = this.#typed("rank")?.value ?? set.rank;
    const culture = this.#typed("culture")?.value ?? set.culture;
    const language = culture === set.culture ? set.language : (this.#languagesOf(culture)[0] ?? set.language);
    return { culture, rank, language: this.#typedLanguage(culture, language) };
  }

  /** Words of the query say whom it is for. */
  get named(): boolean {
    return this.typed.length > 0 || this.last !== null;
  }

  /** Whom a search is for: nothing where it is for whoever is set. */
  get searched(): Audience | undefined {
    return this.named ? (this.now ?? undefined) : undefined;
  }

  /** The person it goes to; nobody where the typed words lead to another audience. */
  get contact(): Contact | null {
    const id = this.known?.contact;
    return (!this.named && this.contacts.find((contact) => contact.id === id)) || null;
  }

  get cultures(): readonly Choice[] {
    return this.known?.cultures ?? [];
  }

  get cultureName(): string {
    return this.cultures.find(({ id }) => id === this.now?.culture)?.name ?? this.now?.culture ?? "";
  }

  /** The languages of the present culture. */
  get languages(): readonly Choice[] {
    const tags = this.now ? this.#languagesOf(this.now.culture) : [];
    return tags.map((id) => this.known?.languages.find((each) => each.id === id) ?? { id, name: id, help: "", languages: [] });
  }

  /** What people call a language. */
  languageName(tag: string): string {
    return this.known?.languages.find(({ id }) => id === tag)?.name ?? tag;
  }

  isTyped(facet: Facet): boolean {
    return this.#typed(facet) !== undefined;
  }

  async load(): Promise<void> {
    const [known, contacts] = await Promise.all([this.#backend.audience(), this.#backend.contacts()]);
    this.known = known;
    this.contacts = contacts;
  }

  /** Takes the words that name an audience out of a query; what is left stays in the line. */
  take(query: string): string {
    if (!this.known) return query;
    const { typed, rest, last } = takeTyped(query, this.known, this.typed);
    if (typed.length > 0) this.typed = [...this.typed, ...typed];
    this.last = last;
    return rest;
  }

  removeTyped(word: Typed): void {
    this.typed = this.typed.filter((each) => each !== word);
  }

  /** Nothing is typed any more. */
  forgetTyped(): void {
    this.typed = [];
    this.last = null;
  }

  async setCulture(culture: string): Promise<void> {
    const language = this.#languagesOf(culture)[0];
    await this.#set({ culture, ...(language ? { language } : {}) });
  }

  async setRank(rank: Rank): Promise<void> {
    await this.#set({ rank });
  }

  async setLanguage(language: string): Promise<void> {
    await this.#set({ language });
  }

  /** A person brings an audience along; nobody leaves it as it is. */
  async setContact(id: string): Promise<void> {
    const contact = this.contacts.find((each) => each.id === id);
    const audience = contact ?? this.now;
    if (!audience) return;
    const { culture, rank, language } = audience;
    await this.#tell({ culture, rank, language: language || this.now!.language }, contact?.id ?? null);
  }

  async turnCulture(step: number): Promise<void> {
    const at = this.cultures.findIndex(({ id }) => id === this.now?.culture);
    const next = this.cultures[around(at, step, this.cultures.length)];
    if (next) await this.setCulture(next.id);
  }

  async turnLanguage(): Promise<void> {
    const at = this.languages.findIndex(({ id }) => id === this.now?.language);
    const next = this.languages[around(at, 1, this.languages.length)];
    if (next) await this.setLanguage(next.id);
  }

  async setRankAt(index: number): Promise<void> {
    const rank = ranks[index];
    if (rank) await this.setRank(rank);
  }

  /** The person stays while culture and rank are still theirs. */
  async #set(change: Partial<Audience>): Promise<void> {
    if (!this.now) return;
    const audience = { ...this.now, ...change };
    const stays = this.contact?.culture === audience.culture && this.contact.rank === audience.rank;
    await this.#tell(audience, stays ? this.contact!.id : null);
  }

  async #tell(audience: Audience, contact: string | null): Promise<void> {
    this.known = await this.#backend.setAudience(audience, contact);
    this.forgetTyped();
  }

  #typed<One extends Facet>(facet: One): (Typed & { facet: One }) | undefined {
    const words = this.last ? [...this.typed, this.last] : this.typed;
    return words.find((word): word is Typed & { facet: One } => word.facet === facet);
  }

  /** The language that typed words name: one of the culture if it has such a one, else any. */
  #typedLanguage(culture: string, otherwise: string): string {
    const start = this.#typed("language")?.value;
    if (start === undefined) return otherwise;
    const all = [otherwise, ...this.#languagesOf(culture), ...(this.known?.languages ?? []).map(({ id }) => id)];
    return all.find((tag) => tag === start || tag.startsWith(`${start}-`)) ?? otherwise;
  }

  #languagesOf(culture: string): readonly string[] {
    return this.cultures.find(({ id }) => id === culture)?.languages ?? [];
  }
}
