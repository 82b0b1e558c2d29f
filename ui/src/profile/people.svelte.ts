/** The people the user answers: a list, and one in hand. */
import { asFailure, type Backend, type Contact, type Failure } from "../ipc/backend";
import type { Known } from "../settings/known.svelte";
import { REST } from "../settings/later";
import type { Saving } from "../settings/saving.svelte";
import type { Undoing } from "../settings/undoing.svelte";

export class People {
  /** As typed; null while nobody is in hand. */
  person = $state.raw<Contact | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** The name should have the focus; it says when it has. */
  naming = $state(false);

  readonly #backend: Backend;
  readonly #known: Known;
  readonly #saving: Saving;
  readonly #undoing: Undoing;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<unknown> = Promise.resolve();
  #changed = false;

  constructor(backend: Backend, known: Known, saving: Saving, undoing: Undoing) {
    this.#backend = backend;
    this.#known = known;
    this.#saving = saving;
    this.#undoing = undoing;
  }

  get all(): readonly Contact[] {
    return this.#known.contacts;
  }

  async open(contact: Contact): Promise<void> {
    await this.save();
    this.person = contact;
    this.failure = null;
    this.naming = true;
  }

  async add(): Promise<void> {
    const [culture] = this.#known.choices.cultures;
    await this.open({ id: "", name: "", surname: "", given: "", title: "", culture: culture?.id ?? "", rank: "client", language: culture?.languages[0] ?? "en", email: "", app: "" });
  }

  async close(): Promise<void> {
    if (await this.save()) this.person = null;
  }

  change(change: Partial<Contact>): void {
    if (!this.person) return;
    this.person = { ...this.person, ...change };
    this.#changed = true;
    clearTimeout(this.#timer);
    if (!this.#nameable) return;
    this.#saving.begin("contact");
    this.#timer = setTimeout(() => void this.#queue(false), REST);
  }

  /** Another culture brings its own first language along. */
  moveTo(culture: string): void {
    const language = this.#known.choices.cultures.find(({ id }) => id === culture)?.languages[0];
    this.change({ culture, ...(language && { language }) });
  }

  /** Saves now; the answer is whether nothing is left to save. A person without a name is nobody yet. */
  save(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#changed && this.#nameable ? this.#queue(true) : Promise.resolve(true);
  }

  async remove(contact: Contact): Promise<void> {
    clearTimeout(this.#timer);
    this.#changed = false;
    try {
      await this.#backend.deleteContact(contact.id);
      this.#undoing.note({ what: contact.id, undo: () => this.#keepAgain(contact) });
      this.#saving.done("contact");
      if (this.person?.id === contact.id) this.person = null;
      await this.#known.load();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  get #nameable(): boolean {
    const { name, surname, given } = this.person ?? { name: "", surname: "", given: "" };
    return [name, surname, given].some((each) => each.trim() !== "");
  }

  #queue(aloud: boolean): Promise<boolean> {
    const done = this.#work.then(() => this.#saveNow(aloud));
    this.#work = done;
    return done;
  }

  async #saveNow(aloud: boolean): Promise<boolean> {
    const sent = this.person;
    if (!sent || !this.#changed) return true;
    const before = this.all.find(({ id }) => id === sent.id);
    try {
      const kept = await this.#backend.saveContact(sent);
      if (this.person === sent) {
        this.#changed = false;
        this.#saving.done("contact");
      }
      if (this.person?.id === sent.id) this.person = { ...this.person, id: kept.id };
      this.failure = null;
      this.#undoing.note({ what: `contact ${kept.id}`, joins: true, undo: () => (before ? this.#keepAgain(before) : this.#forget(kept.id)) });
      await this.#known.load();
      return true;
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (aloud || failure.code !== "badValue") this.failure = failure;
      this.#saving.fail("contact", failure);
      return false;
    }
  }

  async #keepAgain(contact: Contact): Promise<void> {
    const kept = await this.#backend.saveContact(contact);
    if (this.person?.id === kept.id) this.person = kept;
    await this.#known.load();
  }

  async #forget(id: string): Promise<void> {
    await this.#backend.deleteContact(id);
    if (this.person?.id === id) this.person = null;
    await this.#known.load();
  }
}
