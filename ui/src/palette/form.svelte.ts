/** The form for what is missing: its fields, what was typed into them or is remembered, and which one has the focus. */
import type { OpenField } from "../ipc/backend";
import { dayText, halfHourText, isNoTime, nextHalfHour, timeText } from "./days";
import type { Given } from "./findings.svelte";
import { pickerFor, type Picker } from "./picker.svelte";

/** Placeholders whose value is the name of the person it goes to. */
const NAMES = ["name", "their_name", "person"];

type Opening = {
  /** Of the words. */
  language: string;
  /** What the person set above is called. */
  contact?: string | null;
  now?: () => Date;
};

export class Form {
  readonly fields: readonly OpenField[];
  values = $state<Record<string, string>>({});
  /** The small calendar, or the times of a day, of the field with the focus. */
  picker = $state.raw<Picker | null>(null);
  /** Whether the answers are remembered for the person. */
  remembers = $state(false);

  #active = $state<string | null>(null);
  /** The fields that hold what was answered the last time. */
  #recalled = $state.raw<readonly string[]>([]);
  #touched: string[] = [];
  /** Answers that belong to the profile are kept there unless the user says no. */
  #kept = $state<Record<string, boolean>>({});
  #steps: Record<string, number> = {};
  readonly #language: string;
  readonly #contact: string | null;
  readonly #now: () => Date;

  constructor(fields: readonly OpenField[], { language, contact = null, now = () => new Date() }: Opening) {
    this.fields = fields;
    this.#active = fields[0]?.name ?? null;
    this.#language = language;
    this.#contact = contact;
    this.#now = now;
    this.recall(fields);
  }

  /** The name of the field with the focus. */
  get active(): string | null {
    return this.#active;
  }

  set active(name: string | null) {
    if (name !== this.#active) this.picker = null;
    this.#active = name;
  }

  /** The fields without an answer that can be one, in the order of the words. */
  get open(): readonly OpenField[] {
    return this.fields.filter((field) => !this.values[field.name]?.trim() || this.isWrong(field));
  }

  /** A time that no clock shows. */
  isWrong({ name, kind }: OpenField): boolean {
    return kind === "time" && isNoTime(this.values[name] ?? "");
  }

  /** The answers so far. */
  get set(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.values).filter(([, value]) => value.trim() !== ""));
  }

  /** What to call each field. */
  get labels(): Record<string, string> {
    return Object.fromEntries(this.fields.map(({ name, label }) => [name, label]));
  }

  /** The field with the focus. */
  get current(): OpenField | null {
    return this.fields.find(({ name }) => name === this.active) ?? null;
  }

  /** The name of the person, where it is one of the answers. */
  get person(): string | null {
    const field = this.fields.find(({ name }) => NAMES.includes(name));
    return (field && this.values[field.name]?.trim()) || null;
  }

  /** Whom answers can be remembered for. */
  get whom(): string | null {
    return this.#contact ?? this.person;
  }

  /** The answers, and for whom they are remembered. */
  get given(): Given {
    return { set: this.set, person: this.person, remember: this.remembers && this.whom !== null };
  }

  isRecalled(name: string): boolean {
    return this.#recalled.includes(name);
  }

  type(name: string, value: string): void {
    this.picker = null;
    this.#touched.push(name);
    // Another person has other answers.
    if (NAMES.includes(name) && this.#contact === null) this.#forget();
    this.#recalled = this.#recalled.filter((each) => each !== name);
    this.values[name] = value;
  }

  /** Fills in what was answered for this person the last time, where nobody has typed; says whether it did. */
  recall(fields: readonly OpenField[]): boolean {
    const known = fields.filter(({ name, remembered }) => remembered && !this.#touched.includes(name) && !this.values[name]);
    for (const { name, remembered } of known) this.values[name] = remembered ?? "";
    this.#recalled = [...this.#recalled, ...known.map(({ name }) => name)];
    if (known.length > 0) this.remembers = true;
    return known.length > 0;
  }

  keeps(name: string): boolean {
    return this.#kept[name] ?? true;
  }

  keep(name: string, kept: boolean): void {
    this.#kept[name] = kept;
  }

  /** The answers to keep, by the key of the setting. */
  get toKeep(): readonly [key: string, value: string][] {
    return this.fields.flatMap(({ name, setting }) => {
      const value = this.set[name]?.trim();
      return setting && value && this.keeps(name) ? [[setting, value] as [string, string]] : [];
    });
  }

  /** Takes the next or the previous day or time in the field with the focus; says whether it has such steps. */
  step(by: number): boolean {
    const field = this.current;
    if (!field || field.kind === "text") return false;
    const before = this.#steps[field.name] ?? (field.kind === "date" ? 0 : -1);
    // A step leads to no day that is over, but a day may have been chosen that is.
    const next = field.kind === "date" ? Math.max(Math.min(before, 0), before + by) : before + by;
    this.type(field.name, field.kind === "date" ? dayText(this.#now(), next, this.#language) : timeText(this.#now(), next));
    this.#steps[field.name] = next;
    return true;
  }

  /** Opens the small calendar or the times of the field with the focus, or closes them; says whether it has any. */
  togglePicker(): boolean {
    const kind = this.current?.kind ?? "text";
    if (kind === "text") return false;
    this.picker = this.picker ? null : pickerFor(kind, this.#now(), this.#steps[this.current!.name]);
    return true;
  }

  /** Says whether there was one to close. */
  closePicker(): boolean {
    const { picker } = this;
    this.picker = null;
    return picker !== null;
  }

  /** Takes a day or a time of the picker, without one that which the keys are on. */
  pick(at = this.picker?.at): void {
    const { picker, current } = this;
    if (!picker || !current || at === undefined) return;
    this.type(current.name, picker.kind === "date" ? dayText(picker.now, at, this.#language) : halfHourText(at));
    this.#steps[current.name] = picker.kind === "date" ? at : at - nextHalfHour(picker.now);
  }

  /** Gives the focus to the first field without an answer after the present one, else to the first of all; says whether there is one. */
  goToOpen(): boolean {
    const at = this.fields.findIndex(({ name }) => name === this.active);
    const order = [...this.fields.slice(at + 1), ...this.fields.slice(0, at + 1)];
    const next = order.find((field) => this.open.includes(field));
    if (next) this.active = next.name;
    return next !== undefined;
  }

  #forget(): void {
    for (const name of this.#recalled) this.values[name] = "";
    this.#recalled = [];
  }
}
