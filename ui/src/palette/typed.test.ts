/** Words of the query that name an audience. */
import { expect, it } from "vitest";

import { audienceState } from "../../test/sample";
import { takeTyped } from "./typed";

function check(query: string, typed: string[], rest: string) {
  const found = takeTyped(query, audienceState("chen"));
  expect(found.typed.map(({ facet, value }) => `${facet} ${value}`)).toEqual(typed);
  expect(found.rest).toBe(rest);
}

it("takes a place and a rank, in any of the app's languages", () => check("上海 客户 youxiang", ["culture shanghai", "rank client"], "youxiang"));
it("takes a word once a space follows it", () => check("client", [], "client"));
it("takes a word that a full-width space follows", () => check("台灣　信箱", ["culture taiwan"], "信箱"));
it("takes the name that the app shows", () => check("International reply", ["culture international"], "reply"));
it("does not mind the letter's case or width", () => check("ｓＥＮＩＯＲ ", ["rank senior"], ""));
it("leaves other words where they are", () => check("press again ", [], "press again "));
it("leaves a word that only begins like a name", () => check("clients ", [], "clients "));
it("takes the rank's word of Taipei and of Shanghai", () => check("主管 领导 ", ["rank senior", "rank senior"], ""));
