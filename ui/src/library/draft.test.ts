/** A phrase becomes a draft and comes back the same. */
import { expect, it } from "vitest";

import { settingsLibrary } from "../../test/settings-library";
import { alike, blank, complete, draftOf, entryFor, same, withEntry } from "./draft";
import { noFilter } from "./listing.svelte";

const draft = draftOf([...settingsLibrary().held.values()][0]!);
const start = { situation: "move-to-email", culture: "taiwan", language: "zh-Hant-TW" };

it("is the same in whatever order its parts came", () => {
  expect(same({ ...draft, rank: ["client", "senior"], gloss: { en: "a", de: "b" } }, { ...draft, gloss: { de: "b", en: "a" }, rank: ["senior", "client"] })).toBe(true);
});

it.each([{ text: `${draft.text} ` }, { gloss: { en: "other" } }, { note: { de: "x" } }, { tags: ["late"] }, { sensitive: true }, { subject: "" }])("is another with %j", (change) => {
  expect(same(draft, { ...draft, ...change })).toBe(false);
});

it("is alike when only the last line break went", () => {
  expect(alike(draft, { ...draft, text: `${draft.text}\n` })).toBe(true);
  expect(alike(draft, { ...draft, text: `${draft.text}\n.` })).toBe(false);
});

it("begins with what the list shows, and is not complete", () => {
  const made = blank({ ...noFilter, culture: "shanghai", rank: "peer", firmness: 3 }, start);
  expect(made).toMatchObject({ id: null, culture: "shanghai", situation: "move-to-email", rank: ["peer"], firmness: 3 });
  expect(complete(made)).toBe(false);
  expect(complete({ ...made, title: "收到", text: "收到。" })).toBe(true);
  expect(complete({ ...made, title: "收到", text: " \n" })).toBe(false);
});

it("finds the entry that serves a reader, and drops one that is emptied", () => {
  expect(entryFor({ "zh-Hant": "甲", en: "b" }, "zh-Hant-TW")).toBe("zh-Hant");
  expect(entryFor({ en: "b" }, "zh-Hant-TW")).toBe("zh-Hant-TW");
  expect(withEntry({ en: "b" }, "en", "")).toEqual({});
  expect(withEntry({ en: "b" }, "de", "c")).toEqual({ en: "b", de: "c" });
});
