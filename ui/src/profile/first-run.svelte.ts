/** The first run: who the user is and whom they answer, asked once and never again after “later”. */
import { asFailure, type Audience, type Backend, type Failure, type Preview, type Rank } from "../ipc/backend";
import { noFilter } from "../library/listing.svelte";
import type { Known } from "../settings/known.svelte";
import type { Preferences } from "../settings/preferences.svelte";

const LATER = "fencun-first-run-later";

/** How the library answers in one place. */
export type Sample = { culture: string; name: string; language: string; preview: Preview };

export class FirstRun {
  step = $state<1 | 2>(1);
  culture = $state("");
  language = $state("");
  rank = $state<Rank>("client");
  samples = $state.raw<readonly Sample[]>([]);
  /** The questions are on show. Once begun they go on to the end, though the first answers make it no first run any more. */
  asking = $state(false);

  readonly #backend: Backend;
  readonly #known: Known;
  readonly #preferences: Preferences;
  readonly #store: Pick<Storage, "getItem" | "setItem">;
  #passed = false;

  constructor(backend: Backend, known: Known, preferences: Preferences, store: Pick<Storage, "getItem" | "setItem"> = localStorage) {
    this.#backend = backend;
    this.#known = known;
    this.#preferences = preferences;
    this.#store = store;
  }

  /** Begins unless the person has answered or declined before, and looks up what the library says in each place. */
  async begin(): Promise<void> {
    if (this.#passed || this.#store.getItem(LATER) !== null) return;
    this.asking = true;
    const [first] = this.#known.choices.cultures;
    this.choose(first?.id ?? "");
    await this.#fillSamples();
  }

  choose(culture: string, language?: string): void {
    this.culture = culture;
    this.language = language ?? this.languages(culture)[0] ?? "en";
  }

  languages(culture: string): readonly string[] {
    return this.#known.choices.cultures.find(({ id }) => id === culture)?.languages ?? [];
  }

  /** On to the places, once name and address are safe. */
  async next(): Promise<void> {
    const kept = await Promise.all([this.#preferences.commit("profile.name"), this.#preferences.commit("profile.email")]);
    if (!kept.every(Boolean)) return;
    this.step = 2;
    // They read otherwise with the address in them.
    await this.#fillSamples();
  }

  /** The menu and the palette begin with those the user answers most. Why that was refused, if it was: it can be set in the menu too. */
  async finish(): Promise<Failure | null> {
    const { culture, rank, language } = this;
    const done = culture ? this.#backend.setAudience({ culture, rank, language }, null) : Promise.resolve();
    const failure = await done.then(() => null, asFailure);
    this.later();
    return failure;
  }

  /** The person said “later”, or is through: not again. */
  later(): void {
    this.#store.setItem(LATER, "yes");
    this.pass();
  }

  /** Something else is wanted now; the questions can come another time. */
  pass(): void {
    this.#passed = true;
    this.asking = false;
  }

  async #fillSamples(): Promise<void> {
    const asked = this.#known.choices.cultures.map(({ id, languages }) => this.#sample({ culture: id, rank: "client", language: languages[0] ?? "en" }));
    const answers = await Promise.allSettled(asked);
    this.samples = answers.flatMap((answer) => (answer.status === "fulfilled" && answer.value ? [answer.value] : []));
  }

  async #sample(audience: Audience): Promise<Sample | null> {
    const filter = { ...noFilter, ...audience, situation: "move-to-email" };
    const { rows } = await this.#backend.browse({ query: "", filter, offset: 0, limit: 1 });
    const row = rows[0];
    if (!row) return null;
    const preview = await this.#backend.preview({ id: row.id, set: {}, contact: null, audience, person: null, remember: false, sure: false, paste: false });
    return { culture: audience.culture, name: row.culture_name, language: row.language, preview };
  }
}
