/** Each question becomes the command of that name, and none is asked before the page can hear. */
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, expect, it, vi } from "vitest";

import { asFailure, type Backend } from "./backend";
import { tauri } from "./tauri";

afterEach(() => clearMocks());

const filling = { id: "a", set: {}, contact: null, audience: null, person: null, remember: false, sure: false, paste: false };
const audience = { culture: "taiwan", rank: "senior", language: "en" } as const;

it.each<[keyof Backend, unknown[], string, unknown]>([
  ["search", [{ query: "q", limit: 5 }], "search", { query: "q", limit: 5 }],
  ["preview", [filling], "preview", { filling }],
  ["copy", [filling], "copy", { filling }],
  ["mail", [filling], "mail", { filling }],
  ["audience", [], "audience", {}],
  ["setAudience", [audience, null], "set_audience", { audience, contact: null }],
  ["setFavourite", ["a", true], "set_favourite", { id: "a", favourite: true }],
  ["choices", [], "choices", {}],
  ["status", [], "status", {}],
  ["contacts", [], "contacts", {}],
  ["settings", [], "settings", {}],
  ["setSetting", ["profile.email", null], "set_setting", { key: "profile.email", value: null }],
  ["openSettings", ["a", null], "open_settings", { phrase: "a", write: null }],
  ["hidePalette", [], "hide_palette", {}],
  ["pageHears", [], "page_hears", {}],
  ["browse", [{ query: "", offset: 0, limit: 9 }], "browse", { browse: { query: "", offset: 0, limit: 9 } }],
  ["show", ["a"], "show", { id: "a" }],
  ["previewDraft", [{ id: null }, null], "preview_draft", { draft: { id: null }, contact: null }],
  ["savePhrase", [{ id: null }, null], "save_phrase", { draft: { id: null }, base: null }],
  ["deletePhrase", ["a"], "delete_phrase", { id: "a" }],
  ["restoreOriginal", ["a"], "restore_original", { id: "a" }],
  ["undo", [2], "undo", { steps: 2 }],
  ["history", [null], "history", { id: null }],
  ["changes", [3], "changes", { step: 3 }],
  ["restore", ["a", 3], "restore", { id: "a", step: 3 }],
  ["check", [{ id: null }], "check", { draft: { id: null } }],
  ["silence", ["a", "curt", "why"], "silence", { id: "a", rule: "curt", why: "why" }],
  ["keepFormDraft", ["a", "{}"], "keep_form_draft", { key: "a", content: "{}" }],
  ["dropFormDraft", ["a"], "drop_form_draft", { key: "a" }],
  ["formDrafts", [], "form_drafts", {}],
  ["restoreFile", ["mine.toml"], "restore_file", { file: "mine.toml" }],
  ["conflictCopies", [], "conflict_copies", {}],
  ["mergeCopy", ["a.toml"], "merge_copy", { file: "a.toml" }],
  ["lookAtPack", ["a.toml", "x"], "look_at_pack", { name: "a.toml", text: "x" }],
  ["importPack", ["a.toml", "x"], "import_pack", { name: "a.toml", text: "x" }],
  ["removePack", ["a.toml"], "remove_pack", { file: "a.toml" }],
  ["exportPack", ["mine"], "export_pack", { pack: "mine" }],
  ["memory", [], "memory", {}],
  ["forget", [null], "forget", { key: null }],
  ["remind", [filling, 5], "remind", { filling, minutes: 5 }],
  ["reminders", [], "reminders", {}],
  ["dropReminder", [1], "drop_reminder", { number: 1 }],
  ["saveContact", [{ id: "" }], "save_contact", { contact: { id: "" } }],
  ["deleteContact", ["a"], "delete_contact", { id: "a" }],
  ["problems", [], "problems", {}],
  ["paths", [], "paths", {}],
])("%s is one command", async (method, given, command, expected) => {
  const asked = vi.fn<(name: string, payload: unknown) => string>(() => "answer");
  mockIPC((name, payload) => asked(name, payload ?? {}));
  const call = tauri[method] as (...each: unknown[]) => Promise<unknown>;
  expect(await call(...given)).toBe("answer");
  expect(asked).toHaveBeenCalledExactlyOnceWith(command, expected);
});

it("refuses with what the command refused with", async () => {
  const refused = { code: "clipboardBusy", detail: "another program holds it", names: [] };
  mockIPC(() => Promise.reject(refused));
  expect(asFailure(await tauri.copy(filling).catch((thrown: unknown) => thrown))).toEqual(refused);
});

it("asks nothing before its handlers can hear", async () => {
  const asked: string[] = [];
  let hear!: (id: number) => void;
  mockIPC((name) => {
    asked.push(name);
    return name === "plugin:event|listen" ? new Promise<number>((resolve) => (hear = resolve)) : "answer";
  });
  tauri.on("palette-shown", () => {});
  const status = tauri.status();
  await vi.waitFor(() => expect(hear).toBeTypeOf("function"));
  expect(asked).toEqual(["plugin:event|listen"]);
  hear(1);
  await status;
  expect(asked).toEqual(["plugin:event|listen", "status"]);
});

it("makes a failure of anything else that was thrown", () => {
  expect(asFailure(new Error("no command of that name"))).toEqual({ code: "internal", detail: "Error: no command of that name", names: [] });
});
