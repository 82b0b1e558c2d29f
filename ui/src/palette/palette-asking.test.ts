/** What the palette asks, offers and says around a copy: harmful words, the next rung, pasting, a library that is still read. */
import { describe, expect, it, vi } from "vitest";

import { failure } from "../../test/backend";
import { sampleLibrary, type Library } from "../../test/library";
import { phrases, proposal } from "../../test/sample";
import type { Backend, Copied } from "../ipc/backend";
import { Palette } from "./palette.svelte";

async function opened(contact: string | null = "chen", before: (library: Library) => void = () => {}, answers: Partial<Backend> = {}) {
  const library = sampleLibrary(contact, answers);
  before(library);
  const palette = new Palette(library);
  await palette.begin(null);
  return { library, palette, done: library.done };
}

const selected = (palette: Palette) => palette.findings.selected?.row.id;
const unsafe = { ...failure("unsafe"), names: ["U+001B ESCAPE", "U+000D CARRIAGE RETURN"] };

/** Refuses until the person is sure. */
const cautious = (): Backend["copy"] => async ({ id, sure }) => {
  if (!sure) throw unsafe;
  return { id, situation: "Move to email", culture: "Taiwan", rank: "senior", mail: false, paste: "off" };
};

describe("words that can harm", () => {
  it("are asked about, by name, and copied after a yes", async () => {
    const copy = vi.fn(cautious());
    const { palette, done } = await opened("chen", () => {}, { copy });
    await palette.act();
    expect(palette.giving.question?.characters).toEqual(["U+001B ESCAPE", "U+000D CARRIAGE RETURN"]);
    expect(palette.saying.failed).toBe(false);
    expect(done).toEqual([]);
    await palette.confirm();
    expect(copy.mock.calls.map(([filling]) => [filling.id, filling.sure])).toEqual([
      ["tw-start", false],
      ["tw-start", true],
    ]);
    expect(palette.giving.question).toBeNull();
    expect(done).toEqual(["hide"]);
  });

  it("go to the mail program after a yes if they were meant for it", async () => {
    const mail = vi.fn(cautious());
    const { palette } = await opened("chen", () => {}, { mail });
    await palette.act(true);
    await palette.confirm();
    expect(mail.mock.calls.map(([filling]) => filling.sure)).toEqual([false, true]);
  });

  it("are left alone after a no", async () => {
    const { palette, done } = await opened("chen", () => {}, { copy: cautious() });
    await palette.act();
    const { focused } = palette;
    await palette.escape();
    expect(palette.giving.question).toBeNull();
    expect(palette.focused).toBe(focused + 1);
    await palette.confirm();
    expect(done).toEqual([]);
  });

  it("are asked about no more when another phrase is selected", async () => {
    const { palette } = await opened("chen", () => {}, { copy: cautious() });
    await palette.act();
    await palette.select(1);
    expect(palette.giving.question).toBeNull();
  });

  it("are asked about at once where the palette was opened for them", async () => {
    const { palette, done } = await opened();
    await palette.begin("int-unsafe");
    expect(selected(palette)).toBe("int-unsafe");
    expect(palette.giving.question?.characters).toEqual(["U+001B ESCAPE"]);
    expect(done).toEqual([]);
  });

  it("do not lead to a copy of others that the palette was opened for", async () => {
    const { palette, done } = await opened();
    await palette.begin("int-reply");
    expect(palette.giving.question).toBeNull();
    expect(done).toEqual([]);
  });
});

describe("the next rung", () => {
  const offered = () => opened("lin", (library) => (library.proposal = proposal));

  it("is offered while nothing is typed or moved", async () => {
    const { palette } = await offered();
    expect(palette.proposing).toBe(true);
    expect(selected(palette)).toBe("tw-client-warm");
    await palette.select(1);
    expect(palette.proposing).toBe(false);
    await palette.type("信");
    expect(palette.proposing).toBe(false);
    await palette.type("");
    expect(palette.proposing).toBe(true);
  });

  it("is selected by the key for firmer, on the ladder, and copied by Enter", async () => {
    const { palette, done } = await offered();
    palette.run({ does: "rung", by: 1 });
    await vi.waitFor(() => expect(palette.status).toBe("Rung 2 of 4: Clear"));
    expect(selected(palette)).toBe("tw-client-clear");
    expect(palette.onLadder).toBe(true);
    await palette.act();
    expect(done).toEqual(["mail tw-client-clear", "hide"]);
  });

  it("leaves the key to the ladder of a row that was moved to", async () => {
    const { palette } = await offered();
    await palette.select(1);
    await palette.select(0);
    await palette.climb(1);
    expect(selected(palette)).toBe("tw-client-clear");
    palette.run({ does: "rung", by: 1 });
    await vi.waitFor(() => expect(selected(palette)).toBe("tw-client-firm"));
  });

  it("is nothing where it is gone from the library", async () => {
    const { palette } = await opened("lin", (library) => (library.proposal = { ...proposal, id: "gone" }));
    await palette.takeProposal();
    expect(selected(palette)).toBe("tw-client-warm");
    expect(palette.onLadder).toBe(false);
  });
});

describe("after a copy", () => {
  const copied = (paste: Copied["paste"]): Backend["copy"] => async ({ id }) => ({ id, situation: "Move to email", culture: "Taiwan", rank: "senior", mail: false, paste });

  it.each<[Copied["paste"], string]>([
    ["off", "Copied: Move to email · Taiwan · senior"],
    ["will", "Copied, and pasted where you were"],
    ["cannot", "Copied. Press Ctrl+V to paste"],
  ])("says what becomes of the words (%s)", async (paste, expected) => {
    const { palette } = await opened("chen", () => {}, { copy: copied(paste) });
    await palette.act();
    expect(palette.status).toBe(expected);
  });

  it("has told what was typed to find them", async () => {
    const copy = vi.fn(copied("off"));
    const { palette } = await opened("chen", () => {}, { copy });
    await palette.act();
    await palette.type(" 請示 ");
    await palette.act();
    expect(copy.mock.calls.map(([filling]) => filling.query)).toEqual([undefined, "請示"]);
  });
});

describe("a library that is still being read", () => {
  const empty: Backend["search"] = async () => ({ hits: [], here: 0, elsewhere: 0, proposal: null });

  it("is not called empty", async () => {
    const { palette, done } = await opened("chen", (library) => (library.loading = true), { search: empty });
    expect(palette.loading).toBe(true);
    expect(palette.writing).toBe(false);
    expect(palette.status).toBe("Reading the library …");
    await palette.act();
    expect(done).toEqual([]);
  });

  it("is searched again once it was read", async () => {
    const { palette, library } = await opened("chen", (all) => (all.loading = true));
    expect(palette.findings.hits).toHaveLength(4);
    expect(palette.status).toBe("Reading the library …");
    library.loading = false;
    await palette.refresh();
    expect(palette.status).toBe("4 phrases");
  });
});

it("asks for one phrase by its id and not for the whole library", async () => {
  const search = vi.fn<Backend["search"]>(async () => ({ hits: [], here: 0, elsewhere: 0, proposal: null }));
  const { palette } = await opened("chen", () => {}, { search });
  search.mockClear();
  await palette.begin(phrases[0]!.id);
  expect(selected(palette)).toBe(phrases[0]!.id);
  expect(palette.findings.selected?.here).toBe(true);
  expect(search).toHaveBeenCalledTimes(1);
  expect(search.mock.calls[0]?.[0].limit).toBeLessThan(100);
});
