/** Words of an earlier session: offered, taken up, let go, and never written over. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { settingsLibrary, type SettingsLibrary } from "../../test/settings-library";
import { Known } from "../settings/known.svelte";
import { REST } from "../settings/later";
import { Saving } from "../settings/saving.svelte";
import { Undoing } from "../settings/undoing.svelte";
import { draftOf } from "./draft";
import { Drafts, heldOf } from "./drafts.svelte";
import { KEEP } from "./editor.svelte";
import { Library } from "./library.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function left(backend: SettingsLibrary, key: string, id: string | null, title: string) {
  const base = draftOf(backend.held.get("tw-start")!);
  const content = JSON.stringify({ draft: { ...base, id, title }, base: id === null ? null : base });
  backend.forms.set(key, { key, content, time: "2026-11-25T14:05:00Z" });
}

async function begun(prepare: (backend: SettingsLibrary) => void) {
  const backend = settingsLibrary();
  prepare(backend);
  const known = new Known(backend);
  const library = new Library(backend, known, new Saving(), new Undoing());
  await known.load();
  await library.begin(null);
  return { backend, library };
}

it("offers what was typed and not saved, and saves it once it is taken up", async () => {
  const { backend, library } = await begun((each) => left(each, "tw-start", "tw-start", "寫到一半"));
  const [offer] = library.drafts.offers;
  expect([offer?.draft.title, offer?.time, library.offer]).toEqual(["寫到一半", "2026-11-25T14:05:00Z", offer]);
  await library.takeUp(offer!);
  expect([library.editor?.draft.title, library.drafts.offers.length]).toEqual(["寫到一半", 0]);
  await vi.advanceTimersByTimeAsync(REST);
  expect(backend.held.get("tw-start")?.title).toBe("寫到一半");
  await vi.advanceTimersByTimeAsync(KEEP);
  expect(backend.forms.size).toBe(0);
});

it("opens a new phrase with the words of one that was never saved", async () => {
  const { library } = await begun((each) => left(each, "new-abc-001", null, "新的"));
  await library.takeUp(library.drafts.offers[0]!);
  expect([library.editor?.id, library.editor?.draft.title]).toEqual([null, "新的"]);
});

it("takes up the words of a phrase that is no more", async () => {
  const { backend, library } = await begun((each) => {
    left(each, "gone", "gone", "還在寫");
  });
  await library.takeUp(library.drafts.offers[0]!);
  await vi.advanceTimersByTimeAsync(REST);
  expect(backend.held.get("gone")?.title).toBe("還在寫");
});

it("lets go of what the library has after all, and of what no form can read", async () => {
  const { backend, library } = await begun((each) => {
    left(each, "tw-start", "tw-start", each.held.get("tw-start")!.title);
    each.forms.set("odd", { key: "odd", content: "{", time: "" });
  });
  await vi.advanceTimersByTimeAsync(0);
  expect([library.drafts.offers, [...backend.forms.keys()]]).toEqual([[], ["odd"]]);
});

it("writes nothing over an offer that waits", async () => {
  const { backend, library } = await begun((each) => left(each, "tw-start", "tw-start", "寫到一半"));
  library.editor?.change({ title: "" });
  await vi.advanceTimersByTimeAsync(REST);
  expect([...backend.forms.keys()]).toEqual(["tw-start", "tw-start 2"]);
});

it("lets an offer go when it is not wanted", async () => {
  const { backend, library } = await begun((each) => left(each, "tw-start", "tw-start", "寫到一半"));
  library.drafts.discard(library.drafts.offers[0]!);
  await vi.advanceTimersByTimeAsync(0);
  expect([library.drafts.offers, backend.forms.size]).toEqual([[], 0]);
});

it("drops after it has kept, whichever answer takes longer", async () => {
  const done: string[] = [];
  let go = () => {};
  const backend = settingsLibrary({
    keepFormDraft: () => new Promise<void>((resolve) => (go = () => (done.push("kept"), resolve()))),
    dropFormDraft: async () => void done.push("dropped"),
  });
  const drafts = new Drafts(backend);
  const draft = draftOf(backend.held.get("tw-start")!);
  void drafts.keep("a", { draft, base: null });
  drafts.drop("a");
  await vi.advanceTimersByTimeAsync(0);
  go();
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toEqual(["kept", "dropped"]);
});

it.each(["", "null", "3", '{"draft":{"title":1}}', '{"draft":null}'])("reads no form out of %j", (content) => {
  expect(heldOf(content)).toBeUndefined();
});
