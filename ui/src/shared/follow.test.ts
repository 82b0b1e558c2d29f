/** Language and theme follow the settings. */
import { expect, it, vi } from "vitest";

import { failure, fakeBackend } from "../../test/backend";
import { status } from "../../test/sample";
import { followStatus } from "./follow";
import { language } from "./texts.svelte";

it("takes language and theme now and after every change, until told to stop", async () => {
  let now = { ...status, language: "zh-Hans-CN", theme: "dark" };
  const backend = fakeBackend({ status: async () => now });
  const heard = vi.fn();
  const stop = await followStatus(backend, heard);
  expect([language(), document.documentElement.dataset.theme]).toEqual(["zh-Hans-CN", "dark"]);

  now = { ...status, language: "en", theme: "system" };
  backend.send("changed", null);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
  expect([language(), document.documentElement.dataset.theme]).toEqual(["en", undefined]);

  stop();
  now = { ...status, language: "zh-Hant-TW" };
  backend.send("changed", null);
  expect(await Promise.resolve(language())).toBe("en");
});

it("leaves all as it is when there is no answer", async () => {
  await followStatus(fakeBackend({ status: () => Promise.reject(failure("internal")) }));
  expect(language()).toBe("en");
});
