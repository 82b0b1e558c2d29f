/** Not yet: phrases that are put off, and those that wait. */
import { expect, it, vi } from "vitest";

import { failure } from "../../test/backend";
import { sampleLibrary, type Library } from "../../test/library";
import { reminder } from "../../test/sample";
import type { Backend } from "../ipc/backend";
import { Palette } from "./palette.svelte";

async function opened(before: (library: Library) => void = () => {}, answers: Partial<Backend> = {}) {
  const library = sampleLibrary("chen", answers);
  before(library);
  const palette = new Palette(library);
  await palette.begin(null);
  return { library, palette, done: library.done };
}

const selected = (palette: Palette) => palette.findings.selected?.row.id;

it("puts the phrase off for as long as was chosen, says so and hides", async () => {
  const { palette, done } = await opened();
  await palette.askWhen();
  expect(palette.later.open).toBe(true);
  await palette.putOff(15);
  expect(done).toEqual(["remind tw-start 15", "hide"]);
  expect(palette.status).toBe("Comes back in 15 minutes");
});

it("puts nothing off before it was asked when", async () => {
  const { palette, done } = await opened();
  await palette.putOff(15);
  expect(done).toEqual([]);
});

it("asks for what is missing first, and keeps the answers with it", async () => {
  const remind = vi.fn<Backend["remind"]>(async () => reminder(1));
  const { palette } = await opened(() => {}, { remind });
  await palette.select(2);
  await palette.askWhen();
  expect(palette.later.open).toBe(false);
  expect(palette.form?.fields.map(({ name }) => name)).toEqual(["time"]);
  await palette.answer("time", "09:30");
  await palette.askWhen();
  expect(palette.later.open).toBe(true);
  await palette.putOff(5);
  expect(remind.mock.calls[0]?.[0]).toMatchObject({ id: "tw-morning", set: { time: "09:30" }, contact: "chen" });
});

it("is closed by Escape, back in the form where there is one", async () => {
  const { palette } = await opened();
  await palette.select(2);
  await palette.askWhen();
  await palette.answer("time", "09:30");
  await palette.askWhen();
  await palette.escape();
  expect(palette.later.open).toBe(false);
  expect(palette.form?.values.time).toBe("09:30");
});

it("is closed by its own key", async () => {
  const { palette } = await opened();
  await palette.askWhen();
  await palette.askWhen();
  expect(palette.later.open).toBe(false);
});

it("stays and says why when the phrase was not put off", async () => {
  const { palette, done } = await opened(() => {}, { remind: () => Promise.reject(failure("notSaved")) });
  await palette.askWhen();
  await palette.putOff(5);
  expect(palette.later.open).toBe(true);
  expect(palette.saying.failed).toBe(true);
  expect(done).toEqual([]);
});

it("shows what waits, and asks for it only if something does", async () => {
  const reminders = vi.fn<Backend["reminders"]>(async () => []);
  await opened(() => {}, { reminders });
  expect(reminders).not.toHaveBeenCalled();
  const { palette } = await opened((library) => (library.waiting = [reminder(3)]));
  expect(palette.later.waiting.map(({ number }) => number)).toEqual([3]);
});

it("lets a phrase be that waits", async () => {
  const { palette, done } = await opened((library) => (library.waiting = [reminder(3), reminder(4)]));
  await palette.drop(palette.later.waiting[0]!);
  expect(done).toEqual(["drop 3"]);
  expect(palette.later.waiting.map(({ number }) => number)).toEqual([4]);
  expect(palette.status).toBe("It will not come back");
});

it("copies a phrase that waits for the person it was put off for, and it waits no more", async () => {
  const copy = vi.fn<Backend["copy"]>(async ({ id }) => ({ id, situation: "", culture: "", rank: "senior", mail: false, paste: "off" }));
  const { palette, done } = await opened((library) => (library.waiting = [reminder(3)]), { copy });
  await palette.take(palette.later.waiting[0]!);
  expect(copy.mock.calls[0]?.[0]).toMatchObject({ id: "tw-copy", contact: "chen", paste: true });
  expect(done).toEqual(["drop 3", "hide"]);
});

it("brings a phrase up that waits where something is missing", async () => {
  const { palette, done } = await opened((library) => (library.waiting = [reminder(3)]), { copy: () => Promise.reject(failure("openPlaceholders")) });
  await palette.take(palette.later.waiting[0]!);
  expect(selected(palette)).toBe("tw-copy");
  expect(done).toEqual([]);
});

it("leaves a phrase waiting when another is copied instead", async () => {
  const copy = vi.fn<Backend["copy"]>(async ({ id }) => ({ id, situation: "", culture: "", rank: "senior", mail: false, paste: "off" }));
  copy.mockRejectedValueOnce(failure("openPlaceholders"));
  const { palette, done } = await opened((library) => (library.waiting = [reminder(3)]), { copy });
  await palette.take(palette.later.waiting[0]!);
  await palette.select(0);
  await palette.act();
  expect(copy.mock.calls[1]?.[0].id).toBe("tw-start");
  expect(done).toEqual(["hide"]);
});
