/** Moments are written for the reader: no year that goes without saying, and nothing of what is none. */
import { afterEach, expect, it, vi } from "vitest";

import { speak } from "../shared/texts.svelte";
import { lately, moment } from "./when";

afterEach(() => void vi.restoreAllMocks());

const now = new Date(2026, 10, 25, 18, 0);

it("leaves out this year, and today", () => {
  const [today, spring, before] = [new Date(2026, 10, 25, 14, 5), new Date(2026, 2, 1, 14, 5), new Date(2025, 2, 1, 14, 5)].map((at) => at.toISOString());
  expect(lately(today!, now)).not.toContain("25");
  expect(moment(spring!, now)).not.toContain("2026");
  expect(moment(before!, now)).toContain("2025");
});

it("writes as the language that is spoken does", () => {
  speak("zh-Hant-TW");
  expect(moment(new Date(2026, 2, 1, 14, 5).toISOString(), now)).toContain("3月1日");
});

it("says nothing of what is no moment", () => {
  expect([moment(""), lately("soon")]).toEqual(["", ""]);
});

it("takes the desktop's way of writing the language, and puts up with one that is none", () => {
  const at = new Date(2026, 2, 1, 14, 5).toISOString();
  vi.spyOn(navigator, "languages", "get").mockReturnValue(["C", "", "zh-TW", "en-GB"]);
  expect(moment(at, now)).toMatch(/^1 Mar.*14:05$/);
  vi.spyOn(navigator, "languages", "get").mockReturnValue(["C"]);
  expect(moment(at, now)).toMatch(/^Mar 1/);
});
