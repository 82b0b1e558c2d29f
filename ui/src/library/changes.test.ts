/** What differs between two wordings of a phrase. */
import { expect, it } from "vitest";

import { compare } from "./changes";

/** The pieces as one line: -gone- and +new+. */
const check = (before: string, after: string, expected: string) =>
  expect(
    compare(before, after)
      .map(({ kind, text }) => (kind === "gone" ? `-${text}-` : kind === "new" ? `+${text}+` : text))
      .join(""),
  ).toBe(expected);

it("shows letters in Chinese, words where there are spaces, placeholders whole", () => {
  check("麻煩您寄信", "麻煩你寄信", "麻煩-您-+你+寄信");
  check("please send it", "please mail it", "please -send-+mail+ it");
  check("寄到 {my_email}", "寄到 {my_mail}", "寄到 -{my_email}-+{my_mail}+");
  check("", "新", "+新+");
  check("舊", "", "-舊-");
  check("一樣👍🏽", "一樣👍🏽", "一樣👍🏽");
});

it("gives both texts back whole, however they differ", () => {
  const [before, after] = ["不好意思，LINE 我比較少看", "LINE 比較少看，不好意思"];
  const pieces = compare(before, after);
  const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text).join("");
  expect([without("new"), without("gone")]).toEqual([before, after]);
});

it("does not take the machine along with two very long texts", () => {
  expect(compare("甲".repeat(5000), "乙".repeat(5000))).toHaveLength(2);
});
