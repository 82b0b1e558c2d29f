/** What came with the page answers its first questions, and no others. */
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { sampleLibrary } from "../../test/library";
import { AT_FIRST } from "../palette/findings.svelte";
import { Palette } from "../palette/palette.svelte";

/** As the window program writes it: the questions in the page's words, what is not said left out. */
async function comeWithThePage(shown: { phrase: string | null; write: null } | null = { phrase: null, write: null }) {
  const library = sampleLibrary("chen");
  const found = await library.search({ query: "", limit: AT_FIRST });
  const { contact } = await library.audience();
  const filling = { id: found.hits[0]!.row.id, set: {}, contact, audience: null, person: null, remember: false, sure: false, paste: true };
  const answers = [
    { command: "status", given: null, answer: await library.status() },
    { command: "audience", given: null, answer: await library.audience() },
    { command: "contacts", given: null, answer: await library.contacts() },
    { command: "search", given: { limit: AT_FIRST, query: "" }, answer: found },
    { command: "preview", given: { filling }, answer: await library.preview(filling) },
  ];
  document.head.innerHTML = `<script type="application/json" id="beginning">${JSON.stringify({ shown, answers })}</script>`;
  return { found };
}

let asked: string[];
beforeEach(() => {
  asked = [];
  mockIPC((name) => {
    asked.push(name);
    return name.startsWith("plugin:event") ? 1 : Promise.reject(new Error("asked"));
  });
  vi.resetModules();
});
afterEach(() => {
  clearMocks();
  document.head.innerHTML = "";
});

/** Each page has its own beginning. */
async function page() {
  return { ...(await import("./tauri")), ...(await import("./beginning")) };
}

it("holds everything the palette asks at first, so that nothing is asked", async () => {
  const { found } = await comeWithThePage();
  const { tauri, shownAtFirst } = await page();
  const palette = new Palette(tauri);
  await palette.begin(shownAtFirst()!.phrase);
  expect(palette.findings.hits).toEqual(found.hits);
  expect(palette.findings.shown?.hit).toEqual(found.hits[0]);
  expect(asked).toEqual([]);
});

it("holds no other question", async () => {
  await comeWithThePage();
  const { begunWith } = await page();
  const filling = { id: "other", set: {}, contact: null, audience: null, person: null, remember: false, sure: false, paste: true };
  expect(begunWith("search", { query: "", limit: AT_FIRST, audience: undefined })).toBeDefined();
  expect(begunWith("search", { query: "a", limit: AT_FIRST })).toBeUndefined();
  expect(begunWith("search", { query: "" })).toBeUndefined();
  expect(begunWith("preview", { filling })).toBeUndefined();
  expect(begunWith("copy", undefined)).toBeUndefined();
});

it("holds no longer once the page hears, or hears of something", async () => {
  await comeWithThePage();
  const { tauri, begunWith, endBeginning } = await page();
  await tauri.pageHears().catch(() => undefined);
  expect(begunWith("status", undefined)).toBeUndefined();
  expect(asked).toEqual(["page_hears"]);
  endBeginning();
});

it("is nothing where nothing came", async () => {
  const { begunWith, shownAtFirst } = await page();
  expect(begunWith("status", undefined)).toBeUndefined();
  expect(shownAtFirst()).toBeNull();
});
