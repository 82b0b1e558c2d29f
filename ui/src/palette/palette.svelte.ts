/** The palette: what was typed, what the keys do, and what happens with the phrase that is chosen. Markup only draws it. */
import { asFailure, type Backend, type Hit, type Reminder, type Rung } from "../ipc/backend";
import { firmnessName } from "../names";
import { text } from "../shared/texts.svelte";
import { AudienceChoice } from "./audience.svelte";
import type { Command } from "./commands";
import { obey } from "./doing";
import { Findings, type Given } from "./findings.svelte";
import { Form } from "./form.svelte";
import { agreed, copiedText, Giving, type Order } from "./giving.svelte";
import { isHarmful } from "./harmful";
import { hear } from "./hearing";
import { Later } from "./later.svelte";
import { Saying } from "./saying.svelte";
import { Standing } from "./standing.svelte";
import type { Typed } from "./typed";
import { Work } from "./work";

export class Palette {
  readonly audience: AudienceChoice;
  readonly findings: Findings;
  readonly later: Later;
  readonly giving: Giving;
  readonly standing: Standing;
  query = $state("");
  form = $state.raw<Form | null>(null);
  onLadder = $state(false);
  /** Goes up whenever the query should have the focus. */
  focused = $state(0);

  readonly saying = new Saying();
  /** A row was chosen by hand. */
  #moved = $state(false);
  readonly #backend: Backend;
  readonly #work = new Work((thrown) => this.saying.fail(thrown));
  #begun = false;
  #acting = false;

  constructor(backend: Backend) {
    this.#backend = backend;
    this.audience = new AudienceChoice(backend);
    this.findings = new Findings(backend, this.audience);
    this.later = new Later(backend);
    this.giving = new Giving(backend);
    this.standing = new Standing(backend);
  }

  /** Listens to the window program until the function it returns is called. */
  readonly listen = (): (() => void) => hear(this, this.#backend);

  /** Packs are still being read, and nothing was found in those that were. */
  get loading(): boolean {
    return this.standing.loading && this.findings.hits.length === 0;
  }

  /** Nothing was found: the one row is the next step. */
  get writing(): boolean {
    return this.findings.found !== null && this.findings.hits.length === 0 && !this.loading;
  }

  /** The next rung is offered and not passed by. */
  get proposing(): boolean {
    return this.empty && this.findings.proposal !== null && !this.onLadder && !this.#moved;
  }

  /** Nothing was typed. */
  get empty(): boolean {
    return this.query === "" && this.audience.typed.length === 0;
  }

  /** What is looked for: the query without the word at its end that narrows the search. */
  get sought(): string {
    const { last } = this.audience;
    return (last ? this.query.slice(0, -last.word.length) : this.query).trim();
  }

  /** What the status line says, and readers hear. */
  get status(): string {
    return this.saying.status({ form: this.form, loading: this.standing.loading, empty: this.empty });
  }

  /** Begins, unless the window program has said already with what. */
  start(): Promise<void> {
    return this.#begun ? this.#work.all : this.begin(null);
  }

  /** Starts anew, with a phrase if one was asked for. */
  begin(phrase: string | null): Promise<void> {
    this.#begun = true;
    this.query = "";
    this.audience.forgetTyped();
    this.#leave();
    this.focused += 1;
    return this.#anew(async () => {
      await this.#search({});
      if (phrase !== null) await this.#come(phrase);
    });
  }

  /** Asks again for what is on show, and keeps what is selected. */
  refresh(): Promise<void> {
    return this.#anew(() => this.#search({ keep: true }));
  }

  /** The query has changed. */
  type(query: string): Promise<void> {
    this.query = this.audience.take(query);
    return this.#searchAnew();
  }

  /** A typed word that named an audience is taken back. */
  untype(word: Typed): Promise<void> {
    this.audience.removeTyped(word);
    return this.#searchAnew();
  }

  /** Goes so many rows on: in what was typed, where the answer is still to come. */
  move(by: number): Promise<void> {
    const go = () => this.select(this.findings.at + by);
    return this.findings.searching ? this.#meant(go) : go();
  }

  /** Brings more rows, where there are any, for somebody who has come near the end of those that are there. */
  more(): Promise<void> {
    return this.findings.grow() ? this.#work.do(() => this.#search({ keep: true })) : Promise.resolve();
  }

  select(index: number): Promise<void> {
    this.#leave();
    this.#moved = true;
    this.findings.select(index);
    return this.#work.do(() => this.#look());
  }

  /** Something was typed into the form. */
  answer(name: string, value: string): Promise<void> {
    this.form?.type(name, value);
    return this.answered();
  }

  /** The form has other answers than before; for another person others may be remembered. */
  answered(): Promise<void> {
    this.saying.say("");
    return this.#work.do(async () => {
      await this.#look();
      if (this.form?.recall(this.findings.shown?.preview.open ?? [])) await this.#look();
    });
  }

  /** Changes the audience by one of its own functions, then looks again. The words that named another have done their part. */
  address(change: (audience: AudienceChoice) => Promise<void>): Promise<void> {
    const { last } = this.audience;
    this.#leave();
    return this.#work.do(async () => {
      await change(this.audience);
      if (last && !this.audience.last && this.query.endsWith(last.word)) this.query = this.query.slice(0, -last.word.length);
      await this.#search({});
    });
  }

  /** Copies, or opens the mail program and copies: what the phrase is for, or the other of the two. First asks for what is missing. */
  async act(other = false): Promise<void> {
    if (this.#acting) return;
    this.#acting = true;
    await this.#meant(() => this.#actOn(this.findings.selected, other));
    this.#acting = false;
  }

  /** Copies after all what was asked about. */
  async confirm(): Promise<void> {
    const { question } = this.giving;
    if (!question || this.#acting) return;
    this.#acting = true;
    await this.#work.do(() => this.#give(agreed(question)));
    this.#acting = false;
    if (!this.form) this.focused += 1;
  }

  /** Selects the next rung for the person who is written to. */
  takeProposal(): Promise<void> {
    return this.#meant(async () => {
      const { proposal } = this.findings;
      if (!proposal) return;
      this.#leave();
      await this.#goTo(proposal);
    });
  }

  /** Asks when the phrase is to come back; first for what is missing. */
  async askWhen(): Promise<void> {
    if (this.later.open || this.later.coming) return this.escape();
    this.later.coming = true;
    await this.#meant(async () => {
      // Somebody may have typed on.
      if (!this.later.coming) return;
      this.later.coming = false;
      if (!this.findings.selected || this.#isMissing()) return;
      this.saying.say("");
      this.giving.question = null;
      this.later.open = true;
    });
  }

  /** Brings the phrase back after some minutes. */
  putOff(minutes: number): Promise<void> {
    return this.#meant(async () => {
      const hit = this.findings.selected;
      if (!hit || !this.later.open) return;
      await this.later.putOff(this.findings.filling(hit, this.#given()), minutes);
      await this.#done(text("palette-later-done", { minutes }));
    });
  }

  /** Copies a phrase that waits, for the person it was put off for; brings it up where something is missing. */
  take(reminder: Reminder): Promise<void> {
    this.#leave();
    this.later.taken = reminder;
    this.focused += 1;
    const filling = { ...reminder.filling, paste: true };
    return this.#work.do(async () => {
      try {
        await this.#give({ filling, byMail: reminder.channel === "email" });
      } catch (thrown) {
        if (asFailure(thrown).code !== "openPlaceholders") throw thrown;
        await this.#come(reminder.id);
      }
    });
  }

  /** Lets a phrase that waits be. */
  drop(reminder: Reminder): Promise<void> {
    this.focused += 1;
    return this.#work.do(async () => {
      await this.later.drop(reminder.number);
      this.saying.say(text("palette-waiting-dropped"));
    });
  }

  /** Goes one rung up or down in this situation, if there is one. */
  climb(by: 1 | -1): Promise<void> {
    return this.#meant(async () => {
      if (!this.findings.selected) return;
      this.#leave();
      this.onLadder = true;
      if (!(await this.#goTo(this.findings.rung(by)))) this.saying.say(text(by > 0 ? "palette-no-firmer" : "palette-no-softer"));
    });
  }

  /** Opens the settings window: on the selected phrase, or to write a new one, or without either. */
  readonly edit = ({ bare = false } = {}): Promise<void> => this.#meant(() => this.#edit(bare));

  favour(): Promise<void> {
    return this.#meant(async () => {
      const favourite = await this.findings.favour();
      if (favourite !== null) this.saying.say(text(favourite ? "palette-favourite-added" : "palette-favourite-removed"));
    });
  }

  /** Closes what is open on top, else the form, else clears the query, else hides. */
  escape(): Promise<void> {
    if (this.giving.question || this.later.open || this.later.coming) {
      this.giving.question = null;
      this.later.close();
      if (!this.form) this.focused += 1;
      return Promise.resolve();
    }
    if (this.form?.closePicker()) return Promise.resolve();
    if (this.form) {
      this.#leave();
      return this.#work.do(() => this.#look());
    }
    if (this.empty) return this.#work.do(() => this.#backend.hidePalette());
    this.query = "";
    this.audience.forgetTyped();
    return this.#searchAnew(false);
  }

  /** Does what a key asked for; says whether the key is used up. */
  readonly run = (command: Command): boolean => obey(this, command);

  /** Goes to a rung of the ladder; says whether it is there. */
  async #goTo(rung: Pick<Rung, "id" | "firmness"> | null): Promise<boolean> {
    if (!rung?.id || !(await this.findings.bring(rung.id))) return false;
    this.onLadder = true;
    await this.#look();
    this.saying.say(text("palette-rung", { at: rung.firmness, name: firmnessName(rung.firmness) }));
    return true;
  }

  async #edit(bare = false): Promise<void> {
    const phrase = (!bare && this.findings.selected?.row.id) || null;
    await this.#backend.openSettings(phrase, phrase === null && !bare ? this.sought || null : null);
    await this.#backend.hidePalette();
  }

  async #actOn(hit: Hit | null, other: boolean): Promise<void> {
    if (this.writing) return this.#edit();
    if (!hit || this.#isMissing()) return;
    await this.#give({ filling: this.findings.filling(hit, this.#given()), byMail: (hit.row.channel === "email") !== other });
  }

  /** Copies or mails, unless it has to be asked about first. */
  async #give(order: Order): Promise<void> {
    this.later.open = false;
    const copied = await this.giving.give(order);
    if (!copied) return this.saying.say("");
    if (this.later.taken?.id === copied.id) await this.later.drop(this.later.taken.number);
    await this.#done(copiedText(copied));
  }

  /** Says what was done, keeps the answers that belong to the profile, and hides. */
  async #done(said: string): Promise<void> {
    this.saying.say(said);
    for (const [key, value] of this.form?.toKeep ?? []) await this.#backend.setSetting(key, value);
    await this.#backend.hidePalette();
  }

  /** Comes to a phrase that somebody asked for, and goes on to what has to be answered before it can be copied. */
  async #come(phrase: string): Promise<void> {
    if (!(await this.findings.bring(phrase))) return;
    this.#moved = true;
    await this.#look();
    const { shown } = this.findings;
    if (!shown || this.#openForm()) return;
    const words = [...shown.preview.parts, ...shown.preview.subject].map((part) => part.text).join("");
    if (isHarmful(words)) await this.#actOn(shown.hit, false);
  }

  /** Goes to what is missing in the form, or opens it for that; says whether anything is. */
  #isMissing(): boolean {
    return this.form ? this.form.goToOpen() : this.#openForm();
  }

  /** Opens the form if the phrase on show needs one; says whether it does. */
  #openForm(): boolean {
    const { shown } = this.findings;
    if (!shown || shown.preview.open.length === 0) return false;
    this.saying.say("");
    this.onLadder = false;
    this.form = new Form(shown.preview.open, { language: shown.hit.row.language, contact: this.audience.contact?.name });
    if (this.form.remembers) void this.#work.do(() => this.#look());
    return true;
  }

  /** Searches for an audience that may be another, once all else is done. */
  #anew(search: () => Promise<void>): Promise<void> {
    const [before, learnt] = [this.#work.all, this.#learn()];
    return this.#work.do(async () => {
      await before;
      await this.audience.load();
      await search();
      await learnt;
    });
  }

  /** Does what is meant for what was typed, not for what the last answer left on show; after all that was asked for before. */
  #meant(work: () => Promise<void>): Promise<void> {
    const before = this.#work.all;
    return this.#work.do(async () => {
      await before;
      await this.findings.settled();
      await work();
    });
  }

  #searchAnew(typing = true): Promise<void> {
    this.#leave();
    return this.#work.do(() => this.#search({ typing }));
  }

  async #search({ keep = false, typing = false }): Promise<void> {
    const answer = await this.findings.search(this.sought, keep);
    if (!answer) return;
    if (!keep) this.#moved = false;
    this.saying.count(this.findings.found, typing);
    // A phrase that the ladder brought along is in no search; one that is nowhere takes its form with it.
    if (answer.lost !== null && !(await this.findings.bring(answer.lost))) this.#leave();
    await this.#look();
  }

  readonly #given = (): Given => this.form?.given ?? { set: {} };
  readonly #look = (): Promise<void> => this.findings.look(this.#given());

  /** How the program stands, and what waits. */
  async #learn(): Promise<void> {
    await this.later.load(await this.standing.learn()).catch(() => undefined);
  }

  /** Leaves the form, the ladder and every question, and what was said about them. */
  #leave(): void {
    // Their fields and buttons may have the focus.
    if (this.form || this.giving.question || this.later.open) this.focused += 1;
    this.form = null;
    this.giving.question = null;
    this.later.close();
    this.later.taken = null;
    this.onLadder = false;
    this.saying.say("");
  }
}
