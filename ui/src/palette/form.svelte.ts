/** The form for what is missing: its fields, what was typed into them, and which one has the focus. */
import type { OpenField } from "../ipc/backend";
import { dayText, timeText } from "./days";

export class Form {
  readonly fields: readonly OpenField[];
  values = $state<Record<string, string>>({});
  active = $state<string | null>(null);

  /** Answers that belong to the profile are kept there unless the user says no. */
  #kept = $state<Record<string, boolean>>({});
  #steps: Record<string, number> = {};
  readonly #language: string;
  readonly #now: () => Date;

  constructor(fields: readonly OpenField[], language: string, now: () => Date = () => new Date()) {
    this.fields = fields;
    this.active = fields[0]?.name ?? null;
    this.#language = language;
    this.#now = now;
  }

  /** The fields without an answer, in the order of the words. */
  get open(): readonly OpenField[] {
    return this.fields.filter(({ name }) => !this.values[name]?.trim());
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

  type(name: string, value: string): void {
    this.values[name] = value;
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
    const next = field.kind === "date" ? Math.max(0, before + by) : before + by;
    this.#steps[field.name] = next;
    this.type(field.name, field.kind === "date" ? dayText(this.#now(), next, this.#language) : timeText(this.#now(), next));
    return true;
  }

  /** Gives the focus to the first field without an answer after the present one, else to the first of all; says whether there is one. */
  goToOpen(): boolean {
    const at = this.fields.findIndex(({ name }) => name === this.active);
    const order = [...this.fields.slice(at + 1), ...this.fields.slice(0, at + 1)];
    const next = order.find((field) => this.open.includes(field));
    if (next) this.active = next.name;
    return next !== undefined;
  }
}
