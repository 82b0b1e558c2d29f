/** The keys of the palette: what each press asks for, depending on where the focus is. */
import { composing } from "../shared/keys";

/** Where the focus is. */
export type Place = "query" | "form" | "audience";

export type Command =
  | { does: "move"; by: number }
  | { does: "first" | "last" | "act" | "other" | "escape" | "edit" | "favourite" | "language" | "back" | "untype" }
  | { does: "rung"; by: 1 | -1 }
  | { does: "culture"; by: 1 | -1 }
  | { does: "rank"; index: number }
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
};

/** Digits by place, because Alt types other characters on some keyboards; the letter by what it types, then by place. */
function alt({ key, code }: Press): Command | null {
  const digit = /^(?:Digit|Numpad)([1-4])$/.exec(code)?.[1] ?? /^[1-4]$/.exec(key)?.[0];
  if (digit) return { does: "rank", index: Number(digit) - 1 };
  if (key.toLowerCase() === "l" || (code === "KeyL" && !/^[a-z]$/i.test(key))) return { does: "language" };
  return withAlt[key] ?? null;
}

function plain({ key }: Press, place: Place, queryEmpty: boolean): Command | null {
  if (key === "Escape") return place === "audience" ? { does: "back" } : { does: "escape" };
  if (place === "form") return inForm[key] ?? null;
  if (place === "audience") return key !== " " && [...key].length === 1 ? { does: "back" } : null;
  return inList[key] ?? (queryEmpty ? (inEmptyQuery[key] ?? null) : null);
}

/** What a press of a key asks for; nothing while an input method has the keys. */
export function commandOf(event: KeyboardEvent, place: Place, queryEmpty: boolean): Command | null {
  if (composing(event)) return null;
  const control = event.ctrlKey || event.metaKey;
  // Both together are AltGr on some systems, which types characters.
  if (event.altKey) return control ? null : alt(event);
  if (control) return withControl[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
  if (event.shiftKey && (event.key === "Home" || event.key === "End")) return null;
  return plain(event, place, queryEmpty);
}
