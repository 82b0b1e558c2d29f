/** Which key does what. */
import { describe, expect, it } from "vitest";

import { commandOf, type Command, type Place } from "./commands";

type Press = KeyboardEventInit & { key: string };

function check(press: Press, expected: Command | null, place: Place = "query", empty = true) {
  expect(commandOf(new KeyboardEvent("keydown", press), place, empty)).toEqual(expected);
}

describe("in the query", () => {
  it.each<[Press, Command]>([
    [{ key: "ArrowDown" }, { does: "move", by: 1 }],
    [{ key: "ArrowUp" }, { does: "move", by: -1 }],
    [{ key: "PageDown" }, { does: "move", by: 6 }],
    [{ key: "PageUp" }, { does: "move", by: -6 }],
    [{ key: "Home" }, { does: "first" }],
    [{ key: "End" }, { does: "last" }],
    [{ key: "Enter" }, { does: "act" }],
    [{ key: "Enter", ctrlKey: true }, { does: "other" }],
    [{ key: "Enter", metaKey: true }, { does: "other" }],
    [{ key: "Escape" }, { does: "escape" }],
    [{ key: "ArrowUp", altKey: true }, { does: "rung", by: 1 }],
    [{ key: "ArrowDown", altKey: true }, { does: "rung", by: -1 }],
    [{ key: "ArrowLeft", altKey: true }, { does: "culture", by: -1 }],
    [{ key: "ArrowRight", altKey: true }, { does: "culture", by: 1 }],
    [{ key: "l", code: "KeyL", altKey: true }, { does: "language" }],
    [{ key: "¬", code: "KeyL", altKey: true }, { does: "language" }],
    [{ key: "r", code: "KeyR", altKey: true }, { does: "later" }],
    [{ key: "®", code: "KeyR", altKey: true }, { does: "later" }],
    // On a Dvorak keyboard the letter counts that is printed on the key.
    [{ key: "l", code: "KeyP", altKey: true }, { does: "language" }],
    [{ key: "3", code: "Digit3", altKey: true }, { does: "rank", index: 2 }],
    [{ key: "¡", code: "Digit1", altKey: true }, { does: "rank", index: 0 }],
    [{ key: "4", code: "Numpad4", altKey: true }, { does: "rank", index: 3 }],
    [{ key: "E", code: "KeyE", ctrlKey: true }, { does: "edit" }],
    [{ key: "d", code: "KeyD", ctrlKey: true }, { does: "favourite" }],
    [{ key: "Backspace" }, { does: "untype" }],
  ])("%o", (press, command) => check(press, command));

  it.each<Press>([{ key: "Home" }, { key: "End" }, { key: "Backspace" }])("leaves %o to a query that has words", (press) => check(press, null, "query", false));
  it.each<Press>([{ key: "a" }, { key: "1" }, { key: " " }, { key: "Tab" }, { key: "End", shiftKey: true }])("leaves %o to the browser", (press) => check(press, null));
  it("leaves AltGr alone, which types characters", () => check({ key: "ł", code: "KeyL", altKey: true, ctrlKey: true }, null));
});

describe("in the form", () => {
  it.each<[Press, Command | null]>([
    [{ key: "Enter" }, { does: "act" }],
    [{ key: "Enter", ctrlKey: true }, { does: "other" }],
    [{ key: "Escape" }, { does: "escape" }],
    [{ key: "ArrowUp" }, { does: "step", by: 1 }],
    [{ key: "ArrowDown" }, { does: "step", by: -1 }],
    [{ key: "Home" }, null],
    [{ key: "Backspace" }, null],
    [{ key: "PageDown" }, null],
    [{ key: "F4" }, { does: "picker" }],
    [{ key: "r", code: "KeyR", altKey: true }, { does: "later" }],
  ])("%o", (press, command) => check(press, command, "form"));
});

describe("in a field whose calendar or times are open", () => {
  it.each<[Press, Command | null]>([
    [{ key: "ArrowLeft" }, { does: "pick", way: "before" }],
    [{ key: "ArrowRight" }, { does: "pick", way: "after" }],
    [{ key: "ArrowUp" }, { does: "pick", way: "above" }],
    [{ key: "ArrowDown" }, { does: "pick", way: "below" }],
    [{ key: "Home" }, { does: "pick", way: "first" }],
    [{ key: "End" }, { does: "pick", way: "last" }],
    [{ key: "PageUp" }, { does: "pick", way: "pageBefore" }],
    [{ key: "PageDown" }, { does: "pick", way: "pageAfter" }],
    [{ key: "Enter" }, { does: "choose" }],
    [{ key: "F4" }, { does: "picker" }],
    [{ key: "Escape" }, { does: "escape" }],
    [{ key: "1" }, null],
  ])("%o", (press, command) => check(press, command, "picker"));
});

describe("where it is asked when a phrase comes back", () => {
  it.each<[Press, Command | null]>([
    [{ key: "1", code: "Digit1" }, { does: "minutes", index: 0 }],
    [{ key: "&", code: "Digit1" }, { does: "minutes", index: 0 }],
    [{ key: "4", code: "Numpad4" }, { does: "minutes", index: 3 }],
    [{ key: "5", code: "Digit5" }, null],
    [{ key: "Enter" }, null],
    [{ key: "Escape" }, { does: "escape" }],
    [{ key: "r", code: "KeyR", altKey: true }, { does: "later" }],
  ])("%o", (press, command) => check(press, command, "later"));
});

describe("where it is asked about words that can harm", () => {
  it("Escape is a no", () => check({ key: "Escape" }, { does: "escape" }, "question"));
  it.each<Press>([{ key: "Enter", ctrlKey: true }, { key: "ArrowDown" }, { key: "1", code: "Digit1", altKey: true }, { key: "e", ctrlKey: true }])("%o does nothing else", (press) =>
    check(press, null, "question"),
  );
});

describe.each<Place>(["audience", "aside"])("on a line with buttons (%s)", (place) => {
  it.each<[Press, Command | null]>([
    [{ key: "Escape" }, { does: "back" }],
    [{ key: "y" }, { does: "back" }],
    [{ key: "Enter" }, null],
    [{ key: " " }, null],
    [{ key: "ArrowDown" }, null],
    [{ key: "2", code: "Digit2", altKey: true }, { does: "rank", index: 1 }],
  ])("%o", (press, command) => check(press, command, place));
});

describe("while an input method has the keys", () => {
  const presses: Press[] = [{ key: "Enter" }, { key: "Escape" }, { key: "ArrowDown" }, { key: "1", code: "Digit1", altKey: true }, { key: "Enter", ctrlKey: true }, { key: "Home" }];
  it.each(presses)("%o does nothing", (press) => check({ ...press, isComposing: true }, null));
  it.each<Place>(["form", "picker", "later", "question"])("nothing happens in the place called %s", (place) => {
    for (const key of ["Enter", "Escape", "ArrowDown", "F4", "1"]) check({ key, keyCode: 229 }, null, place);
  });
  // WebKit sends the Enter that ends a composition after its end.
  it.each(presses)("%o with the code of an input method does nothing", (press) => check({ ...press, keyCode: 229 }, null));
  it.each(["Process", "Dead"])("a key called %s does nothing", (key) => check({ key, altKey: true, code: "KeyL" }, null));
});
