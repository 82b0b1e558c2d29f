/** Days and times as a person of a language writes them into a message. */

/** The day so many days after `from`, as Fencun itself fills in days: “11月27日（週五）”, “Friday, 27 November”. */
export function dayText(from: Date, days: number, language: string): string {
  const day = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days);
  // British English puts the day before the month, which nobody reads the other way round.
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, options).format(day);
  const date = format({ month: "long", day: "numeric" });
  return language.startsWith("zh") ? `${date}（${format({ weekday: "short" })}）` : `${format({ weekday: "long" })}, ${date}`;
}

/** The half hour so many halves after the first one that comes after `from`, such as “15:30”. */
export function timeText(from: Date, halves: number): string {
  const minutes = Math.ceil((from.getHours() * 60 + from.getMinutes() + 1) / 30) * 30 + halves * 30;
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, "0")}:${String(inDay % 60).padStart(2, "0")}`;
}
