/** The palette: what was typed, what the keys do, and what happens with the phrase that is chosen. Markup only draws it. */
import { asFailure, type Backend, type Found, type Hit } from "../ipc/backend";
import { firmnessName } from "../names";
import { sentence } from "../shared/failure";
import { text } from "../shared/texts.svelte";
import { AudienceChoice } from "./audience.svelte";
import type { Command } from "./commands";
import { Findings } from "./findings.svelte";
import { Form } from "./form.svelte";
import { takeTyped, type Typed } from "./typed";

/** How long typing rests before the count is said, in milliseconds: nobody wants to hear one per letter. */
const REST = 300;

export class Palette {
  readonly audience: AudienceChoice;
  readonly findings: Findings;
  query = $state("");
  form = $state.raw<Form | null>(null);
  onLadder = $state(false);
  /** Goes up whenever the query should have the focus. */
  focused = $state(0);

  /** What happened last, until something else does. */
  #said = $state("");
  #failed = $state(false);
  #counted = $state.raw<Found | null>(null);
  readonly #backend: Backend;
  #work: Promise<void> = Promise.resolve();
  #begun = false;
  #acting = false;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
    this.audience = new AudienceChoice(backend);
    this.findings = new Findings(backend, this.audience);
  }

  /** Listens to the window program until the function it returns is called. */
  listen(): () => void {
    const stops = [
      this.#backend.on("palette-shown", ({ phrase }) => void this.begin(phrase)),
      // Made ready for the next time, so that nothing old is seen then.
      this.#backend.on("palette-hidden", () => void this.begin(null)),
      this.#backend.on("changed", () => void this.refresh()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Nothing was found: the one row is the next step. */
  get writing(): boolean {
    return this.findings.found !== null && this.findings.hits.length === 0;
  }

  /** Nothing was typed. */
  get empty(): boolean {
    return this.query === "" && this.audience.typed.length === 0;
  }

  /** What the status line says, and readers hear. */
  get status(): string {
    if (this.#said) return this.#said;
    if (this.form) return text("palette-open", { open: this.form.open.length, all: this.form.fields.length });
    if (!this.#counted) return "";
    const { here, elsewhere } = this.#counted;
    return this.empty || elsewhere === 0 ? text("palette-count", { count: here }) : text("palette-found", { here, elsewhere });
  }

  /** The status is about something that was not done. */
  get failed(): boolean {
    return this.#said !== "" && this.#failed;
  }

  /** Begins, unless the window program has said already with what. */
  start(): Promise<void> {
    return this.#begun ? this.#work : this.begin(null);
  }

  /** Starts anew, with a phrase if one was asked for. */
  begin(phrase: string | null): Promise<void> {
    const before = this.#work;
    this.#begun = true;
    this.query = "";
    this.audience.typed = [];
    this.#leave();
    this.focused += 1;
    return this.#do(async () => {
      await before;
      await this.audience.load();
      await this.#search({});
      if (phrase === null || !(await this.findings.bring(phrase, null))) return;
      await this.#look();
      this.#openForm();
    });
  }

  /** Asks again for what is on show, and keeps what is selected. */
  refresh(): Promise<void> {
    const before = this.#work;
    return this.#do(async () => {
      await before;
      await this.audience.load();
      await this.#search({ keep: true });
    });
  }

  /** The query has changed. */
  type(query: string): Promise<void> {
    const known = this.audience.known;
    const { typed, rest } = known ? takeTyped(query, known) : { typed: [], rest: query };
    this.query = rest;
    if (typed.length > 0) this.audience.addTyped(typed);
    return this.#searchAnew();
  }

  /** A typed word that named an audience is taken back. */
  untype(word: Typed): Promise<void> {
    this.audience.removeTyped(word);
    return this.#searchAnew();
  }

  select(index: number): Promise<void> {
    this.#leave();
    this.findings.select(index);
    return this.#do(() => this.#look());
  }

  /** Something was typed into the form. */
  answer(name: string, value: string): Promise<void> {
    this.#say("");
    this.form?.type(name, value);
    return this.#do(() => this.#look());
  }

  /** Changes the audience by one of its own functions, then looks again. */
  address(change: (audience: AudienceChoice) => Promise<void>): Promise<void> {
    this.#leave();
    return this.#do(async () => {
      await change(this.audience);
      await this.#search({});
    });
  }

  /** Copies, or opens the mail program and copies: what the phrase is for, or the other of the two. First asks for what is missing. */
  async act(other = false): Promise<void> {
    if (this.#acting) return;
    this.#acting = true;
    // Enter is meant for what was typed, not for what the last answer left on show.
    await this.#settled();
    await this.#do(() => this.#actOn(this.findings.selected, other));
    this.#acting = false;
  }

  /** Goes one rung up or down in this situation, if there is one. */
  async climb(by: 1 | -1): Promise<void> {
    await this.#settled();
    const row = this.findings.selected?.row;
    if (!row) return;
    this.#leave();
    this.onLadder = true;
    const rung = this.findings.rung(by);
    await this.#do(async () => {
      if (rung?.id && (await this.findings.bring(rung.id, row.situation))) {
        await this.#look();
        this.#say(text("palette-rung", { at: rung.firmness, name: firmnessName(rung.firmness) }));
      } else this.#say(text(by > 0 ? "palette-no-firmer" : "palette-no-softer"));
    });
  }

  /** Opens the settings window on the selected phrase, or to write a new one. */
  edit(): Promise<void> {
    const phrase = this.findings.selected?.row.id ?? null;
    return this.#do(async () => {
      await this.#backend.openSettings(phrase);
      await this.#backend.hidePalette();
    });
  }

  favour(): Promise<void> {
    const row = this.findings.selected?.row;
    if (!row) return Promise.resolve();
    return this.#do(async () => {
      const favourite = await this.#backend.setFavourite(row.id, !row.favourite);
      this.findings.markFavourite(row.id, favourite);
      this.#say(text(favourite ? "palette-favourite-added" : "palette-favourite-removed"));
    });
  }

  /** Closes the form, else clears the query, else hides. */
  escape(): Promise<void> {
    if (this.form) {
      this.#leave();
      this.focused += 1;
      return this.#do(() => this.#look());
    }
    if (this.empty) return this.#do(() => this.#backend.hidePalette());
    this.query = "";
    this.audience.typed = [];
    return this.#searchAnew();
  }

  /** Does what a key asked for; says whether the key is used up. */
  run(command: Command): boolean {
    switch (command.does) {
      case "move":
        return used(this.select(this.findings.at + command.by));
      case "first":
        return used(this.select(0));
      case "last":
        return used(this.select(this.findings.hits.length - 1));
      case "act":
        return used(this.act());
      case "other":
        return used(this.act(true));
      case "rung":
        return used(this.climb(command.by));
      case "rank":
        return used(this.address((audience) => audience.setRankAt(command.index)));
      case "culture":
        return used(this.address((audience) => audience.turnCulture(command.by)));
      case "language":
        return used(this.address((audience) => audience.turnLanguage()));
      case "edit":
        return used(this.edit());
      case "favourite":
        return used(this.favour());
      case "escape":
        return used(this.escape());
      case "step":
        return this.#step(command.by);
      case "untype":
        return this.#untypeLast();
      case "back":
        this.focused += 1;
        // The character that brought the focus back belongs to the query.
        return false;
    }
  }

  async #actOn(hit: Hit | null, other: boolean): Promise<void> {
    if (this.writing) return this.edit();
    if (!hit || (this.form ? this.form.goToOpen() : this.#openForm())) return;
    const byMail = (hit.row.channel === "email") !== other;
    const filling = this.findings.filling(hit, this.form?.set ?? {});
    const copied = await (byMail ? this.#backend.mail(filling) : this.#backend.copy(filling));
    this.#say(text("palette-copied", { situation: copied.situation, culture: copied.culture, rank: copied.rank }));
    for (const [key, value] of this.form?.toKeep ?? []) await this.#backend.setSetting(key, value);
    await this.#backend.hidePalette();
  }

  /** Opens the form if the phrase on show needs one; says whether it does. */
  #openForm(): boolean {
    const { shown } = this.findings;
    if (!shown || shown.preview.open.length === 0) return false;
    this.#say("");
    this.onLadder = false;
    this.form = new Form(shown.preview.open, shown.hit.row.language);
    return true;
  }

  #step(by: 1 | -1): boolean {
    if (!this.form?.step(by)) return false;
    return used(this.#do(() => this.#look()));
  }

  #untypeLast(): boolean {
    const last = this.audience.typed.at(-1);
    return last !== undefined && used(this.untype(last));
  }

  #searchAnew(): Promise<void> {
    this.#leave();
    return this.#do(() => this.#search({ rest: REST }));
  }

  async #search({ keep = false, rest = 0 }): Promise<void> {
    clearTimeout(this.#resting);
    const answer = await this.findings.search(this.query, keep);
    if (!answer) return;
    const count = () => (this.#counted = this.findings.found);
    if (rest > 0) this.#resting = setTimeout(count, rest);
    else count();
    // A phrase that the ladder brought along is in no search; one that is nowhere takes its form with it.
    if (answer.lost !== null && !(await this.findings.bring(answer.lost, null))) this.#leave();
    await this.#look();
  }

  #look(): Promise<void> {
    return this.findings.look(this.form?.set ?? {});
  }

  #say(said: string, failed = false): void {
    this.#said = said;
    this.#failed = failed;
  }

  /** Leaves the form and the ladder, and what was said about them. */
  #leave(): void {
    this.form = null;
    this.onLadder = false;
    this.#say("");
  }

  /** Does some work and says what went wrong with it. */
  #do(work: () => Promise<void>): Promise<void> {
    const done = work().catch((thrown: unknown) => {
      this.#say(sentence(asFailure(thrown)), true);
    });
    this.#work = Promise.all([this.#work, done]).then(() => undefined);
    return done;
  }

  /** Waits until every question so far has its answer. */
  async #settled(): Promise<void> {
    for (let seen; seen !== this.#work; ) await (seen = this.#work);
  }
}

/** The work goes on by itself; the key has done its part. */
function used(work: Promise<void>): true {
  void work;
  return true;
}
