/** What every page chooses from, and the people the user answers. */
import type { Backend, Choices, Contact } from "../ipc/backend";

const nothing: Choices = { cultures: [], situations: [], reasons: [], languages: [], packs: [], placeholders: [] };

export class Known {
  choices = $state.raw<Choices>(nothing);
  contacts = $state.raw<readonly Contact[]>([]);

  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Asks again; what cannot be had stays as it was. */
  async load(): Promise<void> {
    const [choices, contacts] = await Promise.allSettled([this.#backend.choices(), this.#backend.contacts()]);
    if (choices.status === "fulfilled") this.choices = choices.value;
    if (contacts.status === "fulfilled") this.contacts = contacts.value;
  }

  languageName(tag: string): string {
    return this.choices.languages.find(({ id }) => id === tag)?.name ?? tag;
  }

  cultureName(culture: string): string {
    return this.choices.cultures.find(({ id }) => id === culture)?.name ?? culture;
  }

  /** The languages that can be written: those that are known, and those that are in use. */
  languagesWith(used: readonly string[]): string[] {
    return [...new Set([...this.choices.languages.map(({ id }) => id), ...used])];
  }
}
