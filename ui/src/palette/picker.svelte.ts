/** The small calendar and the times of a day: which one the keys are on. Choosing is the form's business. */
import { dayAfter, daysBetween, dayText, halfHourText, nextHalfHour, weeksOf } from "./days";

/** Where a key leads from a day or a time. */
export type Way = "before" | "after" | "above" | "below" | "first" | "last" | "pageBefore" | "pageAfter";

/** How many times stand in a line. */
const ACROSS = 6;
const TIMES = 48;

export class Picker {
  readonly kind: "date" | "time";
  readonly now: Date;
  /** Days after today, or half hours after midnight. */
  at = $state(0);

  constructor(kind: "date" | "time", now: Date, at: number) {
    this.kind = kind;
    this.now = now;
    this.at = at;
  }

  /** The day that the keys are on. */
  get day(): Date {
    return dayAfter(this.now, this.at);
  }

  /** What there is to choose from, line by line. */
  rows(language: string): number[][] {
    if (this.kind === "date") return weeksOf(this.now, this.day, language);
    return Array.from({ length: TIMES / ACROSS }, (_, row) => Array.from({ length: ACROSS }, (_, at) => row * ACROSS + at));
  }

  /** What one of them reads as in full. */
  name(at: number, language: string): string {
    return this.kind === "date" ? dayText(this.now, at, language) : halfHourText(at);
  }

  move(way: Way, language: string): void {
    const to = this.kind === "date" ? this.#dayTo(way, language) : this.#timeTo(way);
    this.at = this.kind === "date" ? to : Math.max(0, Math.min(to, TIMES - 1));
  }

  #dayTo(way: Way, language: string): number {
    const steps: Partial<Record<Way, number>> = { before: -1, after: 1, above: -7, below: 7 };
    const step = steps[way];
    if (step !== undefined) return this.at + step;
    if (way === "pageBefore" || way === "pageAfter") return this.#inMonth(way === "pageAfter" ? 1 : -1);
    const week = this.rows(language).find((days) => days.includes(this.at)) ?? [this.at];
    return (way === "first" ? week[0] : week.at(-1)) ?? this.at;
  }

  /** The same day in another month, or its last where it is shorter. */
  #inMonth(months: number): number {
    const { day } = this;
    const last = new Date(day.getFullYear(), day.getMonth() + months + 1, 0).getDate();
    return daysBetween(this.now, new Date(day.getFullYear(), day.getMonth() + months, Math.min(day.getDate(), last)));
  }

  #timeTo(way: Way): number {
    const line = this.at - (this.at % ACROSS);
    const to: Record<Way, number> = {
      before: this.at - 1,
      after: this.at + 1,
      above: this.at - ACROSS,
      below: this.at + ACROSS,
      first: line,
      last: line + ACROSS - 1,
      pageBefore: 0,
      pageAfter: TIMES - 1,
    };
    return to[way];
  }
}

/** On today, or on the half hour that comes next. */
export function pickerFor(kind: "date" | "time", now: Date, steps: number | undefined): Picker {
  if (kind === "date") return new Picker(kind, now, steps ?? 0);
  const halves = nextHalfHour(now) + (steps ?? 0);
  return new Picker(kind, now, ((halves % TIMES) + TIMES) % TIMES);
}
