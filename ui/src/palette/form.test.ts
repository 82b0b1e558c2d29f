/** The form for what is missing. */
import { describe, expect, it } from "vitest";

import type { OpenField } from "../ipc/backend";
import { Form } from "./form.svelte";

const field = (name: string, more: Partial<OpenField> = {}): OpenField => ({ name, label: name, kind: "text", setting: null, remembered: null, ...more });
const now = () => new Date(2026, 10, 26, 14, 10);

it("starts in the first field, with all of them open", () => {
  const form = new Form([field("topic"), field("day")], { language: "en" });
  expect(form.active).toBe("topic");
  expect(form.open.map(({ name }) => name)).toEqual(["topic", "day"]);
});

it("counts blanks as no answer, and keeps an answer as it was typed", () => {
  const form = new Form([field("topic"), field("day")], { language: "en" });
  form.type("topic", "  ");
  form.type("day", " Friday ");
  expect(form.open.map(({ name }) => name)).toEqual(["topic"]);
  expect(form.set).toEqual({ day: " Friday " });
});

it("takes no time for an answer that no clock shows", () => {
  const form = new Form([field("topic"), field("time", { kind: "time" })], { language: "en" });
  form.type("topic", "25:99");
  form.type("time", "25:99");
  expect(form.open.map(({ name }) => name)).toEqual(["time"]);
  expect(form.goToOpen()).toBe(true);
  expect(form.active).toBe("time");
  form.type("time", "15:30");
  expect(form.open).toEqual([]);
});

it("goes to the next open field, round the end", () => {
  const form = new Form([field("one"), field("two"), field("three")], { language: "en" });
  form.active = "three";
  form.type("three", "x");
  form.type("one", "x");
  expect(form.goToOpen()).toBe(true);
  expect(form.active).toBe("two");
  form.type("two", "x");
  expect(form.goToOpen()).toBe(false);
});

it("keeps an answer of the profile unless told not to", () => {
  const form = new Form([field("my_email", { setting: "profile.email" }), field("deputy", { setting: "profile.deputy" }), field("topic")], { language: "en" });
  form.type("my_email", "anna@example.com ");
  form.type("deputy", "Jo");
  form.type("topic", "the quote");
  form.keep("deputy", false);
  expect(form.toKeep).toEqual([["profile.email", "anna@example.com"]]);
});

it("steps through days from today on, never before", () => {
  const form = new Form([field("day", { kind: "date" })], { language: "zh-Hant-TW", now });
  expect(form.step(1)).toBe(true);
  expect(form.values.day).toBe("11月27日（週五）");
  form.step(-1);
  form.step(-1);
  expect(form.values.day).toBe("11月26日（週四）");
});

it("steps through half hours from the next one on", () => {
  const form = new Form([field("time", { kind: "time" })], { language: "en", now });
  form.step(1);
  expect(form.values.time).toBe("14:30");
  form.step(1);
  expect(form.values.time).toBe("15:00");
});

it("has no steps for words", () => {
  const form = new Form([field("topic")], { language: "en" });
  expect(form.step(1)).toBe(false);
  expect(form.set).toEqual({});
});

describe("the calendar and the times", () => {
  it("are there for days and times only", () => {
    const form = new Form([field("topic"), field("day", { kind: "date" })], { language: "en", now });
    expect(form.togglePicker()).toBe(false);
    form.active = "day";
    expect(form.togglePicker()).toBe(true);
    expect(form.picker?.kind).toBe("date");
    expect(form.togglePicker()).toBe(true);
    expect(form.picker).toBeNull();
  });

  it("write the day in the language of the words, and steps go on from it", () => {
    const form = new Form([field("day", { kind: "date" })], { language: "zh-Hant-TW", now });
    form.togglePicker();
    form.pick(4);
    expect(form.values.day).toBe("11月30日（週一）");
    expect(form.picker).toBeNull();
    form.step(1);
    expect(form.values.day).toBe("12月1日（週二）");
    form.togglePicker();
    expect(form.picker?.at).toBe(5);
  });

  it("let a day be chosen that is over, and a step back from it", () => {
    const form = new Form([field("day", { kind: "date" })], { language: "en", now });
    form.togglePicker();
    form.pick(-3);
    form.step(-1);
    expect(form.values.day).toBe("Monday, 23 November");
  });

  it("write the time, and steps go on from it", () => {
    const form = new Form([field("time", { kind: "time" })], { language: "en", now });
    form.togglePicker();
    form.pick(18);
    expect(form.values.time).toBe("09:00");
    form.step(1);
    expect(form.values.time).toBe("09:30");
  });

  it("close when something is typed and when another field has the focus", () => {
    const form = new Form([field("day", { kind: "date" }), field("topic")], { language: "en", now });
    form.togglePicker();
    form.type("day", "F");
    expect(form.picker).toBeNull();
    form.togglePicker();
    form.active = "topic";
    expect(form.picker).toBeNull();
  });
});

describe("what is remembered", () => {
  const topic = field("topic", { remembered: "the quote" });

  it("stands in its field, is marked, and gives way to what is typed", () => {
    const form = new Form([topic, field("day")], { language: "en", contact: "Kim" });
    expect(form.set).toEqual({ topic: "the quote" });
    expect(form.open.map(({ name }) => name)).toEqual(["day"]);
    expect(form.isRecalled("topic")).toBe(true);
    expect(form.remembers).toBe(true);
    form.type("topic", "x");
    expect(form.isRecalled("topic")).toBe(false);
    form.type("topic", "");
    expect(form.recall([topic])).toBe(false);
    expect(form.values.topic).toBe("");
  });

  it("is remembered for the contact, or for the name that was typed", () => {
    expect(new Form([field("topic")], { language: "en" }).whom).toBeNull();
    expect(new Form([field("topic")], { language: "en", contact: "陳經理" }).whom).toBe("陳經理");
    const form = new Form([field("their_name"), field("topic")], { language: "en" });
    form.type("their_name", " Kim ");
    expect(form.whom).toBe("Kim");
    expect(form.person).toBe("Kim");
    expect(form.remembers).toBe(false);
  });

  it("goes with the name that it was remembered for", () => {
    const form = new Form([field("their_name"), field("topic"), field("day")], { language: "en" });
    form.type("their_name", "Kim");
    form.type("day", "Friday");
    expect(form.recall([topic])).toBe(true);
    form.type("their_name", "Lee");
    expect(form.set).toEqual({ their_name: "Lee", day: "Friday" });
  });
});
