/** The settings window: which page is open, how the program stands, and what all pages share. */
import { Recorder } from "../behaviour/recorder.svelte";
import { asFailure, type Backend, type Status } from "../ipc/backend";
import { History } from "../history/history.svelte";
import { Library } from "../library/library.svelte";
import { Packs } from "../packs/packs.svelte";
import { FirstRun } from "../profile/first-run.svelte";
import { Memories } from "../profile/memories.svelte";
import { People } from "../profile/people.svelte";
import { sentence } from "../shared/failure";
import { text } from "../shared/texts.svelte";
import { Known } from "./known.svelte";
import { Preferences } from "./preferences.svelte";
import { Saving } from "./saving.svelte";
import { Undoing } from "./undoing.svelte";

export const pages = ["library", "history", "profile", "behaviour", "packs", "about"] as const;
export type PageName = (typeof pages)[number];

export class SettingsWindow {
  readonly saving = new Saving();
  readonly undoing = new Undoing();
  readonly known: Known;
  readonly preferences: Preferences;
  readonly library: Library;
  readonly history: History;
  readonly people: People;
  readonly memories: Memories;
  readonly packs: Packs;
  readonly firstRun: FirstRun;
  readonly recorder: Recorder;
  page = $state<PageName>("library");
  status = $state.raw<Status | null>(null);
  /** All that the first page needs was asked for. */
  begun = $state(false);

  readonly #backend: Backend;
  #phrase: string | null = null;
  #write: string | null = null;

  constructor(backend: Backend) {
    this.#backend = backend;
    this.known = new Known(backend);
    this.preferences = new Preferences(backend, this.saving, this.undoing);
    this.library = new Library(backend, this.known, this.saving, this.undoing);
    this.history = new History(backend, this.known, this.saving, this.undoing);
    this.memories = new Memories(backend);
    this.people = new People(backend, this.known, this.saving, this.undoing);
    this.packs = new Packs(backend, this.saving, this.undoing);
    this.firstRun = new FirstRun(backend, this.known, this.preferences);
    this.recorder = new Recorder(this.preferences);
    this.library.ontrace = (id) => this.trace(id);
  }

  /** Whether the first questions are still to be asked. */
  get asks(): boolean {
    return this.begun && this.firstRun.asking;
  }

  /** Undo is there where it is clear what it takes back: this window's last change, or the library's. */
  get undoable(): boolean {
    return this.undoing.any || this.page === "library" || this.page === "history";
  }

  /** What the header says, and readers hear. */
  get says(): string {
    if (this.saving.said) return this.saving.said;
    const { state } = this.saving;
    if (state === "saving") return text("settings-saving");
    if (state === "failed") return text("settings-not-saved");
    return state === "saved" ? text("settings-saved") : "";
  }

  /** Listens to the window program until the function it returns is called. */
  listen(): () => void {
    const stops = [this.#backend.on("settings-shown", ({ phrase, write }) => void this.show(phrase, write)), this.#backend.on("changed", () => void this.refresh())];
    return () => stops.forEach((stop) => stop());
  }

  /** How the program stands now. */
  hear(status: Status): void {
    this.status = status;
  }

  async begin(): Promise<void> {
    await Promise.all([this.known.load(), this.preferences.load()]);
    this.begun = true;
    if (this.status?.first_run) void this.firstRun.begin();
    await this.library.begin(this.#phrase);
    if (this.#write !== null) this.library.write(this.#write);
  }

  /** The window was called for, with a phrase if one is to be seen, or with words that a new one begins with. */
  async show(phrase: string | null, write: string | null): Promise<void> {
    [this.#phrase, this.#write] = [phrase, write];
    if (phrase === null && write === null) return;
    this.page = "library";
    this.firstRun.pass();
    if (!this.begun) return;
    if (phrase !== null) await this.library.begin(phrase);
    else if (write !== null) this.library.write(write);
  }

  /** What was done to a phrase, or to all of them. */
  trace(phrase: string | null): void {
    this.open("history");
    void this.history.trace(phrase);
  }

  /** Back from the history to a phrase. */
  async phrase(id: string): Promise<void> {
    this.open("library");
    await this.library.select(id);
    this.library.reading = true;
  }

  /** The first questions are answered. */
  async finishFirstRun(): Promise<void> {
    const failure = await this.firstRun.finish();
    if (failure) this.saving.say(sentence(failure));
  }

  open(page: PageName): void {
    this.page = page;
    this.saving.say("");
    void this.#load(page);
  }

  async undo(): Promise<void> {
    await this.flush();
    try {
      if (!(await this.undoing.undo())) await this.library.undoLast();
      await this.#load(this.page);
      this.saving.say(text("settings-undone"));
    } catch (thrown) {
      this.saving.say(sentence(asFailure(thrown)));
    }
  }

  /** Saves whatever is not safe yet, as when the window closes. */
  async flush(): Promise<void> {
    await Promise.all([this.library.flush(), this.preferences.flush(), this.people.save()]);
  }

  async refresh(): Promise<void> {
    await Promise.all([this.known.load(), this.preferences.load(), this.library.refresh(), this.#load(this.page)]);
  }

  /** Asks for what only one page shows. */
  async #load(page: PageName): Promise<void> {
    if (page === "packs" || page === "about") await this.packs.load();
    else if (page === "history") await this.history.load();
    else if (page === "profile") await this.memories.load();
  }
}
