/** Moments as a reader of the app's language writes them, by the clock of this machine. */
import { language } from "../shared/texts.svelte";

/** Day and time; nothing of what is no moment. */
export function moment(time: string): string {
  return format(time, { dateStyle: "medium", timeStyle: "short" });
}

/** The time alone if it was today, else day and time. */
export function lately(time: string, now: Date = new Date()): string {
  const today = new Date(time).toDateString() === now.toDateString();
  return today ? format(time, { timeStyle: "short" }) : moment(time);
}

function format(time: string, style: Intl.DateTimeFormatOptions): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? "" : new Intl.DateTimeFormat(language(), style).format(at);
}
