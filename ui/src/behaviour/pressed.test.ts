/** Which keys the hotkey recorder understands. */
import { expect, it } from "vitest";

import { pressed } from "./pressed";

type Held = "ctrl" | "alt" | "shift" | "meta";

/** `code`, the printed key, and what is held, against the words of the settings file. */
function check(code: string, key: string, held: Held[], expected: string | null, more: { hidden?: boolean } = {}) {
  const event = { code, key, ctrlKey: held.includes("ctrl"), altKey: held.includes("alt"), shiftKey: held.includes("shift"), metaKey: held.includes("meta") && !more.hidden, getModifierState: () => false };
  const found = pressed(event, more.hidden);
  expect(found.kind === "key" ? found.hotkey : null, `${held.join("+")} ${code}`).toBe(expected);
}

it("writes a hotkey as the settings file does", () => {
  check("Space", " ", ["alt", "ctrl"], "Ctrl+Alt+Space");
  check("KeyF", "F", ["shift", "meta", "ctrl", "alt"], "Ctrl+Alt+Shift+Super+F");
  check("KeyK", "k", ["meta"], "Super+K", { hidden: true });
  check("Digit1", "!", ["ctrl", "shift"], "Ctrl+Shift+1");
  check("ArrowRight", "ArrowRight", ["ctrl"], "Ctrl+Right");
  check("PageDown", "PageDown", ["alt"], "Alt+PageDown");
  check("Semicolon", ";", ["ctrl"], "Ctrl+Semicolon");
  check("Enter", "Enter", ["ctrl"], "Ctrl+Enter");
  check("F24", "F24", [], "F24");
  check("F1", "F1", ["shift"], "Shift+F1");
});

it("takes a letter as it is printed, and by its place where the layout has other letters", () => {
  check("KeyQ", "a", ["ctrl"], "Ctrl+A");
  check("KeyF", "ㄑ", ["ctrl", "alt"], "Ctrl+Alt+F");
});

it("takes nothing that would be typed, and nothing the file has no word for", () => {
  check("KeyA", "a", [], null);
  check("KeyA", "A", ["shift"], null);
  check("Space", " ", [], null);
  check("F25", "F25", ["ctrl"], null);
  check("AudioVolumeUp", "AudioVolumeUp", ["ctrl"], null);
  check("NumpadEnter", "Enter", ["ctrl"], null);
});

it("shows what is held until a key comes", () => {
  const event = { code: "AltLeft", key: "Alt", ctrlKey: true, altKey: true, shiftKey: false, metaKey: false, getModifierState: () => false };
  expect(pressed(event)).toEqual({ kind: "held", held: ["Ctrl", "Alt"] });
});
