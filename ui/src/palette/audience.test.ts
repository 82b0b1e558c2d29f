/** Choosing whom to write to: chips, keys, typed words. */
import { expect, it } from "vitest";

import { sampleLibrary } from "../../test/library";
import { AudienceChoice } from "./audience.svelte";

async function loaded(contact: string | null = "chen") {
  const audience = new AudienceChoice(sampleLibrary(contact));
  await audience.load();
  return audience;
}

it("has nobody before it was loaded", () => {
  const audience = new AudienceChoice(sampleLibrary());
  expect(audience.now).toBeNull();
  expect(audience.contact).toBeNull();
});

it("is whom the resident program says", async () => {
  const audience = await loaded();
  expect(audience.now).toEqual({ culture: "taiwan", rank: "senior", language: "zh-Hant-TW" });
  expect(audience.contact?.name).toBe("陳經理");
  expect(audience.searched).toBeUndefined();
});

it("keeps the person while another language is chosen", async () => {
  const audience = await loaded();
  await audience.turnLanguage();
  expect(audience.now?.language).toBe("en");
  expect(audience.contact?.id).toBe("chen");
  await audience.turnLanguage();
  expect(audience.now?.language).toBe("zh-Hant-TW");
});

it("leaves the person when the rank is another's", async () => {
  const audience = await loaded();
  await audience.setRankAt(0);
  expect(audience.now?.rank).toBe("junior");
  expect(audience.contact).toBeNull();
});

it("takes the first language of the next culture, round the end", async () => {
  const audience = await loaded();
  await audience.turnCulture(-1);
  expect(audience.now).toEqual({ culture: "international", rank: "senior", language: "en" });
  await audience.turnCulture(1);
  expect(audience.now?.language).toBe("zh-Hant-TW");
});

it("takes the audience that a person brings along", async () => {
  const audience = await loaded();
  await audience.setContact("wang");
  expect(audience.now).toEqual({ culture: "shanghai", rank: "client", language: "zh-Hans-CN" });
  expect(audience.contact?.name).toBe("王总");
});

it("keeps the audience when the person is nobody", async () => {
  const audience = await loaded();
  await audience.setContact("");
  expect(audience.now?.culture).toBe("taiwan");
  expect(audience.contact).toBeNull();
});

it("searches for whom the typed words name, without the person set", async () => {
  const audience = await loaded();
  audience.take("上海 ");
  expect(audience.searched).toEqual({ culture: "shanghai", rank: "senior", language: "zh-Hans-CN" });
  expect(audience.contact).toBeNull();
});

it.each([
  ["english ", "taiwan", "en"],
  ["中文 ", "taiwan", "zh-Hant-TW"],
  ["sh english ", "shanghai", "en"],
  ["english sh ", "shanghai", "en"],
  ["sh 中文 ", "shanghai", "zh-Hans-CN"],
  // Nobody wrote for that place in this language, and the search says so.
  ["简体 ", "taiwan", "zh-Hans-CN"],
])("narrows by the language typed: %s", async (query, culture, language) => {
  const audience = await loaded();
  expect(audience.take(query)).toBe("");
  expect(audience.searched).toEqual({ culture, rank: "senior", language });
  expect(audience.isTyped("language")).toBe(true);
});

it("narrows by the last word while it stays in the line, and lets go when it becomes another", async () => {
  const audience = await loaded();
  expect(audience.take("client")).toBe("client");
  expect(audience.searched?.rank).toBe("client");
  expect(audience.contact).toBeNull();
  expect(audience.typed).toEqual([]);
  expect(audience.take("clientele")).toBe("clientele");
  expect(audience.searched).toBeUndefined();
});

it("makes typed words last when something is set by hand", async () => {
  const audience = await loaded();
  audience.take("上海 ");
  await audience.setRank("client");
  expect(audience.typed).toEqual([]);
  expect(audience.now).toEqual({ culture: "shanghai", rank: "client", language: "zh-Hans-CN" });
});
