/** What the app says, in the language it speaks: one Fluent catalogue per language, by ids that are checked when compiled. */
import { FluentBundle, FluentResource, FluentType } from "@fluent/bundle";

import en from "../../../src-tauri/locales/en/ui.ftl?raw";
import hans from "../../../src-tauri/locales/zh-Hans-CN/ui.ftl?raw";
import hant from "../../../src-tauri/locales/zh-Hant-TW/ui.ftl?raw";
import type { SettingsTexts, SharedTexts } from "./text-ids";

export const languages = ["en", "zh-Hant-TW", "zh-Hans-CN"] as const;
export type Language = (typeof languages)[number];

export type Texts = SharedTexts & SettingsTexts;
export type TextId = keyof Texts;
/** The ids that need nothing woven in. */
export type PlainTextId = { [Id in TextId]: Texts[Id] extends null ? Id : never }[TextId];
type Needs<Id extends TextId> = Texts[Id] extends null ? [] : [needs: Texts[Id]];

// Filled before anything is drawn; only the language changes later.
const added: Record<Language, string>[] = [];
// Read when they are first spoken: most people speak one.
const bundles = new Map<Language, FluentBundle>();
let spoken = $state<Language>("en");

/** Adds a catalogue of each language. */
export function addTexts(catalogues: Record<Language, string>): void {
  added.push(catalogues);
  for (const [language, bundle] of bundles) bundle.addResource(new FluentResource(catalogues[language]));
}

function bundleOf(language: Language): FluentBundle {
  const known = bundles.get(language);
  if (known) return known;
  // Isolation marks would be counted and copied with the text; all three languages run the same way.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const catalogues of added) bundle.addResource(new FluentResource(catalogues[language]));
  bundles.set(language, bundle);
  return bundle;
}

addTexts({ en, "zh-Hant-TW": hant, "zh-Hans-CN": hans });

/** Speaks another language from now on; one that nobody wrote texts for is English. */
export function speak(language: string, root: HTMLElement = document.documentElement): void {
  spoken = languages.find((each) => each === language) ?? "en";
  root.lang = spoken;
}

/** The language that is spoken now. */
export function language(): Language {
  return spoken;
}

/** Two or more of something. The languages the app has say all such numbers alike, so that no rules need be loaded, which takes longer than a list of phrases does. */
class Many extends FluentType<number> {
  override toString(): string {
    return String(this.value).replace(/\B(?=(\d{3})+$)/g, ",");
  }
}

/** What is counted, by the names the catalogues weave in. */
const counts: ReadonlySet<string> = new Set(["count", "here", "elsewhere"]);

function woven(needs: Record<string, string | number>): Record<string, string | number | Many> {
  const isMany = (name: string, value: string | number) => counts.has(name) && typeof value === "number" && value > 1;
  return Object.fromEntries(Object.entries(needs).map(([name, value]) => [name, isMany(name, value) ? new Many(value as number) : value]));
}

function format(id: TextId, needs: Record<string, string | number> | undefined, spokenNow: Language): string {
  const bundle = bundleOf(spokenNow);
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, needs && woven(needs)) : id;
}

/** The text of an id with its parts woven in. */
export function text<Id extends TextId>(id: Id, ...[needs]: Needs<Id>): string {
  return format(id, needs ?? undefined, spoken);
}

/** The same text in every language the app has, for words that a person may type. */
export function inEveryLanguage(id: PlainTextId): string[] {
  return languages.map((each) => format(id, undefined, each));
}

const GAP = "\uE000";

/** What stands before and after one part, where that part is an element of its own. */
export function aroundPart<Id extends TextId>(id: Id, part: keyof Texts[Id] & string): [before: string, after: string] {
  const [before = "", after = ""] = format(id, { [part]: GAP }, spoken).split(GAP);
  return [before, after];
}
