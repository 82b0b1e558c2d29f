/** The packs page: what is there, and what can be mended. */
import { expect, it } from "vitest";

import { choices, settingsLibrary } from "../../test/settings-library";
import { failure } from "../../test/backend";
import type { Problem } from "../ipc/backend";
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
