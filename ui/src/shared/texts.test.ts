/** Every text exists in every language, and none is left over. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse, Visitor, type Message, type VariableReference } from "@fluent/syntax";
import { describe, expect, it } from "vitest";

import { textIds } from "../../scripts/text-ids.js";
import { aroundPart, language, languages, speak, text } from "./texts.svelte";

const root = join(import.meta.dirname, "../..");
const locales = join(root, "../src-tauri/locales");

class Variables extends Visitor {
  names = new Set<string>();
  override visitVariableReference(node: VariableReference) {
    this.names.add(node.id.name);
  }
}

/** Each id of a catalogue with the names it weaves in. */
function messages(name: string, file: string): Map<string, string> {
  const { body } = parse(readFileSync(join(locales, name, file), "utf8"), {});
  expect(body.filter((entry) => entry.type === "Junk")).toEqual([]);
  return new Map(body.filter((entry) => entry.type === "Message").map((entry) => [entry.id.name, variables(entry)]));
}

function variables(message: Message): string {
  const found = new Variables();
  found.visit(message);
  return [...found.names].sort().join(" ");
}

/** All that is written in src, except the tests and the list of ids. */
function source(): string {
  const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  const read = files.filter((file) => /\.(ts|svelte)$/.test(file) && !/\.test\.ts$|text-ids\.ts$/.test(file));
  return read.map((file) => readFileSync(join(root, "src", file), "utf8")).join("\n");
}

describe.each(["ui.ftl", "settings.ftl"])("%s", (file) => {
  const english = messages("en", file);

  it.each(languages)("says in %s all that it says in English, with the same parts", (name) => {
    expect([...messages(name, file)].sort()).toEqual([...english].sort());
  });

  it("holds nothing that no page says", () => {
    const written = source();
    expect([...english.keys()].filter((id) => !written.includes(`"${id}"`))).toEqual([]);
  });
});

it.each(languages)("counts in %s as the rules of the language do", (name) => {
  speak(name);
  const rules = new Intl.NumberFormat(name);
  for (const count of [0, 1, 2, 3, 11, 21, 999, 1000, 12_345, 1_234_567]) {
    const said = text("palette-count", { count });
    if (count > 1) expect(said).toContain(rules.format(count));
    expect(said.endsWith("phrases")).toBe(name === "en" && count !== 1);
  }
});

it("asks of what is counted only whether it is none, one or more", () => {
  const english = ["ui.ftl", "settings.ftl"].map((file) => readFileSync(join(locales, "en", file), "utf8")).join("\n");
  const selections = english.match(/\{ \$(count|here|elsewhere) ->[^]*?\*\[other\]/g) ?? [];
  expect(selections.length).toBeGreaterThan(3);
  const keys = selections.flatMap((selection) => selection.match(/^ *\*?\[\w+\]/gm) ?? []).map((key) => key.trim());
  expect(keys.filter((key) => !["[0]", "[1]", "[one]", "*[other]"].includes(key))).toEqual([]);
});

it("has the list of ids that the catalogues make", () => {
  expect(readFileSync(join(root, "src/shared/text-ids.ts"), "utf8"), "run `npm run texts`").toBe(textIds());
});

it("speaks the language that it was told to, and says so to readers", () => {
  speak("zh-Hant-TW");
  expect(document.documentElement.lang).toBe("zh-Hant-TW");
  expect(text("palette-key-copy")).toBe("複製");
});

it("speaks English where nobody wrote the language", () => {
  speak("fr");
  expect(language()).toBe("en");
});

it("weaves parts in without marks of its own", () => {
  expect(text("palette-in-app", { app: "LINE" })).toBe("in LINE");
});

it("leaves a gap for a part that is an element", () => {
  expect(aroundPart("palette-none", "query")).toEqual(["No phrase speaks of ", " yet"]);
});
