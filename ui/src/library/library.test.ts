/** The library page: facets, list, adding, deleting, undoing. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { failure } from "../../test/backend";
import { settingsLibrary } from "../../test/settings-library";
import type { Backend } from "../ipc/backend";
import { Known } from "../settings/known.svelte";
import { REST } from "../settings/later";
import { Saving } from "../settings/saving.svelte";
import { Undoing } from "../settings/undoing.svelte";
import { Library } from "./library.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rest = () => vi.advanceTimersByTimeAsync(REST);

async function begun(answers: Partial<Backend> = {}, phrase: string | null = null) {
  const backend = settingsLibrary(answers);
  const [saving, undoing, known] = [new Saving(), new Undoing(), new Known(backend)];
  const library = new Library(backend, known, saving, undoing);
  await known.load();
  await library.begin(phrase);
  return { backend, library, saving, undoing, done: backend.done };
}

describe("choosing", () => {
  it("begins with the first phrase, or with the one it was opened for", async () => {
    expect((await begun()).library.editor?.id).toBe("tw-start");
    const { library } = await begun({}, "tw-morning");
    expect([library.editor?.id, library.reading]).toEqual(["tw-morning", true]);
  });

  it("saves behind its back what was changed in the phrase before", async () => {
    const { backend, library, saving } = await begun();
    library.editor?.change({ title: "改過" });
    await library.select("tw-copy");
    await rest();
    expect(library.editor?.id).toBe("tw-copy");
    expect(backend.held.get("tw-start")?.title).toBe("改過");
    expect(saving.state).toBe("saved");
    expect(library.left).toEqual([]);
  });

  it("loses nothing when that is refused: it waits, is shown, and comes back as typed", async () => {
    const { backend, library } = await begun({ savePhrase: () => Promise.reject(failure("notSaved")) });
    library.editor?.change({ title: "改過" });
    await library.select("tw-copy");
    await rest();
    expect(library.stuck.map(({ draft }) => draft.title)).toEqual(["改過"]);
    await library.select("tw-start");
    expect(library.editor?.draft.title).toBe("改過");
    expect(backend.held.get("tw-start")?.title).not.toBe("改過");
  });

  it("shows the phrase that was chosen last, whichever answer comes first", async () => {
    const { backend, library } = await begun();
    const { show } = backend;
    let go = () => {};
    backend.show = (id) => (id === "tw-copy" ? new Promise((resolve) => (go = () => void show(id).then(resolve))) : show(id));
    const slow = library.select("tw-copy");
    await library.select("tw-morning");
    go();
    await slow;
    expect(library.editor?.id).toBe("tw-morning");
  });

  it("steps through the list and stays at its ends", async () => {
    const { library } = await begun();
    await library.step(1);
    expect(library.editor?.id).toBe("tw-copy");
    await library.step(-5);
    expect(library.editor?.id).toBe("tw-start");
  });
});

describe("a new phrase", () => {
  it("is kept once it has a title and words, and not before", async () => {
    const { library, done, saving } = await begun();
    library.add();
    library.editor?.change({ title: "收到" });
    await rest();
    expect(done).toEqual([]);
    expect(library.fresh).toHaveLength(1);
    library.editor?.change({ text: "收到，謝謝。" });
    await rest();
    expect(done).toEqual(["save new 收到"]);
    expect(library.editor?.id).toBe("mine-1");
    expect(library.fresh).toEqual([]);
    expect(saving.state).toBe("saved");
    library.editor?.change({ title: "收到了" });
    await rest();
    expect(done.at(-1)).toBe("save mine-1 收到了");
  });

  it("takes the audience of the list, waits unfinished, and goes if nothing was typed", async () => {
    const { library } = await begun();
    await library.listing.choose("culture", "shanghai");
    library.add();
    expect(library.editor?.draft).toMatchObject({ culture: "shanghai", language: "zh-Hans-CN" });
    library.editor?.change({ title: "未完" });
    await library.select("tw-copy");
    expect(library.fresh.map(({ draft }) => draft.title)).toEqual(["未完"]);
    library.add();
    await library.select("tw-start");
    expect(library.fresh.map(({ draft }) => draft.title)).toEqual(["未完"]);
  });

  it("can be a copy of another", async () => {
    const { backend, library } = await begun();
    library.duplicate();
    await rest();
    expect(library.editor?.id).toBe("mine-1");
    expect(backend.held.get("mine-1")?.text).toBe(backend.held.get("tw-start")?.text);
  });
});

describe("going back", () => {
  it("restores the shipped words, and undo brings one's own back", async () => {
    const { backend, library, undoing } = await begun();
    library.editor?.change({ title: "改過" });
    await rest();
    expect(library.editor?.overrides).toBe(true);
    await library.restore();
    expect(library.editor?.overrides).toBe(false);
    expect(backend.held.get("tw-start")?.title).not.toBe("改過");
    await undoing.undo();
    expect(library.editor?.draft.title).toBe("改過");
  });

  it("deletes with undo, and shows the phrase again", async () => {
    const { library, undoing, saving } = await begun();
    library.duplicate();
    await rest();
    await library.remove();
    expect(library.editor?.id).not.toBe("mine-1");
    expect(saving.said).toContain("Deleted");
    await undoing.undo();
    expect(library.editor?.id).toBe("mine-1");
  });

  it("keeps a phrase that could not be deleted, and says so", async () => {
    const { library, saving } = await begun({ deletePhrase: () => Promise.reject(failure("notSaved")) });
    library.duplicate();
    await rest();
    await library.remove();
    expect(library.editor?.id).toBe("mine-1");
    expect(saving.said).toBe("The disk refused. What was saved before is still there.");
  });
});

describe("when the library changes outside", () => {
  it("shows the new list and the new words", async () => {
    const { backend, library } = await begun();
    backend.held.set("tw-start", { ...backend.held.get("tw-start")!, title: "外面改的" });
    await library.refresh();
    expect(library.listing.rows[0]?.title).toBe("外面改的");
    expect(library.editor?.draft.title).toBe("外面改的");
  });

  it("puts away a phrase that is no more", async () => {
    const { backend, library } = await begun();
    backend.held.delete("tw-start");
    await library.refresh();
    expect(library.editor).toBeNull();
  });
});

it("saves before it copies, and copies for the phrase's audience", async () => {
  const { library, done, saving } = await begun();
  library.editor?.change({ title: "改過" });
  await library.copy();
  expect(done).toEqual(["save tw-start 改過", "copy tw-start"]);
  expect(saving.said).toBe("Copied");
});

it("names what is open when a phrase cannot be copied", async () => {
  const { library, saving } = await begun({ copy: () => Promise.reject({ ...failure("openPlaceholders"), names: ["time"] }) });
  await library.copy();
  expect(saving.said).toBe("Still open: time. The palette asks for it and copies.");
});

describe("the list", () => {
  it("asks for the next rows, and for all of them when it is read again", async () => {
    const { backend, library } = await begun();
    const sample = backend.held.get("tw-start")!;
    for (let each = 0; each < 150; each++) backend.held.set(`more-${each}`, { ...sample, id: `more-${each}` });
    await library.listing.load();
    expect(library.listing.rows).toHaveLength(100);
    await library.listing.more();
    expect(library.listing.rows).toHaveLength(library.listing.total);
    await library.listing.load();
    expect(library.listing.rows).toHaveLength(library.listing.total);
  });

  it("asks with what is set, firmness as a number", async () => {
    const browse = vi.fn(settingsLibrary().browse);
    const { library } = await begun({ browse });
    await library.listing.choose("firmness", "3");
    expect(browse.mock.lastCall?.[0].filter.firmness).toBe(3);
    await library.listing.clear();
    expect(browse.mock.lastCall?.[0]).toMatchObject({ query: "", filter: { firmness: null } });
  });
});
