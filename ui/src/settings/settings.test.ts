/** Which page is open, and what it shows first. */
import { beforeEach, expect, it } from "vitest";

import { settingsLibrary } from "../../test/settings-library";
import { SettingsWindow } from "./settings.svelte";

beforeEach(() => localStorage.clear());

async function begun(firstRun = false, before: (settings: SettingsWindow) => unknown = () => {}) {
  const backend = settingsLibrary();
  backend.standing = { ...backend.standing, first_run: firstRun };
  const settings = new SettingsWindow(backend);
  settings.listen();
  before(settings);
  settings.hear(await backend.status());
  await settings.begin();
  return { backend, settings };
}

it("opens on the phrase that the window program names, also before it has begun", async () => {
  const { settings } = await begun(true, (settings) => settings.show("tw-morning", null));
  expect([settings.library.editor?.id, settings.asks]).toEqual(["tw-morning", false]);
});

it("goes to the phrase that is asked for later, from any page", async () => {
  const { backend, settings } = await begun();
  settings.open("about");
  backend.send("settings-shown", { phrase: "tw-copy", write: null });
  await settings.show("tw-copy", null);
  expect([settings.page, settings.library.editor?.id]).toEqual(["library", "tw-copy"]);
});

it("stays where it is when it is only shown again", async () => {
  const { settings } = await begun();
  settings.open("packs");
  await settings.show(null, null);
  expect(settings.page).toBe("packs");
});

it("asks who the user is once, and not again after “later”", async () => {
  const { settings } = await begun(true);
  expect(settings.asks).toBe(true);
  settings.firstRun.later();
  expect(settings.asks).toBe(false);
  expect((await begun(true)).settings.asks).toBe(false);
});

it("takes back what was changed last, whichever page it was on", async () => {
  const { settings } = await begun();
  settings.library.editor?.change({ title: "改過" });
  await settings.flush();
  await settings.preferences.set("behaviour.theme", "dark");
  await settings.undo();
  expect(settings.preferences.settings.behaviour.theme).toBe("system");
  await settings.undo();
  expect(settings.library.editor?.draft.title).toBe("我先處理，下次請寄信");
  await settings.undo();
  expect(settings.says).toBe("There is nothing to undo.");
});

it("offers no undo where nobody could tell what it takes back", async () => {
  const { settings } = await begun();
  settings.open("profile");
  expect(settings.undoable).toBe(false);
  await settings.preferences.set("profile.name", "Ben");
  expect(settings.undoable).toBe(true);
});

it("goes on to the second question though the first answers make it no first run any more", async () => {
  const { backend, settings } = await begun(true);
  settings.preferences.type("profile.name", "Anna");
  await settings.firstRun.next();
  settings.hear({ ...(await backend.status()), first_run: false });
  expect([settings.asks, settings.firstRun.step]).toEqual([true, 2]);
});

it("begins a new phrase with the words it is given: short ones are its title, long ones its words", async () => {
  const { backend, settings } = await begun();
  backend.send("settings-shown", { phrase: null, write: "請寄到部門信箱" });
  expect([settings.library.editor?.id, settings.library.editor?.draft.title, settings.library.wording]).toEqual([null, "請寄到部門信箱", true]);
  const long = "a".repeat(41);
  await settings.show(null, long);
  expect([settings.library.editor?.draft.title, settings.library.editor?.draft.text, settings.page]).toEqual(["", long, "library"]);
});

it("begins it also when the words come before the page has begun", async () => {
  const { settings } = await begun(false, (settings) => settings.show(null, "尾牙"));
  expect(settings.library.editor?.draft.title).toBe("尾牙");
});
