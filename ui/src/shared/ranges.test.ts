/** Offsets are characters, not UTF-16 units. */
import { expect, it } from "vitest";

import { cut, length, type Range } from "./ranges";

function check(text: string, ranges: Range[], expected: string, offset = 0) {
  const drawn = cut(text, ranges, offset).map((piece) => (piece.marked ? `[${piece.text}]` : piece.text));
  expect(drawn.join("")).toBe(expected);
}

it("marks what a range covers", () => check("走公司邮箱", [{ start: 3, end: 5 }], "走公司[邮箱]"));
it("counts a character outside the first plane as one", () => check("𠮷祥📮寄信", [{ start: 3, end: 5 }], "𠮷祥📮[寄信]"));
it("joins ranges that overlap", () => check("reply here", [{ start: 0, end: 3 }, { start: 2, end: 5 }], "[reply] here"));
it("ignores what lies outside the text", () => check("信", [{ start: 1, end: 9 }], "信"));
it("counts from where the text begins in the whole", () => check("請寄信", [{ start: 12, end: 14 }], "請[寄信]", 11));
it("gives no pieces for no text", () => expect(cut("", [{ start: 0, end: 1 }])).toEqual([]));
it("measures in characters", () => expect(length("𠮷📮a")).toBe(3));

it("tells what is near from what is the same, which goes before", () =>
  expect(cut("郵箱 信箱", [{ start: 0, end: 2 }, { start: 3, end: 5, near: true }, { start: 4, end: 5 }])).toEqual([
    { text: "郵箱", marked: true },
    { text: " ", marked: false },
    { text: "信", marked: true, near: true },
    { text: "箱", marked: true },
  ]));
