/** The keys of the palette: what each press asks for, depending on where the focus is. */
import { composing } from "../shared/keys";
import type { Way } from "./picker.svelte";

/**
 * Where the focus is: `picker` is a field whose calendar or times are open, `aside` any other line with buttons, `coming`
 * the query while the choice of minutes is about to open.
 */
export type Place = "query" | "coming" | "form" | "picker" | "audience" | "aside" | "later" | "question";

export type Command =
  | { does: "move"; by: number }
  | { does: "first" | "last" | "act" | "other" | "escape" | "edit" | "favourite" | "language" | "back" | "untype" | "later" | "picker" | "choose" }
  | { does: "rung"; by: 1 | -1 }
  | { does: "culture"; by: 1 | -1 }
  | { does: "rank" | "minutes"; index: number }
  | { does: "pick"; way: Way }
  | { does: "step"; by: 1 | -1 };

/** How many rows a page key moves. */
const PAGE = 6;

type Press = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

const withAlt: Readonly<Record<string, Command>> = {
  ArrowUp: { does: "rung", by: 1 },
  ArrowDown: { does: "rung", by: -1 },
  ArrowLeft: { does: "culture", by: -1 },
  ArrowRight: { does: "culture", by: 1 },
};

const withControl: Readonly<Record<string, Command>> = { Enter: { does: "other" }, e: { does: "edit" }, d: { does: "favourite" } };

const inList: Readonly<Record<string, Command>> = {
  ArrowUp: { does: "move", by: -1 },
  ArrowDown: { does: "move", by: 1 },
  PageUp: { does: "move", by: -PAGE },
  PageDown: { does: "move", by: PAGE },
  Enter: { does: "act" },
};

const inEmptyQuery: Readonly<Record<string, Command>> = { Home: { does: "first" }, End: { does: "last" }, Backspace: { does: "untype" } };

const inForm: Readonly<Record<string, Command>> = {
  ArrowUp: { does: "step", by: 1 },
  ArrowDown: { does: "step", by: -1 },
  Enter: { does: "act" },
  F4: { does: "picker" },
};

const inPicker: Readonly<Record<string, Command>> = {
  ArrowLeft: { does: "pick", way: "before" },
  ArrowRight: { does: "pick", way: "after" },
  ArrowUp: { does: "pick", way: "above" },
  ArrowDown: { does: "pick", way: "below" },
  Home: { does: "pick", way: "first" },
  End: { does: "pick", way: "last" },
  PageUp: { does: "pick", way: "pageBefore" },
  PageDown: { does: "pick", way: "pageAfter" },
  Enter: { does: "choose" },
  F4: { does: "picker" },
};

/** Letters by what they type, then by place, because Alt types other characters on some keyboards. */
const letters: Readonly<Record<string, Command>> = { l: { does: "language" }, r: { does: "later" } };

/** A digit by its place, then by what it types. */
function digit({ key, code }: Press): number | null {
  const found = /^(?:Digit|Numpad)([1-4])$/.exec(code)?.[1] ?? /^[1-4]$/.exec(key)?.[0];
  return found ? Number(found) - 1 : null;
}

function alt(press: Press): Command | null {
  const index = digit(press);
  if (index !== null) return { does: "rank", index };
  const letter = /^[a-z]$/i.test(press.key) ? press.key.toLowerCase() : /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase();
  return letters[letter ?? ""] ?? withAlt[press.key] ?? null;
}

function later(press: Press): Command | null {
  const index = digit(press);
  return index === null ? null : { does: "minutes", index };
}

function plain(press: Press, place: Place, queryEmpty: boolean): Command | null {
  const { key } = press;
  const beside = place === "audience" || place === "aside";
  if (key === "Escape") return beside ? { does: "back" } : { does: "escape" };
  if (beside) return key !== " " && [...key].length === 1 ? { does: "back" } : null;
  if (place === "coming" && key === "Enter") return { does: "minutes", index: 0 };
  if (place === "later" || place === "coming") return later(press);
  if (place === "picker") return inPicker[key] ?? null;
  if (place === "form") return inForm[key] ?? null;
  return inList[key] ?? (queryEmpty ? (inEmptyQuery[key] ?? null) : null);
}

/** What a press of a key asks for; nothing while an input method has the keys. */
export function commandOf(event: KeyboardEvent, place: Place, queryEmpty: boolean): Command | null {
  if (composing(event)) return null;
  // A question is answered before anything else is done.
  if (place === "question") return event.key === "Escape" ? { does: "escape" } : null;
  const control = event.ctrlKey || event.metaKey;
  // Both together are AltGr on some systems, which types characters.
  if (event.altKey) return control ? null : alt(event);
  if (control) return withControl[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
  if (event.shiftKey && (event.key === "Home" || event.key === "End")) return null;
  return plain(event, place, queryEmpty);
}
