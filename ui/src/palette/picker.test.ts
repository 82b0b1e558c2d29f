/** The small calendar and the times of a day: where the keys lead. */
import { describe, expect, it } from "vitest";

import { Picker, pickerFor, type Way } from "./picker.svelte";

/** A Thursday. */
const now = new Date(2026, 10, 26, 14, 10);

describe("the calendar", () => {
  const check = (from: number, way: Way, expected: number, language = "en") => {
    const picker = new Picker("date", now, from);
    picker.move(way, language);
    expect(picker.at).toBe(expected);
  };

  it("begins today, or on the day that was chosen", () => {
    expect(pickerFor("date", now, undefined).at).toBe(0);
    expect(pickerFor("date", now, 3).day.getDate()).toBe(29);
  });

  it.each<[Way, number]>([
    ["before", -1],
    ["after", 1],
    ["above", -7],
    ["below", 7],
  ])("%s leads %i days on", (way, expected) => check(0, way, expected));

  it("goes to both ends of a week, which begins as people are used to", () => {
    check(0, "first", -3);
    check(0, "last", 3);
    check(0, "first", -4, "zh-Hant-TW");
    check(0, "last", 2, "zh-Hant-TW");
  });

  it("goes to the same day of the next month", () => check(0, "pageAfter", 30));
  it("goes to the last day of a month that is shorter", () => {
    const picker = new Picker("date", new Date(2027, 0, 31), 0);
    picker.move("pageAfter", "en");
    expect(picker.day).toEqual(new Date(2027, 1, 28));
  });

  it("does not lose a day to summer time", () => {
    const picker = new Picker("date", new Date(2027, 2, 27), 0);
    picker.move("pageAfter", "en");
    expect(picker.day).toEqual(new Date(2027, 3, 27));
  });

  it("shows whole weeks that hold the month", () => {
    const rows = new Picker("date", now, 0).rows("en");
    expect(rows.every((row) => row.length === 7)).toBe(true);
    // Sunday 1 November stands at the end of the first week.
    expect(rows[0]?.[6]).toBe(-25);
    expect(rows.flat()).toContain(4);
  });

  it("names a day in full", () => expect(new Picker("date", now, 0).name(1, "en")).toBe("Friday, 27 November"));
});

describe("the times", () => {
  it("begin with the next half hour, also late in the evening", () => {
    expect(pickerFor("time", now, undefined).at).toBe(29);
    expect(pickerFor("time", new Date(2026, 10, 26, 23, 45), undefined).at).toBe(0);
  });

  it.each<[number, Way, number]>([
    [29, "before", 28],
    [29, "after", 30],
    [29, "above", 23],
    [29, "below", 35],
    [29, "first", 24],
    [29, "last", 29],
    [2, "above", 0],
    [46, "below", 47],
    [20, "pageBefore", 0],
    [20, "pageAfter", 47],
  ])("from %i %s leads to %i", (from, way, expected) => {
    const picker = new Picker("time", now, from);
    picker.move(way, "en");
    expect(picker.at).toBe(expected);
  });

  it("stand in lines of six", () => expect(new Picker("time", now, 0).rows("en").map((row) => row.length)).toEqual(Array(8).fill(6)));
});
