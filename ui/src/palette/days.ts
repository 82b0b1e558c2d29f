/** Days and times as a person of a language writes them into a message, and as a calendar shows them. */

/** British English puts the day before the month, which nobody reads the other way round. */
const spoken = (language: string) => (language === "en" ? "en-GB" : language);

/** The day so many days after `from`. */
export function dayAfter(from: Date, days: number): Date {
  return new Date(from.getFullYear(), from.getMonth(), from.getDate() + days);
}

/** How many days lie between two days. */
export function daysBetween(from: Date, to: Date): number {
  // Days are counted at noon of a zone without summer time, where every day has 24 hours.
  const noon = (day: Date) => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate(), 12);
  return Math.round((noon(to) - noon(from)) / 86_400_000);
}

/** The day so many days after `from`, as Fencun itself fills in days: “11月27日（週五）”, “Friday, 27 November”. */
export function dayText(from: Date, days: number, language: string): string {
  const day = dayAfter(from, days);
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(spoken(language), options).format(day);
  const date = format({ month: "long", day: "numeric" });
  return language.startsWith("zh") ? `${date}（${format({ weekday: "short" })}）` : `${format({ weekday: "long" })}, ${date}`;
}

/** “November 2026”. */
export function monthText(day: Date, language: string): string {
  return new Intl.DateTimeFormat(spoken(language), { month: "long", year: "numeric" }).format(day);
}

/** The names of the days in the order of a week, short and long. */
export function weekdays(language: string): { short: string; long: string }[] {
  const format = (day: Date, weekday: "narrow" | "long") => new Intl.DateTimeFormat(spoken(language), { weekday }).format(day);
  // The first of June 2025 was a Sunday.
  const days = [0, 1, 2, 3, 4, 5, 6].map((at) => new Date(2025, 5, 1 + firstDay(language) + at));
  return days.map((day) => ({ short: format(day, "narrow"), long: format(day, "long") }));
}

/** The weeks of the month of a day, each day as so many days after `from`; a week begins as people of the language are used to. */
export function weeksOf(from: Date, day: Date, language: string): number[][] {
  const first = new Date(day.getFullYear(), day.getMonth(), 1);
  const last = new Date(day.getFullYear(), day.getMonth() + 1, 0);
  const lead = (first.getDay() - firstDay(language) + 7) % 7;
  const start = daysBetween(from, first) - lead;
  const weeks = Math.ceil((lead + last.getDate()) / 7);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, at) => start + week * 7 + at));
}

/** Calendars in Taiwan begin with Sunday, those in China and Europe with Monday. */
function firstDay(language: string): 0 | 1 {
  return language === "zh-Hant-TW" ? 0 : 1;
}

/** Whether a text is written as a time of day and is none, such as “25:99”. What is said in words is left to who says it. */
export function isNoTime(text: string): boolean {
  const [, hours, minutes] = /^\s*(\d{1,2})\s*[:：]\s*(\d{2})\s*$/.exec(text) ?? [];
  return hours !== undefined && (Number(hours) > 24 || Number(minutes) > 59 || (Number(hours) === 24 && Number(minutes) > 0));
}

/** How many half hours of a day have begun after this one. */
export function nextHalfHour(from: Date): number {
  return Math.ceil((from.getHours() * 60 + from.getMinutes() + 1) / 30);
}

/** The half hour so many halves after midnight, such as “15:30”. */
export function halfHourText(halves: number): string {
  const inDay = ((halves % 48) + 48) % 48;
  return `${String(Math.floor(inDay / 2)).padStart(2, "0")}:${inDay % 2 === 0 ? "00" : "30"}`;
}

/** The half hour so many halves after the first one that comes after `from`, such as “15:30”. */
export function timeText(from: Date, halves: number): string {
  return halfHourText(nextHalfHour(from) + halves);
}

/** The time of day of a moment, such as “14:35”. */
export function clockText(moment: Date): string {
  return `${String(moment.getHours()).padStart(2, "0")}:${String(moment.getMinutes()).padStart(2, "0")}`;
}
