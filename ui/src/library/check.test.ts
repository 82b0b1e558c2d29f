/** The check speaks while somebody types, and of what stands there now. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { failure } from "../../test/backend";
import { settingsLibrary } from "../../test/settings-library";
import type { Backend, Checked, Finding } from "../ipc/backend";
import { Check, GLANCE, replacement } from "./check.svelte";
import { draftOf } from "./draft";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function checking(answers: Partial<Backend> = {}) {
  const backend = settingsLibrary(answers);
  const draft = (text: string) => ({ ...draftOf(backend.held.get("tw-start")!), text });
  return { check: new Check(backend), draft, backend };
}

it("asks once the keys rest", async () => {
  const asked: string[] = [];
  const { check, draft } = checking({ check: async ({ text }) => (asked.push(text), { firmness_score: 1, markers: [], findings: [], silenced: [] }) });
  for (const text of ["請", "請寄", "請寄到"]) check.soon(draft(text));
  await vi.advanceTimersByTimeAsync(GLANCE);
  expect(asked).toEqual(["請寄到"]);
});

it("keeps the answer to the newest words, whichever comes first", async () => {
  const answers: ((checked: Checked) => void)[] = [];
  const { check, draft } = checking({ check: () => new Promise((resolve) => answers.push(resolve)) });
  const asked = [check.ask(draft("甲")), check.ask(draft("乙"))];
  const score = (firmness_score: number): Checked => ({ firmness_score, markers: [], findings: [], silenced: [] });
  answers[1]!(score(2));
  answers[0]!(score(1));
  await Promise.all(asked);
  expect(check.checked?.firmness_score).toBe(2);
});

it("moves a finding along until the next answer, and drops one that is typed into", async () => {
  const { check, draft } = checking();
  await check.ask(draft("請寄郵箱"));
  expect(check.findings("請您寄郵箱").map(({ start, end }) => [start, end])).toEqual([[3, 5]]);
  expect(check.findings("請寄郵子箱")).toEqual([]);
});

it("has nothing to say of nothing, and says why it could not be asked", async () => {
  const { check, draft } = checking({ check: () => Promise.reject(failure("internal")) });
  await check.ask(draft(" "));
  expect([check.checked, check.failure]).toEqual([null, null]);
  await check.ask(draft("甲"));
  expect(check.failure?.code).toBe("internal");
});

const finding = (rule: string, start: number, end: number, suggestion: string): Finding => ({ rule, start, end, suggestion, severity: "hint", message: "" });

it.each([
  ["another word", finding("region-word", 2, 4, "信箱"), "信箱"],
  ["what comes first", finding("no-acknowledgement", 0, 0, "收到，"), "收到，"],
  ["an invisible character", finding("unsafe-characters", 2, 3, ""), ""],
  ["a direction", finding("over-honorific-to-peer", 2, 4, "could you …, please"), null],
  ["words that belong elsewhere", finding("redirect-without-where", 2, 4, "{my_email}"), null],
  ["nothing", finding("over-apology", 2, 4, ""), null],
  ["a mark", finding("english-for-chinese-readers", 2, 3, "."), "."],
  ["an opening that is more than a mark", finding("english-for-chinese-readers", 2, 9, "Could you please"), null],
])("puts in by itself only a plain replacement: %s", (_what, found, expected) => {
  expect(replacement(found)).toBe(expected);
});
