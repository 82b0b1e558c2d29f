/** The palette: searching, moving, copying, and late answers. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { failure } from "../../test/backend";
import { sampleLibrary } from "../../test/library";
import type { Backend, Found, Preview } from "../ipc/backend";
import { Palette } from "./palette.svelte";

async function opened(contact: string | null = "chen", answers: Partial<Backend> = {}) {
  const library = sampleLibrary(contact, answers);
  const palette = new Palette(library);
  await palette.begin(null);
  return { library, palette, done: library.done };
}

const selected = (palette: Palette) => palette.findings.selected?.row.id;

/** A promise that the test settles. */
function later<Value>() {
  let resolve!: (value: Value) => void;
  let reject!: (thrown: unknown) => void;
  const promise = new Promise<Value>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}

describe("the list", () => {
  it("starts with what this audience needs, the first selected and read", async () => {
    const { palette } = await opened();
    expect(palette.findings.hits.map(({ row }) => row.id)).toEqual(["tw-start", "tw-copy", "tw-morning", "tw-which"]);
    expect(selected(palette)).toBe("tw-start");
    expect(palette.findings.shown?.preview.parts[0]?.text).toBe("陳經理您好，");
    expect(palette.status).toBe("4 phrases");
  });

  it("moves by row, by page and to the ends, and stops there", async () => {
    const { palette } = await opened();
    palette.run({ does: "move", by: 1 });
    expect(selected(palette)).toBe("tw-copy");
    palette.run({ does: "move", by: 6 });
    expect(selected(palette)).toBe("tw-which");
    palette.run({ does: "move", by: 1 });
    expect(selected(palette)).toBe("tw-which");
    palette.run({ does: "first" });
    expect(selected(palette)).toBe("tw-start");
    palette.run({ does: "move", by: -1 });
    expect(selected(palette)).toBe("tw-start");
    palette.run({ does: "last" });
    expect(selected(palette)).toBe("tw-which");
  });

  it("puts the audience's own first and counts both", async () => {
    const { palette } = await opened();
    await palette.type("信箱");
    expect(palette.findings.hits.map(({ here }) => here)).toEqual([true, false, false]);
  });

  it("keeps what is selected when the library changes", async () => {
    const { palette, library } = await opened();
    const stop = palette.listen();
    await palette.select(2);
    library.send("changed", null);
    await palette.refresh();
    expect(selected(palette)).toBe("tw-morning");
    stop();
  });

  it("keeps what was selected while the library was asked again", async () => {
    const { palette } = await opened();
    const refreshing = palette.refresh();
    await palette.select(3);
    await refreshing;
    expect(selected(palette)).toBe("tw-which");
  });

  it("selects the first, and closes the form, when the phrase is gone", async () => {
    const { palette, library } = await opened();
    await palette.select(3);
    await palette.act();
    const search = library.search.bind(library);
    const preview = library.preview.bind(library);
    library.search = async (asked) => {
      const found = await search(asked);
      return { ...found, hits: found.hits.filter(({ row }) => row.id !== "tw-which") };
    };
    library.preview = (filling) => (filling.id === "tw-which" ? Promise.reject(failure("unknown")) : preview(filling));
    await palette.refresh();
    expect(selected(palette)).toBe("tw-start");
    expect(palette.form).toBeNull();
  });
});

describe("the count", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is said once typing rests", async () => {
    const { palette } = await opened();
    await palette.type("信箱");
    expect(palette.findings.hits).toHaveLength(3);
    expect(palette.status).toBe("4 phrases");
    vi.runAllTimers();
    expect(palette.status).toBe("1 here, 2 elsewhere");
  });
});

describe("answers that come late", () => {
  it("are dropped when something else was typed since", async () => {
    const slow = later<Found>();
    const { palette, library } = await opened();
    const search = library.search.bind(library);
    library.search = (asked) => (asked.query === "尾" ? slow.promise : search(asked));
    const first = palette.type("尾");
    await palette.type("信箱");
    slow.resolve({ hits: [], here: 0, elsewhere: 0, proposal: null });
    await first;
    expect(palette.findings.hits).toHaveLength(3);
  });

  it("say nothing when they failed and something else was typed since", async () => {
    const slow = later<Found>();
    const { palette, library } = await opened();
    const search = library.search.bind(library);
    library.search = (asked) => (asked.query === "尾" ? slow.promise : search(asked));
    const first = palette.type("尾");
    await palette.type("");
    slow.reject(failure("internal"));
    await first;
    expect(palette.status).toBe("4 phrases");
  });

  it("of a phrase passed by are not shown beside the present one", async () => {
    const slow = later<Preview>();
    const { palette, library } = await opened();
    const preview = library.preview.bind(library);
    library.preview = (filling) => (filling.id === "tw-copy" ? slow.promise : preview(filling));
    const passing = palette.select(1);
    await palette.select(2);
    slow.resolve(await preview({ id: "tw-copy", set: {}, contact: null, audience: null, person: null, remember: false, sure: false, paste: true }));
    await passing;
    expect(palette.findings.shown?.hit.row.id).toBe("tw-morning");
  });

  it("are waited for by Enter, which is meant for what was typed", async () => {
    const { palette, library, done } = await opened();
    const slow = later<void>();
    const search = library.search.bind(library);
    library.search = async (asked) => (await slow.promise, search(asked));
    void palette.type("請示");
    const acting = palette.act();
    slow.resolve();
    await acting;
    expect(done).toEqual(["copy tw-copy", "hide"]);
  });

  it("are waited for by Ctrl+E too", async () => {
    const { library, palette, done } = await opened();
    const slow = later<Found>();
    const found = library.search;
    const second = (await found({ query: "", limit: 9 })).hits.slice(1, 2);
    library.search = () => slow.promise;
    void palette.type("信箱");
    const edited = palette.edit();
    slow.resolve({ hits: second, here: 1, elsewhere: 0, proposal: null });
    await edited;
    expect(done).toEqual(["settings tw-copy", "hide"]);
  });
});

describe("Enter", () => {
  it("copies and hides", async () => {
    const { palette, done } = await opened();
    await palette.act();
    expect(done).toEqual(["copy tw-start", "hide"]);
    expect(palette.status).toBe("Copied: Move to email · Taiwan · senior");
  });

  it("opens the mail program for a phrase that answers by email", async () => {
    const { palette, done } = await opened("david");
    await palette.act();
    expect(done).toEqual(["mail int-reply", "hide"]);
  });

  it.each([
    ["chen", "mail tw-start"],
    ["david", "copy int-reply"],
  ])("with Ctrl does the other thing (%s)", async (contact, expected) => {
    const { palette, done } = await opened(contact);
    await palette.act(true);
    expect(done).toEqual([expected, "hide"]);
  });

  it("pressed twice copies once", async () => {
    const { palette, done } = await opened();
    await Promise.all([palette.act(), palette.act()]);
    expect(done).toEqual(["copy tw-start", "hide"]);
  });

  it("goes on to write a phrase where nothing was found", async () => {
    const { palette, done } = await opened();
    await palette.type("尾牙");
    expect(palette.writing).toBe(true);
    await palette.act();
    expect(done).toEqual(["write 尾牙", "hide"]);
  });

  it("stays and says why when nothing was copied", async () => {
    const { palette, done } = await opened("chen", { copy: () => Promise.reject(failure("clipboardBusy")) });
    await palette.act();
    expect(done).toEqual([]);
    expect(palette.status).toBe("Another program is using the clipboard. Try again.");
    expect(palette.saying.failed).toBe(true);
    await palette.select(1);
    expect(palette.saying.failed).toBe(false);
    await palette.act();
    expect(palette.status).toBe("Another program is using the clipboard. Try again.");
  });

  it("names the audience of the typed words, and no person", async () => {
    const copy = vi.fn<Backend["copy"]>(() => Promise.reject(failure("internal")));
    const { palette } = await opened("chen", { copy });
    await palette.type("上海 客户 邮箱");
    await palette.act();
    expect(copy).toHaveBeenCalledWith({
      id: "cn-process",
      set: {},
      contact: null,
      audience: { culture: "shanghai", rank: "client", language: "zh-Hans-CN" },
      person: null,
      remember: false,
      sure: false,
      paste: true,
      query: "邮箱",
    });
  });
});

describe("the audience", () => {
  it("is changed by keys, and the list follows", async () => {
    const { palette } = await opened();
    palette.run({ does: "rank", index: 3 });
    await palette.refresh();
    expect(palette.findings.hits.map(({ row }) => row.rank)).toEqual(Array(5).fill(["client"]));
    palette.run({ does: "culture", by: 1 });
    await palette.refresh();
    expect(selected(palette)).toBe("cn-process");
  });

  it("is taken out of the typed words, and given back by Backspace", async () => {
    const { palette } = await opened();
    await palette.type("上海 客户 邮箱");
    expect(palette.query).toBe("邮箱");
    expect(palette.findings.found?.here).toBe(1);
    await palette.type("");
    expect(palette.run({ does: "untype" })).toBe(true);
    expect(palette.audience.typed.map(({ word }) => word)).toEqual(["上海"]);
    expect(palette.run({ does: "untype" })).toBe(true);
    expect(palette.run({ does: "untype" })).toBe(false);
  });

  it("is narrowed by a word that is still being typed, which is not looked for", async () => {
    const search = vi.fn<Backend["search"]>(async () => ({ hits: [], here: 0, elsewhere: 0, proposal: null }));
    const { palette } = await opened("chen", { search });
    await palette.type("late client");
    expect(palette.query).toBe("late client");
    expect(search).toHaveBeenLastCalledWith(expect.objectContaining({ query: "late", audience: { culture: "taiwan", rank: "client", language: "zh-Hant-TW" } }));
    await palette.type("late clientele");
    expect(search).toHaveBeenLastCalledWith(expect.objectContaining({ query: "late clientele", audience: undefined }));
  });

  it("set by hand ends the word that named another, and keeps the rest", async () => {
    const { palette } = await opened();
    await palette.type("信箱 client");
    palette.run({ does: "rank", index: 0 });
    await palette.refresh();
    expect(palette.query).toBe("信箱 ");
    expect(palette.audience.now?.rank).toBe("junior");
  });

  it("says why when it was not changed", async () => {
    const { palette } = await opened("chen", { setAudience: () => Promise.reject(failure("notSaved")) });
    palette.run({ does: "rank", index: 0 });
    await palette.select(0);
    palette.run({ does: "rank", index: 0 });
    await vi.waitFor(() => expect(palette.status).toBe("The disk refused. What was saved before is still there."));
    expect(palette.audience.now?.rank).toBe("senior");
  });
});

describe("Escape", () => {
  it("clears the query with its typed words, then hides", async () => {
    const { palette, done } = await opened();
    await palette.type("客户 邮箱");
    await palette.escape();
    expect(palette.empty).toBe(true);
    expect(done).toEqual([]);
    await palette.escape();
    expect(done).toEqual(["hide"]);
  });
});

describe("being shown", () => {
  it("starts anew, with the focus in the query", async () => {
    const { palette, library } = await opened();
    const stop = palette.listen();
    await palette.type("信箱");
    const focused = palette.focused;
    library.send("palette-shown", { phrase: null, write: null });
    expect(palette.query).toBe("");
    expect(palette.focused).toBe(focused + 1);
    await vi.waitFor(() => expect(palette.findings.hits).toHaveLength(4));
    stop();
  });

  it("selects the phrase it was opened for, and asks for what is missing", async () => {
    const { palette } = await opened();
    await palette.begin("tw-which");
    expect(selected(palette)).toBe("tw-which");
    expect(palette.form?.fields).toHaveLength(3);
  });

  it("brings a phrase for another audience along", async () => {
    const { palette } = await opened();
    await palette.begin("int-reply");
    expect(selected(palette)).toBe("int-reply");
    expect(palette.form).toBeNull();
  });

  it("does not lose the phrase when the page itself starts a moment later", async () => {
    const palette = new Palette(sampleLibrary());
    void palette.begin("tw-which");
    await palette.start();
    expect(selected(palette)).toBe("tw-which");
    expect(palette.form?.fields).toHaveLength(3);
  });

  it("does not lose the phrase when the library changes at the same time", async () => {
    const { palette } = await opened();
    await Promise.all([palette.refresh(), palette.begin("int-reply"), palette.refresh()]);
    expect(selected(palette)).toBe("int-reply");
  });

  it("starts by itself when nobody said with what", async () => {
    const palette = new Palette(sampleLibrary());
    await palette.start();
    expect(palette.findings.hits).toHaveLength(4);
  });

  it("stays on the first row when the phrase is gone", async () => {
    const { palette } = await opened();
    await palette.begin("tw-gone");
    expect(selected(palette)).toBe("tw-start");
    expect(palette.form).toBeNull();
  });

  it("says why when nothing could be loaded", async () => {
    const { palette } = await opened("chen", { audience: () => Promise.reject(failure("internal")) });
    expect(palette.findings.found).toBeNull();
    expect(palette.writing).toBe(false);
    expect(palette.status).toBe("Fencun could not do that. The log says why.");
  });

  it("stops listening when told to", async () => {
    const { palette, library } = await opened();
    palette.listen()();
    const focused = palette.focused;
    library.send("palette-shown", { phrase: null, write: null });
    expect(palette.focused).toBe(focused);
  });
});

describe("other keys", () => {
  it("edit the selected phrase in the settings window", async () => {
    const { palette, done } = await opened();
    await palette.edit();
    expect(done).toEqual(["settings tw-start", "hide"]);
  });

  it("make a favourite, and undo it", async () => {
    const { palette, done } = await opened();
    await palette.favour();
    expect(palette.findings.selected?.row.favourite).toBe(true);
    expect(palette.status).toBe("Added to the favourites");
    await palette.favour();
    expect(done).toEqual(["favourite tw-start true", "favourite tw-start false"]);
    expect(palette.status).toBe("Taken from the favourites");
  });
});
