/** Days and times as they stand in a message. */
import { expect, it } from "vitest";

import { clockText, daysBetween, dayText, halfHourText, isNoTime, monthText, timeText, weekdays } from "./days";

const thursday = new Date(2026, 10, 26, 14, 10);

it("writes a day as people of the language do", () => {
  expect(dayText(thursday, 1, "en")).toBe("Friday, 27 November");
  expect(dayText(thursday, 1, "zh-Hant-TW")).toBe("11月27日（週五）");
  expect(dayText(thursday, 1, "zh-Hans-CN")).toBe("11月27日（周五）");
});

it("goes over the end of a month", () => expect(dayText(thursday, 5, "en")).toBe("Tuesday, 1 December"));

it.each([
  [0, "14:30"],
  [1, "15:00"],
  [-1, "14:00"],
  [20, "00:30"],
  [-30, "23:30"],
])("takes half hour %i from the next one", (halves, expected) => expect(timeText(thursday, halves)).toBe(expected));

it("takes the next half hour when it is one now", () => expect(timeText(new Date(2026, 10, 26, 14, 30), 0)).toBe("15:00"));

it("names months and weekdays as a calendar does", () => {
  expect(monthText(thursday, "en")).toBe("November 2026");
  expect(monthText(thursday, "zh-Hant-TW")).toBe("2026年11月");
  expect(weekdays("en").map(({ long }) => long)[0]).toBe("Monday");
  expect(weekdays("zh-Hant-TW").map(({ short }) => short)).toEqual(["日", "一", "二", "三", "四", "五", "六"]);
});

it("counts days, whatever the time of day", () => expect(daysBetween(thursday, new Date(2026, 11, 1))).toBe(5));
it("writes half hours after midnight", () => expect([0, 29, 48, -1].map(halfHourText)).toEqual(["00:00", "14:30", "00:00", "23:30"]));
it("writes the time of day", () => expect(clockText(new Date(2026, 10, 26, 9, 5))).toBe("09:05"));

it("knows a time that no clock shows", () => {
  for (const wrong of ["25:00", "9:60", "25:99", "24:01", " 12：75 "]) expect(isNoTime(wrong), wrong).toBe(true);
  for (const right of ["9:00", "09:59", "23:59", "24:00", "12：30", "", "25", "25:9", "下午三點", "after 3:99 pm"]) expect(isNoTime(right), right).toBe(false);
});
