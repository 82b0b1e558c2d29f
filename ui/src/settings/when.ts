/** Moments as the reader writes them, by the clock of this machine. */
import { language } from "../shared/texts.svelte";

/** Day and time, the year where it is another. Nothing of what is no moment. */
export function moment(time: string, now: Date = new Date()): string {
  const year = new Date(time).getFullYear() === now.getFullYear() ? undefined : "numeric";
  return format(time, { year, month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });
}

/** The time alone if it was today, else day and time. */
export function lately(time: string, now: Date = new Date()): string {
  const today = new Date(time).toDateString() === now.toDateString();
  return today ? format(time, { hour: "numeric", minute: "2-digit" }) : moment(time, now);
}

function format(time: string, style: Intl.DateTimeFormatOptions): string {
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? "" : new Intl.DateTimeFormat(locale(), style).format(at);
}

/** The desktop's own way of writing the language that the app speaks, such as en-GB; else the language's. */
function locale(): string {
  const spoken = new Intl.Locale(language()).maximize();
  return navigator.languages.find((tag) => serves(tag, spoken)) ?? language();
}

/** Some desktops name languages that are none, such as C. */
function serves(tag: string, spoken: Intl.Locale): boolean {
  try {
    const { language: tongue, script } = new Intl.Locale(tag).maximize();
    return tongue === spoken.language && script === spoken.script;
  } catch {
    return false;
  }
}
