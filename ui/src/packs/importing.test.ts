/** A pack from elsewhere is looked at first, and comes in only when the person says so. */
import { expect, it } from "vitest";

import { failure } from "../../test/backend";
import { settingsLibrary } from "../../test/settings-library";
import type { Backend } from "../ipc/backend";
import { Importing, MOST } from "./importing.svelte";

function importing(answers: Partial<Backend> = {}) {
  const backend = settingsLibrary(answers);
  const came: string[] = [];
  return { backend, came, importing: new Importing(backend, async (file) => void came.push(file)) };
}

const file = (content: BlobPart, name = "team.toml") => new File([content], name);

it("looks at what was chosen and takes it in when asked to", async () => {
  const { backend, came, importing: one } = importing();
  await one.choose(file("schema = 1\n"));
  expect([one.look?.title, backend.done]).toEqual(["台北團隊", ["look team.toml"]]);
  await one.take();
  expect([backend.done.at(-1), came, one.open]).toEqual(["import team.toml 11", ["team-taipei.toml"], false]);
});

it("refuses a file that is too large before it is read", async () => {
  const { backend, importing: one } = importing();
  const large = file("x");
  Object.defineProperty(large, "size", { value: MOST + 1 });
  await one.choose(large);
  expect([one.unfit, backend.done]).toEqual(["large", []]);
});

it("refuses what is no text", async () => {
  const { backend, importing: one } = importing();
  await one.choose(file(new Uint8Array([0xff, 0xfe, 0x00])));
  expect([one.unfit, backend.done]).toEqual(["text", []]);
});

it("hands the text on byte for byte, with its mark at the start and its line ends", async () => {
  let given = "";
  const { importing: one } = importing({ lookAtPack: async (_name, text) => ((given = text), settingsLibrary().look_) });
  await one.choose(file("\uFEFFschema = 1\r\n"));
  expect(given).toBe("\uFEFFschema = 1\r\n");
});

it("says why the library does not take it, and keeps the look", async () => {
  const { came, importing: one } = importing({ importPack: () => Promise.reject(failure("notSaved")) });
  await one.choose(file("schema = 1"));
  await one.take();
  expect([one.failure?.code, one.look !== null, came]).toEqual(["notSaved", true, []]);
  one.cancel();
  expect(one.open).toBe(false);
});

it("shows nothing of a file that was put away while it was looked at", async () => {
  let answer = () => {};
  const { importing: one } = importing({ lookAtPack: () => new Promise((resolve) => (answer = () => resolve(settingsLibrary().look_))) });
  const chosen = one.choose(file("schema = 1"));
  await new Promise((done) => setTimeout(done));
  one.cancel();
  answer();
  await chosen;
  expect(one.look).toBeNull();
});
