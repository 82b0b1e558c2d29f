/** What was pressed, in the words of the settings file. */

/** Keys by the code the browser gives them, where the name is another. */
const named: Readonly<Record<string, string>> = {
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
};

const same = new Set(
  "Space Enter Tab Escape Backspace Delete Insert Home End PageUp PageDown Minus Equal BracketLeft BracketRight Backslash Semicolon Quote Backquote Comma Period Slash".split(" "),
);

const modifiers = /^(Control|Alt|Shift|Meta|OS|Super)(Left|Right)?$/;

export type Pressed =
  /** Nothing but keys that are held. */
  | { kind: "held"; held: string[] }
  | { kind: "key"; hotkey: string }
  /** It would be typed, or no file has a word for it. */
  | { kind: "unfit" };

type Press = Pick<KeyboardEvent, "code" | "key" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey" | "getModifierState">;

/** Reads a press; `meta` is whether Super is known to be held, which some desktops do not tell the page. */
export function pressed(press: Press, meta = false): Pressed {
  const held = heldBy(press, meta);
  if (modifiers.test(press.code)) return { kind: "held", held };
  const key = keyOf(press);
  const safe = held.some((name) => name !== "Shift") || (key !== undefined && /^F\d+$/.test(key));
  return key && safe ? { kind: "key", hotkey: [...held, key].join("+") } : { kind: "unfit" };
}

/** Whether the key is the one with the desktop's sign on it. */
export function isSuper(press: Pick<KeyboardEvent, "code">): boolean {
  return /^(Meta|OS|Super)/.test(press.code);
}

/** The words of a hotkey, one a key. */
export function caps(hotkey: string): string[] {
  return hotkey.split("+").filter(Boolean);
}

function heldBy(press: Press, meta: boolean): string[] {
  const isMeta = meta || press.metaKey || press.getModifierState("Super") || press.getModifierState("OS");
  const names: [boolean, string][] = [
    [press.ctrlKey, "Ctrl"],
    [press.altKey, "Alt"],
    [press.shiftKey, "Shift"],
    [isMeta, "Super"],
  ];
  return names.filter(([held]) => held).map(([, name]) => name);
}

function keyOf({ code, key }: Press): string | undefined {
  // A letter is what is printed on the key, wherever the keyboard has it; other keys are known by their place.
  if (/^Key[A-Z]$/.test(code)) return /^[a-z]$/i.test(key) ? key.toUpperCase() : code.slice(3);
  if (/^Digit\d$/.test(code)) return code.slice(5);
  if (/^F([1-9]|1\d|2[0-4])$/.test(code)) return code;
  return named[code] ?? (same.has(code) ? code : undefined);
}
