/** The editor keeps what is typed, says Saved only when it is, and loses nothing on the way. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { failure } from "../../test/backend";
import { settingsLibrary } from "../../test/settings-library";
import type { Backend, PhraseDraft, PhraseView, Saved } from "../ipc/backend";
import { REST } from "../settings/later";
import { Saving } from "../settings/saving.svelte";
import { Drafts } from "./drafts.svelte";
import { Editor, KEEP } from "./editor.svelte";
import { blank } from "./draft";
import { noFilter } from "./listing.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rest = () => vi.advanceTimersByTimeAsync(REST);

async function opened(answers: Partial<Backend> = {}) {
  const library = settingsLibrary(answers);
  const saving = new Saving();
  const saved: Saved[] = [];
  const draft = { ...blank(noFilter, { situation: "", culture: "", language: "" }), id: "tw-start" };
  const drafts = new Drafts(library);
  const editor = new Editor("tw-start", draft, { backend: library, saving, drafts, onsaved: (_, one) => saved.push(one) });
  await editor.load();
  return { library, saving, editor, saved, drafts };
}

/** A save that waits until it is told to go on. */
function slow() {
  const waiting: { draft: PhraseDraft; go: () => void; refuse: () => void }[] = [];
  const savePhrase = (draft: PhraseDraft) =>
    new Promise<Saved>((resolve, reject) => waiting.push({ draft, go: () => resolve({ id: draft.id ?? "made", step: 1, beside: null }), refuse: () => reject(failure("notSaved")) }));
  return { waiting, savePhrase };
}

describe("saving", () => {
  it("waits for a rest in typing, and says saved only after the answer", async () => {
    const { waiting, savePhrase } = slow();
    const { editor, saving } = await opened({ savePhrase });
    editor.change({ title: "甲" });
    editor.change({ title: "甲乙" });
    expect(saving.state).toBe("saving");
    await rest();
    expect(waiting.map(({ draft }) => draft.title)).toEqual(["甲乙"]);
    expect(saving.state).toBe("saving");
    waiting[0]!.go();
    await rest();
    expect(saving.state).toBe("saved");
  });

  it("never has two under way, and ends with what was typed last", async () => {
    const { waiting, savePhrase } = slow();
    const { editor, saving } = await opened({ savePhrase });
    editor.change({ title: "甲" });
    await rest();
    editor.change({ title: "乙" });
    await rest();
    expect(waiting).toHaveLength(1);
    waiting[0]!.go();
    await rest();
    expect(saving.state).toBe("saving");
    expect(waiting.map(({ draft }) => draft.title)).toEqual(["甲", "乙"]);
    waiting[1]!.go();
    await rest();
    expect(saving.state).toBe("saved");
    expect(editor.draft.title).toBe("乙");
  });

  it("keeps what was typed when it is refused, and saves it at the next try", async () => {
    const { library, editor, saving } = await opened({ savePhrase: () => Promise.reject(failure("notSaved")) });
    editor.change({ text: "新的內容" });
    await rest();
    expect([editor.draft.text, editor.failure?.code, saving.state]).toEqual(["新的內容", "notSaved", "failed"]);
    library.savePhrase = async ({ id }) => ({ id: id!, step: 1, beside: null });
    expect(await editor.save()).toBe(true);
    expect([editor.failure, saving.state]).toEqual([null, "saved"]);
  });

  it("does not save what is as it was", async () => {
    const { editor, library, saving } = await opened();
    const { title } = editor.draft;
    editor.change({ title: "甲" });
    editor.change({ title });
    await rest();
    expect(library.done).toEqual([]);
    expect(saving.state).toBe("rest");
  });

  it("leaves a phrase on the disk alone while it has no title", async () => {
    const { editor, library, saving } = await opened();
    editor.change({ title: "" });
    await rest();
    expect(await editor.save()).toBe(false);
    expect([editor.lacking, saving.state, library.done]).toEqual([true, "failed", []]);
  });
});

describe("reading again", () => {
  const other = (view: PhraseView): PhraseView => ({ ...view, phrase: { ...view.phrase, title: "由別人改的" } });

  it("takes what somebody else wrote", async () => {
    const { editor, library } = await opened();
    const view = await library.show("tw-start");
    library.show = async () => other(view);
    await editor.load();
    expect(editor.draft.title).toBe("由別人改的");
  });

  it("leaves what is being typed", async () => {
    const { editor, library } = await opened();
    const view = await library.show("tw-start");
    editor.change({ title: "我正在寫" });
    library.show = async () => other(view);
    await editor.load();
    expect(editor.draft.title).toBe("我正在寫");
  });

  it("takes no answer from before a change", async () => {
    const { editor, library } = await opened();
    const view = await library.show("tw-start");
    let answer: (view: PhraseView) => void = () => {};
    library.show = () => new Promise((resolve) => (answer = resolve));
    const asked = editor.load();
    editor.change({ title: "之後才寫的" });
    await rest();
    answer(view);
    await asked;
    expect(editor.draft.title).toBe("之後才寫的");
  });

  it("leaves the line break at the end to the person who typed it", async () => {
    const { editor, library } = await opened();
    const { text } = editor.draft;
    editor.change({ text: `${text}\n` });
    await rest();
    library.held.set("tw-start", { ...library.held.get("tw-start")!, text });
    await editor.load();
    expect(editor.draft.text).toBe(`${text}\n`);
  });
});

it("shows only the preview of what was typed last", async () => {
  const { editor, library } = await opened();
  const answers: (() => void)[] = [];
  const { previewDraft } = library;
  library.previewDraft = (draft, contact) => new Promise((resolve) => answers.push(() => void previewDraft(draft, contact).then(resolve)));
  editor.change({ text: "一" });
  editor.change({ text: "二" });
  answers[1]!();
  await rest();
  answers[0]!();
  await rest();
  expect(editor.preview?.parts.map(({ text }) => text).join("")).toBe("二");
});

it("asks for no preview of nothing, and for one of words that have no title yet", async () => {
  const { editor, library } = await opened();
  const previewDraft = vi.spyOn(library, "previewDraft");
  editor.change({ text: " " });
  await rest();
  expect([editor.preview, previewDraft.mock.calls.length]).toEqual([null, 0]);
  editor.change({ text: "收到", title: "" });
  expect(previewDraft.mock.lastCall?.[0].title).not.toBe("");
});

describe("words that no library has yet", () => {
  const held = (library: Awaited<ReturnType<typeof opened>>["library"]) => [...library.forms.values()].map(({ key, content }) => [key, (JSON.parse(content) as { draft: PhraseDraft }).draft.title]);

  it("are put aside within half a second however long somebody types on", async () => {
    const { editor, library } = await opened();
    expect(KEEP).toBeLessThanOrEqual(500);
    for (const title of ["甲", "甲乙", "甲乙丙"]) {
      editor.change({ title });
      await vi.advanceTimersByTimeAsync(KEEP / 3);
    }
    expect(held(library)).toEqual([["tw-start", "甲乙丙"]]);
    expect(library.done).toEqual([]);
  });

  it("are put aside at once when the disk refuses or something is missing", async () => {
    const { editor, library } = await opened({ savePhrase: () => Promise.reject(failure("notSaved")) });
    editor.change({ title: "甲" });
    await editor.save();
    expect(held(library)).toEqual([["tw-start", "甲"]]);
    editor.change({ title: "" });
    await editor.save();
    expect(held(library)).toEqual([["tw-start", ""]]);
  });

  it("are let go once they are saved, or as they were", async () => {
    const { editor, library } = await opened();
    const { title } = editor.draft;
    editor.change({ title: "" });
    await rest();
    expect(library.forms.size).toBe(1);
    editor.change({ title: "改過" });
    await rest();
    await vi.advanceTimersByTimeAsync(KEEP);
    expect(library.forms.size).toBe(0);
    editor.change({ title: "" });
    await rest();
    editor.change({ title: "改過" });
    await rest();
    expect([library.forms.size, title === editor.draft.title]).toEqual([0, false]);
  });

  it("are said to be in the window only when they cannot be put aside", async () => {
    const { editor, drafts } = await opened({ savePhrase: () => Promise.reject(failure("notSaved")), keepFormDraft: () => Promise.reject(failure("notSaved")) });
    editor.change({ title: "甲" });
    await editor.save();
    await rest();
    expect(drafts.failure?.code).toBe("notSaved");
  });
});

describe("when somebody else changes the phrase meanwhile", () => {
  it("sends along what the form was opened with", async () => {
    const bases: unknown[] = [];
    const { editor } = await opened({ savePhrase: async (draft, base) => (bases.push(base?.title), { id: draft.id!, step: 1, beside: null }) });
    const { title } = editor.draft;
    editor.change({ title: "甲" });
    await editor.save();
    editor.change({ title: "乙" });
    await editor.save();
    expect(bases).toEqual([title, "甲"]);
  });

  it("says that both are in it when they changed other parts", async () => {
    const { editor, library } = await opened();
    editor.change({ title: "我的" });
    await editor.save();
    library.held.set("tw-start", { ...library.held.get("tw-start")!, tags: ["theirs"] });
    await editor.load();
    expect([editor.meanwhile, editor.draft.tags, editor.draft.title]).toEqual([{ theirs: null }, ["theirs"], "我的"]);
  });

  it("says nothing of a change that came when nothing was open", async () => {
    const { editor, library } = await opened();
    editor.change({ title: "我的" });
    await editor.save();
    await editor.load();
    library.held.set("tw-start", { ...library.held.get("tw-start")!, title: "他們的" });
    await editor.load();
    expect([editor.meanwhile, editor.draft.title]).toEqual([null, "他們的"]);
  });

  it("goes on with the person's own words where both changed the same, and names the other", async () => {
    const { editor, library } = await opened({ savePhrase: async () => ({ id: "tw-start", step: 1, beside: "tw-start-mine" }) });
    library.held.set("tw-start-mine", { ...library.held.get("tw-start")!, id: "tw-start-mine", title: "我的", layer: "mine" });
    editor.change({ title: "我的" });
    await editor.save();
    await editor.load();
    expect([editor.id, editor.key, editor.draft.title, editor.meanwhile]).toEqual(["tw-start-mine", "tw-start-mine", "我的", { theirs: "tw-start" }]);
  });
});
