/** Settings are kept when they are changed. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { failure } from "../../test/backend";
import { settingsLibrary } from "../../test/settings-library";
import type { Backend } from "../ipc/backend";
import { REST } from "./later";
import { Preferences } from "./preferences.svelte";
import { Saving } from "./saving.svelte";
import { Undoing } from "./undoing.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rest = () => vi.advanceTimersByTimeAsync(REST);

async function loaded(answers: Partial<Backend> = {}) {
  const backend = settingsLibrary(answers);
  const [saving, undoing] = [new Saving(), new Undoing()];
  const preferences = new Preferences(backend, saving, undoing);
  await preferences.load();
  return { backend, preferences, saving, undoing, done: backend.done };
}

it("saves what was typed after a rest, and leaves the space before the next word", async () => {
  const { preferences, done, saving } = await loaded();
  preferences.type("profile.name", "Anna ");
  expect(saving.state).toBe("saving");
  await rest();
  expect(done).toEqual(['set profile.name "Anna"']);
  expect([preferences.text("profile.name"), saving.state]).toEqual(["Anna ", "saved"]);
  await preferences.commit("profile.name");
  expect(preferences.text("profile.name")).toBe("Anna");
});

it("refuses half an address in silence, and aloud when the person is done", async () => {
  const { preferences, saving } = await loaded();
  preferences.type("profile.email", "anna@");
  await rest();
  expect([preferences.refused("profile.email"), saving.state]).toEqual([undefined, "failed"]);
  expect(await preferences.commit("profile.email")).toBe(false);
  expect(preferences.refused("profile.email")?.code).toBe("badValue");
  expect(preferences.text("profile.email")).toBe("anna@");
  preferences.type("profile.email", "anna@example.org");
  expect(await preferences.commit("profile.email")).toBe(true);
  expect([preferences.refused("profile.email"), saving.state]).toEqual([undefined, "saved"]);
});

it("says at once that the disk refused", async () => {
  const { preferences } = await loaded({ setSetting: () => Promise.reject(failure("notSaved")) });
  preferences.type("profile.company", "Weber");
  await rest();
  expect(preferences.refused("profile.company")?.code).toBe("notSaved");
  expect(preferences.text("profile.company")).toBe("Weber");
});

it("takes a typed value back as one step, to what was there before", async () => {
  const { preferences, undoing } = await loaded();
  for (const typed of ["B", "Be", "Ben"]) {
    preferences.type("profile.name", typed);
    await rest();
  }
  await undoing.undo();
  expect(preferences.text("profile.name")).toBe("Anna Weber");
  expect(undoing.any).toBe(false);
});

it("does not write what is there already", async () => {
  const { preferences, done, undoing } = await loaded();
  await preferences.set("languages.taiwan", ["zh-Hant-TW", "en"]);
  await preferences.set("behaviour.theme", "system");
  expect([done, undoing.any]).toEqual([[], false]);
});

it("takes no settings from before a change", async () => {
  const { backend, preferences } = await loaded();
  const before = backend.kept;
  let answer = () => {};
  backend.settings = () => new Promise((resolve) => (answer = () => resolve(before)));
  const asked = preferences.load();
  await preferences.set("behaviour.theme", "dark");
  answer();
  await asked;
  expect(preferences.settings.behaviour.theme).toBe("dark");
});
