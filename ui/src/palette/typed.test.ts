/** Words of the query that name an audience. */
import { expect, it } from "vitest";

import source from "../../../src-tauri/core/src/search/audience.rs?raw";
import { audienceState } from "../../test/sample";
import { takeTyped, type Typed } from "./typed";

const known = audienceState("chen");
const told = (word: Typed | null) => word && `${word.facet} ${word.value}`;

it.each<[what: string, query: string, typed: string[], rest: string, last: string | null]>([
  ["place, rank and what is looked for", "tw senior late", ["culture taiwan", "rank senior"], "late", null],
  ["a Chinese word at the end, after another", "上海 客户", ["culture shanghai", "rank client"], "", null],
  ["the same after a word that is looked for", "youxiang 客户", ["rank client"], "youxiang ", null],
  ["a place and a rank of any of the app's languages", "上海 客户 youxiang", ["culture shanghai", "rank client"], "youxiang", null],
  ["a word alone, which stays in the line", "client", [], "client", "rank client"],
  ["a Chinese word alone, too", "客户", [], "客户", "rank client"],
  ["a Latin word at the end, which may go on", "tw sh", ["culture taiwan"], "sh", null],
  ["a Latin word at the end of another kind", "tw client", ["culture taiwan"], "client", "rank client"],
  ["a word at the end after one that is looked for", "late client", [], "late client", "rank client"],
  ["a word that a space follows", "client ", ["rank client"], "", null],
  ["a word that a full-width space follows", "台灣　信箱", ["culture taiwan"], "信箱", null],
  ["the name that the app shows", "International reply", ["culture international"], "reply", null],
  ["any case and width of a letter", "ｓＥＮＩＯＲ ", ["rank senior"], "", null],
  ["no other words", "press again ", [], "press again ", null],
  ["no word that only begins like a name", "clientele twist ", [], "clientele twist ", null],
  ["one of each kind, the first", "client senior late", ["rank client"], "senior late", null],
  ["a rank's word of Taipei before one of Shanghai", "主管 领导 ", ["rank senior"], "领导 ", null],
  ["a language", "taiwan english on leave", ["culture taiwan", "language en"], "on leave", null],
  ["all three", "sh 客户 中文 邮箱", ["culture shanghai", "rank client", "language zh"], "邮箱", null],
  ["two names that stand together", "上海客户", ["culture shanghai", "rank client"], "", null],
  ["the same with something to look for", "发票 台灣老闆", ["culture taiwan", "rank senior"], "发票 ", null],
  ["a Latin name with a Chinese one", "tw主管 late", ["culture taiwan", "rank senior"], "late", null],
  ["no name together with another word", "客戶郵箱", [], "客戶郵箱", null],
  ["no name twice", "客戶客戶", [], "客戶客戶", null],
  ["nothing of nothing", "", [], "", null],
])("takes %s: %s", (_what, query, typed, rest, last) => {
  const taken = takeTyped(query, known);
  expect({ typed: taken.typed.map(told), rest: taken.rest, last: told(taken.last) }).toEqual({ typed, rest, last });
});

it.each<[query: string, typed: string[], rest: string]>([
  ["主管", ["rank senior"], ""],
  ["taipei ", [], "taipei "],
  [" 邮箱", [], "邮箱"],
])("knows what was taken before: %s", (query, typed, rest) => {
  const taken = takeTyped(query, known, [{ word: "上海", facet: "culture", value: "shanghai" }]);
  expect({ typed: taken.typed.map(told), rest: taken.rest }).toEqual({ typed, rest });
});

/** The rows of a table of the search: what is meant, and the words for it. */
const rows = [...source.matchAll(/\(\s*(?:"([\w-]+)"|Rank::(\w+)),\s*&\[([^\]]+)\],?\s*\)/g)].map(([, id, rank, words]) => ({
  value: id ?? rank!.toLowerCase(),
  words: [...words!.matchAll(/"([^"]+)"/g)].map(([, word]) => word!),
}));

it("knows every word that the search of the resident program knows", () => {
  expect(rows).toHaveLength(11);
  const differs = rows.flatMap(({ value, words }) => words.filter((word) => takeTyped(`${word} `, known).typed[0]?.value !== value));
  expect(differs).toEqual([]);
});
