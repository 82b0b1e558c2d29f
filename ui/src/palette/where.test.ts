/** Where a phrase was found, as a list shows it. */
import { expect, it } from "vitest";

import { withGaps } from "./where";

it("shows what is filled in later as a gap", () => {
  expect(withGaps("Dear {their_name}, on {date}?", []).text).toBe("Dear …, on …?");
  expect(withGaps("{date}", []).text).toBe("…");
  expect(withGaps("a {b and {B} }", []).text).toBe("a {b and {B} }");
});

it("moves the places along, in whatever script", () => {
  const { text, ranges } = withGaps("𠀀 {their_name} meet on {date}", [{ start: 15, end: 19, near: true }]);
  expect(text).toBe("𠀀 … meet on …");
  expect([...text].slice(ranges[0]!.start, ranges[0]!.end).join("")).toBe("meet");
  expect(ranges[0]!.near).toBe(true);
  expect(withGaps("{date} end", [{ start: 7, end: 10 }]).ranges).toEqual([{ start: 2, end: 5 }]);
});

it("leaves a gap alone that was looked for", () => {
  expect(withGaps("on {date}", [{ start: 4, end: 8 }])).toEqual({ text: "on {date}", ranges: [{ start: 4, end: 8 }] });
});
