/** Whom the user writes to: what is set, and what the typed words make of it for this search. */
import type { Audience, AudienceState, Backend, Choice, Contact, Rank } from "../ipc/backend";
import { ranks } from "../names";
import { around } from "../shared/choice";
import type { Typed } from "./typed";

export class AudienceChoice {
  known = $state.raw<AudienceState | null>(null);
  contacts = $state.raw<readonly Contact[]>([]);
  typed = $state.raw<readonly Typed[]>([]);

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
    return { culture, rank, language: culture === set.culture ? set.language : (this.#languagesOf(culture)[0] ?? set.language) };
  }

  /** Whom a search is for: nothing where it is for whoever is set. */
  get searched(): Audience | undefined {
    return this.typed.length > 0 ? (this.now ?? undefined) : undefined;
  }

  /** The person it goes to; nobody where the typed words lead to another audience. */
  get contact(): Contact | null {
    const id = this.known?.contact;
    return (this.typed.length === 0 && this.contacts.find((contact) => contact.id === id)) || null;
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

  isTyped(facet: Typed["facet"]): boolean {
    return this.#typed(facet) !== undefined;
  }

  async load(): Promise<void> {
    const [known, contacts] = await Promise.all([this.#backend.audience(), this.#backend.contacts()]);
    this.known = known;
    this.contacts = contacts;
  }

  /** Adds typed words; a later one of the same facet replaces the earlier. */
  addTyped(words: readonly Typed[]): void {
    const later = (word: Typed, index: number, all: readonly Typed[]) => !all.slice(index + 1).some(({ facet }) => facet === word.facet);
    this.typed = [...this.typed, ...words].filter(later);
  }

  removeTyped(word: Typed): void {
    this.typed = this.typed.filter((each) => each !== word);
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
    this.typed = [];
  }

  #typed<Facet extends Typed["facet"]>(facet: Facet): (Typed & { facet: Facet }) | undefined {
    return this.typed.find((word): word is Typed & { facet: Facet } => word.facet === facet);
  }

  #languagesOf(culture: string): readonly string[] {
    return this.cultures.find(({ id }) => id === culture)?.languages ?? [];
  }
}
