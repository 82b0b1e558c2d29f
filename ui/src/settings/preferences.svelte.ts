/** The settings: each is saved when it is changed, and says at its own place why it was refused. */
import { asFailure, type Backend, type Failure, type Settings, type SettingValue } from "../ipc/backend";
import { REST } from "./later";
import type { Saving } from "./saving.svelte";
import type { Undoing } from "./undoing.svelte";

const nothing: Settings = {
  profile: { name: "", email: "", hours: "", time_zone: "", deputy: "", deputy_email: "", company: "", reasons: [], app: {} },
  languages: {},
  behaviour: {
    hotkey: "",
    notify_on_copy: true,
    keep_warm_minutes: 30,
    language: "system",
    theme: "system",
    start_at_login: false,
    auto_paste: false,
    put_back_clipboard: false,
    clear_sensitive_seconds: 45,
    remember_people: true,
  },
};

/** The value behind a key such as `profile.app.taiwan`. */
function valueAt(settings: Settings, key: string): SettingValue | undefined {
  const [part, ...names] = key.split(".");
  let value: unknown = settings[part as keyof Settings];
  for (const name of names) value = (value as Record<string, unknown> | undefined)?.[name];
  return value as SettingValue | undefined;
}

export class Preferences {
  settings = $state.raw<Settings>(nothing);
  failure = $state.raw<Failure | null>(null);
  /** What was typed and is not saved, by key. */
  #typed = $state.raw<Readonly<Record<string, string>>>({});
  #refused = $state.raw<Readonly<Record<string, Failure>>>({});

  readonly #backend: Backend;
  readonly #saving: Saving;
  readonly #undoing: Undoing;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #work: Promise<unknown> = Promise.resolve();
  #changes = 0;

  constructor(backend: Backend, saving: Saving, undoing: Undoing) {
    this.#backend = backend;
    this.#saving = saving;
    this.#undoing = undoing;
  }

  /** Asks again. An answer from before a change is of no use. */
  async load(): Promise<void> {
    const changes = this.#changes;
    try {
      const settings = await this.#backend.settings();
      if (changes === this.#changes) this.settings = settings;
      this.failure = null;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  /** What a field shows: what was typed, else what is saved. */
  text(key: string): string {
    const saved = valueAt(this.settings, key);
    return this.#typed[key] ?? (typeof saved === "string" ? saved : "");
  }

  /** A setting that is a number. */
  number(key: string): number {
    return Number(valueAt(this.settings, key) ?? 0);
  }

  refused(key: string): Failure | undefined {
    return this.#refused[key];
  }

  /** A letter was typed. What is half an address is refused in silence until the person is done. */
  type(key: string, value: string): void {
    this.#typed = { ...this.#typed, [key]: value };
    this.#saving.begin(key);
    clearTimeout(this.#timers.get(key));
    this.#timers.set(key, setTimeout(() => void this.#put(key, value.trim(), false), REST));
  }

  /** The person is done with a field. */
  async commit(key: string): Promise<boolean> {
    const typed = this.#typed[key];
    return typed === undefined ? !this.#refused[key] : this.set(key, typed.trim());
  }

  /** Saves a value now; the answer is whether it is safe. */
  set(key: string, value: SettingValue): Promise<boolean> {
    clearTimeout(this.#timers.get(key));
    this.#saving.begin(key);
    return this.#put(key, value, true);
  }

  /** Saves what was typed and waits. */
  async flush(): Promise<void> {
    await Promise.all(Object.keys(this.#typed).map((key) => this.commit(key)));
  }

  #put(key: string, value: SettingValue, aloud: boolean): Promise<boolean> {
    const done = this.#work.then(() => this.#putNow(key, value, aloud));
    this.#work = done;
    return done;
  }

  async #putNow(key: string, value: SettingValue, aloud: boolean): Promise<boolean> {
    const before = valueAt(this.settings, key) ?? null;
    try {
      if (JSON.stringify(before) !== JSON.stringify(value)) {
        this.settings = await this.#backend.setSetting(key, value);
        this.#changes += 1;
        this.#undoing.note({ what: key, joins: typeof value === "string", undo: () => this.#back(key, before) });
      }
      this.#settle(key, value, aloud);
      return true;
    } catch (thrown) {
      this.#refuse(key, asFailure(thrown), aloud);
      return false;
    }
  }

  #settle(key: string, value: SettingValue, aloud: boolean): void {
    this.#refused = without(this.#refused, key);
    const typed = this.#typed[key];
    if (typed !== undefined && typed.trim() !== value) return;
    // While a person is still typing, the space at the end belongs to the next word.
    if (aloud) this.#typed = without(this.#typed, key);
    this.#saving.done(key);
  }

  #refuse(key: string, failure: Failure, aloud: boolean): void {
    if (aloud || failure.code !== "badValue") this.#refused = { ...this.#refused, [key]: failure };
    this.#saving.fail(key, failure);
  }

  async #back(key: string, before: SettingValue): Promise<void> {
    this.settings = await this.#backend.setSetting(key, before);
    this.#changes += 1;
    this.#typed = without(this.#typed, key);
    this.#refused = without(this.#refused, key);
  }
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
