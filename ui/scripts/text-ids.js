/** Writes src/shared/text-ids.ts: every id of the English catalogues with the names it needs, so that a wrong one does not compile. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { parse, Visitor } from "@fluent/syntax";

const locales = join(import.meta.dirname, "../../src-tauri/locales/en");
const target = join(import.meta.dirname, "../src/shared/text-ids.ts");

class Names extends Visitor {
  found = new Set();
  visitVariableReference(node) {
    this.found.add(node.id.name);
  }
}

function entry(message) {
  const names = new Names();
  names.visit(message);
  const needs = [...names.found].sort().map((name) => `${name}: string | number`);
  return `  "${message.id.name}": ${needs.length ? `{ ${needs.join("; ")} }` : "null"};`;
}

function entries(file) {
  const { body } = parse(readFileSync(join(locales, file), "utf8"), {});
  const junk = body.find((each) => each.type === "Junk");
  if (junk) throw new Error(`${file}: cannot be read: ${junk.content}`);
  return body.filter((each) => each.type === "Message").map(entry);
}

/** The whole file, as text. */
export function textIds() {
  return `/** The ids of the texts and what each needs. Written by \`npm run texts\`; do not edit by hand. */

/** Both windows. */
export interface SharedTexts {
${entries("ui.ftl").join("\n")}
}

/** The settings window only. */
export interface SettingsTexts {
${entries("settings.ftl").join("\n")}
}
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(target, textIds());
