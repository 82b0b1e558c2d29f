/** Contacts: adding, changing, forgetting. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { failure } from "../../test/backend";
import { settingsLibrary } from "../../test/settings-library";
import type { Backend } from "../ipc/backend";
import { Known } from "../settings/known.svelte";
import { REST } from "../settings/later";
import { Saving } from "../settings/saving.svelte";
import { Undoing } from "../settings/undoing.svelte";
import { People } from "./people.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rest = () => vi.advanceTimersByTimeAsync(REST);

async function begun(answers: Partial<Backend> = {}) {
  const backend = settingsLibrary(answers);
  const [known, saving, undoing] = [new Known(backend), new Saving(), new Undoing()];
  await known.load();
  return { backend, people: new People(backend, known, saving, undoing), known, saving, undoing };
}

it("keeps a new person once there is a name, under one id", async () => {
  const { backend, people, known } = await begun();
  const before = known.contacts.length;
  await people.add();
  people.change({ email: "mei@example.com" });
  await rest();
  expect(known.contacts).toHaveLength(before);
  people.change({ name: "林 " });
  await rest();
  people.change({ name: "林 佳穎" });
  await rest();
  expect(known.contacts).toHaveLength(before + 1);
  expect(backend.people.at(-1)).toMatchObject({ name: "林 佳穎", email: "mei@example.com", culture: "taiwan", language: "zh-Hant-TW" });
});

it("brings the first language of another culture along", async () => {
  const { people } = await begun();
  await people.add();
  people.moveTo("shanghai");
  expect(people.person).toMatchObject({ culture: "shanghai", language: "zh-Hans-CN" });
});

it("deletes, and undo brings the person back", async () => {
  const { people, undoing } = await begun();
  const [first] = people.all;
  await people.remove(first!);
  expect(people.all).not.toContainEqual(first);
  await undoing.undo();
  expect(people.all).toContainEqual(first);
});

it("keeps what was typed when it is refused", async () => {
  const { people, saving } = await begun({ saveContact: () => Promise.reject(failure("notSaved")) });
  await people.add();
  people.change({ name: "林" });
  await rest();
  expect([people.person?.name, people.failure?.code, saving.state]).toEqual(["林", "notSaved", "failed"]);
});
