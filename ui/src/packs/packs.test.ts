/** The packs page: what is there, and what can be mended. */
import { expect, it } from "vitest";

import { choices, settingsLibrary } from "../../test/settings-library";
import { failure } from "../../test/backend";
import type { Backend, Problem } from "../ipc/backend";
import { Saving } from "../settings/saving.svelte";
import { Undoing } from "../settings/undoing.svelte";
import { entries, Packs } from "./packs.svelte";

const problem = (file: string): Problem => ({ file, line: 3, id: null, message: "no title", kind: "left", mendable: false });

it("puts a problem to the pack of its file, and a file that is no pack first", () => {
  const all = entries(choices.packs, [problem("team-shanghai.toml"), problem("settings.toml"), problem("/home/anna/library/team-shanghai.toml")]);
  expect(all.map(({ pack, file, problems }) => [pack?.id ?? file, problems.length])).toEqual([
    ["settings.toml", 1],
    ["mine", 0],
    ["team-shanghai", 2],
    ["taiwan-zh", 0],
  ]);
});

it("opens on the first pack with a problem, and keeps what was chosen", async () => {
  const backend = settingsLibrary();
  backend.problems_ = [problem("team-shanghai.toml")];
  const packs = new Packs(backend, new Saving(), new Undoing());
  await packs.load();
  expect(packs.entry?.pack?.id).toBe("team-shanghai");
  packs.step(1);
  await packs.load();
  expect(packs.entry?.pack?.id).toBe("taiwan-zh");
});

it("says why nothing could be read", async () => {
  const packs = new Packs(settingsLibrary({ problems: () => Promise.reject(failure("internal")) }), new Saving(), new Undoing());
  await packs.load();
  expect([packs.failure?.code, packs.loaded]).toEqual(["internal", false]);
});

const begun = async (answers: Partial<Backend> = {}) => {
  const backend = settingsLibrary(answers);
  const [saving, undoing] = [new Saving(), new Undoing()];
  const packs = new Packs(backend, saving, undoing);
  return { backend, saving, undoing, packs };
};

it("puts a second version to its pack, or first if the pack is no more", () => {
  const copies = [
    { file: "mine.sync-conflict-1.toml", of: "mine.toml", ids: ["a"] },
    { file: "old.sync-conflict-1.toml", of: "old.toml", ids: [] },
  ];
  const told = [problem("mine.sync-conflict-1.toml")];
  expect(entries(choices.packs, told, copies).map(({ pack, file, copies: its }) => [pack?.id ?? file, its.length])).toEqual([
    ["old.toml", 1],
    ["mine", 1],
    ["team-shanghai", 0],
    ["taiwan-zh", 0],
  ]);
});

it("puts the last good version of a damaged file back", async () => {
  const { backend, packs, saving } = await begun();
  backend.problems_ = [{ ...problem("team-shanghai.toml"), mendable: true }];
  await packs.load();
  await packs.restoreFile("/home/anna/library/team-shanghai.toml");
  expect([backend.done, saving.said, packs.entry?.problems.length]).toEqual([["put back team-shanghai.toml"], "team-shanghai.toml is whole again", 0]);
});

it("brings a second version together, and undo takes both steps back", async () => {
  const { backend, packs, undoing } = await begun();
  const copy = { file: "mine.sync-conflict-1.toml", of: "mine.toml", ids: ["a"] };
  backend.copies = [copy];
  await packs.load();
  expect(packs.entry?.pack?.id).toBe("mine");
  await packs.merge(copy);
  expect([backend.done, packs.entry?.copies]).toEqual([["merge mine.sync-conflict-1.toml"], []]);
  await undoing.undo();
  expect(backend.log.newestFirst.map(({ operation }) => operation)).toEqual(["undo", "undo", "merged-copy", "merge"]);
});

it("takes a pack out, which undo takes back, and says so when it cannot", async () => {
  const { backend, packs, undoing } = await begun();
  await packs.load();
  await packs.remove("/home/anna/library/team-shanghai.toml");
  expect([backend.done, undoing.any]).toEqual([["remove team-shanghai.toml"], true]);
  backend.removePack = () => Promise.reject(failure("notSaved"));
  await packs.remove("team-shanghai.toml");
  expect([packs.refused?.code, packs.busy]).toEqual(["notSaved", false]);
});

it("says where an export was written, until another pack is chosen", async () => {
  const { packs } = await begun();
  await packs.load();
  await packs.export("mine");
  expect(packs.written).toBe("/home/anna/Downloads/mine.toml");
  packs.step(1);
  expect(packs.written).toBeNull();
});
