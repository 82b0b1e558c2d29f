/** The palette in a hurry: keys that come before the search for what was typed has its answer. */
import { expect, it } from "vitest";

import { sampleLibrary } from "../../test/library";
import type { Backend } from "../ipc/backend";
import { commandOf } from "./commands";
import { Palette } from "./palette.svelte";

/** With a search that takes its time, once the palette has begun. */
async function slow() {
  const answers = sampleLibrary("chen").search;
  let wait: Promise<unknown> = Promise.resolve();
  const search: Backend["search"] = async (asked) => {
    await wait;
    return answers(asked);
  };
  const library = sampleLibrary("chen", { search });
  const palette = new Palette(library);
  await palette.begin(null);
  let answer!: () => void;
  wait = new Promise<void>((resolve) => (answer = resolve));
  return { palette, answer, done: library.done };
}

/** A key, pressed where the focus is: in the query until something else is on show. */
function press(palette: Palette, key: string, held: Partial<KeyboardEvent> = {}): boolean {
  const event = new KeyboardEvent("keydown", { key, ...held });
  const command = commandOf(event, palette.later.coming ? "coming" : "query", palette.query === "");
  return command !== null && palette.run(command);
}

it("moves from the first of what was typed", async () => {
  const { palette, answer, done } = await slow();
  void palette.type("信箱");
  press(palette, "ArrowDown");
  const copied = palette.act();
  answer();
  await copied;
  const second = palette.findings.hits[1]?.row.id;
  expect(done).toEqual([`copy ${second}`, "hide"]);
});

it("copies the rung that was climbed to", async () => {
  const { palette, answer, done } = await slow();
  void palette.type("怕漏看");
  press(palette, "ArrowUp", { altKey: true });
  const copied = palette.act();
  answer();
  await copied;
  expect(done).toEqual(["mail tw-client-clear", "hide"]);
});

it("takes a digit for how long to wait as soon as that was asked for", async () => {
  const { palette, answer, done } = await slow();
  void palette.type("信箱");
  expect(press(palette, "r", { altKey: true })).toBe(true);
  expect(press(palette, "2")).toBe(true);
  answer();
  await palette.putOff(0);
  expect(done[0]).toMatch(/^remind \S+ 15$/);
});

it("takes Enter for the shortest wait", async () => {
  const { palette, answer, done } = await slow();
  void palette.type("信箱");
  press(palette, "r", { altKey: true });
  expect(press(palette, "Enter")).toBe(true);
  answer();
  await palette.putOff(0);
  expect(done[0]).toMatch(/^remind \S+ 5$/);
});

it("asks about no wait when somebody typed on, or took it back", async () => {
  for (const otherwise of [(palette: Palette) => palette.type("信"), (palette: Palette) => palette.escape(), (palette: Palette) => palette.askWhen()]) {
    const { palette, answer } = await slow();
    void palette.type("信箱");
    const asked = palette.askWhen();
    void otherwise(palette);
    answer();
    await asked;
    expect(palette.later.open).toBe(false);
    expect(palette.query).not.toBe("");
  }
});
