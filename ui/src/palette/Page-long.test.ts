/** A list that is longer than anybody sees at once. */
import { expect, it, vi } from "vitest";

import { sampleLibrary } from "../../test/library";
import { chosen, drawn, options, status } from "../../test/palette-page";
import { phrases } from "../../test/sample";
import type { Backend, Hit } from "../ipc/backend";
import { AT_FIRST } from "./findings.svelte";

/** More than are brought at first. */
const all = Array.from({ length: 100 }, (_, at): Hit => ({ row: { ...phrases[0]!, id: `many-${at}` }, score: 1, matches: [], here: true }));
const search: Backend["search"] = async ({ limit }) => ({ hits: all.slice(0, limit), here: all.length, elsewhere: 0, proposal: null });

const library = sampleLibrary("chen");
const preview: Backend["preview"] = (filling) => library.preview({ ...filling, id: phrases[0]!.id });
const answers = { search, preview };

it("draws the rows somebody comes near, and says how many there are", async () => {
  await drawn("chen", answers);
  expect(options().length).toBeLessThan(AT_FIRST);
  expect(options()[0]?.getAttribute("aria-setsize")).toBe("100");
  expect(status()).toBe("100 phrases");
});

it("goes on for as long as somebody goes down", async () => {
  const { palette, user } = await drawn("chen", answers);
  for (let row = 1; row < 100; row++) {
    await user.keyboard("{ArrowDown}");
    await vi.waitFor(() => expect(chosen()?.getAttribute("aria-posinset")).toBe(String(row + 1)));
  }
  expect(palette.findings.selected?.row.id).toBe("many-99");
});

it("begins short again with another query", async () => {
  const limits: number[] = [];
  const { palette } = await drawn("chen", { preview, search: async (asked) => (limits.push(asked.limit), search(asked)) });
  await palette.select(25);
  await vi.waitFor(() => expect(limits).toEqual([AT_FIRST, 2 * AT_FIRST]));
  await palette.type("a");
  expect(limits.at(-1)).toBe(AT_FIRST);
});

it("stays where somebody has scrolled to while more rows come", async () => {
  const seen = vi.fn();
  Element.prototype.scrollIntoView = seen;
  const { palette } = await drawn("chen", answers);
  seen.mockClear();
  await palette.more();
  await vi.waitFor(() => expect(palette.findings.hits).toHaveLength(2 * AT_FIRST));
  expect(seen).not.toHaveBeenCalled();
  await palette.select(3);
  await vi.waitFor(() => expect(seen).toHaveBeenCalled());
  seen.mockClear();
  await palette.type("a");
  await vi.waitFor(() => expect(seen).toHaveBeenCalled());
});
