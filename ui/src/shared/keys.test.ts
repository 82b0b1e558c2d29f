/** Tab while an input method composes. */
import { afterEach, beforeEach, expect, test } from "vitest";

import { composing, stayWhileComposing } from "./keys";

beforeEach(() => window.addEventListener("keydown", stayWhileComposing, true));
afterEach(() => window.removeEventListener("keydown", stayWhileComposing, true));

/** Whether the browser would go on to the next field. */
function leaves(init: KeyboardEventInit): boolean {
  return window.dispatchEvent(new KeyboardEvent("keydown", { cancelable: true, ...init }));
}

test("Tab does not leave a field whose words are being composed", () => {
  expect(leaves({ key: "Tab", code: "Tab", isComposing: true })).toBe(false);
  // With Shift, WebKitGTK has no name for the key.
  expect(leaves({ key: "Unidentified", code: "Tab", shiftKey: true, isComposing: true })).toBe(false);
});

test("Tab leaves a field in which nothing is composed, and other keys are the input method's", () => {
  expect(leaves({ key: "Tab", code: "Tab" })).toBe(true);
  expect(leaves({ key: "Backspace", code: "Backspace", isComposing: true })).toBe(true);
});

test("a key is the input method's by its mark, its code or its name", () => {
  const key = (init: KeyboardEventInit) => new KeyboardEvent("keydown", init);
  expect(composing(key({ key: "Enter", isComposing: true }))).toBe(true);
  expect(composing(key({ key: "Enter", keyCode: 229 }))).toBe(true);
  expect(composing(key({ key: "Process" }))).toBe(true);
  expect(composing(key({ key: "Enter", keyCode: 13 }))).toBe(false);
});
