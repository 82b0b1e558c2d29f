/** The palette with its form open: nothing is copied half filled. */
import { describe, expect, it, vi } from "vitest";

import { failure } from "../../test/backend";
import { sampleLibrary } from "../../test/library";
import type { Backend } from "../ipc/backend";
import { Palette } from "./palette.svelte";

async function opened(contact: string | null = "chen", answers: Partial<Backend> = {}) {
  const library = sampleLibrary(contact, answers);
  const palette = new Palette(library);
  await palette.begin(null);
  return { library, palette, done: library.done };
}

const selected = (palette: Palette) => palette.findings.selected?.row.id;

describe("the form", () => {
  async function filling() {
    const all = await opened();
    await all.palette.select(3);
    await all.palette.act();
    return all;
  }

  it("opens instead of copying while something is open", async () => {
    const { palette, done } = await filling();
    expect(palette.form?.fields.map(({ name }) => name)).toEqual(["task_a", "task_b", "colleague"]);
    expect(palette.status).toBe("3 of 3 are open");
    expect(done).toEqual([]);
  });

  it("shows the answers in the words while they are typed", async () => {
    const { palette } = await filling();
    await palette.answer("task_a", "官網改版");
    const part = palette.findings.shown?.preview.parts.find(({ name }) => name === "task_a");
    expect(part).toMatchObject({ kind: "filled", text: "官網改版" });
    expect(palette.status).toBe("2 of 3 are open");
  });

  it("goes to the next open field on Enter, and copies once nothing is open", async () => {
    const { palette, done } = await filling();
    await palette.answer("task_a", "A");
    await palette.act();
    expect(palette.form?.active).toBe("task_b");
    await palette.answer("task_b", "B");
    await palette.answer("colleague", "Jo");
    await palette.act();
    expect(done).toEqual(["mail tw-which task_a=A task_b=B colleague=Jo", "hide"]);
  });

  it("keeps an answer of the profile after it was copied", async () => {
    const { palette, library, done } = await opened();
    library.missing.push("my_email");
    await palette.select(0);
    await palette.act();
    await palette.answer("my_email", "anna@example.com");
    await palette.act();
    expect(done).toEqual(["copy tw-start my_email=anna@example.com", "set profile.email anna@example.com", "hide"]);
  });

  it("stays and says so when the answer was not kept", async () => {
    const { palette, library, done } = await opened("chen", { setSetting: () => Promise.reject(failure("notSaved")) });
    library.missing.push("my_email");
    await palette.select(0);
    await palette.act();
    await palette.answer("my_email", "anna@example.com");
    await palette.act();
    expect(done).toEqual(["copy tw-start my_email=anna@example.com"]);
    expect(palette.status).toBe("The disk refused. What was saved before is still there.");
  });

  it("takes steps in a field for a time", async () => {
    const { palette } = await opened();
    await palette.select(2);
    await palette.act();
    expect(palette.run({ does: "step", by: 1 })).toBe(true);
    expect(palette.form?.values.time).toMatch(/^\d\d:[03]0$/);
  });

  it("closes on Escape and leaves the words as they were", async () => {
    const { palette } = await filling();
    await palette.answer("task_a", "A");
    const focused = palette.focused;
    await palette.escape();
    expect(palette.form).toBeNull();
    expect(palette.focused).toBe(focused + 1);
    expect(palette.findings.shown?.preview.open).toHaveLength(3);
  });

  it("closes when another phrase is selected", async () => {
    const { palette } = await filling();
    await palette.select(0);
    expect(palette.form).toBeNull();
  });
});

describe("the ladder", () => {
  it("goes to the next rung there is and says which", async () => {
    const { palette } = await opened("lin");
    await palette.climb(1);
    expect(selected(palette)).toBe("tw-client-clear");
    expect(palette.onLadder).toBe(true);
    expect(palette.status).toBe("Rung 2 of 4: Clear");
    await palette.climb(-1);
    expect(selected(palette)).toBe("tw-client-warm");
  });

  it("stops at the last rung and says so", async () => {
    const { palette } = await opened("lin");
    await palette.climb(1);
    await palette.climb(1);
    await palette.climb(1);
    expect(selected(palette)).toBe("tw-client-firm");
    expect(palette.status).toBe("Nothing firmer for this audience");
  });

  it("brings a rung into the list that the search did not", async () => {
    const { palette } = await opened("lin");
    await palette.type("上次有跟您提過");
    expect(palette.findings.hits.map(({ row }) => row.id)).toEqual(["tw-client-clear"]);
    await palette.climb(1);
    expect(palette.findings.hits.map(({ row }) => row.id)).toEqual(["tw-client-clear", "tw-client-firm"]);
    expect(selected(palette)).toBe("tw-client-firm");
    expect(palette.findings.shown?.hit.row.id).toBe("tw-client-firm");
    await palette.refresh();
    expect(selected(palette)).toBe("tw-client-firm");
    expect(palette.onLadder).toBe(true);
  });

  it("is left when another row is selected", async () => {
    const { palette } = await opened("lin");
    await palette.climb(1);
    await palette.select(0);
    expect(palette.onLadder).toBe(false);
  });
});

describe("answers of the last time", () => {
  it("are filled in and read at once, and still looked at before they are copied", async () => {
    const { palette, library, done } = await opened();
    library.remembered.chen = { time: "09:30" };
    await palette.select(2);
    await palette.act();
    await palette.refresh();
    expect(palette.form?.values.time).toBe("09:30");
    expect(palette.findings.shown?.preview.open).toEqual([]);
    expect(done).toEqual([]);
    await palette.act();
    expect(done).toEqual(["copy tw-morning time=09:30", "hide"]);
  });

  it("are asked for by the name that is typed", async () => {
    const copy = vi.fn<Backend["copy"]>(() => Promise.reject(failure("internal")));
    const { palette, library } = await opened(null, { copy });
    library.remembered.Kim = { topic: "the quote" };
    await palette.begin("int-named");
    for (const name of ["K", "Ki", "Kim"]) await palette.answer("their_name", name);
    expect(palette.form?.values.topic).toBe("the quote");
    await palette.act();
    expect(copy.mock.calls[0]?.[0]).toMatchObject({ set: { their_name: "Kim", topic: "the quote" }, person: "Kim", remember: true });
  });

  it("are remembered only if that was wanted", async () => {
    const copy = vi.fn<Backend["copy"]>(() => Promise.reject(failure("internal")));
    const { palette } = await opened("chen", { copy });
    await palette.select(2);
    await palette.act();
    await palette.answer("time", "09:30");
    await palette.act();
    palette.form!.remembers = true;
    await palette.act();
    expect(copy.mock.calls.map(([filling]) => filling.remember)).toEqual([false, true]);
  });
});
