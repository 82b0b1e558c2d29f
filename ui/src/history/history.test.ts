/** The history: what is listed, what a step changed, and the ways back. */
import { expect, it } from "vitest";

import { failure } from "../../test/backend";
import { settingsLibrary } from "../../test/settings-library";
import type { Backend, Operation } from "../ipc/backend";
import { Known } from "../settings/known.svelte";
import { Saving } from "../settings/saving.svelte";
import { Undoing } from "../settings/undoing.svelte";
import { History, STEP } from "./history.svelte";
import { inForce } from "./operations";

async function made(answers: Partial<Backend> = {}) {
  const backend = settingsLibrary(answers);
  const [known, saving, undoing] = [new Known(backend), new Saving(), new Undoing()];
  await known.load();
  const write = (id: string, title: string, operation = "edit", pack = "mine") => backend.log.make(operation, new Map([[id, { ...backend.held.get("tw-start")!, id, title }]]), pack);
  const history = new History(backend, known, saving, undoing);
  return { backend, known, saving, undoing, history, write };
}

it("lists what was done, newest first, under the names of the phrases", async () => {
  const { history, write, backend } = await made();
  write("tw-start", "一");
  write("gone", "不在了", "add");
  backend.log.make("delete", new Map([["gone", null]]));
  await history.load();
  expect(history.rows.map(({ operation, ids }) => [operation, history.titles.get(ids[0]!)?.title])).toEqual([
    ["delete", "不在了"],
    ["add", "不在了"],
    ["edit", "一"],
  ]);
  expect(history.operation?.operation).toBe("delete");
});

it("narrows by phrase and by pack", async () => {
  const { history, write } = await made();
  write("tw-start", "一");
  write("tw-copy", "二");
  write("team-late", "三", "outside", "team-shanghai");
  await history.load();
  await history.trace("tw-copy");
  expect(history.fitting.map(({ ids }) => ids)).toEqual([["tw-copy"]]);
  await history.trace(null);
  await history.narrow("team-shanghai");
  expect(history.fitting.map(({ ids }) => ids)).toEqual([["team-late"]]);
  expect([history.packs, history.packName("team-shanghai"), history.packName("mine")]).toEqual([["team-shanghai", "mine"], "上海团队", "Yours"]);
});

it("shows before and after of the step that was chosen last, whichever answer comes first", async () => {
  const { history, write, backend } = await made();
  write("tw-start", "一");
  write("tw-start", "二");
  await history.load();
  const { changes } = backend;
  let go = () => {};
  backend.changes = (step) => (step === 1 ? new Promise((resolve) => (go = () => void changes(step).then(resolve))) : changes(step));
  const slow = history.choose(history.rows[1]!);
  await history.choose(history.rows[0]!);
  go();
  await slow;
  expect(history.changes?.map(({ before, after }) => [before?.title, after?.title])).toEqual([["一", "二"]]);
});

it("restores a wording, which undo takes back", async () => {
  const { history, write, backend, undoing } = await made();
  write("tw-start", "一");
  write("tw-start", "二");
  await history.load();
  expect(await history.restore("tw-start", 1)).toBe(true);
  expect([backend.held.get("tw-start")?.title, history.rows[0]?.operation]).toEqual(["一", "restore"]);
  await undoing.undo();
  expect(backend.held.get("tw-start")?.title).toBe("二");
});

it("takes back a step and all after it, though the list is narrowed, and says how many", async () => {
  const { history, write, backend, saving, undoing } = await made();
  write("tw-start", "一");
  write("tw-copy", "二");
  write("tw-start", "三");
  undoing.note({ what: "tw-start", library: true, undo: () => Promise.reject(new Error("no step of its own any more")) });
  await history.load();
  await history.trace("tw-copy");
  const [step] = history.fitting;
  expect(history.behind(step!)).toBe(2);
  await history.undo(step!);
  expect([backend.held.get("tw-start")?.title, backend.held.get("tw-copy")?.title]).toEqual(["一", "馬上處理，之後也寄一份到信箱"]);
  expect([saving.said, undoing.any]).toEqual(["2 steps taken back", false]);
});

it("keeps everything and says why when a way back is refused", async () => {
  const { history, write } = await made({ restore: () => Promise.reject(failure("notSaved")) });
  write("tw-start", "一");
  await history.load();
  expect(await history.restore("tw-start", 1)).toBe(false);
  expect([history.changesFailure?.code, history.busy]).toEqual(["notSaved", false]);
});

it("draws a long list a part at a time, and the keys reach its end", async () => {
  const { history, write } = await made();
  for (let each = 0; each < 500; each++) write("tw-start", String(each));
  await history.load();
  expect([history.fitting.length, history.rows.length]).toEqual([500, STEP]);
  history.more();
  expect(history.rows).toHaveLength(2 * STEP);
  await history.move(1e9);
  expect([history.at, history.rows.length]).toEqual([499, 500]);
});

const operation = (step: number, operation: string, undoes?: number): Operation => ({ step, operation, ids: ["a"], time: "", pack: "mine", ...(undoes === undefined ? {} : { undoes }) });

it.each([
  ["nothing undone", [operation(2, "edit"), operation(1, "add")], [2, 1]],
  ["the newest undone", [operation(3, "undo", 2), operation(2, "edit"), operation(1, "add")], [1]],
  ["two undone, then one done", [operation(5, "edit"), operation(4, "undo", 1), operation(3, "undo", 2), operation(2, "edit"), operation(1, "add")], [5]],
  ["undone, done, undone", [operation(5, "undo", 4), operation(4, "edit"), operation(3, "undo", 2), operation(2, "edit"), operation(1, "add")], [1]],
  ["a file that was put back", [operation(2, "restore", 0), operation(1, "add")], [1]],
])("counts what an undo would take back: %s", (_what, all, expected) => {
  expect(inForce(all).map(({ step }) => step)).toEqual(expected);
});
