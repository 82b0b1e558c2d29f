/** The form for what is missing. */
import { expect, it } from "vitest";

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
