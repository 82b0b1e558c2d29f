/** Places in words follow the typing and are drawn where they are. */
import { expect, it } from "vitest";

import { layers, moved, tokens, unitsAt } from "./spans";

it.each([
  ["typed before it", "請寄郵箱", "請您寄郵箱", { start: 3, end: 5 }],
  ["typed after it", "請寄郵箱", "請寄郵箱。", { start: 2, end: 4 }],
  ["taken out before it", "請寄郵箱", "寄郵箱", { start: 1, end: 3 }],
  ["typed into", "請寄郵箱", "請寄郵信箱", undefined],
  ["gone", "請寄郵箱", "請寄", undefined],
  ["a letter of two units before it", "請寄郵箱", "🙂請寄郵箱", { start: 3, end: 5 }],
])("a place with %s", (_what, old, young, expected) => {
  expect(moved({ start: 2, end: 4 }, old, young)).toEqual(expected);
});

it("cuts the words at every edge and names what each piece lies in", () => {
  const places = [
    { start: 1, end: 4, kind: "caution" },
    { start: 2, end: 3, kind: "token" },
  ];
  expect(layers("甲乙丙丁戊", places)).toEqual([
    { text: "甲", kinds: [] },
    { text: "乙", kinds: ["caution"] },
    { text: "丙", kinds: ["caution", "token"] },
    { text: "丁", kinds: ["caution"] },
    { text: "戊", kinds: [] },
  ]);
  expect(layers("", [])).toEqual([]);
});

it("leaves out places past the end, which an old answer may have", () => {
  expect(layers("甲", [{ start: 3, end: 5, kind: "hint" }])).toEqual([{ text: "甲", kinds: [] }]);
});

it("counts placeholders and units past letters of two units", () => {
  expect(tokens("🙂{app}")).toEqual([{ start: 1, end: 6 }]);
  expect(unitsAt("🙂郵箱", 2)).toBe(3);
});
